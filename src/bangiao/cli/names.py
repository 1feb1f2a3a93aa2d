"""`bangiao names`: whether two spellings name one person."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec
import typer

from bangiao.cli.messages import Outcome
from bangiao.model.errors import InputError
from bangiao.model.report import Refusal
from bangiao.sources.streams import bounded_lines

EXAMPLE = """\b
Examples:
  bangiao names "Si-i Ca-dư-ô" "Shii Kazuo"
  bangiao names pairs.tsv > verdicts.jsonl
  cut -f 1,2 people.tsv | bangiao names -"""

First = Annotated[
    str,
    typer.Argument(
        metavar="A|PAIRS.tsv|-",
        help="A name; or alone: a file with two names a line between tabs, or - for standard input.",
        show_default=False,
    ),
]
Second = Annotated[str | None, typer.Argument(metavar="B", help="The other name.", show_default=False)]
LONGEST_LINE = 10_000
LONGEST_NAME = 200
SHAPE = "write two names with a tab between them; further columns are passed over"


def names(first: First, second: Second = None) -> None:
    """Say whether two spellings name one person: same, different or unsure, one JSON line a pair."""
    from bangiao.spelling import compare

    outcome = Outcome()
    out = sys.stdout.buffer
    encoder = msgspec.json.Encoder()
    pairs = _pairs(first) if second is None else _one(first, second)
    for a, b in outcome.accepted(pairs):
        out.write(encoder.encode(compare(a, b)) + b"\n")
    out.flush()
    if not outcome.read and not outcome.refused:
        raise InputError(f"{_label(first)}: is empty", SHAPE)
    raise typer.Exit(outcome.code)


def _one(a: str, b: str) -> Iterator[tuple[str, str] | Refusal]:
    fault = _fault(a, b)
    yield Refusal("the pair", fault, "give two names, each in quotation marks") if fault else (a, b)


def _pairs(place: str) -> Iterator[tuple[str, str] | Refusal]:
    """The pairs of a file, and a refusal for each line that is none; blank lines are passed over."""
    label = _label(place)
    with ExitStack() as stack:
        stream: BinaryIO = sys.stdin.buffer if place == "-" else stack.enter_context(_open(place))
        for number, line in bounded_lines(stream, LONGEST_LINE):
            if line is None:
                yield Refusal(f"{label}, line {number}", "is too long for two names", SHAPE)
            elif line.strip():
                yield _read_line(line, f"{label}, line {number}", first=number == 1)


def _label(place: str) -> str:
    return "standard input" if place == "-" else place


def _open(place: str) -> BinaryIO:
    if not place.strip():
        raise InputError("the name is empty", "give two names, or a file with two names a line")
    path = Path(place)
    if path.is_dir():
        raise InputError(f"{place} is a folder", "name a file of pairs, or give two names")
    if not path.exists():
        raise InputError(f"{place} does not exist", "give two names, or a file with two names a line")
    return path.open("rb")


def _read_line(line: bytes, label: str, first: bool) -> tuple[str, str] | Refusal:
    try:
        text = line.decode("utf-8-sig" if first else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return Refusal(label, "is not UTF-8", "save the file as UTF-8")
    cells = text.split("\t")
    if len(cells) < 2:
        return Refusal(label, "has one column", SHAPE)
    fault = _fault(cells[0], cells[1])
    return Refusal(label, fault, SHAPE) if fault else (cells[0], cells[1])


def _fault(a: str, b: str) -> str:
    """What keeps two cells from being names, or nothing."""
    if not a.strip() or not b.strip():
        return "has an empty name"
    if max(len(a), len(b)) > LONGEST_NAME:
        return f"has a name of more than {LONGEST_NAME} characters"
    return ""
