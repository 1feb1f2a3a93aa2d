"""What was agreed, asked and promised, in its own words: by whom, about what, in which contact, how long ago.

Ask `commitments(register.as_known(morning), CommitmentsQuestion(country="JP"))`; the answer holds one
`CommitmentLine` for each sentence, the latest first, those of no known day last. A line carries

- `words` and `citation`: the sentence and where it stands;
- `by` and `topics`, `contact` (a ContactLine, null where the report tells none of its sides) with `contact_basis`;
- `date` (EDTF: the contact's, else the report's day of publication) with `date_basis`, `age` in days up to the morning;
- `status` on the ladder with `status_citation`, the words that say so, and `open`.
"""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.vocabulary import TOPICS, CommitmentKind, Topic
from bangiao.register.records import CommitmentQuestion, CommitmentRecord, ContactRecord, Morning, ReportHead
from bangiao.resolution.dates import bounds, ordinal
from bangiao.resolution.ladder import OPEN, Rung, rung_of
from bangiao.views.as_known import days_since
from bangiao.views.citations import Citation
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.words import one_of, side

if TYPE_CHECKING:
    from bangiao.register.as_known import Known


class CommitmentsQuestion(Struct, frozen=True):
    """What a user asks: commitments with a side, by a side (both code, name or organisation), on a topic, open ones.

    `limit` null means all.
    """

    country: str | None = None
    topic: str | None = None
    by: str | None = None
    only_open: bool = False
    offset: int = 0
    limit: int | None = 50
    language: str = "vi"


class CommitmentLine(Struct, frozen=True):
    """One sentence that agrees, asks or promises something, and what is known of it."""

    id: str
    kind: CommitmentKind
    status: Rung
    open: bool
    words: str
    citation: Citation
    by: tuple[str, ...]
    topics: tuple[Topic, ...]
    date: str | None
    date_basis: str | None
    age: int | None
    contact: ContactLine | None
    contact_basis: str
    report: ReportHead
    status_citation: Citation


class CommitmentsView(Struct, frozen=True):
    """One page of commitments, the latest first; `total` counts all that fit, `undated` those of no known day.

    `on` is the morning on which they were known and up to which ages count.
    """

    on: str
    commitments: tuple[CommitmentLine, ...]
    total: int
    undated: int


def commitments(register: "Known", question: CommitmentsQuestion) -> CommitmentsView:
    """The commitments that fit a question; raises QuestionError where a word of it cannot be read."""
    topic = one_of(question.topic, TOPICS, "topic")
    country, by = (side(register, words) if words else None for words in (question.country, question.by))
    records = register.commitments(CommitmentQuestion(by, topic))
    contacts = {one.id: one for one in register.contacts_of(one.contact for one in records if one.contact)}
    told = [(one, contacts.get(one.contact or "")) for one in records]
    lines = [
        _line(one, contact, register.morning, question.language)
        for one, contact in told
        if country is None or country in sides(one, contact)
    ]
    shown = sorted((one for one in lines if one.open or not question.only_open), key=_latest_first)
    end = None if question.limit is None else question.offset + question.limit
    undated = sum(bounds(one.date) is None for one in shown)
    return CommitmentsView(register.morning.on, tuple(shown[question.offset : end]), len(shown), undated)


def sides(one: CommitmentRecord, contact: ContactRecord | None) -> frozenset[str]:
    """The countries and organisations that a commitment concerns: who made it, and who took part in the contact."""
    return frozenset((*one.by, *(each.label for each in contact.sides)) if contact else one.by)


def _line(one: CommitmentRecord, contact: ContactRecord | None, on: Morning, language: str) -> CommitmentLine:
    day, basis = _day(one, contact)
    status = rung_of(one.kind)
    citation = Citation(one.report.id, one.quote, one.line, one.start, one.end)
    return CommitmentLine(
        id=one.id,
        kind=one.kind,
        status=status,
        open=status in OPEN,
        words=one.quote,
        citation=citation,
        by=one.by,
        topics=one.topics,
        date=day,
        date_basis=basis,
        age=days_since(day, on),
        contact=contact_line(contact, language) if contact else None,
        contact_basis=one.contact_basis if contact else "",
        report=one.report,
        status_citation=citation,
    )


def _day(one: CommitmentRecord, contact: ContactRecord | None) -> tuple[str | None, str | None]:
    """When it was said: on the contact's days, else by the day on which the report tells it."""
    if contact and (bounds(contact.date) or not one.report.published):
        return contact.date, contact.date_basis
    return one.report.published, "from publication date" if one.report.published else None


def _latest_first(one: CommitmentLine) -> tuple[bool, int, str, int]:
    """The latest day first, then by place; those of no known day last."""
    known = bounds(one.date)
    return known is None, -(ordinal(known.first) or 0) if known else 0, one.report.id, one.citation.start or 0
