"""What people decided about the register, and what follows from it: the ledger is kept, never overwritten."""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from bangiao.resolution.ids import short_id

DecisionKind = Literal[
    "same",
    "different",
    "correct",
    "confirm",
    "reject",
    "nobody",
    "withdraw",
    "link",
    "unlink",
    "status",
    "settle",
    "undo",
]
DECISION_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
ON_COMMITMENTS: frozenset[DecisionKind] = frozenset({"link", "unlink", "status"})


class Anchor(Struct, frozen=True, order=True, omit_defaults=True):
    """The telling, or the sentence of a commitment, that a decision rests on, so that it outlives a better reading.

    `start` and `quote` are the trigger or the sentence, `name` the telling's id from its content, `people` the ids of
    those who take part; `subject` numbers the contacts, or commitments, that the decision names. Where a namesake is
    parted, `name` is the id of the name in this report, `quote` what tells the two apart, `people` the namesake's id.
    Of a doubt that was looked at `name` is the kind, and `near` the words before and after it.
    """

    report: str
    start: int
    quote: str
    subject: int = 0
    name: str = ""
    people: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Decision(Struct, frozen=True):
    """A person's word: people or contacts are the same, a contact is confirmed, a doubt was looked at (`settle`) …

    `subjects` are ids (people, contacts, commitments, doubts, a report to withdraw; for `undo` the decision undone; for
    `nobody` a name that was read and is none, its words in `value`; for `different` also a contact and a finding of
    it, which is split off, or a person and reports that name another one of that spelling); `at` is an ISO time that
    the caller gives. `field` and `value` are what `correct` or `status` sets; a null value empties it. `undone_by` is
    read from the ledger, never stored.
    """

    id: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    at: str
    why: str
    anchors: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    undone_by: str | None = None


class Mark(Struct, frozen=True, order=True):
    """A standing decision on a telling; `subject` numbers the contacts that the decision names."""

    decision: str
    subject: int = 0


class Rulings(Struct, frozen=True):
    """What the standing decisions mean: whose id stands for whom, what was said of contacts, what is withdrawn.

    `persons` maps the id of a name to the id it was merged into; `apart` holds pairs of names that are not
    one person; `names` the corrected spellings, `nobody` the names that are none; `standing` the decisions about
    contacts by id, `anchors` where they rest, by report; `disputed` names decisions of `same` that a decision of
    `different` forbids. `commitments` are the standing decisions about commitments, in order of time; `parted` has, by
    report and id of a name, what tells a namesake in that report from the others of the name.
    """

    persons: dict[str, str] = {}
    apart: frozenset[frozenset[str]] = frozenset()
    names: dict[str, str] = {}
    standing: dict[str, Decision] = {}
    anchors: dict[str, tuple[Anchor, ...]] = {}
    marks: dict[Anchor, tuple[str, ...]] = {}
    withdrawn: frozenset[str] = frozenset()
    disputed: tuple[str, ...] = ()
    commitments: tuple[Decision, ...] = ()
    parted: dict[str, dict[str, str]] = {}
    nobody: frozenset[str] = frozenset()

    def person(self, base: str) -> str:
        """The person that a name stands for, after decisions."""
        return self.persons.get(base, base)

    def name(self, base: str | None, name: str | None) -> str | None:
        """The name to show for a name that a report gives: a corrected spelling, else the report's own."""
        return self.names.get(self.person(base), name) if base else name

    def with_persons(self, persons: dict[str, str]) -> "Rulings":
        """The same rulings with the people as they were found to be one; a corrected spelling is the person's."""
        return replace(self, persons=persons, names={persons.get(base, base): one for base, one in self.names.items()})

    def on_pair(self, one: Collection[Mark], other: Collection[Mark]) -> Literal["same", "different"] | None:
        """What the latest decision says about two tellings."""
        found: list[tuple[tuple[str, str], Literal["same", "different"]]] = []
        for left in one:
            decision = self.standing[left.decision]
            for right in other:
                if right.decision != left.decision:
                    continue
                if decision.kind == "same":
                    found.append((_when(decision), "same"))
                elif decision.kind == "different" and left.subject != right.subject:
                    found.append((_when(decision), "different"))
        return max(found)[1] if found else None

    def about(self, marks: Iterable[Mark]) -> list[Decision]:
        """The standing decisions on some tellings, in order of time."""
        return sorted({one.decision: self.standing[one.decision] for one in marks}.values(), key=_when)


def decision_id(
    kind: DecisionKind, subjects: Sequence[str], by: str, at: str, why: str, setting: Sequence[str | None] = ()
) -> str:
    """The id of a decision: the same word of the same person at the same time is one decision."""
    return short_id("d", kind, list(subjects), by, at, why, *setting)


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

    return [replace(one, undone_by=undone_by(one)) for one in ledger]


def rule(decisions: Iterable[Decision]) -> Rulings:
    """Read the standing decisions of a ledger; order of entry does not matter, only their times."""
    standing = [one for one in with_undone(decisions) if one.undone_by is None]
    on_commitments = tuple(one for one in standing if one.kind in ON_COMMITMENTS)
    standing = [one for one in standing if one.kind not in ON_COMMITMENTS and one.kind != "settle"]
    persons, apart, disputed = _merge_people([one for one in standing if not one.anchors or _parts_namesakes(one)])
    anchored = [one for one in standing if one.anchors and not _parts_namesakes(one)]
    anchors: dict[str, set[Anchor]] = {}
    marks: dict[Anchor, list[str]] = {}
    for one in anchored:
        for anchor in one.anchors:
            anchors.setdefault(anchor.report, set()).add(anchor)
            marks.setdefault(anchor, []).append(one.id)
    return Rulings(
        persons,
        apart,
        {one.subjects[0]: one.value for one in standing if one.kind == "correct" and not one.anchors and one.value},
        {one.id: one for one in anchored},
        {report: tuple(sorted(found)) for report, found in anchors.items()},
        {anchor: tuple(found) for anchor, found in marks.items()},
        frozenset(subject for one in standing if one.kind == "withdraw" for subject in one.subjects),
        tuple(disputed),
        on_commitments,
        _parted(standing),
        frozenset(subject for one in standing if one.kind == "nobody" for subject in one.subjects),
    )


def _parts_namesakes(one: Decision) -> bool:
    """Whether a decision says that some reports name another person of the same spelling."""
    return one.kind == "different" and bool(one.anchors) and one.subjects[0].startswith("p-")


def _parted(standing: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """By report and id of a name, what tells a namesake apart; of two words on one name the later counts."""
    found: dict[str, dict[str, str]] = {}
    for one in filter(_parts_namesakes, standing):
        for anchor in one.anchors:
            found.setdefault(anchor.report, {})[anchor.name] = anchor.quote
    return found


def _pairs(one: Decision) -> Iterable[frozenset[str]]:
    """The pairs of people, or names, that a decision is about."""
    if _parts_namesakes(one):
        return {frozenset((anchor.name, *anchor.people)) for anchor in one.anchors}
    return [frozenset((one.subjects[0], other)) for other in one.subjects[1:]]


def _merge_people(
    standing: list[Decision],
) -> tuple[dict[str, str], frozenset[frozenset[str]], list[str]]:
    """Join what was called the same, pair by pair, unless that would join two that are called different.

    Of two words on one pair the later one counts.
    """
    last: dict[frozenset[str], Decision] = {}
    for one in standing:
        if one.kind in ("same", "different"):
            last.update(dict.fromkeys(_pairs(one), one))
    apart = frozenset(pair for pair, one in last.items() if one.kind == "different")
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
    return {person: min(group) for person, group in groups.items() if person != min(group)}, apart, disputed


def _when(one: Decision) -> tuple[str, str]:
    return one.at, one.id
