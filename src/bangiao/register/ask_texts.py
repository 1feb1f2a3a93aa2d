"""Texts of reports for reading them again, which reports tell which contacts, and on which days reports appeared."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import blake2b

from msgspec import Struct
from sqlalchemy import Connection, Integer, cast, func, select

from bangiao.model.report import Report
from bangiao.register import ledger
from bangiao.register.ask_reports import HEAD
from bangiao.register.chunks import chunks
from bangiao.register.reading import Reading, findings_of, report_of
from bangiao.register.records import ReportHead
from bangiao.register.schema import contact_sides, evidence, findings, readings, reports
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.withdrawal import without


class ReportText(Struct, frozen=True):
    """A report in its current version, without the people who were withdrawn."""

    head: ReportHead
    report: Report


class TellingPlace(Struct, frozen=True):
    """Where a report tells a contact: the stretch of its text from the first to the last word that says so.

    `sides` are the labels of the contact's sides.
    """

    contact: str
    report: str
    start: int
    end: int
    sides: frozenset[str]


class ReportDay(Struct, frozen=True):
    """How many reports of an outlet appeared on a day (null where none is stated), and how many tell a contact."""

    outlet: str | None
    published: str | None
    reports: int
    diplomatic: int


class TextAnswers:
    """The part of a register that is asked for its texts."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def report_days(self) -> tuple[ReportDay, ...]:
        """How many reports were read, by outlet and day of publication."""
        told = func.sum(cast(reports.c.diplomatic, Integer))
        columns = (reports.c.outlet, reports.c.published)
        query = select(*columns, func.count(), told).group_by(*columns).order_by(*columns)
        with self._reading() as connection:
            return tuple(ReportDay(*row) for row in connection.execute(query))

    def first_told(self) -> dict[str, str]:
        """The day on which the first report of each contact appeared; none for those whose reports state no day."""
        query = select(findings.c.contact_id, func.min(reports.c.published)).join(
            reports, reports.c.report_id == findings.c.report_id
        )
        named = findings.c.contact_id.is_not(None) & reports.c.published.is_not(None)
        with self._reading() as connection:
            rows = connection.execute(query.where(named).group_by(findings.c.contact_id))
            return {str(contact): str(day) for contact, day in rows}

    def telling_places(self, contacts: Sequence[str]) -> tuple[TellingPlace, ...]:
        """Where the reports of these contacts tell them, and whatever else those reports tell; by report and place."""
        with self._reading() as connection:
            found: set[str] = set()
            for chunk in chunks(sorted(set(contacts))):
                found |= set(connection.scalars(select(findings.c.report_id).where(findings.c.contact_id.in_(chunk))))
            return _places(connection, sorted(found))

    def text_marks(self, ids: Sequence[str] | None = None) -> dict[str, str | None]:
        """A mark of the text and the parts of each of these reports, or of all, in order of their ids.

        Equal marks, equal texts; null where people were withdrawn, whose words are taken out of the texts.
        """
        with self._reading() as connection:
            marked = not any(one.startswith("p-") for one in ledger.rulings(connection).withdrawn)
            return {one: mark if marked else None for one, mark in _marks(connection, ids)}

    def heads(self, ids: Sequence[str]) -> dict[str, ReportHead]:
        """What is shown of these reports, by id."""
        found: dict[str, ReportHead] = {}
        with self._reading() as connection:
            for chunk in chunks(sorted(set(ids))):
                rows = connection.execute(select(*HEAD).where(reports.c.report_id.in_(chunk)))
                found |= {row[0]: ReportHead(*row) for row in rows}
        return found

    def texts(self, ids: Sequence[str] | None = None) -> Iterator[ReportText]:
        """The reports of these ids, or all, in order of their ids."""
        with self._reading() as connection:
            ruled = ledger.rulings(connection)
            wanted = sorted(set(ids)) if ids is not None else list(connection.scalars(select(reports.c.report_id)))
            for chunk in chunks(sorted(wanted)):
                yield from _texts(connection, chunk, ruled)


def _marks(connection: Connection, ids: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """The reading that is current names the text; the report beside it holds the parts, but not the text."""
    query = select(reports.c.report_id, readings.c.reading_id, readings.c.report)
    query = query.join(readings, readings.c.reading_id == reports.c.reading_id).order_by(reports.c.report_id)
    parts = [query] if ids is None else [query.where(reports.c.report_id.in_(one)) for one in chunks(sorted(set(ids)))]
    for part in parts:
        for report, reading, told in connection.execute(part):
            yield report, f"{reading} {blake2b(told.encode(), digest_size=12).hexdigest()}"


def _places(connection: Connection, ids: Sequence[str]) -> tuple[TellingPlace, ...]:
    first, last = func.min(evidence.c.start), func.max(evidence.c.end)
    query = select(findings.c.contact_id, findings.c.report_id, first, last)
    query = query.join(evidence, evidence.c.finding_id == findings.c.finding_id).where(findings.c.kind == "contact")
    query = query.group_by(findings.c.finding_id, findings.c.contact_id, findings.c.report_id)
    rows: list[tuple[str, str, int, int]] = []
    for chunk in chunks(list(ids)):
        rows += connection.execute(query.where(findings.c.report_id.in_(chunk)))
    sides: dict[str, set[str]] = {}
    for chunk in chunks(sorted({row[0] for row in rows if row[0]})):
        asked = select(contact_sides.c.contact_id, contact_sides.c.label).where(contact_sides.c.contact_id.in_(chunk))
        for contact, label in connection.execute(asked):
            sides.setdefault(contact, set()).add(label)
    found = [TellingPlace(*row, frozenset(sides[row[0]])) for row in rows if row[0] in sides]
    return tuple(sorted(found, key=lambda one: (one.report, one.start, one.contact)))


def _texts(connection: Connection, ids: Sequence[str], ruled: Rulings) -> Iterator[ReportText]:
    people = any(one.startswith("p-") for one in ruled.withdrawn)
    own = [readings.c[name] for name in Reading.__struct_fields__ if people or name != "findings"]
    query = select(*own, *(one.label(f"head_{one.name}") for one in HEAD)).join(
        reports, reports.c.reading_id == readings.c.reading_id
    )
    for row in connection.execute(query.where(reports.c.report_id.in_(ids)).order_by(reports.c.report_id)).mappings():
        kept = Reading(**{name: row.get(name, "") for name in Reading.__struct_fields__})
        report = report_of(kept)
        if people:
            signs = ruled.parted.get(row["head_report_id"], {})
            report, _ = without(report, findings_of(kept), ruled.withdrawn, signs)
        yield ReportText(ReportHead(*(row[f"head_{one.name}"] for one in HEAD)), report)
