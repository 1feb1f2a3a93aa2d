"""In which offices and on which days reports show each name, and beside whom: kept, so that nobody reads it all again.

A name that stands in ten thousand reports is told in a few offices; these rows follow from `mentions`.
"""

from collections.abc import Collection, Iterable
from itertools import permutations

from msgspec import Struct
from sqlalchemy import Connection, delete, func, or_, select

from bangiao.register.chunks import chunks
from bangiao.register.dialect import dialect_of
from bangiao.register.rows import Row
from bangiao.register.schema import attestations, companions, mentions
from bangiao.resolution.ids import short_id


class Attestation(Struct, frozen=True):
    """A name in one office as worded, null for none, with the first and last day (YYYY-MM-DD) that show it so."""

    base: str
    office: str | None
    first: str | None
    last: str | None

    @property
    def key(self) -> tuple[str, str]:
        """The name and a mark of the wording, which may be longer than a key of a database."""
        return self.base, short_id("w", self.office)

    def row(self) -> Row:
        """The row of this attestation."""
        return {"base_id": self.base, "wording": self.key[1], "office": self.office, "first": self.first} | {
            "last": self.last
        }


def add(connection: Connection, rows: Iterable[Row]) -> set[str]:
    """Take in new mentions; gives the names of which they tell something new."""
    named = [row for row in rows if row["base_id"]]
    return _add_attestations(connection, named) | _add_companions(connection, _pairs(named))


def count_anew(connection: Connection, bases: Collection[str]) -> None:
    """Make the rows of these names again from all their mentions, after some were taken away."""
    other = mentions.alias()
    for chunk in chunks(sorted(bases)):
        connection.execute(delete(attestations).where(attestations.c.base_id.in_(chunk)))
        apart = or_(companions.c.base_id.in_(chunk), companions.c.other_id.in_(chunk))
        connection.execute(delete(companions).where(apart))
        days = (func.min(mentions.c.attested), func.max(mentions.c.attested))
        query = select(mentions.c.base_id, mentions.c.office_read, *days).where(mentions.c.base_id.in_(chunk))
        shown = connection.execute(query.group_by(mentions.c.base_id, mentions.c.office_read))
        _write(connection, [Attestation(*row) for row in shown])
        both = select(mentions.c.base_id, other.c.base_id).distinct()
        both = both.join(other, (other.c.finding_id == mentions.c.finding_id) & (other.c.side == mentions.c.side))
        both = both.where(mentions.c.base_id.in_(chunk), other.c.base_id != mentions.c.base_id)
        found = {(base, beside) for base, beside in connection.execute(both)}
        _add_companions(connection, found | {(beside, base) for base, beside in found})


def read(connection: Connection, bases: Collection[str]) -> list[Attestation]:
    """How reports show these names."""
    found: list[Attestation] = []
    for chunk in chunks(sorted(bases)):
        query = select(attestations).where(attestations.c.base_id.in_(chunk))
        for row in connection.execute(query.order_by(*attestations.primary_key.columns)).mappings():
            found.append(Attestation(row["base_id"], row["office"], row["first"], row["last"]))
    return found


def beside(connection: Connection, bases: Collection[str]) -> set[tuple[str, str]]:
    """Which of these names stand on one side of one contact: pairs, each in both orders."""
    found: set[tuple[str, str]] = set()
    for chunk in chunks(sorted(bases)):
        for others in chunks(sorted(bases)):
            query = select(companions).where(companions.c.base_id.in_(chunk), companions.c.other_id.in_(others))
            found |= {(one, other) for one, other in connection.execute(query)}
    return found


def _add_attestations(connection: Connection, named: list[Row]) -> set[str]:
    known = {one.key: one for one in read(connection, {row["base_id"] for row in named})}
    changed: dict[tuple[str, str], Attestation] = {}
    for row in named:
        new = Attestation(row["base_id"], row["office_read"], row["attested"], row["attested"])
        before = known.get(new.key)
        wider = _widened(before, new) if before else new
        if wider != before:
            known[new.key] = changed[new.key] = wider
    _write(connection, list(changed.values()))
    return {base for base, _ in changed}


def _widened(one: Attestation, other: Attestation) -> Attestation:
    days = sorted(day for day in (one.first, one.last, other.first, other.last) if day)
    return Attestation(one.base, one.office, days[0], days[-1]) if days else one


def _write(connection: Connection, rows: list[Attestation]) -> None:
    if not rows:
        return
    wish = dialect_of(connection).insert(attestations)
    days = {"first": wish.excluded.first, "last": wish.excluded.last}
    keys = list(attestations.primary_key.columns)
    connection.execute(wish.on_conflict_do_update(index_elements=keys, set_=days), [one.row() for one in rows])


def _pairs(named: list[Row]) -> set[tuple[str, str]]:
    """The names that stand together on a side, in both orders."""
    sides: dict[tuple[str, int], set[str]] = {}
    for row in named:
        sides.setdefault((row["finding_id"], row["side"]), set()).add(row["base_id"])
    return {pair for together in sides.values() for pair in permutations(together, 2)}


def _add_companions(connection: Connection, pairs: set[tuple[str, str]]) -> set[str]:
    """Enter pairs that are not there yet; gives the names in them."""
    fresh = pairs - beside(connection, {base for base, _ in pairs})
    if fresh:
        connection.execute(companions.insert(), [{"base_id": one, "other_id": other} for one, other in sorted(fresh)])
    return {base for base, _ in fresh}
