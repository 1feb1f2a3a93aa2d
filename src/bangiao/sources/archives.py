"""Web archives (WARC, ISO 28500; also WET): the pages that a crawler kept, each with its address and time."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from bangiao.model.errors import InputError, installing
from bangiao.model.report import Page, Refusal
from bangiao.sources.decode import decode
from bangiao.sources.idents import last_name, page_id
from bangiao.sources.media import Media, by_content, by_name
from bangiao.sources.options import SourceOptions
from bangiao.sources.streams import Counted, peek, unpacked, whole
from bangiao.sources.wording import refuse, shown

_LONGEST_ADDRESS = 2000
_KINDS: dict[str, Media] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
}


def read_archive(stream: BinaryIO, name: str, options: SourceOptions) -> Iterator[Page | Refusal]:
    """A page for each answer that is text or HTML; requests, pictures and failed answers are passed over.

    `Page.fetched` is the time of the crawl. A bad record is refused by its address. Raises InputError when the
    whole is no web archive, breaks off, or holds no page.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        hint = installing("archives")
        raise InputError("is a web archive", hint) from None

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    source: Any = Counted(stream)  # all that is asked of it
    found = False
    try:
        for record in ArchiveIterator(source, record_types=kinds, parse_http=False, stream_detect=False):
            for page in _pages(record, name, options):
                found = True
                yield page
    except (OSError, ValueError) as error:
        problem = f"is a broken web archive: {str(error) or type(error).__name__}"
        raise InputError(problem, "fetch it again; what stood before is read") from None
    if not found:
        raise InputError("is a web archive without pages", "give one with answers in text or HTML")


def _pages(record: Any, name: str, options: SourceOptions) -> Iterator[Page | Refusal]:
    """The page of a record, if it holds one."""
    url = _header(record.headers, "WARC-Target-URI").strip("<>")
    try:
        if len(url) > _LONGEST_ADDRESS:
            raise InputError("has an address longer than any page's", "take the record out")
        page = _page(record, url, options)
        if page is not None:
            yield page
    except InputError as error:
        yield refuse(f"{name}: {shown(url)}", error)


def _page(record: Any, url: str, options: SourceOptions) -> Page | None:
    _parse(record)
    kind = _kind(record, url)
    if kind is None or (record.http_headers is not None and record.http_headers.status_code not in (200, 203)):
        return None
    # what the server packed is unpacked here, within bounds
    packed = io.BytesIO(whole(record.reader, options.max_document))
    head, body = peek(unpacked(packed, None, options))
    media = by_content(head, kind)
    charset = record.http_charset if record.http_headers is not None else None
    text = decode(whole(body, options.max_document), charset, html=media == "text/html")
    return Page(page_id(url), text, media, url, fetched=_header(record.headers, "WARC-Date") or None)


def _parse(record: Any) -> None:
    """Take the server's headers from the record's beginning."""
    try:
        record.parse_http(auto_decode="transfer", quirks_mode=True)
    except (OSError, ValueError) as error:
        raise InputError(f"has a broken answer: {error}", "take the record out, or fetch it again") from None


def _kind(record: Any, url: str) -> Media | None:
    """Text or HTML, else null: an archive keeps pictures and scripts too."""
    answer = record.http_headers
    declared = _header(answer if answer is not None else record.headers, "Content-Type")
    if not url.lower().startswith(("http:", "https:")) or url.lower().endswith("/robots.txt"):
        return None
    kind = declared.partition(";")[0].strip().lower()
    return _KINDS.get(kind) if kind else by_name(last_name(url))


def _header(headers: Any, name: str) -> str:
    """A header's value, empty where it is not there; headers are latin letters by their standard."""
    return str(headers.get(name) or "")
