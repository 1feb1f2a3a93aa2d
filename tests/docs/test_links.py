"""Every outside address of the documents and tables stands in the list of what was tried; no network is asked."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from tools.links import LIST, NOT_REACHED, Link, addresses, listed, main, named, page, try_all


def test_every_outside_address_stands_in_the_list(repository: Path) -> None:
    assert len(named(repository)) > 100
    assert main(["--check"]) == 0


def test_the_list_is_read_as_it_is_written() -> None:
    text = LIST.read_text(encoding="utf-8")
    assert page(listed(text).values()) == text
    link = Link("https://a.vn/x_(y)?a=1", ("README.md", "docs/index.md"), "2026-01-02", "200", "2026-01-02")
    assert listed(page([link])) == {link.address: link}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see [x](https://a.vn/b_(c)), or <https://a.vn/d>.", ["https://a.vn/b_(c)", "https://a.vn/d"]),
        ("News — https://a.vn/e?f=1&g\t2026-01-01", ["https://a.vn/e?f=1&g"]),
        ("https://example.org/a http://127.0.0.1:8383 http://localhost/ https://feeds.example/x", []),
    ],
)
def test_what_an_outside_address_is(text: str, found: list[str]) -> None:
    assert list(addresses(text)) == found


class Answers(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response({"/well": 200, "/only-get": 405, "/gone": 404}[self.path])
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response({"/only-get": 200, "/gone": 404}[self.path])
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def at() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_what_was_answered_is_kept_and_the_last_good_day_too(at: str) -> None:
    asked = [at + "/well", at + "/only-get", at + "/gone", "http://127.0.0.1:1/nobody", "http://127.0.0.1:1/"]
    links = [Link(one, ("README.md",), reached="2025-01-01") for one in asked]
    with httpx.Client(follow_redirects=True, trust_env=False) as client:
        tried = list(try_all(links, client, "2026-11-24", 0))
    assert [one.answer for one in tried] == ["200", "200", "404", NOT_REACHED, NOT_REACHED]
    assert [one.reached for one in tried] == ["2026-11-24", "2026-11-24", "2025-01-01", "2025-01-01", "2025-01-01"]
    assert {one.tried for one in tried} == {"2026-11-24"}
