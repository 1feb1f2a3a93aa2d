"""What people decided about the register, and what follows from it: the ledger is kept, never overwritten."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from bangiao.resolution.ids import short_id

DecisionKind = Literal["same", "different", "confirm", "reject", "undo"]
DECISION_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)


class Anchor(Struct, frozen=True, order=True):
    """The words in a report that a decision about a contact rests on, so that it outlives a better reading.

    `subject` numbers the contacts that the decision names.
    """

    report: str
    start: int
    quote: str
    subject: int = 0


class Decision(Struct, frozen=True):
    """A person's word: two people are the same or different, a contact is confirmed or rejected.

    `subjects` are ids (people or one contact; for `undo` the decision undone); `at` is an ISO time that
    the caller gives. `undone_by` is read from the ledger, never stored.
    """

    id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str
    anchors: tuple[Anchor, ...] = ()
    undone_by: str | None = None


class Rulings(Struct, frozen=True):
    """What the standing decisions mean: whose id stands for whom, which contacts are rejected or confirmed.

    `persons` maps the id of a name to the id it was merged into; `disputed` names decisions of `same`
    that a decision of `different` forbids.
    """

    persons: dict[str, str] = {}
    contacts: dict[str, Decision] = {}
    anchors: dict[Anchor, Decision] = {}
    disputed: tuple[str, ...] = ()

    def person(self, base: str) -> str:
        """The person that a name stands for, after decisions."""
        return self.persons.get(base, base)

    def contact(self, contact: str, anchors: Iterable[Anchor]) -> Decision | None:
        """The latest standing decision about a contact, by its id or by the words it rests on."""
        found = [self.contacts.get(contact), *(self.anchors.get(anchor) for anchor in anchors)]
        return max((one for one in found if one), key=_when, default=None)


def decision_id(kind: DecisionKind, subjects: Sequence[str], by: str, at: str, why: str) -> str:
    """The id of a decision: the same word of the same person at the same time is one decision."""
    return short_id("d", kind, list(subjects), by, at, why)


def with_undone(decisions: Iterable[Decision]) -> list[Decision]:
    """The ledger in order of time, each entry saying which standing entry undid it."""
    ledger = sorted(decisions, key=_when)
    undoing: dict[str, list[Decision]] = {}
    for one in ledger:
        if one.kind == "undo":
            undoing.setdefault(one.subjects[0], []).append(one)
    standing: dict[str, str | None] = {}

    def undone_by(one: Decision) -> str | None:
        if one.id not in standing:
            standing[one.id] = None  # an undo names an older id, so this cannot run in a circle
            standing[one.id] = next((undo.id for undo in undoing.get(one.id, []) if undone_by(undo) is None), None)
        return standing[one.id]

    return [Decision(*_fields(one), undone_by=undone_by(one)) for one in ledger]


def rule(decisions: Iterable[Decision]) -> Rulings:
    """Read the standing decisions of a ledger; order of entry does not matter, only their times."""
    standing = [one for one in with_undone(decisions) if one.undone_by is None]
    persons, disputed = _merge_people(standing)
    about = [one for one in standing if one.kind in ("confirm", "reject")]
    contacts = {subject: one for one in about for subject in one.subjects}
    anchors = {anchor: one for one in about for anchor in one.anchors}
    return Rulings(persons, contacts, anchors, tuple(disputed))


def _merge_people(standing: list[Decision]) -> tuple[dict[str, str], list[str]]:
    """Join what was called the same, pair by pair, unless that would join two that are called different.

    Of two words on one pair the later one counts.
    """
    last: dict[frozenset[str], Decision] = {}
    for one in standing:
        if one.kind in ("same", "different"):
            for other in one.subjects[1:]:
                last[frozenset((one.subjects[0], other))] = one
    apart = [pair for pair, one in last.items() if one.kind == "different"]
    groups: dict[str, frozenset[str]] = {}
    disputed = []
    for pair, one in sorted(last.items(), key=lambda item: (*_when(item[1]), sorted(item[0]))):
        if one.kind != "same":
            continue
        joined = frozenset().union(*(groups.get(person, frozenset((person,))) for person in pair))
        if any(two <= joined for two in apart if len(two) == 2):
            disputed.append(one.id)
            continue
        groups.update(dict.fromkeys(joined, joined))
    return {person: min(group) for person, group in groups.items() if person != min(group)}, disputed


def _when(one: Decision) -> tuple[str, str]:
    return one.at, one.id


def _fields(
    one: Decision,
) -> tuple[str, DecisionKind, tuple[str, ...], str, str, str, tuple[Anchor, ...]]:
    return one.id, one.kind, one.subjects, one.by, one.at, one.why, one.anchors
