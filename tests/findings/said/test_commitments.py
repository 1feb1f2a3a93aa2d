"""Commitments: each entry of the table by its examples, who speaks, and what gives none."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.find import find
from bangiao.findings.said.words import Act, act_words
from bangiao.model.findings import Commitment
from bangiao.model.report import Page, Report
from bangiao.model.vocabulary import COMMITMENT_KINDS, TOPICS
from bangiao.reports.cut import cut
from bangiao.text.fold import fold
from tests.findings.said.told import FIRST_LINE, LEAD, report, told

ACTS = act_words("vi").commitments


def one(*lines: str) -> Commitment:
    """The one commitment of these lines."""
    found = told(*lines).commitments
    assert len(found) == 1, found
    return found[0]


def kinds(act: Act) -> set[str]:
    """What an entry's words may do."""
    return {act.kind, act.one or act.kind, act.both or act.kind}


@pytest.mark.parametrize(("act", "sentence"), [(act, sentence) for act in ACTS for sentence in act.examples])
def test_an_example_of_an_entry_is_read_by_its_words(act: Act, sentence: str) -> None:
    found = one(sentence)
    words = {fold(words).lower for words in act.words}
    verb = next(entry.quote for entry in found.evidence if entry.field == "kind")
    assert found.kind in kinds(act)
    assert fold(verb).lower in words
    assert found.line == FIRST_LINE


@pytest.mark.parametrize(("act", "sentence"), [(act, sentence) for act in ACTS for sentence in act.not_examples])
def test_a_counter_example_of_an_entry_gives_nothing(act: Act, sentence: str) -> None:
    assert told(sentence).commitments == ()


def test_every_entry_shows_what_it_reads_and_what_not() -> None:
    for act in ACTS:
        assert act.gloss, act.words
        assert act.examples, act.words
        assert act.not_examples, act.words
        assert {kind for kind in (act.kind, act.one, act.both) if kind} <= set(COMMITMENT_KINDS)


@pytest.mark.parametrize(
    ("sentence", "kind", "by"),
    [
        ("Hai bên nhất trí lập tổ công tác về than.", "agreed", {"VN", "LA"}),
        ("Việt Nam và Lào nhất trí lập tổ công tác về than.", "agreed", {"VN", "LA"}),
        ("Thủ tướng hai nước nhất trí lập tổ công tác về than.", "agreed", {"VN", "LA"}),
        ("Thủ tướng Phạm Minh Chính nhất trí cùng Lào lập tổ công tác về than.", "agreed", {"VN", "LA"}),
        ("Lào nhất trí sẽ giảm thuế cho than.", "pledged", {"LA"}),
        ("Phía Lào đề nghị Việt Nam mua thêm điện.", "proposed", {"LA"}),
        ("Viêng Chăn cam kết cấp phép cho mỏ than.", "pledged", {"LA"}),
        ("Cảm ơn Việt Nam, Thủ tướng Sonexay Siphandone đề nghị mở thêm cửa khẩu.", "proposed", {"LA"}),
        ("Trong cuộc gặp Thủ tướng Sonexay, Thủ tướng Phạm Minh Chính đề nghị mở cửa khẩu.", "proposed", {"VN"}),
        ("Thủ tướng Phạm Minh Chính cho biết hai bên đã ký hiệp định về than.", "signed", {"VN", "LA"}),
        ("Hai bên nhất trí nâng cấp quan hệ lên đối tác chiến lược.", "elevated", {"VN", "LA"}),
        ("Thủ tướng Sonexay Siphandone vui vẻ nhận lời thăm Hà Nội.", "invited", {"VN"}),
    ],
)
def test_the_sides_are_those_of_the_subject(sentence: str, kind: str, by: set[str]) -> None:
    found = one(sentence)
    assert (found.kind, set(found.by)) == (kind, by)


def test_a_pronoun_and_a_missing_subject_go_on_with_the_speaker() -> None:
    found = told(
        "Thủ tướng Sonexay Siphandone cảm ơn Việt Nam.",
        "Ông đề nghị Việt Nam mua thêm điện.",
        "Đề nghị mở thêm cửa khẩu.",
    ).commitments
    assert [(commitment.line, commitment.by) for commitment in found] == [(4, ("LA",)), (5, ("LA",))]
    assert all(any(why.field == "by" for why in commitment.inferred) for commitment in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thủ tướng Phạm Minh Chính chúc mừng Lào và cảm ơn sự ủng hộ của Lào.",
        "Thủ tướng Phạm Minh Chính tin tưởng Lào sẽ tiếp tục nỗ lực và thu nhiều thành tựu.",
        "Hai bên khẳng định coi trọng quan hệ hữu nghị.",
        "Thủ tướng Sonexay Siphandone đánh giá cao việc hai bên thiết lập quan hệ đối tác chiến lược.",
        "Hai bên dự kiến ký hiệp định về than.",
        "Người phát ngôn Bộ Ngoại giao Lào Khamla Thongsy cho biết Lào sẽ hỗ trợ Việt Nam.",
        "Trả lời phỏng vấn, Thủ tướng Sonexay Siphandone cam kết giảm thuế.",
        "Chưa rõ hai bên đã nhất trí về giá than hay chưa.",
        "Dư luận Lào kêu gọi giảm thuế.",
    ],
)
def test_praise_hopes_agendas_and_what_is_said_outside_give_nothing(sentence: str) -> None:
    assert told(sentence).commitments == ()


def test_a_headline_counts_and_a_caption_does_not() -> None:
    headline = "Việt Nam, Lào nhất trí mở thêm cửa khẩu"
    assert [c.line for c in told(headline=headline).commitments] == [1]
    assert told("Hai bên nhất trí mở thêm cửa khẩu.", kind="caption").commitments == ()


def test_a_report_without_a_contact_gives_nothing() -> None:
    lines = "Thủ tướng Phạm Minh Chính đề nghị các nước giảm thuế."
    assert told(lines, headline="Kinh tế tăng trưởng", lead="Kinh tế năm nay tăng trưởng khá.").commitments == ()


def test_two_sentences_of_one_line_are_two_entries() -> None:
    found = told("Hai bên nhất trí mở cửa khẩu. Thủ tướng Phạm Minh Chính đề nghị Lào giảm thuế.").commitments
    assert [(commitment.line, commitment.kind) for commitment in found] == [(3, "agreed"), (3, "proposed")]


def citations(text: str, found: Commitment) -> Iterator[bool]:
    """Whether each citation holds: its words stand there, within the sentence of the commitment."""
    sentence = found.evidence[0]
    for entry in found.evidence:
        yield text[entry.start : entry.end] == entry.quote
        yield sentence.start <= entry.start
        yield entry.end <= sentence.end
    for why in found.inferred:
        yield why.start is None or text[why.start : why.end] == why.quote
    yield sentence.field == "commitment"
    yield "\n" not in sentence.quote
    yield text.count("\n", 0, sentence.start) + 1 == found.line


SMALL = ["Hai bên", "Lào", "Thủ tướng", "ông", ",", ".", ";", "và", "sẽ", "về đường sắt", "\n"]
PIECES = st.sampled_from(sorted({words for act in ACTS for words in act.words}) + SMALL)


@given(st.lists(PIECES, max_size=25))
def test_any_words_give_commitments_that_cite_them(pieces: list[str]) -> None:
    read = report(" ".join(pieces))
    for found in find(read).commitments:
        assert all(citations(read.text, found))
        assert found.by
        assert 1 <= len(found.topics) <= 4
        assert set(found.topics) <= set(TOPICS)


def test_decomposed_text_is_cited_as_given() -> None:
    lines = unicodedata.normalize("NFD", "Hai bên nhất trí mở thêm cửa khẩu.")
    read = report(lines, lead=unicodedata.normalize("NFD", LEAD))
    assert read.text.endswith(lines)
    assert [found.evidence[0].quote for found in find(read).commitments] == [lines]


def test_the_shared_reports_cite_their_words(shared_dir: Path) -> None:
    lines = (shared_dir / "gold" / "reports.dev.input.jsonl").read_text(encoding="utf-8").splitlines()
    for page in map(json.loads, lines):
        read = cut(Page(page["id"], page["text"], published=page.get("published")))
        if isinstance(read, Report):
            assert all(all(citations(read.text, found)) for found in find(read).commitments), page["id"]
