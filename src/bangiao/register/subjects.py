"""The whole id that a person means by the beginning of one, so that a decision names what the register shows."""

from sqlalchemy import Column, Connection, select

from bangiao.model.errors import QuestionError
from bangiao.register import ask_reports
from bangiao.register.schema import commitments, contacts, decisions, doubts, findings, people, reports, spellings

_COLUMNS: dict[str, tuple[tuple[Column[str], ...], str]] = {
    "c": ((contacts.c.contact_id,), "bangiao timeline"),
    "p": ((people.c.person_id, spellings.c.base_id), "bangiao person NAME"),
    "r": ((reports.c.report_id,), "bangiao show contact ID, which names its reports"),
    "k": ((commitments.c.commitment_id,), "bangiao commitments"),
    "d": ((decisions.c.decision_id,), "bangiao decisions"),
}


def whole_id(connection: Connection, ident: str) -> str:
    """The id that begins so; a report also by the id or address it came with. Raises QuestionError."""
    if "/" in ident and (whole := _within(connection, ident)):
        return whole
    columns, command = _COLUMNS.get(ident[:1] if ident[1:2] == "-" else "", ((), "bangiao timeline"))
    found = sorted({one for column in columns for one in _beginning(connection, column, ident)})
    if ident in found or len(found) == 1:
        return ident if ident in found else found[0]
    if len(found) > 1:
        raise QuestionError(f"more than one id begins with {ident!r}", "give a longer piece of the id")
    report = ask_reports.find(connection, ident)
    if report:
        return report
    raise QuestionError(f"the register has no {ident!r}", f"look ids up with: {command}")


def _within(connection: Connection, ident: str) -> str | None:
    """The id of a doubt or of what a report tells, which hold the id of what they belong to; always given whole."""
    named = (doubts.c.doubt_id, findings.c.finding_id)
    return next((ident for one in named if connection.scalar(select(one).where(one == ident))), None)


def _beginning(connection: Connection, column: Column[str], ident: str) -> list[str]:
    query = select(column).where(column >= ident, column < ident + "\U0010ffff").distinct()
    return list(connection.scalars(query.order_by(column).limit(2)))
