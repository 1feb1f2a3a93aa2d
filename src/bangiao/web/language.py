"""In which language the desk speaks: as the address says, else as chosen before, else as the browser asks."""

from typing import Any

from litestar import Request

from bangiao.views.labels import LANGUAGES

COOKIE = "language"
ASKED = "lang"


def language_of(request: "Request[Any, Any, Any]") -> str:
    """The language of the pages for this request."""
    for chosen in (request.query_params.get(ASKED), request.cookies.get(COOKIE)):
        if chosen in LANGUAGES:
            return chosen
    return _accepted(request.headers.get("accept-language", ""))


def _accepted(header: str) -> str:
    """The first language that the browser would rather read and the desk speaks."""
    ranked = []
    for place, part in enumerate(header[:500].split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), place, name[:2].lower()))
        except ValueError:
            continue
    return next((name for _, _, name in sorted(ranked) if name in LANGUAGES), LANGUAGES[0])
