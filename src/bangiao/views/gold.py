"""Reviewed records as gold: what a person confirmed or set right, one report a line, in the guide's fields."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from bangiao.register.records import ContactRecord

if TYPE_CHECKING:
    from bangiao.register.store import Register

_VERDICTS = ("confirm", "correct", "reject")


class GoldPerson(Struct, frozen=True):
    """A person of a side, as the guide names them."""

    name: str | None
    office: str | None


class GoldSide(Struct, frozen=True, omit_defaults=True):
    """A country or organisation with its people."""

    people: tuple[GoldPerson, ...]
    country: str | None = None
    org: str | None = None


class GoldContact(Struct, frozen=True):
    """A contact in the fields of the guide, after what reviewers said."""

    form: str
    trigger: str
    mode: str
    status: str
    date: str | None
    venue: str | None
    city: str | None
    country: str | None
    sides: tuple[GoldSide, ...]
    channels: tuple[str, ...]


class GoldReport(Struct, frozen=True):
    """A report all of whose contacts were reviewed, without the rejected; `diplomatic` says whether any stays."""

    id: str
    diplomatic: bool
    contacts: tuple[GoldContact, ...]


class Reviewed(Struct, frozen=True):
    """How many of the contacts were reviewed, and how many of these stood as read, were corrected, or were none."""

    contacts: int
    reviewed: int
    right: int
    corrected: int
    rejected: int

    @property
    def accuracy(self) -> float | None:
        """The part of the reviewed contacts that stood as read; null where nothing was reviewed."""
        return self.right / self.reviewed if self.reviewed else None


def reviewed(register: "Register") -> Reviewed:
    """Count what was reviewed, and how much of it had been read rightly."""
    said = _said(register)
    rejected = sum("reject" in kinds for kinds in said.values())
    corrected = sum("correct" in kinds and "reject" not in kinds for kinds in said.values())
    right = len(said) - corrected - rejected
    return Reviewed(register.counts().contacts + rejected, len(said), right, corrected, rejected)


def gold(register: "Register") -> Iterator[GoldReport]:
    """The reports all of whose contacts were reviewed, by id; a report reviewed in part only is no gold."""
    known = {one.id: one for one in register.contacts_of(_said(register))}
    for report in sorted({told.report.id for ident in known for told in register.told(ident)}):
        record = register.report(report)
        found = [one for one in record.contacts if one]
        if set(found) <= set(known):
            shown = tuple(_contact(known[one]) for one in dict.fromkeys(found) if not known[one].rejected)
            yield GoldReport(record.head.given, bool(shown), shown)


def gold_lines(register: "Register") -> Iterator[str]:
    """The same as JSON lines."""
    for one in gold(register):
        yield msgspec.json.encode(one).decode()


def _said(register: "Register") -> dict[str, set[str]]:
    """The contacts on which a verdict stands, with its kinds."""
    found: dict[str, set[str]] = {}
    for one in register.decisions():
        if one.undone_by is None and one.kind in _VERDICTS and one.subjects[0].startswith("c-"):
            found.setdefault(one.subjects[0], set()).add(one.kind)
    return found


def _contact(one: ContactRecord) -> GoldContact:
    sides = tuple(
        GoldSide(tuple(GoldPerson(who.name, who.office) for who in side.people), side.country, side.org)
        for side in one.sides
    )
    plain = (one.form, one.trigger, one.mode, one.status, one.date, one.venue, one.city, one.country)
    return GoldContact(*plain, sides, one.channels)
