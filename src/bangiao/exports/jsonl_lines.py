"""JSON lines: the canonical release, one record a line, sorted; equal registers give equal bytes.

A quotation stands as two selectors of the W3C Web Annotation Data Model: by its words with what is around them, and by
its place in the text. Either finds it again, also on a page that has changed.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from bangiao.exports.parts import Format, Part
from bangiao.exports.tables import described
from bangiao.register.released import TABLES, CitationRow
from bangiao.views.release import Release

NOTES = (
    "Each line is one JSON object in UTF-8; `table` names its table, the other keys are the fields of that table.",
    "The fields `quote`, `prefix`, `suffix`, `start` and `end` of citations stand under `selector` as a "
    "TextQuoteSelector and a TextPositionSelector of the W3C Web Annotation Data Model (https://www.w3.org/TR/"
    "annotation-model/); it is null where an inference rests on no words.",
    "Lines are in the order of tables and keys; times of running are nowhere in them, so two releases of one register "
    "can be compared byte by byte.",
)
_NO_WORDS: tuple[dict[str, Any], ...] = (
    {"exact": "", "prefix": "", "suffix": ""},
    {"start": None, "end": None},
)
_BUNCH = 500


def parts(release: Release) -> Iterator[Part]:
    """One file with all lines."""
    yield Part("register.jsonl", written(release))


def written(release: Release) -> Iterator[bytes]:
    """All lines, some at a time."""
    bunch: list[bytes] = []
    for table in release.tables:
        for row in release.rows(table):
            bunch.append(line(table, row))
            if len(bunch) == _BUNCH:
                yield b"".join(bunch)
                bunch.clear()
    yield b"".join(bunch)


def line(table: str, row: Struct) -> bytes:
    """One record as a line."""
    fields = msgspec.structs.asdict(row)
    if isinstance(row, CitationRow):
        fields = _selected(fields)
    return msgspec.json.encode({"table": table, **fields}) + b"\n"


def _selected(fields: dict[str, Any]) -> dict[str, Any]:
    """A citation with its quotation as selectors."""
    words = {name: fields.pop(name) for name in ("quote", "prefix", "suffix")}
    place = {name: fields.pop(name) for name in ("start", "end")}
    quoted = {"type": "TextQuoteSelector", "exact": words.pop("quote"), **words}
    selector = None if place["start"] is None else [quoted, {"type": "TextPositionSelector", **place}]
    return {**fields, "selector": selector}


def read_back(lines: Iterable[bytes]) -> Iterator[tuple[str, Struct]]:
    """The records that lines hold, each with its table."""
    for one in lines:
        fields = msgspec.json.decode(one)
        table = fields.pop("table")
        if table == "citations":
            fields = _unselected(fields)
        yield table, msgspec.convert(fields, TABLES[table])


def _unselected(fields: dict[str, Any]) -> dict[str, Any]:
    quoted, place = fields.pop("selector") or _NO_WORDS
    words = {"quote": quoted["exact"], **{name: quoted[name] for name in ("prefix", "suffix")}}
    return {**fields, **words, "start": place["start"], "end": place["end"]}


FORMAT = Format("jsonl", "jsonl", "all records, one JSON object a line: the canonical release", parts, described, NOTES)
