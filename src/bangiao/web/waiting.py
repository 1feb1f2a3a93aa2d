"""What a browser is told while the register is joined anew and the desk cannot open yet: wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from bangiao.sources.listening import Place
from bangiao.views.labels import LANGUAGES, labels

_AGAIN = 5  # seconds
_LOOK = 0.05  # seconds between two looks whether the desk opens


class _Wait(BaseHTTPRequestHandler):
    """The same answer to every question."""

    def do_GET(self) -> None:
        """Say what is going on, in each language of the desk."""
        told = "".join(f'<p lang="{one}">{escape(labels(one).say("review.joining"))}</p>' for one in LANGUAGES)
        page = f'<!doctype html><html><meta charset="utf-8"><title>Bangiao</title>{told}</html>'.encode()
        self.send_response(503)
        for name, value in (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(page))),
            ("Cache-Control", "no-store"),
            ("Retry-After", str(_AGAIN)),
            ("Refresh", str(_AGAIN)),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal says what is going on."""


@contextmanager
def waiting(place: Place) -> Iterator[None]:
    """Answer at the desk's own place until it opens; the place stays taken."""
    server = ThreadingHTTPServer(place.getsockname()[:2], _Wait, bind_and_activate=False)
    server.socket.close()
    server.socket = place
    thread = Thread(target=server.serve_forever, args=(_LOOK,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
