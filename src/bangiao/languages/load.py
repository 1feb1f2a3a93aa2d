"""Read a language's TOML tables; every fault of a file is told at once, with its key path and a hint."""

import tomllib
from difflib import get_close_matches
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from bangiao.model.errors import PackError

T = TypeVar("T")


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
    rows = read_table(language, name).get(key, [])
    entries, faults = [], []
    for number, row in enumerate(rows):
        try:
            entries.append(msgspec.convert(row, kind))
        except msgspec.ValidationError as error:
            words = row.get("words") if isinstance(row, dict) else None
            label = f" ({words[0]})" if isinstance(words, list) and words else ""
            faults.append(f"{language}/{name}.toml: {key}.{number}{label}: {error}{_hint(str(error), kind)}")
    if faults:
        raise PackError("\n".join(faults), "mend the entries named above")
    return entries


def _hint(message: str, kind: type) -> str:
    """Did you mean …: for an unknown key of a record."""
    if "unknown field" not in message:
        return ""
    unknown = message.split("`")[1]
    known = [field.name for field in msgspec.structs.fields(kind)]
    close = get_close_matches(unknown, known, n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; known keys: {', '.join(known)}"
