"""The desk's own style sheet and script: read once, served under an address that changes with the content."""

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from msgspec import Struct

_MEDIA = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "mark.svg": "image/svg+xml",
    "review.css": "text/css",
    "review.js": "text/javascript",
}
_A_YEAR = 31_536_000


class Asset(Struct, frozen=True):
    """A file as it is served; `mark` stands in its address."""

    content: bytes
    media: str
    mark: str


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """All files by name."""
    folder = files("bangiao.web") / "static"
    found = {}
    for name, media in _MEDIA.items():
        content = (folder / name).read_bytes()
        found[name] = Asset(content, media, sha256(content).hexdigest()[:12])
    return found


def address(name: str) -> str:
    """Where a page finds a file."""
    return f"/assets/{assets()[name].mark}/{name}"


@get("/assets/{mark:str}/{name:str}", sync_to_thread=False, include_in_schema=False)
def serve_asset(mark: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """Serve a file; what an old page asks for under an old mark is answered with the file of today."""
    found = assets().get(name)
    if found is None:
        raise NotFoundException(detail=f"there is no file {name!r}")
    kept = f"public, max-age={_A_YEAR}, immutable" if mark == found.mark else "no-cache"
    return Response(found.content, media_type=found.media, headers={"Cache-Control": kept})
