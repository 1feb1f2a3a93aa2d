"""Where a position stands in a text: its line, and the spans of lines."""

from bisect import bisect_right
from collections.abc import Iterator


class Lines:
    """The lines of a text; a line ends at a line feed, a carriage return belongs to the line end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        self.starts.extend(index + 1 for index, ch in enumerate(text) if ch == "\n")

    def number(self, position: int) -> int:
        """The 1-based line that holds a position."""
        return bisect_right(self.starts, position)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Start and end of each line, without its line end."""
        for start, after in zip(self.starts, [*self.starts[1:], len(self.text) + 1], strict=True):
            end = after - 1
            while end > start and self.text[end - 1] == "\r":
                end -= 1
            yield start, end
