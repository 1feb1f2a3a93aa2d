"""How alike two names are written: one place that asks the name matcher, and remembers."""

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from bangiao.spelling import compare, filed, meet

__all__ = ["Likeness", "likeness"]


class Likeness(Struct, frozen=True):
    """The matcher's word on two names, with its score from 0 to 1 and its reason."""

    verdict: Literal["same", "unsure", "different"]
    score: float
    reason: str


@lru_cache(maxsize=1 << 18)
def likeness(one: str, other: str) -> Likeness:
    """Compare two names by their writing alone; the order of the two does not matter."""
    if not meet(filed(one), filed(other)):
        return Likeness("different", 0.0, "no key is shared")
    said = compare(min(one, other), max(one, other))
    return Likeness(said.verdict, said.score, said.reason)
