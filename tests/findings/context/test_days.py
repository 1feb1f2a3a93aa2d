"""What is long past is only recalled: by the day of publication, else by the day of which the report tells."""

import pytest

from bangiao.findings.context.days import last_day, past


@pytest.mark.parametrize(
    ("date", "day"),
    [("2024-12-03/2024-12-07", "2024-12-07"), ("2006/..", "2006"), ("{1984,1986}", "1986"), ("XXXX-03", "XXXX-03")],
)
def test_the_last_day_that_a_date_names(date: str, day: str) -> None:
    assert last_day(date) == day


@pytest.mark.parametrize(
    ("day", "now", "dated", "recalled"),
    [
        ("2024-12-05", "2025-01-02", True, False),
        ("2024-11-05", "2025-01-02", True, True),
        ("2024-12", "2025-01-02", True, True),
        ("2025", "2025-01-02", True, False),
        ("2019-06-29", "XXXX-08-24", False, True),
        ("2019-06-29", "XXXX-06-29", False, False),
        ("2017-11", "2017-11-12", False, True),
        ("XXXX-03-01", "XXXX-03-14", False, True),
        ("XXXX-03-12", "XXXX-03-14", False, False),
        ("XXXX-03-20", "XXXX-03-14", False, False),
        ("XXXX-12-30", "XXXX-01-02", False, False),
        ("XXXX-12", "2025-01-02", True, False),
    ],
)
def test_what_lies_long_before_the_report_is_recalled(day: str, now: str, dated: bool, recalled: bool) -> None:
    assert past(day, now, dated) is recalled
