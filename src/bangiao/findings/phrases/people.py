"""Read a person: offices before the name, the name, offices after it; or the office alone."""

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.offices import Office, read_office
from bangiao.languages.pack import Pack


class Mention(Struct, frozen=True):
    """A person as one place of the text names them; spans are of the folded text, `first`/`last` of its atoms."""

    first: int
    last: int
    start: int
    end: int
    name: str | None
    name_start: int
    name_end: int
    offices: tuple[Office, ...] = ()
    late: bool = False
    honorific: bool = False
    country: str | None = None
    org: str | None = None
    alias: str | None = None
    vietnamese_form: bool = False

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that the offices stand for."""
        return tuple(dict.fromkeys(channel for office in self.offices for channel in office.channels))

    @property
    def company(self) -> tuple[int, int] | None:
        """The company, bank or fund that the offices name, where no country is told."""
        return next((office.company for office in self.offices if office.company), None)


def read_mention(atoms: list[Atom], index: int, pack: Pack) -> Mention | None:
    """The person that is named or titled from this atom on, or null."""
    position = _address(atoms, index)
    honorific = position > index
    late = any(atoms[i].kind == "late" for i in range(index, min(position + 1, len(atoms))))
    offices, position = _offices_before(atoms, position, pack)
    name_at, after = _name(atoms, position, pack, bool(offices))
    if name_at > position and after > name_at and atoms[position].text == "," and _turns(atoms, index, after, pack):
        after = name_at
    if after == name_at:
        while len(offices) > 1 and offices[-1].head.words in pack.grammar.generic_heads:
            offices.pop()
        if not offices or (
            offices[-1].head.words in pack.grammar.generic_heads and not _bare_leader(atoms, offices[-1])
        ):
            return None
        offices = _one_holder(offices)
        return _mention(atoms, index, offices[-1].last, None, offices, late, honorific)
    if not offices and not honorific and not (_acts(atoms, index, pack) and _bare_name(atoms, name_at, after, pack)):
        return None
    if honorific and after + 1 < len(atoms) and atoms[after].text == "," and atoms[after + 1].entry("spouse"):
        return None
    name = (name_at, after)
    alias, after = _alias(atoms, after, pack)
    before, (offices, position) = offices, _offices_after(atoms, after, offices, pack)
    if len(offices) == len(before) + 1 and atoms[after].text == "," and _turns(atoms, index, position, pack):
        offices, position = before, after
    mention = _mention(atoms, index, position, name, offices, late, honorific)
    native = _native(mention.name or "", pack)
    return _with_country_after(replace(mention, alias=alias, vietnamese_form=native), atoms, position)


def _native(name: str, pack: Pack) -> bool:
    """Whether a name could be Vietnamese: each syllable, and where no letter bears a mark (Hun Sen) what tells it."""
    words, grammar = name.replace("-", " ").split(), pack.grammar
    plain = len(words) > 1 and name.isascii()
    told = not plain or words[0] in grammar.plain_surnames or not grammar.plain_middles.isdisjoint(words[1:-1])
    return told and all(is_vietnamese(word) for word in words)


def _one_holder(offices: list[Office]) -> list[Office]:
    """Chủ tịch Quốc hội Lào, Bộ trưởng Tài chính Lào: with no name, offices that each tell the country are of two."""
    told = [position for position, office in enumerate(offices) if office.country]
    return offices[: told[1]] if len(told) > 1 else offices


def _turns(atoms: list[Atom], first: int, after: int, pack: Pack) -> bool:
    """Sau hội đàm với Thủ tướng Nga, ông Trump nói …: after a person met, the comma leads on to who acts.

    The person begins at `first`, behind a preposition; a verb follows at `after`, with no second comma.
    """
    if first == 0 or after >= len(atoms) or atoms[first - 1].text.lower() not in pack.grammar.met_after:
        return False
    return atoms[after].role("speech") or atoms[after].text in pack.grammar.acts_after


def _alias(atoms: list[Atom], index: int, pack: Pack) -> tuple[str | None, int]:
    """Vladimir Putin (V.Pu-tin): the second spelling in brackets, and the index after it."""
    if index + 2 >= len(atoms) or atoms[index].text != "(":
        return None, index
    end = name_end(atoms, index + 1, pack)
    if end == index + 1 or end >= len(atoms) or atoms[end].text != ")":
        return None, index
    return _between(atoms, index + 1, end), end + 1


def _bare_leader(atoms: list[Atom], office: Office) -> bool:
    """Lãnh đạo Hàn Quốc: the leader of a country; with a body or more words it is a group."""
    return office.last - office.first == 2 and bool(atoms[office.first + 1].entry("country", "short"))


def _with_country_after(mention: Mention, atoms: list[Atom], index: int) -> Mention:
    """…, Chủ tịch Quỹ KKR, Hoa Kỳ: a country alone after the offices is the person's."""
    if mention.country or not mention.offices or index + 1 >= len(atoms):
        return mention
    mark, place = atoms[index], atoms[index + 1]
    closed = (
        index + 2 >= len(atoms)
        or atoms[index + 2].text in (",", ".", ")", ";")
        or atoms[index + 2].kind in ("marker", "word", "trigger")
    )
    if (
        mark.text in (",", "(", "-")
        and place.kind in ("country", "short")
        and closed
        and atoms[index - 1].text != place.text
    ):
        return replace(mention, country=place.entries[0].code, last=index + 2, end=place.end)
    return mention


def _address(atoms: list[Atom], index: int) -> int:
    """Skip forms of address, ranks and degrees."""
    while index < len(atoms):
        atom = atoms[index]
        if (
            atom.entry("honorific", "rank")
            or (atom.text == "." and index and atoms[index - 1].entry("rank", "honorific"))
            or (
                atom.text == ","
                and index
                and atoms[index - 1].entry("rank")
                and index + 1 < len(atoms)
                and atoms[index + 1].entry("rank")
            )
        ):
            index += 1
        else:
            break
    return index


def _offices_before(atoms: list[Atom], index: int, pack: Pack) -> tuple[list[Office], int]:
    """A run of offices of one person, joined by commas or "kiêm"."""
    offices: list[Office] = []
    position = index
    while (office := read_office(atoms, position, pack)) is not None:
        if offices and _other_holder(offices, office, pack):
            break
        offices.append(office)
        position = after = office.last
        if after < len(atoms) and atoms[after].text in pack.grammar.offices_join:
            position = after + 1
            continue
        break
    return offices, offices[-1].last if offices else index


def _other_holder(offices: list[Office], office: Office, pack: Pack) -> bool:
    """Two offices of different countries, or twice the same head, have two holders."""
    before = offices[-1]
    if before.country and office.country and before.country != office.country and not office.head.posted:
        return not any(word in office.head.words for word in pack.grammar.friendship)
    if _both_head_states(before, office):
        return True  # Quốc vương Malaysia, Chủ tịch nước …
    return any(one.head is office.head and one.head.channel != "by_body" for one in offices)


def _both_head_states(before: Office, office: Office) -> bool:
    """Two heads of state: nobody is both, and the second, whose country is not told, is another's."""
    both = before.head.channel == office.head.channel == "state" and office.country is None
    return both and before.head.words not in office.head.words


def _name(atoms: list[Atom], index: int, pack: Pack, office: bool) -> tuple[int, int]:
    """Where the name after the offices begins and ends; equal where there is none."""
    position = index
    if office and position < len(atoms):
        # "Chủ tịch Thượng viện Australia, bà Sue Lines"; "Bộ trưởng … - bà Cham Nimul"
        if (
            atoms[position].text in pack.grammar.before_address
            and position + 1 < len(atoms)
            and atoms[position + 1].entry("honorific", "rank")
        ):
            position += 1
        if position < len(atoms) and atoms[position].text == ":":
            return index, index
    start = _address(atoms, position)
    end = name_end(atoms, start, pack)
    if end == start:
        return index, index
    return start, end


def _acts(atoms: list[Atom], index: int, pack: Pack) -> bool:
    """Whether a bare name stands where a person may: at the head, after a mark, a joining word or a verb of contact."""
    if index == 0:
        return True
    before = atoms[index - 1]
    return before.text.lower() in pack.grammar.before_person or before.kind in ("trigger", "marker", "date", "mark")


def _bare_name(atoms: list[Atom], start: int, end: int, pack: Pack) -> bool:
    """A name without office or address counts where offices follow it, or where it is long and not shouted."""
    if atoms[start].text in pack.grammar.sentence_openers:
        return False  # Theo Reuters, …; Tại Hà Nội, Nhà vua …
    if end < len(atoms) and atoms[end].text == "," and end + 1 < len(atoms) and read_office(atoms, end + 1, pack, True):
        return True
    return end - start >= 2 and not any(atoms[i].text.isupper() and len(atoms[i].text) > 1 for i in range(start, end))


def _offices_after(atoms: list[Atom], index: int, offices: list[Office], pack: Pack) -> tuple[list[Office], int]:
    """Offices that follow the name after commas, a dash or in brackets; not those that lead to the next name."""
    found = list(offices)
    position = index
    while position < len(atoms):
        mark = atoms[position].text
        at = position + 1
        if mark == "(" and at + 1 < len(atoms) and atoms[at].text in pack.grammar.caption_sides:
            while at < len(atoms) and atoms[at].text != ")":
                at += 1
            position = at + 1
            continue
        if mark not in pack.grammar.offices_follow:
            break
        at = _address(atoms, at)
        office = read_office(atoms, at, pack, True)
        if (
            office is not None
            and office.head.words in pack.grammar.generic_heads
            and not (office.country or office.org or office.channels)
        ):
            break
        if office is None or _leads_on(atoms, office.last, pack, bool(offices)):
            break
        if found and mark == "," and _both_head_states(found[-1], office):
            break  # Công chúa A, Phó Chủ tịch nước …
        found.append(office)
        position = office.last
    return found, position


def _leads_on(atoms: list[Atom], index: int, pack: Pack, titled: bool) -> bool:
    """Whether a name stands right after an office: then the office is that name's."""
    start = _address(atoms, index)
    if name_end(atoms, start, pack) > start:
        return True
    if titled and index < len(atoms) and atoms[index].text in (",", "-"):
        after = _address(atoms, index + 1)
        if after > index + 1 and name_end(atoms, after, pack) > after:
            return True
        following = read_office(atoms, index + 1, pack, True)
        if following is not None:
            return _leads_on(atoms, following.last, pack, titled)
    return False


def _mention(
    atoms: list[Atom],
    first: int,
    last: int,
    name: tuple[int, int] | None,
    offices: list[Office],
    late: bool,
    honorific: bool,
) -> Mention:
    country = next((office.country for office in offices if office.country), None)
    org = None if country else next((office.org for office in offices if office.org), None)
    text = None
    start = end = 0
    if name is not None:
        start, end = atoms[name[0]].start, atoms[name[1] - 1].end
        text = _between(atoms, *name)
    return Mention(
        first,
        last,
        atoms[first].start,
        atoms[last - 1].end,
        text,
        start,
        end,
        tuple(offices),
        late,
        honorific,
        country,
        org,
    )


def _between(atoms: list[Atom], first: int, last: int) -> str:
    parts = [atoms[first].text]
    for index in range(first + 1, last):
        parts.append(" " * (atoms[index].start - atoms[index - 1].end) + atoms[index].text)
    return "".join(parts)
