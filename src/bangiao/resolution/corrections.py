"""What a person may correct in a contact, and the contact after it was corrected."""

from collections.abc import Sequence

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


def checked(field: str, value: str | None) -> str | None:
    """The value as it is kept; raises QuestionError where the field or the value cannot be."""
    if field not in FIELDS:
        raise QuestionError(f"a contact has no field {field!r} to correct", f"one of: {', '.join(FIELDS)}")
    value = (value or "").strip() or None
    if field in _CLOSED and value not in _CLOSED[field]:
        raise QuestionError(f"{value!r} is no {field}", f"one of: {', '.join(_CLOSED[field])}")
    if field == "date" and value and not bounds(value) and not value.startswith("XXXX-"):
        raise QuestionError(f"{value!r} is no date", "write 2024-12-05, 2024-12 or 2024-12-03/2024-12-07")
    if field == "country" and value and not is_country(value):
        raise QuestionError(f"{value!r} is no country code", "write two capitals, such as VN")
    return value


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
