"""Whether a sentence claims that something takes place for the first time, and from when on that is meant."""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.resolution.tables import any_of, table
from bangiao.text.fold import fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEAR = 40  # characters after the words within which a limit of time belongs to them


class First(Struct, frozen=True):
    """A claim of a first time: where its words stand, half-open; `since` is the year from which it is meant.

    `limited` says that the sentence limits the claim in some other way ("in this term").
    """

    start: int
    end: int
    since: str | None = None
    limited: bool = False


def first_of(words: str) -> First | None:
    """The claim of a sentence; null where it makes none."""
    folded = fold(words)
    found = _pattern("first").search(folded.lower)
    if not found:
        return None
    after = folded.lower[found.end() : found.end() + _NEAR]
    limit = _pattern("since").search(after)
    year = _YEAR.search(after, limit.end()) if limit else None
    return First(*folded.back(*found.span()), year[0] if year else None, limit is not None and year is None)


@lru_cache(maxsize=2)
def _pattern(kind: str) -> re.Pattern[str]:
    rows = table("firsts")
    words = rows["since"] if kind == "since" else [word for row in rows["first"] for word in row["words"]]
    return any_of(fold(word).lower for word in words)
