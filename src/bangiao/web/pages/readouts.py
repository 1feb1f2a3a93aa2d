"""The reports of one contact side by side, and matters followed from contact to contact."""

from litestar import Response, get

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import TOPICS
from bangiao.views.readouts import readouts
from bangiao.views.threads import ThreadsQuestion, threads
from bangiao.web.asked import AtDesk, Ident, Offset, Word
from bangiao.web.desk import Context

PAGE = 20


@get("/contacts/{ident:str}/readouts", sync_to_thread=True, include_in_schema=False)
def readouts_page(desk: AtDesk, ident: Ident) -> Response[bytes]:
    """Show the reports of a contact side by side."""
    return desk.page("readouts.html", lambda: {"view": readouts(desk.known(), [ident], desk.language), "ident": ident})


@get("/threads", sync_to_thread=True, include_in_schema=False)
def threads_page(
    desk: AtDesk, country: Word = None, topic: Word = None, open: Word = None, offset: Offset = 0
) -> Response[bytes]:
    """Show matters that run through several contacts, the latest first."""
    asked = ThreadsQuestion(country or None, topic or None, bool(open), 2, offset, PAGE, desk.language)

    def context() -> Context:
        try:
            view, problem = threads(desk.known(), asked), None
        except QuestionError as error:
            view, problem = None, error
        choices = {"topics": TOPICS, "sides": desk.register.sides(), "page": PAGE, "offset": offset}
        return {"view": view, "problem": problem, **choices}

    return desk.page("threads.html", context)
