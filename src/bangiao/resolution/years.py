"""The year of a date that a report gives without one, from the offices of the people it names.

A year is inferred only where known tenures leave a single one. An end that no page told leaves the years
on that side open: then nothing is said.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from bangiao.model.evidence import Evidence
from bangiao.resolution.dates import bounds
from bangiao.resolution.holders import OPEN_END, OPEN_START, Held

# Reports use an office some days before it is taken and after it is left, and pages disagree by as much.
SLACK = timedelta(days=31)
_NAMED = 2  # holders named for each year ruled out


class InOffice(Struct, frozen=True):
    """A person whom a report shows in a post, with the known tenures and the words that name the office."""

    held: Held
    words: Evidence | None = None


class Inferred(Struct, frozen=True):
    """The years that are left, and who rules out the years beside them, the clearest first."""

    years: tuple[int, ...]
    deciding: tuple[InOffice, ...]


def infer_year(dates: Sequence[str], people: Iterable[InOffice]) -> Inferred | None:
    """The years in which all people can have held their offices on these dates (EDTF with the year XXXX).

    Null where the years stay open on one side, where no year fits, or where the only year fits but for some days.
    """
    seen = list(people)
    limits = _limits(seen)
    if not limits or not dates:
        return None
    around = range(max(limits[0] - 1, 1), min(limits[1] + 2, 10000))
    years = tuple(year for year in around if all(_fits(one, dates, year, SLACK) for one in seen) and _real(dates, year))
    if not years:
        return None
    if len(years) == 1 and not all(_fits(one, dates, years[0], timedelta(0)) for one in seen):
        return None
    return Inferred(years, _deciding(seen, dates, years))


def in_year(edtf: str, year: int) -> str:
    """The date with its year filled in."""
    return edtf.replace("XXXX", f"{year:04}")


def _limits(seen: list[InOffice]) -> tuple[int, int] | None:
    """The first and last year that all tenures leave; null where one side is open."""
    spans = [one.held.windows() for one in seen]
    first = max((min(start for start, _ in windows) for windows in spans), default=OPEN_START)
    last = min((max(end for _, end in windows) for windows in spans), default=OPEN_END)
    if first == OPEN_START or last == OPEN_END:
        return None
    return int(first[:4]), int(last[:4])


def _real(dates: Sequence[str], year: int) -> bool:
    """Whether these days exist in that year: 29 February does not in most."""
    return all(bounds(in_year(one, year)) for one in dates)


def _fits(one: InOffice, dates: Sequence[str], year: int, slack: timedelta) -> bool:
    """Whether the person can have held the office on all these dates of that year."""
    for edtf in dates:
        days = bounds(in_year(edtf, year))
        if days and not one.held.allows(_moved(days.first, -slack), _moved(days.last, slack)):
            return False
    return True


def _moved(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + by).isoformat()
    except (OverflowError, ValueError):
        return day


def _deciding(seen: list[InOffice], dates: Sequence[str], years: tuple[int, ...]) -> tuple[InOffice, ...]:
    """Who rules out the years next to those that are left: at most two people for each, the widest gap first."""
    named: dict[str, InOffice] = {}
    beside = {_next(dates, one, step) for one in years for step in (-1, 1)}
    for year in sorted(beside - set(years)):
        against = [one for one in seen if not _fits(one, dates, year, SLACK)]
        clearest: dict[str, InOffice] = {}
        for one in sorted(against, key=lambda each: (-_gap(each.held, dates, year), each.held.person)):
            clearest.setdefault(one.held.person, one)
        for person, one in list(clearest.items())[:_NAMED]:
            named.setdefault(person, one)
    return tuple(named.values())


def _next(dates: Sequence[str], year: int, step: int) -> int:
    """The year before or after in which these days exist: for 29 February as much as eight years away."""
    away = range(year + step, year + 9 * step, step)
    return next((one for one in away if _real(dates, one)), year + step)


def _gap(held: Held, dates: Sequence[str], year: int) -> int:
    """Days between the dates in that year and the nearest time in office."""
    days = bounds(in_year(dates[0], year))
    if not days:
        return 0
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    gaps = []
    for start, end in held.windows():
        if start > days.last:
            gaps.append((date.fromisoformat(start) - last).days)
        elif end < days.first:
            gaps.append((first - date.fromisoformat(end)).days)
        else:
            gaps.append(0)
    return min(gaps)
