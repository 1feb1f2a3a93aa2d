"""Statements: each entry of the table by its examples, who speaks, and the figures on labelled sentences."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bangiao.evaluation.halves import half_of
from bangiao.findings.find import READ, find
from bangiao.findings.said.words import Act, act_words
from bangiao.model.findings import Findings
from bangiao.model.report import Page, Report
from bangiao.model.vocabulary import STATEMENT_KINDS
from bangiao.reports.cut import cut
from bangiao.text.fold import fold
from bangiao.text.sentences import sentences
from tests.findings.said.told import FIRST_LINE, told

ACTS = act_words("vi").statements
LABELS = Path(__file__).resolve().parents[2] / "data"
SETS = ("statements", "statements_more", "statements_third")
# what is to be reached on the half that was not read is 0.80; the floors stand just below what was measured
FIRST = {"kind": 0.83, "speaker": 0.85}
# with the sentences drawn later, of which more are foreign news
ALL = {"kind": 0.76, "speaker": 0.77}
# drawn last, and labelled before the reader saw them
LAST = {"kind": 0.82, "speaker": 0.82}


class Label(NamedTuple):
    """One labelled sentence: the report, its line, which sentence of the line, and what a reader says of it."""

    id: str
    line: int
    sentence: int
    kind: str
    by: str
    speaker: str


def labels(name: str = "statements") -> list[Label]:
    """The labelled sentences of a file."""
    lines = (LABELS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Label(row[0], int(row[1]), int(row[2]), *row[3:]) for row in rows[1:]]


@pytest.mark.parametrize(("act", "sentence"), [(act, sentence) for act in ACTS for sentence in act.examples])
def test_an_example_of_an_entry_is_read_by_its_words(act: Act, sentence: str) -> None:
    (found,) = told(sentence).statements
    verb = next(entry.quote for entry in found.evidence if entry.field == "kind")
    assert found.kind == act.kind
    assert fold(verb).lower in {fold(words).lower for words in act.words}
    assert found.line == FIRST_LINE


@pytest.mark.parametrize(("act", "sentence"), [(act, sentence) for act in ACTS for sentence in act.not_examples])
def test_a_counter_example_of_an_entry_gives_nothing(act: Act, sentence: str) -> None:
    assert told(sentence).statements == ()


def test_every_entry_shows_what_it_reads_and_what_not() -> None:
    assert {act.kind for act in ACTS} == set(STATEMENT_KINDS)
    assert all(act.gloss and act.examples and act.not_examples for act in ACTS)


@pytest.mark.parametrize(
    ("sentence", "kind", "by", "speaker"),
    [
        ("Thủ tướng Sonexay cảm ơn Việt Nam.", "thanked", {"LA"}, "Sonexay Siphandone"),
        ("Bày tỏ vui mừng, Thủ tướng Sonexay khẳng định Lào coi trọng bạn.", "affirmed", {"LA"}, "Sonexay Siphandone"),
        ("Hai bên trao đổi về tình hình khu vực.", "shared_view", {"VN", "LA"}, None),
        ("Phía Lào đánh giá cao sự đón tiếp.", "valued", {"LA"}, None),
        ("Thủ tướng Phạm Minh Chính đã cùng Thủ tướng Sonexay thảo luận về lũ.", "shared_view", {"VN", "LA"}, None),
        ("Thủ tướng Sonexay cảnh báo nguy cơ lũ lụt.", "affirmed", {"LA"}, "Sonexay Siphandone"),
        ("Thủ tướng Phạm Minh Chính chúc mừng Lào; cảm ơn nhân dân Lào.", "congratulated", {"VN"}, "Phạm Minh Chính"),
        ("Tại cuộc gặp với Thủ tướng Lào, ông Phạm Minh Chính nói sông ít cá.", "informed", {"VN"}, "Phạm Minh Chính"),
        ("Dù ông Trần Văn Bình từng chê, Thủ tướng Sonexay ca ngợi lễ hội.", "valued", {"LA"}, "Sonexay Siphandone"),
        ("Thủ tướng Sonexay tuyên bố sẽ đáp trả mọi hành vi phá hoại.", "affirmed", {"LA"}, "Sonexay Siphandone"),
        ("Thủ tướng Sonexay kêu gọi các bên kiềm chế.", "affirmed", {"LA"}, "Sonexay Siphandone"),
        ("Hai bên nhất trí cho rằng quan hệ hai nước tốt đẹp.", "affirmed", {"VN", "LA"}, None),
    ],
)
def test_kind_and_speaker_are_those_of_the_main_verb(
    sentence: str, kind: str, by: set[str], speaker: str | None
) -> None:
    (found,) = told(sentence).statements
    assert (found.kind, set(found.by), found.speaker) == (kind, by, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai bên nhất trí mở thêm cửa khẩu.",
        "Chuyên gia Nguyễn Văn Bình nhận định quan hệ hai nước rất tốt.",
        "Ngư dân Lào nói sông năm nay ít cá.",
        "Hai Thủ tướng đã gặp gỡ báo chí để thông báo kết quả.",
        "Thông tin này được báo chí đăng tải.",
        "Thủ tướng Sonexay sẽ thảo luận về lũ lụt.",
        "Thủ tướng Sonexay từng cho rằng lúa ít.",
        "Một quan chức Lào cho biết lúa được mùa.",
        "Truyền thông nhà nước Lào nói rằng lúa được mùa.",
        "Thủ tướng Sonexay dự và phát biểu tại diễn đàn.",
        "Thủ tướng Sonexay gửi điện mừng tới Thủ tướng Phạm Minh Chính.",
        '"Lào và Việt Nam cùng thắng", một người dân Viêng Chăn giấu tên nhận định.',
    ],
)
def test_commitments_experts_purposes_and_nouns_are_no_statements(sentence: str) -> None:
    assert told(sentence).statements == ()


def test_a_sentence_is_a_commitment_or_a_statement_never_both() -> None:
    found = told("Thủ tướng Sonexay cảm ơn Việt Nam; đề nghị Việt Nam mua thêm điện.")
    assert [one.kind for one in found.commitments] == ["proposed"]
    assert found.statements == ()


@pytest.mark.parametrize(("name", "count"), [("statements", 150), ("statements_more", 74), ("statements_third", 68)])
def test_the_labels_hold_no_text_and_known_words_only(name: str, count: int) -> None:
    rows = labels(name)
    assert len(rows) == count
    assert len({row[:3] for row in rows}) == count
    assert {row.kind for row in rows} <= {*STATEMENT_KINDS, "commitment", "none"}
    assert all(len(row.speaker) < 40 for row in rows)


@pytest.mark.parametrize(
    ("names", "floors"), [(SETS[:1], FIRST), (SETS[2:], LAST), (SETS, ALL)], ids=["first", "last", "all"]
)
def test_kind_and_speaker_on_the_half_that_was_not_read(
    names: tuple[str, ...], floors: dict[str, float], shared_dir: Path
) -> None:
    counts: Counter[str] = Counter()
    pages = texts(shared_dir)
    for label in (label for name in names for label in labels(name)):
        if label.kind in ("none", "commitment") or half_of(label.id) == "read":
            continue
        counts["labelled"] += 1
        for kind, speaker in said(pages[label.id], label):
            counts["kind"] += kind == label.kind
            counts["speaker"] += same_speaker(speaker, label.speaker)
    assert counts["labelled"] > 20
    for name, floor in floors.items():
        assert counts[name] / counts["labelled"] >= floor, (name, counts)


@cache
def texts(folder: Path) -> dict[str, dict[str, str]]:
    """The shared texts by their id."""
    lines = [
        line
        for name in ("reports", "leads")
        for line in (folder / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return {page["id"]: page for page in map(json.loads, lines)}


def said(page: dict[str, str], label: Label) -> Iterator[tuple[str, str | None]]:
    """What the reader says of a labelled sentence: kind and speaker of its statement."""
    read = cut(Page(page["id"], page["text"], published=page.get("published")))
    assert isinstance(read, Report)
    start, end = placed(read, label)
    found: Findings = find(read)
    for statement in found.statements:
        if start <= statement.evidence[0].start < end:
            yield statement.kind, statement.speaker


def placed(read: Report, label: Label) -> tuple[int, int]:
    """Where the labelled sentence stands: the n-th of its line among the blocks that are read; empty where none is."""
    blocks = [block.span for block in read.blocks if block.kind in READ]
    spans = [span for block in blocks for span in sentences(read.text, block.start, block.end)]
    here = [span for span in spans if read.text.count("\n", 0, span[0]) + 1 == label.line]
    return here[label.sentence - 1] if len(here) >= label.sentence else (0, 0)


def same_speaker(speaker: str | None, label: str) -> bool:
    """Whether the names agree: the label gives the part of the name that the text repeats."""
    if label == "-" or speaker is None:
        return label == "-" and speaker is None
    ours, theirs = fold(speaker).lower, fold(label).lower
    return set(theirs.split()) <= set(ours.split()) or ours in theirs
