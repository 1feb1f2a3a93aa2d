"""Two registers of the same reports: which records a changed rule, table or decision altered."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.records import ContactQuestion, ContactRecord, Told
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.store import Register

FIELDS = ("form", "mode", "status", "date", "date_candidates", "venue", "city", "country", "occasion", "session")

Place = tuple[str, int]  # report, and the line in which the words of the contact stand


class FieldChange(Struct, frozen=True):
    """A field with its value in the old register and in the new one; null where it is empty."""

    name: str
    before: str | None
    after: str | None


class ContactChange(Struct, frozen=True):
    """One contact read otherwise: `contact` is its id in the new register, `was` in the old one."""

    contact: str
    was: str
    fields: tuple[FieldChange, ...]


class Recoding(Struct, frozen=True):
    """What became of each contact: `same` read alike, `changed`, `added` and `gone` stand in one register alone.

    A contact is known again by the lines of the reports that tell it. Of contacts merged or divided since, the
    one that shares most lines is compared; the others count as added or gone.
    """

    same: int
    changed: tuple[ContactChange, ...]
    added: tuple[ContactLine, ...]
    gone: tuple[ContactLine, ...]


def recoding(after: "Register", before: "Register", language: str = "vi") -> Recoding:
    """Compare two registers contact by contact; neither is changed."""
    new, old = _contacts(after), _contacts(before)
    shared = _shared(_places(after, new), _places(before, old))
    pairs = _paired({(one, other): (_alike(new[one], old[other]), many) for (one, other), many in shared.items()})
    changes = [_change(new[one], old[other]) for one, other in sorted(pairs.items())]
    met = set(pairs.values())
    return Recoding(
        sum(not one.fields for one in changes),
        tuple(one for one in changes if one.fields),
        tuple(contact_line(one, language) for ident, one in new.items() if ident not in pairs),
        tuple(contact_line(one, language) for ident, one in old.items() if ident not in met),
    )


def _contacts(register: "Register") -> dict[str, ContactRecord]:
    return {one.id: one for one in register.contacts(ContactQuestion()).contacts}


def _places(register: "Register", contacts: Iterable[str]) -> dict[str, set[Place]]:
    return {one: {_place(told) for told in register.told(one)} for one in contacts}


def _place(told: Told) -> Place:
    return told.report.given, min((one.line for one in told.contact.evidence if one.field == "trigger"), default=0)


def _shared(new: dict[str, set[Place]], old: dict[str, set[Place]]) -> Counter[tuple[str, str]]:
    """How many places a new contact shares with an old one."""
    where: dict[Place, list[str]] = {}
    for ident, places in old.items():
        for place in places:
            where.setdefault(place, []).append(ident)
    return Counter(
        (ident, other) for ident, places in new.items() for place in places for other in where.get(place, ())
    )


def _alike(new: ContactRecord, old: ContactRecord) -> int:
    """A line may tell several contacts: their sides, then their form and people tell them apart."""
    sides = {side.label for side in new.sides} == {side.label for side in old.sides}
    return 4 * sides + 2 * (new.form == old.form) + (_sides(new) == _sides(old))


def _paired(scores: Mapping[tuple[str, str], tuple[int, int]]) -> dict[str, str]:
    """New ids to old ids, the best pairs first, each contact once."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for ident, other in sorted(scores, key=lambda pair: (scores[pair], pair), reverse=True):
        if ident not in pairs and other not in taken:
            pairs[ident] = other
            taken.add(other)
    return pairs


def _change(new: ContactRecord, old: ContactRecord) -> ContactChange:
    fields = [FieldChange(name, getattr(old, name), getattr(new, name)) for name in FIELDS]
    fields.append(FieldChange("channels", ", ".join(old.channels) or None, ", ".join(new.channels) or None))
    fields.append(FieldChange("sides", _sides(old), _sides(new)))
    return ContactChange(new.id, old.id, tuple(one for one in fields if one.before != one.after))


def _sides(record: ContactRecord) -> str:
    """Sides with their people and offices in one line, in a fixed order."""
    shown = []
    for side in sorted(record.sides, key=lambda one: one.label):
        people = sorted(f"{one.name or '?'} ({one.office or '?'})" for one in side.people)
        shown.append(
            f"{side.label}: {', '.join((*people, *sorted(side.bodies)))}" if people or side.bodies else side.label
        )
    return " | ".join(shown)
