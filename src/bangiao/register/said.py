"""What the register answers with about what was said: commitments and statements, free of any database."""

from msgspec import Struct

from bangiao.model.vocabulary import CommitmentKind, StatementKind, Topic
from bangiao.register.records import ReportHead


class Said(Struct, frozen=True, kw_only=True):
    """A sentence of a report that is a commitment or a statement: where it stands, by whom, about what.

    `start` and `end` are half-open code points of the report's text and `quote` its words there; `act` is the
    stretch of these words that carries it. `contact` is the contact in which it was said, null where the report
    tells none of these sides; `contact_basis` says why that one. `date` (EDTF) is the contact's, else the report's
    day of publication. `sides` are all sides of the contact, `recalled` earlier contacts that the sentence names.
    `visited` says that the contact is a visit that the report tells as made, or under way.
    """

    id: str
    by: tuple[str, ...]
    topics: tuple[Topic, ...]
    report: ReportHead
    line: int
    start: int
    end: int
    quote: str
    act: tuple[int, int]
    contact: str | None
    contact_basis: str
    date: str | None
    date_basis: str | None
    sides: frozenset[str]
    recalled: tuple[str, ...] = ()
    visited: bool = False


class CommitmentRecord(Said, frozen=True, kw_only=True):
    """A sentence that agrees, proposes, pledges, invites, signs or lifts relations."""

    kind: CommitmentKind


class StatementRecord(Said, frozen=True, kw_only=True):
    """A sentence that informs, thanks, values, affirms …"""

    kind: StatementKind
