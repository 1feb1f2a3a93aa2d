"""Lists of pages that sites keep for programs: RSS and Atom feeds, sitemaps. Bytes in, addresses out."""

import io
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import Struct

from bangiao.model.errors import InputError, installing
from bangiao.sources.options import SourceOptions
from bangiao.sources.streams import peek, unpacked, whole

_MOST = 50_000  # the sitemaps' own bound
_LONGEST = 2000
_SITEMAPS = ("urlset", "sitemapindex")
_NO_LIST = ("is neither a feed (RSS, Atom) nor a sitemap", "give the address of one, or read the page itself")


class Entry(Struct, frozen=True):
    """One page, or one further list: `published` is ISO 8601, `changed` what the list says of its last change."""

    address: str
    published: str | None = None
    changed: str | None = None
    is_list: bool = False


def read_listing(body: bytes, address: str, options: SourceOptions) -> tuple[Entry, ...]:
    """The pages that a feed or sitemap names, each once; raises InputError for what is neither."""
    data = whole(unpacked(io.BytesIO(body), None, options), options.max_document)
    head, _ = peek(io.BytesIO(data))
    entries = _sitemap(data) if any(f"<{name}".encode() in head for name in _SITEMAPS) else _feed(data, address)
    found: dict[str, Entry] = {}
    for entry in entries:
        if len(entry.address) <= _LONGEST and entry.address.lower().startswith(("http:", "https:")):
            found.setdefault(entry.address, entry)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _feed(data: bytes, address: str) -> Iterator[Entry]:
    try:
        import feedparser  # type: ignore[import-untyped]
    except ImportError:
        raise _missing() from None
    # a stream, since the library would take bytes or text for the name of a file or for an address to call
    try:
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, response_headers={"content-location": address})
    except Exception as error:  # of any kind, where broken items take its own records apart
        raise InputError(f"is a broken feed: {type(error).__name__}", "look at it in a browser") from None
    if not parsed.get("version"):
        raise InputError(*_NO_LIST)
    for entry in parsed.entries:
        link = str(entry.get("link") or "").strip()
        if link:
            # asked as a plain dictionary: the library would give the one date for the other
            published, updated = dict.get(entry, "published"), dict.get(entry, "updated")
            yield Entry(link, _moment(published), str(updated or "") or None)


def _sitemap(data: bytes) -> Iterator[Entry]:
    try:
        from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
        from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]
    except ImportError:
        raise _missing() from None
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise InputError(f"is a broken sitemap: {error or type(error).__name__}", "look at it in a browser") from None
    for item in root:
        fields: dict[str, str] = {}
        for part in item.iter():
            if part.text and part.text.strip():
                fields.setdefault(_local(part), part.text.strip())
        if "loc" in fields:
            published = _moment(fields.get("publication_date"))
            yield Entry(fields["loc"], published, fields.get("lastmod"), is_list=_local(item) == "sitemap")


def _local(part: Any) -> str:
    return str(part.tag).rpartition("}")[2]


def _moment(value: object) -> str | None:
    """A date as feeds write it (RFC 822 or ISO 8601), as ISO 8601 with its own offset; null for anything else."""
    words = str(value or "").strip()[:100]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(words).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _missing() -> InputError:
    return InputError("is a list of pages", installing("archives"))
