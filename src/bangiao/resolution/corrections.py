"""What a person may correct in a contact, and the contact after it was corrected."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from bangiao.model.errors import QuestionError
from bangiao.model.findings import Contact
from bangiao.model.vocabulary import FORMS, MODES, STATUSES
from bangiao.reference.check import is_country
from bangiao.resolution.dates import bounds
from bangiao.resolution.decisions import Decision

_CLOSED: dict[str, tuple[str, ...]] = {"form": FORMS, "mode": MODES, "status": STATUSES}
_OPEN = ("venue", "city", "country", "occasion", "visit_kind", "session")
FIELDS = ("date", *_CLOSED, *_OPEN)
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # CLDR has names for them, ISO 3166-1 no country
_YEARLESS = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?")


def checked(field: str, value: str | None) -> str | None:
    """The value as it is kept; raises QuestionError where the field or the value cannot be."""
    if field not in FIELDS:
        raise QuestionError(f"a contact has no field {field!r} to correct", f"one of: {', '.join(FIELDS)}")
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


def verdict(decisions: Sequence[Decision]) -> Decision | None:
    """The decision to show with a contact: the latest that confirms or rejects it, else the latest of all."""
    said = [one for one in decisions if one.kind in ("confirm", "reject")]
    return max(said or decisions, key=lambda one: (one.at, one.id), default=None)
