"""The change feed: what is new and who changed what, as a page, as Atom and as JSON; of one relation or person too."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec
from litestar import MediaType, Response, get

from bangiao.views.changes import Change, changes
from bangiao.views.labels import Labels
from bangiao.web.asked import AtDesk, Word
from bangiao.web.desk import Context, Desk

_ATOM = "http://www.w3.org/2005/Atom"


@get("/changes", sync_to_thread=True, include_in_schema=False)
def changes_page(
    desk: AtDesk, since: Word = None, country: Word = None, person: Word = None, by: Word = None
) -> Response[bytes]:
    """Show what changed."""

    def context() -> Context:
        view = changes(desk.register, since or None, country or None, person or None, by or None, desk.language)
        return {"view": view}

    return desk.page("changes.html", context)


@get("/changes.json", sync_to_thread=True, include_in_schema=False)
def changes_json(
    desk: AtDesk, since: Word = None, country: Word = None, person: Word = None, by: Word = None
) -> Response[bytes]:
    """Give what changed as JSON."""
    view = changes(desk.register, since or None, country or None, person or None, by or None, desk.language)
    return Response(msgspec.json.encode(view), media_type=MediaType.JSON)


@get("/changes.atom", sync_to_thread=True, include_in_schema=False)
def changes_feed(
    desk: AtDesk, since: Word = None, country: Word = None, person: Word = None, by: Word = None
) -> Response[bytes]:
    """Give what changed as an Atom feed (RFC 4287), to be subscribed to."""
    view = changes(desk.register, since or None, country or None, person or None, by or None, desk.language)
    here = str(desk.request.url)
    feed = Element("feed", {"xmlns": _ATOM})
    _said(feed, "id", here)
    _said(feed, "title", f"Bangiao: {desk.words.say('changes.title')}")
    _said(feed, "updated", _moment(view.changes[0].at if view.changes else "1970-01-01"))
    SubElement(feed, "link", {"rel": "self", "href": here})
    SubElement(SubElement(feed, "author"), "name").text = "Bangiao"
    for one in view.changes:
        _entry(feed, one, desk)
    content = tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(content, media_type="application/atom+xml")


def _entry(feed: Element, one: Change, desk: Desk) -> None:
    entry = SubElement(feed, "entry")
    _said(entry, "id", f"urn:bangiao:{one.ident}")
    _said(entry, "title", _title(one, desk.words))
    _said(entry, "updated", _moment(one.at))
    if one.by:
        _said(SubElement(entry, "author"), "name", one.by)
    if one.contact:
        SubElement(entry, "link", {"href": f"{str(desk.request.base_url).rstrip('/')}/contacts/{one.contact.id}"})
    _said(entry, "summary", one.decision.why if one.decision else "")


def _title(one: Change, words: Labels) -> str:
    told = ""
    if one.contact:
        sides = " – ".join(side.name for side in one.contact.sides)
        told = f"{words.of('form', one.contact.form)}: {sides}, {words.date(one.contact.date)}"
    return f"{words.of('decision_kind', one.decision.kind)} {told}".strip() if one.decision else told


def _said(under: Element, name: str, words: str) -> None:
    """An element with words, without the characters that XML cannot hold."""
    SubElement(under, name).text = "".join(ch for ch in words if ch >= " " or ch in "\n\t")


def _moment(at: str) -> str:
    """An ISO day or time as RFC 3339 asks for it."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return "1970-01-01T00:00:00+00:00"
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat(timespec="seconds")
