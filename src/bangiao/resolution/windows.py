"""The days on which a contact can have been, from its date or from the day on which a report tells it."""

from msgspec import Struct

from bangiao.model.findings import Contact
from bangiao.model.vocabulary import Form
from bangiao.resolution.dates import bounds, is_exact, ordinal

_LONG: frozenset[Form] = frozenset({"visit", "conference"})
_LONGEST = 120  # days; a wider window says too little to find a contact by
_TRIP = 7  # days that a trip with one known end may last
_AHEAD = {True: 45, False: 21}  # days by which long and short contacts are announced
_BEHIND = {True: 7, False: 3}  # days after which they are still told without a date
_BEGUN: dict[Form, int] = {"visit": 3, "conference": 3, "ceremony": 1}  # days by which a journey's aim is told early


class Window(Struct, frozen=True):
    """First and last possible day as ordinals, both included; `aim` is the likeliest day.

    `exact` says that the report states the days; `whole` that it states all of them, not one end only.
    """

    first: int
    last: int
    aim: int
    exact: bool = False
    whole: bool = False

    def meets(self, other: "Window", slack: int = 0) -> bool:
        """Whether the two can share a day, or lie at most `slack` days apart."""
        return self.first - slack <= other.last and other.first - slack <= self.last

    def distance(self, other: "Window") -> int:
        """Days between the likeliest days, 0 where one's likeliest day lies among the other's stated days."""
        gaps = [abs(self.aim - other.aim)]
        for one, two in ((self, other), (other, self)):
            if one.exact:
                gaps.append(max(one.first - two.aim, two.aim - one.last, 0))
        return min(gaps)


def window(contact: Contact, published: str | None) -> Window | None:
    """The days on which a contact can have been; null where nothing tells them within a few months."""
    long = contact.form in _LONG
    told = ordinal(published)
    known = bounds(contact.date)
    if known:
        first, last = ordinal(known.first), ordinal(known.last)
        if first is None or last is None:
            return None
        if last - first <= _LONGEST:
            exact = is_exact(contact.date)
            return _stated(contact, first, last, long) if exact else Window(first, last, (first + last) // 2)
        # a conference bears its year in its name: the year of the report says no more than no date
        if contact.form != "conference" or told is None or not first <= told <= last:
            return None
    if (contact.date and not known) or told is None or contact.status == "recalled":
        return None
    if contact.status == "planned":
        return Window(told, told + _AHEAD[long], told + 1)
    if contact.status == "cancelled":
        return Window(told - _AHEAD[True], told + _AHEAD[True], told)
    return Window(told - _BEHIND[long], told + _BEGUN.get(contact.form, 0), told)


def _stated(contact: Contact, first: int, last: int, long: bool) -> Window:
    """A visit told by one of its days lasts an unknown number of days more."""
    start, slash, end = (contact.date or "").partition("/")
    if not long:
        return Window(first, last, first, True, True)
    if not slash:
        return Window(first - _TRIP, last + _TRIP, first, False)
    if start == "..":
        return Window(first - _TRIP, last, last, True)
    if end in ("..", ""):
        return Window(first, last + _TRIP, first, True)
    return Window(first, last, first, True, True)
