"""What is asked about two names, and the answer."""

from typing import Literal

from msgspec import Struct

Judgement = Literal["same", "different", "unsure"]


class Context(Struct, frozen=True):
    """Where a name stands: country (ISO 3166-1 alpha-2), office as worded, date (EDTF); null where unknown."""

    country: str | None = None
    office: str | None = None
    date: str | None = None


class Verdict(Struct, frozen=True, gc=False):
    """Whether two spellings name one person; `a` and `b` exactly as given, `score` from 0 to 1, `reason` in words."""

    a: str
    b: str
    verdict: Judgement
    score: float
    reason: str


class Match(Struct, frozen=True, gc=False):
    """What one way of comparing two names finds."""

    verdict: Judgement
    score: float
    reason: str
