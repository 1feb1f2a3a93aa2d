"""Where the parts of a chart stand: numbers in, places out, for templates to draw as SVG."""

import math
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

HEIGHT = 100.0


class Column(Struct, frozen=True):
    """A column of a chart: its place from the left (0 to 100), and the two heights that stand on each other."""

    x: float
    width: float
    low: float
    high: float


def columns(numbers: Sequence[tuple[int, int]], gap: float = 0.25) -> tuple[Column, ...]:
    """Columns side by side over the whole width, the highest as high as the chart."""
    most = max((one + other for one, other in numbers), default=0)
    if not most:
        return ()
    step = 100 / len(numbers)
    width = min(step * (1 - gap), 6.0)
    return tuple(
        Column(
            round(place * step + (step - width) / 2, 3),
            round(width, 3),
            round(one / most * HEIGHT, 2),
            round(other / most * HEIGHT, 2),
        )
        for place, (one, other) in enumerate(numbers)
    )


class Lane(Struct, frozen=True):
    """One time in office on a common scale, from 0 to 100: what is stated, and from when to when it is seen.

    Null where nothing is stated, or nothing seen; `open` says that no end is told.
    """

    stated: tuple[float, float] | None
    seen: tuple[float, float] | None
    open: bool


def lanes(
    spans: Sequence[tuple[str | None, str | None, str | None, str | None]], first: str, last: str
) -> tuple[Lane, ...]:
    """Times in office as lanes of one calendar; each is start and end as stated, first and last day seen."""
    begin = date.fromisoformat(first).toordinal()
    whole = max(date.fromisoformat(last).toordinal() - begin, 1)

    def at(day: str) -> float:
        return round((date.fromisoformat(day).toordinal() - begin) / whole * 100, 2)

    found = []
    for start, end, seen, seen_last in spans:
        stated = (at(start or seen or end), at(end or seen_last or start)) if start or end else None  # type: ignore[arg-type]
        found.append(
            Lane(
                (stated[0], max(stated[1], stated[0])) if stated else None,
                (at(seen), at(seen_last)) if seen and seen_last else None,
                end is None,
            )
        )
    return tuple(found)


class Spot(Struct, frozen=True):
    """A place on a circle around (0, 0): the point, where its label stands, and whether the label ends there."""

    x: float
    y: float
    turn: float
    flipped: bool


def circle(number: int, radius: float = 100.0) -> tuple[Spot, ...]:
    """Places evenly round a circle, from the top on; labels are read from left to right on both halves."""
    found = []
    for place in range(number):
        angle = 360 * place / number - 90
        flipped = 90 < angle < 270
        x, y = (radius * part(math.radians(angle)) for part in (math.cos, math.sin))
        found.append(Spot(round(x, 2), round(y, 2), round(angle + 180 if flipped else angle, 2), flipped))
    return tuple(found)
