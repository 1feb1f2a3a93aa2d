"""Dates written in digits: 5/12, 22-25/11/2021, 29/5-2/6, 3-6-2023, 2024-12-05, 5.12.2024.

A dash may part day from month (18-8) or one day from another (7-10/1): the shapes are tried from the
longest to the shortest, and the first that is a possible date is taken.
"""

import re
from calendar import monthrange

from bangiao.model.dates import Day

PERIODS = frozenset((21, 22, 23, 24, 33, 34, 35, 36, 40, 41))  # EDTF seasons, quarters, halves of a year
_D1, _M1, _Y1 = r"(?P<d1>\d{1,2})", r"(?P<m1>\d{1,2})", r"(?P<y1>\d{4})"
_D2, _M2, _Y2 = r"(?P<d2>\d{1,2})", r"(?P<m2>\d{1,2})", r"(?P<y2>\d{4})"
_TO = " {0,2}- {0,2}"
_END = r"(?!\d)(?![/.]\d)(?!-\d)"
_SLASH_END = r"(?!\d)(?![/.]\d)"


def _shape(*parts: str, end: str = _END) -> re.Pattern[str]:
    return re.compile("".join(parts) + end)


_SHAPES = (
    _shape(_Y1, "-", r"(?P<m1>\d{2})", "-", r"(?P<d1>\d{2})"),
    _shape(_D1, "/", _M1, "/", _Y1, _TO, _D2, "/", _M2, "[/-]", _Y2),
    _shape(_D1, "-", _M1, "-", _Y1, _TO, _D2, "-", _M2, "-", _Y2),
    _shape(_D1, "/", _M1, _TO, _D2, "/", _M2, "[/-]", _Y2),
    _shape(_D1, "/", _M1, _TO, _D2, "/", _M2, end=_SLASH_END),
    _shape(_D1, _TO, _D2, " ?/ ?", _M2, "[/-]", _Y2),
    _shape(_D1, _TO, _D2, " ?/ ?", _M2, end=_SLASH_END),
    _shape(_D1, _TO, _D2, "-", _M2, "-", _Y2),
    _shape(_D1, "-", _M1, " {1,2}- {1,2}", _D2, "-", _M2),
    _shape(_D1, " {1,2}- {1,2}", _D2, "-", _M2),
    _shape(_D1, r"(?P<s>[/.-])", _M1, "(?P=s)", _Y1),
    _shape(_D1, "/", _M1, "-", _Y1),
    _shape(_D1, " ?/ ?", _M1, end=_SLASH_END),
    _shape(_D1, "[.-]", _M1),
    _shape(_D1, " -", _M1),
    _shape(_D1, _TO, _D2, "-", _M2),
)
_SHORT_YEAR = _shape(_D1, "/", _M1, "/", r"(?P<yy>\d{2})")


class Numbers:
    """A date in digits: the day, the last day of a range, the stretch, and whether a slash was written."""

    __slots__ = ("end", "first", "iso", "last", "slashed")

    def __init__(self, first: Day, last: Day | None, end: int, slashed: bool, iso: bool) -> None:
        self.first, self.last, self.end, self.slashed, self.iso = first, last, end, slashed, iso


def read_numbers(text: str, position: int, announced: bool = False) -> Numbers | None:
    """The date in digits that begins here, or null; `announced` means that a word for *day* stands before."""
    for shape in _SHAPES:
        found = shape.match(text, position)
        if found and (numbers := _reading(found)):
            return numbers
    if announced and (found := _SHORT_YEAR.match(text, position)):
        first = Day(2000 + int(found["yy"]), int(found["m1"]), int(found["d1"]))
        if possible(first):
            return Numbers(first, None, found.end(), True, False)
    return None


def _reading(found: re.Match[str]) -> Numbers | None:
    parts = {name: int(value) for name, value in found.groupdict().items() if value and name != "s"}
    first = Day(parts.get("y1"), parts.get("m1"), parts["d1"])
    slashed = "/" in found[0]
    if "d2" not in parts:
        iso = found[0][:4].isdigit()
        return Numbers(first, None, found.end(), slashed, iso) if possible(first) else None
    last = Day(parts.get("y2"), parts["m2"], parts["d2"])
    first = fill_from(first, last)
    if possible(first) and possible(last) and in_order(first, last):
        return Numbers(first, last, found.end(), slashed, False)
    return None


def possible(day: Day) -> bool:
    """Whether such a day exists; what is unstated is taken as possible (29/2 without a year)."""
    if day.year is not None and not 1000 <= day.year <= 2199:
        return False
    if day.day is None:
        return day.month is None or 1 <= day.month <= 12 or day.month in PERIODS
    if day.month is not None and not 1 <= day.month <= 12:
        return False
    return 1 <= day.day <= (31 if day.month is None else monthrange(day.year or 2000, day.month)[1])


def fill_from(first: Day, last: Day) -> Day:
    """Give a day the month and year that stand only with the day after it ("24 và 25/11")."""
    month, year = first.month, first.year
    if month is None and last.month is not None:
        month = last.month
        if first.day and last.day and first.day > last.day:
            month -= 1
    if year is None and last.year is not None:
        # "29/12 - 2/1/2025": the year before
        year = last.year - 1 if (month or 0) > (last.month or 0) else last.year
    if month == 0:
        month, year = 12, year - 1 if year else year
    return Day(year, month, first.day)


def in_order(first: Day, last: Day) -> bool:
    """Whether the second day can follow the first; over the turn of a year only without years."""
    if first.year and last.year:
        return (first.year, first.month or 0, first.day or 0) <= (last.year, last.month or 0, last.day or 0)
    if first.month and last.month and first.month == last.month:
        return (first.day or 0) < (last.day or 0)
    return True
