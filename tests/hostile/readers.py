"""Each reader of outside bytes, as one function: what it promises to refuse is refused, all else is a fault.

The random examples, the kept cases and the long fuzzing (`make fuzz`) call these.
"""

import io
import tomllib
from collections.abc import Callable, Iterable

from bangiao.findings.dates.read import find_dates
from bangiao.findings.find import find
from bangiao.languages.load import _converted
from bangiao.languages.rows import TriggerRow
from bangiao.model.errors import BangiaoError
from bangiao.model.findings import Commitment, Contact, Statement
from bangiao.model.report import Page, Refusal
from bangiao.reference.events import read_events, read_map
from bangiao.reference.imports import import_tenures
from bangiao.reports.cut import cut
from bangiao.sources.archives import read_archive
from bangiao.sources.decode import decode
from bangiao.sources.following import read_feeds
from bangiao.sources.lines import read_lines
from bangiao.sources.listings import read_listing
from bangiao.sources.media import Media
from bangiao.sources.options import SourceOptions
from bangiao.text.fold import fold

SMALL = SourceOptions(max_document=1 << 20, max_unpacked=1 << 22)
LONGEST = 1_000  # characters of one message
MAP = '[columns]\ndate = "day"\ncountries = ["side"]\n'


def page(data: bytes) -> None:
    """An HTML page: cut, read, every citation true."""
    _report(data, "text/html")


def text(data: bytes) -> None:
    """A plain text: the same."""
    _report(data, "text/plain")


def dates(data: bytes) -> None:
    """The date expressions of any text lie in it, in order."""
    words = fold(data.decode("utf-8", "replace")).text
    end = 0
    for one in find_dates(words):
        assert end <= one.start < one.end <= len(words)
        end = one.end


def archive(data: bytes) -> None:
    """A web archive."""
    _pages(read_archive(io.BytesIO(data), "a.warc", SMALL))


def lines(data: bytes) -> None:
    """A file with a report a line."""
    _pages(read_lines(io.BytesIO(data), "a.jsonl", "a", SMALL))


def listing(data: bytes) -> None:
    """A feed or a sitemap: what it names are web addresses, each once."""
    entries = read_listing(data, "https://example.org/feed", SMALL)
    assert all(one.address.lower().startswith(("http:", "https:")) for one in entries)
    assert len({one.address for one in entries}) == len(entries)


def feeds(data: bytes) -> None:
    """A file of feeds to follow."""
    read_feeds(_words(data), "feeds.toml")


def pack(data: bytes) -> None:
    """A table of a language pack: every fault is listed, none stops the listing."""
    try:
        table = tomllib.loads(_words(data))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for key in table:
        _converted("vi/any.toml", table, key, TriggerRow)


def plan(data: bytes) -> None:
    """A map of the columns of somebody's table."""
    read_map(_words(data), "map.toml")


def table(data: bytes) -> None:
    """Somebody's table of events, read by a map; or FollowTheMoney's entities."""
    read_events(_words(data), "t.csv", read_map(MAP, "map.toml"))


def tenures(data: bytes) -> None:
    """A file of tenures: a table, Popolo, or Wikidata's JSON."""
    import_tenures(_words(data), "tenures.tsv", "VN")


READERS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (page, text, dates, archive, lines, listing, feeds, pack, plan, table, tenures)
}


def harmless(name: str, data: bytes) -> str:
    """Read bytes; gives "" where they are read, else the refusal. Any other error is let through: a fault."""
    try:
        READERS[name](data)
    except BangiaoError as error:
        return _told(error)
    return ""


def _told(error: BangiaoError) -> str:
    assert error.hint, f"no word on what to do: {error}"
    return str(error)


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _report(data: bytes, media: Media) -> None:
    told = cut(Page("hostile", decode(data, html=media == "text/html"), media))
    if isinstance(told, Refusal):
        assert told.reason
        return
    found = find(told)
    items: list[Contact | Commitment | Statement] = [*found.contacts, *found.commitments, *found.statements]
    for item in items:
        for one in item.evidence:
            assert told.text[one.start : one.end] == one.quote


def _pages(found: Iterable[Page | Refusal]) -> None:
    for one in found:
        if isinstance(one, Refusal):
            assert one.reason
            assert one.input.isprintable()
