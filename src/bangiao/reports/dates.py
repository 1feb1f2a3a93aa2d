"""Dates as pages print them: found in a line, with time, label, and what is left of the line without them."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct, structs

from bangiao.reports.words import choice, eras, months, plain, words_of, words_pattern

LONGEST = 160  # a date line is a short line
_DAY_FIRST = re.compile(r"(?<![\d/.-])(\d{1,2})(\s?[/.-]\s?)(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([/.-])(\d{1,2})[/.-](\d{1,2})(?=T\d|\D|$)")
_SPELT = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s*(?:năm|,|/|-)?\s*((?:19|20)\d\d)(?!\d)")
_CHARACTERS = re.compile(r"((?:19|20)\d\d)年\s?(\d{1,2})月\s?(\d{1,2})日")
# each with its groups of year, month and day
_ORDERS = ((_DAY_FIRST, (4, 3, 1)), (_YEAR_FIRST, (1, 3, 4)), (_SPELT, (3, 2, 1)), (_CHARACTERS, (1, 2, 3)))
_TIME = re.compile(
    r"(?<![\d/.-])([01]?\d|2[0-3])\s?(?:[:h]|giờ\s?|時)\s?([0-5]\d)(?:[:分'p]\s?([0-5]\d)?)?"
    r"(?:\.\d+)?(?:\s?(am|pm|sa|ch|a\.m\.?|p\.m\.?)(?!\w))?(?!\d)"
)
_ZONE = re.compile(r"\(?(?:gmt|utc)\s?[+-]?\s?\d{0,2}(?::?\d\d)?\)?|(?<=\d)z\b|(?<=\d)[+-]\d\d:?\d\d|(?<=\d)t(?=\d)")
_SEPARATORS = " \t\u00a0|,.-–—:;()[]•·/*+"


class PageDate(Struct, frozen=True):
    """A date on a page. `iso` is the day or the time (2022-07-05T16:14:14); `label` "updated", "published" or null.

    `rest` is what the line says besides. `beside` is the text before a date at the line's end or behind one at its
    start, as printed, empty where the date stands within; `bracketed` tells a date in brackets at the end,
    `apart` one that no word such as "ngày" or "on" ties to the text before it; `changed` is a
    second date on the line, labelled as that of a change.
    """

    iso: str
    label: str | None
    rest: str
    beside: str = ""
    bracketed: bool = False
    apart: bool = False
    changed: str | None = None

    @property
    def day(self) -> str:
        """The day alone, YYYY-MM-DD."""
        return self.iso[:10]

    @property
    def timed(self) -> bool:
        """Whether a time of day stands beside it."""
        return "T" in self.iso


def _iso(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601; month and day change places where only that gives a day; null for no day at all."""
    if month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = choice(tuple(sorted(months(), key=len, reverse=True)))
    return (
        re.compile(rf"(?<!\w)({names})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)"),
        re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+({names})\.?,?\s+((?:19|20)\d\d)(?!\d)"),
    )


@lru_cache(maxsize=1)
def _era() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(eras())})(\d{{1,2}}|元)年\s?(\d{{1,2}})月\s?(\d{{1,2}})日")


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(rf"(?:19|20)\d\d|{'|'.join(eras())}")


@lru_cache(maxsize=1)
def _noise() -> re.Pattern[str]:
    words = "|".join(words_pattern(kind) for kind in ("updated", "published", "weekday", "clock"))
    return re.compile(rf"{words}|[(（][月火水木金土日][)）]")


@lru_cache(maxsize=1)
def _tied() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(words_of('clock'))}|{choice(words_of('tie'))})\s+$")


@lru_cache(maxsize=1)
def _updated() -> re.Pattern[str]:
    return re.compile(f"(?<![^\\W\\d])(?:{choice(words_of('updated'))})")


@lru_cache(maxsize=1)
def _published() -> re.Pattern[str]:
    return re.compile(f"(?<![^\\W\\d])(?:{choice(words_of('published'))})")


def find_day(lower: str) -> tuple[str, int, int] | None:
    """The first full date in lower-case text: the day and where it stands."""
    hits = []
    for pattern, order in _ORDERS:
        if match := pattern.search(lower):
            hits.append((match, _iso(*(int(match[group]) for group in order))))
    month_first, day_first = _named()
    if match := month_first.search(lower):
        hits.append((match, _iso(int(match[3]), months()[match[1]], int(match[2]))))
    if match := day_first.search(lower):
        hits.append((match, _iso(int(match[3]), months()[match[2]], int(match[1]))))
    if match := _era().search(lower):
        year = 1 if match[2] == "元" else int(match[2])
        hits.append((match, _iso(eras()[match[1]] + year, int(match[3]), int(match[4]))))
    sound = [(iso, *match.span()) for match, iso in hits if iso]
    return min(sound, key=lambda hit: hit[1]) if sound else None


def _clock(match: re.Match[str]) -> str:
    hour, minute, second, half = int(match[1]), match[2], match[3], (match[4] or "")[:1]
    if half in ("p", "c") and hour < 12:
        hour += 12
    elif half in ("a", "s") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute}" + (f":{second}" if second else "")


def read_date(text: str) -> PageDate | None:
    """The date that a short line prints, or null; the line may hold more than the date."""
    if len(text) > LONGEST or not _year().search(text):
        return None
    lower = plain(text)
    found = find_day(lower)
    if not found:
        return None
    if halves := _halves(text, lower):
        return halves
    iso, start, end = found
    bracketed = lower[:start].rstrip().endswith("(") and lower[end:].strip() == ")"
    time = _TIME.search(lower, end) or _TIME.search(lower, 0, start)
    label = "updated" if _updated().search(lower) else "published" if _published().search(lower) else None
    spans = [(start, end)] + ([time.span()] if time else [])
    rest = _rest(text, lower, spans)
    beside = _beside(text, lower, spans) if rest else ""
    apart = not _tied().search(lower[:start])
    return PageDate(iso + (_clock(time) if time else ""), label, rest, beside, bracketed, apart)


def _halves(text: str, lower: str) -> PageDate | None:
    """A line with both dates, of publication and of change, each behind its label."""
    published, updated = _published().search(lower), _updated().search(lower)
    if not published or not updated or len(text) != len(lower):
        return None
    cut = max(published.start(), updated.start())
    parts = read_date(text[:cut]), read_date(text[cut:])
    first, second = parts if published.start() < updated.start() else parts[::-1]
    if not first or not second:
        return None
    return structs.replace(first, changed=second.iso, rest=" ".join(filter(None, (first.rest, second.rest))))


def _beside(text: str, lower: str, spans: list[tuple[int, int]]) -> str:
    """The text on the one side of a date at an end of the line."""
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if len(text) != len(lower):
        return ""
    before, after = text[:start].strip(_SEPARATORS), text[end:].strip(_SEPARATORS)
    if before and after:
        return ""
    for weekday in words_of("weekday"):
        before = before[: -len(weekday)].strip(_SEPARATORS) if plain(before).endswith(" " + weekday) else before
    return before or after


def _rest(text: str, lower: str, spans: list[tuple[int, int]]) -> str:
    """The line without date, time, zone, weekday and label; in the line's own spelling where lengths agree."""
    shown = list(text if len(text) == len(lower) else lower)
    noise = [match.span() for pattern in (_ZONE, _noise()) for match in pattern.finditer(lower)]
    for start, end in [*spans, *noise]:
        shown[start:end] = " " * (end - start)
    return " ".join("".join(shown).split()).strip(_SEPARATORS)
