"""How far back a day lies from that of which a report tells: what is long past is only recalled."""

import re

_DAY = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}")


def last_day(date: str) -> str:
    """The last day, month or year that an EDTF date names; empty where it names none."""
    return max(_DAY.findall(date), default="")


def past(day: str, now: str | None, dated: bool) -> bool:
    """Whether a report of the day `now` only recalls a day, month or year; `dated`: it has a day of publication."""
    if day[:4] == "XXXX":
        return not dated and now is not None and len(day) > 4 and _stale(day, now)
    if not dated and (len(day) < 10 or now is None):
        return True
    if now is None or not now[:4].isdigit():
        return now is None or day[4:] != now[4:]  # a year is told of what is long past, where the own days bear none
    if len(day) == 4:
        return day < now[:4]
    return _months(now) - _months(day) > (0 if len(day) == 7 else 1)


def _stale(day: str, now: str) -> bool:
    """Whether a day without a year lies a week or more before that of which the report tells."""
    ago = (int(now[5:7]) - int(day[5:7])) % 12
    if len(day) < 10 or len(now) < 10:
        return 0 < ago < 11
    return 7 <= ago * 30 + int(now[8:10]) - int(day[8:10]) < 320


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
