"""How far a commitment has come: the ladder from a mention to its end, on which only cited words move it."""

import re
from functools import lru_cache
from typing import Literal, cast, get_args

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import CommitmentKind
from bangiao.resolution.tables import any_of, table
from bangiao.text.fold import fold

Rung = Literal["mentioned", "proposed", "agreed", "signed", "in_force", "delivered", "reviewed", "lapsed"]
RUNGS: tuple[Rung, ...] = get_args(Rung)

# where a sentence of each kind puts its matter: an invitation asks, a promise binds the one who gives it
_RUNG_OF: dict[CommitmentKind, Rung] = {
    "proposed": "proposed",
    "invited": "proposed",
    "agreed": "agreed",
    "pledged": "agreed",
    "signed": "signed",
    "elevated": "in_force",
}
_BEFORE = 3  # words before a rung's words among which one tells that it is yet to come
_AFTER = 5  # words after them among which one tells that it is done in part


class Told(Struct, frozen=True):
    """A rung that words tell, and where they stand in the sentence, half-open."""

    rung: Rung
    start: int
    end: int


def rung_of(kind: CommitmentKind) -> Rung:
    """The rung on which a sentence of this kind puts its matter."""
    return _RUNG_OF[kind]


def rung(words: str | None) -> Rung:
    """A rung that a person names, in any case; raises QuestionError for what is none."""
    wanted = (words or "").strip().lower().replace("-", "_").replace(" ", "_")
    for one in RUNGS:
        if one == wanted:
            return one
    raise QuestionError(f"{words!r} is no status of a commitment", f"one of: {', '.join(RUNGS)}")


@lru_cache(maxsize=65536)
def progress(words: str) -> Told | None:
    """The rung that a sentence tells as reached; null where it tells none, or only one that is yet to come."""
    lower = fold(words).lower
    if len(lower) != len(words):  # offsets must be those of the words as given
        lower = words.lower()
    for found in _pattern().finditer(lower):
        before = " ".join(lower[: found.start()].split()[-_BEFORE:])
        after = " ".join(lower[found.end() :].split()[:_AFTER])
        if not _ahead().search(before) and not any(word in after for word in table("ladder")["partly"]):
            return Told(_rungs()[found[0]], found.start(), found.end())
    return None


@lru_cache(maxsize=1)
def _rungs() -> dict[str, Rung]:
    return {fold(word).lower: cast(Rung, entry["rung"]) for entry in table("ladder")["rung"] for word in entry["words"]}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return any_of(_rungs())


@lru_cache(maxsize=1)
def _ahead() -> re.Pattern[str]:
    return any_of(fold(word).lower for word in table("ladder")["ahead"])
