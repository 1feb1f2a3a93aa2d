"""A person: offices over time, contacts, spellings; an office with its holders; a body with its contacts."""

from litestar import Response, get

from bangiao.resolution.dates import bounds
from bangiao.views.body import body
from bangiao.views.holders import Holder
from bangiao.views.office import office
from bangiao.views.person import person
from bangiao.views.timeline import TimelineQuestion, timeline
from bangiao.web.asked import AtDesk, Ident, Offset, Word
from bangiao.web.charts import Lane, lanes
from bangiao.web.desk import Context

PAGE = 50


@get("/people/{ident:str}", sync_to_thread=True, include_in_schema=False)
def person_page(desk: AtDesk, ident: Ident, offset: Offset = 0) -> Response[bytes]:
    """Show a person."""

    def context() -> Context:
        view = person(desk.register, ident, desk.language, limit=0)
        asked = TimelineQuestion(
            person=view.person.id, offset=offset, limit=PAGE, language=desk.language, newest=desk.today
        )
        told = timeline(desk.register, asked)
        return {"view": view, "told": told, "page": PAGE, "chart": _chart(view.tenures, desk.today)}

    return desk.page("person.html", context)


@get("/offices/{ident:str}", sync_to_thread=True, include_in_schema=False)
def office_page(desk: AtDesk, ident: Ident, country: Word = None) -> Response[bytes]:
    """Show an office, by its id or as reports word it, with its holders over time."""

    def context() -> Context:
        post = desk.register.post(ident)
        words, side = (post.title, post.side) if post else (ident, country or None)
        view = office(desk.register, words, side, desk.language, limit=300)
        return {"view": view, "chart": _chart(view.holders, desk.today)}

    return desk.page("office.html", context)


@get("/bodies/{ident:str}", sync_to_thread=True, include_in_schema=False)
def body_page(desk: AtDesk, ident: Ident, side: Word = None, offset: Offset = 0) -> Response[bytes]:
    """Show a body, by its id or by its name and side."""
    return desk.page(
        "body.html",
        lambda: {
            "view": body(desk.register, ident, side, desk.today, offset=offset, limit=PAGE, language=desk.language),
            "page": PAGE,
        },
    )


def _chart(held: tuple[Holder, ...], today: str) -> tuple[tuple[Lane, ...], str, str] | None:
    """The times in office as lanes of one calendar, with its first and last year."""
    spans = [_span(one, today) for one in held]
    known = [day for span in spans for day in span if day]
    if not known:
        return None
    first, last = min(known), max(known)
    return lanes(spans, first, last), first[:4], last[:4]


def _span(one: Holder, today: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Start and end as stated, first and last day seen."""
    start = bounds(one.start.date) if one.start and not one.start.date.startswith("..") else None
    end = bounds(one.end.date.removeprefix("../")) if one.end else None
    seen = [each.day for each in (one.first, one.last) if each and each.day]
    return (
        start.first if start and start.first <= today else None,
        end.last if end else None,
        min(seen, default=None),
        max(seen, default=None),
    )
