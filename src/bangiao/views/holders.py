"""Who held an office from when to when: what tables say, what reports say, and what nobody says."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.tenure import Tenure
from bangiao.reference.days import earliest, latest
from bangiao.register.ask_offices import ChangeTold, SeenInOffice
from bangiao.register.records import Attestation
from bangiao.resolution.holders import Holders, window
from bangiao.views.names import country_name

SLACK = timedelta(days=31)  # reports use an office some days before it is taken and after it is left


class Boundary(Struct, frozen=True):
    """A day on which a time in office began or ended, and who says so.

    `date` is YYYY-MM-DD, YYYY-MM or YYYY where a page states it, `../YYYY-MM-DD` where a report of that day
    tells it as done. `source` is that page, or the report's id with the quoted words in `quote`.
    """

    date: str
    date_basis: str
    source: str
    quote: str = ""


class Holder(Struct, frozen=True):
    """A person's time in a post.

    `start` and `end` are null where nobody states them: that does not mean "still in office". `first` and
    `last` are the first and last day on which a report shows the person in the post, `times` how often.
    `person` is the register's id, null for a person whom only a table knows; `origin` says whose row of a
    table it is ("shipped" or a file), null where only reports know it; `known_as` is the table's spelling of
    the name, where it is another. `follows` names the holder before, where one hand follows the other.
    """

    person: str | None
    name: str
    side: str
    side_name: str
    office: str
    start: Boundary | None
    end: Boundary | None
    first: Attestation | None
    last: Attestation | None
    times: int
    changes: tuple[ChangeTold, ...] = ()
    origin: str | None = None
    known_as: str | None = None
    follows: str | None = None

    @property
    def begins(self) -> str:
        """The first day on which the person can have been in office, for sorting."""
        if self.start and not self.start.date.startswith(".."):
            return earliest(self.start.date)
        days = [one.day for one in (self.first,) if one and one.day]
        return min([*days, *([self.start.date[3:]] if self.start else [])], default="~")


class Person(Struct, frozen=True):
    """All that is known of one person in one post, before it is parted into times in office."""

    ident: str | None
    name: str
    side: str
    seen: tuple[SeenInOffice, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    changes: tuple[ChangeTold, ...] = ()


def holders(
    seen: Iterable[SeenInOffice], known: Iterable[Tenure], told: Iterable[ChangeTold], language: str = "vi"
) -> tuple[Holder, ...]:
    """The times in one post, in order of time; tables and reports are put together by person, never averaged."""
    people = _people(list(seen), list(known), list(told))
    found = [holder for one in people for holder in _times(one, language)]
    return _in_succession(sorted(found, key=_order))


def _order(one: Holder) -> tuple[str, str, bool, str, str]:
    """By side and start; a time of which only the end is told comes before the one that starts on that day."""
    begins = one.begins
    if begins == "~" and one.end:
        begins = latest(one.end.date.removeprefix("../"))
    return one.side, begins, one.start is not None, one.name, one.person or ""


def _people(seen: list[SeenInOffice], known: list[Tenure], told: list[ChangeTold]) -> list[Person]:
    table = Holders(known)
    found: dict[str, Person] = {}
    owners: dict[Tenure, str] = {}
    for one in seen:
        ident = one.person.id
        before = found.get(ident) or Person(ident, one.person.name, one.person.side)
        found[ident] = replace(before, seen=(*before.seen, one))
        for tenure in table.of_person(one.name, one.person.side):
            owners.setdefault(tenure, ident)
    for tenure in known:
        ident = owners.setdefault(tenure, f"{tenure.country} {tenure.person}")
        before = found.get(ident) or Person(None, tenure.person, tenure.country)
        found[ident] = replace(before, tenures=(*before.tenures, tenure))
    for change in told:
        side = change.post.side
        there = change.person if change.person in found else None
        there = there or next((owners[one] for one in table.of_person(change.name, side)), change.person)
        ident = there or f"{side} {change.name}"
        before = found.get(ident) or Person(change.person, change.name, side)
        found[ident] = replace(before, changes=(*before.changes, change))
    return list(found.values())


def _times(person: Person, language: str) -> list[Holder]:
    """One row for each tenure of a table, with what reports show of it; one more for what lies outside them."""
    tenures = sorted(person.tenures, key=window)
    parts: list[Person] = [replace(person, tenures=(one,), seen=(), changes=()) for one in tenures]
    parts.append(replace(person, tenures=(), seen=(), changes=()))
    for one in person.seen:
        at = _place(one.seen.day, tenures)
        parts[at] = replace(parts[at], seen=(*parts[at].seen, one))
    for change in person.changes:
        at = _place(change.told, tenures)
        parts[at] = replace(parts[at], changes=(*parts[at].changes, change))
    return [_holder(part, language) for part in parts if part.tenures or part.seen or part.changes]


def _place(day: str | None, tenures: Sequence[Tenure]) -> int:
    """The number of the tenure to which a day belongs; the number after the last where it belongs to none."""
    if not day:
        return 0
    for slack in (timedelta(0), SLACK):
        for at, tenure in enumerate(tenures):
            start, end = window(tenure)
            if start <= _moved(day, slack) and _moved(day, -slack) <= end:
                return at
    return len(tenures)


def _holder(part: Person, language: str) -> Holder:
    tenure = part.tenures[0] if part.tenures else None
    dated = [one.seen for one in part.seen if one.seen.day] or [one.seen for one in part.seen]
    office = tenure.office if tenure and tenure.office else dated[0].office if dated else None
    return Holder(
        person=part.ident,
        name=part.name,
        side=part.side,
        side_name=country_name(part.side, language) or part.side,
        office=office or (part.changes[0].office if part.changes else tenure.title if tenure else "?"),
        start=_stated(tenure.start, tenure.start_source) if tenure and tenure.start else _by(part.changes, "takes"),
        end=_stated(tenure.end, tenure.end_source) if tenure and tenure.end else _by(part.changes, "leaves"),
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
        times=len(part.seen),
        changes=part.changes,
        origin=tenure.origin if tenure else None,
        known_as=tenure.person if tenure and tenure.person != part.name else None,
    )


def _stated(day: str, source: str | None) -> Boundary:
    return Boundary(day, "stated", source or "")


def _by(changes: Sequence[ChangeTold], kind: str) -> Boundary | None:
    """The earliest report that tells a change as done: it came on that day or before."""
    for one in changes:
        if one.kind == kind and one.told:
            return Boundary(
                f"../{one.told}", "inferred: a report of that day tells it as done", one.report.id, one.quote
            )
    return None


def _in_succession(found: Sequence[Holder]) -> tuple[Holder, ...]:
    """Name the holder before, where the end of one and the start of the next lie within two months."""
    linked: list[Holder] = []
    for one in found:
        before = next((other for other in reversed(linked) if _hands_over(other, one)), None)
        linked.append(replace(one, follows=before.name) if before else one)
    return tuple(linked)


def _hands_over(before: Holder, after: Holder) -> bool:
    if before.side != after.side or (before.name, before.person) == (after.name, after.person):
        return False
    if not before.end or not after.start or before.end.date.startswith("..") or after.start.date.startswith(".."):
        return False
    close = _moved(earliest(after.start.date), -2 * SLACK) <= latest(before.end.date)
    return close and earliest(before.end.date) <= _moved(latest(after.start.date), SLACK)


def _moved(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day[:10]) + by).isoformat()
    except (OverflowError, ValueError):
        return day
