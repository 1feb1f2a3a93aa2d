"""What a browser is told while the register is joined anew and the desk cannot open yet: wait."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from bangiao.model.errors import InputError
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


def listening(host: str, port: int) -> socket.socket:
    """The place where the desk will answer, taken before it can: who asks meanwhile waits, and is not turned away.

    Raises InputError where it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise InputError(
            f"the desk cannot listen on {host}, port {port}: {why}", "choose another: --port 9000"
        ) from None
    # under the protocol's own number: asyncio sends short answers at once over no other, and each would wait 40 ms
    return socket.socket(made.family, made.type, socket.IPPROTO_TCP, fileno=made.detach())


@contextmanager
def waiting(place: socket.socket) -> Iterator[None]:
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
