"""Read a place: venue, city, region, country, in the order in which reports give them."""

from msgspec import Struct

from bangiao.findings.atoms import Atom
from bangiao.findings.names import name_end
from bangiao.findings.offices import walk_body
from bangiao.languages.pack import Pack

_CITY_WORDS = frozenset(("thành phố", "thủ đô", "tp", "thành phố thủ đô", "thị xã", "cố đô", "trung tâm thành phố"))
_REGION_WORDS = frozenset(("tỉnh", "bang", "vùng", "khu tự trị", "đảo", "hòn đảo", "quận", "huyện", "xã", "phường"))


class Place(Struct, frozen=True):
    """Where something took place; spans are of the folded text, null where that part is not told."""

    start: int
    end: int
    venue: tuple[int, int] | None = None
    city: tuple[int, int] | None = None
    region: tuple[int, int] | None = None
    country: str | None = None
    country_at: tuple[int, int] | None = None
    host: bool = False
    channels: tuple[str, ...] = ()


class _Parts:
    def __init__(self) -> None:
        self.venue: tuple[int, int] | None = None
        self.city: tuple[int, int] | None = None
        self.region: tuple[int, int] | None = None
        self.country: str | None = None
        self.country_at: tuple[int, int] | None = None
        self.host = False
        self.channels: tuple[str, ...] = ()


def read_place(atoms: list[Atom], index: int, pack: Pack, located: bool) -> tuple[Place | None, int]:
    """The place that is told from this atom on and the index after it; (null, index) where none is."""
    parts = _Parts()
    position = index
    while position < len(atoms):
        after = _part(atoms, position, pack, parts, located)
        if after == position:
            break
        position = after
        following = _separator(atoms, position)
        if following == position or following >= len(atoms) or not _placelike(atoms[following]):
            break
        position = following
    while position > index and atoms[position - 1].text in (",", "("):
        position -= 1
    if position == index or not (parts.venue or parts.city or parts.region or parts.country):
        return None, index
    if position < len(atoms) and atoms[position].text == ")" and any(a.text == "(" for a in atoms[index:position]):
        position += 1
    place = Place(
        atoms[index].start, atoms[position - 1].end, parts.venue, parts.city, parts.region,
        parts.country, parts.country_at, parts.host, parts.channels,
    )
    return place, position


def _separator(atoms: list[Atom], index: int) -> int:
    """Skip ", ", " (", "ở" between the parts of one place."""
    position = index
    while position < len(atoms) and position < index + 2 and atoms[position].text in (",", "(", "-", "ở", "tại", "của", "thuộc", "nước"):
        position += 1
    return position if position > index else (index if index >= len(atoms) or not _placelike(atoms[index]) else index)


def _placelike(atom: Atom) -> bool:
    return atom.kind in ("city", "region", "country", "short", "venue", "place_head") or atom.text.lower() in (
        _CITY_WORDS | _REGION_WORDS
    )


def _part(atoms: list[Atom], index: int, pack: Pack, parts: _Parts, located: bool) -> int:
    atom = atoms[index]
    word = atom.text.lower()
    if (word in _CITY_WORDS or word in _REGION_WORDS) and index + 1 < len(atoms):
        return _named_area(atoms, index, pack, parts, word in _CITY_WORDS, located)
    if atom.kind == "venue" and parts.venue is None:
        entry = atom.entry("venue")
        walk = walk_body(atoms, index, pack)
        parts.venue = (atom.start, atoms[walk.last - 1].end)
        if walk.country or (entry is not None and entry.code):
            parts.country = parts.country or walk.country or (entry.code if entry else None)
        return walk.last
    if atom.kind == "place_head" and parts.venue is None and parts.city is None:
        walk = walk_body(atoms, index, pack)
        if walk.last > index + 1 or located:
            parts.venue = (atom.start, atoms[walk.last - 1].end)
            parts.country = parts.country or walk.country
            parts.channels = walk.channels
            return walk.last
        return index
    if atom.kind == "city" and parts.city is None and not (atom.entries[0].ambiguous and not located):
        parts.city = (atom.start, atom.end)
        parts.country = parts.country or atom.entries[0].code
        parts.country_at = parts.country_at or (atom.start, atom.end)
        return index + 1
    if atom.kind == "region" and not (atom.entries[0].ambiguous and not located):
        parts.region = parts.region or (atom.start, atom.end)
        parts.country = parts.country or atom.entries[0].code
        parts.country_at = parts.country_at or (atom.start, atom.end)
        return index + 1
    if atom.kind in ("country", "short") and (located or parts.venue or parts.city or parts.region):
        if parts.country is None or parts.country != atom.entries[0].code:
            parts.country = atom.entries[0].code if not parts.city else parts.country
        parts.country_at = (atom.start, atom.end)
        return index + 1
    if located and parts.venue is None and parts.city is None and atom.kind in ("body",) and atom.text[0].isupper():
        walk = walk_body(atoms, index, pack)
        parts.venue = (atom.start, atoms[walk.last - 1].end)
        parts.country, parts.channels = walk.country, walk.channels
        return walk.last
    if located and atom.kind == "cap" and parts.city is None and parts.venue is None:
        last = name_end(atoms, index, pack)
        if last > index:
            parts.city = (atom.start, atoms[last - 1].end)
            return last
    return index


def _named_area(atoms: list[Atom], index: int, pack: Pack, parts: _Parts, city: bool, located: bool) -> int:
    following = atoms[index + 1]
    if following.kind in ("city", "region"):
        last = index + 2
        code = following.entries[0].code
    else:
        last = name_end(atoms, index + 1, pack)
        code = ""
        if last == index + 1:
            return index
    span = (following.start, atoms[last - 1].end)
    if city:
        parts.city = parts.city or span
    else:
        parts.region = parts.region or (atoms[index].start, span[1])
    parts.country = parts.country or code or None
    parts.country_at = parts.country_at or span
    return last
