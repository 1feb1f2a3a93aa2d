"""How many days are told in which unit: the one rule for ages, for the terminal, briefs and pages alike."""

from typing import Literal

Unit = Literal["day", "month", "year"]
IN_DAYS = 60  # below so many days, days are counted
MONTH = 30.4375  # days of a month, on average


def span(days: int) -> tuple[tuple[int, Unit], ...]:
    """A number of days in the units that can be taken in at a glance: 12 days, 5 months, 2 years and 3 months."""
    if days < IN_DAYS:
        return ((days, "day"),)
    years, months = divmod(round(days / MONTH), 12)
    units: tuple[tuple[int, Unit], ...] = ((years, "year"), (months, "month"))
    return tuple(one for one in units if one[0])
