"""What a third says where two readers differ, and the records that follow: both codings stay as they were written."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from bangiao.evaluation.coding import (
    CONTACT,
    NOT_TOLD,
    PLAIN,
    SIDES,
    TOLD,
    Difference,
    Documents,
    Unit,
    differing,
    units,
)
from bangiao.evaluation.documents import Document, ToldContact
from bangiao.evaluation.sides import parsed
from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import CHANNELS, FORMS, MODES, STATUSES

_CLOSED = {"form": FORMS, "mode": MODES, "status": STATUSES, CONTACT: (TOLD, NOT_TOLD)}


class Ruling(Struct, frozen=True):
    """What somebody settled: `value` is the field as it shall stand; null opens the difference again.

    `at` is an ISO time; `why` may be empty.
    """

    difference: str
    value: str | None
    by: str
    at: str
    why: str = ""


class Settling(Struct, frozen=True):
    """The differences with the word that stands on each, and the documents in which nothing is open."""

    settled: tuple[tuple[Difference, Ruling], ...]
    open: tuple[Difference, ...]
    documents: tuple[Document, ...]


def checked(difference: Difference, value: str) -> str:
    """The value as it is kept; raises QuestionError for one that the field cannot hold."""
    value = " ".join(value.split())
    allowed: tuple[str, ...] = _CLOSED.get(difference.field, ())
    given = [value] if allowed else []
    if difference.field == "channels":
        allowed, given = CHANNELS, [one.strip() for one in value.split(",") if one.strip()]
        value = ", ".join(sorted(given))
    wrong = next((one for one in given if one not in allowed), None)
    if wrong is not None:
        raise QuestionError(f"{wrong!r} is nothing that {difference.field} can be", f"one of: {', '.join(allowed)}")
    if difference.field == SIDES and any(not (one.country or one.org) for one in parsed(value)):
        raise QuestionError("a side has no country and no organisation", "write VN: Name, office; Name | LA: …")
    return value


def standing(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    """The last word on each difference, by its id; what was opened again has none."""
    last = {one.difference: one for one in rulings}
    return {ident: one for ident, one in last.items() if one.value is not None}


def settling(one: Documents, other: Documents, rulings: Iterable[Ruling]) -> Settling:
    """What is settled and what is open, and the settled records."""
    last = standing(rulings)
    settled, left, documents = [], [], []
    for ident in sorted(one.keys() & other.keys()):
        own = list(units({ident: one[ident]}, {ident: other[ident]}))
        found = [difference for unit in own for difference in differing(unit)]
        settled += [(difference, last[difference.id]) for difference in found if difference.id in last]
        still = [difference for difference in found if difference.id not in last]
        left += still
        if not still:
            documents.append(Document(id=ident, contacts=tuple(_contacts(own, last))))
    return Settling(tuple(settled), tuple(left), tuple(documents))


def _contacts(own: Iterable[Unit], last: dict[str, Ruling]) -> Iterator[ToldContact]:
    """The settled contacts of a document whose every difference has a word."""
    for unit in own:
        contact = unit.one or unit.other
        for difference in differing(unit):
            value = last[difference.id].value or ""
            if difference.field == CONTACT:
                contact = contact if value == TOLD else None
            elif contact:
                contact = _with(contact, difference.field, value)
        if contact:
            yield contact


def _with(contact: ToldContact, field: str, value: str) -> ToldContact:
    if field == SIDES:
        return replace(contact, sides=parsed(value))
    if field == "channels":
        return replace(contact, channels=tuple(one.strip() for one in value.split(",") if one.strip()))
    assert field in PLAIN
    return replace(contact, **{field: value or None})
