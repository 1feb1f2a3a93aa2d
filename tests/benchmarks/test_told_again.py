"""The n-th report of one contact costs about what the first ones do: work is counted, not timed."""

import pytest

from benchmarks.told_again import cost


@pytest.mark.parametrize("own_way", [False, True], ids=["alike", "each its own way"])
def test_twice_as_many_reports_of_one_contact_are_twice_the_work_at_most(own_way: bool) -> None:
    cost(20, own_way)  # what is remembered of words is remembered before counting
    (alone, together, _), (more, more_together, contacts) = cost(60, own_way), cost(120, own_way)
    assert contacts == 1
    assert more <= 2.2 * alone
    assert more_together <= 1.8 * together
