"""One contact in full: every field with the words that say it, every report beside the others."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bangiao.register.records import ContactRecord, Repeated, ReportHead, Told
from bangiao.resolution.names import name_key, side_label
from bangiao.views.citations import Citation, cited
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

_FIELDS = ("form", "trigger", "mode", "status", "date", "venue", "city", "country", "occasion", "visit_kind", "session")


class Saying(Struct, frozen=True):
    """One value of a field, with everything that says so, from all reports that give it."""

    value: str
    citations: tuple[Citation, ...]


class Field(Struct, frozen=True):
    """A field of a contact: the value shown, then every value that a report gives, the shown one first."""

    name: str
    value: str | None
    sayings: tuple[Saying, ...]

    @property
    def disputed(self) -> bool:
        """Whether reports give different values."""
        return len(self.sayings) > 1


class PersonInContact(Struct, frozen=True):
    """A person in a contact: how each report names the person and the office."""

    id: str | None
    side: str
    fields: tuple[Field, ...]


class ContactView(Struct, frozen=True):
    """A contact, its fields and people with their citations, and the reports that tell it.

    `repeated` are reports that repeat others; `part_of` is the visit to which it belongs, `parts` what belongs to it.
    """

    contact: ContactLine
    fields: tuple[Field, ...]
    people: tuple[PersonInContact, ...]
    bodies: tuple[Field, ...]
    reports: tuple[ReportHead, ...]
    decision: str | None
    repeated: tuple[Repeated, ...] = ()
    part_of: ContactLine | None = None
    parts: tuple[ContactLine, ...] = ()


def contact(register: "Answers", ident: str, language: str = "vi") -> ContactView:
    """Show one contact; raises QuestionError when the register has no such id."""
    record = register.contact(ident)
    told = register.told(record.id)
    fields = [
        _field(name, getattr(record, name), ((one, name, getattr(one.contact, name)) for one in told))
        for name in _FIELDS
    ]
    channels = _field("channels", ", ".join(record.channels), ((one, "channels", _channels(one)) for one in told))
    whole = None if record.form == "visit" else register.whole(record.id)
    parts = register.parts(record.id) if record.form == "visit" else ()
    heads = {one.report.id: one.report for one in told}
    return ContactView(
        contact_line(record, language),
        tuple(field for field in (*fields, channels) if field.sayings),
        _as_shown(_people(told), record),
        _bodies(told),
        tuple(heads.values()),
        record.decision,
        register.repeated(record.id),
        contact_line(whole, language) if whole else None,
        tuple(contact_line(one, language) for one in parts),
    )


def told_fields(told: tuple[Told, ...]) -> tuple[Field, ...]:
    """The plain fields as reports tell them, without what the register makes of them together."""
    found = []
    for name in _FIELDS:
        given = [(one, name, getattr(one.contact, name)) for one in told]
        found.append(_field(name, next((value for _, _, value in given if value), None), given))
    return tuple(one for one in found if one.sayings)


def told_people(told: tuple[Told, ...]) -> tuple[PersonInContact, ...]:
    """The people as reports tell them, each with the words of every report."""
    return _people(told)


def _field(name: str, shown: str | None, given: Iterable[tuple[Told, str, str | None]]) -> Field:
    """Group what the reports give by value; the shown value comes first."""
    sayings: dict[str, list[Citation]] = {}
    for one, path, value in given:
        if value:
            citations = cited(one.report.id, path, one.contact.evidence, one.contact.inferred)
            sayings.setdefault(value, []).extend(citations)
    order = sorted(sayings, key=lambda value: (value != shown, value))
    return Field(name, shown, tuple(Saying(value, tuple(sayings[value])) for value in order))


def _channels(one: Told) -> str:
    return ", ".join(sorted(one.contact.channels))


def _people(told: tuple[Told, ...]) -> tuple[PersonInContact, ...]:
    """The same person of several reports once; who has no name is known by the office."""
    places: dict[tuple[str, str], list[tuple[Told, int, int]]] = {}
    for one in told:
        for number, side in enumerate(one.contact.sides):
            for position, person in enumerate(side.people):
                key = one.people[number][position] or f"office {name_key(person.office or '')}"
                places.setdefault((side_label(side), key), []).append((one, number, position))
    return tuple(_person(label, key, found) for (label, key), found in places.items())


def _person(label: str, key: str, found: list[tuple[Told, int, int]]) -> PersonInContact:
    fields = []
    for name in ("name", "office", "role"):
        given = []
        for one, side, position in found:
            value = getattr(one.contact.sides[side].people[position], name)
            given.append((one, f"sides.{side}.people.{position}.{name}", value))
        first = next((value for _, _, value in given if value), None)
        fields.append(_field(name, first, given))
    return PersonInContact(key if key.startswith("p-") else None, label, tuple(one for one in fields if one.sayings))


def _as_shown(people: tuple[PersonInContact, ...], record: ContactRecord) -> tuple[PersonInContact, ...]:
    """The people with the offices that the register shows first, which a person may have corrected."""
    held = {one.person: one.office for side in record.sides for one in side.people if one.person}
    return tuple(
        replace(one, fields=tuple(_office(field, held.get(one.id or "")) for field in one.fields)) for one in people
    )


def _office(field: Field, shown: str | None) -> Field:
    if field.name != "office" or not shown or shown == field.value:
        return field
    first = [one for one in field.sayings if one.value == shown] or [Saying(shown, ())]
    return Field(field.name, shown, (*first, *(one for one in field.sayings if one.value != shown)))


def _bodies(told: tuple[Told, ...]) -> tuple[Field, ...]:
    given: dict[tuple[str, str], list[tuple[Told, str, str | None]]] = {}
    for one in told:
        for number, side in enumerate(one.contact.sides):
            for position, body in enumerate(side.bodies):
                path = f"sides.{number}.bodies.{position}"
                given.setdefault((side_label(side), name_key(body)), []).append((one, path, body))
    return tuple(_field(label, found[0][2], found) for (label, _), found in given.items())
