"""The tellings of a block by how they compare: what is seen alike gets one verdict, reckoned once for all.

A thousand reports tell one meeting in some dozens of ways. What compares is the way, so work grows with the ways.
"""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import count, product
from typing import Generic, Literal, TypeVar

from bangiao.resolution.clusters import components
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.matching import Match, bare_sides, conflict, keys, match, without_title
from bangiao.resolution.tellings import Sight, Telling, sight

Key = tuple[str, int]
Pair = tuple[Key, Key]
T = TypeVar("T")
_KEPT = 1 << 15  # verdicts that are remembered from one change of the register to the next
_REPRESENTATIVES = 3  # of each look: enough that leaving out the pairs of one report parts nobody


class Remembered(Generic[T]):
    """A judgement on two looks, remembered while the program runs; it is the same in either order."""

    def __init__(self, judge: Callable[[Sight, Sight], T]) -> None:
        self._judge = judge
        self._known: dict[tuple[int, int], T] = {}

    def __call__(self, one: int, other: int, seen: dict[int, Sight]) -> T:
        """What is judged of the looks of these numbers."""
        pair = (one, other) if one < other else (other, one)
        found = self._known.get(pair)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[pair] = self._judge(seen[pair[0]], seen[pair[1]])
        return found


class Numbers:
    """A number for each look, never given twice: what was remembered of a look that is forgotten is never asked for."""

    def __init__(self) -> None:
        self._next = count()
        self._known: dict[tuple[object, ...], int] = {}

    def of(self, seen: Sight) -> int:
        """The number of what is seen."""
        if len(self._known) >= _KEPT:
            self._known.clear()
        return self._known.setdefault(seen.look, next(self._next))


_NUMBERS = Numbers()
_MATCH = Remembered(match)
_CONFLICT = Remembered(conflict)


class Looks:
    """Some tellings, each with what is seen of it; `near` are the looks that may be one contact, in pairs."""

    def __init__(self, tellings: Iterable[Telling], rulings: Rulings) -> None:
        self.rulings = rulings
        self.tellings = {one.key: one for one in tellings}
        self.seen: dict[int, Sight] = {}
        self.look = self._numbered()
        self.near = [pair for pair in self._sharing() if self._may_be_one(*pair)]

    def _numbered(self) -> dict[Key, int]:
        """The number of each telling's look; equal content is looked at once."""
        contents = {key: (one.contact, one.title, one.published, one.judged) for key, one in self.tellings.items()}
        telling = {content: self.tellings[key] for key, content in contents.items()}
        sights = {content: sight(one, self.rulings) for content, one in telling.items()}
        bare = bare_sides(sights.values())
        seen = {content: without_title(one, bare) for content, one in sights.items()}
        numbers = {content: _NUMBERS.of(one) for content, one in seen.items()}
        self.seen = {numbers[content]: one for content, one in seen.items()}
        return {key: numbers[content] for key, content in contents.items()}

    def _sharing(self) -> Iterator[tuple[int, int]]:
        """The pairs of looks that share a key, each with itself too."""
        words = {look: set(keys(seen)) for look, seen in self.seen.items()}
        by_word: dict[str, set[int]] = {}
        for look, mine in words.items():
            for word in mine:
                by_word.setdefault(word, set()).add(look)
        for look, mine in words.items():
            near = set().union(*(by_word[word] for word in mine))
            yield from ((look, other) for other in near if look <= other)

    def _may_be_one(self, one: int, other: int) -> bool:
        return self.match(one, other).verdict != "different" or self.ruled(one, other) == "same"

    def match(self, one: int, other: int) -> Match:
        """The verdict on two looks."""
        return _MATCH(one, other, self.seen)

    def conflict(self, one: int, other: int) -> bool:
        """Whether two looks cannot be one contact even by way of others between them."""
        return _CONFLICT(one, other, self.seen)

    def ruled(self, one: int, other: int) -> Literal["same", "different"] | None:
        """What a person decided about tellings of these looks: same, different, or nothing."""
        return self.rulings.on_pair(self.seen[one].judged, self.seen[other].judged)

    def blocks(self) -> Iterator["Looks"]:
        """The tellings that agreement connects, however many steps away; what is known of their looks goes along."""
        groups = components(sorted(self.tellings), self._connecting())
        at: dict[int, set[int]] = {}
        for number, group in enumerate(groups):
            for key in group:
                at.setdefault(self.look[key], set()).add(number)
        near: list[list[tuple[int, int]]] = [[] for _ in groups]
        for pair in self.near:
            for number in at[pair[0]] & at[pair[1]]:
                near[number].append(pair)
        for group, pairs in zip(groups, near, strict=True):
            part = copy(self)
            part.tellings = {key: self.tellings[key] for key in sorted(group)}
            part.near = pairs
            yield part

    def _connecting(self) -> list[Pair]:
        """Pairs of tellings that connect all that the pairs of all tellings would."""
        alike = self.alike()
        chosen = {look: _of_different_reports(members) for look, members in alike.items()}
        found: list[Pair] = []
        for one, other in self.near:
            same = self.ruled(one, other) == "same"
            pairs = [*product(chosen[one], alike[other]), *product(chosen[other], alike[one])]
            found += [(a, b) for a, b in pairs if a != b and (same or a[0] != b[0])]
        return found

    def alike(self) -> dict[int, list[Key]]:
        """The tellings of each look, in order."""
        found: dict[int, list[Key]] = {}
        for key in sorted(self.tellings):
            found.setdefault(self.look[key], []).append(key)
        return found


def _of_different_reports(members: list[Key]) -> list[Key]:
    """The first few tellings of different reports."""
    found: dict[str, Key] = {}
    for key in members:
        found.setdefault(key[0], key)
        if len(found) == _REPRESENTATIVES:
            break
    return list(found.values())
