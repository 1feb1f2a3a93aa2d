"""Signing in and out, and the page on which an admin sees who may enter and who did what."""

from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException, PermissionDeniedException
from litestar.params import Body
from litestar.response import Redirect

from bangiao.register.accounts import Accounts
from bangiao.web.access import SESSION_COOKIE, account_of, moment_now
from bangiao.web.asked import AtDesk, Word
from bangiao.web.desk import Desk
from bangiao.web.passwords import fits

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]
_LASTS = timedelta(hours=12)
_LATELY = timedelta(minutes=15)
_OFTEN = 5  # wrong passwords of one name
_FROM_ONE_PLACE = 20  # wrong passwords from one address, which an office may share


@get("/login", sync_to_thread=True, include_in_schema=False)
def login_page(desk: AtDesk, to: Word = None) -> Response[bytes]:
    """Show the way in, or who is in already."""
    _accounts(desk)
    return desk.form("login.html", {"account": account_of(desk.request), "problem": "", "to": _inward(to)})


@post("/login/enter", sync_to_thread=True, include_in_schema=False, status_code=303)
def enter(desk: AtDesk, request: Request[Any, Any, Any], data: Form) -> Response[Any]:
    """Let somebody in who gives a name and its password; after a few wrong ones a quarter of an hour must pass."""
    kept, name = _accounts(desk), " ".join(data.get("name", "").split())[:100]
    place = f"from {request.client.host if request.client else '?'}"
    since = _ago(_LATELY)
    if kept.failures(name, since) >= _OFTEN or kept.failures(place, since) >= _FROM_ONE_PLACE:
        return _refused(desk, data, "often", 429)
    if not fits(kept.secret(name), data.get("password", "")):
        for who in (name, place):
            kept.failed(who, moment_now())
        return _refused(desk, data, "wrong", 401)
    token = token_urlsafe(32)
    now = datetime.now(UTC)
    kept.enter(name, token, now.isoformat(), (now + _LASTS).isoformat())
    kept.note(name, "signed in", moment_now())
    answer: Response[Any] = Redirect(_inward(data.get("to")), status_code=303)
    lasting = int(_LASTS.total_seconds())
    secure = request.url.scheme == "https"
    answer.cookies.append(
        Cookie(SESSION_COOKIE, value=token, max_age=lasting, samesite="strict", httponly=True, secure=secure)
    )
    return answer


@post("/logout", sync_to_thread=True, include_in_schema=False, status_code=303)
def leave(desk: AtDesk, request: Request[Any, Any, Any]) -> Response[Any]:
    """End the session."""
    _accounts(desk).leave(request.cookies.get(SESSION_COOKIE, ""))
    answer: Response[Any] = Redirect("/login", status_code=303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


@get("/users", sync_to_thread=True, include_in_schema=False)
def users_page(desk: AtDesk) -> Response[bytes]:
    """Show an admin the accounts and the audit; that it was looked at is noted."""
    kept, account = _accounts(desk), account_of(desk.request)
    if account is None or account.role != "admin":
        raise PermissionDeniedException(detail="this page is for admins", extra={"key": "for_admins"})
    kept.note(account.name, "looked at the accounts", moment_now())
    return desk.form("users.html", {"accounts": kept.all(), "notes": kept.notes()})


def _accounts(desk: Desk) -> Accounts:
    kept: Accounts | None = desk.request.app.state.accounts
    if kept is None:
        raise NotFoundException(detail="this desk has no accounts", extra={"key": "no_accounts"})
    return kept


def _refused(desk: Desk, data: dict[str, str], problem: str, status: int) -> Response[bytes]:
    return desk.form("login.html", {"account": None, "problem": problem, "to": _inward(data.get("to"))}, status)


def _inward(to: str | None) -> str:
    """Where to go on: a path of this desk, never an address of elsewhere."""
    return to if to and to.startswith("/") and not to.startswith(("//", "/\\")) and "\n" not in to else "/"


def _ago(span: timedelta) -> str:
    return (datetime.now(UTC) - span).isoformat(timespec="microseconds")
