"""Bytes to text: byte order marks, UTF-8, declared character sets; what is no text is refused, not mangled.

Valid UTF-8 wins over a declared set: servers often declare a set that the page is not in, while text in
another set is hardly ever valid UTF-8. Nothing is normalised here, so that offsets count the text as given.
"""

import codecs
import re

from bangiao.model.errors import InputError
from bangiao.sources import charsets
from bangiao.sources.media import refuse_binary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=[\s\"']{0,9}([\w:.-]{1,40})", re.IGNORECASE
)
_META_WITHIN = 4096
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEVEN_BIT = ("\x1b$", "\x1b(")  # ISO-2022-JP is ASCII to a UTF-8 reader
_SAVE_AGAIN = "open it in an editor and save it as UTF-8"


def decode(data: bytes, declared: str | None = None, html: bool = False) -> str:
    """The text of a document; raises InputError for binary content and for bytes that no known set explains.

    `declared` is the set that the server named. A set named in the page itself counts when `html` is true; then
    also a few broken bytes in a long page (a teaser cut in the middle of a letter) become U+FFFD.
    """
    refuse_binary(data[:_META_WITHIN])
    text = _by_mark(data)
    if text is None:
        text = _by_content(data, declared, html)
    return _written(text)


def _by_mark(data: bytes) -> str | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = charsets.try_codec(data[len(mark) :], name)
            if text is None:
                raise InputError(f"begins as {name.upper()} but has broken bytes further on", _SAVE_AGAIN)
            if name != "utf-8" and not charsets.looks_written(text):
                raise InputError(f"begins as {name.upper()} but holds no readable text", "give a text or HTML file")
            return text
    return None


def _by_content(data: bytes, declared: str | None, html: bool) -> str:
    labels = [declared, _meta(data) if html else None]
    names = [name for name in map(charsets.codec, labels) if name]
    text = charsets.try_codec(data, "utf-8")
    if text is None:
        return _legacy(data, names, html)
    if any(escape in text for escape in _SEVEN_BIT):
        return charsets.try_codec(data, "iso2022_jp") or text
    if "\0" in text:
        return _wide(data, names) or text
    return text


def _meta(data: bytes) -> str | None:
    found = _META.search(data, 0, _META_WITHIN)
    return found[1].decode("ascii", "replace") if found else None


def _legacy(data: bytes, names: list[str], html: bool) -> str:
    """Text that is not UTF-8: in pairs as declared, nearly UTF-8, UTF-16, as declared, or by its letters."""
    for name in names:
        if name in charsets.PAIRED and b"\0" not in data and (text := charsets.try_codec(data, name)) is not None:
            return text
    nearly = _nearly_utf8(data, html)
    if nearly is not None:
        return nearly
    if b"\0" in data:
        wide = _wide(data, names)
        if wide is not None:
            return wide
        raise InputError("is binary, not text", "give a text or HTML file")
    for name in names:
        text = charsets.try_codec(data, name)
        if text is not None:
            return _vietnamese_after_all(data, name) or text
    guessed = charsets.guess(data)
    if guessed is None:
        raise InputError("is in a character set that cannot be told", _SAVE_AGAIN)
    return guessed


def _wide(data: bytes, names: list[str]) -> str | None:
    for name in names:
        if name.startswith("utf-16"):
            text = charsets.try_codec(data, name)
            if text is not None and charsets.looks_written(text):
                return text
    return charsets.guess_utf16(data)


def _vietnamese_after_all(data: bytes, name: str) -> str | None:
    """Servers that declare Western by default also send windows-1258; the tone marks tell."""
    if name != "cp1252":
        return None
    text = charsets.try_codec(data, "cp1258")
    return text if text is not None and charsets.shows_vietnamese(text) else None


def _nearly_utf8(data: bytes, html: bool) -> str | None:
    """UTF-8 with broken bytes: refused with the line, but mended where a long page has one or two."""
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(1 for _ in re.finditer("[^\x00-\x7f]", mended)) - broken
    if whole < 4 * broken:
        return None
    if html and broken * 2000 <= len(data):
        return mended
    line = mended.count("\n", 0, mended.index("\ufffd")) + 1
    raise InputError(f"is UTF-8 with broken bytes, the first in line {line}", _SAVE_AGAIN)


def _written(text: str) -> str:
    """Refuse what decodes but was never written: zero characters, many control characters."""
    if _CONTROL.search(text):
        if "\0" in text:
            raise InputError("holds zero characters, so it is binary or broken", "give a text or HTML file")
        if len(_CONTROL.findall(text)) > 0.01 * len(text):
            raise InputError("is binary, not text", "give a text or HTML file")
    if not text.strip():
        raise InputError("is empty" if not text else "holds only blank space", "give a file with a report in it")
    return text
