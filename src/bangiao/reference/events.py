"""Somebody's own table of visits or events, read by a map of its columns, or as FollowTheMoney entities."""

import csv
import io
import json
import re
import tomllib
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from bangiao.model.errors import InputError
from bangiao.model.vocabulary import FORMS, Form

LARGEST = 64 * 1024 * 1024  # characters
EVENTS = ("Event", "Trip", "Call", "Meeting")  # schemata of FollowTheMoney that tell a contact
MAP_HINT = 'write [columns] with date (or start, end), countries = ["…"] and, where there are, id, people, form'

Row = dict[str, Any]


class Columns(Struct, frozen=True, forbid_unknown_fields=True):
    """Which column holds what; `countries` and `people` may name several columns."""

    countries: tuple[str, ...] = ()
    date: str | None = None
    start: str | None = None
    end: str | None = None
    people: tuple[str, ...] = ()
    form: str | None = None
    id: str | None = None


class EventMap(Struct, frozen=True, forbid_unknown_fields=True):
    """How to read a table: its columns, how it writes dates, its words for our forms, and what it leaves unsaid.

    `date_format` is Python's (`%d/%m/%Y`); without it dates are ISO: a day, a month or a year. `countries` are
    sides of every row that no column names; `split` divides several names in one cell.
    """

    columns: Columns
    date_format: str | None = None
    split: str = ";"
    countries: tuple[str, ...] = ()
    forms: dict[str, Form] = {}


class EventRow(Struct, frozen=True):
    """One row of the table: its id or number, its days (EDTF; null where unread), sides and people as written."""

    id: str
    date: str | None
    countries: tuple[str, ...]
    people: tuple[str, ...] = ()
    form: Form | None = None


def read_map(text: str, name: str) -> EventMap:
    """Read a map from TOML; raises InputError that says which key is wrong."""
    try:
        found = msgspec.convert(tomllib.loads(text), EventMap)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: is no TOML: {error}", MAP_HINT) from None
    except msgspec.ValidationError as error:
        raise InputError(f"{name}: {error}", f"{MAP_HINT}; forms are {', '.join(FORMS)}") from None
    if not (found.columns.date or found.columns.start):
        raise InputError(f"{name}: columns name no date", MAP_HINT)
    if not (found.columns.countries or found.countries):
        raise InputError(f"{name}: nothing names the countries", MAP_HINT)
    _refuse_format(found.date_format, name)
    return found


def _refuse_format(form: str | None, name: str) -> None:
    """A way of writing dates that Python cannot read is the map's fault, not that of each row."""
    try:
        datetime.strptime(datetime(2000, 1, 1).strftime(form or ""), form or "")
    except (ValueError, re.error) as error:
        hint = "write it as %d/%m/%Y, each part once"
        raise InputError(f"{name}: date_format {form!r} cannot be read: {error}", hint) from None


def read_events(text: str, name: str, plan: EventMap | None) -> tuple[EventRow, ...]:
    """The rows of a table; without a map it must be FollowTheMoney's JSON. Raises InputError naming row and column."""
    if len(text) > LARGEST:
        raise InputError(f"{name}: is too large for a table of events", "split it into smaller files")
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        return _from_money(_entities(text, name))
    if plan is None:
        raise InputError(f"{name}: is no FollowTheMoney JSON, and a table needs a map", "give one with --map MAP.toml")
    found: list[EventRow] = []
    faults: list[InputError] = []
    for number, row in enumerate(_table(text, name, plan), 2):
        try:
            found.append(_row(row, number, plan, name))
        except InputError as fault:
            faults.append(fault)
    if faults:
        raise InputError("\n".join(map(str, faults)), faults[0].hint)
    return tuple(found)


def _table(text: str, name: str, plan: EventMap) -> list[Row]:
    header = text.splitlines()[0] if text.strip() else ""
    separator = max("\t,;", key=header.count)
    try:
        reader = csv.DictReader(io.StringIO(text), delimiter=separator, strict=True)
        rows = list(reader)
    except csv.Error as error:
        raise InputError(f"{name}: is no table: {error}", "save it again as CSV in UTF-8") from None
    columns = plan.columns
    named = (*columns.countries, *columns.people, columns.date, columns.start, columns.end, columns.form, columns.id)
    missing = [one for one in named if one and one not in (reader.fieldnames or ())]
    if missing:
        hint = f"its columns are {', '.join(reader.fieldnames or ())}"
        raise InputError(f"{name}: has no column {missing[0]!r}", hint)
    return rows


def _row(row: Row, number: int, plan: EventMap, name: str) -> EventRow:
    columns, where = plan.columns, f"{name}: line {number}"
    start = _day(row, columns.start or columns.date, plan, where)
    end = _day(row, columns.end, plan, where)
    word = _cell(row, columns.form)
    return EventRow(
        id=_cell(row, columns.id) or f"line {number}",
        date=f"{start}/{end}" if start and end and start != end else start or end,
        countries=(*plan.countries, *_cells(row, columns.countries, plan.split)),
        people=_cells(row, columns.people, plan.split),
        form=plan.forms.get(word) or next((one for one in FORMS if one == word.lower()), None),
    )


def _cell(row: Row, column: str | None) -> str:
    value = row.get(column) if column else None
    return value.strip() if isinstance(value, str) else ""


def _cells(row: Row, columns: tuple[str, ...], split: str) -> tuple[str, ...]:
    cells = [_cell(row, column) for column in columns]
    parts = [part.strip() for cell in cells for part in (cell.split(split) if split else [cell])]
    return tuple(dict.fromkeys(part for part in parts if part))


def _day(row: Row, column: str | None, plan: EventMap, where: str) -> str | None:
    words = _cell(row, column)
    if not words:
        return None
    if not plan.date_format:
        return _iso(words, where, column)
    try:
        return datetime.strptime(words, plan.date_format).date().isoformat()
    except ValueError:
        hint = f"the map says dates look like {plan.date_format}"
        raise InputError(f"{where}: {column} {words!r} is no such date", hint) from None


def _iso(words: str, where: str, column: str | None) -> str:
    for size, form in ((10, "%Y-%m-%d"), (7, "%Y-%m"), (4, "%Y")):
        try:
            day = datetime.strptime(words[:size], form).date().isoformat()
        except ValueError:
            continue
        if len(words) == size or (size == 10 and words[size : size + 1] in ("T", " ")):
            return day[:size]
    hint = 'write 2024-04-02, or say in the map how dates look: date_format = "%d/%m/%Y"'
    raise InputError(f"{where}: {column} {words!r} is no ISO date", hint)


def _entities(text: str, name: str) -> list[Row]:
    try:
        data = json.loads(text)
    except RecursionError:
        raise InputError(f"{name}: is nested too deeply", "give FollowTheMoney entities, one a line") from None
    except ValueError:
        try:
            data = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}: is no JSON: {error}", "give FollowTheMoney entities, one a line") from None
    rows = data.get("entities", data.get("results", [data])) if isinstance(data, dict) else data
    rows = rows if isinstance(rows, list) else []
    found = [row for row in rows if isinstance(row, dict) and isinstance(row.get("properties"), dict)]
    if not any(row.get("schema") in EVENTS for row in found):
        raise InputError(f"{name}: holds no event of FollowTheMoney", f"looked for are {', '.join(EVENTS)}")
    return found


def _from_money(entities: list[Row]) -> tuple[EventRow, ...]:
    known = {str(row.get("id")): row for row in entities}
    return tuple(_event(row, known) for row in entities if row.get("schema") in EVENTS)


def _event(row: Row, known: dict[str, Row]) -> EventRow:
    involved = [known[one] for one in _values(row, "involved", "organizer", "caller", "receiver") if one in known]
    people = [next(iter(_values(one, "name")), "") for one in involved if one.get("schema") == "Person"]
    countries = [*_values(row, "country"), *(one for who in involved for one in _values(who, "country", "nationality"))]
    days = sorted({one[:10] for one in _values(row, "date", "startDate", "endDate")})
    return EventRow(
        id=str(row.get("id")),
        date="/".join(dict.fromkeys((days[0], days[-1]))) if days else None,
        countries=tuple(dict.fromkeys(one.upper() for one in countries)),
        people=tuple(dict.fromkeys(one for one in people if one)),
        form={"Trip": "visit", "Call": "call"}.get(str(row.get("schema"))),  # type: ignore[arg-type]
    )


def _values(row: Row, *names: str) -> list[str]:
    found = [row["properties"].get(name, []) for name in names]
    return [one for value in found for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
