"""What is shown when something cannot be shown: what, and what to do; never where in the program."""

import logging
from http import HTTPStatus
from typing import Any

from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from msgspec import Struct

from bangiao.model.errors import BangiaoError, QuestionError, RegisterError
from bangiao.views.labels import Labels
from bangiao.web.desk import Desk

log = logging.getLogger("bangiao.web")
AnyRequest = Request[Any, Any, Any]


class Failure(Struct, frozen=True):
    """An answer that could not be given: the HTTP status, what was wrong, and what to do."""

    status: int
    error: str
    hint: str = ""


def failure_of(request: AnyRequest, error: Exception) -> Failure:
    """What to tell of an error; an id in the address that nobody has is not found, all else was asked wrongly."""
    if isinstance(error, QuestionError):
        return Failure(404 if request.path_params else 400, str(error), error.hint)
    if isinstance(error, RegisterError):
        return Failure(503, str(error), error.hint)
    if isinstance(error, BangiaoError):
        return Failure(400, str(error), error.hint)
    if isinstance(error, HTTPException):
        return _http(error)
    log.error("a fault of the program at %s", request.url.path, exc_info=error)
    return Failure(500, f"a fault of the program: {type(error).__name__}", "ask again; if it stays, please report it")


def _http(error: HTTPException) -> Failure:
    phrase = HTTPStatus(error.status_code).phrase.lower()
    faults = error.extra if isinstance(error.extra, list) else []
    named = "; ".join(f"{one.get('key', '?')}: {one.get('message', '')}" for one in faults if isinstance(one, dict))
    hint = named or (error.detail if error.status_code < 500 and error.detail.lower() != phrase else "")
    return Failure(error.status_code, phrase, hint)


def show_failure(request: AnyRequest, error: Exception) -> Response[Any]:
    """An error as a page, or as JSON below /api/."""
    failure = failure_of(request, error)
    if request.url.path.startswith("/api/"):
        return Response(failure, media_type=MediaType.JSON, status_code=failure.status)
    desk = Desk(request)
    return desk.form("failure.html", {"failure": failure, "told": _in_words(error, desk.words)}, failure.status)


def _in_words(error: Exception, words: Labels) -> tuple[str, str] | None:
    """What is wrong and what to do in the reader's language, where that has words for it."""
    if isinstance(error, BangiaoError):
        return words.fault(error.key, error.words)
    extra = error.extra if isinstance(error, HTTPException) and isinstance(error.extra, dict) else {}
    return words.fault(str(extra.get("key", "")), {})
