"""The id of a page from its address alone: the same page has the same id, fetched or taken from an archive."""

import re
from hashlib import blake2b
from urllib.parse import urlsplit

from bangiao.sources.media import stem

_NOT_NAME = re.compile(r"[^a-z0-9]+")


def page_id(url: str) -> str:
    """The last words of an address, and a digest that tells it from others that end alike."""
    words = _NOT_NAME.sub("-", stem(last_name(url)).lower()).strip("-")[:60].rstrip("-") or "page"
    return f"{words}-{blake2b(url.encode(), digest_size=4).hexdigest()}"


def last_name(url: str) -> str:
    """What stands last in the path of an address."""
    try:
        return urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
