"""Who may see and change what: everything at one's own desk, nothing elsewhere as long as there are no accounts.

Every route that changes something carries the guard `may_change`, and asks `person_of` in whose name.
"""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from bangiao.model.errors import QuestionError

NAME_COOKIE = "reviewer"
NAMES = ("localhost", "127.0.0.1", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine can reach a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_host(host: str) -> None:
    """Raise QuestionError for a place at which others could read and change the register without an account."""
    if not is_loopback(host):
        raise QuestionError(
            f"without accounts the desk opens on this machine alone, not at {host}",
            "leave --host out, or give 127.0.0.1",
        )


def allowed_hosts(host: str, port: int) -> list[str]:
    """The names under which a browser may ask: a page of elsewhere must not reach the desk under a name of its own."""
    names = {*NAMES, host if ":" not in host else f"[{host}]"}
    return sorted({*names, *(f"{name}:{port}" for name in names)})


def may_change(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """The guard of every change: at one's own desk everybody may; the CSRF token proves that the desk itself asks."""


def person_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """In whose name a change is entered: as the reviewer wrote at the first decision, empty before; never guessed."""
    try:
        return bytes.fromhex(connection.cookies.get(NAME_COOKIE, "")).decode()[:100]
    except ValueError:
        return ""


def moment_now() -> str:
    """The time at which a decision is entered, to the microsecond, so that two of one person stay two."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
