"""Read an office: a head (Thủ tướng, Chủ tịch …) and all that belongs to it, up to the name or the verb."""

from msgspec import Struct

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.findings.phrases.names import name_end, ordinary, starts_name
from bangiao.languages.pack import Entry, Pack

_ACRONYM = 8


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


class _Reading:
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


def read_office(atoms: list[Atom], index: int, pack: Pack, named: bool = False) -> Office | None:
    """The office that begins here, or null; `named` says that its holder's name has been read already."""
    walk = _Reading(atoms, index, pack, named)
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
    while _step(walk):
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
    walk = _Reading(atoms, index + 1, pack, named=True)
    walk.last, walk.open, walk.venue = "open", True, venue
    first = atoms[index].entry("body")
    if first is not None:
        walk.channels.extend(first.channel.split())
        walk.fallback = first.default
    while _step(walk):
        pass
    last = _trim(walk, index)
    channels = walk.channels or ([walk.fallback] if walk.fallback else [])
    return Walk(last, walk.country, None if walk.country else walk.org, tuple(dict.fromkeys(channels)))


def _channels(head: Entry, walk: _Reading) -> tuple[str, ...]:
    """The channels an office stands for: its head's, else its bodies', else what its country tells."""
    if head.channel != "by_body":
        return (head.channel,)
    if walk.channels:
        return tuple(dict.fromkeys(walk.channels))
    if walk.fallback or head.default:
        return (walk.fallback or head.default,)
    if walk.org:
        return ("international",)
    return ("state",) if walk.country and head.words in walk.pack.grammar.leaders else ()


def _trim(walk: _Reading, first: int) -> int:
    """Drop marks and joining words that the walk took in vain."""
    atoms, last = walk.atoms, walk.position
    while last - 1 > first and (
        atoms[last - 1].text in walk.pack.grammar.office_trims
        or (atoms[last - 1].kind == "mark" and atoms[last - 1].text != ")")
    ):
        last -= 1
    return last


def _step(walk: _Reading) -> bool:
    """Take the next part of the office; false where the office ends."""
    atom = walk.at()
    if atom is None:
        return False
    text = atom.text
    if text in walk.pack.grammar.also_holding:
        return False
    if body := atom.entry("body", "field"):
        return _take_body(walk, body)
    if atom.entry("country", "short", "region", "city", "org"):
        return _take_place(walk, atom)
    if atom.kind == "tail" or (atom.kind == "prefix" and walk.last == "head"):
        about = text in walk.pack.grammar.in_charge_of
        walk.open = walk.open or about
        walk.take(1, "about" if about else walk.last)
        return True
    if walk.venue and walk.last == "open" and atom.entry("head", "rank", "honorific"):
        walk.take(1, "open")
        return True
    if atom.entry("head") and walk.last in ("head", "of"):
        walk.inner = walk.inner or walk.last == "of"
        walk.take(1, "head")
        if (
            (entry := atom.entry("head"))
            and entry.channel != "by_body"
            and walk.head
            and walk.head.channel == "by_body"
        ):
            walk.channels.append(entry.channel)
        return True
    if text == "(":
        return _take_acronym(walk)
    if text in walk.pack.grammar.office_joints:
        return _take_joint(walk)
    if text in walk.pack.grammar.office_prepositions:
        return _take_preposition(walk, text)
    if atom.kind == "cap":
        return _take_capital(walk)
    if (
        atom.kind in ("place_head", "venue", "trigger")
        and text[0].isupper()
        and walk.last in ("head", "of", "open", "body")
    ):
        walk.take(1, "open")
        walk.open = True
        if atom.kind == "trigger":
            walk.channels.append("other")
        return True
    if atom.kind in ("word", "delegation", "number", "marker", "prefix", "late") and walk.last in (
        "open",
        "plain",
        "head",
        "field",
        "cap",
        "about",
    ):
        return _take_plain(walk, atom)
    if walk.last == "body" and _lower_pair(walk) and (after := walk.at(2)) is not None and after.entry("country"):
        walk.take(2, "plain")  # Cảnh sát quốc gia <nước>
        return True
    return False


def _take_body(walk: _Reading, body: Entry) -> bool:
    walk.channels.extend(body.channel.split())
    walk.fallback = walk.fallback or body.default
    if body.channel == "business" and walk.company is None:
        walk.company = walk.position
    walk.take(1, "field" if body.kind == "field" else "open" if body.open else "body")
    walk.open = walk.open or body.open
    return True


def _take_place(walk: _Reading, atom: Atom) -> bool:
    entry = atom.entry("country", "short", "region", "city", "org")
    if entry is None:
        return False
    if entry.kind in ("city", "region") and walk.last == "country" and not walk.named:
        return False
    if not walk.abroad and walk.last != "about":
        if entry.kind == "org":
            walk.org = walk.org or entry.code
        else:
            walk.country = walk.country or entry.code or None
            if entry.kind in ("city", "region") and entry.code and walk.last in ("head", "open", "body", "of"):
                walk.channels.append("local")
    walk.take(1, "country")
    return True


def _take_acronym(walk: _Reading) -> bool:
    """(UAE), (CPP), (Hoa Kỳ), (JICA): a short bracket inside an office."""
    inner, close = walk.at(1), walk.at(2)
    if inner is None or close is None or close.text != ")":
        return _take_bracket(walk)
    if inner.entry("country", "short", "region", "city"):
        if walk.country is None and not walk.abroad:
            walk.country = (inner.entry("country", "short", "region", "city") or inner.entries[0]).code
        walk.take(3, "acronym")
        return True
    if inner.kind == "org" and not walk.country:
        walk.org = inner.entries[0].code  # the short form names the organisation itself, not the one it belongs to
    if inner.entry("body") and walk.last != "head":
        walk.take(3, "acronym")
        return True
    if inner.kind in ("cap", "org", "body") and inner.text.upper() == inner.text and len(inner.text) <= _ACRONYM:
        walk.take(3, "acronym")
        return True
    return False


def _take_bracket(walk: _Reading) -> bool:
    """(Pheu Thai): the foreign name of a body."""
    length = 1
    while (atom := walk.at(length)) is not None and atom.kind == "cap" and length < 4:
        length += 1
    first = walk.at(1)
    foreign = length == 2 and first is not None and not is_vietnamese(first.text)
    if (length > 2 or foreign) and walk.open and atom is not None and atom.text == ")":
        walk.take(length + 1, "acronym")
        return True
    return False


def _take_joint(walk: _Reading) -> bool:
    """A comma, "và" or a dash that joins parts of one office's name."""
    text, following = walk.at(), walk.at(1)
    if text is None or following is None:
        return False
    if text.text == "-":
        if walk.last == "country" and following.entry("country", "short") and (walk.channels or walk.open):
            walk.take(2, "country")
            return True
        if walk.last in ("field", "plain", "open") and (following.entry("field") or _ordinary_at(walk, 1)):
            walk.take(1, walk.last)
            return True
        if walk.last in ("open", "cap") and following.kind == "cap" and walk.named:
            walk.take(1, walk.last)
            return True
        return False
    if text.text in walk.pack.grammar.joining:
        if following.entry("field") or (
            following.entry("body") and walk.last in ("body", "country", "open", "field", "cap") and walk.named
        ):
            walk.take(1, "field")
            return True
        if following.entry("body") and walk.last in ("body",):
            walk.take(1, "body")
            return True
        if walk.last in ("field", "plain", "open", "cap") and _ordinary_at(walk, 1):
            walk.take(1, "field")
            return True
        if (walk.last in ("field", "plain") or walk.open) and _lower_pair(walk, 1):
            walk.take(3, "plain")
            return True
        if walk.last in ("field", "plain", "body", "open") and (length := _lower_until_country(walk)):
            walk.take(length, "plain")
            return True
        return False
    if walk.named and (body := following.entry("body")) and body.open and body.channel in ("other", "business"):
        walk.take(1, "of")
        return True
    if _country_closes(walk, following):
        walk.take(2, "country")
        return True
    # "Ngoại giao, Hội nhập khu vực và Kiều dân": a list of fields closes with "và"
    if walk.last in ("field", "plain") and (following.entry("field") or _ordinary_at(walk, 1)) and _list_closes(walk):
        walk.take(1, "field")
        return True
    return False


def _country_closes(walk: _Reading, following: Atom) -> bool:
    """Chủ tịch Khu tự trị X, Trung Quốc: the country after the place or the body of an office, no list of countries."""
    entry, after = following.entry("country", "short"), walk.at(2)
    if entry is None or not walk.channels or walk.posted or walk.last in ("head", "of", "acronym"):
        return False
    if walk.country not in (None, entry.code) or (walk.country and walk.atoms[walk.position - 1].entry("country")):
        return False
    if after is not None and after.text in walk.pack.grammar.list_joins and (third := walk.at(3)) is not None:
        if third.entry("country", "short"):
            return False
    walk.country = entry.code
    return True


def _lower_until_country(walk: _Reading) -> int:
    """và người có công <country>: lower-case words that close a ministry's name before its country; 0 where none follows."""
    for offset in range(2, 6):
        atom = walk.at(offset)
        if atom is None:
            return 0
        if atom.entry("country", "short") or atom.text in walk.pack.grammar.country_noun:
            return offset
        if not atom.text.islower() or atom.kind in ("trigger", "marker") or atom.text in walk.pack.grammar.office_stops:
            return 0
    return 0


def _list_closes(walk: _Reading) -> bool:
    for offset in range(1, 9):
        atom = walk.at(offset)
        if atom is None or atom.kind in ("trigger", "head", "honorific", "date"):
            return False
        if atom.text in walk.pack.grammar.office_of:
            return (
                offset > 1 and (following := walk.at(offset + 1)) is not None and bool(following.entry("head", "body"))
            )
        if atom.text in walk.pack.grammar.joining:
            following = walk.at(offset + 1)
            return following is not None and bool(
                following.entry("field")
                or _ordinary_at(walk, offset + 1)
                or (following.text.islower() and following.kind == "word")
            )
    return False


def _ordinary_at(walk: _Reading, offset: int) -> bool:
    atom = walk.at(offset)
    return (
        atom is not None
        and atom.text[0].isupper()
        and atom.kind == "cap"
        and ordinary(walk.atoms, walk.position + offset, walk.pack)
    )


def _take_preposition(walk: _Reading, text: str) -> bool:
    following = walk.at(1)
    if following is None:
        return False
    place = following.kind in ("country", "short", "region", "city", "org")
    if text in walk.pack.grammar.country_noun and following.kind in ("country", "short"):
        walk.take(1, walk.last)
        return True
    if text in walk.pack.grammar.posted_at:
        if walk.venue:
            return False
        if place and (walk.posted or walk.org or "open" in walk.last or walk.last == "acronym" or walk.open):
            walk.abroad = True
            walk.take(2, "country")
            return True
        if (
            text in walk.pack.grammar.at_place
            and walk.named
            and following.entry("body", "place_head")
            and following.text[0].isupper()
        ):
            walk.take(1, "of")
            return True
        if text in walk.pack.grammar.at_place and walk.posted and following.text in walk.pack.grammar.nations:
            walk.abroad = True
            walk.take(1, "of")
            return True
        return False
    if text in walk.pack.grammar.every:
        third = walk.at(2)
        nations = following.text in walk.pack.grammar.country_noun and third is not None and third.kind == "org"
        if nations or following.entry("body") or (walk.open and following.kind == "word"):
            walk.take(2 if nations else 1, "of" if nations else walk.last)
            return True
        return False
    if text in walk.pack.grammar.part_of and not walk.named and (length := _clause_before_name(walk)):
        walk.cut = walk.position
        walk.take(length, "body")
        return True
    if text in walk.pack.grammar.office_of:
        if place or following.entry("body", "head", "field") or following.text in walk.pack.grammar.nations:
            walk.take(1, "of")
            return True
        if following.kind in ("cap", "place_head") and (walk.named or walk.open or walk.last == "head"):
            walk.take(1, "open")
            walk.open = True
            return True
        return False
    if text in walk.pack.grammar.in_charge_of:
        if walk.venue or (
            walk.last == "head"
            and walk.head is not None
            and (
                walk.head.words in walk.pack.grammar.leaders
                or (walk.head.channel != "by_body" and following.text in walk.pack.grammar.plurals)
            )
        ):
            return False
        walk.take(1, "about")
        walk.open = True
        return True
    return False


def _clause_before_name(walk: _Reading) -> int:
    """thuộc liên minh cầm quyền <name>: how many words stand before the name, 0 where none follows."""
    for offset in range(1, 7):
        atom = walk.at(offset)
        if atom is None or atom.text in (",", ".", ";"):
            return 0
        if atom.kind == "cap" and name_end(walk.atoms, walk.position + offset, walk.pack) > walk.position + offset:
            return offset if offset > 1 else 0
        if not atom.text.islower():
            return 0
    return 0


def _take_capital(walk: _Reading) -> bool:
    """Capital words: part of the body's name, or the holder's name, where the office ends."""
    if _ordinary_at(walk, 0):
        walk.take(2, "plain")
        return True
    atom = walk.at()
    if atom is None:
        return False
    if (
        atom.text.isupper()
        and 1 < len(atom.text) <= _ACRONYM
        and walk.last in ("open", "body", "head", "of", "plain", "country")
    ):
        following, after = walk.at(1), walk.at(2)
        surname = walk.last == "country" and after is not None and after.text == "-"  # LEE Wan-kyu
        if not surname and (
            following is None or following.kind != "cap" or walk.last == "open" or not following.text.isupper()
        ):
            walk.take(1, "acronym")
            return True
    following = walk.at(1)
    if (
        is_vietnamese(atom.text)
        and following is not None
        and following.kind == "word"
        and f"{atom.text} {following.text}".lower() in walk.pack.ordinary
    ):
        walk.take(2, "plain")
        return True
    end = name_end(walk.atoms, walk.position, walk.pack)
    if end > walk.position and walk.inner and walk.named:
        walk.cut = walk.cut or walk.position  # Đặc phái viên của Tổng thống X: the name is the President's
        walk.take(end - walk.position, "country")
        walk.inner = False
        return True
    if end == walk.position:
        if walk.last in ("open", "of", "about") and not starts_name(walk.atoms, walk.position, walk.pack):
            walk.take(1, "cap")
            return True
        return False
    if (
        walk.last in ("open", "about")
        and end == walk.position + 1
        and following is not None
        and following.text.islower()
        and following.kind != "trigger"
        and following.start == atom.end + 1
    ):
        walk.take(1, "open")
        return True
    if (walk.last not in ("open", "of", "plain", "about") and not walk.named) or not walk.open:
        return False
    if walk.named:
        walk.take(end - walk.position, "cap")
        return True
    share = _body_share(walk, end)
    if share:
        walk.take(share, "cap")
    return share > 0


def _body_share(walk: _Reading, end: int) -> int:
    """How many words of a run of capitals after an open body name the body; the rest names the person."""
    words = [walk.atoms[i] for i in range(walk.position, end)]
    count = len(words)
    if walk.last == "plain":
        return 0
    kinds = [is_vietnamese(word.text) for word in words]
    for index in range(1, count):
        if (
            kinds[index] != kinds[index - 1]
            and kinds[index:] == [kinds[index]] * (count - index)
            and words[index].kind == "cap"
        ):
            return index
    if count <= 2:
        # a party's or a province's name before the holder's is told by the lexicon; a company's is open
        return count if count == 1 or {"business", "other"} & set(walk.channels) else 0
    return max(1, count - 3)


def _take_plain(walk: _Reading, atom: Atom) -> bool:
    """Lower-case words inside the name of an open body ("Nghiên cứu đổi mới sáng tạo toàn cầu")."""
    after = walk.at(1)
    closes = walk.open and after is not None and (after.text == "(" or bool(after.entry("country")))
    if atom.text in walk.pack.grammar.office_stops or (
        not (closes and atom.role("speech"))  # Đảng Cánh tả thống nhất (X)
        and atom.role("speech", "past", "future", "both", "inviter", "cancelled", "negative")
    ):
        return False
    if walk.named and walk.last in ("head", "plain") and not walk.open and _lower_pair(walk):
        walk.take(2, "plain")
        return True
    if not (walk.open and atom.kind != "marker") and not closes and not _goes_on(walk):
        return False
    walk.take(1, "plain")
    return True


def _lower_pair(walk: _Reading, offset: int = 0) -> bool:
    """Two lower-case syllables that make an ordinary word ("đối ngoại")."""
    first, second = walk.at(offset), walk.at(offset + 1)
    return (
        first is not None
        and second is not None
        and first.kind == second.kind == "word"
        and second.text not in walk.pack.grammar.office_stops
        and f"{first.text} {second.text}" in walk.pack.ordinary
    )


def _goes_on(walk: _Reading) -> bool:
    """Whether lower-case words lead to more of the office: a body, a field, a country ("Giám đốc quốc gia Ngân hàng …")."""
    for offset in range(1, 5):
        atom = walk.at(offset)
        if atom is None or atom.text in walk.pack.grammar.office_stops or atom.text in (",", "."):
            return False
        if atom.entry("country", "org"):
            return walk.last != "head" or (
                (before := walk.at(offset - 1)) is not None and before.text in walk.pack.grammar.of
            )
        if atom.entry("body", "field") or (atom.text in walk.pack.grammar.joining and _ordinary_at(walk, offset + 1)):
            return True
        if atom.role("speech", "past", "future", "both", "inviter", "cancelled", "negative"):
            return False
        if not (atom.text.islower() or atom.kind == "number") or atom.kind == "trigger":
            return False
    return False
