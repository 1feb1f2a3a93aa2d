"""When a day that is kept every year comes next."""

from datetime import date


def next_day(kept: str, on: str) -> str:
    """The next time that the day (YYYY-MM-DD) of an event comes round, on the morning of a day or later.

    29 February is kept on 28 February where a year has none.
    """
    year = int(on[:4])
    found = _in(year, kept)
    return found if found >= on else _in(year + 1, kept)


def _in(year: int, kept: str) -> str:
    month, day = int(kept[5:7]), int(kept[8:10])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return date(year, month, day - 1).isoformat()
