"""Write readings and what follows from them: only the report that changed, and the blocks that it touches."""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, delete, select, update

from bangiao.register import attestations, ledger, maker, persons, shared
from bangiao.register import blocks as blocks_of
from bangiao.register.chunks import chunks
from bangiao.register.known import known_for
from bangiao.register.near import Spelt
from bangiao.register.reading import Reading, prevailing, stored
from bangiao.register.rows import OWN, SHARED, Rows, rows_of
from bangiao.register.schema import SOURCE, findings, metadata, readings, reports
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.versions import report_id


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


def make_again(connection: Connection) -> None:
    """Empty every table that follows from the source, and fill it again from the readings and decisions."""
    for table in reversed(metadata.sorted_tables):
        if table not in SOURCE:
            connection.execute(delete(table))
    reports = connection.scalars(select(readings.c.report_id).distinct()).all()
    refresh(connection, reports, ledger.rulings(connection))
    maker.sign(connection)


def refresh(connection: Connection, touched: Collection[str], rulings: Rulings) -> None:
    """Make the rows of reports again from their current readings, then what several reports say together."""
    for chunk in chunks(sorted(touched)):
        before = persons.spelt_in(connection, chunk)
        blocks, loosened = _take_out(connection, chunk)
        query = select(readings).where(readings.c.report_id.in_(chunk), readings.c.current)
        current = [(row["report_id"], stored(row)) for row in connection.execute(query).mappings()]
        rows = _bring_in(connection, [one for one in current if one[0] not in rulings.withdrawn], rulings)
        persons.news(connection, rows)
        attestations.count_anew(connection, {one.base for one in before})
        shared.tidy_spellings(connection, loosened.names)
        names = {*before, *persons.spelt_in(connection, chunk)}
        people = settle(connection, names, rulings, blocks, _told(rows))
        shared.tidy(connection, loosened)
        shared.show(connection, {*people, *loosened.people, *(row["person_id"] for row in rows["people"])}, rulings)


def take_in(connection: Connection, shelved: Sequence[Shelved], rulings: Rulings) -> None:
    """Make the rows of what was shelved: of reports that are new, and anew of those that others have changed."""
    changed = {report for one in shelved if not one.alone for report in one.touched}
    alone = {one.report: one.standing for one in shelved if one.alone and one.report not in changed | rulings.withdrawn}
    stay = set(alone) if len(shelved) == 1 else _still_named(connection, alone)
    fresh = {report: reading for report, reading in alone.items() if report in stay}
    if fresh:
        bring_in(connection, list(fresh.items()), rulings)
    refresh(connection, changed, rulings)


def _still_named(connection: Connection, reports_: Collection[str]) -> set[str]:
    """The reports that still have a reading: one that came later may have moved it to another report."""
    found: set[str] = set()
    for chunk in chunks(sorted(reports_)):
        found |= set(connection.scalars(select(readings.c.report_id).where(readings.c.report_id.in_(chunk))))
    return found


def bring_in(connection: Connection, current: Sequence[tuple[str, Reading]], rulings: Rulings) -> None:
    """Make the rows of reports that have none, and resolve what they touch."""
    rows = _bring_in(connection, current, rulings)
    told = persons.news(connection, rows)
    names = [one for one in persons.spelt_in(connection, [report for report, _ in current]) if one.base in told]
    people = settle(connection, names, rulings, (), _told(rows))
    shared.show(connection, {*people, *(row["person_id"] for row in rows["people"])}, rulings)


def _bring_in(connection: Connection, current: Sequence[tuple[str, Reading]], rulings: Rulings) -> Rows:
    """Write what each report says by itself."""
    rows: Rows = {table: [] for table in (*SHARED, *OWN)}
    known = known_for(connection, (reading.findings for _, reading in current))
    for report, reading in current:
        for table, own in rows_of(reading, report, rulings, known).items():
            rows[table] += own
    _as_known(connection, rows)
    shared.enter(connection, rows)
    write(connection, {table: rows[table] for table in OWN})
    return rows


def _as_known(connection: Connection, rows: Rows) -> None:
    """Put the people of names that the register has already; a new name is a person of its own until it is settled."""
    known = persons.persons_of(connection, (row["base_id"] for row in rows["spellings"]))
    for row in (*rows["mentions"], *rows["spellings"]):
        if row["base_id"]:
            row["person_id"] = known.get(row["base_id"], row["base_id"])
    for row, spelling in zip(rows["people"], rows["spellings"], strict=True):
        row["person_id"] = spelling["person_id"]


def _told(rows: Rows) -> frozenset[str]:
    return frozenset(row["finding_id"] for row in rows["findings"] if row["kind"] == "contact")


def _take_out(connection: Connection, chunk: list[str]) -> tuple[set[str], shared.Named]:
    """Delete the rows of reports; gives the blocks that they leave and the shared things that they named."""
    known = list(connection.scalars(select(reports.c.report_id).where(reports.c.report_id.in_(chunk))))
    if not known:
        return set(), shared.Named()
    query = select(findings.c.block).where(findings.c.report_id.in_(known), findings.c.block.is_not(None))
    blocks = set(connection.scalars(query.distinct()))
    loosened = shared.named_by(connection, known)
    connection.execute(delete(reports).where(reports.c.report_id.in_(known)))
    return blocks, loosened


def settle(
    connection: Connection,
    names: Collection[Spelt],
    rulings: Rulings,
    blocks: Collection[str] = (),
    fresh: Collection[str] = (),
) -> frozenset[str]:
    """Resolve the people and then the contacts that a change touches, nothing else; gives the people who changed."""
    changed = persons.settle_people(connection, names, rulings)
    blocks_of.settle(connection, {*fresh, *changed.findings}, blocks, rulings)
    shared.tidy_people(connection, changed.people)
    return changed.people


def rename(connection: Connection, bases: Collection[str], rulings: Rulings) -> None:
    """Let decisions about people take effect, in the contacts in which their names stand."""
    if not bases:
        return
    named = persons.spelt(connection, bases)
    people = settle(connection, named, rulings, (), persons.findings_naming(connection, named))
    shared.show(connection, {*people, *persons.persons_of(connection, (one.base for one in named)).values()}, rulings)


def write(connection: Connection, rows: Rows) -> None:
    """Insert rows, table by table."""
    for table, entries in rows.items():
        if entries:
            connection.execute(metadata.tables[table].insert(), entries)
