"""What is new and who changed what: contacts by the day their first report appeared, decisions by their time."""

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
    found = _decisions(register, set(wanted), whole=not (country or person))
    found += [(first[one], one, None) for one in wanted if one in first]
    fitting = [one for one in found if (not by or (one[2] and one[2].by == by)) and (not day or one[0] >= day.first)]
    fitting.sort(key=lambda one: one[:2], reverse=True)
    lines = {one.id: contact_line(one, language) for one in register.contacts_of(_contacts(fitting[:_MOST]))}
    shown = tuple(_change(*one, lines) for one in fitting[:_MOST])
    return Changes(day.first if day else None, shown, len(fitting))


Found = tuple[str, str, Decision | None]


def _decisions(register: "Register", wanted: set[str], whole: bool) -> list[Found]:
    """The decisions about the contacts that are asked for; all decisions where nothing is asked."""
    return [(one.at, one.id, one) for one in register.decisions() if whole or wanted & set(one.subjects)]


def _contacts(found: list[Found]) -> list[str]:
    ids = [one for _, ident, said in found for one in (said.subjects if said else (ident,))]
    return [one for one in ids if one.startswith("c-")]


def _change(at: str, ident: str, said: Decision | None, lines: dict[str, ContactLine]) -> Change:
    if said is None:
        return Change(at, "contact", ident, None, lines.get(ident))
    about = next((lines[one] for one in said.subjects if one in lines), None)
    return Change(at, "decision", ident, said.by, about, said)
