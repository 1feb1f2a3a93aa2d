"""Commitments that may be one matter: those of a contact or report, and those of the same sides to choose from."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.said import CommitmentRecord
from bangiao.views.review import Item

if TYPE_CHECKING:
    from bangiao.register.store import Register

_OFFERED = 60


class Linkable(Struct, frozen=True):
    """The commitments told where an item stands, and others of the same sides, the likest and latest first.

    `mark` and `about` are to be handed back with the decision, as with any item.
    """

    own: tuple[CommitmentRecord, ...]
    others: tuple[CommitmentRecord, ...]
    mark: str
    about: tuple[str, ...]


def linkable(register: "Register", item: Item) -> Linkable:
    """What can be linked from an item: commitments with topics in common stand before those without."""
    told = register.commitments()
    reports = {one.report.id for ident in item.subjects if ident.startswith("c-") for one in register.told(ident)}
    reports |= {item.report.id} if item.report else set()
    own = tuple(one for one in told if one.report.id in reports)
    about = tuple(one.id for one in own)
    sides = frozenset().union(*(one.sides | frozenset(one.by) for one in own))
    topics = {topic for one in own for topic in one.topics}
    near = [one for one in told if one.id not in about and len(sides & one.sides) > 1]
    near.sort(key=lambda one: one.date or "", reverse=True)
    near.sort(key=lambda one: -len(topics & set(one.topics)))  # stable: among the equally like the latest first
    return Linkable(own, (*own, *near[:_OFFERED]), register.mark(about), about)
