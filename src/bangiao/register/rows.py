"""From one reading to its rows: what one report says, without a look at any other report."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.model.findings import Commitment, Contact, Findings, Statement
from bangiao.model.report import Report
from bangiao.register.reading import Reading, findings_of, report_of
from bangiao.resolution.contacts import Telling, block_key
from bangiao.resolution.dates import bounds, is_exact
from bangiao.resolution.dating import dated
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.names import body_id, name_key, office_id, person_id, plain, side_label

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# in the order in which they are written: what is referred to comes first
SHARED = ("sources", "people", "spellings", "bodies", "offices")
OWN = (
    "reports",
    "findings",
    "evidence",
    "inferences",
    "mentions",
    "body_mentions",
    "commitments",
    "statements",
    "parties",
    "topics",
    "doubts",
)


class Finding(Struct, frozen=True):
    """Where a finding belongs: its id, its kind, its number among its kind in the report."""

    id: str
    kind: str
    number: int


def rows_of(reading: Reading, report_id: str, rulings: Rulings) -> Rows:
    """All rows that a reading gives, by table. People and bodies may be there already from other reports."""
    report, findings = report_of(reading), dated(findings_of(reading))
    rows: Rows = {table: [] for table in (*SHARED, *OWN)}
    rows["reports"].append(_report_row(reading, report, findings, report_id, rows))
    for number, contact in enumerate(findings.contacts):
        _add_contact(rows, report_id, report, number, contact, rulings)
    said: dict[tuple[str, str], int] = {}
    sentences: list[Commitment | Statement] = [*findings.commitments, *findings.statements]
    for number, one in enumerate(sentences):
        _add_sentence(rows, report_id, number, one, said)
    rows["doubts"] += _doubt_rows(report_id, (*report.doubts, *findings.doubts))
    return rows


def telling_of(report_id: str, number: int, contact: Contact, published: str | None) -> Telling:
    """The contact as a telling, without the evidence that stays with the finding."""
    start = contact.evidence[0].start if contact.evidence else 0
    return Telling(report_id, number, msgspec.structs.replace(contact, evidence=(), inferred=()), published, start)


def _report_row(reading: Reading, report: Report, findings: Findings, report_id: str, rows: Rows) -> Row:
    source = None
    if report.outlet:
        source = short_id("s", name_key(report.outlet))
        rows["sources"].append({"source_id": source, "outlet": report.outlet})
    return {
        "report_id": report_id,
        "reading_id": reading.reading_id,
        "source_id": source,
        "given_id": report.id,
        "url": report.url,
        "headline": report.headline,
        "outlet": report.outlet,
        "published": report.published,
        "language": report.language,
        "diplomatic": bool(findings.contacts),
    }


def _add_contact(rows: Rows, report_id: str, report: Report, number: int, contact: Contact, rulings: Rulings) -> None:
    finding = Finding(f"{report_id}/contact/{number:04}", "contact", number)
    telling = telling_of(report_id, number, contact, report.published)
    rows["findings"].append(
        _finding_row(finding, report_id, contact.evidence, telling.contact, block_key(telling, rulings))
    )
    _add_evidence(rows, finding, contact.evidence, contact.inferred)
    attested = _attested(contact, report.published)
    for side_number, side in enumerate(contact.sides):
        label = side_label(side)
        for position, one in enumerate(side.people):
            row = {"finding_id": finding.id, "side": side_number, "position": position, "attested": attested}
            row |= {"name": one.name, "office": one.office, "role": one.role}
            row |= _person(rows, one.name, label, rulings) | _office(rows, one.office, label)
            rows["mentions"].append(row)
        for position, body in enumerate(side.bodies):
            ident = body_id(body, label)
            rows["bodies"].append({"body_id": ident, "name": body, "side": label})
            rows["body_mentions"].append(
                {"finding_id": finding.id, "side": side_number, "position": position, "body_id": ident, "name": body}
            )


def _person(rows: Rows, name: str | None, label: str, rulings: Rulings) -> Row:
    if not name:
        return {"base_id": None, "person_id": None}
    base = person_id(name, label)
    person = rulings.person(base)
    row = {"person_id": person, "side": label}
    rows["people"].append(row | {"name": name})
    rows["spellings"].append(row | {"base_id": base, "spelling": name, "plain": plain(name)})
    return {"base_id": base, "person_id": person}


def _office(rows: Rows, title: str | None, label: str) -> Row:
    if not title:
        return {"office_id": None}
    ident = office_id(title, label)
    rows["offices"].append({"office_id": ident, "title": title, "side": label})
    return {"office_id": ident}


def _attested(contact: Contact, published: str | None) -> str | None:
    """The day on which people are seen in their offices: the contact's, else the report's.

    A recalled contact may give people the offices that they hold now.
    """
    days = bounds(contact.date) if is_exact(contact.date) and contact.status == "held" else None
    return days.first if days else published


def _add_sentence(
    rows: Rows, report_id: str, number: int, one: Commitment | Statement, said: dict[tuple[str, str], int]
) -> None:
    """A commitment or statement; its id rests on the sentence, so that it stays when the report is read again."""
    kind = "commitment" if isinstance(one, Commitment) else "statement"
    finding = Finding(f"{report_id}/{kind}/{number:04}", kind, number)
    bare = msgspec.structs.replace(one, evidence=(), inferred=())
    rows["findings"].append(_finding_row(finding, report_id, one.evidence, bare, None, one.line))
    _add_evidence(rows, finding, one.evidence, one.inferred)
    quote = one.evidence[0].quote if one.evidence else ""
    turn = said.get((kind + one.kind, quote), 0)
    said[kind + one.kind, quote] = turn + 1
    ident = short_id(kind[0], report_id, one.kind, quote, turn)
    row = {f"{kind}_id": ident, "finding_id": finding.id, "kind": one.kind, "line": one.line}
    if isinstance(one, Statement):
        row["speaker"] = one.speaker
    rows[f"{kind}s"].append(row)
    rows["parties"] += _numbered(finding, "party", one.by)
    rows["topics"] += _numbered(finding, "topic", one.topics)


def _finding_row(
    finding: Finding,
    report_id: str,
    evidence: Sequence[Evidence],
    content: Struct,
    block: str | None,
    line: int = 0,
) -> Row:
    first = evidence[0] if evidence else None
    return {
        "finding_id": finding.id,
        "report_id": report_id,
        "kind": finding.kind,
        "number": finding.number,
        "line": first.line if first else line,
        "start": first.start if first else 0,
        "block": block,
        "contact_id": None,
        "content": msgspec.json.encode(content).decode(),
    }


def _add_evidence(rows: Rows, finding: Finding, cited: Iterable[Evidence], inferred: Iterable[Inference]) -> None:
    for table, entries in (("evidence", cited), ("inferences", inferred)):
        for position, entry in enumerate(entries):
            row = {"finding_id": finding.id, "position": position, **msgspec.structs.asdict(entry)}
            rows[table].append(row)


def _numbered(finding: Finding, column: str, values: Iterable[str]) -> list[Row]:
    return [{"finding_id": finding.id, "position": at, column: value} for at, value in enumerate(values)]


def _doubt_rows(report_id: str, doubts: Iterable[Doubt]) -> list[Row]:
    return [
        {"doubt_id": f"{report_id}/doubt/{at:04}", "report_id": report_id, "contact_id": None}
        | msgspec.structs.asdict(doubt)
        for at, doubt in enumerate(doubts)
    ]
