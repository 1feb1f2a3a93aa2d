"""The timeline: who met whom, the latest first, with filters in the address and how contacts are spread over time."""

from litestar import Response, get

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import CHANNELS, FORMS, STATUSES
from bangiao.views.density import density
from bangiao.views.timeline import TimelineQuestion, timeline
from bangiao.web.asked import AtDesk, Offset, Word
from bangiao.web.charts import columns
from bangiao.web.desk import Context

PAGE = 50


@get("/", sync_to_thread=True, include_in_schema=False)
def timeline_page(
    desk: AtDesk,
    country: Word = None,
    person: Word = None,
    channel: Word = None,
    form: Word = None,
    status: Word = None,
    since: Word = None,
    until: Word = None,
    offset: Offset = 0,
) -> Response[bytes]:
    """Show a page of contacts; a word that cannot be read is told above the list of all."""
    words = (country or None, person or None, channel or None, form or None, status or None, since or None)
    question = TimelineQuestion(*words, until or None, offset, PAGE, desk.language, newest=desk.today)
    choices = {"channels": CHANNELS, "forms": FORMS, "statuses": STATUSES, "page": PAGE}

    def context() -> Context:
        try:
            view, spread, problem = timeline(desk.register, question), density(desk.register, question), None
        except QuestionError as error:
            view, spread, problem = None, None, error
        chart = columns([(bar.held, bar.other) for bar in spread.bars]) if spread else ()
        shown = {"view": view, "spread": spread, "chart": chart, "problem": problem, "sides": desk.register.sides()}
        return {**shown, **choices}

    return desk.page("timeline.html", context)
