"""Any text is read without an error, every citation holds, and the work grows with the text, not faster."""

import sys
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bangiao.findings.find import find
from bangiao.model.evidence import Span
from bangiao.model.findings import Commitment, Contact, Findings, Statement
from bangiao.model.report import Block, Report
from bangiao.model.vocabulary import BLOCK_KINDS, BlockKind
from tests.findings.reading import report

MEETING = "Ngày 12/3, tại Hà Nội, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath thăm Việt Nam."
SENTENCES = [
    MEETING,
    "Chiều 11/3, Chủ tịch nước gửi điện mừng tới Tổng thống Hàn Quốc Kim Min-jae; Ngoại trưởng cũng gửi thư chúc mừng.",
    "Trong khuôn khổ chuyến thăm Ý, ông đã gặp, tiếp, làm việc với Chủ tịch Thượng viện Paolo Ricci (P. Ricci).",
    "Cùng dự có Bộ trưởng Công an Nguyễn Đức Thịnh, Đại sứ Lào tại Việt Nam Khamphao Vongsa.",
    "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký; hai bên nhất trí mở cửa khẩu và đề nghị ASEAN hỗ trợ.",
    "Hội nghị Cấp cao ASEAN - Ấn Độ diễn ra từ ngày 9-11/3 tại Kuala Lumpur, dự kiến bị hoãn.",
]
PIECES = [
    "\0", "\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u0301", "\u0323" * 9, "\r\n", "\r", "\u2028", "\x0b",
    "\x85", "\n", "İ", "ß", "\ud7a3", "\u1100\u1161", "\U0001f600", "\U0010ffff", "\ue000", "(((", ")))", "[[{",
    '"', "“", "'", "...", "…", ",,,", ";", ":", "-", " - ", "–", "/", "1/", "31/2", "32/13/2025", "ngày",
    "từ ngày", "đến", "và", "của", "do", "tại", "gặp", "thăm", "hội đàm", "giữa", "hai bên", "Thủ tướng", "Lào",
    "ông", "nguyên", "cố", "<b>", "&amp;", "%s", "\\", "{0}",
]  # fmt: skip


def checked(told: Report) -> Findings:
    """What is read of a report; every citation is where it says, within its line."""
    found = find(told)
    items: list[Contact | Commitment | Statement] = [*found.contacts, *found.commitments, *found.statements]
    for item in items:
        for entry in item.evidence:
            assert told.text[entry.start : entry.end] == entry.quote
            assert told.text.count("\n", 0, entry.start) + 1 == entry.line
            assert "\n" not in entry.quote
        for why in item.inferred:
            assert why.start is None or told.text[why.start : why.end] == why.quote
    for doubt in found.doubts:
        assert doubt.start is None or told.text[doubt.start : doubt.end] == doubt.quote
    for contact in found.contacts:
        assert len({side.country or side.org for side in contact.sides}) >= 2
    return found


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Sentences with pieces put in, stretches taken out and repeated."""
    words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))).split(" ")
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(words)))
        length = draw(st.integers(0, 6))
        change = draw(st.sampled_from(("put", "drop", "repeat", "glue")))
        if change == "put":
            words[at:at] = [draw(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)))]
        elif change == "drop":
            del words[at : at + length]
        elif change == "repeat":
            words[at:at] = words[at : at + length] * draw(st.integers(1, 4))
        else:
            words[at : at + length] = [draw(st.sampled_from(PIECES)).join(words[at : at + length])]
    return unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), " ".join(words))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Mutated text, its lines as headline, body and caption, or cut into blocks anywhere."""
    text = draw(mutated())
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    kinds: st.SearchStrategy[BlockKind] = st.sampled_from(BLOCK_KINDS)
    blocks = [Block(draw(kinds), Span(a, b)) for a, b in pairwise(cuts)]
    published = draw(st.sampled_from(("2025-03-14", "2024-02-29", None)))
    return Report("hostile", text, tuple(blocks), language="vi", published=published)


@settings(max_examples=100)
@given(reports())
def test_a_mutated_report_is_read_with_true_citations(told: Report) -> None:
    checked(told)


@settings(max_examples=100)
@given(st.text(max_size=200), st.sampled_from(("headline", "body", "caption")))
def test_any_text_is_read_with_true_citations(text: str, kind: str) -> None:
    checked(Report("any", text, (Block(kind, Span(0, len(text))),), language="vi"))  # type: ignore[arg-type]


@settings(max_examples=50)
@given(mutated())
def test_a_mutated_report_tells_the_same_twice(text: str) -> None:
    assert find(report(text)) == find(report(text))


EXTREMES: dict[str, str] = {
    "commas": "," * 10_000,
    "và": "và " * 5_000,
    "brackets": "(" * 5_000 + ")" * 5_000,
    "open brackets": "[(" * 3_000,
    "one long word": "a" * 100_000,
    "one long capital word": "Á" * 50_000,
    "digits": "1" * 20_000,
    "slashes": "1/" * 5_000,
    "spaces": " " * 50_000,
    "tabs and feeds": "\t\x0b\x0c\x85" * 3_000,
    "NUL": "\0" * 10_000,
    "bidi": "\u202e\u2066\u200f" * 3_000,
    "zero width": "\u200b\u200d\ufeff" * 3_000,
    "combining": "a" + "\u0301" * 10_000,
    "jamo": "\u1100\u1161\u11a8" * 3_000,
    "line ends": "\r\n\r\n\n\r" * 3_000,
    "quotes": "“”\"'" * 2_000,
    "full stops": "." * 10_000,
    "initials": "A." * 5_000,
    "hyphens": "A-" * 5_000,
    "offices": "Thủ tướng " * 2_000,
    "dates": "12/3/2025 " * 1_000,
    "countries": "Lào, " * 1_000,
}


@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_text_is_read(name: str) -> None:
    checked(report(MEETING[:60] + EXTREMES[name] + MEETING[60:], MEETING))


def test_a_contact_is_still_found_beside_an_extreme_text() -> None:
    for filler in EXTREMES.values():
        line = "".join(ch for ch in filler if ch.isprintable())
        assert "talks" in [contact.form for contact in find(report(line[:1_000], MEETING)).contacts]


def calls(told: Report) -> int:
    """How many calls reading a report takes: work counted without a clock."""
    count = 0

    def counting(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        find(told)
    finally:
        sys.setprofile(before)
    return count


def named(number: int) -> str:
    """A different foreign name for each number."""
    return f"{'BCDGHKLMNPRST'[number % 13]}a{'bdfgklmnprst'[number // 13 % 12]}o{'bdgkmz'[number // 156 % 6]}"


GROWING: list[tuple[str, Callable[[int], str]]] = [
    ("sentences on lines", lambda n: "\n".join([MEETING] * n)),
    ("sentences on one line", lambda n: " ".join([MEETING] * n)),
    ("commas", lambda n: "," * 100 * n),
    ("và", lambda n: "và " * 100 * n),
    ("persons of one name", lambda n: "Thủ tướng Lào gặp " + ", ".join(["Thủ tướng Thái Lan Somchai"] * 5 * n) + "."),
    ("brackets", lambda n: "(" * 50 * n + ")" * 50 * n),
    ("capitals", lambda n: "Aa " * 100 * n),
    ("initials", lambda n: "A." * 100 * n),
    ("hyphens", lambda n: "Thủ tướng Lào A" + "-a" * 100 * n),
    ("offices", lambda n: "Thủ tướng " * 50 * n),
    ("bodies", lambda n: "Chủ tịch Ủy ban " + "Bộ Ngoại giao " * 20 * n),
    ("dates", lambda n: "ngày 12/3, " * 20 * n),
    ("ranges of dates", lambda n: "12/3-" * 30 * n),
    ("places", lambda n: "tại Hà Nội, " * 30 * n),
    ("countries", lambda n: "thăm " + "Lào, " * 30 * n),
    ("events", lambda n: "Thủ tướng Lào dự " + "Hội nghị " * 20 * n),
    ("talks of both sides", lambda n: MEETING + "\nHai bên hội đàm." * 5 * n),
    ("lists of those present", lambda n: MEETING + "\nCùng dự có Đại sứ Peru Luis Torres và ông Paolo Ricci." * 3 * n),
    ("commitments", lambda n: MEETING + "\nHai bên nhất trí mở cửa khẩu, đề nghị Lào hỗ trợ." * 3 * n),
    ("decomposed letters", lambda n: unicodedata.normalize("NFD", MEETING + "\n") * n),
    ("line ends", lambda n: "\r\n\r\u2028 " * 50 * n),
    (
        "contacts of many persons",
        lambda n: "\n".join(f"Ngày 12/3, Thủ tướng Ý gặp Bộ trưởng Lào Bounmy {named(i)}." for i in range(2 * n)),
    ),
    (
        "many persons of one holder",
        lambda n: "\n".join(f"Thủ tướng Lào Bounmy Sisavath gặp Bộ trưởng Ý Paolo {named(i)}." for i in range(2 * n)),
    ),
    (
        "many persons in one sentence",
        lambda n: "Thủ tướng Lào gặp " + " và ".join(f"Bộ trưởng Ý Paolo {named(i)}" for i in range(5 * n)) + ".",
    ),
]
LONG: list[tuple[str, Callable[[int], str]]] = [
    ("clauses between semicolons", lambda n: "Thủ tướng Lào gặp Thủ tướng Ý; " * 5 * n),
    ("verbs in one sentence", lambda n: "Thủ tướng Lào" + " gặp, thăm, tiếp" * 3 * n),
    (
        "contacts in one sentence",
        lambda n: "Thủ tướng Lào" + " gặp Thủ tướng Ý, thăm Ba Lan, dự Hội nghị, ký Hiệp định," * n,
    ),
    ("occasions in one sentence", lambda n: "Trong khuôn khổ chuyến thăm Lào " * 5 * n),
    ("offices in open brackets", lambda n: "Thủ tướng (Lào " * 10 * n),
    ("speech in one sentence", lambda n: "Thủ tướng Lào khẳng định " * 10 * n),
    ("bidi between offices", lambda n: "\u202eThủ tướng\u200b " * 20 * n),
    (
        "commitments in one sentence",
        lambda n: MEETING + "\n" + "Hai bên nhất trí mở cửa khẩu, đề nghị Lào hỗ trợ, " * 3 * n,
    ),
    ("numerals in capitals", lambda n: "II " * 40 * n),
    ("events in one sentence", lambda n: "Hội nghị của " * 10 * n),
]


@pytest.mark.parametrize(("name", "text"), GROWING)
def test_the_work_doubles_when_the_text_doubles(name: str, text: Callable[[int], str]) -> None:
    told = [report(*text(size).split("\n")) for size in (3, 6, 12)]
    find(told[-1])  # what is remembered of words is remembered before counting
    small, middle, large = map(calls, told)
    assert (middle / small <= 2.3, large / middle <= 2.3) == (True, True), f"{name}: {small}, {middle}, {large}"


@pytest.mark.parametrize(("name", "text"), LONG)
def test_beyond_the_longest_sentence_the_work_doubles_with_the_text(name: str, text: Callable[[int], str]) -> None:
    """Within a sentence verbs look at the whole of it; what no sentence is as long as is read in parts."""
    told = [report(*text(size).split("\n")) for size in (60, 120)]
    find(told[-1])
    small, large = map(calls, told)
    assert large / small <= 2.3, f"{name}: {small}, {large}"
