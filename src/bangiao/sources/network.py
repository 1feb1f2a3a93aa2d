"""Connections that go only where they may: names are resolved once, checked, and the checked address is dialled.

Checking a name and then letting a client resolve it again would leave a gap in which the answer can change
(DNS rebinding); here the address that was checked is the address that is connected to. Time is bounded too:
every wait on the wire ends when the time for the whole page is over.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any

import certifi
import httpcore
import httpx
from msgspec import Struct

from bangiao.model.errors import NotNow
from bangiao.sources.addresses import host_key, is_private

Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host as the system knows them; raises OSError for an unknown name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@lru_cache(maxsize=1)
def trusted_authorities() -> ssl.SSLContext:
    """Trust the public authorities and those that this system trusts beside them."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


class Network(Struct, frozen=True):
    """The edge to the network: how names become addresses, how one is dialled, and who vouches for servers."""

    resolve: Resolve = resolve
    dial: httpcore.NetworkBackend = httpcore.SyncBackend()
    authorities: Callable[[], ssl.SSLContext] = trusted_authorities


class Deadline:
    """The moment at which a page must be there."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, wait: float | None) -> float:
        """How long may be waited now, at most `wait`; raises InputError when the time is over."""
        remaining = self._end - time.monotonic()
        if remaining <= 0:
            raise NotNow(f"takes longer than {self.seconds:g} seconds", "try later, or save the page and read it")
        return remaining if wait is None else min(wait, remaining)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline, however slowly bytes drip in."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Dials the addresses of one host after checking them; `reached_private` tells where the dialling led."""

    def __init__(self, network: Network, deadline: Deadline, private_allowed: bool, allow_hosts: Sequence[str]) -> None:
        self._network = network
        self._deadline = deadline
        self._private_allowed = private_allowed
        self._allowed = frozenset(map(host_key, allow_hosts))
        self.reached_private = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._checked(host, port, timeout)
        for address in addresses[:-1]:
            try:
                return self._dial(address, port, timeout)
            except (httpcore.NetworkError, httpcore.TimeoutException):
                continue
        return self._dial(addresses[-1], port, timeout)

    def _dial(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        stream = self._network.dial.connect_tcp(address, port, self._deadline.left(timeout))
        self.reached_private = is_private(address)
        return _TimedStream(stream, self._deadline)

    def _checked(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        addresses = _resolved(self._network.resolve, host, port, self._deadline.left(timeout))
        if self._private_allowed or host_key(host) in self._allowed:
            return addresses
        for address in addresses:
            if is_private(address):
                raise NotNow(
                    f"leads to the private address {address} ({host})",
                    f"if that is meant, allow it with --allow-host {host}",
                )
        return addresses


class GuardedTransport(httpx.BaseTransport):
    """Sends each request over a connection of its own, through a backend of its own.

    No connection is kept, because one that was opened under one permission must not serve under another.
    Proxies are not used: a proxy would connect in our place, and the check would be made on the proxy alone.
    """

    def __init__(self, backend: GuardedBackend, authorities: ssl.SSLContext | None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=authorities, network_backend=backend, max_connections=1, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


def _resolved(resolve: Resolve, host: str, port: int, wait: float) -> Sequence[str]:
    """Resolve in a thread of its own, since the system's resolver cannot be told how long it may take."""
    answers: list[Sequence[str]] = []

    def ask() -> None:
        with suppress(OSError, ValueError):  # unknown, or no host name at all
            answers.append(resolve(host, port))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(wait)
    if answers and answers[0]:
        return answers[0]
    if thread.is_alive():
        raise NotNow(f"cannot be opened: no name server answers for {host}", "check the network and try later")
    raise NotNow(f"cannot be opened: there is no host {host}", "check the address, and that there is a network")
