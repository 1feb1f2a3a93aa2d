"""What the reader could not do, or is not sure of, for a person to look at."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.register.records import DoubtRecord

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class DoubtKind(Struct, frozen=True):
    """A kind of doubt and how many there are."""

    kind: str
    number: int


class Doubts(Struct, frozen=True):
    """All kinds with their numbers, the commonest first, and one page of doubts of the kind asked for."""

    kinds: tuple[DoubtKind, ...]
    doubts: tuple[DoubtRecord, ...]
    total: int


def doubts(register: "Answers", kind: str | None = None, offset: int = 0, limit: int | None = 50) -> Doubts:
    """List doubts, of one kind where asked; raises QuestionError for a kind that does not occur."""
    counted = register.doubt_kinds()
    if kind and kind not in counted:
        known = ", ".join(counted) or "the register has no doubts"
        raise QuestionError(f"no doubt is of the kind {kind!r}", f"kinds: {known}")
    kinds = tuple(DoubtKind(one, number) for one, number in counted.items())
    total = counted[kind] if kind else sum(counted.values())
    return Doubts(kinds, register.doubts(kind=kind, offset=offset, limit=limit), total)
