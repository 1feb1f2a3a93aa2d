"""Two readers of one sample: how far their records agree, field by field, and where they differ."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from bangiao.evaluation.align import align
from bangiao.evaluation.alpha import alpha
from bangiao.evaluation.documents import Document, ToldContact

_PLAIN = ("form", "mode", "status", "date", "venue", "city", "country")
FIELDS = ("contact", *_PLAIN, "sides", "people", "channels")


class FieldAgreement(Struct, frozen=True):
    """Krippendorff's alpha of one field over so many units; null where all values are one, or nothing is paired."""

    field: str
    units: int
    alike: int
    alpha: float | None


class Difference(Struct, frozen=True):
    """Where the two differ: the document, the words that tell the contact, the field, and what each wrote."""

    document: str
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


def agreement(one: Mapping[str, Document], other: Mapping[str, Document]) -> Agreement:
    """Compare two readings of the documents that both hold; contacts are paired as in `bangiao evaluate`."""
    units: dict[str, list[tuple[str, str]]] = {field: [] for field in FIELDS}
    differences = []
    shared = sorted(one.keys() & other.keys())
    for ident in shared:
        pairs = align(one[ident].contacts, other[ident].contacts)
        alone = [(found, None) for found in one[ident].contacts if not any(found is left for left, _ in pairs)]
        late = [(None, found) for found in other[ident].contacts if not any(found is right for _, right in pairs)]
        for left, right in (*pairs, *alone, *late):
            for field, first, second in _values(left, right):
                units[field].append((first, second))
                if first != second:
                    trigger = left.trigger if left else right.trigger if right else None
                    differences.append(Difference(ident, trigger, field, first, second))
    fields = tuple(
        FieldAgreement(field, len(found), sum(a == b for a, b in found), alpha(found)) for field, found in units.items()
    )
    return Agreement(len(shared), fields, tuple(differences))


def _values(left: ToldContact | None, right: ToldContact | None) -> list[tuple[str, str, str]]:
    """What each wrote, by field; of a contact that one alone has, only that it is told."""
    if left is None or right is None:
        return [("contact", "told" if left else "not told", "told" if right else "not told")]
    found = [(field, _said(left, field), _said(right, field)) for field in FIELDS if field != "contact"]
    return [("contact", "told", "told"), *found]


def _said(contact: ToldContact, field: str) -> str:
    if field == "sides":
        return ", ".join(sorted(side.country or side.org or "" for side in contact.sides))
    if field == "people":
        return ", ".join(sorted(who.name or who.office or "" for side in contact.sides for who in side.people))
    if field == "channels":
        return ", ".join(sorted(contact.channels))
    return str(getattr(contact, field) or "")
