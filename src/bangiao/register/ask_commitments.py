"""Commitments out of the register: the sentence, by whom, about what, and the contact in which it was said."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, exists, select

from bangiao.model.findings import Contact
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.records import CommitmentQuestion, CommitmentRecord
from bangiao.register.schema import commitments, contacts, evidence, findings, parties, reports, topics
from bangiao.resolution.commitments import Setting, ToldContact, setting
from bangiao.resolution.names import side_label


def asked(connection: Connection, question: CommitmentQuestion) -> tuple[CommitmentRecord, ...]:
    """The commitments that fit, by report and place."""
    query = select(
        commitments.c.commitment_id,
        commitments.c.kind,
        commitments.c.line,
        findings.c.finding_id,
        evidence.c.start,
        evidence.c.end,
        evidence.c.quote,
        *HEAD,
    )
    query = query.join(findings, findings.c.finding_id == commitments.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.join(evidence, (evidence.c.finding_id == findings.c.finding_id) & (evidence.c.position == 0))
    query = _fitting(query, question).order_by(reports.c.report_id, evidence.c.start, findings.c.finding_id)
    rows = connection.execute(query).mappings().all()
    by = _lists(connection, select(parties.c.finding_id, parties.c.party).order_by(*parties.primary_key.columns))
    about = _lists(connection, select(topics.c.finding_id, topics.c.topic).order_by(*topics.primary_key.columns))
    told = _told(connection)
    found = []
    for row in rows:
        sides, place = tuple(by.get(row["finding_id"], ())), (row["start"], row["end"])
        said: Setting | None = setting(*place, sides, told.get(row["report_id"], ()))
        found.append(
            CommitmentRecord(
                row["commitment_id"],
                row["kind"],
                sides,
                tuple(about.get(row["finding_id"], ())),
                head(row),
                row["line"],
                *place,
                row["quote"],
                said.contact if said else None,
                said.why if said else "",
            )
        )
    return tuple(found)


def _fitting(query: Select, question: CommitmentQuestion) -> Select:  # type: ignore[type-arg]
    """The conditions of a question."""
    for table, column, value in ((parties, parties.c.party, question.by), (topics, topics.c.topic, question.topic)):
        if value:
            query = query.where(exists().where(table.c.finding_id == findings.c.finding_id, column == value))
    if question.ids is not None:
        query = query.where(commitments.c.commitment_id.in_(question.ids))
    return query


def _lists(connection: Connection, query: Select[str, str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for finding, value in connection.execute(query):
        found[finding].append(value)
    return found


def _told(connection: Connection) -> dict[str, Sequence[ToldContact]]:
    """The contacts that each report with commitments tells, none that was rejected."""
    made = select(findings.c.report_id).where(findings.c.kind == "commitment")
    query = select(findings.c.report_id, findings.c.contact_id, findings.c.start, findings.c.content)
    query = query.join(contacts, contacts.c.contact_id == findings.c.contact_id)
    query = query.where(~contacts.c.rejected, findings.c.report_id.in_(made))
    found: dict[str, list[ToldContact]] = defaultdict(list)
    for report, contact, start, content in connection.execute(query.order_by(findings.c.finding_id)):
        told = msgspec.json.decode(content, type=Contact)
        sides = frozenset(map(side_label, told.sides))
        found[report].append(ToldContact(contact, start, told.form, told.status, sides))
    return dict(found)
