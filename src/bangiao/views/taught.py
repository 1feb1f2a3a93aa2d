"""What a decision teaches: where else the same words were read the same wrong way."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.records import ContactQuestion, ContactRecord, Told
from bangiao.resolution.corrections import OFFICE_OF
from bangiao.resolution.decisions import Decision
from bangiao.resolution.names import name_key

if TYPE_CHECKING:
    from bangiao.register.store import Register

ALIKE = "the same words as in"  # with what the reasons of decisions begin that one answer made
# a town that is wrong here is right elsewhere: the words of one report alone were read the same wrong way; a form is
# wrong for the words of its verb, in whatever report
_OF_REPORT = ("mode", "status", "venue", "city", "country", "occasion", "visit_kind", "session")


class Taught(Struct, frozen=True):
    """The other contacts in which the wrong value stands: `wrong` was corrected to `right` in `field`.

    `subjects` are what the same decision is to be entered on: these contacts, or, where the words name nobody, the
    names of the same words on other sides.
    """

    field: str
    wrong: str
    right: str | None
    contacts: tuple[ContactRecord, ...]
    subjects: tuple[str, ...]


def why_alike(first: Decision) -> str:
    """The reason of what is decided because the same error stands there as in what was decided on first."""
    return f"{ALIKE} {first.subjects[0]}: {first.why}"


def taught(register: "Register", decision: Decision) -> Taught | None:
    """The same error in other records that nobody has decided on; null where a decision teaches nothing."""
    if decision.kind == "nobody":
        return _same_words(register, decision.value or "")
    if decision.kind != "correct" or not decision.field or not decision.subjects[0].startswith("c-"):
        return None
    told = register.told(decision.subjects[0])
    wrong = _wrong(told, decision)
    if wrong is None:
        return None
    triggers = {name_key(one.contact.trigger) for one in told}
    question = ContactQuestion()
    within = {one.report.id for one in told if getattr(one.contact, decision.field, None) == wrong}
    if decision.field.startswith(OFFICE_OF):
        question = ContactQuestion(people=(register.person(decision.field.removeprefix(OFFICE_OF)).id,))
    same = tuple(
        one
        for one in register.contacts(question).contacts
        if one.id != decision.subjects[0]
        and one.decision is None
        and _stands(one, decision, wrong)
        and (decision.field != "form" or name_key(one.trigger) in triggers)
        and (
            decision.field not in _OF_REPORT or not within.isdisjoint(each.report.id for each in register.told(one.id))
        )
    )
    return Taught(decision.field, wrong, decision.value, same, tuple(one.id for one in same)) if same else None


def _same_words(register: "Register", words: str) -> Taught | None:
    """The names of the same words on other sides, with the contacts in which they stand."""
    found: dict[str, set[str]] = {}
    for like in register.spelt_like([words]).values():
        for person, spelling in like:
            if name_key(spelling) == name_key(words):
                own = {one.id for one in register.spellings(person.id) if name_key(one.spelling) == name_key(words)}
                found.setdefault(person.id, set()).update(own)
    if not found:
        return None
    contacts = register.contacts(ContactQuestion(people=tuple(sorted(found)))).contacts
    return Taught("name", words, None, contacts, tuple(sorted(set().union(*found.values()))))


def _wrong(told: tuple[Told, ...], decision: Decision) -> str | None:
    """The value that was corrected, as the reports were read; null for one that no report gives, or for a day."""
    field = decision.field or ""
    if field.startswith(OFFICE_OF):
        base = field.removeprefix(OFFICE_OF)
        given = [
            person.office
            for one in told
            for side, ids in zip(one.contact.sides, one.people, strict=False)
            for person, ident in zip(side.people, ids, strict=False)
            if ident == base
        ]
    elif field in ("form", *_OF_REPORT):
        given = [getattr(one.contact, field) for one in told]
    else:
        return None
    return next((one for one in given if one and one != decision.value), None)


def _stands(record: ContactRecord, decision: Decision, wrong: str) -> bool:
    field = decision.field or ""
    if not field.startswith(OFFICE_OF):
        return bool(getattr(record, field) == wrong)
    who = field.removeprefix(OFFICE_OF)
    return any(one.person == who and one.office == wrong for side in record.sides for one in side.people)
