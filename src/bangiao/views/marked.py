"""A report with everything that was found in it marked, and what was found beside it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.findings.confidence import Trust, trust_in
from bangiao.model.findings import Commitment, Contact, Findings, Statement
from bangiao.model.report import Block, Related, Report
from bangiao.model.vocabulary import CommitmentKind, StatementKind, Topic
from bangiao.register.records import DoubtRecord, ReportHead, Version
from bangiao.resolution.names import person_id, side_label
from bangiao.text.place import Lines
from bangiao.views.citations import Citation
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.marks import SENTENCES, Mark, Piece, marks, pieces

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

ASIDE = ("related", "teaser", "furniture", "unmarked")
SCALARS = ("form", "status", "mode", "date", "venue", "city", "country", "occasion", "visit_kind", "session")


class MarkedPiece(Struct, frozen=True):
    """A stretch of text over which the same marks hold, from code point `start` on.

    `field` is the kind of the narrowest mark ("person", "date" …), `sentences` says whether it lies in a commitment
    or statement; `findings` are the numbers on the page of what is marked here, `ends` of what ends here.
    """

    start: int
    text: str
    field: str | None = None
    sentences: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Zone(Struct, frozen=True):
    """One part of the page; `aside` parts stand around the report. `line` is 1-based."""

    kind: str
    line: int
    aside: bool
    pieces: tuple[MarkedPiece, ...]


class FoundField(Struct, frozen=True):
    """A field of a finding: what kind of field, its value, its words, and how far it can be trusted.

    `person` is the id of a person's spelling, by which the register finds the person.
    """

    name: str
    value: str | None
    trust: Trust
    citations: tuple[Citation, ...]
    person: str | None = None


class FoundContact(Struct, frozen=True):
    """A contact as this report tells it; `shown` is the register's contact after all reports, null where rejected."""

    number: str
    contact: Contact
    shown: ContactLine | None
    fields: tuple[FoundField, ...]


class FoundSentence(Struct, frozen=True):
    """A commitment or statement: its number on the page, its kind, who said it and about what, and its words."""

    number: str
    kind: CommitmentKind | StatementKind
    by: tuple[str, ...]
    speaker: str | None
    topics: tuple[Topic, ...]
    citation: Citation | None


class MarkedView(Struct, frozen=True):
    """A report in its current version: its parts in order with their marks, and every finding with its words."""

    report: ReportHead
    published_basis: str | None
    updated: str | None
    byline: str | None
    credit: str | None
    related: tuple[Related, ...]
    zones: tuple[Zone, ...]
    contacts: tuple[FoundContact, ...]
    commitments: tuple[FoundSentence, ...]
    statements: tuple[FoundSentence, ...]
    doubts: tuple[DoubtRecord, ...]
    versions: tuple[Version, ...]


def marked(register: "Answers", ident: str, language: str = "vi") -> MarkedView:
    """Show a report with its marks, by the register's id, its own id or its address; raises QuestionError."""
    record = register.report(ident)
    report, findings, head = record.report, record.findings, record.head
    shown = {one.id: contact_line(one, language) for one in register.contacts_of(one for one in record.contacts if one)}
    ids = [*record.contacts, *[None] * (len(findings.contacts) - len(record.contacts))]
    contacts = tuple(
        FoundContact(
            str(place + 1),
            contact,
            shown.get(ids[place] or ""),
            tuple(_fields(contact, head.id, trust_in(report, findings.contacts, place))),
        )
        for place, contact in enumerate(findings.contacts)
    )
    return MarkedView(
        report=head,
        published_basis=report.published_basis,
        updated=report.updated,
        byline=report.byline,
        credit=report.credit,
        related=report.related,
        zones=tuple(zones(report, marks(findings))),
        contacts=contacts,
        commitments=_sentences(head.id, "C", findings.commitments),
        statements=_sentences(head.id, "S", findings.statements),
        doubts=register.doubts(report=head.id),
        versions=record.versions,
    )


class Beside(Struct, frozen=True):
    """A report beside a contact: its text with the words of this contact alone marked."""

    report: ReportHead
    zones: tuple[Zone, ...]


def beside(register: "Answers", contact: str, report: str | None = None) -> Beside | None:
    """The words of a contact in one of the reports that tell it, by default the one that cites most; null for none."""
    told = register.told(contact)
    if not told:
        return None
    by_words = max(told, key=lambda one: len(one.contact.evidence))
    chosen = next((one.report.id for one in told if one.report.id == report), by_words.report.id)
    contacts = tuple(one.contact for one in told if one.report.id == chosen)
    record = register.report(chosen)
    return Beside(record.head, tuple(zones(record.report, marks(Findings(chosen, contacts)))))


def zones(report: Report, found: Sequence[Mark]) -> Iterator[Zone]:
    """Every part of the page in order, what lies between its parts too, cut wherever a mark begins or ends."""
    lines, at = Lines(report.text), 0
    for block in (*report.blocks, None):
        start = block.span.start if block else len(report.text)
        if report.text[at:start].strip():
            yield _zone(report.text, lines, "unmarked", at, start, found)
        if isinstance(block, Block):
            yield _zone(report.text, lines, block.kind, block.span.start, block.span.end, found)
            at = block.span.end


def _zone(text: str, lines: Lines, kind: str, start: int, end: int, found: Sequence[Mark]) -> Zone:
    cut = []
    for piece in pieces(start, end, found):
        fields = [mark.kind for mark in piece.marks if mark.kind not in SENTENCES]
        cut.append(
            MarkedPiece(
                piece.start,
                text[piece.start : piece.end],
                fields[0] if fields else None,
                tuple(sorted({mark.kind for mark in piece.marks} & set(SENTENCES))),
                tuple(dict.fromkeys(mark.label for mark in piece.marks)),
                tuple(dict.fromkeys(mark.label for mark in piece.marks if _ends(mark, piece))),
            )
        )
    return Zone(kind, lines.number(start), kind in ASIDE, tuple(cut))


def _ends(mark: Mark, piece: Piece) -> bool:
    """Whether a number stands here: at the end of each field of a contact, once at the end of a sentence."""
    return mark.end == piece.end and (mark.label.isdigit() or mark.kind in SENTENCES)


def _fields(contact: Contact, report: str, trust: Mapping[str, Trust]) -> Iterator[FoundField]:
    """The fields of a contact that hold something, each with its own words; the trigger goes with the form."""

    def field(name: str, value: str | None, *paths: str, person: str | None = None) -> FoundField:
        known = next((trust[path] for path in paths if path in trust), Trust("high"))
        return FoundField(name, value, known, _citations(contact, report, paths), person)

    for name in SCALARS:
        if value := getattr(contact, name):
            yield field(name, value, *((name, "trigger") if name == "form" else (name,)))
    for number, side in enumerate(contact.sides):
        path = f"sides.{number}"
        yield field("side", side.country or side.org, f"{path}.country", f"{path}.org", path)
        for place, body in enumerate(side.bodies):
            yield field("body", body, f"{path}.bodies.{place}")
        for place, one in enumerate(side.people):
            at = f"{path}.people.{place}"
            spelling = person_id(one.name, side_label(side)) if one.name else None
            yield field("person", one.name, f"{at}.name", at, person=spelling)
            if one.office:
                yield field("office", one.office, f"{at}.office")
            if one.role:
                yield field("role", one.role, f"{at}.role")
    if contact.channels:
        below = (f"channels.{place}" for place in range(len(contact.channels)))
        yield field("channels", ", ".join(contact.channels), "channels", *below)


def _citations(contact: Contact, report: str, paths: Sequence[str]) -> tuple[Citation, ...]:
    said = (
        Citation(report, one.quote, one.line, one.start, one.end, rule=one.rule)
        for one in contact.evidence
        if one.field in paths
    )
    read = (
        Citation(report, one.quote, one.line, one.start, one.end, reason=one.reason)
        for one in contact.inferred
        if one.field in paths
    )
    return tuple(dict.fromkeys((*said, *read)))


def _sentences(report: str, letter: str, found: Sequence[Commitment | Statement]) -> tuple[FoundSentence, ...]:
    return tuple(
        FoundSentence(
            f"{letter}{number}",
            one.kind,
            one.by,
            one.speaker if isinstance(one, Statement) else None,
            one.topics,
            next(
                (Citation(report, cite.quote, cite.line, cite.start, cite.end, cite.rule) for cite in one.evidence),
                None,
            ),
        )
        for number, one in enumerate(found, 1)
    )
