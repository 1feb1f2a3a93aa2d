"""How each document of the half that is read stood when the floors were last set: what got worse since is named."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bangiao.evaluation.documents import Document
from bangiao.evaluation.tally import tally

STATE = Path(__file__).with_name("read.tsv")
COLUMNS = ("found", "exact", "full", "too many", "commitments")

Mark = tuple[int, ...]
Marks = dict[tuple[str, str], Mark]


def marks(gold: Mapping[str, Document], seen: Mapping[str, Document]) -> Iterator[tuple[str, Mark]]:
    """For each document how many contacts are found, exact, full and too many, and how many commitments found."""
    for key, document in gold.items():
        counts = tally(document, seen.get(key) or Document(key)).counts
        found = counts["found.hit"]
        extra = counts["predicted"] - found
        yield key, (found, counts["exact.hit"], counts["full.hit"], extra, counts["commitments.hit"])


def worse(now: Marks) -> Iterator[str]:
    """Each document that has lost something, with the figures before and after."""
    for (name, key), before in read().items():
        after = now.get((name, key))
        if after is None:
            continue
        lost = [
            f"{column} {one} → {other}"
            for column, one, other in zip(COLUMNS, before, after, strict=True)
            if (other > one if column == "too many" else other < one)
        ]
        if lost:
            yield f"{name} {key}: {', '.join(lost)}"


def read() -> Marks:
    """The marks that were written down; none before the first time."""
    if not STATE.exists():
        return {}
    rows = (line.split("\t") for line in STATE.read_text(encoding="utf-8").splitlines()[1:])
    return {(row[0], row[1]): tuple(map(int, row[2:])) for row in rows}


def write(now: Marks) -> None:
    """Write the marks down."""
    rows = ["\t".join(("gold", "id", *COLUMNS))]
    rows += ["\t".join((name, key, *map(str, mark))) for (name, key), mark in sorted(now.items())]
    STATE.write_text("\n".join(rows) + "\n", encoding="utf-8")
