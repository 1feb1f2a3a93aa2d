"""Changes of hands that a report tells: who is elected, appointed, sworn in, confirmed, or leaves an office.

Only people whom the report's contacts name are looked at; the words of the report are the evidence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bangiao.model.findings import Findings
from bangiao.model.report import Report
from bangiao.resolution.names import name_key, side_label
from bangiao.resolution.offices import begins_office, posts, titles
from bangiao.resolution.tables import any_of, table
from bangiao.text.fold import fold
from bangiao.text.place import Lines
from bangiao.text.sentences import sentences

ChangeKind = Literal["takes", "keeps", "leaves", "farewell"]

_GAP = 40  # characters between a name and what is told of it; more may hold another person
_LONGEST = 160  # characters of an office
_END = re.compile(
    r"[,;.()\n\"“”]| nhiệm kỳ| khóa | nhân dịp| ngày | hôm | thay | sau khi | đã | với | từ | trong | vào "
    r"| và (?=(?:ông|bà|ngài|đồng chí|được|sẽ|gửi) )",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:sẽ|chưa|không|dự kiến|có thể|mong|để) (?:\w+ )?$")


class Change(Struct, frozen=True, order=True):
    """One change of hands as a report words it.

    `name` and `side` are those of the contact; `office` holds the words of the office. `told` is the
    report's day of publication (YYYY-MM-DD, or null): who takes, keeps or leaves an office does so on or
    before it, a farewell comes shortly before the end. Offsets and `line` are those of the quoted words.
    """

    start: int
    end: int
    line: int
    quote: str
    kind: ChangeKind
    name: str
    side: str
    office: str
    told: str | None


class Person(Struct, frozen=True):
    """Someone whom a contact of the report names, and in which office."""

    name: str
    side: str
    office: str | None


class Telling(Struct, frozen=True):
    """Words that tell a change, and of which kind."""

    words: str
    kind: ChangeKind


@lru_cache(maxsize=1)
def tellings() -> tuple[Telling, ...]:
    """The words of the table, the longest first."""
    found = [Telling(name_key(words), row["kind"]) for row in table("changes")["change"] for words in row["words"]]
    return tuple(sorted(found, key=lambda one: (-len(one.words), one.words)))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return any_of(one.words for one in tellings())


def changes(report: Report, findings: Findings) -> tuple[Change, ...]:
    """The changes that a report tells of the people in its contacts, in order; each once."""
    people = _people(findings)
    if not people or not _pattern().search(fold(report.text).lower):
        return ()
    lines = Lines(report.text)
    found: dict[tuple[str, str, str, str], Change] = {}
    for block in report.blocks:
        if block.kind not in ("headline", "body"):
            continue
        for start, end in sentences(report.text, block.span.start, block.span.end):
            for one in _of_sentence(report, lines, start, end, people):
                found.setdefault((one.name, one.side, one.kind, name_key(one.office)), one)
    return tuple(sorted(found.values()))


def change_titles(change: Change) -> frozenset[str]:
    """The posts that a change is about, in the form that compares."""
    return titles(change.office, change.side)


def _people(findings: Findings) -> tuple[Person, ...]:
    found: dict[tuple[str, str], Person] = {}
    for contact in findings.contacts:
        for side in contact.sides:
            for one in side.people:
                if one.name and len(one.name.split()) > 1:
                    found.setdefault((one.name, side_label(side)), Person(one.name, side_label(side), one.office))
    return tuple(found.values())


def _of_sentence(report: Report, lines: Lines, start: int, end: int, people: tuple[Person, ...]) -> Iterator[Change]:
    words = report.text[start:end]
    folded = fold(words)
    for match in _pattern().finditer(folded.lower):
        at, after = folded.back(match.start(), match.end())
        if _NOT.search(folded.lower[: match.start()]):
            continue
        named = _nearest(words, at, people)
        if not named:
            continue
        person, first = named
        office = _office(words[after : after + _LONGEST], person.side)
        stop = after + office[1] if office else after
        title = office[0] if office else person.office
        if not title or not begins_office(title):
            continue
        kind = next(one.kind for one in tellings() if one.words == match[0])
        quote = words[first:stop]
        place = start + first
        yield Change(
            place,
            place + len(quote),
            lines.number(place),
            quote,
            kind,
            person.name,
            person.side,
            title,
            report.published,
        )


def _nearest(words: str, at: int, people: tuple[Person, ...]) -> tuple[Person, int] | None:
    """The person named last before a position, where nothing but a few words stand between."""
    found = [(place, person) for person in people if (place := words.rfind(person.name, 0, at)) >= 0]
    if not found:
        return None
    place, person = max(found, key=lambda one: (one[0], len(one[1].name)))
    between = words[place + len(person.name) : at]
    # a capital, a comma or a stop in between may be somebody else's
    return (
        (person, place)
        if len(between) <= _GAP and between == between.lower() and not set(",;.") & set(between)
        else None
    )


def _office(after: str, side: str) -> tuple[str, int] | None:
    """The office that begins right here, with the length of its words; null where none does."""
    lead = len(after) - len(after.lstrip())
    stop = _END.search(after, lead)
    words = after[lead : stop.start() if stop else len(after)].rstrip()
    if not words or not begins_office(words) or not posts(words, side):
        return None
    return words, lead + len(words)
