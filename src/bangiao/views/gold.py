"""Reviewed records as gold: what a person confirmed or set right, one report a line, in the guide's fields."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.evaluation.alpha import alpha
from bangiao.evaluation.documents import ToldContact, ToldPerson, ToldSide
from bangiao.register.records import ContactRecord
from bangiao.resolution.corrections import OFFICE_OF
from bangiao.resolution.decisions import Decision

if TYPE_CHECKING:
    from bangiao.register.store import Register

_FIELDS = ("form", "mode", "status", "date", "venue", "city", "country", "office")
_VERDICTS = ("confirm", "correct", "reject")


class GoldReport(Struct, frozen=True):
    """A report all of whose contacts were reviewed, without the rejected; `diplomatic` says whether any stays."""

    id: str
    diplomatic: bool
    contacts: tuple[ToldContact, ...]


class FieldReviewed(Struct, frozen=True):
    """How many reviewed contacts hold a field, and in how many of them it stood as read."""

    field: str
    reviewed: int
    right: int


class Reviewed(Struct, frozen=True):
    """How many of the contacts were reviewed, and how many of these stood as read, were corrected, or were none.

    `fields` says the same of each field of the reviewed contacts that are ones. `twice` counts the contacts on which
    two reviewers or more gave a word, `alike` those on which the first two gave the same (right, corrected, none), and
    `alpha` is Krippendorff's; null where nothing differs or is to be compared.
    """

    contacts: int
    reviewed: int
    right: int
    corrected: int
    rejected: int
    fields: tuple[FieldReviewed, ...] = ()
    twice: int = 0
    alike: int = 0
    alpha: float | None = None

    @property
    def accuracy(self) -> float | None:
        """The part of the reviewed contacts that stood as read; null where nothing was reviewed."""
        return self.right / self.reviewed if self.reviewed else None


def reviewed(register: "Register") -> Reviewed:
    """Count what was reviewed, and how much of it had been read rightly."""
    verdicts = [one for one in register.decisions() if _is_verdict(one)]
    said = _said(verdicts)
    rejected = sum("reject" in kinds for kinds in said.values())
    corrected = sum("correct" in kinds and "reject" not in kinds for kinds in said.values())
    right = len(said) - corrected - rejected
    pairs = list(_by_two(verdicts))
    return Reviewed(
        register.counts().contacts + rejected,
        len(said),
        right,
        corrected,
        rejected,
        tuple(_fields(register, said, verdicts)),
        len(pairs),
        sum(one == other for one, other in pairs),
        alpha(pairs),
    )


def _fields(register: "Register", said: dict[str, set[str]], verdicts: Sequence[Decision]) -> Iterator[FieldReviewed]:
    """Of each field the reviewed contacts that hold it, a field that a reviewer emptied or filled included."""
    wrong: dict[str, set[str]] = {field: set() for field in _FIELDS}
    for one in verdicts:
        field = "office" if (one.field or "").startswith(OFFICE_OF) else one.field
        if one.kind == "correct" and field in wrong:
            wrong[field].add(one.subjects[0])
    standing = [one for one in register.contacts_of(said) if not one.rejected]
    for field in _FIELDS:
        holding = [one for one in standing if _holds(one, field) or one.id in wrong[field]]
        if holding:
            yield FieldReviewed(field, len(holding), sum(one.id not in wrong[field] for one in holding))


def _holds(one: ContactRecord, field: str) -> bool:
    if field == "office":
        return any(who.office for side in one.sides for who in side.people)
    return bool(getattr(one, field))


def _by_two(verdicts: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """For each contact on which two reviewers gave a word what the first two said: right, corrected, none."""
    words: dict[str, dict[str, set[str]]] = {}
    for one in verdicts:
        words.setdefault(one.subjects[0], {}).setdefault(one.by, set()).add(one.kind)
    for given in words.values():
        first = [_word(kinds) for kinds in given.values()]
        if len(first) > 1:
            yield first[0], first[1]


def _word(kinds: Collection[str]) -> str:
    return "none" if "reject" in kinds else "corrected" if "correct" in kinds else "right"


def gold(register: "Register") -> Iterator[GoldReport]:
    """The reports all of whose contacts were reviewed, by id; a report reviewed in part only is no gold."""
    said = _said(one for one in register.decisions() if _is_verdict(one))
    known = {one.id: one for one in register.contacts_of(said)}
    for report in sorted({told.report.id for ident in known for told in register.told(ident)}):
        record = register.report(report)
        found = [one for one in record.contacts if one]
        if set(found) <= set(known):
            shown = tuple(_contact(known[one]) for one in dict.fromkeys(found) if not known[one].rejected)
            yield GoldReport(record.head.given, bool(shown), shown)


def _is_verdict(one: Decision) -> bool:
    return one.undone_by is None and one.kind in _VERDICTS and one.subjects[0].startswith("c-")


def _said(verdicts: Iterable[Decision]) -> dict[str, set[str]]:
    """The contacts on which a verdict stands, with its kinds."""
    found: dict[str, set[str]] = {}
    for one in verdicts:
        found.setdefault(one.subjects[0], set()).add(one.kind)
    return found


def _contact(one: ContactRecord) -> ToldContact:
    sides = tuple(
        ToldSide(side.country, side.org, tuple(ToldPerson(who.name, who.office) for who in side.people))
        for side in one.sides
    )
    plain = (one.form, one.trigger, one.mode, one.status, one.date, one.venue, one.city, one.country)
    return ToldContact(*plain, sides, one.channels)
