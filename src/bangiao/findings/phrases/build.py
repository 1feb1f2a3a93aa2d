"""Gather atoms into phrases: people (and lists of them), groups, places, countries, dates, triggers, markers."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.groups import everyone_end, read_group, spread_office, written
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.offices import read_office
from bangiao.findings.phrases.people import Mention, read_mention
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.places import read_place
from bangiao.languages.grammar import Grammar
from bangiao.languages.pack import Pack

_Read = tuple[Phrase, int] | None  # a phrase and the index after it, or null where it is another's to read
_PERSON_KINDS = ("head", "prefix", "late", "honorific", "rank", "cap")


def gather(atoms: list[Atom], pack: Pack) -> list[Phrase]:
    """The phrases of one sentence, in order; people one by one, before lists are joined."""
    phrases: list[Phrase] = []
    index = 0
    while index < len(atoms):
        phrase, index = _next(atoms, index, phrases, pack)
        phrases.append(phrase)
    return phrases


def _next(atoms: list[Atom], index: int, phrases: list[Phrase], pack: Pack) -> tuple[Phrase, int]:
    """The phrase that begins here, and the index after it; the readings are tried from the surest on."""
    atom = atoms[index]
    before = atoms[index - 1] if index else None
    if atom.kind == "date":
        return Phrase("date", atom.start, atom.end, atom.text, date=atom.date), index + 1
    if not atom.entries and atom.kind != "cap" and not _opens(atom, before, pack.grammar):
        return _as_it_is(atom), index + 1
    return (
        _two_holders(atoms, index, pack)
        or _spouse(atoms, index, pack)
        or _capital(atoms, index, phrases, pack)
        or _place(atoms, index, pack)
        or _verb(atoms, index, pack)
        or _pronoun(atoms, index, pack)
        or _person(atoms, index, phrases, pack)
        or _body(atoms, index, pack)
        or (_nation(atom) or _as_it_is(atom), index + 1)
    )


def _two_holders(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """hai Thủ tướng: two holders of one office, known from before."""
    atom = atoms[index]
    if atom.text.lower() not in pack.grammar.two or index + 1 >= len(atoms) or not atoms[index + 1].entry("head"):
        return None
    office = read_office(atoms, index + 1, pack)
    if office is None or office.country is not None or name_end(atoms, office.last, pack) != office.last:
        return None
    return Phrase("marker", atom.start, office.end, written(atoms, index, office.last), both=True), office.last


def _capital(atoms: list[Atom], index: int, phrases: list[Phrase], pack: Pack) -> _Read:
    """đàm phán với Seoul, giữa Moscow và Tehran: with whom, so that the capital stands for its country."""
    entry = atoms[index].entry("city")
    if entry is None or not entry.capital or not phrases:
        return None
    words = pack.grammar.stood_for
    paired = len(phrases) > 2 and phrases[-1].text in pack.grammar.pair_joins and phrases[-2].kind == "country"
    if phrases[-1].text not in words and not (paired and phrases[-3].text in words):
        return None
    atom = atoms[index]
    return Phrase("country", atom.start, atom.end, atom.text, country=entry.code, atom=atom, entry=entry), index + 1


def _place(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """tại Phủ Chủ tịch, ở Viêng Chăn: after a word of place, or what only names one."""
    located = index > 0 and atoms[index - 1].text in pack.grammar.locative
    named = pack.grammar.named_organisation
    if atoms[index].kind == "trigger" and index and atoms[index].text in named:
        return None
    town = atoms[index].entry("area") and index + 1 < len(atoms) and atoms[index + 1].entry("city")
    if not (located or town or atoms[index].entry("venue", "place_head", "city", "region")):
        return None
    place, last = read_place(atoms, index, pack, located=located)
    if place is None or last <= index:
        return None
    text = written(atoms, index, last)
    return Phrase("place", place.start, place.end, text, place=place, country=place.country), last


def _verb(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """A verb or noun of contact; inside a sentence some are the name of an organisation."""
    atom = atoms[index]
    if atom.kind != "trigger":
        return None
    if index and atom.text in pack.grammar.named_organisation:
        return Phrase("word", atom.start, atom.end, atom.text, atom=atom, proper=True), index + 1
    if atom.entry("head"):
        return None
    return Phrase("trigger", atom.start, atom.end, atom.text, entry=atom.entry("trigger"), atom=atom), index + 1


def _pronoun(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """ông, bà: without a name, a rank or another address after it."""
    atom = atoms[index]
    if atom.text not in pack.grammar.pronouns or name_end(atoms, index + 1, pack) != index + 1:
        return None
    if index + 1 < len(atoms) and atoms[index + 1].entry("rank", "honorific"):
        return None
    return Phrase("pronoun", atom.start, atom.end, atom.text, atom=atom), index + 1


def _person(atoms: list[Atom], index: int, phrases: list[Phrase], pack: Pack) -> _Read:
    """A person with office and name, one office of several countries, or an office that is said of a person."""
    atom = atoms[index]
    if atom.kind not in _PERSON_KINDS and not atom.entry("head", "honorific"):
        return None
    if _predicate(phrases, pack.grammar) and (title := _title(atoms, index, pack)):
        return title
    mention = read_mention(atoms, index, pack)
    if mention is None or (atom.entry("delegation") and mention.name is None and not mention.country):
        return None
    spread, last = spread_office(atoms, mention, pack.grammar)
    if spread:
        return Phrase("people", mention.start, spread[-1].end, mentions=spread), last
    return _people(mention), mention.last


def _title(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """được bầu làm Thủ tướng: an office without a holder's name."""
    office = read_office(atoms, index, pack)
    if office is None or name_end(atoms, office.last, pack) != office.last:
        return None
    span = (office.start, office.end)
    title = Mention(index, office.last, *span, None, 0, 0, (office,), country=office.country, org=office.org)
    return Phrase("title", *span, country=title.country, title=title), office.last


def _body(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """A delegation, a body, or those whom nobody can count."""
    atom, grammar = atoms[index], pack.grammar
    if (atom.text.lower() in grammar.everyone_opens or atom.entry("delegation", "head")) and (
        last := everyone_end(atoms, index, grammar)
    ):
        words = written(atoms, index, last)
        span = (atom.start, atoms[last - 1].end)
        return Phrase("group", *span, words, org=words, channels=("international",), atom=atom), last
    if atom.text in grammar.plurals and index + 1 < len(atoms) and atoms[index + 1].entry("body", "delegation"):
        return read_group(atoms, index + 1, pack)
    return read_group(atoms, index, pack) if atom.entry("delegation", "body", "field") else None


def _nation(atom: Atom) -> Phrase | None:
    """A country or an organisation by its name, or two countries by one word."""
    if entry := atom.entry("pair"):
        return Phrase("pair", atom.start, atom.end, atom.text, atom=atom, entry=entry)
    if entry := atom.entry("country", "short"):
        return Phrase("country", atom.start, atom.end, atom.text, country=entry.code, atom=atom, entry=entry)
    if atom.kind == "org":
        entry = atom.entries[0]
        return Phrase("org", atom.start, atom.end, atom.text, org=entry.code, atom=atom, entry=entry)
    return None


def _opens(atom: Atom, before: Atom | None, grammar: Grammar) -> bool:
    """Whether a word that no table knows may still begin a phrase: most do not, and need no further look."""
    lower = atom.text.lower()
    return (
        (before is not None and before.text in grammar.locative)
        or lower in grammar.two
        or lower in grammar.everyone_opens
        or atom.text in grammar.pronouns
        or atom.text in grammar.plurals
    )


def _as_it_is(atom: Atom) -> Phrase:
    kind = atom.kind if atom.kind in ("mark", "marker") else "word"
    return Phrase(kind, atom.start, atom.end, atom.text, atom=atom, proper=atom.kind == "cap")


def _predicate(phrases: list[Phrase], grammar: Grammar) -> bool:
    """giữ chức …, được bầu làm …, trên cương vị …: an office that is said of a person, no person."""
    return bool(phrases) and phrases[-1].text.lower() in grammar.office_said


def _people(mention: Mention) -> Phrase:
    return Phrase(
        "people",
        mention.start,
        mention.end,
        mentions=(mention,),
        country=mention.country,
        org=mention.org,
        channels=mention.channels,
    )


def _spouse(atoms: list[Atom], index: int, pack: Pack) -> _Read:
    """Phu nhân A; bà A, Phu nhân Chủ tịch B: no participant, with her name and her husband's."""
    if atoms[index].entry("spouse"):
        last = _spouse_of(atoms, index, pack) or max(index + 1, name_end(atoms, index + 1, pack))
    elif not (atoms[index].entry("honorific") and (last := _titled_spouse(atoms, index, pack))):
        return None
    return Phrase("spouse", atoms[index].start, atoms[last - 1].end), last


def _spouse_of(atoms: list[Atom], index: int, pack: Pack) -> int:
    """Phu nhân Thủ tướng A - bà B: the wife by her husband's office and name, with her own name; 0 where it is none."""
    if index + 1 >= len(atoms) or not atoms[index + 1].entry("head"):
        return 0
    husband = read_mention(atoms, index + 1, pack)
    if husband is None or not husband.name:
        return 0
    after = husband.last
    if (
        after + 1 < len(atoms)
        and atoms[after].text in pack.grammar.before_address
        and atoms[after + 1].entry("honorific")
    ):
        return max(after, name_end(atoms, after + 2, pack))
    return after


def _titled_spouse(atoms: list[Atom], index: int, pack: Pack) -> int:
    """bà A, Phu nhân Chủ tịch B: the wife with her husband's office and name; 0 where it is none."""
    end = name_end(atoms, index + 1, pack)
    if end == index + 1 or end + 1 >= len(atoms) or atoms[end].text != "," or not atoms[end + 1].entry("spouse"):
        return 0
    husband = read_mention(atoms, end + 2, pack) if end + 2 < len(atoms) else None
    return husband.last if husband is not None else end + 2
