"""A contact as rows for people: field, value, the words that say it, and what the gold says."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from bangiao.evaluation.agree import people, same_date, same_phrase, side_key, sides
from bangiao.evaluation.align import align_places, pair_people
from bangiao.evaluation.documents import Document, ToldContact, ToldPerson, ToldSide
from bangiao.model.evidence import Evidence, Inference
from bangiao.model.findings import Contact
from bangiao.views.marked import SCALARS

PHRASES = ("venue", "city")
IN_GOLD = ("form", "status", "mode", "date", "venue", "city", "country")


class Row(Struct, frozen=True):
    """One field: its path and value, its citations and inferences; `gold` and `agrees` are null without a gold."""

    field: str
    label: str
    value: str
    cites: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()
    gold: str | None = None
    agrees: bool | None = None


def told(contact: Contact) -> ToldContact:
    """Our contact in the form in which gold is compared."""
    return ToldContact(
        form=contact.form,
        trigger=contact.trigger,
        mode=contact.mode,
        status=contact.status,
        date=contact.date,
        venue=contact.venue,
        city=contact.city,
        country=contact.country,
        sides=tuple(
            ToldSide(side.country, side.org, tuple(ToldPerson(person.name, person.office) for person in side.people))
            for side in contact.sides
        ),
        channels=contact.channels,
    )


def pairs_with(gold: Document, contacts: Sequence[Contact]) -> dict[int, int]:
    """Which of our contacts, by place, tells which contact of the gold."""
    pairs = align_places(gold.contacts, [told(contact) for contact in contacts])
    return {ours: theirs for theirs, ours in pairs}


class Beside(Struct, frozen=True):
    """A contact of the gold beside ours: its people by the places (side, person) of ours, and those we miss."""

    contact: ToldContact
    people: Mapping[tuple[int, int], tuple[str, ToldPerson]]
    missing: tuple[tuple[str, ToldPerson], ...]


def beside(contact: Contact, gold: ToldContact) -> Beside:
    """Lay a contact of the gold beside ours."""
    ours = told(contact)
    place = {id(person): (i, j) for i, side in enumerate(ours.sides) for j, person in enumerate(side.people)}
    pairs = pair_people(gold, ours)
    taken = {id(wanted) for (_, wanted), _ in pairs}
    missing = tuple((side, person) for side, person in people(gold) if id(person) not in taken)
    return Beside(gold, {place[id(seen)]: wanted for wanted, (_, seen) in pairs}, missing)


def rows(contact: Contact, gold: ToldContact | None = None) -> list[Row]:
    """The rows of one contact, gold beside where there is one."""
    other = beside(contact, gold) if gold else None
    found = [*_scalar_rows(contact, gold), *_side_rows(contact, other), _channel_row(contact, gold)]
    return found + (_missing(contact, other) if other else [])


def _row(contact: Contact, label: str, value: str | None, fields: Sequence[str], **gold: Any) -> Row:
    """A row with all that is cited or inferred under one of the paths; the trigger goes with the form."""
    cites = tuple(
        cite
        for place, cite in enumerate(contact.evidence)
        if (cite.field in fields and place) or (place == 0 and label == "form")
    )
    inferred = tuple(reason for reason in contact.inferred if reason.field in fields)
    return Row(fields[0], label, value or "", cites, inferred, **gold)


def _scalar_rows(contact: Contact, gold: ToldContact | None) -> Iterator[Row]:
    for name in SCALARS:
        value = getattr(contact, name)
        shown = f"{value} ({contact.date_basis})" if name == "date" and value and contact.date_basis else value
        if value or name in IN_GOLD:
            yield _row(contact, name.replace("_", " "), shown, [name], **_scalar_gold(name, value, gold))


def _scalar_gold(name: str, value: str | None, gold: ToldContact | None) -> dict[str, Any]:
    if gold is None or name not in IN_GOLD:
        return {}
    theirs: str | None = getattr(gold, name)
    if name == "date":
        agrees = same_date(theirs, value)
    else:
        agrees = same_phrase(theirs, value) if name in PHRASES else theirs == value
    return {"gold": theirs or "", "agrees": agrees}


def _side_rows(contact: Contact, gold: Beside | None) -> Iterator[Row]:
    wanted = sides(gold.contact) if gold else frozenset()
    for index, (side, mirror) in enumerate(zip(contact.sides, told(contact).sides, strict=True)):
        path = f"sides.{index}"
        name = side.country or side.org or ""
        known = side_key(mirror) in wanted
        theirs = {"gold": name if known else "", "agrees": known} if gold else {}
        yield _row(contact, "side", name, [path, f"{path}.country", f"{path}.org"], **theirs)
        for place, body in enumerate(side.bodies):
            yield _row(contact, "body", body, [f"{path}.bodies.{place}"])
        for place in range(len(side.people)):
            yield from _person_rows(contact, index, place, gold)


def _person_rows(contact: Contact, index: int, place: int, gold: Beside | None) -> Iterator[Row]:
    side = contact.sides[index]
    person = side.people[place]
    path = f"sides.{index}.people.{place}"
    where, wanted = gold.people.get((index, place), ("", None)) if gold else ("", None)
    at_home = where == (side.country or side.org or "")
    name: dict[str, Any] = {}
    office: dict[str, Any] = {}
    if wanted:
        name = {"gold": f"{wanted.name}{'' if at_home else f' [{where}]'}", "agrees": at_home}
        office = {"gold": wanted.office or "", "agrees": same_phrase(wanted.office, person.office)}
    elif gold and person.name:
        name = {"gold": "", "agrees": False}
    yield _row(contact, "person", person.name or "(office alone)", [f"{path}.name", path], **name)
    yield _row(contact, "office", person.office, [f"{path}.office"], **office)
    if person.role:
        yield _row(contact, "role", person.role, [f"{path}.role"])


def _channel_row(contact: Contact, gold: ToldContact | None) -> Row:
    theirs: dict[str, Any] = {}
    if gold:
        theirs = {"gold": ", ".join(gold.channels), "agrees": set(gold.channels) == set(contact.channels)}
    paths = ["channels", *(f"channels.{place}" for place in range(len(contact.channels)))]
    return _row(contact, "channels", ", ".join(contact.channels), paths, **theirs)


def _missing(contact: Contact, gold: Beside) -> list[Row]:
    """What the gold has and we have not: sides and people."""
    ours = sides(told(contact))
    lost = [side.country or side.org or "" for side in gold.contact.sides if side_key(side) not in ours]
    return [Row("", "side", "", gold=name, agrees=False) for name in lost] + [
        Row("", "person", "", gold=f"{person.name} ({person.office}) [{side}]", agrees=False)
        for side, person in gold.missing
    ]
