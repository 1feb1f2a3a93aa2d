"""What belongs to a visit: the talks, meetings and ceremonies that its visitors had there, on its days."""

from msgspec import Struct

from bangiao.resolution.dates import bounds, is_exact


class Event(Struct, frozen=True):
    """A contact as far as it tells whether it lies inside another; `people` are ids by side, `reports` tell it."""

    id: str
    form: str
    status: str
    date: str | None
    country: str | None
    people: dict[str, frozenset[str]]
    reports: frozenset[str]


def visitors(visit: Event) -> frozenset[str]:
    """The people of a visit who are not of the country that is visited."""
    return frozenset(one for label, people in visit.people.items() if label != visit.country for one in people)


def is_part(part: Event, visit: Event) -> bool:
    """Whether a contact belongs to a visit: a visitor takes part, the host is a side, and the days fit.

    Where the days of either are not stated, one report must tell both, neither as something long past.
    """
    if visit.form != "visit" or part.form == "visit" or "cancelled" in (part.status, visit.status):
        return False
    here = frozenset(one for people in part.people.values() for one in people)
    if not visit.country or visit.country not in part.people or not here & visitors(visit):
        return False
    if part.form in ("call", "message") or (part.country and part.country != visit.country):
        return False
    inside, around = bounds(part.date), bounds(visit.date)
    if inside and around and is_exact(part.date) and is_exact(visit.date) and ".." not in (visit.date or ""):
        return around.first <= inside.first and inside.last <= around.last
    recalled = "recalled" in (part.status, visit.status) and part.status != visit.status
    return bool(part.reports & visit.reports) and not recalled


def whole_of(part: Event, visits: list[Event]) -> Event | None:
    """The visit to which a contact belongs: of several the one told by most of its reports, then the first by id."""
    fitting = [one for one in visits if is_part(part, one)]
    return min(fitting, key=lambda one: (-len(one.reports & part.reports), one.id), default=None)
