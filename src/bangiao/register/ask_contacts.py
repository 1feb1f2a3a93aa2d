"""Contacts out of the register: pages of them, single ones, and what each report says."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from bangiao.model.evidence import Evidence, Inference
from bangiao.model.findings import Contact
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.records import (
    Attendant,
    ContactPage,
    ContactQuestion,
    ContactRecord,
    ContactSide,
    Density,
    Repeated,
    Told,
)
from bangiao.register.schema import (
    contact_bodies,
    contact_channels,
    contact_sides,
    contacts,
    copies,
    evidence,
    findings,
    inferences,
    mentions,
    participants,
    reports,
)

_CHUNK = 500


def page(connection: Connection, question: ContactQuestion) -> ContactPage:
    """The contacts that fit, those of one page only."""
    fitting = asked(question)
    days = _days(question)
    total = connection.scalar(select(func.count()).select_from(contacts).where(*fitting, *days)) or 0
    undated = 0
    if days:
        unknown = contacts.c.first_day.is_(None)
        undated = connection.scalar(select(func.count()).select_from(contacts).where(*fitting, unknown)) or 0
    query = select(contacts.c.contact_id).where(*fitting, *days).order_by(*_order(question.newest))
    ids = connection.scalars(query.offset(question.offset).limit(question.limit)).all()
    found = {one.id: one for one in records(connection, ids)}
    return ContactPage(tuple(found[one] for one in ids), total, undated)


def _order(newest: str | None) -> tuple[ColumnElement[Any], ...]:
    """By date; where asked the latest up to a day first, then later ones, those of no known year last all the same."""
    if newest is None:
        return contacts.c.sort, contacts.c.contact_id
    later = contacts.c.first_day > newest
    return contacts.c.first_day.is_(None), later, contacts.c.sort.desc(), contacts.c.contact_id


def sides(connection: Connection) -> tuple[str, ...]:
    """The labels of all sides, those with most contacts first."""
    number = func.count(contact_sides.c.contact_id.distinct())
    query = select(contact_sides.c.label).group_by(contact_sides.c.label)
    return tuple(connection.scalars(query.order_by(number.desc(), contact_sides.c.label)))


def density(connection: Connection, question: ContactQuestion, monthly: bool) -> tuple[Density, ...]:
    """How many of the contacts that fit begin in each year or month, by status; undated ones are left out."""
    period = func.substr(contacts.c.first_day, 1, 7 if monthly else 4).label("period")
    query = select(period, contacts.c.status, func.count()).where(*asked(question), *_days(question))
    query = query.where(contacts.c.first_day.is_not(None)).group_by(period, contacts.c.status)
    return tuple(Density(*row) for row in connection.execute(query.order_by(period, contacts.c.status)))


def asked(question: ContactQuestion) -> list[ColumnElement[bool]]:
    """The conditions of a question, without its days."""
    found: list[ColumnElement[bool]] = [~contacts.c.rejected]
    for column, value in ((contacts.c.form, question.form), (contacts.c.status, question.status)):
        if value:
            found.append(column == value)
    if question.country:
        found.append(_has(contact_sides, contact_sides.c.label == question.country))
    if question.body:
        found.append(_has(contact_bodies, contact_bodies.c.body_id == question.body))
    if question.channel:
        found.append(_has(contact_channels, contact_channels.c.channel == question.channel))
    if question.people is not None:
        found.append(_has(participants, participants.c.person_id.in_(question.people)))
    return found


def _has(table: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The contacts with such a row, looked up once; asked for each contact anew it takes a hundred times as long."""
    return contacts.c.contact_id.in_(select(table.c.contact_id).where(condition))


def _days(question: ContactQuestion) -> list[ColumnElement[bool]]:
    """A contact fits when some day of it may lie between the days asked for."""
    days: list[ColumnElement[bool]] = []
    if question.since:
        days.append(contacts.c.last_day >= question.since)
    if question.until:
        days.append(contacts.c.first_day <= question.until)
    return days


def records(connection: Connection, ids: Sequence[str]) -> tuple[ContactRecord, ...]:
    """The contacts of these ids, by date."""
    found: list[tuple[str, ContactRecord]] = []
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        sides = _sides(connection, chunk)
        channels: dict[str, list[Any]] = {}
        for ident, channel in connection.execute(
            select(contact_channels).where(contact_channels.c.contact_id.in_(chunk))
        ):
            channels.setdefault(ident, []).append(channel)
        for row in connection.execute(select(contacts).where(contacts.c.contact_id.in_(chunk))).mappings():
            ident = row["contact_id"]
            found.append((row["sort"], _record(row, sides.get(ident, ()), tuple(sorted(channels.get(ident, []))))))
    return tuple(record for _, record in sorted(found, key=lambda item: (item[0], item[1].id)))


def _record(row: RowMapping, sides: tuple[ContactSide, ...], channels: tuple[Any, ...]) -> ContactRecord:
    plain = ("form", "trigger", "mode", "status", "date", "date_basis", "date_candidates", "venue", "city", "country")
    more = ("occasion", "visit_kind", "session", "tellings", "sources", "rejected")
    return ContactRecord(
        id=row["contact_id"],
        **{name: row[name] for name in (*plain, *more)},
        channels=channels,
        sides=sides,
        main=row["main_finding"],
        disagreements=tuple(row["disagreements"].split()),
        decision=row["decision_id"],
    )


def _sides(connection: Connection, chunk: Sequence[str]) -> dict[str, tuple[ContactSide, ...]]:
    people: dict[tuple[str, int], list[Attendant]] = {}
    query = select(participants).where(participants.c.contact_id.in_(chunk)).order_by(*participants.primary_key.columns)
    for row in connection.execute(query).mappings():
        attendant = Attendant(row["person_id"], row["name"], row["office"], row["role"])
        people.setdefault((row["contact_id"], row["side"]), []).append(attendant)
    named: dict[tuple[str, int], list[str]] = {}
    query = select(contact_bodies).where(contact_bodies.c.contact_id.in_(chunk))
    for row in connection.execute(query.order_by(*contact_bodies.primary_key.columns)).mappings():
        named.setdefault((row["contact_id"], row["side"]), []).append(row["name"])
    sides: dict[str, tuple[ContactSide, ...]] = {}
    query = select(contact_sides).where(contact_sides.c.contact_id.in_(chunk))
    for row in connection.execute(query.order_by(*contact_sides.primary_key.columns)).mappings():
        at = (row["contact_id"], row["side"])
        side = ContactSide(
            row["label"], row["country"], row["org"], tuple(people.get(at, ())), tuple(named.get(at, ()))
        )
        sides[at[0]] = (*sides.get(at[0], ()), side)
    return sides


def repeated(connection: Connection, contact: str) -> tuple[Repeated, ...]:
    """The reports of a contact that repeat others, so that each source counts once."""
    query = select(copies).where(copies.c.contact_id == contact).order_by(copies.c.report_id)
    return tuple(
        Repeated(row["report_id"], row["original"], row["how"]) for row in connection.execute(query).mappings()
    )


def tellings(connection: Connection, contact: str) -> tuple[Told, ...]:
    """Each report's word for a contact with its evidence, in order of publication."""
    query = select(findings.c.finding_id, findings.c.content, *HEAD).join(reports)
    query = query.where(findings.c.contact_id == contact).order_by(
        func.coalesce(reports.c.published, "~"), findings.c.finding_id
    )
    return tuple(
        Told(
            row["finding_id"],
            head(row),
            _with_evidence(connection, row["finding_id"], msgspec.json.decode(row["content"], type=Contact)),
            _people(connection, row["finding_id"]),
        )
        for row in connection.execute(query).mappings().all()
    )


def _with_evidence(connection: Connection, finding: str, bare: Contact) -> Contact:
    cited = connection.execute(select(evidence).where(evidence.c.finding_id == finding).order_by(evidence.c.position))
    guessed = select(inferences).where(inferences.c.finding_id == finding).order_by(inferences.c.position)
    return msgspec.structs.replace(
        bare,
        evidence=tuple(Evidence(**_only(row, Evidence)) for row in cited.mappings()),
        inferred=tuple(Inference(**_only(row, Inference)) for row in connection.execute(guessed).mappings()),
    )


def _only(row: RowMapping, kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {name: row[name] for name in kind.__struct_fields__}


def _people(connection: Connection, finding: str) -> tuple[tuple[str | None, ...], ...]:
    """The ids of the people of a finding, by side and position."""
    query = select(mentions.c.side, mentions.c.person_id).where(mentions.c.finding_id == finding)
    rows = connection.execute(query.order_by(mentions.c.side, mentions.c.position)).all()
    last = max((side for side, _ in rows), default=-1)
    return tuple(tuple(person for at, person in rows if at == side) for side in range(last + 1))
