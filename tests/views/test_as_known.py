"""What `--on` means."""

import pytest

from bangiao.model.errors import QuestionError
from bangiao.views.as_known import Morning, age, ago, days_since, days_until, morning

ON = Morning("2024-03-01")


def test_the_day_asked_for_or_today() -> None:
    assert morning(None, "2026-11-24") == Morning("2026-11-24", undated=True)
    assert morning("2023-12-25", "2026-11-24") == Morning("2023-12-25", undated=False)
    assert morning("2027-01-01", "2026-11-24").undated


@pytest.mark.parametrize("words", ["2023-12", "2023", "now", "2023-02-30", "2023-01-01/2023-01-05"])
def test_only_a_single_day_will_do(words: str) -> None:
    with pytest.raises(QuestionError):
        morning(words, "2026-11-24")


@pytest.mark.parametrize(
    ("date", "ago", "ahead"),
    [
        ("2024-02-28", 2, -2),
        ("2024-03", 0, 0),
        ("2024-03-03", 0, 2),
        ("XXXX-04-02", None, None),
        (None, None, None),
        ("../2024-02-20", 10, -10),
    ],
)
def test_days_are_counted_to_the_morning(date: str | None, ago: int | None, ahead: int | None) -> None:
    assert (days_since(date, ON), days_until(date, ON)) == (ago, ahead)


def test_how_long_ago_in_words() -> None:
    assert [ago(one) for one in (None, 0, 1, 365)] == ["at an unknown time", "today", "1 day ago", "1 year ago"]


def test_an_age_in_words() -> None:
    assert [age(one) for one in (None, 1, 59, 60, 365, 400, 831)] == [
        "unknown", "1 day", "59 days", "2 months", "1 year", "1 year 1 month", "2 years 3 months",
    ]  # fmt: skip
