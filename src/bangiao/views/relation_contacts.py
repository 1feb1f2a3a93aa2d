"""The contacts of a relation, counted: by channel and year, who met whom, at which level, what was planned."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from msgspec import Struct

from bangiao.model.vocabulary import CHANNELS, Channel
from bangiao.register.records import Attendant, ContactRecord, ContactSide, Morning
from bangiao.resolution.dates import bounds
from bangiao.resolution.levels import Level, highest, level_of, levels
from bangiao.resolution.names import name_key
from bangiao.resolution.offices import posts
from bangiao.resolution.protocol import rank_of
from bangiao.views.as_known import age, days_since
from bangiao.views.coverage import Coverage
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.partners import Partner

TOOK_PLACE = ("held", "recalled")
NEAR = 3  # days by which a contact that was held may lie off the day for which it was planned


class Cell(Struct, frozen=True):
    """Contacts on a channel in a year, and on how many reports of that year the number rests."""

    year: str
    contacts: int
    reports_read: int


class ChannelRow(Struct, frozen=True):
    """A channel by years; `undated` counts contacts whose year no report tells."""

    channel: Channel
    cells: tuple[Cell, ...]
    undated: int
    total: int


class LastContact(Struct, frozen=True):
    """The last contact on a channel, at one level of offices or (level null) at any."""

    channel: Channel
    level: str | None
    contact: ContactLine
    days: int | None
    age: str


class Met(Struct, frozen=True):
    """Two people who met, how often, and when last."""

    first: str
    first_name: str
    second: str
    second_name: str
    times: int
    last: str | None


class LevelGap(Struct, frozen=True):
    """A contact in which the highest on one side stands above the highest on the other.

    `gap` is positive where the second partner sent the lower office; `ranks` are places in an order of
    leaders where one is known for that country and day.
    """

    contact: ContactLine
    first_office: str
    first_level: str
    first_rank: int | None
    second_office: str
    second_level: str
    second_rank: int | None
    gap: int


class LevelSummary(Struct, frozen=True):
    """Levels over all contacts: how many are known on both sides, how many are equal, the middle gap, the widest."""

    known: int
    equal: int
    first_lower: int
    second_lower: int
    median: float
    widest: tuple[LevelGap, ...]


class Plan(Struct, frozen=True):
    """A contact that was announced; `days` have passed since its last day, and `perhaps` was held about then."""

    contact: ContactLine
    days: int | None
    age: str
    perhaps: ContactLine | None = None


def took_place(contacts: Iterable[ContactRecord]) -> tuple[ContactRecord, ...]:
    """Those that reports tell as held, at the time or looking back."""
    return tuple(one for one in contacts if one.status in TOOK_PLACE)


def chart(contacts: Sequence[ContactRecord], read: Coverage) -> tuple[ChannelRow, ...]:
    """Contacts by channel and year; a contact on two channels stands in both rows."""
    years = sorted({year for one in contacts if (year := _year(one))})
    rows = []
    for channel in CHANNELS:
        own = [one for one in contacts if channel in one.channels]
        counted = Counter(_year(one) for one in own)
        cells = tuple(Cell(year, counted[year], read.read_in(year)) for year in years)
        rows += [ChannelRow(channel, cells, counted[None], len(own))] if own else []
    return tuple(rows)


def last_contacts(
    contacts: Sequence[ContactRecord], ends: tuple[Partner, Partner], on: Morning, language: str
) -> tuple[LastContact, ...]:
    """For each channel the last contact of known day, then the last at each level, the highest level first."""
    found = []
    dated = [one for one in contacts if bounds(one.date)]
    for channel in CHANNELS:
        own = [one for one in dated if channel in one.channels]
        for level in (None, *levels()):
            fitting = [one for one in own if level is None or _met_at(one, ends) == level]
            if fitting:
                last = max(fitting, key=_last_day)
                days = days_since(last.date, on)
                name = level.name if level else None
                found.append(LastContact(channel, name, contact_line(last, language), days, age(days)))
    return tuple(found)


def met(contacts: Iterable[ContactRecord], ends: tuple[Partner, Partner], limit: int = 10) -> tuple[Met, ...]:
    """The pairs of people who met most often, messages left out."""
    pairs: dict[tuple[str, str], list[ContactRecord]] = {}
    names: dict[str, str] = {}
    for contact in contacts:
        if contact.form == "message":
            continue
        first, second = (_named(contact, end) for end in ends)
        names |= {one.person: one.name for one in (*first, *second) if one.person and one.name}
        for one in {each.person for each in first if each.person}:
            for other in {each.person for each in second if each.person} - {one}:
                pairs.setdefault((one, other), []).append(contact)
    found = [
        Met(one, names.get(one, one), other, names.get(other, other), len(own), max(own, key=_last_day).date)
        for (one, other), own in pairs.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, _descending(one.last), one.first, one.second))[:limit])


def level_gaps(
    contacts: Iterable[ContactRecord], ends: tuple[Partner, Partner], language: str, limit: int = 5
) -> LevelSummary:
    """How the highest offices of both sides compare, where the table of levels places both; messages left out."""
    gaps = []
    for contact in contacts:
        if contact.form == "message":
            continue
        tops = [_top(contact, end) for end in ends]
        if tops[0] and tops[1]:
            gaps.append((contact, tops[0], tops[1]))
    numbers = [second.number - first.number for _, (_, first), (_, second) in gaps]
    widest = sorted(gaps, key=lambda one: (-abs(one[2][1].number - one[1][1].number), _descending(one[0].date)))
    return LevelSummary(
        len(numbers),
        sum(one == 0 for one in numbers),
        sum(one < 0 for one in numbers),
        sum(one > 0 for one in numbers),
        float(median(numbers)) if numbers else 0.0,
        tuple(_gap(*one, ends, language) for one in widest[:limit] if one[1][1] != one[2][1]),
    )


def plans(
    contacts: Sequence[ContactRecord], on: Morning, language: str
) -> tuple[tuple[Plan, ...], tuple[Plan, ...], tuple[Plan, ...]]:
    """What was announced: for days that have passed and never reported as held, for days ahead, for no known day."""
    held = took_place(contacts)
    passed, ahead, undated = [], [], []
    for one in contacts:
        if one.status != "planned":
            continue
        days, line = bounds(one.date), contact_line(one, language)
        if not days:
            undated.append(Plan(line, None, age(None)))
        elif days.last < on.on:
            since = days_since(one.date, on)
            perhaps = next((other for other in held if _may_be(one, other)), None)
            passed.append(Plan(line, since, age(since), contact_line(perhaps, language) if perhaps else None))
        else:
            ahead.append(Plan(line, 0, age(0)))
    return tuple(passed), tuple(ahead), tuple(undated)


def _may_be(plan: ContactRecord, held: ContactRecord) -> bool:
    """Whether something held about the day may be what was planned: the same form, and nobody on a side who differs."""
    one, other = bounds(plan.date), bounds(held.date)
    if plan.form != held.form or not one or not other:
        return False
    near = max(_apart(one.last, other.first), _apart(other.last, one.first)) <= NEAR
    there = {side.label: side for side in held.sides}
    return near and all(side.label in there and _same(side, there[side.label]) for side in plan.sides)


def _same(planned: ContactSide, held: ContactSide) -> bool:
    """Whether a side can be the one planned: it shares somebody, or a body, unless nobody was named."""
    people = [{who.person for who in side.people if who.person} for side in (planned, held)]
    if people[0]:
        return bool(people[0] & people[1])
    return not planned.bodies or bool(set(map(name_key, planned.bodies)) & set(map(name_key, held.bodies)))


def _apart(last: str, first: str) -> int:
    """Days from the end of one to the start of the other; 0 where they overlap."""
    return days_since(last, Morning(first)) or 0


def _year(contact: ContactRecord) -> str | None:
    days = bounds(contact.date)
    return days.first[:4] if days else None


def _last_day(contact: ContactRecord) -> tuple[str, str]:
    days = bounds(contact.date)
    return (days.last if days else "", contact.id)


def _descending(edtf: str | None) -> tuple[int, ...]:
    days = bounds(edtf)
    return tuple(-ord(letter) for letter in (days.last if days else ""))


def _named(contact: ContactRecord, end: Partner) -> tuple[Attendant, ...]:
    side = end.side_of(contact)
    return side.people if side else ()


def _met_at(contact: ContactRecord, ends: tuple[Partner, Partner]) -> Level | None:
    """The level at which two sides met: that of the side whose highest office is lower, else of the only one known."""
    tops = [highest((one.office, end.label) for one in _named(contact, end)) for end in ends]
    known = [one for one in tops if one]
    return max(known) if known else None


def _top(contact: ContactRecord, end: Partner) -> tuple[Attendant, Level] | None:
    placed = [
        (level, at, one) for at, one in enumerate(_named(contact, end)) if (level := level_of(one.office, end.label))
    ]
    if not placed:
        return None
    level, _, one = min(placed, key=lambda each: each[:2])
    return one, level


def _gap(
    contact: ContactRecord,
    first: tuple[Attendant, Level],
    second: tuple[Attendant, Level],
    ends: tuple[Partner, Partner],
    language: str,
) -> LevelGap:
    (one, level), (other, below) = first, second
    days = bounds(contact.date)
    ranks = [
        _rank(who.office, end.label, days.first if days else None) for who, end in zip((one, other), ends, strict=True)
    ]
    return LevelGap(
        contact_line(contact, language),
        _shown(one),
        level.name,
        ranks[0],
        _shown(other),
        below.name,
        ranks[1],
        below.number - level.number,
    )


def _shown(one: Attendant) -> str:
    return ", ".join(filter(None, (one.name, one.office)))


def _rank(office: str | None, label: str, day: str | None) -> int | None:
    found = [rank_of(post.title, label, day) for post in posts(office, label)]
    return min((one.rank for one in found if one), default=None)
