"""A language pack: everything that reading one language needs, loaded once from its tables.

An `Entry` is one phrase's meaning; the same phrase may have several. Matching is one automaton pass over
folded lower-case text, leftmost-longest, with word boundaries.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import ahocorasick_rs
from msgspec import Struct

from bangiao.languages.grammar import Grammar, read_grammar
from bangiao.languages.load import read_entries, read_table
from bangiao.model.errors import PackError
from bangiao.text.fold import fold

LANGUAGES = ("vi",)


class Entry(Struct, frozen=True):
    """What one phrase of the lexicon means.

    `kind`: country, short, org, city, region, venue, place_head, head, prefix, late, tail, body, field, trigger,
    marker, area, honorific, rank, spouse, delegation. `code`: ISO code, organisation's short form, or a marker's role.
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
    default: str = ""


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a table as its author writes it."""

    words: list[str]
    gloss: str = ""
    source: str = ""
    channel: str = ""
    default: str = ""
    form: str = ""
    frame: str = ""
    role: str = ""
    noun: bool = False
    online: bool = False
    session: bool = False
    weak: bool = False
    verb: bool = False
    posted: bool = False
    open: bool = False
    head: bool = False
    country: str = ""
    examples: list[str] = []
    not_examples: list[str] = []


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


def _rows(language: str, table: str, key: str) -> list[Row]:
    return read_entries(language, table, key, Row)


def _proper(words: str) -> bool:
    return words[0].isupper()


def _offices(language: str) -> Iterator[Entry]:
    for key in ("head", "prefix", "late", "tail"):
        for row in _rows(language, "offices", key):
            for words in row.words:
                yield Entry(key, words, channel=row.channel, posted=row.posted, default=row.default)


def _bodies(language: str) -> Iterator[Entry]:
    for key in ("body", "field"):
        for row in _rows(language, "bodies", key):
            for words in row.words:
                yield Entry(key, words, channel=row.channel, open=row.open, proper=_proper(words), default=row.default)


def _triggers(language: str) -> Iterator[Entry]:
    for row in _rows(language, "triggers", "trigger"):
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
    for row in _rows(language, "markers", "marker"):
        for words in row.words:
            yield Entry("marker", words, code=row.role)
    for key in ("area", "honorific", "rank", "spouse", "delegation"):
        for row in _rows(language, "markers", key):
            for words in row.words:
                yield Entry(key, words, code=row.role)


class CountryRow(Struct, frozen=True):
    """A country with every way the press writes it."""

    code: str
    names: list[str]
    short: list[str] = []
    paired: list[str] = []


class OrganisationRow(Struct, frozen=True):
    """An international organisation: its usual short form and its names."""

    code: str
    names: list[str] = []
    channel: str = "international"


class CityRow(Struct, frozen=True):
    """A city and its country."""

    name: str
    country: str
    names: list[str] = []
    ambiguous: bool = False


class RegionRow(Struct, frozen=True):
    """A province, state or prefecture and its country."""

    country: str
    names: list[str] = []
    name: str = ""
    ambiguous: bool = False


class VenueRow(Struct, frozen=True):
    """A kind of venue, or a word that a venue's name begins with (`head`)."""

    words: list[str]
    country: str | None = None
    head: bool = False


def _places(language: str) -> Iterator[Entry]:
    for country in read_entries(language, "countries", "country", CountryRow):
        for words in country.names:
            yield Entry("country", words, code=country.code, proper=_proper(words), shouted=words.isupper())
        for words in country.short:
            yield Entry("short", words, code=country.code, proper=True, shouted=words.isupper())
        for words in country.paired:
            yield Entry("short", words, code=country.code, proper=True, paired=True)
    for org in read_entries(language, "organisations", "organisation", OrganisationRow):
        for words in dict.fromkeys((org.code, *org.names)):
            yield Entry("org", words, code=org.code, channel=org.channel, proper=True, shouted=words.isupper())
    for city in read_entries(language, "cities", "city", CityRow):
        for words in dict.fromkeys((city.name, *city.names)):
            yield Entry("city", words, code=city.country, proper=True, ambiguous=city.ambiguous)
    for region in read_entries(language, "regions", "region", RegionRow):
        for words in dict.fromkeys(filter(None, (region.name, *region.names))):
            yield Entry("region", words, code=region.country, proper=True, ambiguous=region.ambiguous)
    for venue in read_entries(language, "venues", "venue", VenueRow):
        for words in venue.words:
            kind = "place_head" if venue.head else "venue"
            yield Entry(kind, words, code=venue.country or "", proper=_proper(words))


def _capitals(language: str) -> dict[str, str]:
    table: dict[str, Any] = read_table(language, "cities")
    return {city["country"]: city["name"] for city in table.get("city", []) if city.get("capital")}


@lru_cache(maxsize=4)
def load(language: str) -> Pack:
    """Load a language's pack; raises PackError with every fault of its tables at once."""
    if language not in LANGUAGES:
        raise PackError(f"no language pack for {language!r}", f"languages with a pack: {', '.join(LANGUAGES)}")
    entries = [
        *_offices(language),
        *_bodies(language),
        *_triggers(language),
        *_markers(language),
        *_places(language),
    ]
    words = (files("bangiao.languages") / language / "ordinary.txt").read_text(encoding="utf-8")
    return Pack(
        language,
        Lexicon(entries),
        frozenset(words.split("\n")),
        _capitals(language),
        read_grammar(language),
    )
