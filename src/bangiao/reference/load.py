"""Read the tables that ship with the program; every fault of a table is told at once, with its line."""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from bangiao.model.errors import TableError
from bangiao.model.tenure import Anniversary, Rank, Tenure
from bangiao.reference.check import anniversary_faults, rank_faults, repeated, tenure_faults, tenure_key

T = TypeVar("T")
Fields = dict[str, str]
Key = Callable[[T], tuple[str, ...]]

TENURE_COLUMNS = (
    "person", "other_names", "country", "office_vi", "office_en", "body", "channel",
    "start", "end", "start_source", "end_source", "seen",
)  # fmt: skip
ANNIVERSARY_COLUMNS = ("what_vi", "what_en", "date", "countries", "kind", "source", "seen")
RANK_COLUMNS = ("country", "rank", "office_vi", "office_en", "valid_from", "valid_to", "source", "seen")


@lru_cache(maxsize=1)
def tenures() -> tuple[Tenure, ...]:
    """Who held which office when: the rows that ship with the program. Raises TableError."""
    return read_tenures(_shipped("tenures.tsv"), "tenures.tsv")


@lru_cache(maxsize=1)
def anniversaries() -> tuple[Anniversary, ...]:
    """National days, foundings of parties, relations and frameworks. Raises TableError."""
    rows = _rows(_shipped("anniversaries.tsv"), "anniversaries.tsv", ANNIVERSARY_COLUMNS)
    return _checked("anniversaries.tsv", rows, _anniversary, anniversary_faults, _anniversary_key)


@lru_cache(maxsize=1)
def ranks() -> tuple[Rank, ...]:
    """Orders of leaders, with the time for which each is valid. Raises TableError."""
    rows = _rows(_shipped("protocol.tsv"), "protocol.tsv", RANK_COLUMNS)
    return _checked("protocol.tsv", rows, _rank, rank_faults, _rank_key)


def read_tenures(text: str, name: str, origin: str = "shipped") -> tuple[Tenure, ...]:
    """Read tenures in the columns of the shipped table; `name` is what faults are told of. Raises TableError."""
    rows = _rows(text, name, TENURE_COLUMNS)
    return _checked(name, rows, lambda fields: _tenure(fields, origin), tenure_faults, tenure_key)


def _shipped(name: str) -> str:
    try:
        return (files("bangiao.reference") / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TableError(f"reference/{name} is missing", "put the table back, or reinstall the package") from None


def _rows(text: str, name: str, columns: tuple[str, ...]) -> list[tuple[int, Fields]]:
    """Lines with their numbers; raises TableError where columns are missing, unknown or in excess."""
    reader = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = tuple(next(reader, []))
    if set(header) != set(columns) or len(header) != len(columns):
        wrong = [f"no column {one}" for one in columns if one not in header]
        wrong += [f"unknown column {one!r}" for one in header if one not in columns]
        raise TableError(f"{name}: {'; '.join(wrong) or 'a column stands twice'}", f"columns: {', '.join(columns)}")
    found, faults = [], []
    for number, cells in enumerate(reader, 2):
        if len(cells) != len(header):
            faults.append(f"{name}:{number}: {len(cells)} cells, not {len(header)}")
        found.append((number, dict(zip(header, map(str.strip, cells), strict=False))))
    if faults:
        raise TableError("\n".join(faults), "separate cells by single tabs, one row a line")
    return found


def _checked(
    name: str,
    rows: Iterable[tuple[int, Fields]],
    make: Callable[[Fields], T],
    faults_of: Callable[[T], Iterator[str]],
    key: Key[T],
) -> tuple[T, ...]:
    """The rows as records; raises one TableError that lists every fault of every row."""
    made: list[tuple[int, T]] = []
    faults = []
    for number, fields in rows:
        faults += [
            f"{name}:{number}: {column} is not in composed Unicode (NFC)"
            for column, value in fields.items()
            if unicodedata.normalize("NFC", value) != value
        ]
        try:
            record = make(fields)
        except (msgspec.ValidationError, ValueError) as error:
            faults.append(f"{name}:{number}: {error}")
            continue
        made.append((number, record))
        faults += [f"{name}:{number}: {fault}" for fault in faults_of(record)]
    keys = ((number, key(record)) for number, record in made)
    faults += [f"{name}:{number}: the same row as line {first}" for number, first in repeated(keys)]
    if faults:
        raise TableError("\n".join(faults), "mend the rows named above")
    return tuple(record for _, record in made)


def _tenure(fields: Fields, origin: str) -> Tenure:
    values: dict[str, object] = {name: value for name, value in fields.items() if value and name in _TENURE_FIELDS}
    values |= {
        "office": fields["office_vi"] or None,
        "origin": origin,
        "other_names": parts(fields["other_names"], ";"),
    }
    return msgspec.convert({"person": "", "country": ""} | values, Tenure)


_TENURE_FIELDS = frozenset(Tenure.__struct_fields__) - {"office", "origin", "other_names"}


def _anniversary(fields: Fields) -> Anniversary:
    values = {**fields, "what": fields["what_vi"] or None, "countries": parts(fields["countries"], ",")}
    return msgspec.convert(values, Anniversary)


def _anniversary_key(row: Anniversary) -> tuple[str, ...]:
    return (row.what_en, row.date, *row.countries)


def _rank(fields: Fields) -> Rank:
    try:
        number = int(fields["rank"])
    except ValueError:
        raise ValueError(f"rank {fields['rank']!r} is no number") from None
    optional = {name: fields[name] or None for name in ("valid_from", "valid_to")}
    return msgspec.convert({**fields, **optional, "rank": number, "office": fields["office_vi"] or None}, Rank)


def _rank_key(row: Rank) -> tuple[str, ...]:
    return (row.country, row.office or "", row.office_en, row.valid_from or "")


def parts(words: str, separator: str) -> list[str]:
    """The words of a cell that holds several."""
    return [part.strip() for part in words.split(separator) if part.strip()]
