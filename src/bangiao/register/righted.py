"""Offices that a person set right in a contact, put where its reports show people in offices."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from sqlalchemy import Connection, and_, delete, select, update

from bangiao.register.chunks import chunks
from bangiao.register.contact_rows import finding_id
from bangiao.register.rows import Rows, add_posts
from bangiao.register.schema import findings, mentions, posts
from bangiao.register.shared import enter_offices, tidy_offices
from bangiao.resolution.contacts import Resolved
from bangiao.resolution.corrections import OFFICE_OF, righted
from bangiao.resolution.decisions import Decision, Rulings
from bangiao.resolution.names import side_label

Place = tuple[str, int, int]  # a finding, a side, a position


class Shown(Struct, frozen=True):
    """An office as it is to stand, why where a person said so, and the side on which it is held."""

    office: str | None
    basis: str | None
    label: str


def is_of_office(one: Decision) -> bool:
    """Whether a decision sets an office right."""
    return one.kind == "correct" and (one.field or "").startswith(OFFICE_OF)


def put(connection: Connection, resolved: Sequence[Resolved], rulings: Rulings) -> None:
    """Show people in the offices that the standing decisions give them, elsewhere as the reports were read."""
    if not any(map(is_of_office, rulings.standing.values())):
        return
    wanted = {place: shown for one in resolved for place, shown in _wanted(one, rulings)}
    rows: Rows = {"offices": [], "posts": []}
    changed: list[Place] = []
    for place, office, basis in _now(connection, {ident for ident, _, _ in wanted}):
        shown = wanted[place]
        if (office, basis) != (shown.office, shown.basis):
            changed.append(place)
            _show(connection, place, shown)
            at = {"finding_id": place[0], "side": place[1], "position": place[2]}
            add_posts(rows, at, shown.office, shown.label)
    left = _take_out(connection, changed)
    enter_offices(connection, rows)
    if rows["posts"]:
        connection.execute(posts.insert(), rows["posts"])
    tidy_offices(connection, left)


def touched(connection: Connection, changed: Iterable[Decision]) -> set[str]:
    """The reports of the contacts whose offices these decisions set right, with those resolved beside them."""
    reports_ = sorted({anchor.report for one in changed if is_of_office(one) for anchor in one.anchors})
    found: set[str] = set()
    for chunk in chunks(reports_):
        blocks = select(findings.c.block).where(findings.c.report_id.in_(chunk), findings.c.block.is_not(None))
        found |= set(connection.scalars(select(findings.c.report_id).where(findings.c.block.in_(blocks)).distinct()))
    return found


def _wanted(one: Resolved, rulings: Rulings) -> Iterator[tuple[Place, Shown]]:
    marks = [mark for telling in one.tellings for mark in telling.judged]
    said = [each for each in rulings.about(marks) if is_of_office(each)]
    why = {each.value: f"corrected by {each.by}: {each.why}" for each in said}
    for telling, right in zip(one.tellings, righted(one.tellings, said, rulings), strict=True):
        for number, (side, set_right) in enumerate(zip(telling.contact.sides, right.contact.sides, strict=True)):
            for position, (read, shown) in enumerate(zip(side.people, set_right.people, strict=True)):
                basis = None if shown.office == read.office else why[shown.office]
                yield (finding_id(telling), number, position), Shown(shown.office, basis, side_label(side))


def _now(connection: Connection, ids: Iterable[str]) -> list[tuple[Place, str | None, str | None]]:
    """What the register shows now, by finding, side and position."""
    named = mentions.c
    query = select(named.finding_id, named.side, named.position, named.office, named.office_basis)
    found = []
    for chunk in chunks(sorted(ids)):
        rows = connection.execute(query.where(named.finding_id.in_(chunk)).order_by(*mentions.primary_key.columns))
        found += [((row[0], row[1], row[2]), row[3], row[4]) for row in rows]
    return found


def _show(connection: Connection, place: Place, shown: Shown) -> None:
    named = mentions.c
    at = and_(named.finding_id == place[0], named.side == place[1], named.position == place[2])
    connection.execute(update(mentions).where(at).values(office=shown.office, office_basis=shown.basis))


def _take_out(connection: Connection, places: Sequence[Place]) -> frozenset[str]:
    """Delete the posts at these places; gives the offices that they named."""
    left: set[str] = set()
    for finding, side, position in places:
        at = and_(posts.c.finding_id == finding, posts.c.side == side, posts.c.position == position)
        left |= set(connection.scalars(select(posts.c.office_id).where(at)))
        connection.execute(delete(posts).where(at))
    return frozenset(left)
