"""Atoms: every letter of a sentence has at most one, dates come first, names are not cut by the lexicon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.findings.phrases.atoms import is_vietnamese
from tests.findings.reading import atoms


def kinds(sentence: str) -> list[tuple[str, str]]:
    """Kind and words of each atom."""
    return [(atom.kind, atom.text) for atom in atoms(sentence)]


@pytest.mark.parametrize("word", ["Hải", "nghiêng", "Quyết", "giữa", "uy", "Thuỷ", "Đức", "khuya", "Nguyễn", "yêu"])
def test_vietnamese_syllables(word: str) -> None:
    assert is_vietnamese(word)


@pytest.mark.parametrize("word", ["Petrov", "Moreau", "Klaus", "jae", "Somchai", "Schmidt", "w", "Bounmy", "von2"])
def test_other_words_are_none(word: str) -> None:
    assert not is_vietnamese(word)


def test_a_date_is_one_atom() -> None:
    assert [text for kind, text in kinds("Chiều 12/3/2025, hai bên hội đàm") if kind == "date"] == ["Chiều 12/3/2025"]


def test_the_longest_phrase_counts() -> None:
    assert ("trigger", "thăm cấp Nhà nước") in kinds("đã thăm cấp Nhà nước Ba Lan")


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Trần Tuấn Anh nói", "Anh"),
        ("Nguyễn Văn Pháp nói", "Pháp"),
        ("Lê Đức Bình nói", "Đức"),
        ("Phạm Thị Nga nói", "Nga"),
    ],
)
def test_a_country_inside_a_name_is_part_of_the_name(sentence: str, kept: str) -> None:
    assert ("cap", kept) in kinds(sentence)


@pytest.mark.parametrize("sentence", ["Thủ tướng Anh", "Thủ tướng Pháp", "Thủ tướng Nga", "Thủ tướng Đức"])
def test_the_same_word_after_an_office_is_the_country(sentence: str) -> None:
    assert atoms(sentence)[-1].entry("country", "short") is not None


@given(st.text(max_size=80))
def test_atoms_are_in_order_and_their_words_stand_there(text: str) -> None:
    from bangiao.text.fold import fold

    folded, last = fold(text).text, 0
    for atom in atoms(text):
        assert last <= atom.start < atom.end <= len(folded)
        assert folded[atom.start : atom.end] == atom.text
        last = atom.end
