"""Hold verdicts against pairs of names judged by people."""

from hashlib import sha1
from pathlib import Path

import pytest

from bangiao.spelling import compare
from bangiao.spelling.japanese import has_dictionary

Row = tuple[str, str, str]
reads_kanji = pytest.mark.skipif(not has_dictionary(), reason="no dictionary of Japanese names: make setup")


def read_rows(path: Path) -> list[Row]:
    """The rows of a table of pairs: two names and the verdict."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [(row[0], row[1], row[2]) for row in rows]


def is_figure(row: Row) -> bool:
    """Whether a pair is for figures alone: no rule is written on it."""
    return sha1("\t".join(row[:2]).encode()).hexdigest()[0] in "89abcdef"


def measure(rows: list[Row]) -> tuple[float, list[Row]]:
    """The share of *same* pairs that are found, and the pairs wrongly called same."""
    verdicts = [compare(a, b).verdict for a, b, _ in rows]
    found = [verdict == "same" for verdict, row in zip(verdicts, rows, strict=True) if row[2] == "same"]
    wrong = [row for verdict, row in zip(verdicts, rows, strict=True) if verdict == "same" and row[2] != "same"]
    return sum(found) / len(found), wrong
