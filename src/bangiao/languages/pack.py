"""A language pack: everything that reading one language needs, loaded once from its tables.

An `Entry` is one phrase's meaning; the same phrase may have several. Matching is one automaton pass over
folded lower-case text, leftmost-longest, with word boundaries.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

import ahocorasick_rs
from msgspec import Struct

from bangiao.languages.grammar import Grammar, read_grammar
from bangiao.languages.load import MEND, attempt, read_groups, read_table
from bangiao.languages.rows import (
    AreaRow,
    BodyRow,
    CityRow,
    CountryRow,
    MarkerRow,
    OfficeRow,
    OrganisationRow,
    PairRow,
    RegionRow,
    Row,
    TriggerRow,
    VenueRow,
)
from bangiao.model.errors import PackError
from bangiao.text.fold import fold

LANGUAGES = ("vi",)


class Entry(Struct, frozen=True):
    """What one phrase of the lexicon means.

    `kind`: country, short, pair (of two countries, their codes with a space between), org, city, region, venue,
    place_head, head, prefix, late, tail, body, field, trigger, marker, area, honorific, rank, spouse, delegation.
    `code`: ISO code, organisation's short form, or a marker's role.
    `proper`: counts only where the text writes it with a capital; `shouted`: only in capitals throughout;
    `paired`: only beside a hyphen.
    """

    kind: str
    words: str
    code: str = ""
    channel: str = ""
    form: str = ""
    frame: str = ""
    proper: bool = False
    shouted: bool = False
    paired: bool = False
    open: bool = False
    noun: bool = False
    online: bool = False
    session: bool = False
    weak: bool = False
    verb: bool = False
    posted: bool = False
    ambiguous: bool = False
    capital: bool = False
    default: str = ""


class Lexicon:
    """The phrases of a pack behind one automaton."""

    def __init__(self, entries: list[Entry]) -> None:
        by_phrase: dict[str, list[Entry]] = {}
        for entry in entries:
            by_phrase.setdefault(fold(entry.words).lower, []).append(entry)
        self.phrases = list(by_phrase)
        self.meanings = [tuple(by_phrase[phrase]) for phrase in self.phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(self.phrases, matchkind=ahocorasick_rs.MatchKind.Standard)

    def matches(self, lower: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
        """Every match at word boundaries, leftmost first, of one place the longest first."""
        size = len(lower)
        found = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
            if (start == 0 or not (lower[start - 1].isalnum() and lower[start].isalnum()))
            and (end == size or not (lower[end].isalnum() and lower[end - 1].isalnum()))
        ]
        found.sort()
        return [(start, -end, self.meanings[number]) for start, end, number in found]


class Pack(Struct, frozen=True):
    """One language's lexicon and word lists."""

    language: str
    lexicon: Lexicon
    ordinary: frozenset[str]
    capitals: dict[str, str]
    grammar: Grammar


def _proper(words: str) -> bool:
    return words[0].isupper()


def _offices(language: str) -> Iterator[Entry]:
    kinds = dict.fromkeys(("head", "prefix", "late", "tail"), OfficeRow)
    for key, rows in read_groups(language, "offices", kinds).items():
        for row in rows:
            for words in row.words:
                yield Entry(key, words, channel=row.channel, posted=row.posted, default=row.default)


def _bodies(language: str) -> Iterator[Entry]:
    for key, rows in read_groups(language, "bodies", dict.fromkeys(("body", "field"), BodyRow)).items():
        for row in rows:
            for words in row.words:
                yield Entry(
                    key,
                    words,
                    code=row.country,
                    channel=row.channel,
                    open=row.open,
                    proper=_proper(words),
                    default=row.default,
                )


def _triggers(language: str) -> Iterator[Entry]:
    for row in read_groups(language, "triggers", {"trigger": TriggerRow})["trigger"]:
        for words in row.words:
            yield Entry(
                "trigger",
                words,
                form=row.form,
                frame=row.frame,
                noun=row.noun,
                online=row.online,
                session=row.session,
                weak=row.weak,
                verb=row.verb,
            )


def _markers(language: str) -> Iterator[Entry]:
    plain = dict.fromkeys(("honorific", "rank", "spouse", "delegation"), Row)
    kinds: dict[str, type[Row]] = {"marker": MarkerRow, "area": AreaRow, **plain}
    for key, rows in read_groups(language, "markers", kinds).items():
        for row in rows:
            for words in row.words:
                yield Entry(key, words, code=row.role if isinstance(row, MarkerRow | AreaRow) else "")


def _countries(language: str) -> Iterator[Entry]:
    for country in read_groups(language, "countries", {"country": CountryRow})["country"]:
        for words in country.names:
            yield Entry("country", words, code=country.code, proper=_proper(words), shouted=words.isupper())
        for words in country.short:
            yield Entry("short", words, code=country.code, proper=True, shouted=words.isupper())
        for words in country.paired:
            yield Entry("short", words, code=country.code, proper=True, paired=True)


def _pairs(language: str) -> Iterator[Entry]:
    for row in read_groups(language, "pairs", {"pair": PairRow})["pair"]:
        for words in row.words:
            yield Entry("pair", words, code=" ".join(row.codes))


def _organisations(language: str) -> Iterator[Entry]:
    for org in read_groups(language, "organisations", {"organisation": OrganisationRow})["organisation"]:
        for words in dict.fromkeys((org.code, *org.names)):
            yield Entry("org", words, code=org.code, channel=org.channel, proper=True, shouted=words.isupper())


def _cities(language: str) -> Iterator[Entry]:
    for city in read_groups(language, "cities", {"city": CityRow})["city"]:
        for words in dict.fromkeys((city.name, *city.names)):
            yield Entry("city", words, code=city.country, proper=True, ambiguous=city.ambiguous, capital=city.capital)


def _regions(language: str) -> Iterator[Entry]:
    for region in read_groups(language, "regions", {"region": RegionRow})["region"]:
        for words in dict.fromkeys(region.names):
            yield Entry("region", words, code=region.country, proper=True, ambiguous=region.ambiguous)


def _venues(language: str) -> Iterator[Entry]:
    for venue in read_groups(language, "venues", {"venue": VenueRow})["venue"]:
        for words in venue.words:
            kind = "place_head" if venue.head else "venue"
            yield Entry(kind, words, code=venue.country or "", proper=_proper(words))


TABLES = (_offices, _bodies, _triggers, _markers, _countries, _pairs, _organisations, _cities, _regions, _venues)


def _entries(read: Callable[[str], Iterator[Entry]], language: str) -> list[Entry]:
    return list(read(language))


def entries_of(language: str) -> list[Entry]:
    """Every phrase of the tables with its meaning; raises one PackError with the faults of all tables."""
    faults: list[str] = []
    entries = [entry for table in TABLES for entry in attempt(partial(_entries, table), language, faults) or ()]
    if faults:
        raise PackError("\n".join(faults), MEND)
    return entries


def _capitals(language: str) -> dict[str, str]:
    table: dict[str, Any] = read_table(language, "cities")
    return {city["country"]: city["name"] for city in table.get("city", []) if city.get("capital")}


@lru_cache(maxsize=4)
def load(language: str) -> Pack:
    """Load a language's pack; raises PackError with every fault of its tables at once."""
    if language not in LANGUAGES:
        raise PackError(f"no language pack for {language!r}", f"languages with a pack: {', '.join(LANGUAGES)}")
    faults: list[str] = []
    entries, grammar = attempt(entries_of, language, faults), attempt(read_grammar, language, faults)
    if entries is None or grammar is None:
        raise PackError("\n".join(faults), MEND)
    words = (files("bangiao.languages") / language / "ordinary.txt").read_text(encoding="utf-8")
    return Pack(language, Lexicon(entries), frozenset(words.split("\n")), _capitals(language), grammar)
