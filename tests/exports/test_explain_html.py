"""The page of a reading is self-contained, escaped, and shows every finding with its words."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bangiao.evaluation.documents import Document, ToldContact, ToldPerson, ToldSide
from bangiao.exports.explain_html import Explained, page
from bangiao.model.evidence import Span
from bangiao.model.findings import Findings
from bangiao.model.report import Block, Report
from bangiao.views.marks import Mark, pieces
from tests.exports.example import CONTACT, FINDINGS, REPORT, TEXT

VOID = {"meta", "br"}


class Shape(HTMLParser):
    """The tags and words of a page, and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shape(html: str) -> Shape:
    parser = Shape()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def test_the_page_fetches_and_runs_nothing() -> None:
    parsed = shape(page([Explained(REPORT, FINDINGS)]))
    assert not {tag for tag, _ in parsed.tags} & {"script", "link", "img", "iframe", "form", "object"}
    policy = next(attrs["content"] for tag, attrs in parsed.tags if attrs.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert all((attrs["href"] or "").startswith("#") for tag, attrs in parsed.tags if tag == "a")


def test_markup_in_a_report_stays_words() -> None:
    parsed = shape(page([Explained(REPORT, FINDINGS)]))
    assert "b" not in {tag for tag, attrs in parsed.tags if tag == "b" and attrs}
    assert "<b>Khamla & con</b>" in "".join(parsed.words)


def test_every_link_has_its_target() -> None:
    parsed = shape(page([Explained(REPORT, FINDINGS), Explained(REPORT, FINDINGS)]))
    names = [attrs["id"] for _, attrs in parsed.tags if "id" in attrs]
    assert len(names) == len(set(names))
    assert {(attrs["href"] or "")[1:] for tag, attrs in parsed.tags if tag == "a"} <= set(names)


def test_fields_stand_beside_their_words_and_reasons() -> None:
    words = re.sub(r"\s+", " ", "".join(shape(page([Explained(REPORT, FINDINGS)])).words))
    for evidence in CONTACT.evidence:
        assert f"“{evidence.quote}” line {evidence.line} · {evidence.rule}" in words
    assert "inferred: the outlet writes of its own government" in words
    assert "a date stands alone" in words


def test_the_gold_stands_beside_ours() -> None:
    paired = ToldContact(
        form="talks",
        status="held",
        mode="in_person",
        date="2024-12-06",
        sides=(ToldSide("VN", people=(ToldPerson("Đặng Văn Thử", "Bộ trưởng"),)), ToldSide("LA")),
        channels=("government",),
    )
    missed = ToldContact(form="call", status="held", mode="phone", sides=(ToldSide("VN"), ToldSide("FR")))
    html = page([Explained(REPORT, FINDINGS, Document("hand-made", (paired, missed)))])
    shape(html)
    assert "<td class='gold wrong'>2024-12-06</td>" in html
    assert "<td class='gold right'>talks</td>" in html
    assert html.count("card missed") == 1 + html.count(".card missed")
    assert "not in the gold" not in html


def test_a_contact_that_the_gold_has_not_is_said_to_be_so() -> None:
    assert "not in the gold" in page([Explained(REPORT, FINDINGS, Document("hand-made"))])


def test_a_report_without_findings_says_so() -> None:
    words = "".join(shape(page([Explained(REPORT, Findings("hand-made"))])).words)
    assert "No contact found." in words
    assert all(line in words for line in TEXT.splitlines())


@given(st.text(max_size=60), st.data())
def test_any_text_gives_a_sound_page(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    report = Report("any", text, (Block("body", Span(0, cut)),), headline=text)
    shape(page([Explained(report, Findings("any"))]))


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(st.lists(spans, max_size=8), spans)
def test_pieces_cover_a_stretch_once(found: list[list[int]], stretch: list[int]) -> None:
    start, end = stretch
    marks = [Mark(a, b, "date", str(number), "") for number, (a, b) in enumerate(found) if a < b]
    cut = list(pieces(start, end, marks))
    assert [spot for piece in cut for spot in range(piece.start, piece.end)] == list(range(start, end))
    for piece in cut:
        for spot in range(piece.start, piece.end):
            assert set(piece.marks) == {mark for mark in marks if mark.start <= spot < mark.end}
