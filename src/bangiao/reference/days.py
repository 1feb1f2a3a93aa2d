"""Dates of tables, known to the day, the month or the year: what they can mean at the earliest and the latest."""

import re
from calendar import monthrange

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def is_date(words: str) -> bool:
    """Whether the words are YYYY, YYYY-MM or YYYY-MM-DD and stand in the calendar."""
    match = _DATE.fullmatch(words)
    if not match or int(match[1]) == 0:
        return False
    year, month = int(match[1]), int(match[2] or 1)
    return 1 <= month <= 12 and 1 <= int(match[3] or 1) <= monthrange(year, month)[1]


def earliest(words: str) -> str:
    """The first day that a date can mean, as YYYY-MM-DD."""
    return words + "-01" * ((10 - len(words)) // 3)


def latest(words: str) -> str:
    """The last day that a date can mean, as YYYY-MM-DD."""
    if len(words) == 4:
        return f"{words}-12-31"
    if len(words) == 7:
        return f"{words}-{monthrange(int(words[:4]), int(words[5:]))[1]:02}"
    return words
