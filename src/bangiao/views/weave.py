"""The commitments of a register put together to threads, as the views of commitments and of threads show them.

How rare a word is, and so how alike two sentences are, depends on all commitments: it is worked out once for each
state of the register, and what a question asks for is woven from it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.said import CommitmentRecord, Said, StatementRecord
from bangiao.resolution.about import LINKED, score_of
from bangiao.resolution.dates import Bounds, bounds, ordinal, sort_key
from bangiao.resolution.decisions import Decision
from bangiao.resolution.ladder import RUNGS, Rung, Told, progress, rung, rung_of
from bangiao.resolution.linking import Linking, Place, linking
from bangiao.resolution.matters import Matter, Sentence, Weighed, weighed
from bangiao.resolution.pairs import Link, Pairs
from bangiao.resolution.threads import threads

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

_ENDS: frozenset[Rung] = frozenset({"delivered", "lapsed"})


class Progress(Struct, frozen=True):
    """A statement that tells how far a matter has come, with the place of the words that do in its sentence."""

    said: StatementRecord
    told: Told


class Standing(Struct, frozen=True):
    """How far a matter has come: the rung, the sentence that says so, or the decision of a person.

    `open` says that nothing tells the matter as delivered or lapsed.
    """

    rung: Rung
    said: Said
    open: bool
    decision: Decision | None = None


class Thread(Struct, frozen=True):
    """One matter, named by its first commitment: its commitments and what tells of its progress, in order of time."""

    id: str
    commitments: tuple[CommitmentRecord, ...]
    progress: tuple[Progress, ...]
    standing: Standing


class Woven(Struct, frozen=True):
    """All threads asked for, in order of their first commitment; `links` gives what joins a commitment to others."""

    threads: tuple[Thread, ...]
    thread_of: dict[str, Thread]
    links: dict[str, tuple[Link, ...]]


class Loom(Struct, frozen=True):
    """What all threads of one morning are woven from; the commitments stand in order of time."""

    ordered: tuple[CommitmentRecord, ...]
    told: tuple[Progress, ...]
    weighed: Weighed
    pairs: Pairs
    ruled: Linking


def weave(register: "Known", wanted: Callable[[CommitmentRecord], bool] | None = None) -> Woven:
    """Put the commitments that are wanted together; all of them tell how rare a word is.

    What is woven of all is kept while the register stays the same.
    """
    loom = register.kept.of("loom", lambda: _loom(register))
    if wanted is None:
        return register.kept.of("woven", lambda: _woven(loom, None))
    return _woven(loom, wanted)


def _woven(loom: Loom, wanted: Callable[[CommitmentRecord], bool] | None) -> Woven:
    mine = {one.id: one for one in loom.ordered if wanted is None or wanted(one)}
    linked = threads(list(mine), loom.pairs, loom.ruled.together, loom.ruled.apart)
    moved = _moved(linked.groups, loom.told, loom.weighed.matters)
    made = [
        _thread([mine[ident] for ident in group], moved.get(number, []), loom.ruled.statuses)
        for number, group in enumerate(linked.groups)
    ]
    return Woven(tuple(made), {one.id: thread for thread in made for one in thread.commitments}, linked.links)


def _loom(register: "Known") -> Loom:
    """Lay everything ready; what an earlier state of the register had of the same words is taken over."""
    ordered = tuple(sorted(register.commitments(), key=in_time))
    names = register.names_told()
    told = tuple(Progress(one, words) for one in register.statements(_tells) if (words := progress(one.quote)))
    before: Loom | None = register.lasting.find("loom")
    sentences = [*(sentence(one, names) for one in ordered), *(sentence(one.said, names) for one in told)]
    found = weighed(sentences, before.weighed if before else None)
    pairs = Pairs({one.id: found.matters[one.id] for one in ordered}, before.pairs if before else None)
    ruled = linking(register.commitment_decisions(), [_place(one) for one in ordered])
    loom = Loom(ordered, told, found, pairs, ruled)
    register.lasting.put("loom", loom)
    return loom


def in_time(one: Said) -> tuple[str, str, int, str]:
    """The order of time: by day, those of no known day last, then by place."""
    return sort_key(one.date), one.report.id, one.start, one.id


def rung_told(one: CommitmentRecord) -> Rung:
    """The rung on which a commitment puts its matter; an invitation is delivered by the visit that it led to."""
    return "delivered" if one.kind == "invited" and one.visited else rung_of(one.kind)


def _tells(words: str) -> bool:
    return progress(words) is not None


def _place(one: Said) -> Place:
    return Place(one.id, one.report.id, one.start, one.quote)


def sentence(
    one: CommitmentRecord | StatementRecord, names: Mapping[str, tuple[str, ...]], ident: str = ""
) -> Sentence:
    """What a sentence told as it compares, under its own id or another; `names` are people's, by report."""
    days = bounds(one.date)
    return Sentence(
        ident or one.id,
        one.quote,
        one.act if isinstance(one, CommitmentRecord) else (0, 0),
        one.kind,
        one.sides,
        frozenset(one.topics),
        names.get(one.report.id, ()),
        one.contact,
        ordinal(days.first) if days else None,
        ordinal(days.last) if days else None,
    )


def _moved(
    groups: Sequence[Sequence[str]], told: Iterable[Progress], found: Mapping[str, Matter]
) -> dict[int, list[Progress]]:
    """The statements of progress by the number of the thread that they tell of: that of the likest commitment."""
    moved: dict[int, list[Progress]] = {}
    for one in told:
        mine = found[one.said.id]
        near = [
            (score_of(mine, found[ident]), -number)
            for number, group in enumerate(groups)
            for ident in group
            if len(mine.sentence.sides & found[ident].sentence.sides) > 1 and not _before(mine, found[ident])
        ]
        score, number = max(near, default=(0.0, 0))
        if score >= LINKED:
            moved.setdefault(-number, []).append(one)
    return moved


def _before(one: Matter, other: Matter) -> bool:
    """Whether a sentence is known to be older than another."""
    return None not in (one.sentence.last_day, other.sentence.first_day) and (one.sentence.last_day or 0) < (
        other.sentence.first_day or 0
    )


def _thread(members: Sequence[CommitmentRecord], moved: Sequence[Progress], statuses: Mapping[str, Decision]) -> Thread:
    steps: list[tuple[Said, Rung]] = [(one, rung_told(one)) for one in members]
    steps = sorted([*steps, *((one.said, one.told.rung) for one in moved)], key=lambda step: in_time(step[0]))
    said, best = max(steps, key=lambda step: RUNGS.index(step[1]))
    standing = Standing(best, said, not any(reached in _ENDS for _, reached in steps))
    decided = max(
        (statuses[one.id] for one in members if one.id in statuses), key=lambda each: (each.at, each.id), default=None
    )
    if decided:
        reached = rung(decided.value)
        standing = Standing(reached, said, reached not in _ENDS, decided)
    return Thread(members[0].id, tuple(members), tuple(sorted(moved, key=lambda one: in_time(one.said))), standing)


def days_of(one: Thread) -> Bounds | None:
    """The first and last known day of a thread."""
    known = [days for each in one.commitments if (days := bounds(each.date))]
    return Bounds(min(each.first for each in known), max(each.last for each in known)) if known else None
