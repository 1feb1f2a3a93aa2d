"""One report: its text by parts, what it tells, and its versions."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.findings import Commitment, Statement
from bangiao.model.report import Related
from bangiao.model.vocabulary import BlockKind
from bangiao.register.records import DoubtRecord, ReportHead, Version
from bangiao.text.place import Lines
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class TextPart(Struct, frozen=True):
    """One part of the page: headline, body, caption, furniture …, with the line on which it begins."""

    kind: BlockKind
    line: int
    text: str


class ReportView(Struct, frozen=True):
    """A report in its current version; `contacts` are shown as the register has them, after all reports."""

    report: ReportHead
    updated: str | None
    byline: str | None
    credit: str | None
    captions: tuple[str, ...]
    related: tuple[Related, ...]
    parts: tuple[TextPart, ...]
    contacts: tuple[ContactLine, ...]
    commitments: tuple[Commitment, ...]
    statements: tuple[Statement, ...]
    doubts: tuple[DoubtRecord, ...]
    versions: tuple[Version, ...]


def report(register: "Answers", ident: str, language: str = "vi") -> ReportView:
    """Show one report by the register's id, its own id or its address; raises QuestionError."""
    found = register.report(ident)
    text, lines = found.report.text, Lines(found.report.text)
    records = {one.id: one for one in register.contacts_of(one for one in found.contacts if one)}
    order = dict.fromkeys(one for one in found.contacts if one)
    return ReportView(
        report=found.head,
        updated=found.report.updated,
        byline=found.report.byline,
        credit=found.report.credit,
        captions=found.report.captions,
        related=found.report.related,
        parts=tuple(TextPart(one.kind, lines.number(one.span.start), one.span.of(text)) for one in found.report.blocks),
        contacts=tuple(contact_line(records[one], language) for one in order if one in records),
        commitments=found.findings.commitments,
        statements=found.findings.statements,
        doubts=register.doubts(report=found.head.id),
        versions=found.versions,
    )
