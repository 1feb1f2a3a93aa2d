"""Second spellings out of the register: those that reports teach, and those that the comparing of names joined."""

from sqlalchemy import Connection, func, select

from bangiao.register.ask_reports import HEAD, head
from bangiao.register.records import Pair
from bangiao.register.schema import findings, lexicon, mentions, people, reports, spellings


def pairs(connection: Connection) -> tuple[Pair, ...]:
    """All pairs of spellings by side and name; what a report teaches comes with its words."""
    taught = _taught(connection)
    known = {(one.name, one.alias, one.side) for one in taught}
    joined = [one for one in _joined(connection) if (one.name, one.alias, one.side) not in known]
    return tuple(sorted([*taught, *joined], key=lambda one: (one.side, one.name, one.alias, one.report.id)))


def _taught(connection: Connection) -> list[Pair]:
    query = select(lexicon, *HEAD[1:]).join(reports, reports.c.report_id == lexicon.c.report_id)
    return [
        Pair(row["name"], row["alias"], row["side"], row["kind"], head(row), row["line"], row["quote"])
        for row in connection.execute(query).mappings()
    ]


def _joined(connection: Connection) -> list[Pair]:
    """Every further spelling of a person beside the one shown, where it is first seen."""
    order = (func.coalesce(reports.c.published, "~"), reports.c.report_id)
    turn = func.row_number().over(partition_by=(spellings.c.base_id, spellings.c.spelling), order_by=order)
    query = select(people.c.name.label("shown"), spellings.c.spelling, spellings.c.side, turn.label("turn"), *HEAD)
    query = query.join(spellings, spellings.c.person_id == people.c.person_id)
    query = query.join(
        mentions, (mentions.c.base_id == spellings.c.base_id) & (mentions.c.name == spellings.c.spelling)
    )
    query = query.join(findings, findings.c.finding_id == mentions.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.where(spellings.c.spelling != people.c.name)
    return [
        Pair(row["shown"], row["spelling"], row["side"], "joined", head(row), None, "")
        for row in connection.execute(query).mappings()
        if row["turn"] == 1
    ]
