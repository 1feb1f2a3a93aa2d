"""The published examples, and what must hold of any agreement."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.evaluation.alpha import alpha


def test_the_published_example_of_two_readers() -> None:
    """Krippendorff 2011, section A: two readers, two values, nothing missing."""
    rows = ("0100000010", "1110010000")
    assert alpha(list(zip(*rows, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_the_published_example_of_four_readers_with_gaps() -> None:
    """Krippendorff 2011, section C: four readers, five values, some missing."""
    rows = (
        (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
        (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
    )
    assert alpha(list(zip(*rows, strict=True))) == pytest.approx(0.743, abs=0.0005)


def test_nothing_to_pair_is_no_agreement() -> None:
    assert alpha([]) is None
    assert alpha([("a", None), (None, "b")]) is None
    assert alpha([("a", "a")]) is None


def by_definition(units: list[list[str]]) -> Fraction | None:
    """1 - Do/De over all ordered pairs of values, in exact fractions, by counting pair for pair."""
    within = [(one, other, len(unit)) for unit in units for one, other in permutations(unit, 2)]
    pool = [value for unit in units if len(unit) > 1 for value in unit]
    across = list(permutations(pool, 2))
    if not across:
        return None
    observed = sum((Fraction(one != other, size - 1) for one, other, size in within), Fraction(0)) / len(pool)
    expected = Fraction(sum(one != other for one, other in across), len(across))
    return 1 - observed / expected if expected else None


def test_a_small_table_by_hand() -> None:
    """Two readers, five units, one apart: of ten values seven a and three b. Do = 2/10, De = 42/90, alpha = 4/7."""
    table = [list(unit) for unit in ("aa", "aa", "aa", "bb", "ab")]
    assert by_definition(table) == 1 - Fraction(2, 10) / Fraction(42, 90) == Fraction(4, 7)
    assert alpha(table) == pytest.approx(4 / 7, abs=1e-12)


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4), max_size=12))
def test_it_is_what_the_definition_says(units: list[list[str]]) -> None:
    wanted = by_definition(units)
    found = alpha(units)
    assert (found is None) == (wanted is None)
    assert found is None or found == pytest.approx(float(wanted or 0), abs=1e-9)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=2), min_size=2, max_size=20))
def test_the_order_of_readers_does_not_matter_and_full_agreement_is_one(units: list[list[str]]) -> None:
    found = alpha(units)
    assert found == alpha([one[::-1] for one in units])
    if found is not None:
        assert (found == 1) == all(one == other for one, other in units)
