"""Following feeds and sitemaps of a server that behaves in every way."""

from collections.abc import Iterator

import pytest

from bangiao.model.errors import TableError
from bangiao.model.report import Page, Refusal
from bangiao.model.visit import Visit
from bangiao.sources.following import Feed, Feeds, Step, follow, read_feeds
from bangiao.sources.manners import Clock
from bangiao.sources.options import SourceOptions
from tests.sources.site import Given, Site, StoppedClock, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


class Reader:
    """Somebody who follows, and remembers."""

    def __init__(self, site: Site, *feeds: Feed, **options: float) -> None:
        self.feeds = feeds or (Feed(f"{site.root}/feed"),)
        self.options = SourceOptions(**options)  # type: ignore[arg-type]
        self.memory: dict[str, Visit] = {}
        self.clock = StoppedClock()

    def steps(self) -> Iterator[Step]:
        clock = Clock(self.clock.now, self.clock.sleep)
        return follow(Feeds(self.feeds, 2.0), self.memory.get, self.options, clock=clock)

    def run(self, most: int = 1000) -> list[Page | Refusal]:
        """One run, stopped after so many steps; gives what it brought."""
        found: list[Page | Refusal] = []
        for number, step in enumerate(self.steps(), 1):
            found += step.pages
            self.memory.update((one.address, one) for one in step.visits)
            if number == most:
                break
        return found

    def refusals(self) -> list[str]:
        """The reasons of one run."""
        return [one.reason for one in self.run() if isinstance(one, Refusal)]


def paths(found: list[Page | Refusal], site: Site) -> list[str]:
    """The paths of the pages."""
    return [str(page.url).removeprefix(site.root) for page in found if isinstance(page, Page)]


def test_only_what_is_new_is_read(site: Site) -> None:
    site.feed("/feed", ["/1", "/2"], etag='"a"')
    for name in ("/1", "/2", "/3"):
        site.page(name)
    reader = Reader(site)
    found = reader.run()
    assert paths(found, site) == ["/1", "/2"]
    assert [page.published for page in found if isinstance(page, Page)] == ["2024-12-05T10:00:00+07:00"] * 2
    assert site.pages() == ["/feed", "/1", "/2"]
    assert reader.run() == []
    assert site.pages() == ["/feed"]
    site.feed("/feed", ["/1", "/2", "/3"], etag='"b"')
    assert paths(reader.run(), site) == ["/3"]
    assert site.pages() == ["/feed", "/3"]


def test_dates_of_change_are_sent_back(site: Site) -> None:
    site.feed("/feed", [])
    site.paths["/feed"].headers = {"Last-Modified": "Thu, 05 Dec 2024 03:00:00 GMT"}
    reader = Reader(site)
    reader.run()
    reader.run()
    assert site.seen[-1]["if-modified-since"] == "Thu, 05 Dec 2024 03:00:00 GMT"
    assert "if-modified-since" not in site.seen[1]


@pytest.mark.parametrize("stopped", [1, 2, 3])
def test_a_run_that_was_stopped_goes_on(site: Site, stopped: int) -> None:
    names = ["/1", "/2", "/3"]
    site.feed("/feed", names, etag='"a"')
    for name in names:
        site.page(name)
    reader = Reader(site)
    first = paths(reader.run(most=stopped), site)
    assert first == names[:stopped]
    assert paths(reader.run(), site) == names[stopped:]
    assert reader.run() == []


def test_so_many_in_one_run(site: Site) -> None:
    names = [f"/{number}" for number in range(5)]
    site.feed("/feed", names, etag='"a"')
    for name in names:
        site.page(name)
    reader = Reader(site, Feed(f"{site.root}/feed", limit=2))
    assert [len(reader.run()) for _ in range(4)] == [2, 2, 1, 0]


def test_sitemaps_of_sitemaps(site: Site) -> None:
    site.sitemap("/index.xml", {"/a.xml": "2024-12-01"}, index=True)
    site.sitemap("/a.xml", {"/tin/1": "2024-12-01", "/anh/2": "2024-12-01"})
    site.page("/tin/1", etag='"x"')
    reader = Reader(site, Feed(f"{site.root}/index.xml", within=f"{site.root}/tin/"))
    assert paths(reader.run(), site) == ["/tin/1"]
    assert reader.run() == []
    site.sitemap("/a.xml", {"/tin/1": "2024-12-09"})
    site.pages()
    assert reader.run() == []  # the list says that it changed, the server that it did not
    assert site.pages() == ["/index.xml", "/a.xml", "/tin/1"]
    site.sitemap("/a.xml", {"/tin/1": "2024-12-10"})
    site.page("/tin/1", etag='"y"')
    assert paths(reader.run(), site) == ["/tin/1"]


def test_robots_txt_is_obeyed(site: Site) -> None:
    site.paths["/robots.txt"] = Given("User-agent: *\nDisallow: /private/\nCrawl-delay: 7", "text/plain")
    site.feed("/feed", ["/private/1", "/2", "/moved"])
    site.page("/2")
    site.paths["/moved"] = Given(status=302, headers={"Location": "/private/1"})
    reader = Reader(site)
    found = reader.run()
    assert paths(found, site) == ["/2"]
    assert [("robots.txt" in one.reason) for one in found if isinstance(one, Refusal)] == [True, True]
    assert site.pages() == ["/feed", "/2", "/moved"]
    assert reader.clock.waits == [2.0, 7.0, 7.0]


def test_a_pause_lies_between_two_requests(site: Site) -> None:
    site.feed("/feed", ["/1"])
    site.page("/1")
    reader = Reader(site)
    reader.run()
    assert reader.clock.waits == [2.0, 2.0]  # after robots.txt, after the feed


def test_robots_txt_in_trouble_closes_the_host_for_now(site: Site) -> None:
    site.paths["/robots.txt"] = Given(status=503)
    site.feed("/feed", ["/1"])
    reader = Reader(site)
    assert ["robots.txt cannot be had" in one for one in reader.refusals()] == [True]
    assert site.pages() == []


def test_a_short_pause_is_waited_for(site: Site) -> None:
    site.feed("/feed", [])
    site.paths["/feed"] = Given(status=429, headers={"Retry-After": "5"})
    reader = Reader(site)
    reader.refusals()
    assert 5.0 in reader.clock.waits
    assert site.pages() == ["/feed", "/feed"]


def test_a_long_pause_is_kept_over_runs(site: Site) -> None:
    names = ["/1", "/2", "/3"]
    site.feed("/feed", names, etag='"a"')
    for name in names:
        site.page(name)
    site.paths["/2"] = Given(status=429, headers={"Retry-After": "3600"})
    reader = Reader(site)
    found = reader.run()
    assert paths(found, site) == ["/1"]
    site.pages()
    assert ["left alone until 2025-01-01 01:00" in one for one in reader.refusals()] == [True]
    assert site.pages() == []
    reader.clock.sleep(3600)
    site.page("/2")
    assert paths(reader.run(), site) == ["/2", "/3"]


@pytest.mark.parametrize(
    ("given", "reason", "again"),
    [
        (Given(status=404), "not there", False),
        (Given(status=500), "by its server now", True),
        (Given(status=302, headers={"Location": "/bad"}), "redirects more than", False),
        (Given("x" * 300_000), "larger than", False),
        (Given(b"%PDF-1.7", "application/pdf"), "no PDF that can be read", False),
        (Given(status=302, headers={"Location": "http://10.0.0.1/"}), "private address", True),
    ],
    ids=["gone", "broken", "circle", "huge", "PDF", "private"],
)
def test_a_bad_page_stops_nothing(site: Site, given: Given, reason: str, again: bool) -> None:
    site.feed("/feed", ["/bad", "/2"])
    site.paths["/bad"] = given
    site.page("/2")
    reader = Reader(site, max_document=200_000, max_seconds=60.0)
    refusal, page = reader.run()
    assert isinstance(refusal, Refusal)
    assert isinstance(page, Page)
    assert reason in refusal.reason
    assert bool(reader.refusals()) == again


def test_a_wrong_character_set_is_seen_through(site: Site) -> None:
    site.feed("/feed", ["/1"])
    site.page("/1", kind="text/html; charset=iso-8859-1")
    (page,) = Reader(site).run()
    assert isinstance(page, Page)
    assert "Bộ trưởng tiếp Đại sứ" in page.content


def test_a_feed_names_no_private_host(site: Site) -> None:
    site.feed("/feed", [])
    link = "<item><link>http://192.168.7.7/secret</link></item>"
    site.paths["/feed"].body = f'<?xml version="1.0"?><rss version="2.0"><channel>{link}</channel></rss>'
    assert ["private address" in one for one in Reader(site).refusals()] == [True]


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 50}">' for n in range(9))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html><p>no feed</p></html>", "neither a feed"),
        ("", "neither a feed"),
        ("<urlset><url>", "broken sitemap"),
        (f"<!DOCTYPE x [{BOMB}]><urlset><url><loc>&a8;</loc></url></urlset>", "broken sitemap"),
        (f'<!DOCTYPE x [{BOMB}]><rss version="2.0"><channel><title>&a8;</title></channel></rss>', None),
    ],
    ids=["page", "empty", "cut", "bomb in a sitemap", "bomb in a feed"],
)
def test_a_list_that_is_none(site: Site, body: str, reason: str | None) -> None:
    site.paths["/feed"] = Given(body, "application/xml")
    refused = Reader(site).refusals()
    assert [reason in one for one in refused] == [True] if reason else refused == []


def test_a_file_of_feeds() -> None:
    feeds = read_feeds('delay = 1.0\n[[feed]]\nurl = "https://a.vn/rss"\nlimit = 5', "f.toml")
    assert feeds == Feeds((Feed("https://a.vn/rss", limit=5),), 1.0)
    for wrong in ("", "feed = []", '[[feed]]\nurl = "x"\nlimt = 5', "[["):
        with pytest.raises(TableError, match=r"f\.toml"):
            read_feeds(wrong, "f.toml")
