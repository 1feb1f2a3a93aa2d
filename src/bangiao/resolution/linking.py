"""What people decided about commitments: which are one matter, which are not, and how far a matter has come."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from bangiao.resolution.decisions import Anchor, Decision
from bangiao.resolution.pairs import Link


class Place(Struct, frozen=True):
    """Where a commitment's sentence stands now."""

    id: str
    report: str
    start: int
    quote: str


class Linking(Struct, frozen=True):
    """Commitments that people linked, that they held apart, and the statuses that they set, by commitment."""

    together: tuple[Link, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    statuses: dict[str, Decision] = {}


def linking(decisions: Iterable[Decision], places: Sequence[Place]) -> Linking:
    """Read the standing decisions about commitments, the latest word on a pair or a commitment last.

    A commitment that was read anew under another id is found by its report and words; one that is gone decides nothing.
    """
    known = {one.id: one for one in places}
    by_report: dict[str, list[Place]] = {}
    for one in places:
        by_report.setdefault(one.report, []).append(one)
    pairs: dict[frozenset[str], Decision] = {}
    statuses: dict[str, Decision] = {}
    for decision in decisions:
        meant = [_meant(decision, number, known, by_report) for number in range(len(decision.subjects))]
        if decision.kind == "status":
            statuses.update({ident: decision for ident in meant if ident})
            continue
        for other in meant[1:]:
            if meant[0] and other and meant[0] != other:
                pairs[frozenset((meant[0], other))] = decision
    together = tuple(
        Link(min(pair), max(pair), 1.0, decision=one.id) for pair, one in pairs.items() if one.kind == "link"
    )
    return Linking(together, frozenset(pair for pair, one in pairs.items() if one.kind == "unlink"), statuses)


def _meant(decision: Decision, number: int, known: dict[str, Place], by_report: dict[str, list[Place]]) -> str | None:
    """The commitment that a subject of a decision is now."""
    if decision.subjects[number] in known:
        return decision.subjects[number]
    for anchor in decision.anchors:
        if anchor.subject == number:
            near = [(_shared(anchor, one), one.id) for one in by_report.get(anchor.report, ())]
            best = max(near, default=(0, ""))
            return best[1] if best[0] > 0 else None
    return None


def _shared(anchor: Anchor, one: Place) -> int:
    """How many letters a sentence shares with the one that was decided about, by their places; all for equal words."""
    if one.quote == anchor.quote:
        return len(one.quote)
    ends = (anchor.start + len(anchor.quote), one.start + len(one.quote))
    return min(ends) - max(anchor.start, one.start)
