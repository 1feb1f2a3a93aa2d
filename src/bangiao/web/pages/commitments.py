"""What was agreed, asked and promised, in its own words."""

from litestar import Response, get

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import TOPICS
from bangiao.views.commitments import CommitmentsQuestion, commitments
from bangiao.web.asked import AtDesk, Offset, Word
from bangiao.web.desk import Context

PAGE = 50


@get("/commitments", sync_to_thread=True, include_in_schema=False)
def commitments_page(
    desk: AtDesk, country: Word = None, topic: Word = None, by: Word = None, open: Word = None, offset: Offset = 0
) -> Response[bytes]:
    """List commitments, the latest first."""
    question = CommitmentsQuestion(country or None, topic or None, by or None, bool(open), offset, PAGE, desk.language)

    def context() -> Context:
        try:
            view, problem = commitments(desk.known(), question), None
        except QuestionError as error:
            view, problem = None, error
        return {
            "view": view,
            "problem": problem,
            "topics": TOPICS,
            "sides": desk.register.sides(),
            "page": PAGE,
            "offset": offset,
        }

    return desk.page("commitments.html", context)
