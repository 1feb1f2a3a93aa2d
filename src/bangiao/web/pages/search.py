"""Search: people, contacts and sentences for a few typed words."""

from litestar import Response, get

from bangiao.views.search import search
from bangiao.web.asked import AtDesk, Offset, Word
from bangiao.web.desk import Context

PAGE = 20


@get("/search", sync_to_thread=True, include_in_schema=False)
def search_page(desk: AtDesk, q: Word = None, offset: Offset = 0) -> Response[bytes]:
    """Show what the words find."""

    def context() -> Context:
        return {"view": search(desk.register, q or "", desk.today, offset, PAGE, desk.language), "page": PAGE}

    return desk.page("search.html", context)
