"""A news site on this machine, polite or not, and a clock that stands still unless somebody waits."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from msgspec import Struct

PAGE = """<!doctype html><title>Tin {0}</title><article><h1>Bộ trưởng tiếp Đại sứ {0}</h1>
<p>Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã tiếp Đại sứ Lào Khamla Vongsa, lần {0}.</p></article>"""


class Given(Struct):
    """What the site gives at one path."""

    body: str | bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = {}
    etag: str | None = None


class Site:
    """Paths and what is given there; `asked` lists the requests as they came."""

    def __init__(self) -> None:
        self.paths: dict[str, Given] = {}
        self.asked: list[str] = []
        self.seen: list[dict[str, str]] = []
        self.root = ""

    def feed(self, path: str, pages: list[str], etag: str | None = None) -> None:
        """An RSS feed that names these paths."""
        items = "".join(
            f"<item><title>Tin</title><link>{self.root}{page}</link>"
            "<pubDate>Thu, 05 Dec 2024 10:00:00 +0700</pubDate></item>"
            for page in pages
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>{items}</channel></rss>'
        self.paths[path] = Given(body, "application/rss+xml", etag=etag)

    def sitemap(self, path: str, pages: dict[str, str], index: bool = False) -> None:
        """A sitemap, or one of sitemaps, that names these paths with the days of their last change."""
        outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
        items = "".join(
            f"<{inner}><loc>{self.root}{page}</loc><lastmod>{day}</lastmod></{inner}>" for page, day in pages.items()
        )
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        self.paths[path] = Given(f'<?xml version="1.0"?><{outer} xmlns="{space}">{items}</{outer}>', "application/xml")

    def page(self, path: str, **more: Any) -> None:
        """A report."""
        self.paths[path] = Given(PAGE.format(path.strip("/")), **more)

    def pages(self) -> list[str]:
        """The paths that were asked for, robots.txt aside; what was asked before is forgotten."""
        asked = [path for path in self.asked if path != "/robots.txt"]
        self.asked.clear()
        return asked


class StoppedClock:
    """A clock whose time passes only by waiting."""

    def __init__(self) -> None:
        self.time = datetime(2025, 1, 1, tzinfo=UTC)
        self.waits: list[float] = []

    def now(self) -> datetime:
        """The time."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self.waits.append(seconds)
        self.time += timedelta(seconds=seconds)


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up."""
    site = Site()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.seen.append({name.lower(): value for name, value in self.headers.items()})
            given = site.paths.get(self.path, Given(b"gone", status=404))
            if given.etag and self.headers.get("If-None-Match") == given.etag:
                given = Given(status=304, etag=given.etag)
            body = given.body.encode() if isinstance(given.body, str) else given.body
            self.send_response(given.status)
            for name, value in {"Content-Type": given.kind, **given.headers}.items():
                self.send_header(name, value)
            if given.etag:
                self.send_header("ETag", given.etag)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that hangs up is no fault here."""

    with Server(("127.0.0.1", 0), Answers) as server:
        site.root = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()
