"""The parts of the benchmark of names work on a few pairs; what they measure is not asserted."""

import re
from pathlib import Path

import pytest

from bangiao.spelling import compare, keys
from benchmarks import names, spelt
from benchmarks.lookup import look_up

FEW = 200


def test_pairs_come_by_seed_and_a_few_are_one_person() -> None:
    made = spelt.pairs(FEW, FEW)
    assert made == spelt.pairs(FEW, FEW)
    assert made != spelt.pairs(FEW, FEW, spelt.SEED + 1)
    same = sum(compare(one, other).verdict == "same" for one, other in made)
    assert 0 < same < FEW / 4


def test_spellings_of_a_made_up_person_are_found_by_their_keys() -> None:
    people = [person for person, _ in zip(spelt.people(), range(FEW), strict=False)]
    met = sum(not keys(person[0]).isdisjoint(keys(person[1])) for person in people)
    assert met > 0.9 * FEW


def test_names_are_as_many_as_asked_for_and_all_different() -> None:
    assert len(set(spelt.names(FEW))) == FEW


def test_rates_are_told_with_the_peer_or_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "PEER_PYTHON", Path("absent"))
    assert [line.count("|") for line in names.compared(FEW, 50, 20)] == [8, 4, 4]


def test_a_known_name_is_among_its_own_candidates() -> None:
    known = spelt.names(FEW)
    plain, looked = look_up(known, known[:10])
    assert all(0 < row.found <= FEW and row.keys for row in looked)
    assert plain > 0


def test_the_block_of_figures_is_renewed_and_nothing_else(tmp_path: Path, repository: Path) -> None:
    page = tmp_path / "performance.md"
    before = (repository / "docs" / "performance.md").read_text(encoding="utf-8")
    page.write_text(before, encoding="utf-8")
    names.write(page, ["figures"])
    after = page.read_text(encoding="utf-8")
    assert re.search(r"<!-- figures: make bench-names -->\nfigures\n<!-- end of figures for names -->", after)
    assert names.BLOCK.sub("", after) == names.BLOCK.sub("", before)
