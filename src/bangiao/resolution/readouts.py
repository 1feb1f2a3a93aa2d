"""Which sentences of several readouts are about the same matter, and which of them binds more."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import log

from msgspec import Struct

from bangiao.model.vocabulary import CommitmentKind, StatementKind, Topic
from bangiao.resolution.tables import table
from bangiao.text.fold import fold

Kind = CommitmentKind | StatementKind
ALIKE = 0.28  # of the rarer words of the shorter sentence that the other one shares
SAME_TOPIC = 0.2  # the same for two sentences that have their first topic in common
SAME_REPORT = 0.6  # a report repeats itself: headline, lead and body
SETTLED = 0.5  # two matters that several readouts have already are one only where they are nearly the same
LEAST = 2  # pairs of words that two sentences must share
_WORD = re.compile(r"\w+")


class Item(Struct, frozen=True):
    """A sentence of a readout that agrees, asks, promises or states something.

    `verb` are the words that say of which kind it is; offsets count the report's text; `line` is 1-based.
    """

    report: str
    line: int
    start: int
    end: int
    words: str
    kind: Kind
    verb: str
    by: tuple[str, ...]
    speaker: str | None
    topics: tuple[Topic, ...]

    @property
    def strength(self) -> int:
        """How much the sentence binds."""
        return strength_of(self.kind)


class Matter(Struct, frozen=True):
    """Sentences of one or more readouts that are about the same, in order of report and place."""

    items: tuple[Item, ...]

    @property
    def topic(self) -> Topic:
        """What most of the sentences are about; of equals what the first names first."""
        told = [topic for one in self.items for topic in one.topics]
        return max(dict.fromkeys(told), key=lambda topic: (told.count(topic), -told.index(topic)), default="other")


def strength_of(kind: Kind) -> int:
    """How much a sentence of this kind binds, 7 the most."""
    found: int = table("readouts")["strength"][kind]
    return found


def matters(items: Sequence[Item], names: Collection[str] = ()) -> tuple[Matter, ...]:
    """Sentences grouped by what they are about, in order of their first sentence; `names` of people do not count.

    The surest likeness joins first; two groups join when their sentences are alike on the whole.
    """
    hidden = {word for name in names for word in _WORD.findall(fold(name).lower)}
    grams = [_grams(one.words, hidden) for one in items]
    weights = _weights(grams)
    scores = {(one, two): _score(grams[one], grams[two], weights) for one, two in combinations(range(len(items)), 2)}
    groups = {at: [at] for at in range(len(items))}
    owner = dict(zip(groups, groups, strict=True))
    for (one, two), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        first, second = sorted((owner[one], owner[two]))
        if first == second or score < _floor(items[one], items[two]):
            continue
        if not _alike(groups[first], groups[second], scores, items):
            continue
        for at in groups[second]:
            owner[at] = first
        groups[first] += groups.pop(second)
    found = [Matter(tuple(items[at] for at in sorted(group))) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: items.index(one.items[0])))


def _floor(one: Item, other: Item) -> float:
    """How alike two sentences must be to join."""
    if one.report == other.report:
        return SAME_REPORT
    shared = one.topics[:1] == other.topics[:1] != ("other",)
    return SAME_TOPIC if shared else ALIKE


def _alike(
    one: Sequence[int], other: Sequence[int], scores: dict[tuple[int, int], float], items: Sequence[Item]
) -> bool:
    """Whether two groups are alike on the whole: the middle of all pairs of sentences of different reports."""
    across = [scores[min(a, b), max(a, b)] for a in one for b in other if items[a].report != items[b].report]
    settled = all(len({items[at].report for at in group}) > 1 for group in (one, other))
    return not across or sum(across) / len(across) >= (SETTLED if settled else SAME_TOPIC)


def _grams(words: str, hidden: Collection[str]) -> frozenset[str]:
    """Pairs of neighbouring words, at least one of which says something of the matter, and numbers by themselves."""
    tokens = [word for word in _WORD.findall(fold(words).lower) if word not in hidden]
    common = _common()
    pairs = {f"{one} {two}" for one, two in pairwise(tokens) if one not in common or two not in common}
    return frozenset(pairs | {word for word in tokens if word.isdecimal() and len(word) > 1})


def _weights(grams: Sequence[frozenset[str]]) -> dict[str, float]:
    """What is in few sentences weighs more."""
    seen = Counter(gram for one in grams for gram in one)
    return {gram: log(1 + len(grams) / number) for gram, number in seen.items()}


def _score(one: frozenset[str], other: frozenset[str], weights: dict[str, float]) -> float:
    shared = one & other
    if len(shared) < LEAST:
        return 0.0
    least = min(sum(weights[gram] for gram in grams) for grams in (one, other))
    return sum(weights[gram] for gram in shared) / least


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(table("readouts")["common"]["words"])
