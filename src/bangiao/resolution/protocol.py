"""The rank of a post in a country's protocol, from a table of dated facts that ships with its sources."""

from functools import lru_cache

from bangiao.languages.pack import load
from bangiao.model.tenure import Rank
from bangiao.reference.load import ranks
from bangiao.resolution.bodies import body_id
from bangiao.resolution.offices import posts, wordings


@lru_cache(maxsize=1)
def _by_post() -> dict[tuple[str, str], tuple[Rank, ...]]:
    """The rows by country and post; those without a Vietnamese name are left out, because no report could name them."""
    table: dict[tuple[str, str], tuple[Rank, ...]] = {}
    for row in ranks():
        for post in posts(row.office, row.country)[:1]:
            table[row.country, post.title] = (*table.get((row.country, post.title), ()), row)
    return table


def rank_of(post: str, label: str, day: str | None = None) -> Rank | None:
    """The row that ranks a post on a day; without a day the latest. Null where no table ranks it then."""
    names = [post, *(one.title for one in wordings().classes if one.holds(post))]
    rows = [row for name in names for row in _by_post().get((label, name), ())]
    if day:
        rows = [row for row in rows if _begun(row.valid_from, day) and day < (row.valid_to or "~")]
    return max(rows, key=lambda row: (row.valid_to or "~", row.valid_from or ""), default=None)


def _begun(valid_from: str | None, day: str) -> bool:
    """Whether a rule held on a day already; a year or month alone counts from its beginning."""
    return (valid_from or "") <= day[: len(valid_from or "")]


@lru_cache(maxsize=65536)
def body_of(title: str, label: str) -> str | None:
    """The id of the body in which a post is held ("Trưởng Ban Đối ngoại Trung ương"); null where it names none."""
    for start, _, meant in load("vi").lexicon.matches(title):
        if start and any(one.kind == "body" for one in meant):
            return body_id(title[start:], label)
    return None


@lru_cache(maxsize=65536)
def channel_of(title: str) -> str | None:
    """The channel for which a post stands: its head's, else its body's; null where neither tells."""
    matches = load("vi").lexicon.matches(title)
    heads = [one for start, _, meant in matches if start == 0 for one in meant if one.kind == "head"]
    head = heads[0] if heads else None
    if head and head.channel and head.channel != "by_body":
        return head.channel.split()[0]
    bodies = [one for start, _, meant in matches if start for one in meant if one.kind == "body" and one.channel]
    told = bodies[0].channel if bodies else head.default if head else ""
    return told.split()[0] if told else None
