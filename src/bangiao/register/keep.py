"""Write readings and what follows from them: only the report that changed, and the blocks that it touches."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from bangiao.register import shared
from bangiao.register.contact_rows import TABLES, finding_id, rows_of_contact, told
from bangiao.register.reading import Reading, prevailing, stored
from bangiao.register.rows import OWN, SHARED, Rows, rows_of
from bangiao.register.schema import contacts, findings, metadata, readings, reports
from bangiao.resolution.contacts import Telling, resolve_block
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.versions import report_id

CHUNK = 500  # names in one IN list; both databases take more


class Shelved(Struct, frozen=True):
    """Where a reading went: its report, what stood there for the same text, what stands now.

    `touched` are the reports whose rows no longer follow from their current reading; `alone` says that
    the register had nothing of this report.
    """

    report: str
    before: Reading | None
    standing: Reading
    touched: frozenset[str]
    alone: bool = False


def shelve(connection: Connection, new: Reading) -> Shelved:
    """Put a reading among its versions; of two readings of one text the prevailing one stands."""
    near = select(readings).where(_named(new.given_id, new.url_key))
    siblings = connection.execute(near).mappings().all()
    if not siblings:
        report = report_id(new.given_id, new.url_key, ())
        connection.execute(readings.insert(), [new.row(report, True)])
        return Shelved(report, None, new, frozenset({report}), alone=True)
    row = next((one for one in siblings if one["reading_id"] == new.reading_id), None)
    if row is None:
        connection.execute(readings.insert(), [new.row("", False)])
        touched = arrange(connection, new.given_id, new.url_key)
        where = connection.scalar(select(readings.c.report_id).where(readings.c.reading_id == new.reading_id))
        return Shelved(str(where), None, new, touched)
    before = stored(row)
    standing = prevailing(before, new)
    touched = frozenset()
    if standing != before:
        values = standing.row(row["report_id"], row["current"])
        connection.execute(update(readings).where(readings.c.reading_id == new.reading_id).values(values))
        touched = arrange(connection, new.given_id, new.url_key)
        if row["current"] and (standing.report, standing.findings) != (before.report, before.findings):
            touched |= {row["report_id"]}
    return Shelved(row["report_id"], before, standing, touched)


def arrange(connection: Connection, given: str, url: str | None) -> frozenset[str]:
    """Settle which readings of an id or address are one report, and which is current; gives the changed reports."""
    columns = select(
        readings.c.reading_id, readings.c.report_id, readings.c.given_id, readings.c.url_key, readings.c.current
    )
    rows = connection.execute(columns.where(_named(given, url))).mappings().all()
    urls = [row["url_key"] for row in rows if row["given_id"] == given and row["url_key"]]
    touched: set[str] = set()
    for row in rows:
        belongs = report_id(row["given_id"], row["url_key"], urls)
        touched.add(belongs)
        if belongs != row["report_id"]:
            touched |= {row["report_id"]} - {""}
            _amend(connection, row["reading_id"], report_id=belongs)
    return frozenset(report for report in touched if _choose_current(connection, report))


def _named(given: str, url: str | None) -> ColumnElement[bool]:
    """The readings of an id or an address: the only ones whose report can change when one is added."""
    named = readings.c.given_id == given
    return named | (readings.c.url_key == url) if url else named


def _choose_current(connection: Connection, report: str) -> bool:
    """Mark the current version of a report; says whether the report's rows must be made again."""
    query = select(readings.c.reading_id, readings.c.current).where(readings.c.report_id == report)
    rows = connection.execute(query.order_by(readings.c.rank, readings.c.reading_id)).mappings().all()
    for row in rows:
        is_last = row is rows[-1]
        if row["current"] != is_last:
            _amend(connection, row["reading_id"], current=is_last)
    shown = connection.scalar(select(reports.c.reading_id).where(reports.c.report_id == report))
    return bool(shown != (rows[-1]["reading_id"] if rows else None))


def _amend(connection: Connection, reading_id: str, **values: Any) -> None:
    connection.execute(update(readings).where(readings.c.reading_id == reading_id).values(values))


def refresh(connection: Connection, touched: Collection[str], rulings: Rulings) -> None:
    """Make the rows of reports again from their current readings, then the blocks of contacts they touch."""
    for chunk in chunks(sorted(touched)):
        blocks, loosened = _take_out(connection, chunk)
        query = select(readings).where(readings.c.report_id.in_(chunk), readings.c.current)
        current = [(row["report_id"], stored(row)) for row in connection.execute(query).mappings()]
        bring_in(connection, current, rulings, blocks)
        if loosened:
            shared.tidy(connection, loosened)


def bring_in(
    connection: Connection, current: Iterable[tuple[str, Reading]], rulings: Rulings, blocks: Iterable[str] = ()
) -> None:
    """Make the rows of reports that have none, and resolve the blocks they touch, with those given."""
    rows: Rows = {table: [] for table in (*SHARED, *OWN)}
    for report, reading in current:
        for table, own in rows_of(reading, report, rulings).items():
            rows[table] += own
    shared.enter(connection, rows)
    write(connection, {table: rows[table] for table in OWN})
    settle(connection, {*blocks, *(row["block"] for row in rows["findings"] if row["block"])}, rulings)
    shared.show(connection, {row["person_id"] for row in rows["people"]})


def _take_out(connection: Connection, chunk: list[str]) -> tuple[set[str], shared.Named | None]:
    """Delete the rows of reports; gives the blocks that they leave and the shared things that they named."""
    known = list(connection.scalars(select(reports.c.report_id).where(reports.c.report_id.in_(chunk))))
    if not known:
        return set(), None
    query = select(findings.c.block).where(findings.c.report_id.in_(known), findings.c.block.is_not(None))
    blocks = set(connection.scalars(query.distinct()))
    loosened = shared.named_by(connection, known)
    connection.execute(delete(reports).where(reports.c.report_id.in_(known)))
    return blocks, loosened


def settle(connection: Connection, blocks: Iterable[str], rulings: Rulings) -> None:
    """Resolve blocks of tellings into contacts; nothing outside these blocks is read or written."""
    for chunk in chunks(sorted(blocks)):
        connection.execute(delete(contacts).where(contacts.c.block.in_(chunk)))
        rows: Rows = {table: [] for table in TABLES}
        belongs = []
        for block, tellings in _tellings(connection, chunk).items():
            for resolved in resolve_block(block, tellings, rulings):
                for table, own in rows_of_contact(resolved, rulings).items():
                    rows[table] += own
                belongs += [{"at": finding_id(one), "contact_id": resolved.id} for one in resolved.tellings]
        write(connection, rows)
        if belongs:
            connection.execute(update(findings).where(findings.c.finding_id == bindparam("at")), belongs)


def _tellings(connection: Connection, chunk: list[str]) -> dict[str, list[Telling]]:
    columns = (findings.c.block, findings.c.report_id, findings.c.number, findings.c.start, findings.c.content)
    query = select(*columns, reports.c.published).join(reports).where(findings.c.block.in_(chunk))
    found: dict[str, list[Telling]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["block"], []).append(told(row))
    return found


def write(connection: Connection, rows: Rows) -> None:
    """Insert rows, table by table."""
    for table, entries in rows.items():
        if entries:
            connection.execute(metadata.tables[table].insert(), entries)


def chunks(values: list[str]) -> Iterator[list[str]]:
    """Lists short enough for one statement."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
