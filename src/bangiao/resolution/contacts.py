"""One contact told by several reports. Everything is local: a block is resolved from its own tellings alone.

A block holds all tellings that agreement, sure or unsure, connects. Inside it the surest agreement joins first,
never two tellings of one report, never two that differ; a telling that fits two contacts joins neither.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.findings import Contact
from bangiao.resolution.corrections import corrected, righted, verdict
from bangiao.resolution.decisions import Decision, Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.joining import join
from bangiao.resolution.looks import Looks
from bangiao.resolution.merging import disagreements, main_telling, merged
from bangiao.resolution.tellings import Telling

__all__ = ["Resolved", "Telling", "block_of", "of_some", "resolve", "resolve_block", "split"]


class Resolved(Struct, frozen=True):
    """One contact with all reports that tell it.

    `contact` shows the fullest telling (its evidence left with the tellings), empty fields filled from
    the others; `main` is the index of that telling in `tellings`. `disagreements` names fields on which
    the tellings differ, `likely` the ids of contacts that may be the same. `decision` is the latest
    standing decision about it.
    """

    id: str
    block: str
    contact: Contact
    tellings: tuple[Telling, ...]
    main: int
    disagreements: tuple[str, ...] = ()
    decision: Decision | None = None
    likely: tuple[str, ...] = ()


def split(tellings: Iterable[Telling], rulings: Rulings) -> list[list[Telling]]:
    """The blocks of tellings, each in order of its keys."""
    return [list(block.tellings.values()) for block in Looks(tellings, rulings).blocks()]


def block_of(tellings: Sequence[Telling]) -> str:
    """The id of a block: its first telling names it."""
    first = min(tellings, key=lambda one: one.first)
    return short_id("k", first.report, first.name, first.number)


def resolve(tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """All contacts of all tellings at once, in order of their ids; equal to resolving block by block."""
    found = [one for block in Looks(tellings, rulings).blocks() for one in _resolved(block)]
    return sorted(found, key=lambda contact: contact.id)


def resolve_block(tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """The contacts of one block, in order of their ids; the order of the tellings does not matter."""
    return sorted(_resolved(Looks(tellings, rulings)), key=lambda contact: contact.id)


def of_some(ident: str, tellings: Iterable[Telling], rulings: Rulings) -> Resolved:
    """A contact as some of its tellings alone show it, under the id that it has after all of them."""
    members = sorted(tellings, key=lambda one: one.first)
    return replace(_contact(block_of(members), members, (), rulings), id=ident)


def _resolved(looks: Looks) -> list[Resolved]:
    ordered = sorted(looks.tellings.values(), key=lambda one: one.first)
    block = block_of(ordered)
    if len(ordered) == 1:
        return [_contact(block, ordered, (), looks.rulings)]
    groups = join(looks)
    members = [sorted((looks.tellings[key] for key in one.members), key=lambda one: one.first) for one in groups]
    idents = [_ident(some[0]) for some in members]
    return [
        _contact(block, some, sorted({idents[at] for at in group.beside}), looks.rulings)
        for group, some in zip(groups, members, strict=True)
    ]


def _ident(first: Telling) -> str:
    """The id of a contact: its first telling names it, so that later reports leave it as it is."""
    return short_id("c", first.report, first.name, first.number if not first.name else 0)


def _contact(block: str, members: Sequence[Telling], likely: Sequence[str], rulings: Rulings) -> Resolved:
    """One contact of a cluster: the fullest telling of the strongest status, filled from the others, corrected."""
    decisions = rulings.about(mark for member in members for mark in member.judged)
    right = righted(members, decisions, rulings)
    return Resolved(
        _ident(members[0]),
        block,
        corrected(merged(right, rulings), decisions),
        tuple(members),
        main_telling(members),
        disagreements(right, rulings),
        verdict(decisions),
        tuple(likely),
    )
