"""The published examples, and what must hold of any agreement."""

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


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=2), min_size=2, max_size=20))
def test_the_order_of_readers_does_not_matter_and_full_agreement_is_one(units: list[list[str]]) -> None:
    found = alpha(units)
    assert found == alpha([one[::-1] for one in units])
    if found is not None:
        assert (found == 1) == all(one == other for one, other in units)
