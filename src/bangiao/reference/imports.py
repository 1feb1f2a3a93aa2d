"""Tenures that a user brings along: CSV, Popolo, FollowTheMoney or rows of Wikidata, told apart by their looks."""

import csv
import io
import json
import unicodedata
from typing import Any

import msgspec
from msgspec.structs import replace

from bangiao.model.errors import InputError, TableError
from bangiao.model.tenure import Tenure
from bangiao.model.vocabulary import CHANNELS
from bangiao.reference.check import tenure_faults, tenure_key
from bangiao.reference.entities import from_money
from bangiao.reference.load import TENURE_COLUMNS, parts, read_tenures
from bangiao.reference.popolo import from_popolo
from bangiao.reference.wikidata import from_wikidata

LARGEST = 64 * 1024 * 1024  # bytes; a table of offices is never so large
_HINT = "a table needs the columns person, country, office and, where known, start, end, source"
_NAMES = {
    "name": "person",
    "holder": "person",
    "office": "office_vi",
    "position": "office_vi",
    "post": "office_vi",
    "organization": "body",
    "start_date": "start",
    "end_date": "end",
    "source": "start_source",
}  # other names of columns

_COLUMNS = (
    "person", "country", "office_en", "body", "channel", "start", "end", "start_source", "end_source",
    "seen", "wikidata",
)  # fmt: skip

Row = dict[str, Any]


def import_tenures(text: str, name: str, country: str | None = None) -> tuple[Tenure, ...]:
    """Read the tenures of a file; `name` is where rows without a source of their own are said to come from.

    `country` (ISO 3166-1 alpha-2) is taken for rows that name none. Raises InputError that lists every
    fault of every row; then no row is taken.
    """
    if len(text) > LARGEST:
        raise InputError(f"{name}: is too large for a table of offices", "split it into smaller files")
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    rows = _from_json(text, name) if text.lstrip()[:1] in ("{", "[") else _from_table(text, name)
    found = [_ready(row, name, country) for row in rows]
    faults = [
        f"{name}: row {number} ({row.person or '?'}): {fault}"
        for number, row in enumerate(found, 1)
        for fault in tenure_faults(row)
    ]
    if faults:
        raise InputError("\n".join(faults), "mend the rows named above; give --country for rows without one")
    if not found:
        raise InputError(f"{name}: holds no tenure", _HINT)
    return tuple({tenure_key(row): row for row in found}.values())


def _ready(row: Tenure, name: str, country: str | None) -> Tenure:
    """Fill in what a row leaves to the file: its country, its source, its origin."""
    source = row.start_source or row.end_source or name
    return replace(
        row,
        country=(row.country or country or "").upper(),
        start_source=row.start_source or (None if row.end_source and not row.start else source),
        end_source=row.end_source or (source if row.end else None),
        origin=name,
    )


def _from_json(text: str, name: str) -> list[Tenure]:
    data = _json(text, name)
    if isinstance(data, dict) and "memberships" in data:
        return from_popolo(data)
    if isinstance(data, dict) and isinstance(data.get("results"), dict):
        return from_wikidata(data["results"].get("bindings", []))
    entities = data.get("entities", data.get("results", [data])) if isinstance(data, dict) else data
    rows = [row for row in entities if isinstance(row, dict)] if isinstance(entities, list) else []
    if any("schema" in row for row in rows):
        return from_money(rows)
    if any("memberships" in row for row in rows):
        return from_popolo({"persons": rows, "memberships": []})
    if any("personLabel" in row for row in rows):
        return from_wikidata(rows)
    return [_named_columns(row) for row in rows]


def _json(text: str, name: str) -> Any:
    """One JSON value, or one a line."""
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError(f"{name}: is nested too deeply", _HINT) from None
    except ValueError as whole:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise InputError(f"{name}: is no JSON: {whole}", "save it again, or give a CSV table") from None


def _from_table(text: str, name: str) -> list[Tenure]:
    """A table with a header: the shipped one's columns or their short names, split by tabs, commas or semicolons."""
    header = text.splitlines()[0] if text.strip() else ""
    if tuple(header.split("\t")) == TENURE_COLUMNS:
        try:
            return list(read_tenures(text, name, name))
        except TableError as error:
            raise InputError(str(error), error.hint) from None
    separator = max("\t,;", key=header.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error as error:
        raise InputError(f"{name}: is no table: {error}", _HINT) from None
    if not rows or not {"person"} <= {_NAMES.get(key, key) for key in map(_plain, rows[0])}:
        raise InputError(f"{name}: has no column person", _HINT)
    return [_named_columns(row) for row in rows]


def _named_columns(row: Row) -> Tenure:
    """A row whose columns bear our names or the usual others; raises InputError for an unknown channel."""
    fields: dict[str, str] = {}
    for key, value in row.items():
        words = str(value).strip() if isinstance(value, str | int) else ""
        if words:
            fields.setdefault(_NAMES.get(_plain(key), _plain(key)), words)
    given = {name: fields[name] for name in _COLUMNS if name in fields}
    names = parts(fields.get("other_names", ""), ";")
    try:
        return msgspec.convert(
            {"person": "", "country": "", **given, "office": fields.get("office_vi"), "other_names": names}, Tenure
        )
    except msgspec.ValidationError as error:
        raise InputError(f"{fields.get('person', '?')}: {error}", f"channels: {', '.join(CHANNELS)}") from None


def _plain(key: object) -> str:
    return str(key).strip().lower().replace(" ", "_")
