"""Reprints and near copies: by the credit line, the outlet, or the wording, so that each source counts once."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from math import ceil
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

    Originals are looked up by outlet and by the runs of words that a report shares with them, so that a thousand
    reports of one contact are not compared each with each.
    """
    ordered = sorted(reports, key=lambda one: (one.published or "~", bool(one.credit), one.report))
    originals = _Originals()
    found = []
    for one in ordered:
        if first := originals.first(one):
            found.append(Copy(one.report, *first))
        else:
            originals.add(one)
    return sorted(found)


class _Originals:
    """Reports that tell something of their own, by what a copy shares with one."""

    def __init__(self) -> None:
        self._all: list[Printed] = []
        self._by_outlet: dict[str, list[int]] = {}
        self._by_mark: dict[int, list[int]] = {}
        self._shortest = _KEPT

    def add(self, one: Printed) -> None:
        for name in _origins(one):
            self._by_outlet.setdefault(name, []).append(len(self._all))
        for mark in one.sketch:
            self._by_mark.setdefault(mark, []).append(len(self._all))
        if one.sketch:
            self._shortest = min(self._shortest, len(one.sketch) if len(one.sketch) < _KEPT else 0)
        self._all.append(one)

    def first(self, one: Printed) -> tuple[str, How] | None:
        """The first original that a report is like, and what shows it."""
        near = {at for name in _origins(one) for at in self._by_outlet.get(name, ())}
        shared = Counter(chain.from_iterable(self._by_mark.get(mark, ()) for mark in one.sketch))
        least = self._least(one)
        near.update([at for at, number in shared.items() if number >= least])
        told = ((self._all[at].report, how) for at in sorted(near) if (how := _how(self._all[at], one)))
        return next(told, None)

    def _least(self, one: Printed) -> int:
        """Marks that a report shares at least with an original that it is like; a long text keeps only some."""
        if len(one.sketch) == _KEPT:
            return _LEAST
        return max(_LEAST, ceil(_SHARE * min(len(one.sketch), self._shortest)))


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
    return _outlet_keys(one.outlet, one.credit, (host or "").removeprefix("www."))


@lru_cache(maxsize=4096)
def _outlet_keys(*words: str | None) -> frozenset[str]:
    named = map(outlet_key, words)
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
