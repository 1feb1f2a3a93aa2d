"""Values as cells of a table, and back: what is empty, how a list is joined, what a spreadsheet must not run."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from bangiao.exports.columns import Column, columns

# a spreadsheet takes a cell that begins so for a formula; apostrophes before it are doubled so that one can go again
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*);")


def cell(column: Column, value: Any) -> str:
    """A value in words: an unknown one is empty, a list is joined by semicolons."""
    if value is None:
        return ""
    if column.kind == "list":
        return ";".join(one.replace("\\", "\\\\").replace(";", "\\;") for one in value)
    if column.kind == "flag":
        return "true" if value else "false"
    return str(value)


def value_of(column: Column, words: str) -> Any:
    """The value that a cell holds."""
    if column.kind == "list":
        return _items(words)
    if not words and column.optional:
        return None
    if column.kind == "flag":
        return words == "true"
    return int(words) if column.kind == "number" else words


def _items(words: str) -> tuple[str, ...]:
    if not words:
        return ()
    apart = _SEPARATOR.sub("\\1\0", words).split("\0")
    return tuple(re.sub(r"\\([\\;])", r"\1", one) for one in apart)


def harmless(words: str) -> str:
    """The words with an apostrophe before them where a spreadsheet would run them."""
    return f"'{words}" if _FORMULA.match(words) else words


def as_given(words: str) -> str:
    """The words without that apostrophe."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words


def cells(row: Struct) -> list[str]:
    """A record as cells, in the order of its fields."""
    return [cell(column, getattr(row, column.name)) for column in columns(type(row))]


def record(kind: type[Struct], words: Sequence[str]) -> Struct:
    """The record that cells hold."""
    named = zip(columns(kind), words, strict=True)
    return kind(**{column.name: value_of(column, one) for column, one in named})
