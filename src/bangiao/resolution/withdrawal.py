"""A report without the people who were withdrawn: neither named in what is found nor legible in its text."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

from msgspec.structs import replace

from bangiao.model.evidence import Evidence, Inference
from bangiao.model.findings import Commitment, Contact, Findings, Side, Statement
from bangiao.model.report import Report
from bangiao.resolution.names import side_label
from bangiao.resolution.namesakes import id_after_parting
from bangiao.resolution.tables import any_of

Sentence = TypeVar("Sentence", Commitment, Statement)

BLOT = "█"
NOBODY: Mapping[str, str] = {}
_PLACE = re.compile(r"sides\.(\d+)\.people\.(\d+)(.*)")
_LONG = 5  # letters from which one word of a foreign name is blotted out by itself too


def without(
    report: Report, findings: Findings, withdrawn: Collection[str], signs: Mapping[str, str] = NOBODY
) -> tuple[Report, Findings]:
    """Take withdrawn people out; `withdrawn` holds ids of names. Offsets stay, as each letter becomes a blot.

    `signs` tells the namesakes of this report from others of their name (`Rulings.parted`).
    """
    people = {one for one in withdrawn if one.startswith("p-")}
    names = _names(findings.contacts, people, signs) if people else set()
    if not names:
        return report, findings
    blotted = _blotter(names)
    shown = replace(
        report,
        text=blotted(report.text),
        headline=_maybe(report.headline, blotted),
        byline=_maybe(report.byline, blotted),
        captions=tuple(map(blotted, report.captions)),
        related=tuple(replace(one, headline=blotted(one.headline)) for one in report.related),
    )
    cite = _Citing(shown.text)
    kept = replace(
        findings,
        contacts=tuple(_contact(one, people, signs, cite, blotted) for one in findings.contacts),
        commitments=tuple(cite.again(one) for one in findings.commitments),
        statements=tuple(cite.again(replace(one, speaker=_maybe(one.speaker, blotted))) for one in findings.statements),
        doubts=tuple(
            replace(one, message=blotted(one.message), quote=cite.words(one.start, one.end)) for one in findings.doubts
        ),
    )
    return shown, kept


class _Citing:
    """Quotes anew from the blotted text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def words(self, start: int | None, end: int | None) -> str:
        return "" if start is None or end is None else self._text[start:end]

    def evidence(self, cited: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(replace(one, quote=self.words(one.start, one.end)) for one in cited)

    def inferred(self, read: Iterable[Inference]) -> tuple[Inference, ...]:
        return tuple(replace(one, quote=self.words(one.start, one.end)) for one in read)

    def again(self, one: Sentence) -> Sentence:
        return replace(one, evidence=self.evidence(one.evidence), inferred=self.inferred(one.inferred))


def _names(contacts: Iterable[Contact], people: Collection[str], signs: Mapping[str, str]) -> set[str]:
    return {
        one.name
        for contact in contacts
        for side in contact.sides
        for one in side.people
        if one.name and _gone(side, one.name, people, signs)
    }


def _blotter(names: Collection[str]) -> Callable[[str], str]:
    """Blot out the names, and the long words of names that are not Vietnamese, which stand for them alone."""
    words = set(names)
    for name in names:
        words |= {word for word in name.split() if len(word) >= _LONG and (word.isascii() or "-" in word)}
    pattern = any_of(words, re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: re.sub(r"\w", BLOT, match[0]), text)


def _maybe(words: str | None, blotted: Callable[[str], str]) -> str | None:
    return None if words is None else blotted(words)


def _contact(
    contact: Contact,
    people: Collection[str],
    signs: Mapping[str, str],
    cite: _Citing,
    blotted: Callable[[str], str],
) -> Contact:
    places: dict[tuple[int, int], int] = {}
    sides = []
    for number, side in enumerate(contact.sides):
        kept = [at for at, one in enumerate(side.people) if not _gone(side, one.name, people, signs)]
        places.update({(number, at): new for new, at in enumerate(kept)})
        bodies = tuple(map(blotted, side.bodies))
        sides.append(replace(side, people=tuple(side.people[at] for at in kept), bodies=bodies))
    return replace(
        contact,
        sides=tuple(sides),
        occasion=_maybe(contact.occasion, blotted),
        date_basis=_maybe(contact.date_basis, blotted),
        evidence=cite.evidence(moved(contact.evidence, places)),
        inferred=tuple(
            replace(one, reason=blotted(one.reason)) for one in cite.inferred(moved(contact.inferred, places))
        ),
    )


def _gone(side: Side, name: str | None, people: Collection[str], signs: Mapping[str, str]) -> bool:
    return bool(name) and id_after_parting(name or "", side_label(side), signs) in people


Cited = TypeVar("Cited", Evidence, Inference)


def moved(cited: Iterable[Cited], places: dict[tuple[int, int], int]) -> Iterable[Cited]:
    """The citations of those who are left, at their new places in the list of people."""
    for one in cited:
        match = _PLACE.fullmatch(one.field)
        if not match:
            yield one
        elif (at := places.get((int(match[1]), int(match[2])))) is not None:
            yield replace(one, field=f"sides.{match[1]}.people.{at}{match[3]}")
