"""Search on every database: words with or without marks, names under any spelling, and an index that keeps up."""

from pathlib import Path

import pytest

from bangiao.register.ask_search import Phrases
from bangiao.register.store import Register
from bangiao.views.search import search
from tests.register.making import contact, side, told
from tests.spelling.judging import reads_kanji

SHII = ("Shii Kazuo", "Chủ tịch")
TALKS = contact(side("VN", ("Đỗ Văn Mười", "Tổng Bí thư")), side("JP", SHII))
TODAY = "2025-01-01"


@pytest.fixture
def filled(store: Register) -> Register:
    """A register of two reports."""
    store.add(*told("a", TALKS, outlet="Báo A", published="2024-12-06"))
    store.add(*told("b", contact(side("VN"), side("LA")), published="2024-12-07"))
    return store


@pytest.mark.parametrize("words", ["do van muoi", "Đỗ Văn Mười", "ĐỖ VĂN", "muoi"])
def test_marks_may_be_left_out(filled: Register, words: str) -> None:
    found = search(filled, words, TODAY)
    assert [one.name for one in found.people] == ["Đỗ Văn Mười"]
    assert len(found.contacts) == 1
    assert found.sentences_total >= 1
    assert any(part.hit for part in found.sentences[0].stretches)


@pytest.mark.parametrize(
    "words", ["Si-i", "Si-i Ka-dư-ô", pytest.param("志位和夫", marks=reads_kanji), "SHII", "kazuo shii"]
)
def test_names_are_found_under_other_spellings(filled: Register, words: str) -> None:
    found = search(filled, words, TODAY)
    assert [one.name for one in found.people] == ["Shii Kazuo"]
    assert found.sentences_total >= 1, "the sentences that name the person in another spelling are found too"


@pytest.mark.parametrize("words", ["", " ", "'", '"', "xyzzy", "& | !", "a:b*", "<->"])
def test_what_is_not_there_is_not_found(filled: Register, words: str) -> None:
    found = search(filled, words, TODAY)
    assert (found.people, found.contacts, found.sentences_total) == ((), (), 0)


def test_the_index_keeps_up_with_the_register(filled: Register) -> None:
    asked = Phrases((("van", "muoi"),))
    filled.index_words()
    before = filled.sentences_with(asked, 0, 10)[1]
    added = filled.add(*told("c", TALKS, published="2024-12-08"))
    filled.index_words()
    assert filled.sentences_with(asked, 0, 10)[1] > before
    filled.decide("withdraw", [added.report], why="asked for", by="A", at="2025-01-01T00:00:00")
    filled.index_words()
    assert filled.sentences_with(asked, 0, 10)[1] == before


def test_an_index_is_no_part_of_what_the_register_says(filled: Register) -> None:
    before = list(filled.dump())
    filled.index_words()
    assert list(filled.dump()) == before
    assert filled.check() == []


def test_the_moment_changes_with_the_register(filled: Register) -> None:
    before = filled.moment()
    assert filled.moment() == before
    filled.add(*told("c", TALKS, published="2024-12-08"))
    assert filled.moment() != before


def test_a_register_that_may_only_be_read_finds_people_and_says_what_was_not_searched(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as register:
        register.add(*told("a", TALKS, published="2024-12-06"))
    with Register.open(f"sqlite:///file:{place}?mode=ro&uri=true", create=False) as register:
        found = search(register, "van muoi", TODAY)
    assert ([one.name for one in found.people], len(found.contacts)) == (["Đỗ Văn Mười"], 1)
    assert (found.sentences, found.complete) == ((), False)


def test_a_register_that_may_only_be_read_is_searched_by_the_index_that_it_has(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as register:
        register.add(*told("a", TALKS, published="2024-12-06"))
        written = search(register, "van muoi", TODAY)
    with Register.open(f"sqlite:///file:{place}?mode=ro&uri=true", create=False) as register:
        assert search(register, "van muoi", TODAY) == written
