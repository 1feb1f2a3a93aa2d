"""Read a place: venue, city, region, country, in the order in which reports give them."""

from msgspec import Struct

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.offices import walk_body
from bangiao.languages.pack import Entry, Pack


class Place(Struct, frozen=True):
    """Where something took place; spans are of the folded text, null where that part is not told.

    `likely`: the country is only what the venue suggests ("Phủ Chủ tịch"), and a trip abroad outweighs it.
    """

    start: int
    end: int
    venue: tuple[int, int] | None = None
    city: tuple[int, int] | None = None
    region: tuple[int, int] | None = None
    country: str | None = None
    country_at: tuple[int, int] | None = None
    likely: bool = False
    channels: tuple[str, ...] = ()


class _Parts:
    def __init__(self) -> None:
        self.venue: tuple[int, int] | None = None
        self.city: tuple[int, int] | None = None
        self.region: tuple[int, int] | None = None
        self.country: str | None = None
        self.country_at: tuple[int, int] | None = None
        self.likely = ""
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
        following = _separator(atoms, position, pack)
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
        atoms[index].start,
        atoms[position - 1].end,
        parts.venue,
        parts.city,
        parts.region,
        parts.country or parts.likely or None,
        parts.country_at,
        not parts.country and bool(parts.likely),
        parts.channels,
    )
    return place, position


def _separator(atoms: list[Atom], index: int, pack: Pack) -> int:
    """Skip ", ", " (", "ở" between the parts of one place."""
    position = index
    while position < len(atoms) and position < index + 2 and atoms[position].text in pack.grammar.place_joins:
        position += 1
    return position


def _placelike(atom: Atom) -> bool:
    return bool(atom.entry("city", "region", "country", "short", "venue", "place_head", "area"))


def _part(atoms: list[Atom], index: int, pack: Pack, parts: _Parts, located: bool) -> int:
    """Take one part of a place: a venue, a town, a region, a country; the index after it, or `index` for none."""
    atom = atoms[index]
    tied = index > 0 and atoms[index - 1].text.lower() in pack.grammar.at
    if (area := atom.entry("area")) and index + 1 < len(atoms):
        return _named_area(atoms, index, pack, parts, area.code == "city")
    entry = atom.entry("venue")
    if entry is not None and (atom.kind == "venue" or (tied and entry.code)) and parts.venue is None:
        parts.likely = entry.code
        return _venue(atoms, index, pack, parts)
    if atom.kind == "place_head" and parts.venue is None and parts.city is None:
        return _headed(atoms, index, pack, parts, located)
    if (area := atom.entry("city", "region")) and not (area.ambiguous and not located):
        return _town(atom, index, area, parts)
    if (nation := atom.entry("country", "short")) and (located or parts.venue or parts.city or parts.region):
        parts.country = nation.code  # the country that is told outweighs the one a city's name suggests
        parts.country_at = (atom.start, atom.end)
        return index + 1
    if parts.venue is not None or parts.city is not None:
        return index
    if tied and atom.kind == "body" and atom.text[0].isupper() and not atom.entry("trigger"):
        walk = walk_body(atoms, index, pack)
        parts.venue = (atom.start, atoms[walk.last - 1].end)
        parts.country, parts.channels = walk.country, walk.channels
        return walk.last
    if located and atom.kind == "cap" and (last := name_end(atoms, index, pack)) > index:
        after = atoms[last] if last < len(atoms) else None
        begun = after is not None and f"{atom.text} {after.text}".lower() in pack.ordinary
        if last == index + 1 and is_vietnamese(atom.text) and begun:
            return index  # tại Đại sảnh …: a noun with a capital, no town
        parts.city = (atom.start, atoms[last - 1].end)
        return last
    return index


def _venue(atoms: list[Atom], index: int, pack: Pack, parts: _Parts) -> int:
    """Phủ Chủ tịch, Nhà Quốc hội: a venue that the table knows, with whatever its name goes on by."""
    walk = walk_body(atoms, index, pack, venue=True)
    parts.venue = (atoms[index].start, atoms[walk.last - 1].end)
    parts.country = parts.country or walk.country
    return walk.last


def _headed(atoms: list[Atom], index: int, pack: Pack, parts: _Parts, located: bool) -> int:
    """Khách sạn X, Trung tâm Hội nghị Y: a noun for a venue, which needs a name or a word of place before it."""
    walk = walk_body(atoms, index, pack, venue=True)
    if walk.last <= index + 1 and not located:
        return index
    parts.venue = (atoms[index].start, atoms[walk.last - 1].end)
    parts.country = parts.country or walk.country
    parts.channels = walk.channels
    return walk.last


def _town(atom: Atom, index: int, area: Entry, parts: _Parts) -> int:
    """Hà Nội, Lào Cai: a town or a region that the table knows, and the country it lies in."""
    span = (atom.start, atom.end)
    if area.kind == "city" and parts.city is None:
        parts.city = span
    else:
        parts.region = parts.region or span
    parts.country = parts.country or area.code or None
    parts.country_at = parts.country_at or span
    return index + 1


def _named_area(atoms: list[Atom], index: int, pack: Pack, parts: _Parts, city: bool) -> int:
    """thủ đô Viêng Chăn, tỉnh Wakayama, thành phố thủ đô …: the noun and the name after it."""
    at = index + 1
    while at < len(atoms) and (atoms[at].entry("area") or atoms[at].text == "."):
        at += 1
    if at >= len(atoms):
        return index
    following = atoms[at]
    known = following.entry("city", "region")
    last = at + 1 if known else name_end(atoms, at, pack)
    if last == at:
        return index
    span = (following.start, atoms[last - 1].end)
    if city:
        parts.city = parts.city or span
    else:
        parts.region = parts.region or (atoms[index].start, span[1])
    if known:
        parts.country = parts.country or known.code or None
        parts.country_at = parts.country_at or span
    return last
