"""Events and anniversaries that a sentence names with their days: congresses, elections, sessions, festivals."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from bangiao.findings.dates.read import find_dates, to_edtf
from bangiao.model.dates import DateMention
from bangiao.resolution.dates import bounds
from bangiao.resolution.names import name_key
from bangiao.resolution.tables import any_of, openings, table
from bangiao.text.fold import fold

_BEFORE = 40  # characters by which a day before the name counts as farther
_BESIDE = 40  # characters after an event's name in which words stand that make it a matter of home
_NEAR = 110  # characters between an event's name and its day
_SPAN = re.compile(r"\((?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?: ?[-–] ?\d{1,2}/\d{1,2}/\d{4})?\)")
_KEPT = re.compile(r"(?<!\w)kỷ niệm (?:lần thứ )?(?:\d{1,3} (?:năm )?)?")
_THIRDS = {"start": ("01", "04"), "middle": ("05", "08"), "end": ("09", "12")}  # "đầu năm", "giữa năm", "cuối năm"
_LONGEST = 140  # characters of what is commemorated


class Event(Struct, frozen=True):
    """An event with its day (EDTF); offsets of its name and of the words of its day in the sentence."""

    key: str
    start: int
    end: int
    date: str
    date_start: int
    date_end: int


class Kept(Struct, frozen=True):
    """A day that is kept, as a sentence names it: `what` in its words, with the year of its origin where told."""

    what: str
    month: int
    day: int
    year: int | None
    start: int
    end: int


@lru_cache(maxsize=16384)
def events(sentence: str, published: str | None) -> tuple[Event, ...]:
    """The events that a sentence announces: each with the nearest day, where that lies after the report's own.

    Without a day of publication only a day with its year can be told to lie ahead: it is given, and the asker
    compares it with the day of asking.
    """
    return tuple(_events(sentence, published))


def _events(sentence: str, published: str | None) -> Iterator[Event]:
    folded = fold(sentence)
    named = list(_names().finditer(folded.lower))
    if not named:
        return
    dated = [(one, edtf) for one in find_dates(folded.text) if (edtf := _ahead(one, folded.lower, published))]
    told: set[tuple[str, str]] = set()
    for match in named:
        key = _keys()[match[0]]
        if _home().search(folded.lower, match.end(), match.end() + _BESIDE):
            continue
        near = min(dated, key=lambda each: _gap(match, each[0]), default=None)
        if near and _gap(match, near[0]) <= _NEAR and (key, near[1]) not in told:
            told.add((key, near[1]))
            start, end = folded.back(match.start(), match.end())
            at, stop = folded.back(near[0].start, near[0].end)
            yield Event(key, start, end, near[1], at, stop)


@lru_cache(maxsize=16384)
def kept_days(sentence: str) -> tuple[Kept, ...]:
    """The anniversaries that a sentence names with their day: "kỷ niệm 50 năm … (21/9/1973 - 21/9/2023)"."""
    return tuple(_kept_days(sentence))


def _kept_days(sentence: str) -> Iterator[Kept]:
    folded = fold(sentence)
    for match in _SPAN.finditer(folded.text):
        before = max(0, match.start() - _LONGEST)
        said = list(_KEPT.finditer(folded.lower, before, match.start()))
        if not said:
            continue
        kept = said[-1]
        what = folded.text[kept.end() : match.start()].strip(" ,:")
        month, day, year = int(match["month"]), int(match["day"]), int(match["year"] or 0)
        if what and "(" not in what and bounds(f"{year or 2000:04}-{month:02}-{day:02}"):
            yield Kept(what, month, day, year or None, *folded.back(kept.start(), match.end()))


@lru_cache(maxsize=16384)
def due_days(sentence: str, published: str | None) -> tuple[tuple[str, int, int], ...]:
    """The days after the report's own that a sentence names, as EDTF, with the places of their words."""
    return tuple(_due_days(sentence, published))


def _due_days(sentence: str, published: str | None) -> Iterator[tuple[str, int, int]]:
    folded = fold(sentence)
    for one in find_dates(folded.text):
        edtf = _ahead(one, folded.lower, published)
        if edtf:
            yield edtf, *folded.back(one.start, one.end)


def names_event(lower: str) -> bool:
    """Whether a text, folded and in lower case, names any event, or an anniversary with its day: one quick look."""
    if "kỷ niệm" in lower and _SPAN.search(lower):
        return True
    return any(word in lower for word in _rare()) and bool(_names().search(lower))


def _ahead(one: DateMention, lower: str, published: str | None) -> str | None:
    """The day of a mention, where it lies after the report's own and is no anniversary's or decree's."""
    if one.anniversary or any(word in lower[max(0, one.start - 30) : one.start] for word in _others()):
        return None
    edtf, _ = to_edtf(one, published)
    if edtf and len(edtf) == 4 and one.narrow and edtf.isdecimal():
        first, last = _THIRDS[one.narrow]
        edtf = f"{edtf}-{first}/{edtf}-{last}"
    days = bounds(edtf)
    if not days:
        return None
    # "năm 2025" in a report of 2025 names the event rather than its day
    begins = days.first if edtf and len(edtf) == 4 else days.last
    return edtf if begins > (published or "") else None


def _gap(name: re.Match[str], day: DateMention) -> int:
    """How far a day stands from a name; its own stands after it, one before is most often another's."""
    return day.start - name.end() if day.start >= name.end() else _BEFORE + max(name.start() - day.end, 0)


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    return {name_key(word): row["key"] for row in table("events")["event"] for word in row["words"]}


@lru_cache(maxsize=1)
def _others() -> tuple[str, ...]:
    return tuple(map(name_key, table("events")["not_its_day"]["words"]))


@lru_cache(maxsize=1)
def _home() -> re.Pattern[str]:
    return any_of(table("events")["home"]["words"])


@lru_cache(maxsize=1)
def _rare() -> tuple[str, ...]:
    return openings(_keys())


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return any_of(_keys())
