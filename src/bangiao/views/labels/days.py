"""EDTF dates in words, by CLDR: days, months, years, seasons, intervals, one-of sets, and what is not known."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

Words = Mapping[str, str]
_POINT = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter", 40: "first_half", 41: "second_half"}
_LEAP = 2024  # stands in for an unknown year: 29 February too has a name


def edtf_in_words(edtf: str | None, locale: "Locale", words: Words) -> str:
    """A date as a report states it, for reading; what is not EDTF comes back as it is."""
    if not edtf:
        return words["unknown"]
    if edtf[0] in "[{" and edtf[-1] in "]}":
        from babel.lists import format_list

        parts = [edtf_in_words(one.strip(), locale, words) for one in edtf[1:-1].split(",")]
        return format_list(parts, "or", locale) if edtf[0] == "[" else format_list(parts, "standard", locale)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point(start, locale, words) or edtf
    first, last = _point(start, locale, words), _point(end, locale, words)
    if first and last:
        return _interval(start, end, locale) or f"{first} – {last}"
    if first:
        return words["from"].format(date=first)
    return words["until"].format(date=last) if last else edtf


def day_in_words(when: date | str, locale: "Locale") -> str:
    """One day in words; what is no ISO day comes back as it is."""
    from babel.dates import format_date

    try:
        day = when if isinstance(when, date) else date.fromisoformat(when[:10])
    except ValueError:
        return str(when)
    return str(format_date(day, "long", locale=locale))


def _interval(start: str, end: str, locale: "Locale") -> str | None:
    """Two days of one month or year told shortly ("3–7 December 2024"); null for all else."""
    from babel.dates import format_interval

    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return None
    if first >= last:
        return None
    return str(format_interval(first, last, "yMMMd", locale=locale))


def _point(point: str, locale: "Locale", words: Words) -> str | None:
    """One day, month, season, year or decade; null for an open end and for what is none."""
    found = _POINT.fullmatch(point)
    if not found:
        return None
    year, month, day, doubt = found.groups()
    told = _unknown_year(month, day, locale, words) if year == "XXXX" else _in_year(year, month, day, locale, words)
    if told and doubt:
        told = words["about" if doubt in "~%" else "perhaps"].format(date=told)
    return told


def _unknown_year(month: str | None, day: str | None, locale: "Locale", words: Words) -> str | None:
    if not month or not month.isdigit() or not 1 <= int(month) <= 12:
        return words["unknown"]
    whole = _date(_LEAP, int(month), int(day) if day and day.isdigit() else 1)
    if not whole:
        return None
    dayed = day and day.isdigit()
    return words["unknown_year"].format(date=_skeleton("MMMMd", whole, locale) if dayed else _month(whole, locale))


def _in_year(year: str, month: str | None, day: str | None, locale: "Locale", words: Words) -> str | None:
    from babel.dates import format_date

    if "X" in year:
        return _long_time(year, words)
    if not month or not month.isdigit():
        return year
    number = int(month)
    if number in _SEASONS:
        return words[_SEASONS[number]].format(year=year)
    if 33 <= number <= 36:
        return words["quarter"].format(number=number - 32, year=year)
    whole = _date(int(year), number, int(day) if day and day.isdigit() else 1)
    if not whole:
        return None
    if day and day.isdigit():
        return str(format_date(whole, "long", locale=locale))
    return _skeleton("yMMMM", whole, locale)


def _skeleton(skeleton: str, whole: date, locale: "Locale") -> str:
    """A day by the parts that shall be named; Babel asks for a moment."""
    from babel.dates import format_skeleton

    return str(format_skeleton(skeleton, datetime(whole.year, whole.month, whole.day), locale=locale))


def _month(whole: date, locale: "Locale") -> str:
    from babel.dates import format_date

    return str(format_date(whole, "MMMM", locale=locale))


def _long_time(year: str, words: Words) -> str | None:
    known = year.rstrip("X")
    if "X" in known or not known:
        return None
    first, last = year.replace("X", "0"), year.replace("X", "9")
    return words["decade" if len(known) == 3 else "century"].format(year=first, last=last)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
