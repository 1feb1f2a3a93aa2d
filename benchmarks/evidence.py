"""What the public record of a report owes to its words: every field is quoted, or inferred with a reason."""

import re
from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]

# Not fields of the contact, but what is said about them.
ABOUT = {"evidence", "inferred", "date_basis"}
# Fields whose quotation is the value itself; a date's is the date expression.
VERBATIM = re.compile(r"trigger|venue|city|session|visit_kind|sides\.\d+\.(?:people\.\d+\.(?:name|office)|bodies\.\d+)")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every field below a record by its path ("sides.0.people.1.office"), empty ones too."""
    if isinstance(value, dict):
        for key, one in value.items():
            if path or key not in ABOUT:
                yield from leaves(one, f"{path}.{key}" if path else key)
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value):
            yield from leaves(one, f"{path}.{number}")
    else:
        yield path, value


def basis(path: str, value: Any, entry: Record) -> str:
    """How a field of a contact or commitment is known: quoted, inferred, empty, or bare where nothing says it."""
    if value is None:
        return "empty"
    for name in ("evidence", "inferred"):
        if any(path == one["field"] or path.startswith(one["field"] + ".") for one in entry[name]):
            return "quoted" if name == "evidence" else "inferred"
    return "quoted" if path in {"form", "line"} and entry["evidence"] else "bare"


def general(path: str) -> str:
    """A path without its numbers, to count by: "sides.people.office"."""
    return re.sub(r"\.\d+", "", path)


def faults(entry: Record, text: str) -> Iterator[str]:
    """What is wrong with the citations of one contact or commitment; nothing where all is well."""
    for one in entry["evidence"]:
        yield from _misquoted(one, text)
    for one in entry["inferred"]:
        if not one["reason"]:
            yield f"{one['field']}: inferred without a reason"
        if one["quote"]:
            yield from _misquoted(one, text)
    for path, value in leaves(entry):
        if basis(path, value, entry) == "bare":
            yield f"{path}: {value!r} is neither quoted nor inferred"
        quotes = [one["quote"] for one in entry["evidence"] if one["field"] == path]
        if quotes and VERBATIM.fullmatch(path) and value not in (quotes[0], ", ".join(quotes)):
            yield f"{path}: {value!r} is not what is quoted, {quotes}"


def _misquoted(one: Record, text: str) -> Iterator[str]:
    if text[one["start"] : one["end"]] != one["quote"] or not one["quote"]:
        yield f"{one['field']}: {one['quote']!r} does not stand at {one['start']}-{one['end']}"
    elif one["line"] != text.count("\n", 0, one["start"]) + 1:
        yield f"{one['field']}: {one['quote']!r} does not stand on line {one['line']}"
    elif "\n" in one["quote"].strip():
        yield f"{one['field']}: the quotation is longer than a sentence"
