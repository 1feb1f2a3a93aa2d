"""Follow feeds and sitemaps: what they name and was not read before, fetched with manners.

What was asked before is known from `Visit` records. A step's visits are to be kept after its pages are stored: then a
run that is stopped anywhere goes on where it was.
"""

import io
from collections.abc import Callable, Generator, Iterator
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.errors import InputError, NotNow, TableError
from bangiao.model.report import Page, Refusal
from bangiao.model.visit import Visit
from bangiao.sources.documents import read_document
from bangiao.sources.listings import Entry, read_listing
from bangiao.sources.manners import Clock, Manners
from bangiao.sources.network import Network
from bangiao.sources.options import SourceOptions
from bangiao.sources.web import Fetched, check_status, get, origin_of
from bangiao.sources.wording import refuse

_DEEPEST = 2  # sitemaps of sitemaps


class Feed(Struct, frozen=True, forbid_unknown_fields=True):
    """A feed or sitemap; `within` is what the addresses of its pages must begin with, `limit` the most in one run."""

    url: str
    within: str = ""
    limit: int = 200


class Feeds(Struct, frozen=True, forbid_unknown_fields=True):
    """What to follow, and how many seconds lie between two requests to one host."""

    feed: tuple[Feed, ...]
    delay: float = 2.0


class Step(Struct, frozen=True):
    """What one request brought: pages or refusals, and what is to be remembered once they are stored."""

    pages: tuple[Page | Refusal, ...] = ()
    visits: tuple[Visit, ...] = ()
    unchanged: bool = False


def read_feeds(words: str, name: str) -> Feeds:
    """The content of a FEEDS.toml; raises TableError."""
    shape = 'write [[feed]] and url = "https://…" for each'
    try:
        feeds = msgspec.toml.decode(words, type=Feeds)
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError, RecursionError) as error:
        raise TableError(f"{name}: {error}", shape) from None
    if not feeds.feed:
        raise TableError(f"{name}: names no feed", shape)
    return feeds


def follow(
    feeds: Feeds,
    known: Callable[[str], Visit | None],
    options: SourceOptions,
    network: Network | None = None,
    clock: Clock | None = None,
) -> Iterator[Step]:
    """Everything that is new in these feeds, step by step; what cannot be had now comes again in the next run."""
    named = tuple(host for feed in feeds.feed if (host := urlsplit(feed.url).hostname))
    # pages come from other people's lists: private addresses only on hosts that the user named
    guest = replace(options, trusted=False, allow_hosts=(*options.allow_hosts, *named))
    walk = _Walk(known, guest, network or Network(), clock or Clock(), feeds.delay)
    for feed in feeds.feed:
        yield from walk.feed(feed)


class _Walk:
    """One run over all feeds."""

    def __init__(
        self,
        known: Callable[[str], Visit | None],
        options: SourceOptions,
        network: Network,
        clock: Clock,
        delay: float,
    ) -> None:
        self._known = known
        self._options = options
        self._network = network
        self._clock = clock
        self._manners = Manners(self._plain, self._after, clock, delay)
        self._left = 0
        self._done: set[str] = set()
        self._resting_hosts: set[str] = set()

    def feed(self, feed: Feed) -> Iterator[Step]:
        """The new pages of one feed."""
        self._left = feed.limit
        yield from self._list(Entry(feed.url), feed, 0)

    def _list(self, entry: Entry, feed: Feed, depth: int) -> Generator[Step, None, bool]:
        """The new pages of a list; says whether nothing of it is left for another run."""
        before = self._known(entry.address)
        try:
            answer = self._ask(entry.address, before)
            if answer.status == 304:
                yield Step(unchanged=True)
                return True
            check_status(answer.status)
            entries = read_listing(answer.body, answer.url, self._options)
        except InputError as error:
            yield Step(pages=(refuse(entry.address, error),), visits=self._resting(entry.address))
            return False
        complete = True
        for one in entries:
            if one.is_list:
                complete &= depth < _DEEPEST and (yield from self._list(one, feed, depth + 1))
            elif one.address.startswith(feed.within) and self._is_new(one):
                if not self._left or self._told(one):
                    return False
                self._left -= 1
                complete &= yield from self._page(one)
        if complete:
            yield Step(visits=(_visit(entry, answer),))
        return complete

    def _page(self, entry: Entry) -> Generator[Step, None, bool]:
        """One page; says whether it need not be asked for again."""
        before = self._known(entry.address)
        self._done.add(entry.address)
        try:
            answer = self._ask(entry.address, before)
            if answer.status == 304:
                yield Step(visits=(_visit(entry, answer, before),), unchanged=True)
                return True
            check_status(answer.status)
            origin = origin_of(entry.address, answer, self._clock.now().isoformat(timespec="seconds"))
            pages = tuple(_dated(page, entry) for page in read_document(io.BytesIO(answer.body), origin, self._options))
        except NotNow as error:
            yield Step(pages=(refuse(entry.address, error),), visits=self._resting(entry.address))
            return False
        except InputError as error:
            yield Step(pages=(refuse(entry.address, error),), visits=(Visit(entry.address, changed=entry.changed),))
            return True
        yield Step(pages=pages, visits=(_visit(entry, answer),))
        return True

    def _told(self, entry: Entry) -> bool:
        """Whether its host wants to be left alone, which was told once and is enough."""
        rests = self._manners.rests(entry.address)
        told = rests and self._manners.host(entry.address).root in self._resting_hosts
        if rests:
            self._resting_hosts.add(self._manners.host(entry.address).root)
        return told

    def _is_new(self, entry: Entry) -> bool:
        """Whether a page was never read, or changed since."""
        if entry.address in self._done:
            return False
        before = self._known(entry.address)
        return before is None or bool(entry.changed and entry.changed != before.changed)

    def _ask(self, address: str, before: Visit | None) -> Fetched:
        """Fetch an address unless it is as it was; once more where the server asks for a short pause."""
        headers = {}
        if before is not None and before.etag:
            headers["If-None-Match"] = before.etag
        if before is not None and before.modified:
            headers["If-Modified-Since"] = before.modified
        answer = self._get(address, headers)
        if self._manners.heard(address, answer):
            answer = self._get(address, headers)
            self._manners.heard(address, answer)
        return answer

    def _get(self, address: str, headers: dict[str, str]) -> Fetched:
        return get(address, self._options, self._network, headers, self._manners.ask)

    def _plain(self, address: str) -> Fetched:
        return get(address, self._options, self._network)

    def _after(self, robots: str) -> str | None:
        visit = self._known(robots)
        return visit.after if visit else None

    def _resting(self, address: str) -> tuple[Visit, ...]:
        """What to remember of a host that wants to be left alone."""
        host = self._manners.host(address)
        return (Visit(host.robots, after=host.after.isoformat(timespec="seconds")),) if host.after else ()


def _visit(entry: Entry, answer: Fetched, before: Visit | None = None) -> Visit:
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    if before is not None:
        etag, modified = etag or before.etag, modified or before.modified
    return Visit(entry.address, _mark(etag), _mark(modified), entry.changed)


def _mark(value: str | None) -> str | None:
    """A header to be sent back one day; none that is longer than any server writes it."""
    return value if value and len(value) <= 500 else None


def _dated(page: Page | Refusal, entry: Entry) -> Page | Refusal:
    return replace(page, published=entry.published) if isinstance(page, Page) and entry.published else page
