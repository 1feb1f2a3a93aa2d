"""Who may see and change what: everything at one's own desk; where there are accounts, what their roles allow.

Every route that changes something carries the guard `may_change`, and asks `person_of` in whose name.
"""

from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlencode

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect

from bangiao.model.errors import QuestionError
from bangiao.register.accounts import Account, Accounts

NAME_COOKIE = "reviewer"
SESSION_COOKIE = "session"
_OPEN = ("/login", "/assets/")  # what can be seen before one has signed in
NAMES = ("localhost", "127.0.0.1", "[::1]")


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine can reach a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def check_host(host: str, accounts: Accounts | None = None) -> None:
    """Raise QuestionError for a place at which others could read and change the register without an account."""
    if accounts is None and not is_loopback(host):
        raise QuestionError(
            f"without accounts the desk opens on this machine alone, not at {host}",
            "leave --host out, or make accounts first: bangiao users add NAME --role admin",
        )


def allowed_hosts(host: str, port: int) -> list[str]:
    """The names under which a browser may ask: a page of elsewhere must not reach the desk under a name of its own."""
    if host in ("0.0.0.0", "::"):  # every address of this machine; the session keeps pages of elsewhere out
        return ["*"]
    names = {*NAMES, host if ":" not in host else f"[{host}]"}
    return sorted({*names, *(f"{name}:{port}" for name in names)})


def may_change(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """The guard of every change: a reader's account may not; the CSRF token proves that the desk itself asks."""
    if connection.app.state.accounts is None:
        return
    account = account_of(connection)
    if account is None or not account.may_change:
        raise PermissionDeniedException(
            detail="your account may read, not decide: ask an admin for another role", extra={"key": "may_not_decide"}
        )


def account_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Account | None:
    """Whose session it is; null for nobody's, and where there are no accounts."""
    accounts: Accounts | None = connection.app.state.accounts
    token = connection.cookies.get(SESSION_COOKIE, "")
    return accounts.who(token, moment_now()) if accounts and token else None


async def let_in(request: Request[Any, Any, Any]) -> Redirect | None:
    """Where there are accounts, nobody sees a page without one."""
    path = request.url.path
    if request.app.state.accounts is None or path.startswith(_OPEN) or account_of(request):
        return None
    if path.startswith("/api/"):
        raise NotAuthorizedException(detail="sign in first")
    asked = path + (f"?{request.url.query}" if request.url.query else "")
    return Redirect("/login?" + urlencode({"to": asked if request.method == "GET" else "/"}), status_code=303)


def person_of(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """In whose name a change is entered: the account's, else as written at the first decision; empty before that."""
    if connection.app.state.accounts is not None:
        account = account_of(connection)
        return account.name if account else ""
    try:
        return bytes.fromhex(connection.cookies.get(NAME_COOKIE, "")).decode()[:100]
    except ValueError:
        return ""


def moment_now() -> str:
    """The time at which a decision is entered, to the microsecond, so that two of one person stay two."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
