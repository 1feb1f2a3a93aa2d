"""A report with everything found in it marked, and the record beside it."""

from litestar import Response, get

from bangiao.views.marked import marked
from bangiao.views.marks import KINDS
from bangiao.web.asked import AtDesk, Ident


@get("/reports/{ident:str}", sync_to_thread=True, include_in_schema=False)
def report_page(desk: AtDesk, ident: Ident) -> Response[bytes]:
    """Show a report."""
    return desk.page(
        "report.html", lambda: {"view": marked(desk.register, ident, desk.language), "kinds": tuple(KINDS)}
    )
