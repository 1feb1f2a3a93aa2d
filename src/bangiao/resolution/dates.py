"""First and last possible day of a date as reports state it, for sorting and for asking.

Dates are EDTF (ISO 8601-2): days, months, years, seasons, quarters, intervals with open ends, one-of
sets, unknown digits. A date without a year has no bounds: it sorts behind the dated ones.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from msgspec import Struct

_POINT = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_OPEN = frozenset({"", ".."})
UNDATED = "~"  # sorts behind every date, and behind those whose year is unknown


class Bounds(Struct, frozen=True, order=True):
    """The first and the last day that a date can mean, as YYYY-MM-DD."""

    first: str
    last: str


@lru_cache(maxsize=16384)
def bounds(date: str | None) -> Bounds | None:
    """The days between which a date surely lies; null where the year is unknown or the date unreadable.

    An interval with one known end is bounded by that end: the day on which it surely was.
    """
    if not date:
        return None
    if date[0] in "[{" and date[-1] in "]}":
        return _hull([bounds(part.strip()) for part in re.split(r",|\.\.", date[1:-1]) if part.strip()])
    start, slash, end = date.partition("/")
    if not slash:
        return _point(start)
    ends = [_point(part) for part in (start, end) if part not in _OPEN]
    return _hull(ends)


def ordinal(day: str | None) -> int | None:
    """A day (YYYY-MM-DD, with or without a time) as its number in the calendar; null where it is none."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return None


def days_between(first: str, last: str) -> int:
    """How many days lie between two known days; negative where the second comes first."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def sort_key(date: str | None) -> str:
    """What contacts are sorted by: the first day, then dates without a year by month and day, then undated."""
    known = bounds(date)
    if known:
        return known.first
    stated = [part for part in (date or "").strip("[]{}").split("/") if part not in _OPEN]
    return stated[0] if stated and stated[0].startswith("XXXX") else UNDATED


def is_exact(date: str | None) -> bool:
    """Whether a date is known to the day, so that two reports that state it mean the same days."""
    parts = [part for part in (date or "").split("/") if part not in _OPEN]
    return bool(parts) and all(re.fullmatch(r"\d{4}-\d\d-\d\d", part) is not None for part in parts)


def _hull(parts: list[Bounds | None]) -> Bounds | None:
    """The bounds of several; null where one of them has none."""
    known = [part for part in parts if part]
    if not known or len(known) < len(parts):
        return None
    return Bounds(min(part.first for part in known), max(part.last for part in known))


def _point(point: str) -> Bounds | None:
    """The bounds of one day, month, season, quarter or year."""
    match = _POINT.fullmatch(point)
    if not match or match[1] == "XXXX":
        return None
    early, late = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if not early:  # there is no year 0 in the calendar that sorts months
        return None
    months = _months(match[2])
    if not months:
        return None
    return _days(early, late, months, match[3])


def _months(digits: str | None) -> tuple[int, int] | None:
    """First and last month of a month, season or quarter; the whole year where none is given."""
    if digits is None or digits == "XX":
        return 1, 12
    number = int(digits)
    return (number, number) if 1 <= number <= 12 else _SEASONS.get(number)


def _days(early: int, late: int, months: tuple[int, int], digits: str | None) -> Bounds | None:
    """The bounds once year and months are known."""
    last_day = monthrange(late, months[1])[1]
    if digits is None or digits == "XX":
        return Bounds(f"{early:04}-{months[0]:02}-01", f"{late:04}-{months[1]:02}-{last_day:02}")
    if not 1 <= int(digits) <= last_day:
        return None
    return Bounds(f"{early:04}-{months[0]:02}-{digits}", f"{late:04}-{months[1]:02}-{digits}")
