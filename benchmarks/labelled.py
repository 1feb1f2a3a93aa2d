"""The pairs of commitments as people labelled them, and how far the two labels agree."""

from collections.abc import Sequence
from typing import Literal, cast

from msgspec import Struct

from bangiao.evaluation.halves import Half, half_of
from benchmarks.material import ROOT

PATH = ROOT / "tests" / "data" / "thread_pairs.tsv"
Label = Literal["same", "different"]


class Labelled(Struct, frozen=True):
    """A pair by the places of its sentences (report:start): its relation and overlap, both labels, the settled one."""

    one: str
    other: str
    relation: str
    overlap: str
    first: Label
    second: Label
    label: Label

    @property
    def half(self) -> Half:
        """Whether its errors may be read, or only its figures."""
        return half_of(f"{self.one}+{self.other}")


def labelled() -> list[Labelled]:
    """All labelled pairs, in their order."""
    lines = [line for line in PATH.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    rows = [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]
    return [
        Labelled(
            f"{row['report_a']}:{row['start_a']}",
            f"{row['report_b']}:{row['start_b']}",
            row["relation"],
            row["overlap"],
            *(cast(Label, row[name]) for name in ("first", "second", "label")),
        )
        for row in rows
    ]


def kappa(pairs: Sequence[Labelled]) -> float:
    """Cohen's kappa of the two labels: 1 where they always agree, 0 where no more than by chance."""
    count = len(pairs)
    agreed = sum(one.first == one.second for one in pairs) / count
    first = sum(one.first == "same" for one in pairs) / count
    second = sum(one.second == "same" for one in pairs) / count
    chance = first * second + (1 - first) * (1 - second)
    return (agreed - chance) / (1 - chance)
