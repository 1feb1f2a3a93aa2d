"""Prove the register: one canonical print of it, and the checks that what it stores is sound."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, func, select, text

from bangiao.register.ledger import rulings
from bangiao.register.maker import made_by_others
from bangiao.register.schema import (
    contacts,
    evidence,
    findings,
    inferences,
    maker,
    metadata,
    pages,
    readings,
    reports,
    visits,
)
from bangiao.resolution.ids import text_hash
from bangiao.resolution.withdrawal import BLOT

# when a page was fetched, and what follows from it, are times of running; long texts stand by their hash
_TIMES = {"readings": {"fetched", "rank"}}
_HASHED = {"readings": {"text", "report", "findings"}}
_OURS = {maker, pages, visits}  # of this running of the program: nothing that the register says


class Fault(Struct, frozen=True):
    """Something in the register that must not be: where, and what."""

    where: str
    message: str


def lines(connection: Connection) -> Iterator[str]:
    """Every row as one JSON object, tables by name, rows by key, fields by name."""
    for table in sorted(set(metadata.tables.values()) - _OURS, key=lambda one: one.name):
        left_out, hashed = _TIMES.get(table.name, set()), _HASHED.get(table.name, set())
        query = select(table).order_by(*table.primary_key.columns)
        for row in connection.execute(query).mappings():
            fields: dict[str, Any] = {"table": str(table.name)}
            for name in sorted({str(column.name) for column in table.columns} - left_out):
                fields[name] = text_hash(row[name]) if name in hashed else row[name]
            yield msgspec.json.encode(fields).decode()


def fingerprint(connection: Connection) -> dict[str, str]:
    """A hash of the lines of each table."""
    marks: dict[str, Any] = {}
    for line in lines(connection):
        table = msgspec.json.decode(line, type=_Line).table
        marks.setdefault(table, sha256()).update(line.encode() + b"\n")
    return {table: mark.hexdigest() for table, mark in sorted(marks.items())}


class _Line(Struct, frozen=True):
    table: str


def faults(connection: Connection) -> Iterator[Fault]:
    """All that is wrong; nothing for a sound register."""
    if connection.dialect.name == "sqlite":
        yield from _sqlite_faults(connection)
    for table in (evidence, inferences):
        yield from _misquoted(connection, table)
    yield from _versions(connection)
    yield from _untold(connection)
    if made_by_others(connection):
        yield Fault("register", "another version of the program joined its names and reports; run `bangiao rebuild`")


def _sqlite_faults(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"{row[0]} row {row[1]}", f"refers to a missing row of {row[2]}")
    for row in connection.execute(text("PRAGMA quick_check")):
        if row[0] != "ok":
            yield Fault("file", str(row[0]))


def _misquoted(connection: Connection, table: Table) -> Iterator[Fault]:
    """Citations whose words are not what stands at their place in the stored text."""
    places = (table.c.finding_id, table.c.position, table.c.start, table.c.end, table.c.line, table.c.quote)
    query = select(*places, readings.c.reading_id, readings.c.text).select_from(table)
    query = query.join(findings, findings.c.finding_id == table.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.join(readings, readings.c.reading_id == reports.c.reading_id)
    for row in connection.execute(query.order_by(table.c.finding_id, table.c.position)).mappings():
        start, end = row["start"], row["end"]
        if start is None and end is None and not row["quote"]:
            continue
        where = f"{row['finding_id']} {table.name} {row['position']}"
        if start is None or end is None or not 0 <= start < end or not _says(row["text"][start:end], row["quote"]):
            yield Fault(where, "the quoted words do not stand at their place in the text")
        elif row["line"] != row["text"].count("\n", 0, start) + 1:
            yield Fault(where, "the line is wrong")


def _says(words: str, quote: str) -> bool:
    """Whether a quotation is the words, a letter of a withdrawn name aside."""
    return len(words) == len(quote) and all(sign in (letter, BLOT) for letter, sign in zip(words, quote, strict=True))


def _versions(connection: Connection) -> Iterator[Fault]:
    """Every report has one current version, and its rows are made from it."""
    current = select(readings.c.report_id, func.count()).where(readings.c.current).group_by(readings.c.report_id)
    for report, number in connection.execute(current):
        if number != 1:
            yield Fault(report, f"{number} versions are marked as current")
    reports_of = select(readings.c.report_id, func.max(readings.c.rank)).group_by(readings.c.report_id)
    withdrawn = rulings(connection).withdrawn
    stands = select(reports.c.report_id, readings.c.rank, readings.c.current).join(readings)
    ranks = {report: (rank, is_current) for report, rank, is_current in connection.execute(stands)}
    for report, rank in connection.execute(reports_of):
        if ranks.get(report) != (rank, True) and report not in withdrawn:
            yield Fault(report, "its rows are not those of its current version; run `bangiao rebuild`")
    for reading, words, digest in connection.execute(
        select(readings.c.reading_id, readings.c.text, readings.c.text_hash)
    ):
        if text_hash(words) != digest:
            yield Fault(reading, "the stored text is not the text that was read")


def _untold(connection: Connection) -> Iterator[Fault]:
    """Contacts without a telling, and tellings without a contact."""
    told = select(findings.c.contact_id).where(findings.c.contact_id.is_not(None))
    for ident in connection.scalars(select(contacts.c.contact_id).where(contacts.c.contact_id.not_in(told))):
        yield Fault(ident, "no report tells this contact; run `bangiao rebuild`")
    loose = select(findings.c.finding_id).where(findings.c.kind == "contact", findings.c.contact_id.is_(None))
    for ident in connection.scalars(loose):
        yield Fault(ident, "this finding belongs to no contact; run `bangiao rebuild`")
