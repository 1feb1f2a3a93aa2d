"""Citations lead from the folded text back to the words as given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.cite import Citer
from bangiao.text.fold import fold
from bangiao.text.place import Lines


def citer(text: str) -> Citer:
    """What cites a text."""
    return Citer(text, fold(text), Lines(text))


@pytest.mark.parametrize("decomposed", [False, True])
def test_a_citation_quotes_the_text_as_it_was_given(decomposed: bool) -> None:
    text = unicodedata.normalize("NFD" if decomposed else "NFC", "Một dòng\nThủ tướng gặp Đại sứ")
    cites = citer(text)
    at = cites.folded.text.index("gặp")
    found = cites.evidence("trigger", at, at + 3, "meet")
    assert text[found.start : found.end] == found.quote
    assert unicodedata.normalize("NFC", found.quote) == "gặp"
    assert (found.field, found.line, found.rule) == ("trigger", 2, "meet")
    assert cites.quote(at, at + 3) == found.quote


def test_a_reason_may_rest_on_no_words() -> None:
    cites = citer("Thủ tướng")
    assert (cites.inference("date", "from publication").start, cites.inference("date", "x").quote) == (None, "")
    told = cites.inference("country", "these words", (0, 3))
    assert (told.start, told.end, told.line, told.quote) == (0, 3, 1, "Thủ")


def test_a_doubt_shows_the_words_that_it_is_about() -> None:
    cites = citer("Một\nhai ba")
    assert cites.doubt("language", "why").line is None
    told = cites.doubt("date-not-placed", "why", (4, 7))
    assert (told.kind, told.line, told.quote) == ("date-not-placed", 2, "hai")


@given(st.text(max_size=60), st.data())
def test_every_stretch_of_the_folded_text_has_its_quote(text: str, data: st.DataObject) -> None:
    cites = citer(text)
    start = data.draw(st.integers(0, len(cites.folded.text)))
    end = data.draw(st.integers(start, len(cites.folded.text)))
    found = cites.evidence("trigger", start, end, "rule")
    assert 0 <= found.start <= found.end <= len(text)
    assert text[found.start : found.end] == found.quote
    assert found.line == text.count("\n", 0, found.start) + 1
