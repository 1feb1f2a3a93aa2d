"""Contacts over several reports, kept up to date: only the blocks that new tellings touch are resolved again."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from bangiao.register.chunks import chunks
from bangiao.register.contact_rows import TABLES, finding_id, rows_of_contact, told
from bangiao.register.persons import persons_of
from bangiao.register.rows import Rows
from bangiao.register.schema import contacts, findings, metadata, reports, telling_keys
from bangiao.resolution.contacts import Resolved, Telling, resolve
from bangiao.resolution.copies import Copy, Printed, copies
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.matching import keys
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.tellings import sight

_COLUMNS = ("report_id", "number", "start", "content", "title", "name", "marks", "counts")


def settle(connection: Connection, fresh: Collection[str], blocks: Collection[str], rulings: Rulings) -> None:
    """Resolve what new or changed findings touch, and the blocks that others have left."""
    arrived = tellings_of(connection, findings.c.finding_id, fresh)
    words = _write_keys(connection, arrived, with_persons(connection, arrived, rulings))
    touched = {*blocks, *_blocks(connection, findings.c.finding_id, fresh), *_sharing(connection, words)}
    members = {one.key: one for one in (*arrived, *tellings_of(connection, findings.c.block, touched))}
    for chunk in chunks(sorted(touched)):
        connection.execute(delete(contacts).where(contacts.c.block.in_(chunk)))
    known = with_persons(connection, members.values(), rulings)
    _write(connection, resolve(members.values(), known), known)


def _write(connection: Connection, resolved: list[Resolved], rulings: Rulings) -> None:
    repeated = copies_of(connection, resolved)
    rows: Rows = {table: [] for table in TABLES}
    belongs = []
    for one in resolved:
        for table, own in rows_of_contact(one, repeated.get(one.id, ()), rulings).items():
            rows[table] += own
        belongs += [{"at": finding_id(each), "contact_id": one.id, "block": one.block} for each in one.tellings]
    for table, entries in rows.items():
        if entries:
            connection.execute(metadata.tables[table].insert(), entries)
    if belongs:
        connection.execute(update(findings).where(findings.c.finding_id == bindparam("at")), belongs)


def tellings_of(connection: Connection, column: ColumnElement[str], values: Collection[str]) -> list[Telling]:
    """The tellings of contacts whose finding has one of these values in a column."""
    found = []
    for chunk in chunks(sorted(values)):
        query = select(*(findings.c[name] for name in _COLUMNS), reports.c.published).join(reports)
        query = query.where(column.in_(chunk), findings.c.kind == "contact")
        found += [told(row) for row in connection.execute(query).mappings()]
    return found


def with_persons(connection: Connection, tellings: Iterable[Telling], rulings: Rulings) -> Rulings:
    """The rulings with the people of these tellings as the register has them."""
    bases = {
        person_id(one.name, side_label(side))
        for telling in tellings
        for side in telling.contact.sides
        for one in side.people
        if one.name
    }
    return rulings.with_persons(persons_of(connection, bases))


def _write_keys(connection: Connection, arrived: list[Telling], rulings: Rulings) -> set[str]:
    """Write the keys of new tellings in place of those they had; gives all of them, old and new."""
    rows = [
        {"finding_id": finding_id(one), "key": key} for one in arrived for key in sorted(set(keys(sight(one, rulings))))
    ]
    for chunk in chunks(sorted(map(finding_id, arrived))):
        connection.execute(delete(telling_keys).where(telling_keys.c.finding_id.in_(chunk)))
    if rows:
        connection.execute(telling_keys.insert(), rows)
    return {row["key"] for row in rows}


def _blocks(connection: Connection, column: ColumnElement[str], values: Collection[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(sorted(values)):
        query = select(findings.c.block).where(column.in_(chunk), findings.c.block.is_not(None))
        found |= set(connection.scalars(query.distinct()))
    return found


def _sharing(connection: Connection, words: Collection[str]) -> set[str]:
    """The blocks of all tellings that have one of these keys."""
    found: set[str] = set()
    for chunk in chunks(sorted(words)):
        query = select(findings.c.block).join(telling_keys, telling_keys.c.finding_id == findings.c.finding_id)
        query = query.where(telling_keys.c.key.in_(chunk), findings.c.block.is_not(None))
        found |= set(connection.scalars(query.distinct()))
    return found


def copies_of(connection: Connection, resolved: list[Resolved]) -> dict[str, list[Copy]]:
    """For contacts that several reports tell: which of them repeat which."""
    told_by = {one.id: {each.report for each in one.tellings} for one in resolved}
    several = {ident: reports_ for ident, reports_ in told_by.items() if len(reports_) > 1}
    printed: dict[str, Printed] = {}
    for chunk in chunks(sorted({report for reports_ in several.values() for report in reports_})):
        for row in connection.execute(select(reports).where(reports.c.report_id.in_(chunk))).mappings():
            plain = {name: row[name] for name in ("outlet", "url", "credit", "published")}
            marks = tuple(map(int, row["sketch"].split()))
            printed[row["report_id"]] = Printed(row["report_id"], **plain, sketch=marks)
    return {ident: copies([printed[report] for report in sorted(reports_)]) for ident, reports_ in several.items()}
