"""Which contacts belong to a visit, and to which visit a contact belongs."""

from collections.abc import Collection

from sqlalchemy import Connection, RowMapping, select

from bangiao.register.chunks import chunks
from bangiao.register.schema import contact_sides, contacts, findings, participants
from bangiao.resolution.parts import Event, is_part, whole_of


def parts(connection: Connection, contact: str) -> tuple[str, ...]:
    """The contacts that belong to a visit, each to this one and no other, in order of date."""
    (visit,) = _events(connection, [contact])
    near = _events(connection, _sharing_people(connection, [visit], visit=False))
    found = [one for one in near if is_part(one, visit) and whole(connection, one.id) == contact]
    return tuple(one.id for one in sorted(found, key=lambda one: (one.date or "~", one.id)))


def whole(connection: Connection, contact: str) -> str | None:
    """The visit to which a contact belongs."""
    (part,) = _events(connection, [contact])
    visit = whole_of(part, _events(connection, _sharing_people(connection, [part], visit=True)))
    return visit.id if visit else None


def _sharing_people(connection: Connection, events: Collection[Event], visit: bool) -> list[str]:
    """The visits, or the other contacts, in which somebody of these takes part."""
    people = sorted({one for event in events for group in event.people.values() for one in group})
    kind = contacts.c.form == "visit" if visit else contacts.c.form != "visit"
    found: set[str] = set()
    for chunk in chunks(people):
        # from the people to their contacts: the other way round every contact of the register is looked through
        theirs = select(participants.c.contact_id).where(participants.c.person_id.in_(chunk))
        within = select(contacts.c.contact_id).where(contacts.c.contact_id.in_(theirs), kind, ~contacts.c.rejected)
        found |= set(connection.scalars(within))
    return sorted(found)


def _events(connection: Connection, ids: Collection[str]) -> list[Event]:
    people: dict[str, dict[str, set[str]]] = {}
    reports: dict[str, set[str]] = {}
    rows: list[RowMapping] = []
    for chunk in chunks(sorted(ids)):
        sides = select(contact_sides.c.contact_id, contact_sides.c.label, participants.c.person_id).outerjoin(
            participants,
            (participants.c.contact_id == contact_sides.c.contact_id) & (participants.c.side == contact_sides.c.side),
        )
        for ident, label, person in connection.execute(sides.where(contact_sides.c.contact_id.in_(chunk))):
            people.setdefault(ident, {}).setdefault(label, set()).update([person] if person else [])
        told = select(findings.c.contact_id, findings.c.report_id).where(findings.c.contact_id.in_(chunk))
        for ident, report in connection.execute(told):
            reports.setdefault(ident, set()).add(report)
        rows += connection.execute(select(contacts).where(contacts.c.contact_id.in_(chunk))).mappings().all()
    return [
        Event(
            row["contact_id"],
            row["form"],
            row["status"],
            row["date"],
            row["country"],
            {label: frozenset(group) for label, group in people.get(row["contact_id"], {}).items()},
            frozenset(reports.get(row["contact_id"], ())),
        )
        for row in sorted(rows, key=lambda row: row["contact_id"])
    ]
