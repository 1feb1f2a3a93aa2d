"""Where a name begins and ends, by its form alone."""

import pytest

from bangiao.findings.phrases.names import name_end, ordinary, starts_name
from tests.findings.reading import PACK, atoms


def name(text: str) -> str:
    """The name that begins at the first word of a text."""
    cut = atoms(text)
    last = name_end(cut, 0, PACK)
    return text[cut[0].start : cut[last - 1].end] if last else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trần Quang Hải đã tới", "Trần Quang Hải"),
        ("Lê Thị Hương Giang, Bộ trưởng", "Lê Thị Hương Giang"),
        ("Nguyễn thị Minh nói", "Nguyễn thị Minh"),
        ("V. Petrov khẳng định", "V. Petrov"),
        ("V.Petrov khẳng định", "V.Petrov"),
        ("John F. Miller cho biết", "John F. Miller"),
        ("Kim Min-jae nhất trí", "Kim Min-jae"),
        (
            "Kim Min - jae nhất trí",
            "Kim Min - jae",
        ),
        ("Kim Tae-woo nói", "Kim Tae-woo"),
        ("Jean-Luc Moreau nói", "Jean-Luc Moreau"),
        ("Klaus von Bergmann và", "Klaus von Bergmann"),
        (
            "Maria dos Santos thăm",
            "Maria dos Santos",
        ),
        ("Maria dos Reis thăm", "Maria dos Reis"),
        ("Ahmad bin Ismail tới", "Ahmad bin Ismail"),
        ("Khalid bin Faisal Al-Nasser", "Khalid bin Faisal Al-Nasser"),
        ("Sean O'Brien đến", "Sean O'Brien"),
        ("Charles Moore Jr. thăm", "Charles Moore Jr."),
        ("Abdullah II tiếp", "Abdullah II"),
        ("João da Silva gặp", "João da Silva"),
        ("José Núñez tiếp", "José Núñez"),
        ("quan hệ hai nước", ""),
        ("Ngoại giao hai nước", ""),
        ("12 người", ""),
        ("ASEAN nhất trí", ""),
    ],
)
def test_a_name_ends_where_its_form_ends(text: str, expected: str) -> None:
    assert name(text) == expected


def test_a_particle_at_the_end_is_no_part_of_a_name() -> None:
    assert name("Petrov von") == "Petrov"
    assert name("Petrov -") == "Petrov"


def test_no_name_begins_beyond_the_last_word() -> None:
    assert not starts_name(atoms("Hải"), 1, PACK)
    assert name_end([], 0, PACK) == 0


def test_an_ordinary_word_of_two_syllables_is_known() -> None:
    assert ordinary(atoms("Quan hệ"), 0, PACK)
    assert not ordinary(atoms("Moreau Hải"), 0, PACK)
