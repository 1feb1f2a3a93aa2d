"""Draw pairs of commitments by seed, for people to judge whether both are about one matter.

`python -m benchmarks.pairs` prints the pairs that tests/data/thread_pairs.tsv holds with their labels.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from random import Random
from typing import Literal

from msgspec import Struct

from bangiao.pipeline import Reading
from bangiao.resolution.commitments import ToldContact, setting
from bangiao.resolution.names import side_label
from benchmarks.material import readings, shared

SEED = 20261124
EACH = 60  # pairs of each kind
OVERLAPS = ("high", "middle", "low")
HIGH, MIDDLE, COPY = 0.30, 0.12, 0.90  # shared words of all words of both
_WORD = re.compile(r"\w+")

Overlap = Literal["high", "middle", "low"]


class Sentence(Struct, frozen=True):
    """A commitment's sentence: where it stands, its words, and the sides of the contact it was said in."""

    report: str
    start: int
    line: int
    words: frozenset[str]
    sides: frozenset[str]

    @property
    def id(self) -> str:
        """The report's id and the place in its text."""
        return f"{self.report}:{self.start}"


class Pair(Struct, frozen=True):
    """Two sentences of two reports; `same_relation`: at least two sides take part in both."""

    one: Sentence
    other: Sentence
    same_relation: bool
    overlap: Overlap

    @property
    def id(self) -> str:
        """What the pair is known and halved by."""
        return f"{self.one.id}+{self.other.id}"


def sentences(corpus: Iterable[Reading]) -> Iterator[Sentence]:
    """The commitments of reports whose sides are known."""
    for reading in corpus:
        told = [
            ToldContact(str(number), one.evidence[0].start, one.form, one.status, frozenset(map(side_label, one.sides)))
            for number, one in enumerate(reading.findings.contacts)
        ]
        for one in reading.findings.commitments:
            cited = one.evidence[0]
            found = setting(cited.start, cited.end, one.by, told)
            sides = {*one.by, *(told[int(found.contact)].sides if found else ())}
            if len(sides) > 1:
                words = frozenset(_WORD.findall(cited.quote.lower()))
                yield Sentence(reading.report.id, cited.start, cited.line, words, frozenset(sides))


def drawn(found: Iterable[Sentence]) -> list[Pair]:
    """As many pairs of each kind as asked for, in an order that shows no kind; copies of a sentence are left out."""
    ordered = sorted(found, key=lambda each: (each.report, each.start))
    kinds: dict[tuple[bool, Overlap], list[tuple[int, int]]] = {}
    for (at, one), (to, other) in combinations(enumerate(ordered), 2):
        shared_words = len(one.words & other.words)
        overlap = shared_words / (len(one.words) + len(other.words) - shared_words)
        if one.report == other.report or overlap >= COPY:
            continue
        level: Overlap = "high" if overlap >= HIGH else "middle" if overlap >= MIDDLE else "low"
        kinds.setdefault((len(one.sides & other.sides) > 1, level), []).append((at, to))
    dice = Random(SEED)
    picked = [
        Pair(ordered[at], ordered[to], *kind)
        for kind in sorted(kinds)
        for at, to in dice.sample(kinds[kind], min(EACH, len(kinds[kind])))
    ]
    dice.shuffle(picked)
    return picked


def main() -> None:
    """Print the pairs, one a line, without their words."""
    corpus = shared() / "corpus"
    found = sentences(readings(corpus / "reports.jsonl", corpus / "leads.jsonl"))
    print("report_a\tline_a\tstart_a\treport_b\tline_b\tstart_b\trelation\toverlap")
    for pair in drawn(found):
        places = [word for one in (pair.one, pair.other) for word in (one.report, one.line, one.start)]
        print(*places, "same" if pair.same_relation else "other", pair.overlap, sep="\t")


if __name__ == "__main__":
    main()
