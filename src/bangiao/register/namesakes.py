"""Part a namesake from a person: what a decision must keep of the reports that name another one of that spelling."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select

from bangiao.model.errors import QuestionError
from bangiao.register.schema import findings, mentions, reports, spellings
from bangiao.resolution.decisions import Anchor
from bangiao.resolution.names import person_id
from bangiao.resolution.namesakes import sign_of


def anchors(connection: Connection, person: str, named_in: Sequence[str]) -> tuple[Anchor, ...]:
    """For each report the names that mean the person there; raises QuestionError where a report names nobody so.

    The namesake is told apart by the office in which these reports show him or her, else by the day of the first.
    """
    rows = {report: _rows(connection, person, report) for report in named_in}
    for report, found in rows.items():
        if not found:
            raise QuestionError(
                f"{report} does not name {person}", "bangiao person NAME shows who somebody is, and where he is named"
            )
    every = [row for found in rows.values() for row in found]
    sign = next((row["office"] for row in every if row["office"]), None) or every[0]["published"] or named_in[0]
    return tuple(dict.fromkeys(_anchor(row, sign) for row in every))


def _rows(connection: Connection, person: str, report: str) -> list[RowMapping]:
    columns = (mentions.c.base_id, mentions.c.name, mentions.c.office, spellings.c.side, findings.c.report_id)
    query = select(*columns, reports.c.published)
    query = query.join(findings, findings.c.finding_id == mentions.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.join(
        spellings, (spellings.c.base_id == mentions.c.base_id) & (spellings.c.spelling == mentions.c.name)
    )
    query = query.where(findings.c.report_id == report, mentions.c.name.is_not(None))
    query = query.where((mentions.c.person_id == person) | (mentions.c.base_id == person))
    query = query.order_by(findings.c.number, mentions.c.side, mentions.c.position)
    return list(connection.execute(query).mappings())


def _anchor(row: RowMapping, sign: str) -> Anchor:
    """What is kept of one name in one report."""
    namesake = person_id(sign_of(row["name"], sign), row["side"])
    return Anchor(row["report_id"], 0, sign, 0, row["base_id"], (namesake,))
