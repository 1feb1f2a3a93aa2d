"""A contact: every field with the words that say it, and these words in the report beside them."""

from litestar import Response, get

from bangiao.views.contact import contact
from bangiao.views.marked import beside
from bangiao.views.marks import KINDS
from bangiao.web.asked import AtDesk, Ident, Word
from bangiao.web.desk import Context


@get("/contacts/{ident:str}", sync_to_thread=True, include_in_schema=False)
def contact_page(desk: AtDesk, ident: Ident, report: Word = None) -> Response[bytes]:
    """Show a contact; `report` chooses the report that is shown beside it."""

    def context() -> Context:
        view = contact(desk.register, ident, desk.language)
        shown = beside(desk.register, view.contact.id, report)
        return {"view": view, "shown": shown, "kinds": tuple(KINDS)}

    return desk.page("contact.html", context)
