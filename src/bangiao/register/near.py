"""Which names may be one person's by their writing: compared when a name first comes, and kept."""

from collections.abc import Collection, Iterator

from msgspec import Struct
from sqlalchemy import Connection, delete, or_, select

from bangiao.register.chunks import chunks
from bangiao.register.schema import filed_names, name_keys, near_names
from bangiao.resolution.people import Named, may_be_one
from bangiao.spelling import keys, sought


class Spelt(Struct, frozen=True, order=True):
    """A name on a side, by its id."""

    base: str
    name: str
    label: str


def on_side(key: str, label: str) -> str:
    """A key with the side, on which alone names are compared."""
    return f"{label} {key}"


def file(connection: Connection, present: Collection[Spelt], gone: Collection[str]) -> set[str]:
    """File names under their keys and find out whom each may be one with; take out those that are gone.

    Gives the names that were near one that is gone or is spelt otherwise now.
    """
    known = filed(connection, [*gone, *(one.base for one in present)])
    fresh = [one for one in present if known.get(one.base) != one.name]
    loosened = _take_out(connection, known.keys() & {*gone, *(one.base for one in fresh)})
    if fresh:
        rows = [{"base_id": one.base, "name": one.name, "side": one.label} for one in fresh]
        connection.execute(filed_names.insert(), rows)
        _index(connection, fresh)
        _compare(connection, fresh)
    return loosened


def _index(connection: Connection, fresh: list[Spelt]) -> None:
    rows = [{"base_id": one.base, "key": on_side(key, one.label)} for one in fresh for key in sorted(keys(one.name))]
    if rows:
        connection.execute(name_keys.insert(), rows)


def filed(connection: Connection, bases: Collection[str]) -> dict[str, str]:
    """The spelling by which each of these names is compared."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(bases))):
        query = select(filed_names.c.base_id, filed_names.c.name).where(filed_names.c.base_id.in_(chunk))
        found.update((base, name) for base, name in connection.execute(query))
    return found


def beside(connection: Connection, bases: Collection[str]) -> set[Spelt]:
    """The names that may be one with these by their writing."""
    found: set[Spelt] = set()
    for chunk in chunks(sorted(bases)):
        query = select(filed_names.c.base_id, filed_names.c.name, filed_names.c.side)
        query = query.join(near_names, near_names.c.other_id == filed_names.c.base_id)
        found |= {Spelt(*row) for row in connection.execute(query.where(near_names.c.base_id.in_(chunk)))}
    return found


def pairs(connection: Connection, bases: Collection[str]) -> set[tuple[str, str]]:
    """Which of these names may be one by their writing, the smaller id first."""
    found: set[tuple[str, str]] = set()
    for chunk in chunks(sorted(bases)):
        query = select(near_names.c.base_id, near_names.c.other_id).where(near_names.c.base_id.in_(chunk))
        rows = connection.execute(query.where(near_names.c.base_id < near_names.c.other_id))
        found |= {(one, other) for one, other in rows if other in bases}
    return found


def _take_out(connection: Connection, bases: Collection[str]) -> set[str]:
    """Take names out of the index; gives those that were near them."""
    loosened: set[str] = set()
    for chunk in chunks(sorted(bases)):
        loosened |= set(connection.scalars(select(near_names.c.other_id).where(near_names.c.base_id.in_(chunk))))
        either = or_(near_names.c.base_id.in_(chunk), near_names.c.other_id.in_(chunk))
        connection.execute(delete(near_names).where(either))
        for table in (name_keys, filed_names):
            connection.execute(delete(table).where(table.c.base_id.in_(chunk)))
    return loosened


def _compare(connection: Connection, fresh: list[Spelt]) -> None:
    """Compare new names with those that share a key, and keep the pairs that may be one."""
    pairs = {
        pair
        for one, other in _candidates(connection, fresh)
        if one != other and may_be_one(Named(one.base, one.name, one.label), Named(other.base, other.name, other.label))
        for pair in ((one.base, other.base), (other.base, one.base))
    }
    if pairs:
        connection.execute(near_names.insert(), [{"base_id": one, "other_id": other} for one, other in sorted(pairs)])


def _candidates(connection: Connection, fresh: list[Spelt]) -> Iterator[tuple[Spelt, Spelt]]:
    by_key: dict[str, list[Spelt]] = {}
    for one in fresh:
        for key in sought(one.name):
            by_key.setdefault(on_side(key, one.label), []).append(one)
    found: set[tuple[Spelt, Spelt]] = set()
    for chunk in chunks(sorted(by_key)):
        query = select(name_keys.c.key, filed_names.c.base_id, filed_names.c.name, filed_names.c.side)
        query = query.join(filed_names, filed_names.c.base_id == name_keys.c.base_id)
        for key, *row in connection.execute(query.where(name_keys.c.key.in_(chunk))):
            other = Spelt(*row)
            found |= {(one, other) for one in by_key[key]}
    yield from found
