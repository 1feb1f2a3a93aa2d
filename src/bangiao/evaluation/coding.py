"""Two readers of one sample: how far their records agree, field by field, and where they differ."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import count

from msgspec import Struct

from bangiao.evaluation.align import align_places, pair_people
from bangiao.evaluation.alpha import alpha
from bangiao.evaluation.documents import Document, ToldContact
from bangiao.evaluation.sides import written

CONTACT, SIDES = "contact", "sides"
PLAIN = ("form", "mode", "status", "date", "venue", "city", "country")
FIELDS = (CONTACT, *PLAIN, "sides", "people", "offices", "channels")
TOLD, NOT_TOLD = "told", "not told"
Documents = Mapping[str, Document]


class Unit(Struct, frozen=True):
    """One contact as the two readers told it, or one alone; `number` counts within the document, from 1."""

    document: str
    number: int
    one: ToldContact | None
    other: ToldContact | None

    @property
    def trigger(self) -> str | None:
        """The words that tell it."""
        told = self.one or self.other
        return told.trigger if told else None


class FieldAgreement(Struct, frozen=True):
    """Krippendorff's alpha of one field over so many units; null where all values are one, or nothing is paired."""

    field: str
    units: int
    alike: int
    alpha: float | None


class Difference(Struct, frozen=True):
    """Where the two differ and what has to be settled; the people and their offices are settled with the sides.

    `id` names it among all differences of the two codings; `one` and `other` are what each wrote.
    """

    id: str
    document: str
    unit: int
    trigger: str | None
    field: str
    one: str
    other: str


class Agreement(Struct, frozen=True):
    """What two readers agree on in the documents that both read, and every difference, to be settled by a third."""

    documents: int
    fields: tuple[FieldAgreement, ...]
    differences: tuple[Difference, ...]


def drawn(ids: list[str], number: int, seed: str) -> list[str]:
    """A sample of reports: the same for the same seed, whatever the order in which they come."""
    return sorted(sorted(ids, key=lambda one: sha256(f"{seed}\0{one}".encode()).hexdigest())[:number])


def units(one: Documents, other: Documents) -> Iterator[Unit]:
    """The contacts of the documents that both read; they are paired as in `bangiao evaluate`."""
    for ident in sorted(one.keys() & other.keys()):
        left, right = one[ident].contacts, other[ident].contacts
        pairs = dict(align_places(left, right))
        late = [place for place in range(len(right)) if place not in pairs.values()]
        number = count(1)
        for place, told in enumerate(left):
            yield Unit(ident, next(number), told, right[pairs[place]] if place in pairs else None)
        yield from (Unit(ident, next(number), None, right[place]) for place in late)


def agreement(one: Documents, other: Documents) -> Agreement:
    """Compare two readings of the documents that both hold, field by field."""
    values: dict[str, list[tuple[str, str]]] = {field: [] for field in FIELDS}
    differences: list[Difference] = []
    for unit in units(one, other):
        for field, first, second in coded(unit):
            values[field].append((first, second))
        differences += differing(unit)
    fields = tuple(
        FieldAgreement(field, len(found), sum(a == b for a, b in found), alpha(found))
        for field, found in values.items()
    )
    return Agreement(len(one.keys() & other.keys()), fields, tuple(differences))


def coded(unit: Unit) -> Iterator[tuple[str, str, str]]:
    """What each wrote, by field; of a contact that one alone has, only that it is told."""
    left, right = unit.one, unit.other
    yield CONTACT, TOLD if left else NOT_TOLD, TOLD if right else NOT_TOLD
    if left is None or right is None:
        return
    for field in (*PLAIN, "channels"):
        yield field, said(left, field), said(right, field)
    yield "sides", _labels(left), _labels(right)
    yield "people", _people(left), _people(right)
    for (_, one), (_, other) in pair_people(left, right):
        yield "offices", one.office or "", other.office or ""


def differing(unit: Unit) -> Iterator[Difference]:
    """What of a contact has to be settled."""
    left, right = unit.one, unit.other
    if left is None or right is None:
        found = [(CONTACT, TOLD if left else NOT_TOLD, TOLD if right else NOT_TOLD)]
    else:
        found = [(field, said(left, field), said(right, field)) for field in (*PLAIN, SIDES, "channels")]
    for field, one, other in found:
        if one != other:
            ident = sha256(f"{unit.document}\0{unit.number}\0{field}".encode()).hexdigest()[:10]
            yield Difference(ident, unit.document, unit.number, unit.trigger, field, one, other)


def said(contact: ToldContact, field: str) -> str:
    """What a contact holds in a field, in a line that a person can read and write."""
    if field == SIDES:
        return written(contact.sides)
    if field == "channels":
        return ", ".join(sorted(contact.channels))
    return str(getattr(contact, field) or "")


def _labels(contact: ToldContact) -> str:
    return ", ".join(sorted(side.country or side.org or "" for side in contact.sides))


def _people(contact: ToldContact) -> str:
    """The people by side; who has no name goes by the office."""
    named = [(side.country or side.org or "", side.people) for side in contact.sides]
    return ", ".join(sorted(f"{label} {one.name or one.office or ''}" for label, people in named for one in people))
