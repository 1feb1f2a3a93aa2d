"""What the register rests on, and what is left unsure: coverage and doubts."""

from litestar import Response, get

from bangiao.register.codings import Codings
from bangiao.views.coding import coding_view
from bangiao.views.coverage import coverage
from bangiao.views.doubts import doubts
from bangiao.views.gold import reviewed
from bangiao.web.asked import AtDesk, Offset, Word
from bangiao.web.charts import columns
from bangiao.web.desk import Context

PAGE = 50


@get("/coverage", sync_to_thread=True, include_in_schema=False)
def coverage_page(desk: AtDesk) -> Response[bytes]:
    """Show what was read, and what was not; beside it how far reviewers, and coders of one sample, agree."""
    codings: Codings = desk.request.app.state.codings
    latest = codings.latest()

    def context() -> Context:
        view = coverage(desk.known())
        chart = columns([(one.diplomatic, one.reports - one.diplomatic) for one in view.months])
        return {
            "view": view,
            "chart": chart,
            "counts": desk.register.counts(),
            "reviewed": reviewed(desk.register),
            "coded": coding_view(latest) if latest else None,
        }

    return desk.page("coverage.html", context, beside=latest.id if latest else "")


@get("/doubts", sync_to_thread=True, include_in_schema=False)
def doubts_page(desk: AtDesk, kind: Word = None, offset: Offset = 0) -> Response[bytes]:
    """List what the reading left unsure."""

    def context() -> Context:
        return {"view": doubts(desk.register, kind or None, offset, PAGE), "page": PAGE, "offset": offset}

    return desk.page("doubts.html", context)
