"""A release: the whole register as tables of flat records, for those who work on it elsewhere."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from bangiao.register.released import TABLES
from bangiao.views.gold import GoldReport, gold

if TYPE_CHECKING:
    from bangiao.register.ask_release import Snapshot
    from bangiao.register.store import Register

Row = TypeVar("Row", bound=Struct)


class Release:
    """The register at one moment; the reports' texts are in it only where they were asked for."""

    def __init__(self, snapshot: "Snapshot", with_text: bool = False, reviewed: Iterable[GoldReport] = ()) -> None:
        self._snapshot = snapshot
        self.with_text = with_text
        self.reviewed = reviewed  # the reports all of whose contacts were reviewed, in the guide's fields

    @property
    def tables(self) -> dict[str, type[Struct]]:
        """The tables by name, in their order, each with the record of its rows."""
        return {name: kind for name, kind in TABLES.items() if name != "texts" or self.with_text}

    def rows(self, table: str) -> Iterator[Struct]:
        """The records of a table, by key."""
        return self._snapshot.rows(table)

    def of(self, kind: type[Row]) -> Iterable[Row]:
        """The records of one kind, by key."""
        (table,) = (name for name, one in TABLES.items() if one is kind)
        return (row for row in self._snapshot.rows(table) if isinstance(row, kind))


@contextmanager
def release(register: "Register", with_text: bool = False) -> Iterator[Release]:
    """Take the whole register as it is now; read it within the block."""
    reviewed = tuple(gold(register))
    with register.snapshot() as snapshot:
        yield Release(snapshot, with_text, reviewed)
