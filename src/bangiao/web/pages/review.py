"""Review: one doubtful thing on one screen, decided with one key."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from bangiao.model.errors import QuestionError
from bangiao.register.seen import Overtaken
from bangiao.resolution.decisions import Decision
from bangiao.views.following import following
from bangiao.views.linkable import linkable
from bangiao.views.review import TRUST, Item, Queue, Settled, item, queue
from bangiao.views.review_item import ItemView, item_view
from bangiao.views.taught import ALIKE, Taught, taught, why_alike
from bangiao.web.access import NAME_COOKIE, may_change, moment_now, person_of
from bangiao.web.asked import AtDesk, Needed, Word
from bangiao.web.desk import Context, Desk

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]
_LONGEST = 1_000
_A_YEAR = 31_536_000


@get("/review", sync_to_thread=True, include_in_schema=False)
def review_page(
    desk: AtDesk, kind: Word = None, after: Word = None, item_id: Word = None, done: Word = None
) -> Response[bytes]:
    """Show the next thing to look at, or the one of an address."""
    waiting, view = _next(desk, kind or None, item_id, after, passing=bool(done) or not item_id)
    return desk.form("review.html", _context(desk, waiting, view, kind, done))


@post("/review/decide", guards=[may_change], sync_to_thread=True, include_in_schema=False, status_code=303)
def decide(desk: AtDesk, request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Enter a decision on an item and go to the next; who was overtaken sees what changed."""
    kind, ident = data.get("kind") or None, data.get("item", "")
    by = signed(request, data)
    following = _following(desk, kind, ident)  # looked up before the decision takes the item off the queue
    try:
        view = item_view(desk.register, item(desk.register, ident), desk.language)
        entered = _enter(desk, view, data, by)
    except Overtaken as late:
        return desk.form("overtaken.html", _overtaken(desk, ident, late, kind), 409)
    return signing(Redirect(_address(kind, following, entered.id, ident), status_code=303), by)


@get("/review/link", sync_to_thread=True, include_in_schema=False)
def link_page(desk: AtDesk, item_id: Needed, kind: Word = None) -> Response[bytes]:
    """Show which commitments can be linked from an item."""
    found = item(desk.register, item_id)
    view = linkable(desk.register, found)
    return desk.form("link.html", {"view": view, "item": found, "kind": kind or "", "by": person_of(desk.request)})


@post("/review/link/enter", guards=[may_change], sync_to_thread=True, include_in_schema=False, status_code=303)
def link(desk: AtDesk, request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Enter that two commitments are one matter, and go back to the item."""
    by, ident, kind = signed(request, data), data.get("item", ""), data.get("kind") or None
    found = item(desk.register, ident)
    about = linkable(desk.register, found).about
    try:
        entered = desk.register.decide(
            "link",
            (data.get("first", ""), data.get("second", "")),
            why=_why(data, "read in review: one matter"),
            by=by,
            at=moment_now(),
            last=True,
            seen=data.get("mark", ""),
            about=about,
        )
    except Overtaken as late:
        return desk.form("overtaken.html", _overtaken(desk, ident, late, kind), 409)
    return signing(Redirect(_address(kind, found, entered.id, ident), status_code=303), by)


@post("/review/undo", guards=[may_change], sync_to_thread=True, include_in_schema=False, status_code=303)
def take_back(desk: AtDesk, request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Take the last decision back, with those that were entered with it in one answer, and show its item again."""
    by, undone = signed(request, data), data.get("decision", "")
    words: dict[str, Any] = {"why": _why(data, "undone in review"), "by": by, "at": moment_now()}
    rest = [one.id for one in _together(desk, undone) if one.id != undone]
    try:
        desk.register.undo(undone, seen=data.get("mark"), **words)
        for one in rest:
            desk.register.undo(one, **words)
    except Overtaken as late:
        return desk.form("overtaken.html", _overtaken(desk, data.get("back", ""), late, data.get("kind")), 409)
    asked = {name: data.get(name, "") for name in ("kind", "back")}
    asked["item_id"] = asked.pop("back")
    address = urlencode({name: value for name, value in asked.items() if value})
    return signing(Redirect(f"/review?{address}", status_code=303), by)


@post("/review/same", guards=[may_change], sync_to_thread=True, include_in_schema=False, status_code=303)
def decide_alike(desk: AtDesk, request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Set right everywhere what stands wrong in the same words."""
    by, done = signed(request, data), ""
    first = _decision(desk, data.get("decision", ""))
    if first and first.undone_by is None:
        why = why_alike(first)
        value = first.value if first.kind == "correct" else None
        said: dict[str, Any] = {"field": first.field, "value": value, "why": why, "by": by, "last": True}
        for subject, mark in _alike(desk, first):
            # where somebody else decides on this one right now, theirs stands
            with suppress(Overtaken):
                done = desk.register.decide(first.kind, (subject,), at=moment_now(), seen=mark, **said).id
    return signing(Redirect(_address(data.get("kind"), None, done, data.get("back", "")), status_code=303), by)


def _alike(desk: Desk, first: Decision) -> Iterator[tuple[str, str]]:
    """In what the same error stands, each with its mark of before it was seen that it stands there."""
    lesson = taught(desk.register, first)
    marks = {one: desk.register.mark((one,)) for one in lesson.subjects} if lesson else {}
    lesson = taught(desk.register, first)
    yield from ((one, marks[one]) for one in (lesson.subjects if lesson else ()) if one in marks)


def _together(desk: Desk, ident: str) -> list[Decision]:
    """The standing decisions that were entered with one answer; one alone where it was said of one thing."""
    one = _decision(desk, ident)
    if one is None or not one.why.startswith(ALIKE):
        return [one] if one else []
    said = (one.why, one.by, one.kind, one.value)
    standing = (each for each in desk.register.decisions() if each.undone_by is None)
    return [each for each in standing if (each.why, each.by, each.kind, each.value) == said]


def _next(
    desk: Desk, kind: str | None, item_id: str | None, after: str | None, *, passing: bool
) -> tuple[Queue, ItemView | None]:
    """The queue, and what is shown of it; `passing` over what another reviewer decided while it was looked up."""
    while True:
        waiting = queue(desk.register, kind)
        found = _asked(desk, waiting, item_id, after)
        view = item_view(desk.register, found, desk.language) if found else None
        if view is None or not passing or not Settled(view.history).covers(view.item):
            return waiting, view
        item_id, after = None, view.item.id


def _asked(desk: Desk, waiting: Queue, item_id: str | None, after: str | None) -> Item | None:
    """The item of an address; where a decision took it away since, the first that is open."""
    if item_id:
        try:
            return item(desk.register, item_id)
        except QuestionError:
            pass
    return following(waiting.items, after)


def _following(desk: Desk, kind: str | None, ident: str) -> Item | None:
    return following(queue(desk.register, kind).items, ident)


def _enter(desk: Desk, view: ItemView, data: Form, by: str) -> Decision:
    """Enter what the form says, under the mark of what the reviewer saw."""
    words: dict[str, Any] = {
        "by": by,
        "at": moment_now(),
        "last": True,
        "seen": data.get("mark", ""),
        "about": view.about,
    }
    if data.get("choice") == "c":
        subject, _, field = data.get("place", "").partition("|")
        value = data.get("value", "")[:_LONGEST]
        if not any((one.subject, one.name) == (subject, field) for one in view.places):
            raise QuestionError("say which field is to be corrected", "choose it from the list")
        why = _why(data, f"corrected in review: {view.item.kind}")
        return desk.register.decide("correct", (subject,), field=field, value=value, why=why, **words)
    chosen = view.chosen(data.get("choice", ""))
    missing = chosen.deed == "missing"
    why = _why(data, "a contact is missing here" if missing else f"read in review: {view.item.kind}")
    return desk.register.decide(chosen.kind, chosen.subjects, field=chosen.field, value=chosen.value, why=why, **words)


def _context(desk: Desk, waiting: Queue, view: ItemView | None, kind: str | None, done: str | None) -> Context:
    entered = _decision(desk, done) if done else None
    lesson: Taught | None = taught(desk.register, entered) if entered and entered.undone_by is None else None
    return {
        "view": view,
        "queue": waiting,
        "kind": kind or "",
        "by": person_of(desk.request),
        "named": desk.request.app.state.accounts is None,
        "entered": entered,
        "together": len(_together(desk, entered.id)) if entered else 0,
        "entered_mark": desk.register.mark((entered.id,)) if entered else "",
        "back": desk.request.query_params.get("back", ""),
        "lesson": lesson,
        "trust": TRUST,
        "marks": _standing(desk, view) if view else {},
    }


def _standing(desk: Desk, view: ItemView) -> dict[str, str]:
    """The decisions on an item that can be taken back, each with its mark."""
    return {one.id: desk.register.mark((one.id,)) for one in view.history if not one.undone_by and one.kind != "undo"}


def _overtaken(desk: Desk, ident: str, late: Overtaken, kind: str | None) -> Context:
    return {"late": late, "item_id": ident, "kind": kind or ""}


def _decision(desk: Desk, ident: str) -> Decision | None:
    return next((one for one in desk.register.decisions() if one.id == ident), None)


def _address(kind: str | None, following: Item | None, done: str, back: str) -> str:
    """The next item, with what was entered and the item that it was about, for taking it back."""
    asked = {"kind": kind or "", "item_id": following.id if following else "", "done": done, "back": back}
    return "/review?" + urlencode({name: value for name, value in asked.items() if value})


def signed(request: Request[Any, Any, Any], data: Form) -> str:
    """In whose name: of the account, else as the form says; raises QuestionError where nobody signs."""
    by = person_of(request) or " ".join(data.get("by", "").split())[:100]
    if not by:
        raise QuestionError("a decision must say who decides", "go back and write your name")
    return by


def signing(answer: Response[Any], by: str) -> Response[Any]:
    """The answer, with the name kept for the next decision."""
    answer.cookies.append(
        Cookie(NAME_COOKIE, value=by.encode().hex(), max_age=_A_YEAR, samesite="strict", httponly=True)
    )
    return answer


def _why(data: Form, otherwise: str) -> str:
    return " ".join(data.get("why", "").split())[:_LONGEST] or otherwise
