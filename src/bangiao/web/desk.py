"""What every page has at hand: the register, the reader's language, and a way to answer."""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2b
from secrets import token_hex
from typing import Any, TypeVar, cast

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import Cookie
from litestar.template.base import csrf_token

from bangiao import __version__
from bangiao.register.as_known import Known
from bangiao.register.kept import Kept
from bangiao.register.store import Register
from bangiao.views.as_known import morning
from bangiao.views.labels import LANGUAGES, Labels, labels
from bangiao.web.assets import assets
from bangiao.web.language import ASKED, COOKIE, language_of
from bangiao.web.templating import environment, linked

Context = Mapping[str, Any]
View = TypeVar("View")
_PAGES = 512  # a page has some 50 kB
_A_YEAR = 31_536_000


class Answers:
    """What was made, the pages asked for last: a page is kept until the register changes, and made once for all.

    `mornings` are registers as known on a morning, with what views worked out for it; the last two, since a page may
    still be in the making while the register changes.
    """

    def __init__(self) -> None:
        self.run = token_hex(4)  # marks of a register can be compared within one run alone
        self.pages = Kept(_PAGES)
        self.mornings = Kept(2)
        self.asked = ""  # the moment at which somebody asked last

    def known(self, register: Register, today: str) -> Known:
        """The register as it is known this morning, one for all who ask while it stays as it is."""
        on = morning(None, today)
        return self.mornings.of((register.moment(), on), lambda: register.as_known(on))


class Desk:
    """One request's view of the house; `today` is the day on which it is asked (YYYY-MM-DD)."""

    def __init__(self, request: "Request[Any, Any, Any]") -> None:
        self.request = request
        self.register: Register = request.app.state.register
        self.answers: Answers = request.app.state.answers
        self.language = language_of(request)
        self.words: Labels = labels(self.language)
        self.today = date.today().isoformat()

    def known(self) -> Known:
        """The register as it is known this morning, for views that count the days since."""
        return self.answers.known(self.register, self.today)

    def page(
        self, template: str, context: Callable[[], Context], status: int = 200, beside: str = ""
    ) -> Response[bytes]:
        """A page that shows the register; it is made once, and not sent again to a browser that has it.

        `beside` marks what it shows that is no part of the register.
        """
        key = self.key(self.request.url.path, self.request.url.query, beside)
        etag = f'"{key}"'
        if etag in self.request.headers.get("if-none-match", ""):
            return Response(b"", status_code=304, headers=self._headers(etag), cookies=self._cookies())
        content = self.answers.pages.of(key, lambda: self.render(template, context()))
        return self._answer(content, status, self._headers(etag))

    def data(self, view: Callable[[], View], total: Callable[[View], int] | None = None) -> Response[View]:
        """A view as JSON, kept and marked like a page; `total` tells how many there are, for the way to the next."""
        key = self.key(self.request.url.path, self.request.url.query)
        etag = f'"{key}"'
        headers = self._headers(etag)
        if etag in self.request.headers.get("if-none-match", ""):
            return cast("Response[View]", Response(b"", status_code=304, headers=headers))

        def made() -> tuple[str, bytes]:
            found = view()
            return self._following(total(found)) if total else "", msgspec.json.encode(found)

        following, body = self.answers.pages.of(key, made)
        if following:
            headers["Link"] = following
        return cast("Response[View]", Response(body, media_type=MediaType.JSON, headers=headers))

    def _following(self, total: int) -> str:
        """The address of the next page, as the header Link gives it; empty where this is the last."""
        query = dict(self.request.query_params.items())
        reached = int(query.get("offset") or 0) + int(query.get("limit") or 50)
        if reached >= total:
            return ""
        return f'<{linked(self.request.url.path, query, offset=reached)}>; rel="next"'

    def form(self, template: str, context: Context, status: int = 200) -> Response[bytes]:
        """A page from which something is changed: made for this reader alone."""
        token = csrf_token({"request": self.request})
        content = self.render(template, {**context, "token": token})
        return self._answer(content, status, {"Cache-Control": "no-store"})

    def render(self, template: str, context: Context) -> bytes:
        """A template with what every page needs."""
        words = {"words": self.words, "say": self.words.say, "languages": LANGUAGES}
        here = {"here": self.request.url.path, "query": dict(self.request.query_params.items()), "today": self.today}
        return environment().get_template(template).render(**words, **here, **context).encode()

    def key(self, *asked: str) -> str:
        """A mark of all that an answer follows from: the register's moment, program, language, day, question."""
        style = "".join(one.mark for one in assets().values())
        self.answers.asked = moment = self.register.moment()
        parts = (self.answers.run, moment, __version__, style, self.language, self.today, *asked)
        return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()

    def _answer(self, content: bytes, status: int, headers: Mapping[str, str]) -> Response[bytes]:
        return Response(
            content, media_type=MediaType.HTML, status_code=status, headers=headers, cookies=self._cookies()
        )

    def _headers(self, etag: str) -> dict[str, str]:
        return {"ETag": etag, "Cache-Control": "private, no-cache", "Vary": "Accept-Language, Cookie"}

    def _cookies(self) -> list[Cookie]:
        """The language that the address chose is remembered."""
        if self.request.query_params.get(ASKED) not in LANGUAGES:
            return []
        return [Cookie(COOKIE, value=self.language, max_age=_A_YEAR, samesite="lax", httponly=True)]


def provide_desk(request: Request[Any, Any, Any]) -> Desk:
    """The desk of a request, for every route that asks for one."""
    return Desk(request)
