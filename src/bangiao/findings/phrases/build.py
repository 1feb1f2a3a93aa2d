"""Gather atoms into phrases: people (and lists of them), groups, places, countries, dates, triggers, markers."""

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.groups import everyone_end, read_group, spread_office, written
from bangiao.findings.phrases.lists import join_people
from bangiao.findings.phrases.names import name_end
from bangiao.findings.phrases.offices import read_office
from bangiao.findings.phrases.people import Mention, read_mention
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.places import read_place
from bangiao.languages.grammar import Grammar
from bangiao.languages.pack import Pack


def gather(atoms: list[Atom], pack: Pack) -> list[Phrase]:
    """The phrases of one sentence, in order."""
    phrases: list[Phrase] = []
    index = 0
    while index < len(atoms):
        phrase, index = _next(atoms, index, phrases, pack)
        phrases.append(phrase)
    return join_people(phrases, pack.grammar)


def _next(atoms: list[Atom], index: int, phrases: list[Phrase], pack: Pack) -> tuple[Phrase, int]:
    atom = atoms[index]
    before = atoms[index - 1] if index else None
    if atom.kind == "date":
        return Phrase("date", atom.start, atom.end, atom.text, date=atom.date), index + 1
    if not atom.entries and atom.kind != "cap" and not _opens(atom, before, pack.grammar):
        return _as_it_is(atom), index + 1
    if atom.text.lower() in pack.grammar.two and index + 1 < len(atoms) and atoms[index + 1].entry("head"):
        office = read_office(atoms, index + 1, pack)
        if office is not None and name_end(atoms, office.last, pack) == office.last and office.country is None:
            return Phrase("marker", atom.start, office.end, "hai bên", both=True), office.last
    if atom.entry("spouse"):
        return _spouse(atoms, index, pack)
    if atom.entry("honorific") and (spouse := _titled_spouse(atoms, index, pack)):
        return Phrase("spouse", atom.start, atoms[spouse - 1].end), spouse
    if atom.kind == "trigger" and index and atom.text in pack.grammar.named_organisation:
        return Phrase("word", atom.start, atom.end, atom.text, atom=atom, proper=True), index + 1
    if (before is not None and before.text in pack.grammar.locative) or atom.entry(
        "venue", "place_head", "city", "region"
    ):
        place, last = read_place(
            atoms, index, pack, located=before is not None and before.text in pack.grammar.locative
        )
        if place is not None and last > index:
            return Phrase("place", place.start, place.end, place=place, country=place.country), last
    if atom.kind == "trigger" and not atom.entry("head"):
        return Phrase("trigger", atom.start, atom.end, atom.text, entry=atom.entry("trigger"), atom=atom), index + 1
    if (
        atom.text in pack.grammar.pronouns
        and name_end(atoms, index + 1, pack) == index + 1
        and not (index + 1 < len(atoms) and atoms[index + 1].entry("rank", "honorific"))
    ):
        return Phrase("pronoun", atom.start, atom.end, atom.text, atom=atom), index + 1
    if atom.kind in ("head", "prefix", "late", "honorific", "rank", "cap") or atom.entry("head", "honorific"):
        if _predicate(phrases, pack.grammar) and (office := read_office(atoms, index, pack)) is not None:
            title = Mention(
                index,
                office.last,
                office.start,
                office.end,
                None,
                0,
                0,
                (office,),
                country=office.country,
                org=office.org,
            )
            if name_end(atoms, office.last, pack) == office.last:
                return Phrase("title", title.start, title.end, country=title.country, title=title), office.last
        mention = read_mention(atoms, index, pack)
        if mention is not None and not (atom.entry("delegation") and mention.name is None and not mention.country):
            spread, last = spread_office(atoms, mention, pack.grammar)
            if spread:
                return Phrase("people", mention.start, spread[-1].end, mentions=spread), last
            return _people(mention), mention.last
    if atom.text.lower() in pack.grammar.everyone_opens or atom.entry("delegation", "head"):
        everyone = everyone_end(atoms, index, pack.grammar)
        if everyone:
            last = everyone
            start, end = atom.start, atoms[last - 1].end
            return Phrase(
                "group",
                start,
                end,
                written(atoms, index, last),
                org=written(atoms, index, last),
                channels=("international",),
                atom=atom,
            ), last
    if atom.text in pack.grammar.plurals and index + 1 < len(atoms) and atoms[index + 1].entry("body", "delegation"):
        return read_group(atoms, index + 1, pack)
    if atom.entry("delegation", "body", "field"):
        return read_group(atoms, index, pack)
    if entry := atom.entry("country", "short"):
        return Phrase("country", atom.start, atom.end, atom.text, country=entry.code, atom=atom, entry=entry), index + 1
    if atom.kind == "org":
        entry = atom.entries[0]
        return Phrase("org", atom.start, atom.end, atom.text, org=entry.code, atom=atom, entry=entry), index + 1
    return _as_it_is(atom), index + 1


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


def _spouse(atoms: list[Atom], index: int, pack: Pack) -> tuple[Phrase, int]:
    """Phu nhân, with her name: no participant."""
    last = max(index + 1, name_end(atoms, index + 1, pack))
    return Phrase("spouse", atoms[index].start, atoms[last - 1].end), last


def _titled_spouse(atoms: list[Atom], index: int, pack: Pack) -> int:
    """bà A, Phu nhân Chủ tịch B: the wife with her husband's office and name; 0 where it is none."""
    end = name_end(atoms, index + 1, pack)
    if end == index + 1 or end + 1 >= len(atoms) or atoms[end].text != "," or not atoms[end + 1].entry("spouse"):
        return 0
    husband = read_mention(atoms, end + 2, pack) if end + 2 < len(atoms) else None
    return husband.last if husband is not None else end + 2
