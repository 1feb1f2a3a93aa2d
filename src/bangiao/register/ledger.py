"""The ledger of decisions: entries are added, never changed."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.engine import RowMapping

from bangiao.model.errors import QuestionError
from bangiao.register.contact_rows import told
from bangiao.register.schema import contacts, decisions, findings, mentions, people, reports, spellings
from bangiao.resolution.contacts import anchor
from bangiao.resolution.decisions import (
    DECISION_KINDS,
    Anchor,
    Decision,
    DecisionKind,
    Rulings,
    decision_id,
    rule,
    with_undone,
)


def size(connection: Connection) -> int:
    """How many entries the ledger has."""
    return connection.scalar(select(func.count()).select_from(decisions)) or 0


def read(connection: Connection) -> list[Decision]:
    """The whole ledger in order of time."""
    return with_undone(map(_entry, connection.execute(select(decisions)).mappings()))


def rulings(connection: Connection) -> Rulings:
    """What the standing decisions mean."""
    return rule(map(_entry, connection.execute(select(decisions)).mappings()))


def draft(connection: Connection, kind: DecisionKind, subjects: Sequence[str], why: str, by: str, at: str) -> Decision:
    """A decision ready to be entered; raises QuestionError when a word is missing or an id unknown."""
    if kind not in DECISION_KINDS:
        raise QuestionError(f"{kind!r} is no decision", f"one of: {', '.join(DECISION_KINDS)}")
    for label, value in (("who decides", by), ("why", why), ("when", at)):
        if not value.strip():
            raise QuestionError(f"a decision must say {label}", "give a few words")
    _refuse_unknown(connection, kind, subjects)
    anchors = _anchors(connection, subjects) if kind in ("confirm", "reject") else ()
    ident = decision_id(kind, subjects, by, at, why)
    return Decision(ident, kind, tuple(subjects), by, at, why, anchors)


def enter(connection: Connection, decision: Decision) -> None:
    """Append one decision; the same word at the same time is one entry."""
    if connection.scalar(select(decisions.c.decision_id).where(decisions.c.decision_id == decision.id)):
        return
    row = {name: getattr(decision, name) for name in ("kind", "by", "at", "why")}
    row |= {name: msgspec.json.encode(getattr(decision, name)).decode() for name in ("subjects", "anchors")}
    connection.execute(decisions.insert().values(decision_id=decision.id, **row))


def touched(connection: Connection, before: Rulings, after: Rulings) -> set[str]:
    """The reports whose people or contacts change when the rulings do."""
    changed = {base for base in {*before.persons, *after.persons} if before.person(base) != after.person(base)}
    found = select(findings.c.report_id).distinct()
    named = found.join(mentions, mentions.c.finding_id == findings.c.finding_id)
    touched = set(connection.scalars(named.where(mentions.c.base_id.in_(sorted(changed)))))
    ids = {one for one in {*before.contacts, *after.contacts} if before.contacts.get(one) != after.contacts.get(one)}
    touched |= set(connection.scalars(found.where(findings.c.contact_id.in_(sorted(ids)))))
    anchors = {one for one in {*before.anchors, *after.anchors} if before.anchors.get(one) != after.anchors.get(one)}
    known = select(reports.c.report_id).where(reports.c.report_id.in_(sorted({one.report for one in anchors})))
    return touched | set(connection.scalars(known))


def _entry(row: RowMapping) -> Decision:
    return Decision(
        id=row["decision_id"],
        kind=row["kind"],
        subjects=msgspec.json.decode(row["subjects"], type=tuple[str, ...]),
        by=row["by"],
        at=row["at"],
        why=row["why"],
        anchors=msgspec.json.decode(row["anchors"], type=tuple[Anchor, ...]),
    )


def _anchors(connection: Connection, subjects: Sequence[str]) -> tuple[Anchor, ...]:
    """The words on which the contact rests now."""
    query = select(findings, reports.c.published).join(reports).where(findings.c.contact_id.in_(subjects))
    return tuple(sorted({anchor(told(row)) for row in connection.execute(query).mappings()}))


def _refuse_unknown(connection: Connection, kind: DecisionKind, subjects: Sequence[str]) -> None:
    needed = 2 if kind in ("same", "different") else 1
    if len(set(subjects)) != len(subjects) or len(subjects) < needed or (needed == 1 and len(subjects) > 1):
        wanted = "two different people or more" if needed == 2 else "one id"
        raise QuestionError(f"{kind} needs {wanted}", "give the ids as the register shows them")
    columns = {
        "same": (people.c.person_id, spellings.c.base_id),
        "different": (people.c.person_id, spellings.c.base_id),
        "undo": (decisions.c.decision_id,),
    }.get(kind, (contacts.c.contact_id,))
    for subject in subjects:
        if not any(connection.scalar(select(column).where(column == subject).limit(1)) for column in columns):
            raise QuestionError(f"the register has no {subject}", "look the id up in the timeline, or with `show`")
