"""Each line of a page with what its form alone tells: sentence, heading, date, caption, label …"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bangiao.reports.captions import is_caption
from bangiao.reports.dates import PageDate, read_date
from bangiao.reports.signatures import Signature, read_signature
from bangiao.reports.visible import Hint
from bangiao.reports.words import choice, is_notice, label_kind, words_of

LineForm = Literal[
    "sentence",  # a paragraph or sentence of running text
    "heading",  # five words or more without an end: a headline, a subheading, a caption without mark
    "label",  # a few words without an end
    "item",  # a line of a list
    "caption",
    "date",
    "dated",  # another report's headline with its date
    "more",  # another report's headline behind "see also"
    "signature",
    "others",  # head of a list of other reports
    "replies",
    "tools",
    "notice",
    "frame",  # what a page system leaves before a picture
]
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ENDS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»)]）」』】 \u00a0"
_QUOTES = '"“”«»「」'
_BULLET = re.compile(r"^\s*(?:[•·●▪■◆►▶*+○]|[-–—](?=\s))\s*")
_ARROW = re.compile(r"^\s*(?:>{1,3}|»|→|▶|►|☞)\s*(?=\S)")
_GAPS = re.compile(r"\s\s")
_LONG = 20_000  # characters of a line that is not worth counting
_GLUED = re.compile(r"\./\.\s*(?P<signature>\S.{1,60})$")
_TAIL = 80
_DASHES = ("-", "–", "—")
_BLANK = "\ufeff\u200b" + "".join(filter(str.isspace, map(chr, range(0x3001))))  # what a line is bare of at its ends
_FRAME = re.compile(r"^[a-z]{12,}$")
_TRAIL = re.compile(r"\s*[|»›>•·]\s*|\s+[/–—]\s+")


class Line(Struct, frozen=True):
    """One line that is not blank; `text` is composed, with single spaces.

    `start` and `end` leave out white space around it; `size` counts words; `gap` tells a blank line before it.
    """

    start: int
    end: int
    text: str
    form: LineForm
    size: int
    gap: bool
    date: PageDate | None = None
    signature: Signature | None = None
    hint: Hint | None = None


def read_lines(text: str, hints: Sequence[Hint] = ()) -> list[Line]:
    """The lines of a text in order, each with its form; blank ones are left out. `hints` are one for each line."""
    found: list[Line] = []
    position, gap = 0, False
    for index, raw in enumerate(text.split("\n")):
        stripped = raw.strip(_BLANK)
        if stripped:
            start = position + raw.index(stripped)
            hint = hints[index] if index < len(hints) else None
            for offset, part in _parts(stripped):
                found.append(_line(start + offset, part, gap, hint))
        gap = not stripped
        position += len(raw) + 1
    return found


def _parts(shown: str) -> list[tuple[int, str]]:
    """A line, or its last paragraph and the signature that stands on the same line behind "./."."""
    match = _GLUED.search(shown, max(0, len(shown) - _TAIL))
    if match and read_signature(match["signature"]):
        return [(0, shown[: match.start() + 3]), (match.start("signature"), match["signature"])]
    return [(0, shown)]


def _line(start: int, shown: str, gap: bool, hint: Hint | None) -> Line:
    """One line, read by its form and then by what its markup says."""
    text = shown if shown.isascii() else unicodedata.normalize("NFC", shown)
    if _GAPS.search(text):  # runs of spaces mean nothing, and make searching slow
        text = " ".join(text.split())
    size = _size(text)
    form, date, signature = _form(text, size)
    if hint:
        form = _hinted(form, size, hint)
    return Line(start, start + len(shown), text, form, size, gap, date, signature, hint)


def _size(text: str) -> int:
    """The words of a line; without spaces three wide characters, or twenty-five others, count as one."""
    if len(text) > _LONG:
        return len(text) // 6
    words = max(len(text.split()), len(text) // 25)
    if text.isascii() or words > 60:
        return words
    return max(words, len(_WIDE.findall(text)) // 3)


def ends_sentence(text: str) -> bool:
    """Whether a line closes as a sentence does; one that breaks off (" ...") does not."""
    if text.endswith((" ...", " …")):
        return False
    return text.rstrip(_CLOSERS)[-1:] in _ENDS


def _form(text: str, size: int) -> tuple[LineForm, PageDate | None, Signature | None]:
    """The form of a line, with the date or signature that it is."""
    if not any(ch.isalpha() for ch in text[:200]):
        date = read_date(text)
        return ("date", date, None) if date and not date.rest else ("tools", None, None)
    if _FRAME.match(text):
        return "frame", None, None
    if size <= 60:
        short = _short(text, size)
        if short:
            return short
    if _is_sentence(text, size):
        return ("notice" if size <= 40 and is_notice(text) else "sentence"), None, None
    return _fragment(text, size), None, None


def _is_sentence(text: str, size: int) -> bool:
    if ends_sentence(text):
        return size >= 3
    if size >= 8 and text[0] in _QUOTES and text[-1] in _QUOTES:
        return True  # a quotation that stands alone
    return (
        size >= 45 or (size >= 12 and text.rstrip(_CLOSERS)[-1:] in ":;,") or (size >= 5 and text.endswith((":", ";")))
    )


def _fragment(text: str, size: int) -> LineForm:
    if _BULLET.match(text) or text.endswith((" -", " –")):
        return "item"
    return "heading" if size >= 5 else "label"


def _short(text: str, size: int) -> tuple[LineForm, PageDate | None, Signature | None] | None:
    """Dates, labels, captions, signatures, links: what only a line of moderate length can be."""
    if date := read_date(text):
        form = _date_form(text, date)
        if form:
            signature = read_signature(date.rest) if form == "date" and date.rest else None
            return form, date, signature
    if (kind := label_kind(text, size)) in ("others", "replies", "tools"):
        return kind, None, None
    if is_trail(text):
        return "tools", None, None
    if _ARROW.match(text) or more_headline(text):
        return "more", None, None
    if is_caption(text):
        return "caption", None, None
    if size <= 14 and (signature := read_signature(text)):
        return "signature", None, signature
    if size <= 12 and is_notice(text):
        return "notice", None, None
    return None


def _date_form(text: str, date: PageDate) -> LineForm | None:
    """A line that is a date, or another report's headline with its date."""
    rest = _size(date.rest)
    if rest == 0:
        return "date"
    headline = date.beside if rest >= 3 else ""
    if date.bracketed and headline and not ends_sentence(headline):
        return "dated"
    if rest <= 6 and not ends_sentence(text) and (date.label or date.timed or "|" in text):
        return "date"
    return "dated" if rest >= 5 and headline and not ends_sentence(text) and date.apart else None


def is_trail(text: str) -> bool:
    """Whether a line is a row of links or the way to a page: short pieces between bars or arrows."""
    pieces = [piece for piece in _TRAIL.split(text) if piece]
    if len(pieces) < 2 or max(len(piece.split()) for piece in pieces) > 6 or ends_sentence(text):
        return False
    return len(pieces) >= 3 or any(mark in text for mark in "»›>")


@lru_cache(maxsize=1)
def _more() -> re.Pattern[str]:
    words = choice(words_of("more"))
    return re.compile(rf"^\W{{0,5}}(?:{words})(?:\s*[:：>][:：>\s]*|\s+(?=(?-i:[A-ZĐ])))(?P<headline>\S.*)$", re.I)


def more_headline(text: str) -> str | None:
    """The headline behind "Xem thêm:" and the like."""
    match = _more().match(text)
    return match["headline"] if match else None


def bare(text: str) -> str:
    """A line without bullets, arrows and a dash at its end: the headline in a list."""
    inner = _BULLET.sub("", _ARROW.sub("", text)).strip()
    return inner[:-1].rstrip() if inner[-1:] in _DASHES and inner[-2:-1].isspace() else inner


def same(text: str) -> str:
    """The form in which two lines are compared: case, spacing and bullets set aside."""
    return " ".join(bare(text).lower().split())


def _hinted(form: LineForm, size: int, hint: Hint) -> LineForm:
    """What the markup adds to the form of a line."""
    if hint.caption and form in ("sentence", "heading", "label", "item", "signature"):
        return "caption"
    if form == "sentence" and (
        hint.links > 0.7 or (hint.heading and hint.heading != "h2") or (hint.heading and size < 10)
    ):
        return "heading" if size >= 5 else "label"
    return form
