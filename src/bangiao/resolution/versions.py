"""Which readings are versions of one report, and which of them is current: whatever came first."""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from bangiao.resolution.ids import short_id

_TRACKING = ("utm_", "fbclid", "gclid", "zarsrc")
_UNSTATED = "0000-00-00T00:00:00"


def url_key(url: str | None) -> str | None:
    """An address for comparing: without scheme, `www.`, fragment, last slash and tracking marks."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_TRACKING)]
    return host + parts.path.rstrip("/") + (f"?{urlencode(query)}" if query else "")


def report_id(given: str, url: str | None, urls_of_given: Iterable[str]) -> str:
    """The report that a reading belongs to: its address, else its given id.

    `url` and `urls_of_given` are keys from `url_key`. A reading without an address joins the one address
    that is known for its given id; where several are known it stands by its id alone, because two pages
    that share a file name are two reports.
    """
    if url:
        return short_id("r", "url", url)
    known = set(urls_of_given)
    return short_id("r", "url", known.pop()) if len(known) == 1 else short_id("r", "id", given)


def version_rank(updated: str | None, published: str | None, fetched: str | None, hash_: str) -> str:
    """A word that sorts versions, the current one last: stated update, publication, fetch time, hash."""
    return "|".join([_instant(updated), _instant(published), _instant(fetched), hash_])


def later(one: str | None, other: str | None) -> str | None:
    """The later of two times as stated, or the one that is known."""
    return max((one, other), key=lambda time: (_instant(time), time or ""))


def _instant(stated: str | None) -> str:
    """A stated time in UTC; what names no zone is taken as it stands, what cannot be read counts as unstated."""
    try:
        time = datetime.fromisoformat(stated or "")
    except ValueError:
        return _UNSTATED
    try:
        return (time.astimezone(UTC) if time.tzinfo else time).strftime("%Y-%m-%dT%H:%M:%S")
    except OverflowError:
        return _UNSTATED
