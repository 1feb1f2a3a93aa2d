"""Whom and what a few typed words can mean: people under any spelling, sentences, the contacts told in them."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

from msgspec import Struct
from sqlalchemy import Connection, func, select

from bangiao.register import sentence_index
from bangiao.register.ask_people import persons
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.chunks import chunks
from bangiao.register.near import on_side
from bangiao.register.records import Person, ReportHead
from bangiao.register.schema import contacts, findings, name_keys, participants, readings, reports, spellings
from bangiao.register.sentence_index import Phrases, Place
from bangiao.resolution.names import plain
from bangiao.spelling import sought
from bangiao.spelling.compare import name_match

__all__ = ["NameFound", "Phrases", "Place", "SearchAnswers", "SentenceFound"]

_BEST_BY_SOUND = 0.9  # only letters fit wholly
_ENOUGH = 0.5
_MOST = 50


class NameFound(Struct, frozen=True):
    """A person whom typed words can mean, in which spelling, and how well it fits (1: letter by letter)."""

    person: Person
    spelling: str
    score: float
    contacts: int


class SentenceFound(Struct, frozen=True):
    """A sentence that holds the words; `start` counts code points of the report's text."""

    report: ReportHead
    line: int
    start: int
    words: str


class SearchAnswers:
    """Search, as a part of what a register can be asked."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def names_like(self, typed: str) -> tuple[NameFound, ...]:
        """People whom a typed name can mean, in any spelling or script, the best first."""
        with self._reading() as connection:
            return names(connection, typed)

    def sentences_with(self, asked: Phrases, offset: int, limit: int) -> tuple[tuple[SentenceFound, ...], int]:
        """Sentences that hold the words, the best first, and how many there are; ask `index_words` before."""
        with self._reading() as connection:
            if not sentence_index.is_made(connection):
                return (), 0
            places, total = sentence_index.find(connection, asked, offset, limit)
            return sentences(connection, places), total

    def told_in(self, asked: Phrases, limit: int) -> tuple[str, ...]:
        """The contacts told in the best of these sentences, by id."""
        with self._reading() as connection:
            if not sentence_index.is_made(connection):
                return ()
            return told_in(connection, sentence_index.find(connection, asked, 0, limit)[0])


def names(connection: Connection, typed: str) -> tuple[NameFound, ...]:
    """People of this name in any spelling or script, the best first: letters without marks, then sounds."""
    best: dict[str, tuple[float, str]] = {}
    for person, spelling, score in (*_by_letters(connection, typed), *_by_sound(connection, typed)):
        if score > best.get(person, (0.0, ""))[0]:
            best[person] = (score, spelling)
    told = _contacts_of(connection, best)
    found = [
        NameFound(one, best[one.id][1], best[one.id][0], told.get(one.id, 0)) for one in persons(connection, [*best])
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, -one.contacts, one.person.name))[:_MOST])


def _by_letters(connection: Connection, typed: str) -> list[tuple[str, str, float]]:
    """Names that hold the syllables one after the other, with or without marks and hyphens."""
    wanted = _bare(typed)
    if not wanted:
        return []
    # the hyphens of syllable spellings count as spaces: the first syllable alone narrows the search
    query = select(spellings.c.person_id, spellings.c.spelling)
    within = query.where(spellings.c.plain.contains(wanted.split()[0], autoescape=True))
    found = []
    for person, spelling in connection.execute(within):
        bare = _bare(spelling)
        if f" {wanted} " in f" {bare} ":
            found.append((person, spelling, 1.0 if wanted == bare else 0.8))
    return found


def _by_sound(connection: Connection, typed: str) -> list[tuple[str, str, float]]:
    """Names that sound alike or are written in another script, as the register compares names."""
    found: dict[tuple[str, str], float] = {}
    ways = dict.fromkeys((typed, typed.replace("-", "")))  # a name by syllables may be one word
    sides = connection.scalars(select(spellings.c.side).distinct()).all()
    wanted = {on_side(key, side) for way in ways for key in sought(way) for side in sides}
    for chunk in chunks(sorted(wanted)):
        query = select(spellings.c.person_id, spellings.c.spelling).join(
            name_keys, name_keys.c.base_id == spellings.c.base_id
        )
        for person, spelling in connection.execute(query.where(name_keys.c.key.in_(chunk)).distinct()):
            score = max(_likeness(way, spelling) for way in ways)
            if score:
                found[person, spelling] = score
    return [(person, spelling, score) for (person, spelling), score in found.items()]


def _likeness(typed: str, spelling: str) -> float:
    """How well a spelling fits what was typed, 0 where it does not; a single word may fit one word of a name."""
    whole = name_match(typed, spelling)
    if whole.verdict == "same":
        return min(whole.score, _BEST_BY_SOUND)
    words = spelling.split()
    if len(typed.split()) > 1 or len(words) < 2:
        return 0.0
    match = max((name_match(typed, word) for word in words), key=lambda one: (one.verdict == "same", one.score))
    return {"same": 0.7, "unsure": 0.5}.get(match.verdict, 0.0) if match.score >= _ENOUGH else 0.0


def _bare(words: str) -> str:
    return " ".join("".join(ch if ch.isalnum() else " " for ch in plain(words)).split())


def _contacts_of(connection: Connection, people: Iterable[str]) -> dict[str, int]:
    told: dict[str, int] = {}
    for chunk in chunks(sorted(people)):
        number = func.count(participants.c.contact_id.distinct())
        query = select(participants.c.person_id, number).join(contacts)
        query = query.where(participants.c.person_id.in_(chunk), ~contacts.c.rejected)
        told.update((person, count) for person, count in connection.execute(query.group_by(participants.c.person_id)))
    return told


def sentences(connection: Connection, places: Sequence[Place]) -> tuple[SentenceFound, ...]:
    """The words at these places, in their order."""
    heads, texts = {}, {}
    for chunk in chunks(sorted({one.report for one in places})):
        query = select(*HEAD, readings.c.text).join(readings, readings.c.reading_id == reports.c.reading_id)
        for row in connection.execute(query.where(reports.c.report_id.in_(chunk))).mappings():
            heads[row["report_id"]], texts[row["report_id"]] = head(row), row["text"]
    return tuple(
        SentenceFound(heads[one.report], one.line, one.start, texts[one.report][one.start : one.end])
        for one in places
        if one.report in heads
    )


def told_in(connection: Connection, places: Sequence[Place]) -> tuple[str, ...]:
    """The contacts whose trigger stands in these sentences, in the order of the sentences."""
    found: dict[str, None] = {}
    for one in places:
        here = (findings.c.report_id == one.report, findings.c.kind == "contact", findings.c.contact_id.is_not(None))
        within = (findings.c.start >= one.start, findings.c.start < one.end)
        found |= dict.fromkeys(connection.scalars(select(findings.c.contact_id).where(*here, *within)))
    return tuple(found)
