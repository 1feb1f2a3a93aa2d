"""What a reader sees of an HTML page: one line per block element, with weak hints about each line."""

import json
from typing import Any

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

_BREAKS = frozenset(
    """address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre
    section summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905 - a row of names reads better
)
_UNSEEN = frozenset(
    """script style noscript template head svg math iframe object canvas audio video select textarea datalist map
    embed applet frameset""".split()  # noqa: SIM905
)
# a form may hold the whole page, so it tells nothing
_OUTSIDE = frozenset({"nav", "aside", "footer", "menu", "dialog", "button", "label"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "caption"})


class Hint(Struct, frozen=True):
    """What the page's markup says about one line; weak, for pages are marked up in every way.

    `tag` is the innermost block element, `inside` counts the container of that element, `outside` tells
    navigation, footers and forms, `links` is the share of characters that are links (0 to 1).
    """

    tag: str
    inside: int
    outside: bool
    caption: bool
    heading: str | None
    links: float


class Visible(Struct, frozen=True):
    """The visible text of a page, a hint for each line, and what the page's head says of the report."""

    text: str
    hints: tuple[Hint, ...]
    facts: dict[str, str]


class _Place(Struct):
    """Where the walk is: what holds for all text below an element."""

    tag: str
    number: int
    parent: int
    outside: bool = False
    caption: bool = False
    heading: str | None = None
    link: bool = False


def visible(markup: str) -> Visible:
    """Turn an HTML page into its visible text; broken markup is read as browsers do."""
    tree = LexborHTMLParser(markup)
    lines: list[str] = []
    hints: list[Hint] = []
    if tree.body is not None:
        _walk(tree.body, lines, hints)
    return Visible("\n".join(lines), tuple(hints), _facts(tree))


def _walk(body: LexborNode, lines: list[str], hints: list[Hint]) -> None:
    """Collect lines depth first without recursion: pages may nest without end."""
    run: list[tuple[str, bool]] = []
    numbers = 1
    place = _Place("body", 1, 0)
    stack: list[tuple[LexborNode | None, _Place, bool]] = [(body.child, place, True)]
    while stack:
        node, place, breaks = stack.pop()
        if node is None:
            if breaks:
                _end_line(run, place, lines, hints)
            continue
        stack.append((node.next, place, breaks))
        tag = node.tag or ""
        if tag == "-text":
            run.append((node.text_content or "", place.link))
        elif tag not in _UNSEEN and tag[:1] not in "-_!" and not _hidden(node):
            block = tag in _BREAKS
            if block:
                _end_line(run, place, lines, hints)
                numbers += 1
            if tag != "br":
                stack.append((node.child, _below(place, tag, numbers, block), block))


def _below(place: _Place, tag: str, number: int, block: bool) -> _Place:
    """What holds below an element."""
    return _Place(
        tag if block else place.tag,
        number if block else place.number,
        place.number if block else place.parent,
        place.outside or tag in _OUTSIDE,
        place.caption or tag in _CAPTIONS,
        tag if tag in _HEADINGS else place.heading,
        place.link or tag == "a",
    )


def _hidden(node: LexborNode) -> bool:
    """Whether an element is hidden by its own attributes."""
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def _end_line(run: list[tuple[str, bool]], place: _Place, lines: list[str], hints: list[Hint]) -> None:
    """Close the line that the collected texts make, if they hold anything to see."""
    line = " ".join("".join(text for text, _ in run).split())
    if line:
        linked = sum(len("".join(text.split())) for text, link in run if link)
        share = linked / max(1, len(line.replace(" ", "")))
        inside = place.parent if place.tag in {"p", "li", "blockquote", "td", *_HEADINGS} else place.number
        lines.append(line)
        hints.append(Hint(place.tag, inside, place.outside, place.caption, place.heading, share))
    run.clear()


def _facts(tree: LexborHTMLParser) -> dict[str, str]:
    """What head and JSON-LD state: title, headline, outlet, published, updated, author, language."""
    found: dict[str, str] = {}
    for item in _linked_data(tree):
        _take(found, "headline", item.get("headline"))
        _take(found, "published", item.get("datePublished"))
        _take(found, "updated", item.get("dateModified"))
        _take(found, "outlet", _name(item.get("publisher")))
        _take(found, "author", _name(item.get("author")))
    names = {
        "og:title": "headline",
        "og:site_name": "outlet",
        "article:published_time": "published",
        "pubdate": "published",
        "datepublished": "published",
        "article:modified_time": "updated",
        "author": "author",
    }
    for node in tree.css("meta[content]"):
        key = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
        if kind := names.get(key.lower()):
            _take(found, kind, node.attributes.get("content"))
    if title := tree.css_first("title"):
        _take(found, "title", title.text())
    if root := tree.css_first("html"):
        _take(found, "language", root.attributes.get("lang"))
    return found


def _take(found: dict[str, str], key: str, value: object) -> None:
    """Keep the first text that a page states for a fact."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text and len(text) <= 500:
        found.setdefault(key, text)


def _name(value: object) -> object:
    """The name in a JSON-LD value: a text, an object with a name, or a list that begins with one."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _linked_data(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The articles that JSON-LD describes; data that cannot be read is passed over."""
    found: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text() or "")
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        for item in items:
            graph = item.get("@graph") if isinstance(item, dict) else None
            found.extend(each for each in (graph if isinstance(graph, list) else [item]) if isinstance(each, dict))
    return [item for item in found if "headline" in item or "datePublished" in item]
