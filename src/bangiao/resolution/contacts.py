"""One contact told by several reports. Everything is local: a block is resolved from its own tellings alone.

A block holds all tellings that agreement, sure or unsure, connects. Inside it the surest agreement joins first,
never two tellings of one report, never two that differ; a telling that fits two contacts joins neither.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import combinations
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.findings import Contact
from bangiao.resolution.clusters import cluster, components
from bangiao.resolution.corrections import corrected, righted, verdict
from bangiao.resolution.decisions import Decision, Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.matching import apart, conflict, keys, match
from bangiao.resolution.merging import disagreements, main_telling, merged
from bangiao.resolution.tellings import Sight, Telling, sight

__all__ = ["Resolved", "Telling", "block_of", "of_some", "resolve", "resolve_block", "split"]


class Resolved(Struct, frozen=True):
    """One contact with all reports that tell it.

    `contact` shows the fullest telling (its evidence left with the tellings), empty fields filled from
    the others; `main` is the index of that telling in `tellings`. `disagreements` names fields on which
    the tellings differ, `likely` the ids of contacts that may be the same. `decision` is the latest
    standing decision about it.
    """

    id: str
    block: str
    contact: Contact
    tellings: tuple[Telling, ...]
    main: int
    disagreements: tuple[str, ...] = ()
    decision: Decision | None = None
    likely: tuple[str, ...] = ()


Key = tuple[str, int]
T = TypeVar("T")


class Pairs:
    """The verdicts on the tellings of one block, each reckoned once for all tellings that are seen alike."""

    def __init__(self, tellings: Iterable[Telling], rulings: Rulings) -> None:
        self.tellings = {one.key: one for one in tellings}
        self.sights = {key: sight(one, rulings) for key, one in self.tellings.items()}
        self.rulings = rulings
        numbers: dict[tuple[object, ...], int] = {}
        self._looks = {key: numbers.setdefault(seen.look, len(numbers)) for key, seen in self.sights.items()}
        self.match = self._by_looks(match)
        self._conflict = self._by_looks(conflict)
        self.near = self._near()

    def _by_looks(self, judge: Callable[[Sight, Sight], T]) -> Callable[[Key, Key], T]:
        """Judge two tellings, once for all that look as they do."""
        known: dict[tuple[int, int], T] = {}

        def judged(one: Key, other: Key) -> T:
            looks = self._looks[one], self._looks[other]
            if looks not in known:
                known[looks] = judge(self.sights[one], self.sights[other])
            return known[looks]

        return judged

    def ruled(self, one: Key, other: Key) -> str | None:
        """What a person decided about the two: same, different, or nothing."""
        return self.rulings.on_pair(self.sights[one].judged, self.sights[other].judged)

    def apart(self, one: Key, other: Key) -> bool:
        """Whether the two may not come into one contact."""
        ruled = self.ruled(one, other)
        if ruled:
            return ruled == "different"
        return one[0] == other[0] or self._conflict(one, other)

    def parts(self) -> Iterator["Pairs"]:
        """The blocks: those that agreement connects, however many steps away; what is known of the pairs goes along."""
        groups = [sorted(group) for group in components(sorted(self.tellings), self.near)]
        number = {key: at for at, group in enumerate(groups) for key in group}
        near: list[list[tuple[Key, Key]]] = [[] for _ in groups]
        for pair in self.near:
            near[number[pair[0]]].append(pair)
        for group, pairs in zip(groups, near, strict=True):
            part = copy(self)
            part.tellings = {key: self.tellings[key] for key in group}
            part.near = pairs
            yield part

    def _near(self) -> list[tuple[Key, Key]]:
        """The pairs that share a key and are not different: they make the block."""
        by_key: dict[str, list[Key]] = {}
        for key, seen in self.sights.items():
            for word in keys(seen):
                by_key.setdefault(word, []).append(key)
        groups = {tuple(sorted(members)) for members in by_key.values()}  # copies share all their keys
        pairs = dict.fromkeys(pair for members in groups for pair in combinations(members, 2))
        return sorted(
            pair
            for pair in pairs
            if self.ruled(*pair) == "same" or (pair[0][0] != pair[1][0] and self.match(*pair).verdict != "different")
        )


def split(tellings: Iterable[Telling], rulings: Rulings) -> list[list[Telling]]:
    """The blocks of tellings, each in order of its keys."""
    return [list(block.tellings.values()) for block in Pairs(tellings, rulings).parts()]


def block_of(tellings: Sequence[Telling]) -> str:
    """The id of a block: its first telling names it."""
    first = min(tellings, key=lambda one: one.first)
    return short_id("k", first.report, first.name, first.number)


def resolve(tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """All contacts of all tellings at once, in order of their ids; equal to resolving block by block."""
    found = [one for block in Pairs(tellings, rulings).parts() for one in _resolved(block)]
    return sorted(found, key=lambda contact: contact.id)


def resolve_block(tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """The contacts of one block, in order of their ids; the order of the tellings does not matter."""
    return sorted(_resolved(Pairs(tellings, rulings)), key=lambda contact: contact.id)


def of_some(ident: str, tellings: Iterable[Telling], rulings: Rulings) -> Resolved:
    """A contact as some of its tellings alone show it, under the id that it has after all of them."""
    members = sorted(tellings, key=lambda one: one.first)
    return replace(_contact(block_of(members), members, (), rulings), id=ident)


def _resolved(pairs: Pairs) -> list[Resolved]:
    ordered = sorted(pairs.tellings.values(), key=lambda one: one.first)
    block = block_of(ordered)
    if len(ordered) == 1:
        return [_contact(block, ordered, (), pairs.rulings)]
    open_ = [pair for pair in pairs.near if pairs.ruled(*pair) is None]
    groups = cluster([one.key for one in ordered], _links(pairs, open_), pairs.apart)
    ids = {key: _ident(pairs.tellings[group[0]]) for group in groups for key in group}
    unsettled = _beside(open_)
    found = []
    for group in groups:
        likely = {ids[other] for key in group for other in unsettled.get(key, ())} - {ids[group[0]]}
        found.append(_contact(block, [pairs.tellings[key] for key in group], sorted(likely), pairs.rulings))
    return found


def _beside(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, list[Key]]:
    """For each telling those that it is paired with."""
    beside: dict[Key, list[Key]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    return beside


def _links(pairs: Pairs, open_: Iterable[tuple[Key, Key]]) -> list[tuple[Key, Key]]:
    """The links along which tellings join: decided ones first, then by rank; none to where it is a guess."""
    decided = [pair for pair in pairs.near if pairs.ruled(*pair) == "same"]
    sure = [pair for pair in open_ if pairs.match(*pair).verdict == "same"]
    beside = _beside(sure)
    lost = {key for key in pairs.tellings if _ambiguous(pairs, key, beside.get(key, ()))}
    sure = [pair for pair in sure if not lost & set(pair)]
    return [*decided, *sorted(sure, key=lambda pair: (pairs.match(*pair).rank, pair))]


def _ambiguous(pairs: Pairs, key: Key, others: Iterable[Key]) -> bool:
    """Whether a telling without stated days fits two contacts of different days about as well."""
    mine: Sight = pairs.sights[key]
    if mine.window is None or mine.window.exact:
        return False
    near = [(pairs.match(key, other).rank[1], other) for other in others]
    stated = [(gap, other) for gap, other in near if (window := pairs.sights[other].window) and window.exact]
    best = min((gap for gap, _ in stated), default=0)
    rivals = {pairs.sights[other].window for gap, other in stated if gap <= best + 1}
    return any(apart(one, two) for one, two in combinations(rivals, 2))


def _ident(first: Telling) -> str:
    """The id of a contact: its first telling names it, so that later reports leave it as it is."""
    return short_id("c", first.report, first.name, first.number if not first.name else 0)


def _contact(block: str, members: Sequence[Telling], likely: Sequence[str], rulings: Rulings) -> Resolved:
    """One contact of a cluster: the fullest telling of the strongest status, filled from the others, corrected."""
    decisions = rulings.about(mark for member in members for mark in member.judged)
    right = righted(members, decisions, rulings)
    return Resolved(
        _ident(members[0]),
        block,
        corrected(merged(right, rulings), decisions),
        tuple(members),
        main_telling(members),
        disagreements(right, rulings),
        verdict(decisions),
        tuple(likely),
    )
