"""The ledger: what people decided, who, when and why, and what was taken back."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bangiao.register.store import Register


class DecisionLine(Struct, frozen=True):
    """One entry: `subjects` are ids, `field` and `value` what a correction sets, `undone_by` what took it back.

    The words on which a decision rests stay in the ledger; they may be of a report that was withdrawn.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    field: str | None
    value: str | None
    by: str
    at: str
    why: str
    undone_by: str | None


class Decisions(Struct, frozen=True):
    """All entries, the latest last."""

    decisions: tuple[DecisionLine, ...]


def decisions(register: "Register") -> Decisions:
    """List the whole ledger in order of time."""
    return Decisions(
        tuple(
            DecisionLine(one.id, one.kind, one.subjects, one.field, one.value, one.by, one.at, one.why, one.undone_by)
            for one in register.decisions()
        )
    )
