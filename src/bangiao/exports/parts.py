"""What an export is made of: named files, each given piece by piece, and what its codebook says of it."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from bangiao.exports.columns import Column
from bangiao.views.release import Release


class Part(Struct, frozen=True):
    """One file of an export: its name and its bytes, in pieces."""

    name: str
    content: Iterable[bytes]


class Described(Struct, frozen=True):
    """What the codebook says of one table, sheet or kind of entry: its name, what a row is, its fields."""

    name: str
    about: str
    columns: tuple[Column, ...]


class Format(Struct, frozen=True):
    """A way of writing a release.

    `folder` says that it has several files; `text` that it can go to standard output; `extra` names the optional
    dependencies that it needs. `notes` are the rules of writing that a reader of the files has to know.
    """

    name: str
    suffix: str
    about: str
    parts: Callable[[Release], Iterator[Part]]
    described: Callable[[Release], tuple[Described, ...]]
    notes: tuple[str, ...] = ()
    folder: bool = False
    text: bool = True
    extra: str = ""
