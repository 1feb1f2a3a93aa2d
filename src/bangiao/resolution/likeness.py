"""How alike two names are written: one place that asks the name matcher, and remembers."""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bangiao.resolution.names import plain


class Likeness(Struct, frozen=True):
    """The matcher's word on two names, with its score from 0 to 1."""

    verdict: Literal["same", "unsure", "different"]
    score: float


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> Likeness:
    """Compare two names; the order of the two does not matter."""
    same = sorted(plain(one).split()) == sorted(plain(other).split())
    return Likeness("same" if same else "different", float(same))


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """Words that two names share whenever they may be alike."""
    return frozenset({" ".join(sorted(plain(name).split()))})
