"""What a count rests on: how many reports were read, of which outlets and months, and where nothing was read."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.ask_texts import ReportDay
from bangiao.resolution.copies import outlet_key
from bangiao.views.doubts import DoubtKind

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

NOT_STATED = ""


class Reading(Struct, frozen=True):
    """How many reports of a month or year (YYYY-MM, YYYY) were read, and how many of them tell a contact."""

    period: str
    reports: int
    diplomatic: int


class Gap(Struct, frozen=True):
    """Months, from the first to the last (YYYY-MM), between the first and last report read, without any report."""

    first: str
    last: str


class OutletRead(Struct, frozen=True):
    """What was read of one outlet; `outlet` is empty where reports state none, `undated` state no day."""

    outlet: str
    reports: int
    undated: int
    months: tuple[Reading, ...]
    gaps: tuple[Gap, ...]


class Coverage(Struct, frozen=True):
    """All reports read that had appeared by the morning of `on`, by year, month and outlet, with the gaps.

    `undated` states no day of publication; `left_out` were read, but appeared on the day or later, or state no
    day while the question is about the past. `doubts` counts what reading them left unsure.
    """

    on: str
    reports: int
    diplomatic: int
    undated: int
    left_out: int
    years: tuple[Reading, ...]
    months: tuple[Reading, ...]
    gaps: tuple[Gap, ...]
    outlets: tuple[OutletRead, ...]
    doubts: tuple[DoubtKind, ...] = ()

    def read_in(self, year: str) -> int:
        """How many of the reports read appeared in a year."""
        return next((one.reports for one in self.years if one.period == year), 0)


def coverage(register: "Known", *, with_doubts: bool = True) -> Coverage:
    """What was read, as known on the morning for which the register is asked."""
    days = register.report_days()
    doubts = register.doubt_kinds() if with_doubts else {}
    read = sum(one.reports for one in days)
    return Coverage(
        on=register.morning.on,
        reports=read,
        diplomatic=sum(one.diplomatic for one in days),
        undated=sum(one.reports for one in days if not one.published),
        left_out=register.counts().reports - read,
        years=_by(days, 4),
        months=_by(days, 7),
        gaps=_gaps(_by(days, 7)),
        outlets=_outlets(days),
        doubts=tuple(DoubtKind(kind, number) for kind, number in doubts.items()),
    )


def _by(days: Iterable[ReportDay], length: int) -> tuple[Reading, ...]:
    """Sums by the first characters of the day: 4 for years, 7 for months."""
    reports: Counter[str] = Counter()
    diplomatic: Counter[str] = Counter()
    for one in days:
        if one.published:
            reports[one.published[:length]] += one.reports
            diplomatic[one.published[:length]] += one.diplomatic
    return tuple(Reading(period, reports[period], diplomatic[period]) for period in sorted(reports))


def _outlets(days: Iterable[ReportDay]) -> tuple[OutletRead, ...]:
    """By outlet under all its names, the most read first; those that state no outlet last."""
    found: dict[str, list[ReportDay]] = {}
    for one in days:
        found.setdefault(outlet_key(one.outlet) or NOT_STATED, []).append(one)
    rows = []
    for own in found.values():
        named = Counter({one.outlet: one.reports for one in own if one.outlet})
        months = _by(own, 7)
        undated = sum(one.reports for one in own if not one.published)
        name = named.most_common(1)[0][0] if named else NOT_STATED
        rows.append(OutletRead(name, sum(one.reports for one in own), undated, months, _gaps(months)))
    return tuple(sorted(rows, key=lambda one: (not one.outlet, -one.reports, one.outlet)))


def _gaps(months: tuple[Reading, ...]) -> tuple[Gap, ...]:
    """The stretches of months in between of which nothing was read."""
    there = [_number(one.period) for one in months]
    return tuple(Gap(_month(one + 1), _month(other - 1)) for one, other in pairwise(there) if other - one > 1)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
