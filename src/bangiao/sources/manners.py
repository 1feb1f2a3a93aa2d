"""How a guest behaves on other people's servers: robots.txt, a pause between two requests, and leave when asked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct

from bangiao.model.errors import InputError, NotNow, installing

if TYPE_CHECKING:
    from bangiao.sources.web import Fetched

AGENT = "bangiao"
LONGEST_PAUSE = 60.0  # seconds; a host that wants a longer one is left alone until another day
_LONGEST_ROBOTS = 512 * 1024
_DAY = 86_400


class Clock(Struct, frozen=True):
    """The time, and how it passes; tests bring their own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = sleep


class Host:
    """One host as its guest knows it."""

    def __init__(self, root: str, after: datetime | None) -> None:
        self.root = root
        self.robots = f"{root}robots.txt"
        self.after = after  # it wants to be left alone until then
        self.next: datetime | None = None  # when it may be asked again
        self.rules: Any = None


class Manners:
    """Asks before each request whether and when it may be made.

    `get` fetches an address as it is, without asking here; `after` gives the time until which a host wanted to be left
    alone when it was last asked.
    """

    def __init__(
        self, get: Callable[[str], "Fetched"], after: Callable[[str], str | None], clock: Clock, delay: float
    ) -> None:
        self._get = get
        self._after = after
        self._clock = clock
        self._delay = delay
        self._hosts: dict[str, Host] = {}

    def host(self, url: str) -> Host:
        """The host of an address."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}/".lower()
        if root not in self._hosts:
            after = self._after(f"{root}robots.txt")
            self._hosts[root] = Host(root, datetime.fromisoformat(after) if after else None)
        return self._hosts[root]

    def ask(self, url: str) -> None:
        """Wait until an address may be fetched; raises InputError where robots.txt closes it, NotNow at a bad time."""
        host = self.host(url)
        if self.rests(url):
            raise NotNow(f"is on a host that asks to be left alone until {host.after:%Y-%m-%d %H:%M} UTC", "wait")
        if host.rules is None:
            host.rules = self._rules(host)
        if not host.rules.can_fetch(url, AGENT):
            raise InputError("is closed to programs by the robots.txt of its host", "open it in a browser")
        self._pause(host, host.rules.crawl_delay(AGENT) or 0.0)

    def rests(self, url: str) -> bool:
        """Whether the host of an address wants to be left alone now."""
        after = self.host(url).after
        return after is not None and after > self._clock.now()

    def heard(self, url: str, answer: "Fetched") -> bool:
        """Take note of what a server said; true when it asks for a pause that is short enough to wait for."""
        host = self.host(url)
        if answer.status not in (429, 503):
            return False
        wait = _retry_after(answer.headers.get("retry-after"), self._clock.now())
        if wait is None:
            return False
        host.after = self._clock.now() + timedelta(seconds=wait)
        if wait > LONGEST_PAUSE:
            return False
        self._clock.sleep(wait)
        host.after = None
        return True

    def _pause(self, host: Host, wanted: float) -> None:
        now = self._clock.now()
        if host.next is not None and host.next > now:
            self._clock.sleep((host.next - now).total_seconds())
        host.next = self._clock.now() + timedelta(seconds=min(max(self._delay, wanted), LONGEST_PAUSE))

    def _rules(self, host: Host) -> Any:
        """The host's robots.txt (RFC 9309): none closes nothing, a server in trouble closes all for now."""
        try:
            from protego import Protego
        except ImportError:
            hint = installing("archives")
            raise InputError("is not asked without its robots.txt", hint) from None
        self._pause(host, 0.0)
        answer = self._get(host.robots)
        if answer.status >= 500 or answer.status == 429:
            self.heard(host.root, answer)
            raise NotNow(f"is on a host whose robots.txt cannot be had (status {answer.status})", "try later")
        words = answer.body[:_LONGEST_ROBOTS] if answer.status < 300 else b""
        return Protego.parse(words.decode("utf-8", "replace"))


def _retry_after(value: str | None, now: datetime) -> float | None:
    """How many seconds a server wants to be left alone: a number or a date, at most a day."""
    words = (value or "").strip()
    if words.isdecimal() and len(words) < 10:
        return float(min(int(words), _DAY))
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), _DAY)
