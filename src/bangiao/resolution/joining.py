"""Join the tellings of one block into contacts: the surest agreement first, never two that are apart.

What is seen alike joins as one, unless it is a guess: tellings of equal looks agree with the same others, equally well.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations, product

from msgspec import Struct

from bangiao.resolution.clusters import cluster
from bangiao.resolution.looks import Key, Looks, Pair
from bangiao.resolution.matching import apart


class Joined(Struct, frozen=True):
    """The tellings of one contact; `beside` numbers the groups that may be the same."""

    members: list[Key]
    beside: frozenset[int] = frozenset()


def join(block: Looks) -> list[Joined]:
    """The contacts of one block; whatever the order of the tellings, they are the same."""
    nodes = Nodes(block, frozenset())
    if guessed := nodes.guessed():
        nodes = Nodes(block, guessed)  # what joins neither of two contacts stays a contact for each telling
    return nodes.joined()


class Nodes:
    """What joins: a telling by itself, or all of one look, by the first of them.

    Tellings of one look are one node where they agree with each other and no report tells two contacts of the block;
    those of the looks in `single` never are.
    """

    def __init__(self, block: Looks, single: frozenset[int]) -> None:
        self._block = block
        self._single = single
        self._members: dict[Key, list[Key]] = {}
        self._of_look: dict[int, list[Key]] = {}
        self._gather()
        pairs = list(self._pairs())
        self._decided = sorted(pair for pair in pairs if self._ruled(pair) == "same")
        self._open = [pair for pair in pairs if self._ruled(pair) is None]
        self._sure = [pair for pair in self._open if block.match(*self._looks(pair)).verdict == "same"]
        beside = _beside(self._sure)
        self._lost = {key for key in self._members if self._ambiguous(key, beside.get(key, ()))}

    def guessed(self) -> frozenset[int]:
        """The looks of several tellings that fit two contacts."""
        return frozenset(self._block.look[key] for key in self._lost if len(self._members[key]) > 1)

    def joined(self) -> list[Joined]:
        """The groups, the surest link first; none to where it is a guess."""
        match = self._block.match
        sure = [pair for pair in self._sure if not self._lost & set(pair)]
        ranked = sorted(sure, key=lambda pair: (match(*self._looks(pair)).rank, pair))
        groups = cluster(list(self._members), [*self._decided, *ranked], self._apart)
        number = {key: at for at, group in enumerate(groups) for key in group}
        beside: list[set[int]] = [set() for _ in groups]
        for one, other in self._open:
            beside[number[one]].add(number[other])
            beside[number[other]].add(number[one])
        return [
            Joined([each for key in group for each in self._members[key]], frozenset(beside[at] - {at}))
            for at, group in enumerate(groups)
        ]

    def _gather(self) -> None:
        told = Counter(report for report, _ in self._block.tellings)
        for look, keys in self._block.alike().items():
            seen = self._block.seen[look]
            as_one = look not in self._single and not seen.judged
            as_one = as_one and self._block.match(look, look).verdict == "same"
            first = next((key for key in keys if told[key[0]] == 1), None) if as_one else None
            for key in keys:
                node = first if first and told[key[0]] == 1 else key
                self._members.setdefault(node, []).append(key)
                if node == key:
                    self._of_look.setdefault(look, []).append(key)

    def _pairs(self) -> Iterable[Pair]:
        """The pairs of nodes that may be one contact, each in order."""
        for one, other in self._block.near:
            mine, others = self._of_look[one], self._of_look[other]
            same = self._block.ruled(one, other) == "same"
            for pair in combinations(mine, 2) if one == other else product(mine, others):
                if same or pair[0][0] != pair[1][0]:
                    yield pair if pair[0] < pair[1] else (pair[1], pair[0])

    def _looks(self, pair: Pair) -> tuple[int, int]:
        return self._block.look[pair[0]], self._block.look[pair[1]]

    def _ruled(self, pair: Pair) -> str | None:
        return self._block.ruled(*self._looks(pair))

    def _apart(self, one: Key, other: Key) -> bool:
        """Whether the two may not come into one contact."""
        looks = self._looks((one, other))
        if ruled := self._block.ruled(*looks):
            return ruled == "different"
        return one[0] == other[0] or self._block.conflict(*looks)

    def _ambiguous(self, key: Key, others: Iterable[Key]) -> bool:
        """Whether a telling without stated days fits two contacts of different days about as well."""
        mine = self._block.seen[self._block.look[key]]
        if mine.window is None or mine.window.exact:
            return False
        near = [(self._block.match(*self._looks((key, other))).rank[1], self._block.look[other]) for other in others]
        windows = [(gap, window) for gap, look in near if (window := self._block.seen[look].window) and window.exact]
        best = min((gap for gap, _ in windows), default=0)
        rivals = {window for gap, window in windows if gap <= best + 1}
        return any(apart(one, two) for one, two in combinations(rivals, 2))


def _beside(pairs: Iterable[Pair]) -> dict[Key, list[Key]]:
    """For each node those that it is paired with."""
    beside: dict[Key, list[Key]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    return beside
