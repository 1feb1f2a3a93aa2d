"""What is new and who changed what: contacts by the day their first report appeared, decisions by their time."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.register.records import ContactQuestion
from bangiao.resolution.decisions import Decision
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.words import days, people, side

if TYPE_CHECKING:
    from bangiao.register.store import Register

_MOST = 200


class Change(Struct, frozen=True):
    """Something new: a contact first told by a report of that day, or a person's decision.

    `at` is the day of publication, or the time of the decision (ISO); `by` is who decided, null for a report;
    `contact` is null for a decision on something else.
    """

    at: str
    what: Literal["contact", "decision"]
    ident: str
    by: str | None
    contact: ContactLine | None
    decision: Decision | None = None


class Changes(Struct, frozen=True):
    """What changed since a day, the latest first; `total` counts all, of which the first 200 are given."""

    since: str | None
    changes: tuple[Change, ...]
    total: int


def changes(
    register: "Register",
    since: str | None = None,
    country: str | None = None,
    person: str | None = None,
    by: str | None = None,
    language: str = "vi",
) -> Changes:
    """What is new since a day, of one relation or person or by one reviewer where asked; raises QuestionError."""
    day = days(since, "since") if since else None
    question = ContactQuestion(
        country=side(register, country) if country else None,
        people=tuple(one.id for one in people(register, person)) if person else None,
    )
    wanted = {one.id: one for one in register.contacts(question).contacts}
    first = register.first_told()
    found = list(_decisions(register, question, set(wanted)))
    found += [(first[one], one, None) for one in wanted if one in first]
    fitting = [one for one in found if (not by or (one[2] and one[2].by == by)) and (not day or one[0] >= day.first)]
    fitting.sort(key=lambda one: one[:2], reverse=True)
    lines = {one.id: contact_line(one, language) for one in register.contacts_of(_contacts(fitting[:_MOST]))}
    shown = tuple(_change(*one, lines) for one in fitting[:_MOST])
    return Changes(day.first if day else None, shown, len(fitting))


Found = tuple[str, str, Decision | None]


def _decisions(register: "Register", question: ContactQuestion, wanted: set[str]) -> Iterator[Found]:
    """The decisions about the contacts that are asked for, those that were rejected too, and about the person."""
    ledger = register.decisions()
    if question.country or question.people:
        named = {spelt.id for one in question.people or () for spelt in register.spellings(one)}
        wanted = {*wanted, *(question.people or ()), *named, *_rejected(register, question, ledger)}
        about = {one.id for one in ledger if wanted & set(one.subjects)}
        ledger = [one for one in ledger if one.id in about or (one.kind == "undo" and one.subjects[0] in about)]
    yield from ((one.at, one.id, one) for one in ledger)


def _rejected(register: "Register", question: ContactQuestion, ledger: Sequence[Decision]) -> Iterator[str]:
    """The contacts of the question that a person took out: no list shows them, the feed says that they went."""
    said = sorted({one.subjects[0] for one in ledger if one.kind == "reject"})
    for one in register.contacts_of(said):
        people = {who.person for side in one.sides for who in side.people}
        fits = question.country is None or question.country in {side.label for side in one.sides}
        if fits and (question.people is None or people & set(question.people)):
            yield one.id


def _contacts(found: list[Found]) -> list[str]:
    ids = [one for _, ident, said in found for one in (said.subjects if said else (ident,))]
    return [one for one in ids if one.startswith("c-")]


def _change(at: str, ident: str, said: Decision | None, lines: dict[str, ContactLine]) -> Change:
    if said is None:
        return Change(at, "contact", ident, None, lines.get(ident))
    about = next((lines[one] for one in said.subjects if one in lines), None)
    return Change(at, "decision", ident, said.by, about, said)
