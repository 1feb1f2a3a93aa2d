"""What two sides call their relation, and the words that raise it: strategic partnership, comprehensive …"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bangiao.resolution.names import name_key
from bangiao.resolution.tables import any_of, table
from bangiao.text.fold import fold

How = Literal["raised", "ahead", "named"]
_NEAR = 60  # characters before a framework's name in which the act that sets it stands


class Framework(Struct, frozen=True):
    """A framework named in a sentence, with offsets there.

    `how`: "raised" where the words say that it was established or raised, "ahead" where they only wish or
    plan it, "named" where they call the relation so. `rank` 1 is the highest.
    """

    key: str
    rank: int
    start: int
    end: int
    how: How


def frameworks(sentence: str) -> Iterator[Framework]:
    """The frameworks that a sentence names, in order; the longest name counts."""
    folded = fold(sentence)
    for match in _names().finditer(folded.lower):
        key, rank = _keys()[match[0]]
        before = folded.lower[max(0, match.start() - _NEAR) : match.start()]
        start, end = folded.back(match.start(), match.end())
        yield Framework(key, rank, start, end, _how(before))


def names_framework(lower: str) -> bool:
    """Whether a text, folded and in lower case, names any framework: one quick look."""
    return bool(_names().search(lower))


def _how(before: str) -> How:
    if any(word in before for word in _part("ahead")):
        return "ahead"
    return "raised" if any(word in before for word in _part("lifted")) else "named"


@lru_cache(maxsize=4)
def _part(name: str) -> tuple[str, ...]:
    return tuple(map(name_key, table("frameworks")[name]["words"]))


@lru_cache(maxsize=1)
def _keys() -> dict[str, tuple[str, int]]:
    return {
        name_key(word): (row["key"], row["rank"]) for row in table("frameworks")["framework"] for word in row["words"]
    }


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return any_of(_keys())
