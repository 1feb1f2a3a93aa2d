"""A web server on this machine that can misbehave, and a network on which it stands at public addresses."""

import gzip
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpcore
import pytest

from bangiao.sources.network import Network

PAGE = "<!doctype html><title>Tin</title><p>Thủ tướng tiếp Đại sứ Nhật Bản.</p>"
PUBLIC = "93.184.216.34"
CERTIFICATE = Path(__file__).with_name("public.example.pem")


class _Answers(BaseHTTPRequestHandler):
    """Each path misbehaves in its own way."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].strip("/").partition("/")[0]
        getattr(self, f"_{path.replace('-', '_')}", self._missing)()

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def give(self, body: bytes, kind: str | None = "text/html; charset=utf-8", status: int = 200, **more: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def to(self, place: str, **more: str) -> None:
        self.give(b"", status=302, Location=place, **more)

    def _missing(self) -> None:
        self.give(b"gone", status=404)

    def _page(self) -> None:
        self.give(PAGE.encode())

    def _broken(self) -> None:
        self.give(b"oops", status=500)

    def _forbidden(self) -> None:
        self.give(b"no", status=403)

    def _moved(self) -> None:
        self.to("/page")

    def _circle(self) -> None:
        self.to("/circle")

    def _nowhere(self) -> None:
        self.give(b"", status=302)

    def _elsewhere(self) -> None:
        self.to(unquote(self.path.partition("?")[2]))

    def _cookie(self) -> None:
        if "seen=1" in self.headers.get("Cookie", ""):
            self._page()
        else:
            self.to("/cookie", Set_Cookie="seen=1")

    def _host(self) -> None:
        self.give(f"Host was {self.headers['Host']}".encode(), "text/plain")

    def _latin(self) -> None:
        self.give(PAGE.encode(), "text/html; charset=iso-8859-1")

    def _windows(self) -> None:
        self.give("Ngoại trưởng thăm".encode("cp1258", "ignore"), "text/plain; charset=windows-1258")

    def _silent_set(self) -> None:
        self.give("会談が行われた。".encode("cp932"), "text/html; charset=Shift_JIS")

    def _lines(self) -> None:
        self.give(b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', "application/x-ndjson")

    def _packed(self) -> None:
        self.give(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def _bomb(self) -> None:
        self.give(gzip.compress(b" " * 3_000_000), Content_Encoding="gzip")

    def _brotli(self) -> None:
        self.give(b"whatever", Content_Encoding="br")

    def _image(self) -> None:
        self.give(b"\x89PNG", "image/png")

    def _untyped(self) -> None:
        self.give(b"%PDF-1.7", None)

    def _empty(self) -> None:
        self.give(b"")

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._pour(b"x" * 65536, 0)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._pour(b"x", 0.02)

    def _drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._pour(b"x", 0.02)

    def _mute(self) -> None:
        self.rfile.read(1)

    def _cut(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")

    def _garbage(self) -> None:
        self.wfile.write(b"\x00\x01nothing like HTTP\r\n\r\n")

    def _pour(self, block: bytes, pause: float) -> None:
        try:
            while True:
                self.wfile.write(block)
                time.sleep(pause)
        except OSError:
            pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no fault here."""


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    """The port on which the misbehaving server listens at 127.0.0.1."""
    with _Server(("127.0.0.1", 0), _Answers) as server:
        yield from _serving(server)


@pytest.fixture(scope="session")
def secure_port() -> Iterator[int]:
    """The same server behind TLS, with a certificate for public.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with _Server(("127.0.0.1", 0), _Answers) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        yield from _serving(server)


def _serving(server: ThreadingHTTPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()


class Dial(httpcore.SyncBackend):
    """Leads every address to the server of the tests, and keeps a list of the addresses that were dialled."""

    def __init__(self) -> None:
        self.dialled: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append(host)
        return super().connect_tcp("127.0.0.1", port, timeout, local_address, socket_options)


class Names:
    """A name service: one host is public, one private, one changes its answer from question to question."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if host == "rebinding.example":
            return [PUBLIC] if self.asked.count(host) == 1 else ["127.0.0.1"]
        known = {
            "public.example": [PUBLIC],
            "private.example": ["10.1.2.3"],
            "both.example": [PUBLIC, "10.1.2.3"],
            "mapped.example": ["::ffff:127.0.0.1"],
            "metadata.example": ["169.254.169.254"],
            PUBLIC: [PUBLIC],
            "127.0.0.1": ["127.0.0.1"],
        }
        if host not in known:
            raise OSError("no such host")
        return known[host]


@pytest.fixture
def dial() -> Dial:
    return Dial()


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def network(dial: Dial, names: Names) -> Network:
    """A network on which public.example is public, though its server runs here."""
    return Network(names, dial, lambda: ssl.create_default_context(cafile=CERTIFICATE))
