"""The five seed reports in one register: who is one person, what is doubted, what is a contact of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangiao.pipeline import Reading, read_pages
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> Iterator[Register]:
    """A register with the five reports, the last one first."""
    with Register.open(":memory:") as register:
        read = list(read_pages([str(shared_dir / "corpus" / "seeds")], SourceOptions()))
        for one in reversed(read):
            assert isinstance(one, Reading)
            register.add(one.report, one.findings)
        yield register


@pytest.mark.parametrize(
    ("latin", "syllables", "posts"), [("Shii Kazuo", "Si-i Ca-dư-ô", 2), ("Ogata Yasuo", "Ô-ga-ta I-a-sư-ô", 1)]
)
def test_two_spellings_are_one_person(seeds: Register, latin: str, syllables: str, posts: int) -> None:
    (person,) = seeds.find_people(latin)
    assert seeds.find_people(syllables) == (person,)
    assert person.name == latin
    days = [one.day for one in seeds.attestations(person.id)]
    assert days == sorted(days, key=lambda day: day or "~")
    assert len({one.office for one in seeds.attestations(person.id)}) >= posts


def test_one_person_over_three_years(seeds: Register) -> None:
    (person,) = seeds.find_people("Lê Hoài Trung")
    years = {(one.day or "")[:4] for one in seeds.attestations(person.id)}
    assert {"2021", "2022", "2023"} <= years


def test_a_likely_misprint_is_flagged_and_left_as_it_stands(seeds: Register) -> None:
    (doubt,) = seeds.doubts(kind="likely-misspelling")
    assert "Nukawa" in doubt.message
    assert "Nukaga" in doubt.message
    assert [one.name for one in seeds.find_people("Nukawa Fukushiro")] == ["Nukawa Fukushiro"]


def test_the_recalled_talks_are_a_contact_of_their_own(seeds: Register) -> None:
    recalled = [one for one in seeds.contacts(ContactQuestion(form="talks")).contacts if one.status == "recalled"]
    assert [one.date for one in recalled] == ["2021-12"]
    assert recalled[0].tellings == 1


def test_a_rebuild_is_the_same(seeds: Register) -> None:
    before = list(seeds.dump())
    seeds.rebuild()
    assert list(seeds.dump()) == before
    assert seeds.check() == []
