"""How far a commitment has come: the ladder from a mention to its end, on which only cited words move it."""

from typing import Literal, get_args

from bangiao.model.vocabulary import CommitmentKind

Rung = Literal["mentioned", "proposed", "agreed", "signed", "in_force", "delivered", "reviewed", "lapsed"]
RUNGS: tuple[Rung, ...] = get_args(Rung)
# what somebody still has to act on
OPEN: frozenset[Rung] = frozenset({"mentioned", "proposed", "agreed", "signed", "in_force", "reviewed"})

# where a sentence of each kind puts its matter: an invitation asks, a promise binds the one who gives it
_RUNG_OF: dict[CommitmentKind, Rung] = {
    "proposed": "proposed",
    "invited": "proposed",
    "agreed": "agreed",
    "pledged": "agreed",
    "signed": "signed",
    "elevated": "in_force",
}


def rung_of(kind: CommitmentKind) -> Rung:
    """The rung on which a sentence of this kind puts its matter."""
    return _RUNG_OF[kind]
