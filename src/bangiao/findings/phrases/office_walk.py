"""The walk along an office's words: where it stands, what it took last, and what it has learned so far."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.names import ordinary
from bangiao.languages.pack import Entry, Pack

LONGEST_ACRONYM = 8


class OfficeWalk:
    """The walk along an office's atoms."""

    def __init__(self, atoms: list[Atom], index: int, pack: Pack, named: bool) -> None:
        self.atoms, self.pack, self.named = atoms, pack, named
        self.position = index
        self.last = "head"
        self.country: str | None = None
        self.org: str | None = None
        self.channels: list[str] = []
        self.posted = False
        self.head: Entry | None = None
        self.abroad = False
        self.open = False
        self.fallback = ""
        self.venue = False
        self.company: int | None = None
        self.inner = False
        self.cut: int | None = None

    def at(self, offset: int = 0) -> Atom | None:
        """The atom here or a few further, else null."""
        index = self.position + offset
        return self.atoms[index] if 0 <= index < len(self.atoms) else None

    def take(self, count: int, last: str) -> None:
        self.position += count
        self.last = last


def ordinary_at(walk: OfficeWalk, offset: int) -> bool:
    atom = walk.at(offset)
    return (
        atom is not None
        and atom.text[0].isupper()
        and atom.kind == "cap"
        and ordinary(walk.atoms, walk.position + offset, walk.pack)
    )


def lower_pair(walk: OfficeWalk, offset: int = 0) -> bool:
    """Two lower-case syllables that make an ordinary word ("đối ngoại")."""
    first, second = walk.at(offset), walk.at(offset + 1)
    return (
        first is not None
        and second is not None
        and first.kind == second.kind == "word"
        and second.text not in walk.pack.grammar.office_stops
        and f"{first.text} {second.text}" in walk.pack.ordinary
    )
