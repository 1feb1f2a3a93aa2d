"""The words of dates, read once from the language's table and made into patterns.

Patterns match lower-case folded text, each anchored where it is asked for. None nests a quantifier and every
run of spaces is bounded, so that hostile text costs no more than its length.
"""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.languages.load import read_entries

# a mark, a line's end or the end of the text, or else …
_PAUSE = r" {0,2}(?:[.,;:)\]\"'!?\n-]|\Z)|"


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the table: words that mean the same."""

    words: list[str]
    gloss: str
    source: str = "usage"


class _Named(_Words, frozen=True, forbid_unknown_fields=True):
    value: str = ""


class _Numbered(_Words, frozen=True, forbid_unknown_fields=True):
    value: int = 0


class _Unit(_Named, frozen=True, forbid_unknown_fields=True):
    units: list[str] = []


class DateWords(Struct, frozen=True):
    """Meaning of each word, by kind, and the patterns made from them."""

    parts: dict[str, str]
    relatives: dict[str, str]
    suffixes: dict[str, str]
    units: dict[tuple[str, str], str]
    tenses: dict[str, str]
    weekdays: dict[str, int]
    months: dict[str, int]
    edges: dict[str, str]
    seasons: dict[str, int]
    quarters: dict[str, int]
    festivals: dict[str, str]
    numbers: dict[str, int]
    home_times: frozenset[str]
    zones: frozenset[str]
    starts: tuple[str, ...]
    feast_letters: frozenset[str]
    idioms: frozenset[str]
    day: re.Pattern[str]
    lunar_year: re.Pattern[str]
    feast_year: re.Pattern[str]
    event_before: re.Pattern[str]
    part: re.Pattern[str]
    relative: re.Pattern[str]
    suffix: re.Pattern[str]
    unit: re.Pattern[str]
    tense: re.Pattern[str]
    weekday: re.Pattern[str]
    month: re.Pattern[str]
    edge_before: re.Pattern[str]
    season: re.Pattern[str]
    quarter: re.Pattern[str]
    festival: re.Pattern[str]
    anniversary_before: re.Pattern[str]
    refuse_before: re.Pattern[str]
    ago: re.Pattern[str]
    long_ago: re.Pattern[str]
    ordinal_before: re.Pattern[str]
    about_before: re.Pattern[str]
    arrives_before: re.Pattern[str]
    through_after: re.Pattern[str]
    figure_after: re.Pattern[str]
    counted_after: re.Pattern[str]
    stop_after: re.Pattern[str]
    local: re.Pattern[str]


def alternatives(words: list[str]) -> str:
    """One group of words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(alternatives(words) + r"(?!\w)")


def _before(words: list[str]) -> re.Pattern[str]:
    """The words as the last thing in a stretch of text, with the space after them."""
    return re.compile(r"(?<!\w)" + alternatives(words) + r" {1,2}\Z")


def _after(words: list[str], or_else: str = "") -> re.Pattern[str]:
    """The words as the first thing after a place, behind a space; or what a pattern allows besides."""
    return re.compile(or_else + " {1,2}" + alternatives(words) + r"(?!\w)")


def _ago(language: str, numbers: dict[str, int]) -> re.Pattern[str]:
    """cách đây ba ngày: so many days ago."""
    ago, days = (alternatives(_plain(language, key)) for key in ("ago", "counted_day"))
    return re.compile(rf"{ago} (\d{{1,3}}|{alternatives(list(numbers))}) {days}(?!\w)")


def _long_ago(language: str, numbers: dict[str, int]) -> re.Pattern[str]:
    """cách đây gần hai năm: so long ago that no day can be reckoned."""
    ago, about, units = (alternatives(_plain(language, key)) for key in ("ago", "about", "counted_long"))
    return re.compile(rf"{ago} (?:{about} )?(?:\d{{1,3}}|{alternatives(list(numbers))}) {units}(?!\w)")


def _local(homes: list[str], zones: list[str]) -> re.Pattern[str]:
    """(giờ địa phương), theo giờ Mỹ: whose time a date is told in."""
    known = alternatives([*homes, *zones])
    return re.compile(rf" {{0,2}}[,(]? ?(?:theo )?(?:múi )?giờ ({known}(?!\w)|[^\W\d_]+)")


def _named(language: str, key: str) -> dict[str, str]:
    return {word: entry.value for entry in read_entries(language, "dates", key, _Named) for word in entry.words}


def _numbered(language: str, key: str) -> dict[str, int]:
    return {word: entry.value for entry in read_entries(language, "dates", key, _Numbered) for word in entry.words}


def _plain(language: str, key: str) -> list[str]:
    return [word for entry in read_entries(language, "dates", key, _Words) for word in entry.words]


def _cyclic(language: str) -> str:
    """The name of a year of the sixty-year cycle: "Giáp Thìn"."""
    return " ".join(alternatives(_plain(language, key)) for key in ("stem", "branch"))


@lru_cache(maxsize=4)
def date_words(language: str = "vi") -> DateWords:
    """The date words of a language; raises PackError that lists every fault of the table."""
    parts, relatives, suffixes = (_named(language, key) for key in ("part", "relative", "suffix"))
    tenses, edges, festivals = (_named(language, key) for key in ("tense", "edge", "festival"))
    weekdays, months, seasons, quarters, numbers = (
        _numbered(language, key) for key in ("weekday", "month", "season", "quarter", "number")
    )
    homes, zones = _plain(language, "home_time"), _plain(language, "zone")
    entries = read_entries(language, "dates", "unit", _Unit)
    cyclic = _cyclic(language)
    days = _plain(language, "day")
    units = {(unit, word): entry.value for entry in entries for word in entry.words for unit in entry.units}
    return DateWords(
        parts,
        relatives,
        suffixes,
        units,
        tenses,
        weekdays,
        months,
        edges,
        seasons,
        quarters,
        festivals,
        numbers,
        frozenset(homes),
        frozenset(zones),
        starts=tuple({*parts, *relatives, *weekdays, *seasons, *festivals, *_plain(language, "start"), *days}),
        feast_letters=frozenset(word[0] for word in festivals),
        idioms=frozenset(_plain(language, "idiom")),
        day=re.compile(alternatives(days) + r"(?: {1,2}|(?=\d))"),
        lunar_year=re.compile(rf",? {{1,2}}(?:tháng giêng )?năm {cyclic}(?!\w)"),
        feast_year=re.compile(rf"(?: {{1,2}}(?:năm )?{cyclic})?(?: {{1,2}}(?:năm )?(\d{{4}})(?!\w))?"),
        event_before=_before(_plain(language, "event")),
        part=_whole(list(parts)),
        relative=_whole(list(relatives)),
        suffix=_whole(list(suffixes)),
        unit=_whole([word for _, word in units]),
        tense=_whole(list(tenses)),
        weekday=_whole(list(weekdays)),
        month=_whole(list(months)),
        edge_before=_before(list(edges)),
        season=_whole(list(seasons)),
        quarter=_whole(list(quarters)),
        festival=_whole(list(festivals)),
        anniversary_before=re.compile(r"(?<!\w)" + alternatives(_plain(language, "anniversary")) + r"(?!\w)"),
        refuse_before=_before(_plain(language, "refuse")),
        ago=_ago(language, numbers),
        long_ago=_long_ago(language, numbers),
        ordinal_before=_before(_plain(language, "ordinal")),
        about_before=_before(_plain(language, "about")),
        arrives_before=_before(_plain(language, "arrives")),
        through_after=_after(_plain(language, "through")),
        figure_after=_after(_plain(language, "figure"), " ?%|"),
        counted_after=_after(_plain(language, "counted"), " ?%|"),
        stop_after=_after(_plain(language, "stop"), _PAUSE),
        local=_local(homes, zones),
    )
