"""Reports and doubts out of the register."""

from sqlalchemy import Connection, RowMapping, func, select

from bangiao.model.errors import QuestionError
from bangiao.register import ledger
from bangiao.register.reading import findings_of, report_of, stored
from bangiao.register.records import DoubtRecord, ReportHead, ReportRecord, Version
from bangiao.register.schema import doubts, findings, readings, reports
from bangiao.resolution.namesakes import parted
from bangiao.resolution.nobody import without_nobody
from bangiao.resolution.versions import url_key
from bangiao.resolution.withdrawal import without

HEAD = (
    reports.c.report_id,
    reports.c.given_id,
    reports.c.headline,
    reports.c.outlet,
    reports.c.published,
    reports.c.url,
    reports.c.language,
)


def head(row: RowMapping) -> ReportHead:
    """What is shown of a report, from a row that holds the columns of HEAD."""
    plain = ("headline", "outlet", "published", "url", "language")
    return ReportHead(row["report_id"], row["given_id"], *(row[name] for name in plain))


def find(connection: Connection, ident: str) -> str | None:
    """The report that came with this id or address in any of its versions; null when it is not the only one."""
    if not ident:
        return None
    named = (readings.c.given_id == ident) | (readings.c.url_key == url_key(ident))
    query = select(readings.c.report_id).where(named | (readings.c.reading_id == ident)).distinct().limit(2)
    found = connection.scalars(query).all()
    return str(found[0]) if len(found) == 1 else None


def record(connection: Connection, ident: str) -> ReportRecord:
    """A report with its findings, contacts and versions, the current version first."""
    shown = connection.execute(select(*HEAD).where(reports.c.report_id == ident)).mappings().one_or_none()
    if shown is None:
        raise QuestionError(f"the report {ident} was withdrawn", "bangiao decisions says by whom and why")
    query = select(readings).where(readings.c.report_id == ident)
    rows = connection.execute(query.order_by(readings.c.rank.desc(), readings.c.reading_id.desc())).mappings().all()
    current = stored(next(row for row in rows if row["current"]))
    told = select(findings.c.contact_id).where(findings.c.report_id == ident, findings.c.kind == "contact")
    columns = ("reading_id", "text_hash", "reader", "updated", "published", "fetched", "current")
    rulings = ledger.rulings(connection)
    signs = rulings.parted.get(ident, {})
    found, told_in_it = without(report_of(current), findings_of(current), rulings.withdrawn, signs)
    return ReportRecord(
        head(shown),
        found,
        parted(without_nobody(told_in_it, rulings.nobody, signs), signs),
        tuple(connection.scalars(told.order_by(findings.c.number))),
        tuple(Version(*(row[name] for name in columns)) for row in rows),
    )


def doubtful(
    connection: Connection, kind: str | None, report: str | None, offset: int, limit: int | None
) -> tuple[DoubtRecord, ...]:
    """Doubts by kind, then by report and place."""
    query = select(doubts, *HEAD[1:]).outerjoin(reports, reports.c.report_id == doubts.c.report_id)
    if kind:
        query = query.where(doubts.c.kind == kind)
    if report:
        query = query.where(doubts.c.report_id == report)
    order = (doubts.c.kind, func.coalesce(reports.c.published, "~"), doubts.c.doubt_id)
    return tuple(
        DoubtRecord(
            row["doubt_id"],
            row["kind"],
            row["message"],
            head(row) if row["report_id"] else None,
            row["contact_id"],
            row["line"],
            row["quote"],
            row["start"],
            row["end"],
            row["base_id"],
        )
        for row in connection.execute(query.order_by(*order).offset(offset).limit(limit)).mappings()
    )
