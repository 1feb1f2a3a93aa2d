"""How contacts are spread over time: one number for each year, or month where few years are asked for."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.register.records import Density
from bangiao.views.timeline import TimelineQuestion, asked_of

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

_FEW = 3  # years that are shown by month
_HARDLY = 0.01  # of all contacts


class Bar(Struct, frozen=True):
    """A year (YYYY) or month (YYYY-MM) with how many contacts begin in it: those held, and all others."""

    period: str
    held: int
    other: int

    @property
    def number(self) -> int:
        """All contacts of the period."""
        return self.held + self.other


class DensityView(Struct, frozen=True):
    """All periods from the first to the last with a contact, empty ones too.

    A few contacts long before or after all others are left out of the bars: `earlier` and `later` count them.
    """

    unit: Literal["year", "month"]
    bars: tuple[Bar, ...]
    earlier: int = 0
    later: int = 0


def density(register: "Answers", question: TimelineQuestion) -> DensityView:
    """Count the contacts of a question over time; raises QuestionError where a word of it cannot be read."""
    asked, _ = asked_of(register, question)
    yearly = _bars(register.density(asked))
    if not yearly:
        return DensityView("year", ())
    if len(yearly) > _FEW:
        return _without_ends(yearly)
    return DensityView("month", _bars(register.density(asked, monthly=True)))


def _without_ends(bars: tuple[Bar, ...]) -> DensityView:
    """Leave out the years at either end that together hold hardly anything."""
    spare = sum(bar.number for bar in bars) * _HARDLY
    first = next(place for place in range(len(bars)) if sum(bar.number for bar in bars[: place + 1]) > spare)
    last = next(place for place in range(len(bars), 0, -1) if sum(bar.number for bar in bars[place - 1 :]) > spare)
    earlier, later = (sum(bar.number for bar in part) for part in (bars[:first], bars[last:]))
    return DensityView("year", bars[first:last], earlier, later)


def _bars(found: tuple[Density, ...]) -> tuple[Bar, ...]:
    held: dict[str, int] = {}
    other: dict[str, int] = {}
    for one in found:
        counted = held if one.status == "held" else other
        counted[one.period] = counted.get(one.period, 0) + one.number
    known = sorted({*held, *other})
    if not known:
        return ()
    return tuple(Bar(one, held.get(one, 0), other.get(one, 0)) for one in _periods(known[0], known[-1]))


def _periods(first: str, last: str) -> list[str]:
    """Every year or month from the first to the last."""
    if len(first) == 4:
        return [f"{year:04d}" for year in range(int(first), int(last) + 1)]
    months = range(_month(first), _month(last) + 1)
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in months]


def _month(period: str) -> int:
    return int(period[:4]) * 12 + int(period[5:7]) - 1
