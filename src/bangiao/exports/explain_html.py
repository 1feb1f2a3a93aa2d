"""One self-contained page that shows how reports were read: the text marked, the fields and rules beside it.

No script and nothing fetched: the page may be mailed, kept, or opened from a disk. All text is escaped.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from bangiao.evaluation.documents import Document
from bangiao.exports.explain_cards import cards, joined
from bangiao.model.findings import Findings
from bangiao.model.report import Block, Report
from bangiao.views.marked import ASIDE
from bangiao.views.marks import KINDS, SENTENCES, Mark, Piece, marks, pieces

# a run of furniture longer than this is folded away behind one line
LONG_FURNITURE = 8
Zone = tuple[str, int, int]


class Explained(Struct, frozen=True):
    """A report with its findings, and the gold's document where there is one."""

    report: Report
    findings: Findings
    gold: Document | None = None


def page(explained: Sequence[Explained]) -> str:
    """The whole page, ready to be written to a file."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = _title(explained[0].report) if len(explained) == 1 else f"{len(explained)} reports"
    return Markup(
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
        '<meta http-equiv="Content-Security-Policy" content="{policy}">'
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<title>{title} – how Bangiao reads it</title><style>{style}</style></head>\n"
        "<body><header><h1>How Bangiao reads it</h1>{legend}{index}</header>\n<main>{reports}</main></body></html>\n"
    ).format(
        policy=policy,
        title=title,
        style=Markup(style),
        legend=_legend(),
        index=_index(explained) if len(explained) > 1 else "",
        reports=joined(_report(number, one) for number, one in enumerate(explained, 1)),
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return (files("bangiao.exports") / "explain.css").read_text(encoding="utf-8")


def _title(report: Report) -> str:
    return report.headline or report.id


def _legend() -> Markup:
    items = (Markup("<li><mark class='{}'>{}</mark></li>").format(kind, name) for kind, name in KINDS.items())
    return Markup("<ul class='legend'>{}<li class='aside'>furniture</li></ul>").format(joined(items))


def _index(explained: Sequence[Explained]) -> Markup:
    items = (
        Markup("<li><a href='#r{}'>{}</a> <small>{} contacts</small></li>").format(
            n, _title(one.report), len(one.findings.contacts)
        )
        for n, one in enumerate(explained, 1)
    )
    return Markup("<details class='index'><summary>{} reports</summary><ol>{}</ol></details>").format(
        len(explained), joined(items)
    )


def _report(number: int, one: Explained) -> Markup:
    """One report: the page's fields, the marked text on the left, the findings on the right."""
    return Markup(
        "<section class='report' id='r{n}'><h2>{title}</h2>{fields}<div class='columns'>"
        "<article lang='{language}'>{text}</article><aside>{cards}</aside></div></section>"
    ).format(
        n=number,
        title=_title(one.report),
        fields=_page_fields(one.report),
        language=one.report.language or "",
        text=_text(number, one),
        cards=cards(number, one.report, one.findings, one.gold),
    )


def _page_fields(report: Report) -> Markup:
    published = f"{report.published} ({report.published_basis})" if report.published_basis else report.published
    values = {
        "id": report.id,
        "address": report.url,
        "outlet": report.outlet,
        "published": published,
        "updated": report.updated,
        "byline": report.byline,
        "credit": report.credit,
        "language": report.language,
        "captions": " · ".join(report.captions),
        "related": f"{len(report.related)} headlines" if report.related else "",
    }
    values["not stated"] = ", ".join(name for name, value in values.items() if not value)
    items = (Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in values.items() if value)
    return Markup("<dl class='page'>{}</dl>").format(joined(items)) + _related(report)


def _related(report: Report) -> Markup:
    """The headlines of other reports that the page shows, folded away."""
    if not report.related:
        return Markup("")
    items = (
        Markup("<li>{} <small>{}</small></li>").format(item.headline, item.published or "no date")
        for item in report.related
    )
    return Markup("<details class='aside'><summary>related headlines</summary><ul>{}</ul></details>").format(
        joined(items)
    )


def _text(number: int, one: Explained) -> Markup:
    found = marks(one.findings)
    text = one.report.text
    return joined(
        _furniture(number, text, list(run), found) if aside else joined(_block(number, text, b, found) for b in run)
        for aside, run in groupby(_blocks(one.report), key=lambda block: block[0] in ASIDE)
    )


def _blocks(report: Report) -> Iterator[Zone]:
    """Every stretch of the text with its kind; what no block claims is "unmarked"."""
    at = 0
    for block in (*report.blocks, None):
        start = block.span.start if isinstance(block, Block) else len(report.text)
        if report.text[at:start].strip():
            yield "unmarked", at, start
        if isinstance(block, Block):
            yield block.kind, block.span.start, block.span.end
            at = block.span.end


def _block(number: int, text: str, block: Zone, found: Sequence[Mark]) -> Markup:
    kind, start, end = block
    inner = joined(_piece(number, text, piece) for piece in pieces(start, end, found))
    return Markup("<div class='block {}{}' title='{}'>{}</div>").format(
        kind, " aside" if kind in ASIDE else "", kind, inner
    )


def _furniture(number: int, text: str, run: Sequence[Zone], found: Sequence[Mark]) -> Markup:
    """What stands around the report: shown in grey, a long run of it folded away."""
    shown = joined(_block(number, text, block, found) for block in run)
    lines = sum(text.count("\n", start, end) + 1 for _, start, end in run)
    if lines <= LONG_FURNITURE:
        return shown
    kinds = ", ".join(dict.fromkeys(kind for kind, _, _ in run))
    return Markup("<details><summary>{}, {} lines</summary>{}</details>").format(kinds, lines, shown)


def _piece(number: int, text: str, piece: Piece) -> Markup:
    words = _visible(text[piece.start : piece.end])
    if not piece.marks:
        return Markup("{}").format(words)
    fields = [mark for mark in piece.marks if mark.kind not in SENTENCES]
    classes = [fields[0].kind] if fields else []
    classes += sorted({mark.kind for mark in piece.marks if mark.kind in SENTENCES})
    anchor = f"r{number}-p{piece.start}" if any(mark.start == piece.start for mark in piece.marks) else ""
    notes = "\n".join(dict.fromkeys(mark.note for mark in piece.marks))
    ends = dict.fromkeys(mark.label for mark in piece.marks if mark.end == piece.end)
    numbers = joined(Markup("<a href='#r{0}-f{1}'>{1}</a>").format(number, label) for label in sorted(ends, key=_order))
    return Markup("<mark class='{}'{} title='{}'>{}</mark>{}").format(
        " ".join(classes),
        Markup(" id='{}'").format(anchor) if anchor else "",
        notes,
        words,
        Markup("<sup>{}</sup>").format(numbers) if numbers else "",
    )


def _order(label: str) -> tuple[bool, str, int]:
    return (not label.isdigit(), label[:1] if not label.isdigit() else "", int(label.lstrip("CS")))


def _visible(words: str) -> str:
    """The words without characters that no page may hold."""
    return "".join(
        ch if ch >= " " or ch in "\n\t" else "\N{REPLACEMENT CHARACTER}" for ch in words.replace("\r\n", "\n")
    )
