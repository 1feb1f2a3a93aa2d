"""The labelled pairs are what they say they are."""

from collections import Counter

import pytest
from msgspec.structs import replace

from benchmarks.labelled import kappa, labelled
from benchmarks.pairs import EACH, OVERLAPS, Sentence, drawn

PAIRS = labelled()


def test_the_pairs_are_equal_parts_of_overlap_and_relation_in_two_halves() -> None:
    kinds = Counter((one.relation, one.overlap) for one in PAIRS)
    assert kinds == {(relation, overlap): EACH for relation in ("same", "other") for overlap in OVERLAPS}
    assert len({(one.one, one.other) for one in PAIRS}) == len(PAIRS) >= 200
    assert all(Counter(one.half for one in PAIRS)[half] > 100 for half in ("read", "figures"))


def test_the_two_labels_agree_and_the_settled_one_is_one_of_them() -> None:
    assert kappa(PAIRS) > 0.8
    assert all(one.label in (one.first, one.second) for one in PAIRS)


def test_kappa_is_one_for_equal_labels_and_below_nothing_for_opposite_ones() -> None:
    pairs = PAIRS[:20]
    assert kappa([replace(one, second=one.first) for one in PAIRS]) == pytest.approx(1)
    turned = [replace(one, first="same" if at % 2 else "different") for at, one in enumerate(pairs)]
    opposite = [replace(one, second="different" if one.first == "same" else "same") for one in turned]
    assert kappa(opposite) == pytest.approx(-1)


def test_pairs_are_drawn_by_seed_without_copies() -> None:
    words = [frozenset(f"{at % 3}-{number}" for number in range(9)) | {str(at)} for at in range(12)]
    found = [Sentence(f"r{at:02}", at, 1, one, frozenset(("VN", "JP"))) for at, one in enumerate(words)]
    pairs = drawn(found)
    assert pairs == drawn(reversed(found))
    assert Counter(pair.overlap for pair in pairs) == {"high": 18, "low": 48}
    twin = Sentence("twin", 0, 1, words[0], found[0].sides)
    assert drawn([found[0], twin]) == []
