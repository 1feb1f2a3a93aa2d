"""A brief before a meeting: who the counterpart is, where the relation stands, what is open, what is coming.

All as known on the morning of the meeting; every item cites its sources by number.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bangiao.languages import HOME
from bangiao.resolution.dates import bounds, ordinal
from bangiao.views.as_known import days_since
from bangiao.views.brief_ahead import DayShown, coming, established
from bangiao.views.brief_newcomers import Newcomer, newcomers
from bangiao.views.brief_sources import Cite, Source, Sources, once
from bangiao.views.commitments import CommitmentLine
from bangiao.views.framework import FrameworkLine
from bangiao.views.holders import Holder
from bangiao.views.lines import ContactLine, PersonLine
from bangiao.views.partners import Partner
from bangiao.views.person import PersonView, person
from bangiao.views.relation import RelationView, relation_with_commitments
from bangiao.views.relation_contacts import LastContact

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

BINDING = ("agreed", "signed", "pledged", "elevated")
SHOWN = {"contacts": 6, "agreed": 5, "open": 4, "coming": 6, "framework": 4, "offices": 5, "new": 5}


class BriefQuestion(Struct, frozen=True):
    """With whom we meet (a country, organisation or body), whom we meet there, and who we are."""

    other: str
    counterpart: str | None = None
    home: str = HOME
    language: str = "vi"


class OfficeShown(Struct, frozen=True):
    """An office of the counterpart: `start` and `end` where stated, else the days on which reports show it."""

    office: str
    start: str | None
    end: str | None
    first_seen: str | None
    last_seen: str | None
    cites: tuple[Cite, ...]


class SpellingShown(Struct, frozen=True):
    """A spelling of the counterpart's name."""

    spelling: str
    cites: tuple[Cite, ...]


class ContactShown(Struct, frozen=True):
    """A contact, on which channels it is the last one, and how many days ago it was."""

    contact: ContactLine
    channels: tuple[str, ...]
    days: int | None
    cites: tuple[Cite, ...]


class CommitmentShown(Struct, frozen=True):
    """A commitment with its words and age."""

    line: CommitmentLine
    cites: tuple[Cite, ...]


class FrameworkShown(Struct, frozen=True):
    """A name of the relation with the sentence that uses it, from the first to the last day on which reports do."""

    key: str
    first: str | None
    last: str | None
    words: str
    at: int
    cites: tuple[Cite, ...]


class Counterpart(Struct, frozen=True):
    """Whom we meet: offices over time, the latest first, spellings, and contacts with our side."""

    id: str
    name: str
    side_name: str
    spellings: tuple[SpellingShown, ...]
    offices: tuple[OfficeShown, ...]
    contacts: tuple[ContactShown, ...]
    contacts_total: int


class BriefView(Struct, frozen=True):
    """A brief as known on the morning of `on`; totals tell how much there is beyond what is shown.

    `established` are frameworks of the relation by the table of anniversaries. `reports_read` had appeared by then,
    from `first_read` to `last_read`; `left_out` were read, but are later or of no stated day.
    """

    on: str
    home: Partner
    other: Partner
    reports_read: int
    first_read: str | None
    last_read: str | None
    left_out: int
    contacts_total: int
    counterpart: Counterpart | None
    last: tuple[ContactShown, ...]
    agreed: tuple[CommitmentShown, ...]
    agreed_total: int
    open: tuple[CommitmentShown, ...]
    open_total: int
    newcomers: tuple[Newcomer, ...]
    framework: tuple[FrameworkShown, ...]
    established: tuple[DayShown, ...]
    coming: tuple[DayShown, ...]
    sources: tuple[Source, ...]


def brief(register: "Known", question: BriefQuestion) -> BriefView:
    """Make a brief; raises QuestionError where a side or the counterpart cannot be read."""
    whole, promised = relation_with_commitments(
        register, question.home, question.other, question.language, limit=SHOWN["open"]
    )
    met = person(register, question.counterpart, question.language, limit=None) if question.counterpart else None
    sources = Sources(register)
    counterpart = _counterpart(register, sources, met, whole.first) if met else None
    last = _last(register, sources, whole.last)
    agreed, rest = _parted(promised, whole)
    agreed_shown = _commitments(sources, agreed[: SHOWN["agreed"]])
    open_shown = _commitments(sources, rest[: SHOWN["open"]])
    read = whole.read.months
    return BriefView(
        on=whole.on,
        home=whole.first,
        other=whole.second,
        reports_read=whole.read.reports,
        first_read=read[0].period if read else None,
        last_read=read[-1].period if read else None,
        left_out=whole.read.left_out,
        contacts_total=whole.contacts,
        counterpart=counterpart,
        last=last,
        agreed=agreed_shown,
        agreed_total=len(agreed),
        open=open_shown,
        open_total=len(rest),
        newcomers=newcomers(register, sources, whole.first, whole.second, SHOWN["new"]),
        framework=_framework(sources, whole.framework),
        established=established(sources, whole),
        coming=coming(register, sources, whole, SHOWN["coming"]),
        sources=sources.found,
    )


def _counterpart(register: "Known", sources: Sources, met: PersonView, home: Partner) -> Counterpart:
    offices = [
        OfficeShown(
            one.office,
            one.start.date if one.start else None,
            one.end.date if one.end else None,
            one.first.day if one.first else None,
            one.last.day if one.last else None,
            sources.holder(one),
        )
        for one in sorted(met.tenures, key=_in_office_first)[: SHOWN["offices"]]
    ]
    spelt = tuple(
        SpellingShown(one.spelling, (sources.report(one.first),))
        for one in met.spellings
        if register.morning.knows(one.first.published)
    )
    ours = [one for one in met.contacts if home.label in {side.label for side in one.sides}]
    shown = _latest_first(ours)[: SHOWN["contacts"] // 2]
    return Counterpart(
        met.person.id,
        met.person.name,
        met.side_name,
        spelt,
        tuple(offices),
        tuple(_shown(register, sources, one) for one in shown),
        len(ours),
    )


def _in_office_first(one: Holder) -> tuple[bool, bool, int]:
    """Offices that nobody tells as left come first, those of stated start before those only seen, then the latest."""
    days = [one.last.day if one.last else None, one.start.date if one.start else None]
    return bool(one.end), not one.start, -(ordinal(max(filter(None, days), default="0001-01-01").lstrip("./")) or 0)


def _latest_first(contacts: Iterable[ContactLine]) -> list[ContactLine]:
    """The latest first, those of no known day last."""
    known = [(bounds(one.date), one) for one in contacts]
    dated = sorted(((days.last, one.id, one) for days, one in known if days), reverse=True)
    return [one for _, _, one in dated] + [one for days, one in known if not days]


def _shown(register: "Known", sources: Sources, one: ContactLine) -> ContactShown:
    days = days_since(one.date, register.morning)
    return ContactShown(named(register, one), one.channels, days, sources.contact(one.id))


def named(register: "Known", line: ContactLine) -> ContactLine:
    """The contact with each person under one spelling, where a report had used it by then."""
    sides = tuple(
        replace(side, people=tuple(_one_spelling(register, who) for who in side.people)) for side in line.sides
    )
    return replace(line, sides=sides)


def _one_spelling(register: "Known", who: PersonLine) -> PersonLine:
    if not who.id:
        return who
    shown = register.person(who.id).name
    known = [one.spelling for one in register.spellings(who.id) if register.morning.knows(one.first.published)]
    return replace(who, name=shown) if shown in known else who


def _last(register: "Known", sources: Sources, last: Sequence[LastContact]) -> tuple[ContactShown, ...]:
    """The last contacts of channels and levels, each once with all its channels, the latest first."""
    channels: dict[str, list[str]] = {}
    found: dict[str, LastContact] = {}
    for one in last:
        found.setdefault(one.contact.id, one)
        if one.level is None:
            channels.setdefault(one.contact.id, []).append(one.channel)
    # a channel's last contact is always shown; the last at single levels fill what room is left
    chosen = sorted(found.values(), key=lambda one: (one.contact.id not in channels, one.days or 0, one.contact.id))
    room = max(SHOWN["contacts"], len(channels))
    order = sorted(chosen[:room], key=lambda one: (one.days or 0, one.contact.id))
    return tuple(
        ContactShown(
            named(register, one.contact),
            tuple(channels.get(one.contact.id, ())) or one.contact.channels,
            one.days,
            sources.contact(one.contact.id),
        )
        for one in order
    )


def _parted(
    promised: Sequence[CommitmentLine], whole: RelationView
) -> tuple[list[CommitmentLine], list[CommitmentLine]]:
    """What binds, the latest first, then what was only asked for and is still open."""
    found = [one for one in promised if _is_ours(one, whole)]
    binding = [one for one in found if one.kind in BINDING]
    return binding, [one for one in found if one.kind not in BINDING and one.open]


def _is_ours(one: CommitmentLine, whole: RelationView) -> bool:
    """Whether a commitment concerns both partners."""
    sides = {*one.by, *(side.label for side in one.contact.sides)} if one.contact else set(one.by)
    return {whole.first.label, whole.second.label} <= sides


def _commitments(sources: Sources, found: Sequence[CommitmentLine]) -> tuple[CommitmentShown, ...]:
    shown = []
    for one in found:
        cites = [sources.report(one.report, one.citation.line)]
        if not one.status_decision:  # a person's word is in the ledger, not in a report
            cites.append(sources.words(one.status_citation))
        shown.append(CommitmentShown(one, once(cites)))
    return tuple(shown)


def _framework(sources: Sources, found: Sequence[FrameworkLine]) -> tuple[FrameworkShown, ...]:
    """The names of the relation by their first use, each with the sentence that says most."""
    shown = []
    dated = [one for one in found if one.first.day] or list(found)
    for one in dated[-SHOWN["framework"] :]:
        said = (one.raised or (one.last,))[-1]
        cite = sources.report(said.report, said.sentence.line)
        shown.append(FrameworkShown(one.key, one.first.day, one.last.day, said.sentence.quote, said.at, (cite,)))
    return tuple(shown)
