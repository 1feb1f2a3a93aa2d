"""One matter from contact to contact: taken up, sharpened, repeated, signed, delivered, dropped.

Ask `threads(register.as_known(morning), ThreadsQuestion(country="JP"))` for those of several steps, the latest first,
or `thread(register.as_known(morning), "k-…")` for the matter of one commitment. Each `Step` cites its sentence and says
in `how` what it does to the matter and in `why` what ties it to the steps before.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import TOPICS, Topic
from bangiao.register.records import ContactRecord, Morning
from bangiao.register.said import CommitmentRecord, Said
from bangiao.resolution.dates import bounds, sort_key
from bangiao.resolution.ladder import Rung
from bangiao.resolution.pairs import Link
from bangiao.resolution.threads import carries_on, sharpens
from bangiao.views.as_known import days_since
from bangiao.views.citations import Citation
from bangiao.views.commitments import citation, status_citation
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.weave import Progress, Thread, Woven, rung_told, weave
from bangiao.views.words import one_of, side

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

How = Literal[
    "referred to", "first told", "told again", "taken up", "sharpened", "repeated", "signed", "in force", "delivered",
    "reviewed", "dropped",
]  # fmt: skip
_HOW: dict[Rung, How] = {"in_force": "in force", "delivered": "delivered", "reviewed": "reviewed", "lapsed": "dropped"}


class ThreadsQuestion(Struct, frozen=True):
    """What a user asks: threads with a side (code, name or organisation), on a topic, open ones.

    `least` is on how many occasions a thread must have been told; `limit` null means all.
    """

    country: str | None = None
    topic: str | None = None
    only_open: bool = False
    least: int = 2
    offset: int = 0
    limit: int | None = 20
    language: str = "vi"


class Step(Struct, frozen=True):
    """One sentence of a thread, or an earlier contact that one refers to; `id` is that of the commitment or contact.

    `why` says what ties it to the steps before: the words shared, the contact named, or a person's decision.
    """

    id: str
    how: How
    why: str
    date: str | None
    date_basis: str | None
    by: tuple[str, ...]
    citation: Citation | None
    contact: ContactLine | None
    rung: Rung | None


class ThreadView(Struct, frozen=True):
    """A matter, named by its first commitment: its steps in order of time, and how far it has come.

    `first` and `last` are the first and last known day of its steps, `age` the days from the last one to the morning;
    `status_citation` is the sentence or the person's reason that says the status.
    """

    id: str
    sides: tuple[str, ...]
    topics: tuple[Topic, ...]
    status: Rung
    open: bool
    status_citation: Citation
    status_decision: str | None
    first: str | None
    last: str | None
    age: int | None
    steps: tuple[Step, ...]


class ThreadsView(Struct, frozen=True):
    """One page of threads, the latest first, as known on the morning `on`; `total` counts all that fit."""

    on: str
    threads: tuple[ThreadView, ...]
    total: int


def threads(register: "Known", question: ThreadsQuestion) -> ThreadsView:
    """The threads that fit a question; raises QuestionError where a word of it cannot be read."""
    topic = one_of(question.topic, TOPICS, "topic")
    country = side(register, question.country) if question.country else None
    woven = weave(register, (lambda one: country in one.sides) if country else None)
    fitting = [
        one
        for one in woven.threads
        if _occasions(one) >= question.least
        and (topic is None or any(topic in each.topics for each in one.commitments))
        and (one.standing.open or not question.only_open)
    ]
    fitting.sort(key=lambda one: _last_day(one), reverse=True)
    end = None if question.limit is None else question.offset + question.limit
    return ThreadsView(
        register.morning.on, _shown(register, woven, fitting[question.offset : end], question.language), len(fitting)
    )


def thread(register: "Known", ident: str, language: str = "vi") -> ThreadView:
    """The matter of one commitment, by the commitment's id or the beginning of it; raises QuestionError."""
    records = register.commitments()
    meant = [one for one in records if one.id == ident] or [
        one for one in records if ident and one.id.startswith(ident)
    ]
    if len(meant) > 1:
        raise QuestionError(f"more than one commitment begins with {ident!r}", "give a longer piece of the id")
    if not meant:
        raise QuestionError(f"the register has no commitment {ident!r}", "look ids up with: bangiao commitments")
    relation = meant[0].sides
    woven = weave(register, lambda one: one.id == meant[0].id or len(one.sides & relation) > 1)
    return _shown(register, woven, [woven.thread_of[meant[0].id]], language)[0]


def _occasions(one: Thread) -> int:
    """On how many occasions a thread was told: what one day or one report tells is one; earlier ones named count."""
    named = {each for said in one.commitments for each in said.recalled}
    told = (*one.commitments, *(each.said for each in one.progress))
    return len(named | {_occasion(said) for said in told})


def _occasion(said: Said) -> str:
    return said.date if said.date and bounds(said.date) else said.contact or said.report.id


def _last_day(one: Thread) -> str:
    known = [days.last for each in one.commitments if (days := bounds(each.date))]
    return max(known, default="")


def _shown(register: "Known", woven: Woven, chosen: Sequence[Thread], language: str) -> tuple[ThreadView, ...]:
    wanted = {
        ident
        for one in chosen
        for said in (*one.commitments, *(each.said for each in one.progress))
        for ident in (said.contact, *said.recalled)
        if ident
    }
    contacts = {one.id: one for one in register.contacts_of(wanted)}
    return tuple(_view(one, woven, contacts, register.morning, language) for one in chosen)


def _view(one: Thread, woven: Woven, contacts: Mapping[str, ContactRecord], on: Morning, language: str) -> ThreadView:
    steps = _steps(one, woven, contacts, language)
    known = [days for step in steps if (days := bounds(step.date))]
    last = max((days.last for days in known), default=None)
    sides = dict.fromkeys(label for said in one.commitments for label in sorted(said.sides))
    common = [label for label in sides if all(label in said.sides for said in one.commitments)]
    return ThreadView(
        id=one.id,
        sides=tuple(common or sides),
        topics=tuple(dict.fromkeys(topic for said in one.commitments for topic in said.topics)),
        status=one.standing.rung,
        open=one.standing.open,
        status_citation=status_citation(one),
        status_decision=one.standing.decision.id if one.standing.decision else None,
        first=min((days.first for days in known), default=None),
        last=last,
        age=days_since(last, on),
        steps=steps,
    )


def _steps(one: Thread, woven: Woven, contacts: Mapping[str, ContactRecord], language: str) -> tuple[Step, ...]:
    """The steps in order of time; an earlier contact that a sentence refers to stands where it took place."""
    lines = {ident: contact_line(record, language) for ident, record in contacts.items()}
    steps = list(_referred(one, lines))
    before: list[CommitmentRecord] = []
    for said in one.commitments:
        how, why = _how(said, before, woven.links.get(said.id, ()), lines)
        steps.append(_step(said, how, why, rung_told(said), lines))
        before.append(said)
    steps += [_step(each.said, _HOW[each.told.rung], _words(each), each.told.rung, lines) for each in one.progress]
    return tuple(sorted(steps, key=lambda step: sort_key(step.date)))


def _referred(one: Thread, lines: Mapping[str, ContactLine]) -> Iterable[Step]:
    """Earlier contacts that sentences of the thread name, unless a commitment of the thread was made there."""
    own = {said.contact for said in one.commitments}
    seen: set[tuple[object, ...]] = set()
    for said in one.commitments:
        for line in (lines[ident] for ident in said.recalled if ident in lines and ident not in own):
            # two reports that name one earlier contact without its people leave it two
            look = (line.form, line.date, frozenset(each.label for each in line.sides))
            if look not in seen:
                seen.add(look)
                why = f"what was agreed there is taken up again by the sentence of {said.date or 'no known day'}"
                yield Step(
                    line.id, "referred to", why, line.date, line.date_basis, (), citation(said), line, "mentioned"
                )


def _how(
    said: CommitmentRecord, before: Sequence[CommitmentRecord], links: Sequence[Link], lines: Mapping[str, ContactLine]
) -> tuple[How, str]:
    """What a commitment does to the matter after those before it, and what ties it to them."""
    named = [lines[ident] for ident in said.recalled if ident in lines]
    if named:
        return "taken up", f"the sentence refers to the {named[0].form} of {named[0].date or 'an earlier day'}"
    if not before:
        return "first told", ""
    earlier = {one.id for one in before}
    tied = [link for link in links if {link.one, link.other} & earlier]
    best = max(tied or links, key=lambda link: link.score, default=None)
    why = _tie(best) if best else ""
    if rung_told(said) == "delivered" and not any(rung_told(one) == "delivered" for one in before):
        return "delivered", why
    if any(one.report.id == said.report.id or _occasion(one) == _occasion(said) for one in before):
        return "told again", why
    if said.kind == "signed" and not any(one.kind == "signed" for one in before):
        return "signed", why
    if sharpens(said.quote, [one.quote for one in before]):
        return "sharpened", why
    if carries_on(said.quote[said.act[1] :]):
        return "taken up", why
    return "repeated", why


def _tie(link: Link) -> str:
    if link.decision:
        return f"linked by the decision {link.decision}"
    return f"likeness {link.score:.2f}: {', '.join(link.words)}"


def _words(one: Progress) -> str:
    return f"“{one.said.quote[one.told.start : one.told.end]}”"


def _step(said: Said, how: How, why: str, rung: Rung, lines: Mapping[str, ContactLine]) -> Step:
    contact = lines.get(said.contact or "")
    return Step(said.id, how, why, said.date, said.date_basis, said.by, citation(said), contact, rung)
