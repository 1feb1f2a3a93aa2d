"""Tenures that a user imported, kept beside the shipped ones and never in their place."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from bangiao.model.tenure import Tenure
from bangiao.reference.check import tenure_key
from bangiao.reference.load import tenures as shipped
from bangiao.register.schema import readings, tenures
from bangiao.resolution.dating import UNKNOWN
from bangiao.resolution.ids import short_id


class Imported(Struct, frozen=True):
    """What an import did: tenures taken in, those that were known before, reports that were dated anew."""

    new: int
    known: int
    reports: int = 0


def imported(connection: Connection) -> tuple[Tenure, ...]:
    """The user's own tenures, by id."""
    query = select(tenures.c.content).order_by(tenures.c.tenure_id)
    return tuple(msgspec.json.decode(content, type=Tenure) for content in connection.scalars(query))


def known(connection: Connection) -> tuple[Tenure, ...]:
    """The shipped tenures, then the user's own."""
    return (*shipped(), *imported(connection))


def known_for(connection: Connection, findings: Iterable[str]) -> tuple[Tenure, ...]:
    """The tenures that these findings (as JSON) need: none where every date has its year."""
    return known(connection) if any(UNKNOWN in one for one in findings) else ()


def enter(connection: Connection, rows: Iterable[Tenure]) -> Imported:
    """Take in tenures; one that ships, or was imported before, changes nothing."""
    there = {_ident(one) for one in shipped()} | set(connection.scalars(select(tenures.c.tenure_id)))
    given = {_ident(one): one for one in rows}
    fresh = [
        {
            "tenure_id": ident,
            "country": one.country,
            "person": one.person,
            "content": msgspec.json.encode(one).decode(),
        }
        for ident, one in sorted(given.items())
        if ident not in there
    ]
    if fresh:
        connection.execute(tenures.insert(), fresh)
    return Imported(len(fresh), len(given) - len(fresh))


def undated_reports(connection: Connection) -> list[str]:
    """The reports that tell a date without a year: those whose contacts tenures may date."""
    holds = readings.c.findings.contains(UNKNOWN, autoescape=True)
    return list(connection.scalars(select(readings.c.report_id).where(readings.c.current, holds).distinct()))


def _ident(row: Tenure) -> str:
    return short_id("t", *tenure_key(row))
