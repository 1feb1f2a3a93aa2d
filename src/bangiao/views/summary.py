"""What one reading brought: reports read and refused, contacts, people, doubts."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.report import Refusal
from bangiao.resolution.dates import sort_key
from bangiao.views.doubts import DoubtKind
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.records import ContactRecord
    from bangiao.register.store import Added, Register

_AT_ONCE = 1000  # contacts held at a time


class Outcome(Struct, frozen=True):
    """What happened to reports: new, unchanged, new version current …, and to how many."""

    outcome: str
    number: int


class ReadSummary(Struct, frozen=True):
    """The end of `read`: `contacts` are those of the reports just read, by date, at most as many as asked for.

    `known` are pages that were read before and left out.
    """

    read: int
    outcomes: tuple[Outcome, ...]
    refused: tuple[Refusal, ...]
    contacts_total: int
    people_total: int
    contacts: tuple[ContactLine, ...]
    doubts: tuple[DoubtKind, ...]
    known: int = 0


class Brought:
    """What adding reports brought, counted as it comes: of each report its id stays, not the rest."""

    def __init__(self) -> None:
        self.read = 0
        self.outcomes: Counter[str] = Counter()
        self.reports: set[str] = set()
        self.contacts: set[str] = set()

    @classmethod
    def of(cls, added: Iterable["Added"]) -> "Brought":
        """What these reports brought."""
        brought = cls()
        brought.add(added)
        return brought

    def add(self, added: Iterable["Added"]) -> None:
        """Count some reports more."""
        for one in added:
            self.read += 1
            self.outcomes[one.outcome] += 1
            self.reports.add(one.report)
            self.contacts.update(one.contacts)


def nothing(refused: Iterable[Refusal]) -> ReadSummary:
    """The summary where no input could be read: no register is asked."""
    return ReadSummary(0, (), tuple(refused), 0, 0, (), ())


def summary(
    register: "Register",
    brought: Brought,
    refused: Iterable[Refusal] = (),
    *,
    known: int = 0,
    language: str = "vi",
    limit: int = 20,
) -> ReadSummary:
    """Sum up one reading from what adding each report gave and what was refused."""
    total, people, first = _contacts(register, brought.contacts, limit)
    kinds = register.doubt_kinds(among=brought.reports)
    return ReadSummary(
        read=brought.read,
        outcomes=tuple(Outcome(word, number) for word, number in sorted(brought.outcomes.items())),
        refused=tuple(refused),
        contacts_total=total,
        people_total=len(people),
        contacts=tuple(contact_line(one, language) for one in first),
        doubts=tuple(DoubtKind(kind, number) for kind, number in kinds.items()),
        known=known,
    )


def _contacts(register: "Register", ids: set[str], limit: int) -> tuple[int, set[str], list["ContactRecord"]]:
    """How many contacts, who is in them, and the first by date; a part of them at a time, for there may be many."""
    total = 0
    people: set[str] = set()
    first: list[ContactRecord] = []
    left = iter(sorted(ids))
    while some := list(islice(left, _AT_ONCE)):
        records = [one for one in register.contacts_of(some) if not one.rejected]
        total += len(records)
        people |= {who.person for one in records for side in one.sides for who in side.people if who.person}
        first = sorted([*first, *records], key=lambda one: (sort_key(one.date), one.id))[:limit]
    return total, people, first
