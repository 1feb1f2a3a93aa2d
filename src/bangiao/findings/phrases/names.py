"""Find the end of a name by its form: a run of capitals with particles, initials and hyphens; never by a list."""

from bangiao.findings.phrases.atoms import Atom, is_vietnamese
from bangiao.languages.pack import Pack


def ordinary(atoms: list[Atom], index: int, pack: Pack) -> bool:
    """Whether the word here and the next make an ordinary word ("Ngoại giao"), which no name begins with."""
    if index + 1 >= len(atoms):
        return False
    a, b = atoms[index], atoms[index + 1]
    return a.end + 1 == b.start and f"{a.text} {b.text}".lower() in pack.ordinary


def name_end(atoms: list[Atom], index: int, pack: Pack) -> int:
    """The index after the name that begins here, or `index` where none begins."""
    if not starts_name(atoms, index, pack):
        return index
    position = index + 1
    while position < len(atoms):
        step = _extend(atoms, position, pack)
        if not step:
            break
        position += step
    return position


def starts_name(atoms: list[Atom], index: int, pack: Pack) -> bool:
    """Whether a name may begin here: a capital word that is neither an ordinary word nor shouted."""
    if index >= len(atoms) or atoms[index].kind != "cap":
        return False
    word = atoms[index].text
    if len(word) == 1:
        return _initial(atoms, index) or _followed(atoms, index) or _hyphen(atoms, index + 1) > 0
    if word.isupper() and len(word) > 2 and not _followed(atoms, index):
        return False
    if ordinary(atoms, index, pack):
        return False
    following = atoms[index + 1] if index + 1 < len(atoms) else None
    # "Tuyên bố": a capital that a lower-case Vietnamese syllable completes is the head of a phrase
    return not (
        following is not None
        and following.kind == "word"
        and is_vietnamese(word)
        and f"{word} {following.text}".lower() in pack.ordinary
    )


def _followed(atoms: list[Atom], index: int) -> bool:
    return index + 1 < len(atoms) and atoms[index + 1].kind == "cap" and atoms[index].end + 1 == atoms[index + 1].start


def _initial(atoms: list[Atom], index: int) -> bool:
    """V. Putin, V.Putin: a capital, a full stop, a capital word."""
    return (
        index + 2 < len(atoms)
        and len(atoms[index].text) == 1
        and atoms[index + 1].text == "."
        and atoms[index].end == atoms[index + 1].start
        and atoms[index + 2].kind == "cap"
        and atoms[index + 2].start - atoms[index + 1].end <= 1
    )


def _extend(atoms: list[Atom], position: int, pack: Pack) -> int:
    """How many atoms the name goes on by at this position."""
    before, atom = atoms[position - 1], atoms[position]
    gap = atom.start - before.end
    if atom.kind == "cap" and gap <= 1:
        return 1
    if atom.text == "-":
        return _hyphen(atoms, position)
    if atom.text == "'" and gap == 0:
        return 2 if _capital_after(atoms, position) else 0
    if atom.text == "." and len(before.text) <= 2 and before.text[0].isupper() and gap == 0:
        if _capital_after(atoms, position):
            return 2
        return 1 if before.text in pack.grammar.name_suffixes else 0
    if atom.kind in ("word", "marker") and atom.text in pack.grammar.name_particles and gap == 1:
        return _particle(atoms, position, pack)
    return 0


def _capital_after(atoms: list[Atom], position: int) -> bool:
    """Whether a capital word follows the mark here, with one space between them at most."""
    following = atoms[position + 1] if position + 1 < len(atoms) else None
    return following is not None and following.kind == "cap" and following.start - atoms[position].end <= 1


def _particle(atoms: list[Atom], position: int, pack: Pack) -> int:
    """Charles de Gaulle, Nguyễn thị Hoa, Mohammed bin-Salman: a small word inside a name and the part after it."""
    before, atom = atoms[position - 1], atoms[position]
    following = atoms[position + 1] if position + 1 < len(atoms) else None
    if following is None:
        return 0
    town = following.entry("city", "region") is not None and atom.text in pack.grammar.surname_particles
    if (following.kind == "cap" or (town and _surname_shaped(following.text))) and following.start == atom.end + 1:
        native = is_vietnamese(following.text) and is_vietnamese(before.text)
        return 2 if atom.text in pack.grammar.middle_names or not native else 0
    return 1 if following.text == "-" and following.start == atom.end else 0


def _surname_shaped(text: str) -> bool:
    """One capital word that is no Vietnamese syllable: a surname, though it may be a town's name too (Santos)."""
    return " " not in text and text[0].isupper() and not is_vietnamese(text)


def _hyphen(atoms: list[Atom], position: int) -> int:
    """Si-i, Al-Thani, Diaz - Canel: a hyphen inside a name and the part after it."""
    if position + 1 >= len(atoms) or atoms[position].text != "-":
        return 0
    before, dash, after = atoms[position - 1], atoms[position], atoms[position + 1]
    if after.kind in ("mark", "number", "date") or " " in after.text:
        return 0
    if position + 2 < len(atoms) and atoms[position + 2].text == ":":
        return 0  # … Donald Trump - Ảnh: AFP
    left, right = dash.start - before.end, after.start - dash.end
    if left == right == 0:
        if after.kind in ("cap", "word"):
            return 2
        return 2 if after.text.islower() or (after.text[0].isupper() and not is_vietnamese(before.text)) else 0
    # flattened texts put spaces round the hyphen of a name
    if left == right == 1 and before.kind == "cap" and not is_vietnamese(before.text):
        short = after.kind == "word" and len(after.text) <= 5 and not _vietnamese_word(after.text)
        return 2 if after.kind == "cap" or short else 0
    # Kim Min - jae: what goes on in small letters is no Vietnamese word
    foreign = after.kind == "word" and after.text.isalpha() and not is_vietnamese(after.text)
    return 2 if left == right == 1 and before.kind == "cap" and foreign and not _vietnamese_word(after.text) else 0


def _vietnamese_word(word: str) -> bool:
    return any(ord(ch) > 127 for ch in word)
