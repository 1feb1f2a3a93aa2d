"""What a person may correct in a contact, and the contact after it was corrected."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from bangiao.model.errors import QuestionError
from bangiao.model.findings import Contact
from bangiao.model.vocabulary import FORMS, MODES, STATUSES
from bangiao.reference.check import is_country
from bangiao.resolution.dates import bounds
from bangiao.resolution.decisions import Decision, Rulings
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.tellings import Telling

_CLOSED: dict[str, tuple[str, ...]] = {"form": FORMS, "mode": MODES, "status": STATUSES}
_OPEN = ("venue", "city", "country", "occasion", "visit_kind", "session")
FIELDS = ("date", *_CLOSED, *_OPEN)
OFFICE_OF = "office of "  # before the id of a person in the contact
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # CLDR has names for them, ISO 3166-1 no country
_YEARLESS = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?")


def checked(field: str, value: str | None) -> str | None:
    """The value as it is kept; raises QuestionError where the field or the value cannot be."""
    if field.startswith(OFFICE_OF):
        return " ".join((value or "").split()) or None
    if field not in FIELDS:
        known = ", ".join((*FIELDS, f"{OFFICE_OF}PERSON"))
        raise QuestionError(f"a contact has no field {field!r} to correct", f"one of: {known}")
    value = (value or "").strip() or None
    if field in _CLOSED and value not in _CLOSED[field]:
        raise QuestionError(f"{value!r} is no {field}", f"one of: {', '.join(_CLOSED[field])}")
    if field == "date" and value and not _is_date(value):
        raise QuestionError(
            f"{value!r} is no date", "write 2024-12-05, 2024-12, XXXX-12-05 or 2024-12-03/2024-12-07 (EDTF)"
        )
    if field == "country" and value and value not in _countries():
        raise QuestionError(f"{value!r} is no country code of ISO 3166-1", "write two capitals, such as VN or LA")
    return value


def _is_date(value: str) -> bool:
    """Whether a date can be meant: its days stand in the calendar, and an interval does not end before it begins."""
    start, slash, end = value.partition("/")
    if slash and (first := bounds(start)) and (last := bounds(end)) and last.first < first.first:
        return False
    yearless = _YEARLESS.fullmatch(value)
    if yearless is None:
        return bounds(value) is not None
    try:
        return bool(date(2024, int(yearless[1]), int(yearless[2] or 1)))
    except ValueError:
        return False


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The two-letter codes that CLDR has names for."""
    from babel import Locale  # a tenth of a second: only where a country is set right

    return frozenset(code for code in map(str, Locale("en").territories) if is_country(code)) - _NO_COUNTRIES


def corrected(contact: Contact, decisions: Sequence[Decision]) -> Contact:
    """The contact with what was corrected, the latest word on a field last; the date says on what it rests."""
    for one in decisions:
        if one.kind == "correct" and one.field in FIELDS:
            changed = {one.field: one.value}
            if one.field == "date":
                changed["date_basis"] = f"corrected by {one.by}: {one.why}" if one.value else None
            contact = replace(contact, **changed)
    return contact


def righted(tellings: Sequence[Telling], decisions: Sequence[Decision], rulings: Rulings) -> list[Telling]:
    """The tellings with the offices of people as they were corrected, so that they no longer disagree on them."""
    offices = {
        rulings.person(one.field.removeprefix(OFFICE_OF)): one.value
        for one in decisions
        if one.kind == "correct" and one.field and one.field.startswith(OFFICE_OF)
    }
    if not offices:
        return list(tellings)
    return [replace(one, contact=_in_offices(one.contact, offices, rulings)) for one in tellings]


def _in_offices(contact: Contact, offices: Mapping[str, str | None], rulings: Rulings) -> Contact:
    sides = []
    for side in contact.sides:
        people = []
        for one in side.people:
            who = rulings.person(person_id(one.name, side_label(side))) if one.name else ""
            people.append(replace(one, office=offices[who]) if who in offices else one)
        sides.append(replace(side, people=tuple(people)))
    return replace(contact, sides=tuple(sides))


def verdict(decisions: Sequence[Decision]) -> Decision | None:
    """The decision to show with a contact: the latest that confirms or rejects it, else the latest of all."""
    said = [one for one in decisions if one.kind in ("confirm", "reject")]
    return max(said or decisions, key=lambda one: (one.at, one.id), default=None)
