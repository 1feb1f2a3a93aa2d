"""What the fields of a record are: type, vocabulary, meaning and figure, read off the record's own declaration."""

from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct

Kind = Literal["text", "number", "flag", "list"]


class Column(Struct, frozen=True):
    """One field: `vocabulary` lists the words that it can hold, `unit` says what it counts or how it is written."""

    name: str
    kind: Kind
    optional: bool = False
    vocabulary: tuple[str, ...] = ()
    meaning: str = ""
    unit: str = ""
    figure: str = ""


@lru_cache(maxsize=64)
def columns(kind: type[Struct]) -> tuple[Column, ...]:
    """The fields of a record in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_column(name, hints[name]) for name in kind.__struct_fields__)


def _column(name: str, hint: Any) -> Column:
    meta = Meta(description="")
    if get_origin(hint) is Annotated:
        hint, meta = get_args(hint)
    choices = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    (plain,) = (one for one in choices if one is not NoneType)
    extra = meta.extra or {}
    return Column(
        name,
        _kind(plain),
        NoneType in choices,
        _words(plain),
        meta.description or "",
        extra.get("unit", ""),
        extra.get("figure", ""),
    )


def _kind(plain: Any) -> Kind:
    if get_origin(plain) is tuple:
        return "list"
    if plain is bool:
        return "flag"
    return "number" if plain is int else "text"


def _words(plain: Any) -> tuple[str, ...]:
    """The words of a closed vocabulary, of single values and of lists."""
    if get_origin(plain) is tuple:
        plain = get_args(plain)[0]
    return get_args(plain) if get_origin(plain) is Literal else ()
