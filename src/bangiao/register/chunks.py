"""Lists of ids short enough for one statement."""

from collections.abc import Iterator

CHUNK = 500  # names in one IN list; both databases take more


def chunks(values: list[str]) -> Iterator[list[str]]:
    """Cut a list of ids."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
