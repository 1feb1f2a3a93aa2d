"""Contacts over several reports, kept up to date: only the blocks that new tellings touch are resolved again."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from bangiao.register import changing, righted
from bangiao.register.chunks import chunks
from bangiao.register.contact_rows import TABLES, finding_id, rows_of_contact, told
from bangiao.register.persons import persons_of
from bangiao.register.rows import Rows
from bangiao.register.schema import findings, reports, telling_keys
from bangiao.resolution.contacts import Resolved, Telling, resolve
from bangiao.resolution.copies import Copy, Printed, copies
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.looks import Key
from bangiao.resolution.matching import keys
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.tellings import sight

_COLUMNS = ("report_id", "number", "start", "content", "title", "name", "marks", "counts", "contact_id", "block")
Place = tuple[str | None, str | None]


def settle(connection: Connection, fresh: Collection[str], blocks: Collection[str], rulings: Rulings) -> None:
    """Resolve what new or changed findings touch, and the blocks that others have left."""
    arrived = [one for one, _ in _stored(connection, findings.c.finding_id, fresh)]
    words = _write_keys(connection, arrived, with_persons(connection, arrived, rulings))
    touched = {*blocks, *_blocks(connection, findings.c.finding_id, fresh), *_sharing(connection, words)}
    stored = {one.key: (one, place) for one, place in _stored(connection, findings.c.block, touched)}
    members = {one.key: one for one in arrived} | {key: one for key, (one, _) in stored.items()}
    known = with_persons(connection, members.values(), rulings)
    resolved = resolve(members.values(), known)
    changing.put(connection, touched, _rows(connection, resolved, known))
    _place(connection, resolved, {key: place for key, (_, place) in stored.items()})
    righted.put(connection, resolved, known)


def _rows(connection: Connection, resolved: list[Resolved], rulings: Rulings) -> Rows:
    repeated = copies_of(connection, resolved)
    rows: Rows = {table: [] for table in TABLES}
    for one in resolved:
        for table, own in rows_of_contact(one, repeated.get(one.id, ()), rulings).items():
            rows[table] += own
    return rows


def _place(connection: Connection, resolved: list[Resolved], before: Mapping[Key, Place]) -> None:
    """Write to which contact and block findings belong, where it is another than before."""
    belongs = [
        {"at": finding_id(each), "contact_id": one.id, "block": one.block}
        for one in resolved
        for each in one.tellings
        if before.get(each.key) != (one.id, one.block)
    ]
    if belongs:
        connection.execute(update(findings).where(findings.c.finding_id == bindparam("at")), belongs)


def tellings_of(connection: Connection, column: ColumnElement[str], values: Collection[str]) -> list[Telling]:
    """The tellings of contacts whose finding has one of these values in a column."""
    return [telling for telling, _ in _stored(connection, column, values)]


def _stored(
    connection: Connection, column: ColumnElement[str], values: Collection[str]
) -> Iterator[tuple[Telling, Place]]:
    """Tellings, each with the contact and the block to which it belongs."""
    for chunk in chunks(sorted(values)):
        query = select(*(findings.c[name] for name in _COLUMNS), reports.c.published).join(reports)
        query = query.where(column.in_(chunk), findings.c.kind == "contact")
        yield from ((told(row), (row["contact_id"], row["block"])) for row in connection.execute(query).mappings())


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
