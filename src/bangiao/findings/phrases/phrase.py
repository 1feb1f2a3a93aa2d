"""A phrase: a stretch of a sentence with one use."""

from msgspec import Struct

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.people import Mention
from bangiao.findings.phrases.places import Place
from bangiao.languages.pack import Entry
from bangiao.model.dates import DateMention

WHO = ("people", "group", "country", "org")  # the kinds of phrase that can act or be met


class Phrase(Struct, frozen=True, gc=False):
    """A stretch of a sentence with one use.

    `kind`: people, group, country, pair (of countries), org, place, date, trigger, marker, pronoun, title, spouse,
    mark, word. `mentions` of people, joined by `together` ("cùng") or not; `country`/`org`/`channels` of a group;
    `place` of a place.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    together: bool = False
    entry: Entry | None = None
    place: Place | None = None
    date: DateMention | None = None
    country: str | None = None
    org: str | None = None
    channels: tuple[str, ...] = ()
    atom: Atom | None = None
    proper: bool = False
    both: bool = False
    title: Mention | None = None

    def pair(self) -> "tuple[Phrase, ...]":
        """The two countries of "liên Triều", each with the span of the word."""
        codes = self.entry.code.split() if self.kind == "pair" and self.entry is not None else []
        return tuple(Phrase("country", self.start, self.end, self.text, country=code, atom=self.atom) for code in codes)

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the folded text."""
        return self.start, self.end

    def tells(self, *frames: str) -> bool:
        """Whether it is a verb or noun of one of these kinds of contact ("visit", "event", "meet" …)."""
        return self.kind == "trigger" and self.entry is not None and self.entry.frame in frames

    def role(self, *roles: str) -> bool:
        """Whether it is a marker with one of these roles."""
        if self.both:
            return "both" in roles
        return self.atom is not None and self.atom.role(*roles)
