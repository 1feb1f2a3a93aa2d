"""A reading in plain lines: what each stage made of a report, then every finding with its words and rule."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bangiao.cli.messages import clean, count
from bangiao.exports.explain_rows import Row, rows
from bangiao.findings.confidence import Trust, trust_in
from bangiao.model.evidence import Evidence
from bangiao.model.findings import Commitment, Statement

if TYPE_CHECKING:
    from bangiao.pipeline import Reading

MARGIN = 14
LABEL = 8  # columns of a label in the trace


def report_lines(one: "Reading", traced: bool = True) -> Iterator[str]:
    """Everything that is said of one report, none of it longer than the terminal is wide; `traced` with every step."""
    width = max(40, shutil.get_terminal_size((80, 24)).columns)
    report = one.report
    yield clean(f"{report.id}: {report.headline or 'no headline'}")
    for step in steps(one, traced):
        yield from _wrapped(step, width)
    for number, contact in enumerate(one.findings.contacts):
        yield ""
        yield f"contact {number + 1}: {contact.form} · {contact.status} · {contact.mode}"
        trust = trust_in(report, one.findings.contacts, number)
        for row in rows(contact):
            yield from _row_lines(row, trust.get(row.field), width)
    for commitment in one.findings.commitments:
        yield from _sentence_lines("commitment", commitment, width)
    for statement in one.findings.statements:
        yield from _sentence_lines("statement", statement, width)
    for doubt in dict.fromkeys((*report.doubts, *one.findings.doubts)):
        yield from _field("doubt", doubt.message + (f" “{doubt.quote}”" if doubt.quote else ""), width)


def steps(one: "Reading", traced: bool) -> Iterator[str]:
    """What each stage made of the report, in order."""
    report, told = one.report, one.findings
    kinds = ", ".join(dict.fromkeys(block.kind for block in report.blocks)) or "nothing"
    yield f"cut: {report.language or 'unknown language'}, published {report.published or 'not stated'}; {kinds}"
    if traced:
        from bangiao.findings.trace import trace

        yield from trace(report).splitlines()
    made = (
        count(len(told.contacts), "contact"),
        count(len(told.commitments), "commitment"),
        count(len(told.statements), "statement"),
        count(len(told.doubts), "doubt"),
    )
    yield f"found: {', '.join(made)}"


def _row_lines(row: Row, trust: Trust | None, width: int) -> Iterator[str]:
    """A field with its words; trust is told where it is not high, with what counts against it."""
    told = f" · trust: {trust.level} ({'; '.join(trust.against)})" if trust and trust.level != "high" else ""
    yield from _field(row.label, (row.value or "—") + told, width)
    for cite in row.cites:
        yield from _field("", cited(cite), width)
    for why in row.inferred:
        yield from _field("", f"inferred: {why.reason}" + (f" “{why.quote}”" if why.quote else ""), width)


def _sentence_lines(what: str, item: Commitment | Statement, width: int) -> Iterator[str]:
    yield ""
    yield clean(f"{what}: {item.kind} by {', '.join(item.by) or '—'} ({', '.join(item.topics) or 'no topic'})")
    for cite in item.evidence:
        yield from _field("", cited(cite), width)


def cited(cite: Evidence) -> str:
    """A citation in one line: the words, where they stand, the rule."""
    return f"“{cite.quote}” line {cite.line} · {cite.rule}"


def _field(label: str, value: str, width: int) -> list[str]:
    return textwrap.wrap(
        clean(value), width, initial_indent=f"  {label:<{MARGIN - 2}}", subsequent_indent=" " * MARGIN
    ) or [f"  {label}"]


def _wrapped(text: str, width: int) -> list[str]:
    """A line of a stage, indented as it was given; a label at its start stays in a column of its own."""
    indent = 2 + len(text) - len(text.lstrip())
    hang = indent + (LABEL if text.strip()[LABEL - 1 : LABEL] == " " and indent > 2 else 2)
    return textwrap.wrap(clean(text.strip()), width, initial_indent=" " * indent, subsequent_indent=" " * hang)
