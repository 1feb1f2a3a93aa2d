"""How a register is: what it holds, who read it, and every fault that a proof of it finds."""

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.reader import this_reader
from bangiao.register.records import Counts

if TYPE_CHECKING:
    from bangiao.register.store import Register


class FaultLine(Struct, frozen=True):
    """Something that must not be: where, and what."""

    where: str
    message: str


class Health(Struct, frozen=True):
    """`readers` counts the current readings by the version of the program and tables that read them, this one first.

    `outdated` are those of other versions: reading their reports again may show more. A sound register has no fault.
    """

    place: str
    database: str
    tables: str
    counts: Counts
    readers: tuple[tuple[str, int], ...]
    outdated: int
    faults: tuple[FaultLine, ...]


def health(register: "Register") -> Health:
    """Look a register over: references, quotations against the stored texts, versions, ends of all contacts."""
    mine = this_reader()
    readers = Counter(register.readers())
    order = sorted(readers.items(), key=lambda one: (one[0] != mine, -one[1], one[0]))
    return Health(
        register.shown,
        register.database,
        register.tables,
        register.counts(),
        tuple(order),
        sum(number for reader, number in order if reader != mine),
        tuple(FaultLine(one.where, one.message) for one in register.check()),
    )
