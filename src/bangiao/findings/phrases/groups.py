"""Delegations, bodies, "lãnh đạo các nước", and one office of several countries."""

from msgspec.structs import replace

from bangiao.findings.phrases.atoms import Atom
from bangiao.findings.phrases.offices import walk_body
from bangiao.findings.phrases.people import Mention
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.grammar import Grammar
from bangiao.languages.pack import Pack


def spread_office(atoms: list[Atom], mention: Mention, grammar: Grammar) -> tuple[tuple[Mention, ...], int]:
    """Đại sứ các nước A, B và C; ba Thủ tướng A - B - C: one office of several countries, a holder for each."""
    if mention.name or not mention.offices:
        return (), mention.last
    office = mention.offices[-1]
    countries, last = _countries(atoms, mention, grammar)
    if len(countries) < 2 or len({code for code, _ in countries}) < len(countries):
        return (), mention.last
    end = max(office.start + 1, countries[0][1].start - 1) if office.country else office.end
    return tuple(
        replace(
            mention,
            last=last,
            start=atom.start,
            end=atom.end,
            country=code,
            org=None,
            offices=(replace(office, end=end, country=code),),
        )
        for code, atom in countries
    ), last


def _countries(atoms: list[Atom], mention: Mention, grammar: Grammar) -> tuple[list[tuple[str, Atom]], int]:
    """The countries of the list that the office begins, and the index after the last of them."""
    position = last = mention.last
    found: list[tuple[str, Atom]] = []
    own = atoms[position - 1].entry("country", "short") if position > mention.first else None
    if mention.offices[-1].country and own is not None:
        found.append((own.code, atoms[position - 1]))
    while position < len(atoms):
        entry = atoms[position].entry("country", "short")
        if entry is not None:
            found.append((entry.code, atoms[position]))
            last = position + 1
        elif atoms[position].text not in grammar.spread_joins:
            break
        position += 1
    return found, last


def everyone_end(atoms: list[Atom], index: int, grammar: Grammar) -> int:
    """Lãnh đạo các nước, các tổ chức quốc tế …: those whom nobody can count; the index after them, else 0."""
    position = index
    while position < len(atoms) and position < index + 2 and atoms[position].entry("delegation", "head"):
        position += 1
    if position < len(atoms) and position > index and atoms[position - 1].text.lower().split()[-1] in grammar.every:
        position -= 1
    found = 0
    while after := _uncounted_end(atoms, position, grammar):
        found = position = after
        if (
            position + 1 >= len(atoms)
            or atoms[position].text not in grammar.joins
            or atoms[position + 1].text.lower() not in grammar.every
        ):
            break
        position += 1
    if found and found < len(atoms):
        following = atoms[found]
        if following.entry("country", "short", "org", "place_head") or following.text in grammar.counted_after:
            return 0
    return found


def _uncounted_end(atoms: list[Atom], index: int, grammar: Grammar) -> int:
    """The index after one of the uncounted ("các nước", "các tổ chức quốc tế") that begins here, else 0."""
    words = [word for atom in atoms[index : index + 5] for word in _counting(atom, grammar)]
    shape = next((s for s in map(str.split, grammar.uncounted) if words[: len(s)] == s), None)
    if shape is None:
        return 0
    taken = 0
    while taken < len(shape):
        taken += len(_counting(atoms[index], grammar))
        index += 1
    return index


def _counting(atom: Atom, grammar: Grammar) -> list[str]:
    """The words of an atom in lower case; of "lãnh đạo các" only the last."""
    words = atom.text.lower().split()
    return words[-1:] if words[-1] in grammar.every else words


def read_group(atoms: list[Atom], index: int, pack: Pack) -> tuple[Phrase, int]:
    """A delegation, a body, "các doanh nghiệp …": whose it is and what channel it stands for."""
    walk = walk_body(atoms, index, pack)
    last = max(walk.last, index + 1)
    start, end = atoms[index].start, atoms[last - 1].end
    return (
        Phrase(
            "group",
            start,
            end,
            written(atoms, index, last),
            country=walk.country,
            org=walk.org,
            channels=walk.channels,
            atom=atoms[index],
        ),
        last,
    )


def written(atoms: list[Atom], first: int, last: int) -> str:
    """A stretch of atoms as one text, with a space where the text has one."""
    parts = [atoms[first].text]
    for index in range(first + 1, last):
        parts.append(" " * min(1, atoms[index].start - atoms[index - 1].end) + atoms[index].text)
    return "".join(parts)
