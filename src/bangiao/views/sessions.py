"""Mechanisms of a relation: each session by number, what it reviewed, which plan it adopted, and what is overdue."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from msgspec import Struct

from bangiao.register.records import ContactRecord, Morning
from bangiao.resolution.dates import bounds
from bangiao.resolution.mechanisms import Mechanism, adopts, mechanisms, periods, reviews
from bangiao.resolution.spoken_of import speaks_of
from bangiao.views.as_known import age, days_since
from bangiao.views.citations import Citation
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.passages import Passage

YEAR = 366
OPENING = 4  # lines: a report whose headline or lead tells a session is about it
SHORTEST = 150  # days: what seems to meet more often is two series that bear one name
LATE = 1.25  # a session is overdue when a quarter more than the usual time has passed


class Plan(Struct, frozen=True):
    """A sentence that tells what a session reviewed or adopted, with the periods that it names, in its own words."""

    periods: tuple[str, ...]
    citation: Citation


class Session(Struct, frozen=True):
    """One session: its number (null where none is told), its day, and what is told of it.

    `date` is EDTF and comes from the contact it falls into, else, where none has a day, from the day on which
    a report first tells it (`date_basis` says which). `ahead`: reports only announce it.
    """

    number: int | None
    date: str | None
    date_basis: str
    ahead: bool
    contacts: tuple[ContactLine, ...]
    reviewed: tuple[Plan, ...]
    adopted: tuple[Plan, ...]
    citations: tuple[Citation, ...]


class MechanismView(Struct, frozen=True):
    """A mechanism with its sessions in order; `named` counts all sentences that name it.

    `every` is the usual time between two sessions in days, with its reason in `every_basis`; `overdue` counts
    the days since the next session was due, null where it is not, or where no usual time is known.
    """

    key: str
    name: str
    sessions: tuple[Session, ...]
    named: int
    last: str | None
    days: int | None
    age: str
    every: int | None
    every_basis: str
    due: str | None
    overdue: int | None


Use = tuple[Mechanism, Passage]
Key = tuple[str, int]


def mechanism_views(
    found: Iterable[Passage], sides: frozenset[str], contacts: Sequence[ContactRecord], on: Morning, language: str
) -> tuple[MechanismView, ...]:
    """The mechanisms of two sides; those whose last session is known come first, the latest first."""
    read = list(found)
    by_key: dict[str, list[Use]] = {}
    for passage in read:
        for one in mechanisms(passage.sentence):
            if _between(one, passage, sides):
                by_key.setdefault(one.key, []).append((one, passage))
    about = _reports_of_sessions(by_key, read)
    records = {one.id: one for one in contacts}
    views = [_view(key, uses, about, records, on, language) for key, uses in by_key.items()]
    return tuple(sorted(views, key=lambda one: (one.last is None, one.days or 0, -one.named, one.key)))


def _reports_of_sessions(by_key: dict[str, list[Use]], read: Iterable[Passage]) -> dict[Key, list[Passage]]:
    """The sentences of those reports that open with one session, and name no other: what they tell is told of it."""
    named: dict[str, set[Key]] = {}
    opening: dict[str, set[Key]] = {}
    for key, uses in by_key.items():
        for one, passage in uses:
            if one.number and not one.ahead:
                named.setdefault(passage.head.id, set()).add((key, one.number))
                if passage.line <= OPENING:
                    opening.setdefault(passage.head.id, set()).add((key, one.number))
    about: dict[Key, list[Passage]] = {}
    for passage in read:
        own = opening.get(passage.head.id, set())
        if len(own) == 1 and named[passage.head.id] == own:
            about.setdefault(next(iter(own)), []).append(passage)
    return about


def _between(one: Mechanism, passage: Passage, sides: frozenset[str]) -> bool:
    """Whether a mechanism is one of these two sides: named beside it, else by the sentence and its report."""
    if len(one.sides) >= len(sides):
        return one.sides == sides
    return one.sides <= sides and speaks_of(passage.sentence, sides, passage.told)


def _view(
    key: str,
    uses: list[Use],
    about: dict[Key, list[Passage]],
    records: dict[str, ContactRecord],
    on: Morning,
    language: str,
) -> MechanismView:
    numbers: dict[int, list[Use]] = {}
    for one, passage in uses:
        if one.number:
            numbers.setdefault(one.number, []).append((one, passage))
    sessions = tuple(
        _session(number, numbers[number], about.get((key, number), []), records, language) for number in sorted(numbers)
    )
    held = [one for one in sessions if not one.ahead and bounds(one.date)]
    last = max(held, key=_day, default=None)
    every, basis = _every(held, uses)
    days = days_since(last.date, on) if last else None
    return MechanismView(
        key=key,
        name=_name(uses),
        sessions=sessions,
        named=len(uses),
        last=last.date if last else None,
        days=days,
        age=age(days),
        every=every,
        every_basis=basis,
        due=_later(_day(last), every) if last and every else None,
        overdue=days - every if days is not None and every and days > every * LATE else None,
    )


def _name(uses: list[Use]) -> str:
    """The mechanism in the words of a report: with both sides where one names them, without its number where it can."""
    named = [(len(one.sides) < 2, bool(one.number), passage.sentence[one.start : one.end]) for one, passage in uses]
    return min(named, key=lambda one: (*one[:2], len(one[2]), one[2]))[2]


def _session(
    number: int, uses: list[Use], about: list[Passage], records: dict[str, ContactRecord], language: str
) -> Session:
    own = {
        ident: records[ident] for one, passage in uses if one.convened for ident in passage.contacts if ident in records
    }
    dated = [one for one in own.values() if bounds(one.date) and one.status != "cancelled"]
    best = min(dated, key=_likeliest, default=None)
    ahead = all(one.ahead for one, _ in uses) or (bool(own) and all(one.status == "planned" for one in own.values()))
    published = min((passage.head.published for _, passage in uses if passage.head.published), default=None)
    naming = sorted(dict.fromkeys(passage for _, passage in uses), key=_order)
    told = sorted({*naming, *about}, key=_order)
    return Session(
        number=number,
        date=best.date if best else f"../{published}" if published else None,
        date_basis="contact" if best else "first report" if published else "no day told",
        ahead=ahead,
        contacts=tuple(contact_line(one, language) for one in sorted(own.values(), key=_by_day)),
        reviewed=tuple(_plan(one) for one in told if reviews(one.sentence)),
        adopted=tuple(_plan(one) for one in told if adopts(one.sentence)),
        citations=tuple(one.cited for one in naming),
    )


def _by_day(one: ContactRecord) -> tuple[str, str]:
    return one.date or "~", one.id


def _order(one: Passage) -> tuple[str, str, int]:
    return one.head.published or "~", one.head.id, one.start


def _plan(one: Passage) -> Plan:
    return Plan(periods(one.sentence), one.cited)


def _likeliest(one: ContactRecord) -> tuple[bool, bool, int, str]:
    """Talks and conferences are the session itself, a visit or ceremony is around it; what was held comes first."""
    days = bounds(one.date)
    order = ("talks", "conference", "meeting", "signing", "visit")
    place = order.index(one.form) if one.form in order else len(order)
    return one.status == "planned", one.session is None, place, days.first if days else "~"


def _every(held: Sequence[Session], uses: list[Use]) -> tuple[int | None, str]:
    """The usual time between sessions: as reports say, else the middle of the known gaps, number by number."""
    if any(one.yearly for one, _ in uses):
        return YEAR, "reports say every year"
    gaps = []
    for one, other in pairwise(one for one in held if one.date_basis == "contact"):
        apart = days_since(_day(one), Morning(_day(other)))
        if apart and one.number and other.number and other.number > one.number:
            gaps.append(apart / (other.number - one.number))
    gaps = [one for one in gaps if one >= SHORTEST]
    if not gaps:
        return None, "no two sessions of known day"
    return round(median(gaps)), f"the middle of {len(gaps)} known gap{'' if len(gaps) == 1 else 's'} between sessions"


def _day(one: Session) -> str:
    days = bounds(one.date)
    return days.last if days else ""


def _later(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
