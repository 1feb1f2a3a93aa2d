"""Which thing comes next where several wait to be looked at."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    """Anything that has an id."""

    @property
    def id(self) -> str:
        """The id."""


Waiting = TypeVar("Waiting", bound=Named)


def following(waiting: Sequence[Waiting], ident: str | None) -> Waiting | None:
    """The one after this, at the end, or where it is none of them, the first; null when nothing waits."""
    ids = [one.id for one in waiting]
    after = ids.index(ident) + 1 if ident in ids else 0
    return waiting[after % len(waiting)] if waiting else None


def wanted(waiting: Sequence[Waiting], ident: str | None) -> Waiting | None:
    """The one of this id, else the first; null when nothing waits."""
    return next((one for one in waiting if one.id == ident), waiting[0] if waiting else None)
