"""Which commitments are about one matter, pair by pair: looked for where they are asked for, and kept."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from bangiao.resolution.about import LINKED, compared, score_of, telling
from bangiao.resolution.matters import Matter

# a likely pair shares two of each one's strongest terms: 24 of them, or a third of a long sentence's
_SHARED_TERMS, _STRONGEST, _SHARE = 2, 24, 3
_Sides = tuple[str, ...]
_Pair = tuple[str, str]


class Link(Struct, frozen=True):
    """Two commitments of one matter, by id, and how that is known: their likeness, or the decision of a person."""

    one: str
    other: str
    score: float
    words: tuple[str, ...] = ()
    decision: str | None = None


class Pairs:
    """The likeness of commitments, each pair compared once, whatever is asked.

    Only commitments that have two sides in common can be about one matter: they lie in heaps of the same sides, and
    two heaps are compared when both are asked for. What `before` found of a heap that is the same now is taken over.
    """

    def __init__(self, found: Mapping[str, Matter], before: "Pairs | None" = None) -> None:
        self.found = found
        self._heaps: dict[_Sides, list[str]] = defaultdict(list)
        for ident in sorted(found):
            if len(found[ident].sentence.sides) > 1:
                self._heaps[tuple(sorted(found[ident].sentence.sides))].append(ident)
        self._strongest: dict[_Sides, dict[str, list[str]]] = {}
        self._links: dict[tuple[_Sides, _Sides], tuple[Link, ...]] = {}
        self._scores: dict[_Pair, float] = {}
        if before:
            self._take_over(before)

    def links(self, wanted: Collection[str]) -> list[Link]:
        """The pairs among these that are about one matter, the surest first."""
        heaps = {tuple(sorted(self.found[ident].sentence.sides)) for ident in wanted}
        made = [link for one, other in _beside(heaps) for link in self._between(one, other)]
        mine = [link for link in made if link.one in wanted and link.other in wanted]
        return sorted(mine, key=lambda each: (-each.score, each.one, each.other))

    def score(self, one: str, other: str) -> float:
        """How alike two commitments are."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._scores:
            self._scores[pair] = score_of(self.found[one], self.found[other])
        return self._scores[pair]

    def _between(self, one: _Sides, other: _Sides) -> tuple[Link, ...]:
        if (one, other) not in self._links:
            self._links[one, other] = tuple(self._compared(one, other))
        return self._links[one, other]

    def _compared(self, one: _Sides, other: _Sides) -> Iterator[Link]:
        for pair in _likely(self._terms(one), self._terms(other)):
            score, shared = compared(self.found[pair[0]], self.found[pair[1]])
            self._scores[pair] = score
            if score >= LINKED:
                yield Link(*pair, score, telling(shared))

    def _terms(self, heap: _Sides) -> dict[str, list[str]]:
        """The commitments of a heap by their strongest words."""
        if heap not in self._strongest:
            by_term: dict[str, list[str]] = defaultdict(list)
            for ident in self._heaps[heap]:
                for term in _strongest(self.found[ident].weights):
                    by_term[term].append(ident)
            self._strongest[heap] = dict(by_term)
        return self._strongest[heap]

    def _take_over(self, before: "Pairs") -> None:
        """Matters that are the same record now had the same words, weighed alike."""
        same = {one for one, ids in self._heaps.items() if before._is(one, [self.found[ident] for ident in ids])}
        alike = {ident for ident, matter in self.found.items() if before.found.get(ident) is matter}
        # copies, since whoever still asks `before` adds to it
        self._strongest = {heap: terms for heap, terms in before._strongest.copy().items() if heap in same}
        self._links = {heaps: made for heaps, made in before._links.copy().items() if same.issuperset(heaps)}
        self._scores = {pair: score for pair, score in before._scores.copy().items() if alike.issuperset(pair)}

    def _is(self, heap: _Sides, matters: Sequence[Matter]) -> bool:
        mine = self._heaps.get(heap, ())
        return len(mine) == len(matters) and all(self.found[one] is two for one, two in zip(mine, matters, strict=True))


def _beside(heaps: Collection[_Sides]) -> Iterator[tuple[_Sides, _Sides]]:
    """Heaps that have two sides in common, and each with itself."""
    by_two: dict[_Pair, list[_Sides]] = defaultdict(list)
    for heap in sorted(heaps):
        for two in combinations(heap, 2):
            by_two[two].append(heap)
    near = {(one, other) for many in by_two.values() for one, other in combinations(many, 2)}
    yield from sorted(near | {(one, one) for one in heaps if len(one) > 1})


def _likely(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> list[_Pair]:
    """Pairs that share some of their strongest words; looking at every pair would take too long."""
    shared: Counter[_Pair] = Counter()
    if one is other:
        for idents in one.values():
            shared.update(combinations(idents, 2))
    else:
        for term in one.keys() & other.keys():
            shared.update((min(pair), max(pair)) for pair in ((a, b) for a in one[term] for b in other[term]))
    return sorted(pair for pair, number in shared.items() if number >= _SHARED_TERMS)


def _strongest(weights: Mapping[str, float]) -> list[str]:
    number = max(_STRONGEST, len(weights) // _SHARE)
    return sorted(weights, key=lambda each: (-weights[each], each))[:number]
