"""Who is new in office on the other side since we last met: by tables of tenures, and by what reports tell."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.reference.days import earliest
from bangiao.register.ask_offices import ChangeTold
from bangiao.register.records import Attendant, ContactRecord
from bangiao.resolution.dates import bounds
from bangiao.resolution.holders import Holders
from bangiao.resolution.names import name_key, plain
from bangiao.resolution.offices import titles
from bangiao.views.brief_sources import Cite, Sources
from bangiao.views.partners import Partner, between
from bangiao.views.relation_contacts import took_place

if TYPE_CHECKING:
    from bangiao.model.tenure import Tenure
    from bangiao.register.as_known import Known


YEAR = timedelta(days=365)


class Newcomer(Struct, frozen=True):
    """Somebody whom we have not met in this office; `since` is EDTF, `../D` where a report of that day tells it.

    `met_last` is the day on which we last met somebody in this office, `met_whom` that person; null where we never did.
    """

    name: str
    office: str
    since: str
    met_last: str | None
    met_whom: str | None
    cites: tuple[Cite, ...]


class _Meeting(Struct, frozen=True):
    """A person of the other side in a contact that took place."""

    day: str
    who: Attendant


class _Found(Struct, frozen=True):
    """Somebody new before any source is cited, so that only those who are shown get a number."""

    name: str
    office: str
    since: str
    before: _Meeting | None
    told: str | ChangeTold


def newcomers(
    register: "Known", sources: Sources, home: Partner, other: Partner, limit: int = 5
) -> tuple[Newcomer, ...]:
    """The latest first; nothing where the two sides have had no contact of known day."""
    met = _meetings(took_place(between(register, home, other)), other)
    found: dict[str, _Found] = {}
    for one in (*_by_tables(register, other, met), *_by_reports(register, other, met)):
        found.setdefault(name_key(one.name), one)
    order = sorted(found.values(), key=lambda one: (one.since.removeprefix("../"), one.name), reverse=True)
    return tuple(_cited(one, sources) for one in order[:limit])


def _by_tables(register: "Known", other: Partner, met: Sequence[_Meeting]) -> Iterator[_Found]:
    """Those whose time in office a table tells."""
    for one in register.known_tenures():
        told = one.country == other.label and one.start and not one.end and _is_of(one.title, other)
        if told and one.start and one.start_source and _is_new(one, met, register.morning.on):
            yield _Found(one.person, one.title, one.start, _before(one.title, other.label, met), one.start_source)


def _by_reports(register: "Known", other: Partner, met: Sequence[_Meeting]) -> Iterator[_Found]:
    """Those of whom a report tells that they took office."""
    wanted = frozenset(post for post in register.posts() if post.side == other.label)
    for one in register.changes_in(wanted):
        before = _before(one.office, other.label, met)
        new = one.kind == "takes" and one.told and one.told > _since(before, met, register.morning.on)
        if new and _is_of(one.office, other):
            yield _Found(one.name, one.office, f"../{one.told}", before, one)


def _cited(one: _Found, sources: Sources) -> Newcomer:
    cite = sources.page(one.told) if isinstance(one.told, str) else sources.report(one.told.report, one.told.line)
    day, whom = (one.before.day, one.before.who.name) if one.before else (None, None)
    return Newcomer(one.name, one.office, one.since, day, whom, (cite,))


def _meetings(contacts: Sequence[ContactRecord], other: Partner) -> list[_Meeting]:
    met = []
    for one in contacts:
        days, side = bounds(one.date), other.side_of(one)
        if days and side:
            met += [_Meeting(days.last, who) for who in side.people]
            met += [] if side.people else [_Meeting(days.last, Attendant(None, None, None, None))]
    return met


def _is_of(office: str, other: Partner) -> bool:
    """Whether an office is one of the body that we meet, where it is a body."""
    return other.body is None or f" {plain(other.body)} " in f" {plain(office)} "


def _since(before: _Meeting | None, met: Sequence[_Meeting], on: str) -> str:
    """From which day on somebody counts as new: when we last met the office; else the last contact, or a year ago."""
    if before:
        return before.day
    last = max((one.day for one in met), default="~")
    return min(last, (date.fromisoformat(on) - YEAR).isoformat()) if met else last


def _is_new(tenure: "Tenure", met: Sequence[_Meeting], on: str) -> bool:
    """Whether the time in office began after we last met anybody in it, and nobody met this person since."""
    start = earliest(tenure.start or "")
    if start <= _since(_before(tenure.title, tenure.country, met), met, on):
        return False
    table = Holders([tenure])
    return not any(one.day >= start and one.who.name and table.of_person(one.who.name, tenure.country) for one in met)


def _before(office: str, label: str, met: Sequence[_Meeting]) -> _Meeting | None:
    """The last meeting with somebody in this office."""
    wanted = titles(office, label)
    found = [one for one in met if one.who.office and titles(one.who.office, label) & wanted]
    return max(found, key=lambda one: one.day, default=None)
