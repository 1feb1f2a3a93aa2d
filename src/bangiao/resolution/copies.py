"""Reprints and near copies: by the credit line, the outlet, or the wording, so that each source counts once."""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Literal
from urllib.parse import urlsplit

from msgspec import Struct

from bangiao.resolution.names import name_key
from bangiao.resolution.tables import table

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_KEPT = 256  # of the shingles' marks, the smallest
_SHARE = 0.7  # of the shorter report's shingles
_LEAST = 12  # shingles that two reports must share
_FILLER = re.compile(r"^(?:theo|nguồn|tin|báo|phóng viên)\s*:?\s+")

How = Literal["credit", "outlet", "wording"]


class Printed(Struct, frozen=True):
    """What is known of a report's origin: outlet, address, credit, day, and a sketch of its wording."""

    report: str
    outlet: str | None = None
    url: str | None = None
    credit: str | None = None
    published: str | None = None
    sketch: tuple[int, ...] = ()


class Copy(Struct, frozen=True, order=True):
    """A report that tells nothing of its own: `original` is the report it repeats, `how` what shows it."""

    report: str
    original: str
    how: How


def sketch(text: str) -> tuple[int, ...]:
    """The smallest marks of all runs of four words, in order; equal texts have equal sketches."""
    words = _WORD.findall(name_key(text))
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 1))} if words else set()
    marks = (int.from_bytes(blake2b(run.encode(), digest_size=5).digest()) for run in runs)
    return tuple(sorted(set(marks))[:_KEPT])


def overlap(one: Sequence[int], other: Sequence[int]) -> tuple[float, int]:
    """The share of the shorter text's runs that the other has too, and how many were seen to be shared."""
    if not one or not other:
        return 0.0, 0
    reach = min(one[-1] if len(one) == _KEPT else 1 << 40, other[-1] if len(other) == _KEPT else 1 << 40)
    left, right = ({mark for mark in marks if mark <= reach} for marks in (one, other))
    shared = len(left & right)
    return shared / max(min(len(left), len(right)), 1), shared


def copies(reports: Sequence[Printed]) -> list[Copy]:
    """Which reports repeat which, in order; the earliest published that a report is like is its original.

    Each is compared with originals alone, so that a thousand copies of one report cost a thousand comparisons.
    """
    ordered = sorted(reports, key=lambda one: (one.published or "~", bool(one.credit), one.report))
    originals: list[Printed] = []
    found = []
    for one in ordered:
        told = ((original.report, how) for original in originals if (how := _how(original, one)))
        if first := next(told, None):
            found.append(Copy(one.report, *first))
        else:
            originals.append(one)
    return sorted(found)


def _how(one: Printed, other: Printed) -> How | None:
    credits = {name for each in (one, other) if (name := outlet_key(each.credit))}
    origins = [_origins(one), _origins(other)]
    if origins[0] & origins[1]:
        return "credit" if credits & origins[0] & origins[1] else "outlet"
    share, shared = overlap(one.sketch, other.sketch)
    return "wording" if share >= _SHARE and shared >= _LEAST else None


def _origins(one: Printed) -> frozenset[str]:
    """The outlets from which a report comes: who prints it and whom it credits."""
    host = urlsplit(one.url).hostname if one.url and "//" in one.url else None
    named = (outlet_key(words) for words in (one.outlet, one.credit, (host or "").removeprefix("www.")))
    return frozenset(name for name in named if name)


@lru_cache(maxsize=4096)
def outlet_key(words: str | None) -> str | None:
    """An outlet's name for comparing, whatever its short form; null where there is none."""
    key = _FILLER.sub("", name_key(words or "").strip(" ()[]/.-"))
    return _outlets().get(key, key) or None


@lru_cache(maxsize=1)
def _outlets() -> dict[str, str]:
    return {
        name_key(words): name_key(row["name"])
        for row in table("outlets")["outlet"]
        for words in (row["name"], *row["words"])
    }
