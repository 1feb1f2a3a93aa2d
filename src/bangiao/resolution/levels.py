"""The level at which an office meets its counterpart: leaders, their deputies, ministers, and so on."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from bangiao.resolution.names import name_key
from bangiao.resolution.offices import posts
from bangiao.resolution.tables import table

_FORMER = ("nguyên ", "cựu ", "cố ")


class Level(Struct, frozen=True, order=True):
    """A level, 1 the highest, and what it is called."""

    number: int
    name: str


@lru_cache(maxsize=1)
def levels() -> tuple[Level, ...]:
    """All levels, the highest first."""
    return tuple(sorted(Level(row["level"], row["key"]) for row in table("levels")["level"]))


@lru_cache(maxsize=65536)
def level_of(office: str | None, label: str) -> Level | None:
    """The highest level of the posts that an office names; null where the table places none of them.

    The longest words that a post begins with decide; who held an office before counts as one level lower.
    """
    found = [_of_post(post.title) for post in posts(office, label)]
    return min((one for one in found if one), default=None)


def highest(offices: Iterable[tuple[str | None, str]]) -> Level | None:
    """The highest level among several offices, each with its side; null where none is placed."""
    return min((one for office, label in offices if (one := level_of(office, label))), default=None)


def _of_post(title: str) -> Level | None:
    former = next((len(word) for word in _FORMER if title.startswith(word)), 0)
    words = title[former:]
    fitting = [(word, level) for word, level in _words() if words == word or words.startswith(f"{word} ")]
    if not fitting:
        return None
    level = max(fitting, key=lambda one: len(one[0]))[1]
    known = levels()
    return known[min(level.number + bool(former), len(known)) - 1]


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, Level], ...]:
    named = {one.number: one for one in levels()}
    return tuple((name_key(word), named[row["level"]]) for row in table("levels")["level"] for word in row["words"])
