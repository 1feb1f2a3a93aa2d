"""What lies ahead, and a brief before a meeting; both can be taken along as files."""

from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter

from bangiao.exports.brief_formats import BRIEF_FORMATS
from bangiao.exports.brief_page import brief_page as document
from bangiao.exports.calendar_ics import calendar_ics
from bangiao.languages import HOME
from bangiao.model.errors import BangiaoError, QuestionError, installing
from bangiao.views.brief import BriefQuestion, brief
from bangiao.views.calendar import calendar
from bangiao.web.asked import AtDesk, Word
from bangiao.web.desk import Context

_MEDIA = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".md": "text/markdown",
}
Format = Annotated[str, QueryParameter(max_length=6)]


@get("/calendar", sync_to_thread=True, include_in_schema=False)
def calendar_page(desk: AtDesk, country: Word = None, until: Word = None) -> Response[bytes]:
    """Show what lies ahead."""

    def context() -> Context:
        try:
            view, problem = calendar(desk.known(), country or None, until or None, desk.language), None
        except QuestionError as error:
            view, problem = None, error
        return {"view": view, "problem": problem, "sides": desk.register.sides()}

    return desk.page("calendar.html", context)


@get("/calendar.ics", sync_to_thread=True, include_in_schema=False)
def calendar_file(desk: AtDesk, country: Word = None, until: Word = None) -> Response[bytes]:
    """The same for calendars."""
    view = calendar(desk.known(), country or None, until or None, desk.language)
    return _file(calendar_ics(view), "text/calendar", "bangiao.ics")


@get("/brief", sync_to_thread=True, include_in_schema=False)
def brief_page(desk: AtDesk, country: Word = None, person: Word = None) -> Response[bytes]:
    """Show a brief, or ask for whom."""

    def context() -> Context:
        page, problem = None, None
        try:
            if country:
                view = brief(desk.known(), BriefQuestion(country, person or None, HOME, desk.language))
                page = document(view, desk.words)
        except QuestionError as error:
            problem = error
        shown = {"page": page, "problem": problem, "sides": desk.register.sides(), "formats": tuple(BRIEF_FORMATS)}
        return shown

    return desk.page("brief.html", context)


@get("/brief/file", sync_to_thread=True, include_in_schema=False)
def brief_file(desk: AtDesk, country: Word = None, person: Word = None, form: Format = ".docx") -> Response[bytes]:
    """The brief as a file of one of the formats."""
    if form not in BRIEF_FORMATS or not country:
        raise QuestionError(f"no brief is written as {form!r}", f"formats: {', '.join(BRIEF_FORMATS)}")
    view = brief(desk.known(), BriefQuestion(country, person or None, HOME, desk.language))
    try:
        content = BRIEF_FORMATS[form].render(document(view, desk.words), None)
    except ImportError as missing:
        raise BangiaoError(f"this format needs one more package ({missing.name})", installing("office")) from None
    return _file(content, _MEDIA[form], f"brief{form}")


def _file(content: bytes, media: str, name: str) -> Response[bytes]:
    """A file to be kept, never to be shown inside the desk."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media, headers=headers)
