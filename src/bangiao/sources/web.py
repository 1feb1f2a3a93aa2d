"""Pages from web addresses, fetched within limits and never from where they may not come."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

import httpcore
import httpx
from msgspec import Struct

from bangiao.model.errors import InputError, NotNow
from bangiao.model.report import Page, Refusal
from bangiao.sources.documents import Origin, read_document
from bangiao.sources.idents import last_name, page_id
from bangiao.sources.media import by_header
from bangiao.sources.network import Deadline, GuardedBackend, GuardedTransport, Network
from bangiao.sources.options import DEFAULTS, SourceOptions
from bangiao.sources.wording import refuse, size

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "bangiao (reads a report for a person)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip",  # the one packing that is unpacked within bounds
}
_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError)
_PASSWORD = re.compile(r"^(\s*https?://)[^/?#\s]{1,500}@", re.I)


def fetch(
    address: str,
    options: SourceOptions = DEFAULTS,
    network: Network | None = None,
    now: Callable[[], str] | None = None,
) -> Iterator[Page | Refusal]:
    """The page at an http or https address, or the pages of a .jsonl file there; a refusal when there is none.

    `Page.url` is where the redirects ended, `Page.fetched` the time of fetching (ISO 8601, UTC). Raises nothing
    for what the network or the server does.
    """
    try:
        answer = get(address, options, network or Network())
        check_status(answer.status)
        origin = origin_of(address, answer, (now or _now)())
    except InputError as error:
        yield refuse(_PASSWORD.sub(r"\1…@", address), error)
    else:
        yield from read_document(io.BytesIO(answer.body), origin, options)


class Fetched(Struct, frozen=True):
    """The last answer of a server: `url` is where redirects ended, header names are in lower case.

    `body` is there where the status says that the page is (200 to 299).
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""
    charset: str | None = None


def get(
    address: str,
    options: SourceOptions,
    network: Network,
    headers: Mapping[str, str] | None = None,
    ask: Callable[[str], None] | None = None,
) -> Fetched:
    """Ask for an address, following redirects by hand: where each one leads is checked before it is followed.

    `ask` is called with each address before it is asked for, and may raise. Raises InputError where there is no
    answer, NotNow where there may be one another day.
    """
    url = _parsed(address)
    deadline = Deadline(options.max_seconds)
    cookies = httpx.Cookies()  # some papers set one and send the reader back to the same address
    private_allowed = options.trusted
    for _ in range(options.max_redirects + 1):
        if ask is not None:
            ask(str(url))
            deadline = Deadline(options.max_seconds)  # a pause for manners is not the server's
        authorities = network.authorities() if url.scheme == "https" else None
        backend = GuardedBackend(network, deadline, private_allowed, options.allow_hosts)
        with (
            _client(GuardedTransport(backend, authorities), cookies, options) as client,
            _opened(client, url, deadline, headers) as response,
        ):
            cookies = client.cookies
            private_allowed = private_allowed and backend.reached_private
            if response.status_code not in _REDIRECTS:
                return _fetched(url, response, options.max_document)
            url = _target(url, response)
    raise InputError(f"redirects more than {options.max_redirects} times", "open it in a browser and save the page")


def _fetched(url: httpx.URL, response: httpx.Response, limit: int) -> Fetched:
    status = response.status_code
    body = _body(response, limit) if 200 <= status < 300 else b""
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Fetched(str(url.copy_with(fragment=None)), status, headers, body, response.charset_encoding)


def _client(transport: GuardedTransport, cookies: httpx.Cookies, options: SourceOptions) -> httpx.Client:
    # trust_env=False: proxies and passwords from the environment would lead past the check of the address
    return httpx.Client(
        transport=transport,
        cookies=cookies,
        headers=_HEADERS,
        timeout=options.wait_seconds,
        follow_redirects=False,
        trust_env=False,
    )


@contextmanager
def _opened(
    client: httpx.Client, url: httpx.URL, deadline: Deadline, headers: Mapping[str, str] | None
) -> Iterator[httpx.Response]:
    """The response while it is read, with the network's faults in plain words."""
    try:
        with client.stream("GET", url, headers=headers) as response:
            yield response
    except (httpcore.TimeoutException, httpx.TimeoutException):
        deadline.left(None)  # the time for the whole page may be what ended the wait
        raise NotNow(f"cannot be fetched: {url.host} does not answer in time", "try later") from None
    except httpcore.ConnectError as error:
        if "certificate" in str(error).lower():
            problem = f"cannot be fetched: {url.host} does not prove who it is (certificate)"
            raise NotNow(problem, "open it in a browser, and save the page if you trust it") from None
        raise NotNow(f"cannot be fetched: no connection to {url.host}", "check the address, try later") from None
    except (httpx.InvalidURL, UnicodeError):  # the client looks at where a redirect leads, though it follows none
        raise InputError("redirects to what is not a web address", "open it in a browser and save the page") from None
    except _BROKEN as error:
        raise NotNow(f"cannot be fetched: {url.host} broke off ({error})", "try later") from None


def _parsed(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address.strip())
        host = url.host  # decodes xn--…, which may be malformed
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise InputError("is not a web address", "copy it from the browser's address bar") from None
    if url.scheme not in ("http", "https"):
        raise InputError(f"is an address of the kind {url.scheme or 'unknown'}:", "give an http or https address")
    if not host:
        raise InputError("is an address without a host", "copy it from the browser's address bar")
    if url.port is not None and not 0 < url.port < 65536:
        raise InputError(f"names port {url.port}, which cannot be", "copy it from the browser's address bar")
    if url.userinfo:
        raise InputError("holds a name or password", "leave out what stands before the @")
    return url


def _target(url: httpx.URL, response: httpx.Response) -> httpx.URL:
    location = response.headers.get("location")
    if not location:
        raise InputError("redirects to nowhere", "open it in a browser and save the page")
    try:
        target = _parsed(str(url.join(location)))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise InputError("redirects to what is not a web address", "open it in a browser and save the page") from None
    except InputError as error:
        raise InputError(f"redirects to what {error}", "open it in a browser and save the page") from None
    return target


def _body(response: httpx.Response, limit: int) -> bytes:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise InputError(f"is packed with {packing}, which was not asked for", "save the page and read the file")
    parts: list[bytes] = []
    held = 0
    for part in response.iter_raw():
        held += len(part)
        if held > limit:
            raise InputError(f"is larger than {size(limit)}", "give the address of one report")
        parts.append(part)
    return b"".join(parts)


def check_status(status: int) -> None:
    """Raise InputError for a status that brings no page, NotNow where it may bring one another day."""
    if 200 <= status < 300:
        return
    if status in (404, 410):
        raise InputError(f"is not there (status {status})", "check the address")
    if status in (401, 402, 403, 451):
        raise InputError(f"is not given out (status {status})", "open it in a browser and save the page")
    if status == 429 or status >= 500:
        raise NotNow(f"cannot be given by its server now (status {status})", "try later")
    raise InputError(f"is no page (status {status})", "check the address")


def origin_of(address: str, answer: Fetched, fetched: str) -> Origin:
    """What an answer says of its body; raises InputError where that is no page."""
    media = by_header(answer.headers.get("content-type", ""), last_name(answer.url))
    return Origin(address, page_id(answer.url), media, charset=answer.charset, url=answer.url, fetched=fetched)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
