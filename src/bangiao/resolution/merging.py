"""Show several tellings as one contact: the fullest first, gaps filled from the others, differences named."""

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.vocabulary import CHANNELS, Channel, Status
from bangiao.resolution.dates import is_exact
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import name_key, person_id, side_label
from bangiao.resolution.offices import telling_titles
from bangiao.resolution.tellings import Telling
from bangiao.resolution.windows import window

_SIGNED = frozenset({"talks", "meeting", "signing"})  # where documents are signed; a visit only holds these
_STATUS_ORDER: tuple[Status, ...] = ("held", "cancelled", "recalled", "planned")


def main_telling(members: Sequence[Telling]) -> int:
    """The index of the telling that is shown: the strongest status, then the fullest."""
    return members.index(min(members, key=_preference))


def merged(members: Sequence[Telling], rulings: Rulings) -> Contact:
    """What a contact's tellings say together, without evidence; nothing that is there is replaced."""
    once: dict[Contact, Telling] = {}
    for one in sorted(members, key=_preference):
        once.setdefault(one.contact, one)  # what was said adds nothing when it is said again
    ordered = list(once.values())
    shown = ordered[0].contact
    for other in ordered[1:]:
        shown = _fill(shown, other.contact)
    told: set[Channel] = {channel for one in members for channel in one.contact.channels}
    channels = tuple(one for one in CHANNELS if one in told)
    best = min(ordered, key=_date_preference).contact
    if best.date and _date_rank(best) < _date_rank(shown):
        shown = replace(shown, date=best.date, date_basis=best.date_basis)
    sides = _with_people(shown.sides, ordered, rulings)
    return replace(shown, sides=sides, channels=channels, evidence=(), inferred=())


def disagreements(members: Sequence[Telling], rulings: Rulings) -> tuple[str, ...]:
    """Fields that are stated in several ways and cannot all be right."""
    fields = []
    if {"held", "cancelled"} <= {one.contact.status for one in members}:
        fields.append("status")
    if _dates_differ(members):
        fields.append("date")
    if len({one.contact.country for one in members if one.contact.country}) > 1:
        fields.append("country")
    for field in ("city", "mode"):
        values = {name_key(value) for one in members if (value := getattr(one.contact, field))}
        if len(values) > 1:
            fields.append(field)
    if _offices_differ(members, rulings):
        fields.append("office")
    if members[0].contact.form in _SIGNED and differing_counts(members):
        fields.append("count")
    return tuple(fields)


def differing_counts(members: Sequence[Telling]) -> list[str]:
    """The kinds of document of which reports give different numbers for one contact."""
    numbers: dict[str, set[frozenset[int]]] = {}
    for one in members:
        for noun in {count.noun for count in one.counts}:
            mine = frozenset(count.number for count in one.counts if count.noun == noun)
            numbers.setdefault(noun, set()).add(mine)
    return sorted(noun for noun, found in numbers.items() if len(found) > 1 and not frozenset.intersection(*found))


def _preference(telling: Telling) -> tuple[int, int, str, str, int]:
    contact = telling.contact
    filled = sum(1 for value in (contact.venue, contact.city, contact.country, contact.occasion) if value)
    offices = sum(len(one.office or "") for side in contact.sides for one in side.people)
    status = _STATUS_ORDER.index(contact.status)
    return status, -(1000 * filled + min(offices, 999)), telling.published or "9999", telling.report, telling.number


def _date_rank(contact: Contact) -> int:
    """How much of the days a date tells: all of them, one end, a part, nothing."""
    if not contact.date:
        return 3
    if not is_exact(contact.date):
        return 2
    return 1 if ".." in contact.date or (contact.form == "visit" and "/" not in contact.date) else 0


def _date_preference(telling: Telling) -> tuple[int, int, tuple[int, int, str, str, int]]:
    """The fullest date of what took place comes first, then what was only announced."""
    status = _STATUS_ORDER.index(telling.contact.status)
    return _date_rank(telling.contact), status, _preference(telling)


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


def _with_people(sides: tuple[Side, ...], ordered: Sequence[Telling], rulings: Rulings) -> tuple[Side, ...]:
    """Add the people and bodies whom only other tellings name to the sides that are shown."""
    shown = list(sides)
    for telling in ordered[1:]:
        for side in telling.contact.sides:
            at = next((at for at, one in enumerate(shown) if side_label(one) == side_label(side)), None)
            if at is None:
                shown += [side] if telling.contact.form == "conference" else []
            else:
                shown[at] = _joined(shown[at], side, rulings)
    return tuple(shown)


def _joined(shown: Side, other: Side, rulings: Rulings) -> Side:
    label = side_label(shown)
    people = list(shown.people)
    for one in other.people:
        if not any(_same_person(one, known, label, rulings) for known in people):
            people.append(one)
    people = [one for one in people if one.name or not _named_too(one, people, label)]
    known = {name_key(body) for body in shown.bodies}
    bodies = (*shown.bodies, *(body for body in other.bodies if name_key(body) not in known))
    return replace(shown, people=tuple(people), bodies=bodies)


def _same_person(one: Participant, other: Participant, label: str, rulings: Rulings) -> bool:
    if one.name and other.name:
        return rulings.person(person_id(one.name, label)) == rulings.person(person_id(other.name, label))
    return bool(telling_titles(one.office, label) & telling_titles(other.office, label)) or (
        one.name == other.name and name_key(one.office or "") == name_key(other.office or "")
    )


def _named_too(one: Participant, people: Sequence[Participant], label: str) -> bool:
    """Whether a person without a name is somebody who is named: the same post, once more."""
    posts = telling_titles(one.office, label)
    return any(other.name and posts & telling_titles(other.office, label) for other in people)


def _dates_differ(members: Sequence[Telling]) -> bool:
    """Two reports that state days which are not the same; an announced day is no statement of what took place."""
    stated = {
        found
        for one in members
        if one.contact.status != "planned" and (found := window(one.contact, one.published)) and found.exact
    }
    if members[0].contact.form in ("visit", "conference"):
        return any(not one.meets(other) for one, other in combinations(stated, 2))
    return len({(one.first, one.last) for one in stated}) > 1


def _offices_differ(members: Sequence[Telling], rulings: Rulings) -> bool:
    """One person in posts of which neither report knows the other's."""
    held: dict[str, set[frozenset[str]]] = {}
    for sides in {one.contact.sides for one in members}:
        for side in sides:
            label = side_label(side)
            for one in side.people:
                posts = telling_titles(one.office, label)
                if one.name and posts:
                    held.setdefault(rulings.person(person_id(one.name, label)), set()).add(posts)
    return any(not one & other for sets in held.values() for one, other in combinations(sets, 2))
