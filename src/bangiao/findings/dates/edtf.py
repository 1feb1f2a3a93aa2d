"""Write a date expression in EDTF (ISO 8601-2), with what the day of publication supplies.

A day and month without a year take the year that brings them nearest to publication; the words' own past or
future ("hồi", "tới") or the caller's `future` narrow that choice. Nothing else is ever supplied.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from bangiao.model.dates import DateMention, Day

STATED = "stated"
FROM_PUBLICATION = "from publication date"
_OFFSETS = {
    "today": 0,
    "yesterday": -1,
    "day_before_yesterday": -2,
    "tomorrow": 1,
    "day_after_tomorrow": 2,
}
_NOT_FROM_PUBLICATION = frozenset(("same_day", "next_day", "previous_day", "recently", "long_ago"))
_STEPS = {"last": -1, "this": 0, "next": 1}
_YEARS_TRIED = 8  # 29/2 comes back within eight years


@lru_cache(maxsize=4096)  # the drafts of a report are compared with one another by their days
def to_edtf(mention: DateMention, published: str | None, future: bool | None = None) -> tuple[str | None, str | None]:
    """EDTF and its basis ("stated", "from publication date"), both null where the words give no date.

    `published` is YYYY-MM-DD (a time after it is ignored) or null; `future` says that the sentence speaks of
    what is to come (true) or of what has been (false). Raises nothing: an unreadable `published` counts as null.
    """
    day = _day_of(published)
    if mention.era:
        return _era(mention.era, day)
    if mention.lunar or mention.festival or (mention.relative in _NOT_FROM_PUBLICATION and mention.first == Day()):
        return None, None
    hint = future if future is not None else {"past": False, "future": True}.get(mention.tense or "")
    stated = [mention.first, *mention.also] + ([mention.last] if mention.last else [])
    days = [_supplied(each, mention, day, hint) for each in stated]
    supplied = any(text and text != _written(each) for text, each in zip(days, stated, strict=True))
    basis = FROM_PUBLICATION if supplied else STATED
    texts = [text for text in days if text]
    if mention.last and len(texts) == 1:  # "từ hôm nay đến hết 25/5" without a day of publication
        return (f"{texts[0]}/.." if days[0] else f"../{texts[0]}"), basis
    return (None, None) if len(texts) < len(days) else (_composed(mention, texts), basis)


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _composed(mention: DateMention, texts: list[str]) -> str:
    if mention.last:
        first, last = texts[0], texts[-1]
        if first[:4].isdigit() and last[:4].isdigit() and last < first:
            last = _next_year(last)
        return f"{_month_of(first, first=True)}/{_month_of(last, first=False)}"
    if mention.also:
        return _listed(texts, mention.either)
    # EDTF has no "about" for a date whose year is unknown, nor for a quarter
    quarter = len(texts[0]) == 7 and texts[0][5:7] > "32"
    about = mention.approximate and texts[0][0].isdigit() and texts[0][-1].isdigit() and not quarter
    text = texts[0] + ("~" if about else "")
    if text.startswith("["):
        return text
    if mention.open == "start":
        return f"../{_month_of(text, first=False)}"
    return f"{_month_of(text, first=True)}/.." if mention.open == "end" else text


def _month_of(text: str, first: bool) -> str:
    """The first or last month of a quarter or half year: an interval holds neither."""
    period = int(text[5:7]) if len(text) == 7 and text[5:7].isdigit() else 0
    if period <= 12:
        return text
    if period < 33:
        return text  # an interval may hold a season
    start, count = _MONTHS[period]
    return f"{text[:4]}-{start if first else start + count - 1:02d}"


def _next_year(text: str) -> str:
    return f"{int(text[:4]) + 1:04d}{text[4:]}"


def _listed(texts: list[str], either: bool) -> str:
    """Days beside one another: an interval where each follows the last, a set otherwise, a choice with "hoặc"."""
    if either:
        return f"[{','.join(texts)}]"
    if all(_follows(before, after) for before, after in pairwise(texts)):
        return f"{texts[0]}/{texts[-1]}"
    return "{" + ",".join(texts) + "}"


def _follows(before: str, after: str) -> bool:
    """Whether one day, month or year comes right after the other; an unknown year counts as one year."""
    try:
        if len(before) == len(after) == 10:
            year = "2000" if before[0] == "X" else before[:4]
            first, second = (date.fromisoformat(year + text[4:]) for text in (before, after))
            if before[0] != "X":
                second = date.fromisoformat(after)
            return second - first == timedelta(days=1)
        if len(before) == len(after) == 7:
            return before[:4] == after[:4] and int(after[5:]) - int(before[5:]) == 1
        return len(before) == len(after) == 4 and int(after) - int(before) == 1
    except ValueError:
        return False


def _written(day: Day) -> str | None:
    """The day as its words alone give it, XXXX for an unknown year; null for a quarter or season of no year."""
    if day == Day() or (day.year is None and day.month and day.month > 12):
        return None
    year = "XXXX" if day.year is None else f"{day.year:04d}"
    if day.day is not None:
        return f"{year}-{'XX' if day.month is None else f'{day.month:02d}'}-{day.day:02d}"
    return year if day.month is None else f"{year}-{day.month:02d}"


def _supplied(day: Day, mention: DateMention, published: date | None, future: bool | None) -> str | None:
    """The day with its missing parts from the publication date; null where the words alone give nothing."""
    if day.year is not None:
        return _written(day)
    if published is None:
        return _written(day)
    if day == Day():
        return _reckoned(mention, published, future)
    when, _, unit = (mention.relative or "").partition("_")
    if unit == "year" and when in _STEPS:
        return _checked(Day(published.year + _STEPS[when], day.month, day.day)) or _written(day)
    if day.month is None:
        return _month_for(day, when if unit == "month" else None, published, future)
    return _written(_nearest(day, published, future))


def _reckoned(mention: DateMention, published: date, future: bool | None) -> str | None:
    """ "hôm qua", "thứ Hai tới", "tháng trước", "năm nay" counted from publication."""
    relative = mention.relative or ""
    if mention.offset is not None:
        return _shifted(published, mention.offset)
    if relative in _OFFSETS:
        return _shifted(published, _OFFSETS[relative])
    if relative == "weekday" and mention.weekday is not None:
        return _weekday(mention.weekday, published, future)
    when, _, unit = relative.partition("_")
    if when not in _STEPS:
        return None
    step = _STEPS[when]
    if unit == "week":
        return _week(mention.weekday, published, step)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + step
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    return f"{published.year + step:04d}" if unit == "year" else None


def _shifted(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _weekday(weekday: int, published: date, future: bool | None) -> str | None:
    """The last such day up to publication, or the next one where the words look ahead."""
    ahead = (weekday - published.weekday()) % 7
    return _shifted(published, (ahead or 7) if future else ahead - 7 if ahead else 0)


def _week(weekday: int | None, published: date, step: int) -> str | None:
    monday = -published.weekday() + 7 * step
    if weekday is not None:
        return _shifted(published, monday + weekday)
    first, last = _shifted(published, monday), _shifted(published, monday + 6)
    return f"[{first}..{last}]" if first and last else None


def _month_for(day: Day, when: str | None, published: date, future: bool | None) -> str | None:
    """A day's number alone: the month that brings it nearest to publication, or the one that is named."""
    at = published.year * 12 + published.month - 1
    steps = [_STEPS[when]] if when else [0, -1, 1, -2, 2]
    days = [Day((at + step) // 12, (at + step) % 12 + 1, day.day) for step in steps]
    return _written(_choose(days, published, future) or day)


def _nearest(day: Day, published: date, future: bool | None) -> Day:
    years = range(published.year - _YEARS_TRIED, published.year + _YEARS_TRIED + 1)
    return _choose([Day(year, day.month, day.day) for year in years], published, future) or day


def _choose(days: list[Day], published: date, future: bool | None) -> Day | None:
    """The possible day nearest to publication, on the side that the words look to."""
    spans = [(day, span) for day in days if (span := _span(day))]
    if future is not None:
        spans = [(d, s) for d, s in spans if (s[1] >= published if future else s[0] <= published + timedelta(days=1))]
    return min(spans, key=lambda pair: _distance(pair[1], published))[0] if spans else None


def _distance(span: tuple[date, date], published: date) -> int:
    if span[0] <= published <= span[1]:
        return 0
    return min(abs((span[0] - published).days), abs((span[1] - published).days))


def _span(day: Day) -> tuple[date, date] | None:
    """First and last day of a day, month, season, quarter or half year; null where it does not exist."""
    year, month = day.year or 0, day.month or 1
    first, count = _MONTHS.get(month, (month, 1))
    try:
        start = date(year, first, day.day or 1)
        if day.day is not None:
            return start, start
        end = first + count - 1
        return start, date(year, end, monthrange(year, end)[1])
    except ValueError:
        return None


_MONTHS = {
    **{season: (3 * index + 2, 3) for index, season in enumerate((21, 22, 23))},
    24: (10, 3),
    **{33 + index: (3 * index + 1, 3) for index in range(4)},
    40: (1, 6),
    41: (7, 6),
}


def _checked(day: Day) -> str | None:
    return _written(day) if _span(day) else None


def _era(era: str, published: date | None) -> tuple[str, str]:
    """A decade or century; "thập niên 90" is the latest one before publication."""
    if not era.startswith("XX"):
        return era, STATED
    if published is None:
        return era, STATED
    century = published.year // 100 - (int(era[2]) > published.year // 10 % 10)
    return f"{century:02d}{era[2:]}", FROM_PUBLICATION
