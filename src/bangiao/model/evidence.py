"""Where the words stand that say a thing: every stored field carries such a citation."""

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A stretch of a report's text, half-open, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end


class Evidence(Struct, frozen=True):
    """The quoted words that say one field outright, and the rule that read them.

    `field` is the path of what the words say ("date", "sides.0.people.1.office"). Several entries of
    one path (offices before and after a name) give the value when joined with ", ".
    `start` and `end` count code points of the report's text; `line` is 1-based there.
    """

    field: str
    start: int
    end: int
    line: int
    quote: str
    rule: str


class Inference(Struct, frozen=True):
    """Why a field holds a value that no words say outright, and the words it was read from.

    `quote` is empty, and the offsets are null, where the reason rests on no words of the report
    (a publication date given with the page).
    """

    field: str
    reason: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
    quote: str = ""


class Doubt(Struct, frozen=True):
    """Something the reader could not do or is not sure of, for a person to look at.

    `kind` is a short fixed word ("verb-without-contact", "person-without-country", "date-not-placed",
    "language", "no-report" ...); `message` says what and what to do, in plain words.
    """

    kind: str
    message: str
    start: int | None = None
    end: int | None = None
    line: int | None = None
    quote: str = ""
