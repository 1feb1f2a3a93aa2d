"""The walk along an office's words: where it stands, what it took last, and what it has learned so far."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.names import ordinary
from bangiao.languages.pack import Entry, Pack

LONGEST_ACRONYM = 8


class OfficeWalk:
    """The walk along an office's atoms.

    `last` is what it took last: head, body, field, country, of, about, acronym, plain and cap words, or open, where the
    name of a body goes on with words of any kind. `cut` is where the office ends although the walk went on.
    """

    def __init__(self, atoms: list[Atom], index: int, pack: Pack, named: bool) -> None:
        self.atoms, self.pack, self.named = atoms, pack, named
        self.position = index
        self.begun = ""  # the body that a walk along a body's name began with
        self.fielded = False  # a field of work without its ministry
        self.last = "head"
        self.head: Entry | None = None
        self.country: str | None = None
        self.org: str | None = None
        self.channels: list[str] = []
        self.fallback = ""  # the channel where no body tells one
        self.posted = False  # the head is sent abroad, so that a place may be where it serves
        self.abroad = False  # what follows is where it serves, not whose office it is
        self.open = False
        self.venue = False
        self.charged = False  # a field of work is told with "phụ trách" or "về"
        self.inner = False  # an office of another office: "Đặc phái viên của Tổng thống"
        self.company: int | None = None
        self.cut: int | None = None

    def at(self, offset: int = 0) -> Atom | None:
        """The atom here or a few further, else null."""
        index = self.position + offset
        return self.atoms[index] if 0 <= index < len(self.atoms) else None

    def take(self, count: int, last: str) -> bool:
        """Go on by some atoms; always true, so that a step can end with it."""
        self.position += count
        self.last = last
        return True

    def small_after(self) -> bool:
        """Whether a lower-case word follows the atom here."""
        following = self.at(1)
        return (
            following is not None and following.kind == "word" and following.text not in self.pack.grammar.office_stops
        )

    def ordinary_at(self, offset: int) -> bool:
        """Whether two capital syllables that make an ordinary word stand there ("Đối ngoại")."""
        atom = self.at(offset)
        return (
            atom is not None
            and atom.text[0].isupper()
            and atom.kind == "cap"
            and ordinary(self.atoms, self.position + offset, self.pack)
        )

    def lower_pair(self, offset: int = 0) -> bool:
        """Whether two lower-case syllables that make an ordinary word stand there ("đối ngoại")."""
        first, second = self.at(offset), self.at(offset + 1)
        return (
            first is not None
            and second is not None
            and first.kind == second.kind == "word"
            and second.text not in self.pack.grammar.office_stops
            and f"{first.text} {second.text}" in self.pack.ordinary
        )
