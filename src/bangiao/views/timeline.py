"""Who met whom, in order of time."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import CHANNELS, FORMS, STATUSES
from bangiao.register.records import ContactQuestion, Person
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.words import days, one_of, people, side

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class TimelineQuestion(Struct, frozen=True):
    """What a user asks: a country (code or name) or organisation, a person (id or name), and so on.

    `since` and `until` may be days, months or years, both included. `limit` null means all. `newest` is a day: the
    latest up to it come first.
    """

    country: str | None = None
    person: str | None = None
    channel: str | None = None
    form: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    offset: int = 0
    limit: int | None = 50
    language: str = "vi"
    newest: str | None = None


class Timeline(Struct, frozen=True):
    """One page of contacts by date; those whose year no report tells come last.

    `total` counts all that fit; `undated` counts contacts left out because days were asked for and
    theirs are not known; `people` are those whom the name in the question can mean.
    """

    question: TimelineQuestion
    contacts: tuple[ContactLine, ...]
    total: int
    undated: int
    people: tuple[Person, ...] = ()


def timeline(register: "Answers", question: TimelineQuestion) -> Timeline:
    """The contacts that fit a question; raises QuestionError where a word of it cannot be read."""
    asked, meant = asked_of(register, question)
    page = register.contacts(asked)
    lines = tuple(contact_line(one, question.language) for one in page.contacts)
    return Timeline(question, lines, page.total, page.undated, meant)


def asked_of(register: "Answers", question: TimelineQuestion) -> tuple[ContactQuestion, tuple[Person, ...]]:
    """A user's question in the register's words, with the people that a name in it can mean; raises QuestionError."""
    meant = people(register, question.person) if question.person else ()
    since, until = days(question.since, "since"), days(question.until, "until")
    if since and until and since.first > until.last:
        raise QuestionError(f"since {question.since} is after until {question.until}", "put the earlier date first")
    asked = ContactQuestion(
        country=side(register, question.country) if question.country else None,
        people=tuple(one.id for one in meant) if question.person else None,
        channel=one_of(question.channel, CHANNELS, "channel"),
        form=one_of(question.form, FORMS, "form of contact"),
        status=one_of(question.status, STATUSES, "status"),
        since=since.first if since else None,
        until=until.last if until else None,
        offset=max(question.offset, 0),
        limit=question.limit if question.limit is None else max(question.limit, 0),
        newest=question.newest,
    )
    return asked, meant
