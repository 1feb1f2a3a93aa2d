"""One contact told by several reports: a plain first matching that makes no doubtful merge.

Tellings of one contact agree in form family, sides, people and days. Everything is local: tellings
meet only inside a block, and a block is resolved from its own tellings alone.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.findings import Contact, Side
from bangiao.model.vocabulary import CHANNELS, Channel, Status
from bangiao.resolution.dates import is_exact
from bangiao.resolution.decisions import Anchor, Decision, Rulings
from bangiao.resolution.ids import short_id
from bangiao.resolution.names import name_key, person_id, side_label

_FAMILY = {"talks": "meeting"}
_ONE_SIDED = frozenset({"visit", "conference"})  # the hosts of a visit, the organisers of a forum stay unnamed
_STATUS_ORDER: tuple[Status, ...] = ("held", "cancelled", "recalled", "planned")


class Telling(Struct, frozen=True):
    """What one report says about one contact: the report's id, the contact's number in it, its trigger's place."""

    report: str
    number: int
    contact: Contact
    published: str | None = None
    start: int = 0


class Resolved(Struct, frozen=True):
    """One contact with all reports that tell it.

    `contact` shows the fullest telling (its evidence left with the tellings), empty fields filled from
    the others; `main` is the index of that telling in `tellings`. `disagreements` names fields on which
    the tellings differ. `decision` is the standing decision about it.
    """

    id: str
    block: str
    contact: Contact
    tellings: tuple[Telling, ...]
    main: int
    disagreements: tuple[str, ...] = ()
    decision: Decision | None = None


def block_key(telling: Telling, rulings: Rulings) -> str:
    """The block in which this telling can meet others: only tellings of one block can be one contact."""
    contact = telling.contact
    sides = sorted((side_label(side), _people(side, rulings)) for side in contact.sides)
    family = _FAMILY.get(contact.form, contact.form)
    if _can_meet(contact):
        return short_id("k", family, [list(side) for side in sides], contact.date)
    alone = (telling.report, contact.form, contact.trigger, contact.date)
    return short_id("k", "alone", *alone, [list(side) for side in sides])


def resolve_block(block: str, tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """The contacts of one block, in order of their ids; the order of the tellings does not matter."""
    ordered = sorted(tellings, key=lambda one: (one.report, one.number))
    return sorted(
        (_merge(block, key, members, rulings) for key, members in _clusters(ordered).items()),
        key=lambda contact: contact.id,
    )


def resolve(tellings: Iterable[Telling], rulings: Rulings) -> list[Resolved]:
    """All contacts of all tellings at once; equal to resolving block by block."""
    blocks: dict[str, list[Telling]] = {}
    for telling in tellings:
        blocks.setdefault(block_key(telling, rulings), []).append(telling)
    found = [contact for block, members in blocks.items() for contact in resolve_block(block, members, rulings)]
    return sorted(found, key=lambda contact: contact.id)


def anchor(telling: Telling) -> Anchor:
    """The words that this telling rests on."""
    return Anchor(telling.report, telling.start, telling.contact.trigger)


def _people(side: Side, rulings: Rulings) -> list[str]:
    """Who is named on a side; an office without a name stands for itself."""
    label = side_label(side)
    named = {rulings.person(person_id(one.name, label)) for one in side.people if one.name}
    unnamed = {f"office {name_key(one.office)}" for one in side.people if not one.name and one.office}
    return sorted(named | unnamed)


def _can_meet(contact: Contact) -> bool:
    """Whether sides, people and days are known well enough to say that two tellings are one contact."""
    if not is_exact(contact.date) or len({side_label(side) for side in contact.sides}) < 2:
        return False
    peopled = sum(1 for side in contact.sides if any(one.name or one.office for one in side.people))
    return peopled >= (1 if contact.form in _ONE_SIDED else 2)


def _clusters(ordered: Sequence[Telling]) -> dict[tuple[str, int, str], list[Telling]]:
    """Tellings that are one contact. A report that tells two keeps them two: then forms are not mixed."""
    counts = [len(list(group)) for _, group in groupby(ordered, key=lambda one: one.report)]
    mixed = max(counts, default=0) < 2
    clusters: dict[tuple[str, int, str], list[Telling]] = {}
    seen: dict[tuple[str, str], int] = {}
    for telling in ordered:
        form = "" if mixed else telling.contact.form
        turn = seen.get((telling.report, form), 0)
        seen[telling.report, form] = turn + 1
        # which of two equal events another report means cannot be told: only the first ones meet
        clusters.setdefault((form, turn, telling.report if turn else ""), []).append(telling)
    return clusters


def _merge(block: str, key: tuple[str, int, str], members: list[Telling], rulings: Rulings) -> Resolved:
    """One contact of a cluster: the fullest telling of the strongest status, filled from the others."""
    best = min(members, key=_preference)
    shown = best.contact
    for other in sorted(members, key=_preference):
        shown = _fill(shown, other.contact)
    told: set[Channel] = {channel for one in members for channel in one.contact.channels}
    contact = replace(shown, channels=tuple(one for one in CHANNELS if one in told), evidence=(), inferred=())
    ident = short_id("c", block, *key)
    decision = rulings.contact(ident, map(anchor, members))
    return Resolved(ident, block, contact, tuple(members), members.index(best), _disagreements(members), decision)


def _preference(telling: Telling) -> tuple[int, int, str, str, int]:
    contact = telling.contact
    filled = sum(1 for value in (contact.venue, contact.city, contact.country, contact.occasion) if value)
    offices = sum(len(one.office or "") for side in contact.sides for one in side.people)
    status = _STATUS_ORDER.index(contact.status)
    return status, -(1000 * filled + min(offices, 999)), telling.published or "9999", telling.report, telling.number


def _fill(shown: Contact, other: Contact) -> Contact:
    """Give empty fields the other telling's words; never replace what is there."""
    return replace(
        shown,
        venue=shown.venue or other.venue,
        city=shown.city or other.city,
        country=shown.country or other.country,
        occasion=shown.occasion or other.occasion,
        visit_kind=shown.visit_kind or other.visit_kind,
        session=shown.session or other.session,
    )


def _disagreements(members: list[Telling]) -> tuple[str, ...]:
    """Fields that are stated in several ways and cannot all be right."""
    fields = []
    if {"held", "cancelled"} <= {one.contact.status for one in members}:
        fields.append("status")
    if len({one.contact.country for one in members if one.contact.country}) > 1:
        fields.append("country")
    for field in ("city", "mode"):
        values = {name_key(value) for one in members if (value := getattr(one.contact, field))}
        if len(values) > 1:
            fields.append(field)
    return tuple(fields)
