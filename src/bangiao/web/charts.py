"""Where the parts of a chart stand: numbers in, places out, for templates to draw as SVG."""

from collections.abc import Sequence

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
