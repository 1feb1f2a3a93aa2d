"""Put contacts in the place of those that stood in their blocks, and write only what is another than before."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from bangiao.register.chunks import chunks
from bangiao.register.contact_rows import TABLES
from bangiao.register.rows import Row, Rows
from bangiao.register.schema import contacts, metadata

Values = tuple[Any, ...]


def put(connection: Connection, blocks: Collection[str], rows: Rows) -> None:
    """Make these the rows of all contacts of these blocks; a contact that nothing tells any more goes."""
    before = _there(connection, blocks)
    now = {row["contact_id"] for row in rows["contacts"]}
    for chunk in chunks(sorted(before - now)):
        connection.execute(delete(contacts).where(contacts.c.contact_id.in_(chunk)))
    _put_contacts(connection, rows["contacts"], before & now)
    for name in TABLES[1:]:
        _put_parts(connection, metadata.tables[name], rows[name], before & now)


def _there(connection: Connection, blocks: Collection[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(sorted(blocks)):
        found |= set(connection.scalars(select(contacts.c.contact_id).where(contacts.c.block.in_(chunk))))
    return found


def _put_contacts(connection: Connection, rows: list[Row], kept: set[str]) -> None:
    fresh = [row for row in rows if row["contact_id"] not in kept]
    if fresh:
        connection.execute(contacts.insert(), fresh)
    before = {one[0]: one for one in _stored(connection, contacts, kept)}
    changed = [row for row in rows if row["contact_id"] in kept and _values(contacts, row) != before[row["contact_id"]]]
    if changed:
        wish = update(contacts).where(contacts.c.contact_id == bindparam("at"))
        names = [column.name for column in contacts.columns if column.name != "contact_id"]
        connection.execute(
            wish.values({name: bindparam(f"new_{name}") for name in names}),
            [{"at": row["contact_id"], **{f"new_{name}": row[name] for name in names}} for row in changed],
        )


def _put_parts(connection: Connection, table: Table, rows: list[Row], kept: set[str]) -> None:
    """The rows of one table, all of a contact anew where one of them is another."""
    before = _by_contact(table, _stored(connection, table, kept))
    now = _by_contact(table, (_values(table, row) for row in rows))
    same = {ident for ident in kept if before.get(ident) == now.get(ident)}
    for chunk in chunks(sorted(before.keys() - same)):
        connection.execute(delete(table).where(table.c.contact_id.in_(chunk)))
    fresh = [row for row in rows if row["contact_id"] not in same]
    if fresh:
        connection.execute(table.insert(), fresh)


def _by_contact(table: Table, rows: Iterable[Values]) -> dict[str, set[Values]]:
    at = list(table.columns.keys()).index("contact_id")
    found: dict[str, set[Values]] = {}
    for row in rows:
        found.setdefault(row[at], set()).add(row)
    return found


def _values(table: Table, row: Row) -> Values:
    return tuple(row[column.name] for column in table.columns)


def _stored(connection: Connection, table: Table, idents: Collection[str]) -> Iterator[Values]:
    for chunk in chunks(sorted(idents)):
        yield from map(tuple, connection.execute(select(table).where(table.c.contact_id.in_(chunk))))
