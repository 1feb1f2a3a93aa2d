"""What was agreed, asked and promised, in its own words: by whom, about what, in which contact, how long ago.

Ask `commitments(register.as_known(morning), CommitmentsQuestion(country="JP"))`; the answer holds one
`CommitmentLine` for each sentence, the latest first, those of no known day last. A line carries

- `words` and `citation`: the sentence and where it stands;
- `by` and `topics`, `contact` (a ContactLine, null where the report tells none of its sides) with `contact_basis`;
- `date` (EDTF: the contact's, else the report's day of publication) with `date_basis`, `age` in days up to the morning;
- `thread`, the matter that it belongs to, and how far that has come: `status` on the ladder with `status_citation`, the
  words that say so, and `open`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.vocabulary import TOPICS, CommitmentKind, Topic
from bangiao.register.records import ContactRecord, Morning, ReportHead
from bangiao.register.said import CommitmentRecord, Said
from bangiao.resolution.dates import bounds, ordinal
from bangiao.resolution.ladder import Rung
from bangiao.views.as_known import days_since
from bangiao.views.citations import Citation
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.weave import Thread, weave
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
    """One sentence that agrees, asks or promises something, and what is known of it.

    `thread` names the matter by its first commitment, `in_thread` counts its commitments. `status_citation` is the
    sentence that says the status, or the reason of the person whose decision `status_decision` is.
    """

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
    thread: str
    in_thread: int
    status_citation: Citation
    status_decision: str | None = None


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
    records = register.commitments()
    fitting = [
        one
        for one in records
        if (country is None or country in one.sides) and (by is None or by in one.by) and topic in (None, *one.topics)
    ]
    fitting.sort(key=_latest_first)
    end = None if question.limit is None else question.offset + question.limit
    if question.only_open:
        woven = weave(register, _beside(fitting))
        fitting = [one for one in fitting if woven.thread_of[one.id].standing.open]
        shown = fitting[question.offset : end]
    else:
        shown = fitting[question.offset : end]
        woven = weave(register, _beside(shown))
    contacts = {one.id: one for one in register.contacts_of(one.contact for one in shown if one.contact)}
    lines = tuple(
        commitment_line(one, woven.thread_of[one.id], contacts, register.morning, question.language) for one in shown
    )
    return CommitmentsView(register.morning.on, lines, len(fitting), sum(bounds(one.date) is None for one in fitting))


def _beside(shown: Sequence[CommitmentRecord]) -> Callable[[CommitmentRecord], bool]:
    """Whether a commitment can be in a thread with one of these: two sides take part in both."""
    relations = {one.sides for one in shown}
    known: dict[frozenset[str], bool] = {}

    def near(one: CommitmentRecord) -> bool:
        if one.sides not in known:
            known[one.sides] = one.sides in relations or any(len(one.sides & each) > 1 for each in relations)
        return known[one.sides]

    return near


def commitment_line(
    one: CommitmentRecord, thread: Thread, contacts: Mapping[str, ContactRecord], on: Morning, language: str = "vi"
) -> CommitmentLine:
    """A commitment in short, as every list shows it."""
    contact, standing = contacts.get(one.contact or ""), thread.standing
    return CommitmentLine(
        id=one.id,
        kind=one.kind,
        status=standing.rung,
        open=standing.open,
        words=one.quote,
        citation=citation(one),
        by=one.by,
        topics=one.topics,
        date=one.date,
        date_basis=one.date_basis,
        age=days_since(one.date, on),
        contact=contact_line(contact, language) if contact else None,
        contact_basis=one.contact_basis if contact else "",
        report=one.report,
        thread=thread.id,
        in_thread=len(thread.commitments),
        status_citation=status_citation(thread),
        status_decision=standing.decision.id if standing.decision else None,
    )


def citation(one: Said) -> Citation:
    """Where a sentence stands."""
    return Citation(one.report.id, one.quote, one.line, one.start, one.end)


def status_citation(thread: Thread) -> Citation:
    """What says how far a matter has come: a sentence, or a person's reason."""
    decision = thread.standing.decision
    if decision is None:
        return citation(thread.standing.said)
    return Citation("", "", None, None, None, reason=f"decided by {decision.by}: {decision.why}")


def _latest_first(one: CommitmentRecord) -> tuple[bool, int, str, int]:
    """The latest day first, then by place; those of no known day last."""
    known = bounds(one.date)
    return known is None, -(ordinal(known.first) or 0) if known else 0, one.report.id, one.start
