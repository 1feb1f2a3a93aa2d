"""Where two readers of one sample differ: settled one by one, with both codings kept, and given as files."""

import io
from typing import Annotated, Any
from urllib.parse import urlencode
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from litestar import Request, Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from bangiao.evaluation.settling import Ruling
from bangiao.exports.coding_release import coding_release
from bangiao.model.errors import QuestionError
from bangiao.register.codings import Codings
from bangiao.views.coding import coding_view, difference_view, word_for
from bangiao.views.following import following
from bangiao.web.access import may_change, moment_now, person_of
from bangiao.web.asked import AtDesk, Word
from bangiao.web.pages.review import signed, signing

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say: equal files, equal bytes
_LONGEST = 10_000


@get("/coding", sync_to_thread=True, include_in_schema=False)
def coding_page(
    desk: AtDesk, coding: Word = None, item: Word = None, after: Word = None, done: Word = None
) -> Response[bytes]:
    """Show how far two readers agree, and the next difference."""
    double = _kept(desk.request).coding(coding or None)
    view = coding_view(double)
    chosen = view.difference(item) if item else following(view.open, after)
    context = {
        "view": view,
        "shown": difference_view(desk.register, view, chosen.id) if chosen else None,
        "by": person_of(desk.request),
        "done": next((one for one in view.settled if one.difference.id == done), None),
    }
    return desk.form("coding.html", context)


@post("/coding/settle", guards=[may_change], sync_to_thread=True, include_in_schema=False, status_code=303)
def settle(request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Settle a difference, or open it again, and go to the next."""
    by, kept = signed(request, data), _kept(request)
    view = coding_view(kept.coding(data.get("coding", "")))
    difference = view.difference(data.get("item", ""))
    choice = data.get("choice", "")
    value = None if choice == "u" else word_for(difference, choice, data.get("value", "")[:_LONGEST])
    why = " ".join(data.get("why", "").split())[:1000]
    kept.settle(view.id, Ruling(difference.id, value, by, moment_now(), why), _number(data.get("seen")))
    asked = {"coding": view.id, "item": difference.id}
    if value is not None:
        after = following(view.open, difference.id)
        asked = {"coding": view.id, "done": difference.id}
        asked |= {"item": after.id} if after and after.id != difference.id else {}
    return signing(Redirect("/coding?" + urlencode(asked), status_code=303), by)


@get("/coding/release", sync_to_thread=True, include_in_schema=False)
def coding_files(request: Request[Any, Any, Any], coding: Word = None) -> Response[bytes]:
    """Give both codings, the settled records, the agreement and the codebook in one archive."""
    double = _kept(request).coding(coding or None)
    place = io.BytesIO()
    with ZipFile(place, "w", ZIP_DEFLATED) as archive:
        for name, content in coding_release(double):
            archive.writestr(ZipInfo(name, _FIRST_DAY), content)
    headers = {"Content-Disposition": f'attachment; filename="coding-{double.id}.zip"', "Cache-Control": "no-store"}
    return Response(place.getvalue(), media_type="application/zip", headers=headers)


def _kept(request: Request[Any, Any, Any]) -> Codings:
    found: Codings = request.app.state.codings
    return found


def _number(words: str | None) -> int:
    if not (words or "").isascii() or not (words or "").isdigit():
        raise QuestionError("the form does not say what was seen", "open the page again")
    return int(words or 0)
