"""Reading as a whole: the same twice, whatever was read before, and in whatever spelling the letters come."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bangiao.findings.find import find
from bangiao.model.evidence import Span
from bangiao.model.findings import Contact
from bangiao.model.report import Block, Report
from bangiao.text.fold import fold
from tests.findings.reading import report, told

REPORTS = [
    report(
        "Chiều 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải tiếp Ngoại trưởng Cuba Ernesto Ruiz Delgado"
        " đang thăm chính thức Việt Nam từ ngày 11-13/3.",
        "Chủ tịch nước nhất trí mở rộng hợp tác về nông nghiệp.",
        headline="Chủ tịch nước Trần Quang Hải tiếp Ngoại trưởng Cuba",
    ),
    report(
        "Từ ngày 5-10/3, Thủ tướng Thúy Hòa Bình thăm chính thức Lào và Campuchia.",
        'Ngày 6/3, tại Viêng Chăn, Thủ tướng Thúy Hòa Bình dự "Diễn đàn Hòa hợp" với Thủ tướng Lào Bounmy Sisavath.',
    ),
    report("Ngày 12/3, Tổng thống Hàn Quốc Kim Min-jae điện đàm với Thủ tướng Anh John F. Miller về hòa bình."),
    report("Hai tháng đầu năm, kim ngạch thương mại Việt Nam - Ấn Độ tăng 8%."),
]


def reshaped(told_in: Report, change: "Spelling") -> Report:
    """The same report with its letters written in another way, block by block."""
    texts = [change(block.span.of(told_in.text)) for block in told_in.blocks]
    blocks, at = [], 0
    for block, text in zip(told_in.blocks, texts, strict=True):
        blocks.append(Block(block.kind, Span(at, at + len(text))))
        at += len(text) + 1
    return replace(told_in, text="\n".join(texts), blocks=tuple(blocks))


class Spelling:
    """One way to write the same letters."""

    def __init__(self, name: str, *pairs: tuple[str, str], form: str = "NFC") -> None:
        self.name, self.pairs, self.form = name, pairs, form

    def __call__(self, text: str) -> str:
        for old, new in self.pairs:
            text = text.replace(old, new)
        return unicodedata.normalize(self.form, text)  # type: ignore[arg-type]


SPELLINGS = [
    Spelling("decomposed", form="NFD"),
    Spelling("non-breaking spaces", (" ", "\u00a0")),
    Spelling("thin spaces", (" ", "\u2009")),
    Spelling("curly quotes", ('"', "”")),
    Spelling("new tone marks", ("òa", "oà"), ("úy", "uý"), ("óa", "oá")),
    Spelling("long dashes", ("-", "–")),
    Spelling("non-breaking hyphens", ("-", "\u2011")),
    Spelling("Icelandic eth", ("Đ", "Ð"), ("đ", "ð")),
    Spelling("decomposed new tone marks", ("òa", "oà"), ("úy", "uý"), form="NFD"),
]


def record(contact: Contact) -> tuple[object, ...]:
    """What a contact says, in folded letters; offsets and quotes are those of the spelling."""

    def same(words: str | None) -> str | None:
        return None if words is None else fold(words).text

    sides = tuple(
        (side.country, same(side.org), tuple((same(p.name), same(p.office), p.role) for p in side.people))
        for side in contact.sides
    )
    head = (contact.form, same(contact.trigger), contact.mode, contact.status, contact.channels)
    return (*head, contact.date, contact.date_basis, same(contact.venue), same(contact.city), contact.country, sides)


@pytest.mark.parametrize("told_in", REPORTS)
@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda spelling: spelling.name)
def test_another_spelling_of_the_same_letters_tells_the_same(spelling: Spelling, told_in: Report) -> None:
    other = reshaped(told_in, spelling)
    found, expected = find(other), find(told_in)
    assert list(map(record, found.contacts)) == list(map(record, expected.contacts))
    assert [(c.line, c.kind, c.by, c.topics) for c in found.commitments] == [
        (c.line, c.kind, c.by, c.topics) for c in expected.commitments
    ]
    for contact in found.contacts:
        assert all(other.text[entry.start : entry.end] == entry.quote for entry in contact.evidence)


@pytest.mark.parametrize("told_in", REPORTS)
def test_reading_twice_tells_the_same(told_in: Report) -> None:
    assert find(told_in) == find(told_in)


@settings(max_examples=20)
@given(st.permutations(REPORTS))
def test_what_was_read_before_changes_nothing(order: list[Report]) -> None:
    assert {id(one): find(one) for one in order} == {id(one): ALONE[id(one)] for one in REPORTS}


ALONE = {id(one): find(one) for one in REPORTS}


def test_only_headline_body_and_captions_are_read() -> None:
    sentence = "Ngày 12/3, Thủ tướng Lào Bounmy Sisavath tiếp Đại sứ Peru Luis Torres."
    for kind in ("outlet", "byline", "credit", "related", "teaser", "furniture"):
        block = Block(kind, Span(0, len(sentence)))
        assert find(Report("r", sentence, (block,), language="vi", published="2025-03-14")).contacts == ()


def test_a_language_without_a_pack_gives_a_doubt_and_nothing_else() -> None:
    found = find(replace(REPORTS[0], language="fr"))
    assert (found.contacts, found.commitments, found.statements) == ((), (), ())
    assert [doubt.kind for doubt in found.doubts] == ["language"]


def test_a_report_without_a_language_is_taken_for_vietnamese() -> None:
    assert find(replace(REPORTS[0], language=None)).contacts == find(REPORTS[0]).contacts


def test_an_empty_report_tells_nothing() -> None:
    assert find(Report("none", "", ())).contacts == ()


def test_the_order_of_two_unrelated_sentences_does_not_matter() -> None:
    first = "Ngày 11/3, Thủ tướng Ý Paolo Ricci gặp Thủ tướng Peru Luis Torres."
    second = "Ngày 12/3, Tổng thống Mỹ John F. Miller điện đàm với Tổng thống Ukraine Oleh Kovalenko."
    assert told(first, second) == told(second, first)


def test_sentences_of_one_line_tell_what_they_tell_on_lines_of_their_own() -> None:
    first = "Ngày 11/3, Thủ tướng Ý Paolo Ricci gặp Thủ tướng Peru Luis Torres."
    second = "Ngày 12/3, Tổng thống Mỹ John F. Miller điện đàm với Tổng thống Ukraine Oleh Kovalenko."
    assert told(f"{first} {second}") == told(first, second)
