"""Read a language's TOML tables; every fault of a file is told at once, with its key path and a hint."""

import tomllib
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from bangiao.model.errors import PackError

T = TypeVar("T")
MEND = "mend the entries named above"
ABOUT = (
    "source",
    "rare",
)  # keys of a table that tell of it: where its words are from, why entries of a kind may be rare
RARE = "rare"  # the same of one entry; only `make coverage-of-pack` reads it


def read_table(language: str, name: str) -> dict[str, Any]:
    """The raw content of `languages/<language>/<name>.toml`."""
    source = files("bangiao.languages") / language / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(f"{language}/{name}.toml is missing", "put the table back, or reinstall the package") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{language}/{name}.toml: {error}", "check quotes and brackets near that line") from None


def read_entries(language: str, name: str, key: str, kind: type[T]) -> list[T]:
    """The entries `[[key]]` of a table as records; raises one PackError that lists every fault."""
    entries, faults = _converted(f"{language}/{name}.toml", read_table(language, name), key, kind)
    if faults:
        raise PackError("\n".join(faults), MEND)
    return entries


def read_groups(language: str, name: str, kinds: dict[str, type[T]]) -> dict[str, list[T]]:
    """All entries of a table by key; a key that is not in `kinds` is a fault like any other."""
    file, table = f"{language}/{name}.toml", read_table(language, name)
    groups: dict[str, list[T]] = {}
    faults = [
        f"{file}: {key}: unknown key{_hint(key, list(kinds))}" for key in table if key not in kinds and key not in ABOUT
    ]
    for key, kind in kinds.items():
        groups[key], found = _converted(file, table, key, kind)
        faults += found
    if faults:
        raise PackError("\n".join(faults), MEND)
    return groups


def attempt(read: Callable[[str], T], language: str, faults: list[str]) -> T | None:
    """What a reader of tables gives; where it fails, null, with its faults put to the others."""
    try:
        return read(language)
    except PackError as error:
        faults.append(str(error))
        return None


def _converted(file: str, table: dict[str, Any], key: str, kind: type[T]) -> tuple[list[T], list[str]]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        return [], [f"{file}: {key}: a list of entries is wanted; write [[{key}]]"]
    entries: list[T] = []
    faults: list[str] = []
    for number, row in enumerate(rows):
        try:
            entries.append(msgspec.convert(_bare(row), kind))
        except msgspec.ValidationError as error:
            told = list(_faults(_bare(row), kind)) or [("", str(error))]
            faults += (f"{file}: {key}.{number}{path}{_label(row)}: {fault}" for path, fault in told)
    return entries, faults


def _bare(row: Any) -> Any:
    """An entry without the reason why its words are rare."""
    return {key: value for key, value in row.items() if key != RARE} if isinstance(row, dict) else row


def _label(row: Any) -> str:
    """The entry's first word, so that its author finds it."""
    words = row.get("words", row.get("names")) if isinstance(row, dict) else None
    first = words[0] if isinstance(words, list) and words else row.get("name") if isinstance(row, dict) else None
    return f" ({first})" if isinstance(first, str) and first else ""


def _faults(row: Any, kind: type) -> Iterator[tuple[str, str]]:
    """Every fault of one entry with the key it stands at."""
    if not isinstance(row, dict):
        return
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    for key in row:
        if key not in fields:
            yield f".{key}", f"unknown key{_hint(key, list(fields))}"
    for name, field in fields.items():
        if name not in row:
            if field.required:
                yield f".{name}", "this key is missing"
            continue
        try:
            msgspec.convert(row[name], field.type)
        except msgspec.ValidationError as error:
            known = get_args(field.type) if get_origin(field.type) is Literal else ()
            yield f".{name}", f"{error}{_hint(str(row[name]), [str(value) for value in known]) if known else ''}"


def _hint(given: str, known: list[str]) -> str:
    """Did you mean …; else all that is known."""
    close = get_close_matches(given, known, n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; known: {', '.join(filter(None, known))}"
