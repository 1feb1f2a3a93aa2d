"""Only what the table holds can be read, and always at its least cost."""

from hypothesis import given
from hypothesis import strategies as st

from bangiao.spelling.align import Correspondences, through

TABLE = Correspondences([("x", "s", 0), ("x", "ss", 1), ("a", "a", 0), ("", "h", 1), ("ax", "z", 2)])


def test_least_cost() -> None:
    assert TABLE.cost("axa", "asa", 5) == 0
    assert TABLE.cost("axa", "assa", 5) == 1
    assert TABLE.cost("axa", "hassah", 5) == 3
    assert TABLE.cost("axa", "za", 5) == 2


def test_nothing_is_exchanged_that_the_table_does_not_hold() -> None:
    assert TABLE.cost("axa", "ata", 50) is None
    assert TABLE.cost("axa", "hassah", 2) is None


@given(st.text("xa", max_size=8), st.text("sazh", max_size=12))
def test_a_higher_limit_finds_the_same_cost(left: str, right: str) -> None:
    cost = TABLE.cost(left, right, 30)
    if cost is not None:
        assert TABLE.cost(left, right, cost) == cost
        assert cost == 0 or TABLE.cost(left, right, cost - 1) is None


def test_two_tables_are_put_together_by_what_both_lead_to() -> None:
    some, others = [("x", "s", 0), ("x", "ts", 1), ("T", "t", 1)], [("su", "s", 0), ("tsu", "ts", 1), ("to", "t", 0)]
    assert through(some, others, 1) == [("x", "su", 0), ("T", "to", 1)]
    assert Correspondences([*through(some, others, 1), ("a", "a", 0)]).cost("xaT", "suato", 1) == 1
