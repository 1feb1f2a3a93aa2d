"""Commitments and statements out of the register: the sentence, by whom, about what, in which contact, and when."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from bangiao.model.findings import Side
from bangiao.model.vocabulary import Form, Status
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.chunks import chunks
from bangiao.register.said import CommitmentRecord, StatementRecord
from bangiao.register.schema import (
    commitments,
    contacts,
    evidence,
    findings,
    mentions,
    parties,
    reports,
    statements,
    topics,
)
from bangiao.resolution.commitments import ToldContact, setting
from bangiao.resolution.dates import bounds
from bangiao.resolution.names import side_label


class _Label(msgspec.Struct, frozen=True):
    country: str | None = None
    org: str | None = None


class _Glimpse(msgspec.Struct, frozen=True):
    """Of a stored contact only what says where a sentence was said; decoding the whole takes four times as long."""

    form: Form
    status: Status
    sides: tuple[_Label, ...]


_glimpse = msgspec.json.Decoder(_Glimpse)


class _Around(msgspec.Struct, frozen=True):
    """What stands around sentences: who speaks, topics, contacts told, and the contacts' dates."""

    by: dict[str, list[Any]]
    topics: dict[str, list[Any]]
    told: dict[str, Sequence[ToldContact]]
    dates: dict[str, tuple[str | None, str | None]]


def commitments_made(connection: Connection) -> tuple[CommitmentRecord, ...]:
    """All commitments, by report and place."""
    around = _around(connection, findings.c.kind == "commitment")
    rows = connection.execute(_sentences(commitments, commitments.c.commitment_id)).mappings()
    return tuple(CommitmentRecord(kind=row["kind"], **_said(row, around)) for row in rows)


def statements_made(connection: Connection, telling: Callable[[str], bool]) -> tuple[StatementRecord, ...]:
    """The statements whose words are wanted, by report and place."""
    quoted = select(evidence.c.finding_id, evidence.c.quote).join(findings)
    quoted = quoted.where(findings.c.kind == "statement", evidence.c.position == 0)
    wanted = sorted(finding for finding, quote in connection.execute(quoted) if telling(quote))
    if not wanted:
        return ()
    query = _sentences(statements, statements.c.statement_id)
    made: list[StatementRecord] = []
    for chunk in chunks(wanted):
        mine = findings.c.finding_id.in_(chunk)
        around = _around(connection, mine)
        rows = connection.execute(query.where(mine)).mappings()
        made += [StatementRecord(kind=row["kind"], **_said(row, around)) for row in rows]
    return tuple(sorted(made, key=lambda one: (one.report.id, one.start, one.id)))


def names_told(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The names of people that each report gives."""
    query = select(findings.c.report_id, mentions.c.name).join(findings).where(mentions.c.name.is_not(None)).distinct()
    found: dict[str, list[str]] = defaultdict(list)
    for report, name in connection.execute(query.order_by(findings.c.report_id, mentions.c.name)):
        found[report].append(name)
    return {report: tuple(names) for report, names in found.items()}


def _sentences(table: Table, key: Any) -> Select[Any]:
    """Each sentence with its first citation and the words that carry the act."""
    act = evidence.alias("act")
    query = select(
        key.label("said_id"),
        table.c.kind,
        table.c.line,
        findings.c.finding_id,
        evidence.c.start,
        evidence.c.end,
        evidence.c.quote,
        act.c.start.label("act_start"),
        act.c.end.label("act_end"),
        *HEAD,
    )
    query = query.join(findings, findings.c.finding_id == table.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.join(evidence, (evidence.c.finding_id == findings.c.finding_id) & (evidence.c.position == 0))
    query = query.outerjoin(act, (act.c.finding_id == findings.c.finding_id) & (act.c.field == "kind"))
    return query.order_by(reports.c.report_id, evidence.c.start, findings.c.finding_id)


def _said(row: RowMapping, around: _Around) -> dict[str, Any]:
    """The fields that commitments and statements share."""
    start, end, by = row["start"], row["end"], tuple(around.by.get(row["finding_id"], ()))
    told = around.told.get(row["report_id"], ())
    found = setting(start, end, by, told, invites=row["kind"] == "invited")
    contact = found.contact if found else None
    meant = [one for one in told if one.contact == contact]
    sides = frozenset(by).union(*(one.sides for one in meant))
    date, basis = around.dates.get(contact or "", (None, None))
    if not bounds(date) and row["published"]:
        date, basis = row["published"], "from publication date"
    within = row["act_start"] is not None and start <= row["act_start"] <= row["act_end"] <= end
    return {
        "id": row["said_id"],
        "by": by,
        "topics": tuple(around.topics.get(row["finding_id"], ())),
        "report": head(row),
        "line": row["line"],
        "start": start,
        "end": end,
        "quote": row["quote"],
        "act": (row["act_start"] - start, row["act_end"] - start) if within else (0, 0),
        "contact": contact,
        "contact_basis": found.why if found else "",
        "date": date,
        "date_basis": basis,
        "sides": sides,
        "visited": any(one.form == "visit" and one.status == "held" for one in meant),
        "recalled": tuple(
            dict.fromkeys(
                one.contact
                for one in told
                if one.status == "recalled" and start <= one.start < end and one.sides & sides
            )
        ),
    }


def _around(connection: Connection, wanted: ColumnElement[bool]) -> _Around:
    mine = select(findings.c.finding_id).where(wanted)
    by, about = (
        _lists(connection, select(table.c.finding_id, column).where(table.c.finding_id.in_(mine)), table)
        for table, column in ((parties, parties.c.party), (topics, topics.c.topic))
    )
    made = select(findings.c.report_id).where(wanted)
    query = select(
        findings.c.report_id,
        findings.c.contact_id,
        findings.c.start,
        findings.c.content,
        contacts.c.date,
        contacts.c.date_basis,
    )
    query = query.join(contacts, contacts.c.contact_id == findings.c.contact_id)
    query = query.where(~contacts.c.rejected, findings.c.report_id.in_(made)).order_by(findings.c.finding_id)
    told: dict[str, list[ToldContact]] = defaultdict(list)
    dates: dict[str, tuple[str | None, str | None]] = {}
    for report, contact, start, content, date, basis in connection.execute(query):
        one = _glimpse.decode(content)
        labels = frozenset(side_label(Side(side.country, side.org)) for side in one.sides)
        told[report].append(ToldContact(contact, start, one.form, one.status, labels))
        dates[contact] = (date, basis)
    return _Around(by, about, dict(told), dates)


def _lists(connection: Connection, query: Select[Any], table: Table) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for finding, value in connection.execute(query.order_by(*table.primary_key.columns)):
        found[finding].append(value)
    return found
