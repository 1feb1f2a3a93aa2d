"""The register as a release: every table as flat records in the order of their keys, of one moment.

Rejected contacts, and what was told of them, are left out; withdrawn people and reports are not in the tables at all.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, func, literal, select, union_all

from bangiao.model.findings import Commitment, Contact, Statement
from bangiao.model.report import Report
from bangiao.register import ledger, released, schema
from bangiao.register.reading import findings_of, report_of, stored
from bangiao.resolution.names import side_label
from bangiao.resolution.withdrawal import without

CONTEXT = 32  # code points before and after a quotation, enough to find it again on a changed page
PIECE = 16_000  # code points: a cell of a spreadsheet holds twice as many units of UTF-16
_BATCH = 2000


class Snapshot:
    """The tables of a release, read one after the other within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ruled = ledger.rulings(connection)

    def rows(self, table: str) -> Iterator[Struct]:
        """The records of one table of `released.TABLES`, by key."""
        return _READERS[table](self)

    def _select(self, query: Select[Any]) -> Iterator[RowMapping]:
        found = self._connection.execute(query.execution_options(yield_per=_BATCH))
        return iter(found.mappings())

    def _plain(self, table: Table, kind: type[Struct], *kept: ColumnElement[bool], **named: str) -> Iterator[Struct]:
        """Records whose fields are columns; `named` gives the columns that have another name than their field."""
        columns = [table.c[named.get(field, field)].label(field) for field in kind.__struct_fields__]
        order = table.primary_key.columns
        for row in self._select(select(*columns).where(*kept).order_by(*order)):
            yield kind(**row)

    def reports(self) -> Iterator[Struct]:
        """The reports in their current versions."""
        query = select(schema.reports, schema.readings).join(
            schema.readings, schema.readings.c.reading_id == schema.reports.c.reading_id
        )
        own = ("given_id", "url", "headline", "outlet", "published", "credit", "language", "diplomatic")
        named = [schema.reports.c[name].label(f"own_{name}") for name in own]
        query = query.with_only_columns(schema.reports.c.report_id, *named, *_VERSION)
        for row in self._select(query.order_by(schema.reports.c.report_id)):
            page = self._page(row, row["report_id"])
            yield released.ReportRow(
                report_id=row["report_id"],
                **{name: row[f"own_{name}"] for name in own},
                published_basis=page.published_basis,
                updated=page.updated,
                byline=page.byline,
                characters=len(row["text"]),
                text_sha256=row["text_hash"],
                reader=row["reader"],
            )

    def _page(self, row: RowMapping, ident: str) -> Report:
        """The report of a stored version, without those who were withdrawn."""
        reading = stored(row)
        report = report_of(reading)
        if not self._ruled.withdrawn:
            return report
        return without(report, findings_of(reading), self._ruled.withdrawn, self._ruled.parted.get(ident, {}))[0]

    def texts(self) -> Iterator[Struct]:
        """The reports' texts in pieces."""
        query = select(schema.reports.c.report_id.label("of"), *_VERSION).join(
            schema.readings, schema.readings.c.reading_id == schema.reports.c.reading_id
        )
        for row in self._select(query.order_by(schema.reports.c.report_id)):
            text = self._page(row, row["of"]).text
            for start in range(0, len(text), PIECE):
                yield released.TextRow(row["of"], start, text[start : start + PIECE])

    def contacts(self) -> Iterator[Struct]:
        """The contacts that stand."""
        channels = _grouped(self._select(_standing(schema.contact_channels, "channel")), "contact_id")
        shown = schema.contacts
        query = select(shown).where(~shown.c.rejected).order_by(shown.c.contact_id)
        own = [name for name in released.ContactRow.__struct_fields__ if name in shown.c]
        renamed = ("channels", "main", "decision", "disagreements")
        for row in self._select(query):
            yield released.ContactRow(
                **{name: row[name] for name in own if name not in renamed},
                channels=tuple(one["channel"] for one in channels(row["contact_id"])),
                disagreements=tuple(row["disagreements"].split()),
                main=row["main_finding"],
                decision=row["decision_id"],
            )

    def sides(self) -> Iterator[Struct]:
        """The sides of contacts."""
        return self._plain(schema.contact_sides, released.SideRow, _stands(schema.contact_sides))

    def participants(self) -> Iterator[Struct]:
        """The people in contacts."""
        return self._plain(schema.participants, released.ParticipantRow, _stands(schema.participants))

    def bodies(self) -> Iterator[Struct]:
        """The bodies in contacts."""
        return self._plain(schema.contact_bodies, released.BodyRow, _stands(schema.contact_bodies), body="name")

    def people(self) -> Iterator[Struct]:
        """The people of the register."""
        return self._plain(schema.people, released.PersonRow)

    def spellings(self) -> Iterator[Struct]:
        """The spellings of people, with how often they occur."""
        named = schema.mentions.c
        query = select(named.person_id, named.name.label("spelling"), func.count().label("findings"))
        query = query.where(named.person_id.is_not(None)).group_by(named.person_id, named.name)
        for row in self._select(query.order_by(named.person_id, named.name)):
            yield released.SpellingRow(**row)

    def offices(self) -> Iterator[Struct]:
        """The offices of the register."""
        return self._plain(schema.offices, released.OfficeRow)

    def tellings(self) -> Iterator[Struct]:
        """What each report says of each contact."""
        told = schema.findings
        query = select(told.c.finding_id, told.c.report_id, told.c.contact_id, told.c.content)
        for row in self._select(query.where(_stands(told)).order_by(told.c.finding_id)):
            contact = msgspec.json.decode(row["content"], type=Contact)
            own = ("form", "mode", "status", "trigger", "date", "date_basis", "venue", "city", "country", "channels")
            yield released.TellingRow(
                **{name: row[name] for name in ("finding_id", "report_id", "contact_id")},
                **{name: getattr(contact, name) for name in own},
                sides=tuple(side_label(side) for side in contact.sides),
            )

    def mentions(self) -> Iterator[Struct]:
        """The people as each report shows them."""
        return self._plain(schema.mentions, released.MentionRow, _of_standing(schema.mentions), day="attested")

    def posts(self) -> Iterator[Struct]:
        """The single posts of the offices so shown."""
        return self._plain(schema.posts, released.PostRow, _of_standing(schema.posts))

    def commitments(self) -> Iterator[Struct]:
        """The sentences that commit."""
        for row in self._said(schema.commitments):
            said = msgspec.json.decode(row["content"], type=Commitment)
            ids = {name: row[name] for name in ("commitment_id", "finding_id", "report_id")}
            yield released.CommitmentRow(**ids, kind=said.kind, by=said.by, topics=said.topics, line=said.line)

    def statements(self) -> Iterator[Struct]:
        """The sentences between contact and commitment."""
        for row in self._said(schema.statements):
            said = msgspec.json.decode(row["content"], type=Statement)
            ids = {name: row[name] for name in ("statement_id", "finding_id", "report_id")}
            own = {name: getattr(said, name) for name in ("kind", "by", "speaker", "topics", "line")}
            yield released.StatementRow(**ids, **own)

    def _said(self, table: Table) -> Iterator[RowMapping]:
        (key,) = table.primary_key.columns
        told = schema.findings.c
        query = select(key, told.finding_id, told.report_id, told.content)
        return self._select(query.join(schema.findings, told.finding_id == table.c.finding_id).order_by(key))

    def changes(self) -> Iterator[Struct]:
        """The changes of hands that reports tell."""
        return self._plain(schema.changes, released.ChangeRow)

    def doubts(self) -> Iterator[Struct]:
        """What is doubtful."""
        table = schema.doubts
        return self._plain(table, released.DoubtRow, table.c.contact_id.is_(None) | _stands(table))

    def citations(self) -> Iterator[Struct]:
        """The words under every field of the tellings, commitments and statements."""
        parts = [_cited(schema.evidence, "quoted"), _cited(schema.inferences, "inferred")]
        cited = union_all(*parts).subquery()
        query = select(cited).order_by(cited.c.finding_id, cited.c.basis.desc(), cited.c.position)
        report, text = "", ""
        for row in self._select(query):
            if row["report_id"] != report:
                report, text = row["report_id"], self._text(row["report_id"])
            start, end = row["start"], row["end"]
            before = "" if start is None else text[max(0, start - CONTEXT) : start]
            after = "" if end is None else text[end : end + CONTEXT]
            yield released.CitationRow(**row, prefix=before, suffix=after)

    def _text(self, report: str) -> str:
        query = select(*_VERSION).join(schema.reports, schema.reports.c.reading_id == schema.readings.c.reading_id)
        row = self._connection.execute(query.where(schema.reports.c.report_id == report)).mappings().one()
        return self._page(row, report).text if self._ruled.withdrawn else str(row["text"])


_VERSION = tuple(column for column in schema.readings.c if column.name not in ("report_id", "rank", "current"))
_READERS: dict[str, Callable[[Snapshot], Iterator[Struct]]] = {
    name: getattr(Snapshot, name) for name in released.TABLES
}


def _stands(table: Table) -> ColumnElement[bool]:
    """Only rows of contacts that nobody has rejected."""
    standing = select(schema.contacts.c.contact_id).where(~schema.contacts.c.rejected)
    return table.c.contact_id.in_(standing)


def _of_standing(table: Table) -> ColumnElement[bool]:
    """Only rows of findings that are no telling of a rejected contact."""
    gone = select(schema.findings.c.finding_id).join(schema.contacts).where(schema.contacts.c.rejected)
    return table.c.finding_id.not_in(gone)


def _standing(table: Table, *names: str) -> Select[Any]:
    columns = [table.c[name] for name in ("contact_id", *names)]
    return select(*columns).where(_stands(table)).order_by(*table.primary_key.columns)


def _cited(table: Table, basis: released.Basis) -> Select[Any]:
    quoted = basis == "quoted"
    return (
        select(
            table.c.finding_id,
            literal(basis).label("basis"),
            table.c.position,
            schema.findings.c.report_id,
            *(table.c[name] for name in ("field", "quote", "start", "end", "line")),
            (table.c.rule if quoted else literal("")).label("rule"),
            (literal("") if quoted else table.c.reason).label("reason"),
        )
        .join(schema.findings, schema.findings.c.finding_id == table.c.finding_id)
        .where(_of_standing(table))
    )


def _grouped(rows: Iterator[RowMapping], key: str) -> Callable[[str], list[RowMapping]]:
    """Look rows up by key; all of them are small."""
    found: dict[str, list[RowMapping]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return lambda ident: found.get(ident, [])
