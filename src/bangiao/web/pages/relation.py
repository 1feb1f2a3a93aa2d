"""A relation of two sides at a glance, and the way to it."""

from litestar import Response, get
from litestar.response import Redirect

from bangiao.languages import HOME
from bangiao.views.relation import relation
from bangiao.web.asked import AtDesk, Ident, Word
from bangiao.web.desk import Context


@get("/relations", sync_to_thread=True, include_in_schema=False)
def relations_page(desk: AtDesk, first: Word = None, second: Word = None) -> Response[bytes] | Redirect:
    """Choose two sides."""
    if second:
        from bangiao.web.templating import segment

        return Redirect(f"/relations/{segment(first or HOME)}/{segment(second)}")
    return desk.page("relations.html", lambda: {"sides": desk.register.sides(), "home": HOME})


@get("/relations/{first:str}/{second:str}", sync_to_thread=True, include_in_schema=False)
def relation_page(desk: AtDesk, first: Ident, second: Ident) -> Response[bytes]:
    """Show the relation of two sides."""

    def context() -> Context:
        return {"view": relation(desk.known(), first, second, desk.language)}

    return desk.page("relation.html", context)
