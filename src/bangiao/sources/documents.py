"""One stream of bytes, wherever it came from, turned into pages or refusals."""

from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct

from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal
from bangiao.sources.decode import decode
from bangiao.sources.lines import read_lines
from bangiao.sources.media import OFFICE, Media, Packing, by_content
from bangiao.sources.options import SourceOptions
from bangiao.sources.streams import as_utf8, peek, unpacked, whole
from bangiao.sources.wording import refuse


class Origin(Struct, frozen=True):
    """What is known of a stream beside its bytes: `name` is for messages; null media is told from the content."""

    name: str
    id: str
    media: Media | None = None
    packed: Packing | None = None
    charset: str | None = None
    url: str | None = None
    fetched: str | None = None


def read_document(stream: BinaryIO, origin: Origin, options: SourceOptions) -> Iterator[Page | Refusal]:
    """The page of a document, or those of a file of many one by one; never raises for what the bytes are."""
    try:
        head, body = peek(unpacked(stream, origin.packed, options))
        media = by_content(head, origin.media)
        if media == "application/jsonl":
            yield from read_lines(as_utf8(head, body), origin.name, origin.id, options)
        elif media == "application/warc":
            from bangiao.sources.archives import read_archive

            yield from read_archive(body, origin.name, options)
        elif media == "application/parquet":
            from bangiao.sources.shards import read_shard

            yield from read_shard(stream, head, origin.name, origin.id, options)
        elif media in OFFICE:
            from bangiao.sources.office import office_text

            text = office_text(whole(body, options.max_document), media, options)
            yield Page(origin.id, text, "text/plain", origin.url, fetched=origin.fetched)
        else:
            yield page(whole(body, options.max_document), media, origin)
    except (InputError, OSError) as error:
        yield refuse(origin.name, error)


def page(data: bytes, media: Media, origin: Origin) -> Page:
    """The page of these bytes; raises InputError where they are no text."""
    text = decode(data, origin.charset, html=media == "text/html")
    return Page(origin.id, text, media, origin.url, fetched=origin.fetched)
