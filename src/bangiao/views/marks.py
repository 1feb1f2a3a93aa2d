"""Which stretches of a report's text are marked, in which colour, and for which finding."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from bangiao.model.evidence import Evidence
from bangiao.model.findings import Commitment, Contact, Findings, Statement

# the kinds that have a colour of their own, with the name that the legend gives them
KINDS = {
    "trigger": "trigger",
    "person": "person",
    "office": "office",
    "side": "country, organisation, body",
    "date": "date",
    "place": "place",
    "occasion": "occasion",
    "manner": "status, mode, role",
    "commitment": "commitment",
    "statement": "statement",
}
SENTENCES = ("commitment", "statement")

_KIND_OF = (
    (re.compile(r"^(form|trigger)$"), "trigger"),
    (re.compile(r"\.name$"), "person"),
    (re.compile(r"\.office$"), "office"),
    (re.compile(r"\.role$|^(mode|status|channels?)\b"), "manner"),
    (re.compile(r"^sides\b|^by\b"), "side"),
    (re.compile(r"^date"), "date"),
    (re.compile(r"^(venue|city|country)$"), "place"),
    (re.compile(r"^(occasion|visit_kind|session)$"), "occasion"),
)


class Mark(Struct, frozen=True):
    """A stretch of text that one finding cites; `label` is the finding's number on the page ("1", "C2")."""

    start: int
    end: int
    kind: str
    label: str
    note: str


class Piece(Struct, frozen=True):
    """A stretch of text over which the same marks hold, the shortest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def kind_of(field: str) -> str:
    """The colour that a field's path belongs to."""
    return next((kind for pattern, kind in _KIND_OF if pattern.search(field)), "manner")


def labelled(findings: Findings) -> Iterator[tuple[str, Contact | Commitment | Statement]]:
    """Every finding with its number on the page: 1, 2 … contacts, C1 … commitments, S1 … statements."""
    for number, contact in enumerate(findings.contacts, 1):
        yield str(number), contact
    for number, commitment in enumerate(findings.commitments, 1):
        yield f"C{number}", commitment
    for number, statement in enumerate(findings.statements, 1):
        yield f"S{number}", statement


def marks(findings: Findings) -> list[Mark]:
    """All marks of a report, in the order of the text."""
    found = {
        Mark(cite.start, cite.end, _kind(finding, place, cite), label, f"{label} · {cite.field} · {cite.rule}")
        for label, finding in labelled(findings)
        for place, cite in enumerate(finding.evidence)
        if cite.start < cite.end
    }
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.label, mark.kind))


def _kind(finding: Contact | Commitment | Statement, place: int, cite: Evidence) -> str:
    if isinstance(finding, Contact):
        return "trigger" if place == 0 else kind_of(cite.field)
    sentence = "commitment" if isinstance(finding, Commitment) else "statement"
    return sentence if place == 0 else kind_of(cite.field)


def pieces(start: int, end: int, found: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a stretch of text wherever a mark begins or ends."""
    here = [mark for mark in found if mark.start < end and mark.end > start]
    bounds = {start, end} | {min(max(edge, start), end) for mark in here for edge in (mark.start, mark.end)}
    for left, right in pairwise(sorted(bounds)):
        over = [mark for mark in here if mark.start <= left and right <= mark.end]
        yield Piece(left, right, tuple(sorted(over, key=lambda mark: (mark.end - mark.start, mark.label))))
