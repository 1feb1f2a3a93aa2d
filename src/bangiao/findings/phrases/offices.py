"""Read an office: a head (Thủ tướng, Chủ tịch …) and all that belongs to it, up to the name or the verb."""

from msgspec import Struct

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.office_steps import step
from bangiao.findings.phrases.office_walk import OfficeWalk
from bangiao.languages.pack import Entry, Pack


class Office(Struct, frozen=True):
    """One office as the text writes it; `country` and `org` are whose office it is, null where it does not say."""

    first: int
    last: int
    start: int
    end: int
    head: Entry
    country: str | None = None
    org: str | None = None
    channels: tuple[str, ...] = ()
    former: bool = False
    company: tuple[int, int] | None = None


def read_office(atoms: list[Atom], index: int, pack: Pack, named: bool = False) -> Office | None:
    """The office that begins here, or null; `named` says that its holder's name has been read already."""
    walk = OfficeWalk(atoms, index, pack, named)
    former = False
    while (atom := walk.at()) is not None and atom.kind in ("prefix", "late"):
        former = True
        walk.position += 1
    atom = walk.at()
    head = atom.entry("head") if atom is not None else None
    if atom is None or head is None:
        return None
    walk.head, walk.posted = head, head.posted
    walk.position += 1
    while step(walk):
        pass
    last = _trim(walk, index)
    return Office(
        index,
        last,
        atoms[index].start,
        atoms[(walk.cut or last) - 1].end,
        head,
        walk.country,
        walk.org if walk.country is None else None,
        _channels(head, walk),
        former,
        (atoms[walk.company].start, atoms[last - 1].end) if walk.company is not None and walk.company < last else None,
    )


class Walk(Struct, frozen=True):
    """How far a body's, a group's or a venue's name goes, whose it is, and the channels of the bodies in it."""

    last: int
    country: str | None
    org: str | None
    channels: tuple[str, ...]


def walk_body(atoms: list[Atom], index: int, pack: Pack, venue: bool = False) -> Walk:
    """Read the name of a body, a delegation or a venue that begins here; a venue may bear a person's name."""
    walk = OfficeWalk(atoms, index + 1, pack, named=True)
    known = (
        venue and atoms[index].entry("venue") is not None
    )  # its name is whole: what follows in small letters is the sentence
    walk.last, walk.open, walk.venue = "open", not known, venue
    first = atoms[index].entry("body")
    walk.begun = atoms[index].text
    walk.fielded = first is None and atoms[index].entry("field") is not None
    if first is not None:
        walk.channels.extend(first.channel.split())
        walk.fallback, walk.country = first.default, first.code or None
    while step(walk):
        pass
    last = _trim(walk, index)
    channels = walk.channels or ([walk.fallback] if walk.fallback else [])
    return Walk(last, walk.country, None if walk.country else walk.org, tuple(dict.fromkeys(channels)))


def _channels(head: Entry, walk: OfficeWalk) -> tuple[str, ...]:
    """The channels an office stands for: its head's, else its bodies', else what its country tells."""
    if head.channel != "by_body":
        return (head.channel,)
    if walk.channels:
        return tuple(dict.fromkeys(walk.channels))
    if walk.org and not walk.country:
        return ("international",)
    if walk.fallback or head.default:
        return (walk.fallback or head.default,)
    return ("state",) if walk.country and head.words in walk.pack.grammar.leaders else ()


def _trim(walk: OfficeWalk, first: int) -> int:
    """Drop marks and joining words that the walk took in vain."""
    atoms, last = walk.atoms, walk.position
    while last - 1 > first and (
        atoms[last - 1].text in walk.pack.grammar.office_trims
        or (atoms[last - 1].kind == "mark" and atoms[last - 1].text != ")")
    ):
        last -= 1
    return last
