"""What lies ahead of a meeting: plans, announced events, sessions due, days kept; and which frameworks are dated."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.model.tenure import Anniversary
from bangiao.reference.load import anniversaries
from bangiao.resolution.dates import Bounds, bounds
from bangiao.views.as_known import days_until
from bangiao.views.brief_sources import Cite, Sources, once
from bangiao.views.calendar import Entry, calendar
from bangiao.views.days_kept import next_day
from bangiao.views.lines import ContactLine
from bangiao.views.relation import RelationView
from bangiao.views.relation_contacts import Plan
from bangiao.views.sessions import MechanismView

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

Coming = Literal["anniversary", "plan", "mechanism", "event"]
Ahead = Plan | MechanismView | Anniversary | Entry
ANNOUNCED = ("event", "commitment")
LATER = Bounds("9999-12-31", "9999-12-31")


class DayShown(Struct, frozen=True):
    """A day that is set or kept, `days` from the morning, negative for a session that is overdue.

    `years` counts an anniversary, `contact` is what is planned.
    """

    kind: Coming
    date: str
    days: int
    what: str
    what_en: str
    years: int | None
    contact: ContactLine | None
    cites: tuple[Cite, ...]


def established(sources: Sources, whole: RelationView) -> tuple[DayShown, ...]:
    """The frameworks that the table of anniversaries dates, the latest last."""
    both = {whole.first.label, whole.second.label}
    kept = [one for one in anniversaries() if one.kind == "framework" and set(one.countries) == both]
    past = sorted((one for one in kept if one.date < whole.on), key=lambda one: one.date)
    return tuple(_day(sources, one, one.date, 0) for one in past[-2:])


def coming(register: "Known", sources: Sources, whole: RelationView, limit: int) -> tuple[DayShown, ...]:
    """What is planned or announced, which mechanisms are due, which days are kept, in order of time."""
    both, on = {whole.first.label, whole.second.label}, whole.on
    found: list[tuple[str, Ahead]] = [
        (next_day(one.date, on), one)
        for one in anniversaries()
        if whole.second.label in one.countries and set(one.countries) <= both and one.date < on
    ]
    ahead = calendar(register, whole.second.label).entries if whole.contacts else ()
    found += [(one.date, one) for one in ahead if one.kind in ANNOUNCED and set(one.sides) <= both]
    found += [(plan.contact.date, plan) for plan in whole.plans_ahead if plan.contact.date]
    found += [(one.due, one) for one in whole.mechanisms if one.due and one.sessions]
    order = sorted(found, key=lambda each: ((bounds(each[0]) or LATER).first, type(each[1]).__name__))
    return tuple(_ahead(sources, one, day, days_until(day, register.morning) or 0) for day, one in order[:limit])


def _ahead(sources: Sources, one: Ahead, day: str, days: int) -> DayShown:
    if isinstance(one, Anniversary):
        return _day(sources, one, day, days)
    if isinstance(one, MechanismView):
        cites = once(sources.words(cite) for cite in one.sessions[-1].citations[:1])
        return DayShown("mechanism", day, days, one.name, one.key, None, None, cites)
    if isinstance(one, Entry):
        cites = once(sources.entry(each) for each in one.sources)
        words = one.title.partition(": ")[2] or one.title  # the report's own, without the kind before them
        return DayShown("event", day, max(days, 0), words, words, None, None, cites)
    return DayShown("plan", day, days, "", "", None, one.contact, sources.contact(one.contact.id))


def _day(sources: Sources, one: Anniversary, day: str, days: int) -> DayShown:
    years = int(day[:4]) - int(one.date[:4])
    cite = sources.page(one.source)
    return DayShown("anniversary", day, days, one.what or one.what_en, one.what_en, years or None, None, (cite,))
