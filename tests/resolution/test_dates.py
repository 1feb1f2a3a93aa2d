"""First and last day of every kind of date that reports state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.dates import Bounds, bounds, is_exact, sort_key


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-12-05", "2024-12-05", "2024-12-05"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2024-12-03/2024-12-07", "2024-12-03", "2024-12-07"),
        ("../2024-12-07", "2024-12-07", "2024-12-07"),
        ("2024-12-07/..", "2024-12-07", "2024-12-07"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("202X-05", "2020-05-01", "2029-05-31"),
        ("[2023-04-02,2024-04-02]", "2023-04-02", "2024-04-02"),
        ("2024-12-XX", "2024-12-01", "2024-12-31"),
    ],
)
def test_bounds(date: str, first: str, last: str) -> None:
    assert bounds(date) == Bounds(first, last)


@pytest.mark.parametrize("date", [None, "", "XXXX-04-02", "../XXXX-04-05", "2024-13", "2024-02-30", "0000", "[]", "/"])
def test_what_has_no_bounds(date: str | None) -> None:
    assert bounds(date) is None


def test_dates_without_a_year_sort_behind_the_dated_and_before_the_undated() -> None:
    dates = [None, "XXXX-04-02", "2024-12-05", "../XXXX-01-05", "2021-12"]
    assert sorted(dates, key=sort_key) == ["2021-12", "2024-12-05", "../XXXX-01-05", "XXXX-04-02", None]


def test_only_days_are_exact() -> None:
    assert [is_exact(one) for one in ("2024-12-05", "2024-12-05/..", "2024-12", "XXXX-12-05", None)] == [
        True,
        True,
        *[False] * 3,
    ]


@given(st.text(alphabet="0123456789X-/.~[],", max_size=24) | st.text(max_size=8))
def test_no_date_breaks_the_reader(date: str) -> None:
    found = bounds(date)
    assert found is None or found.first <= found.last
    assert sort_key(date)
    is_exact(date)
