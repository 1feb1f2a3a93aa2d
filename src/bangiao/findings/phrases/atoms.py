"""Cut a sentence into atoms: phrases of the lexicon, dates, words, names' parts and punctuation marks."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from bangiao.languages import HOME
from bangiao.languages.pack import Entry, Pack
from bangiao.model.dates import DateMention

TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]|_")
# a Vietnamese syllable without its tone: onset, nucleus, final
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|iêu|yê|yêu|oa|oai|oay|oe|oi|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi"
    r"|uơ|uy|uya|uyê|ưa|ưi|ươ|ươi|ươu|ưu|oă|uyu|oao|oeo)(?:ch|ng|nh|[cmnpt])?"
)
_TONELESS = str.maketrans(
    "áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


class Atom(Struct, frozen=True, gc=False):
    """One phrase or word of a sentence: its place in the folded text and what it may mean.

    `kind` is the first meaning's kind, or "date", "cap" (a word with a capital), "word", "number", "mark".
    """

    kind: str
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    date: DateMention | None = None

    def entry(self, *kinds: str) -> Entry | None:
        """The first meaning of one of these kinds, else null."""
        for entry in self.entries:
            if entry.kind in kinds:
                return entry
        return None

    def role(self, *roles: str) -> bool:
        """Whether it is a marker with one of these roles."""
        if not self.entries:
            return False
        return any(entry.kind == "marker" and entry.code in roles for entry in self.entries)


@lru_cache(maxsize=65536)
def is_vietnamese(word: str) -> bool:
    """Whether a word has the shape of a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word.lower().translate(_TONELESS)) is not None


def scan(folded: str, lower: str, start: int, end: int, pack: Pack, dates: list[DateMention]) -> list[Atom]:
    """The atoms of folded[start:end]; dates come first, then the longest phrase that fits, then single words."""
    atoms: list[Atom] = []
    position = start
    for a, b, entries, date in _candidates(folded, lower, start, end, pack, dates):
        if a < position:
            continue
        _words(folded, position, a, atoms)
        atoms.append(Atom("date" if date else entries[0].kind, a, b, folded[a:b], entries, date))
        position = b
    _words(folded, position, end, atoms)
    return _unname(atoms, pack)


def _candidates(
    folded: str, lower: str, start: int, end: int, pack: Pack, dates: list[DateMention]
) -> Iterator[tuple[int, int, tuple[Entry, ...], DateMention | None]]:
    """Dates and fitting phrases in the order in which they may take their place."""
    waiting = [date for date in dates if start <= date.start and date.end <= end]
    for a, b, entries in pack.lexicon.matches(lower[start:end]):
        a, b = a + start, b + start
        while waiting and waiting[0].start < b and not (waiting[0].festival and a < waiting[0].start):
            date = waiting.pop(0)
            yield date.start, date.end, (), date
        fitting = _fitting(folded, a, b, entries)
        if fitting:
            yield a, b, fitting, None
    for date in waiting:
        yield date.start, date.end, (), date


def _fitting(folded: str, start: int, end: int, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The meanings that the text's capital letters allow."""
    words = folded[start:end]
    if words.isupper():
        return entries
    if words[0].isupper():
        able = tuple(entry for entry in entries if not entry.shouted)
        # "Anh" within a sentence is the country, "anh" the form of address
        return tuple(sorted(able, key=lambda entry: not entry.proper)) if len(able) > 1 else able
    return tuple(entry for entry in entries if not entry.proper and not entry.shouted)


def _words(folded: str, start: int, end: int, atoms: list[Atom]) -> None:
    for match in TOKEN.finditer(folded, start, end):
        word = match[0]
        first = word[0]
        kind = "cap" if first.isupper() else "word" if first.isalpha() else "number" if first.isdigit() else "mark"
        atoms.append(Atom(kind, match.start(), match.end(), word))


_PARTS = ("short", "body", "field", "city", "region", "place_head", "delegation")


def _unname(atoms: list[Atom], pack: Pack) -> list[Atom]:
    """Turn phrases inside a name or word back into its words ("Anh" in "Trần Tuấn Anh", "Hội" in "Hội nhập")."""
    out: list[Atom] = []
    for index, atom in enumerate(atoms):
        if atom.entries and (
            _inside_word(atoms, index, pack) or _inside_name(atoms, index, out) or _begins_name(atoms, index, out, pack)
        ):
            for match in TOKEN.finditer(atom.text):
                out.append(Atom("cap", atom.start + match.start(), atom.start + match.end(), match[0]))
        else:
            out.append(atom)
    return out


def _inside_word(atoms: list[Atom], index: int, pack: Pack) -> bool:
    """A one-syllable phrase that the next lower-case syllable makes another word; a short name that wants a hyphen."""
    atom = atoms[index]
    entry = atom.entries[0]
    if entry.kind in ("country", "short") and index and atoms[index - 1].text.lower() in pack.grammar.tongues:
        return True  # bằng tiếng Anh
    if entry.kind not in _PARTS or " " in atom.text:
        return False
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if entry.paired:
        before = atoms[index - 1] if index else None
        return not any(mark is not None and mark.text in ("-", "/") for mark in (before, after))
    return (
        after is not None
        and after.kind == "word"
        and after.start == atom.end + 1
        and atom.text[0].isupper()
        and f"{atom.text} {after.text}".lower() in pack.ordinary
    )


def _begins_name(atoms: list[Atom], index: int, out: list[Atom], pack: Pack) -> bool:
    """A place that is also a surname ("Yamaguchi Natsuo"), where no word before it asks for a place."""
    atom = atoms[index]
    entry = atom.entries[0]
    after = atoms[index + 1] if index + 1 < len(atoms) else None
    if entry.kind not in ("city", "region") or " " in atom.text or is_vietnamese(atom.text):
        return False
    before = out[-1] if out else None
    if entry.ambiguous and before is not None and (head := before.entry("head")) is not None:
        return head.channel not in ("local", "by_body")  # Công chúa Victoria
    if after is None or after.kind != "cap" or after.start != atom.end + 1 or after.text.isupper():
        return False
    if before is None or before.text.lower() in pack.grammar.placing or before.entry("area", "place_head", "venue"):
        return False
    body = before.entry("body")
    owner = out[-2].entry("body") if len(out) > 1 and before.entry("field") else None
    if owner is not None and owner.open and owner.channel in ("business", "other"):
        return False  # Trung tâm Tài chính Dubai
    head = before.entry("head")
    return not (head is not None and head.channel in ("local", "by_body")) and not (
        body is not None and body.open and " " not in before.text
    )


def _inside_name(atoms: list[Atom], index: int, out: list[Atom]) -> bool:
    atom = atoms[index]
    entry = atom.entries[0]
    doubtful = entry.kind in ("short", "field", "tail", "prefix", "late") or (
        entry.kind in ("city", "region", "body", "head", "honorific", "rank", "org", "venue", "place_head", "country")
        and (entry.ambiguous or " " not in atom.text)
    )
    verb = entry.kind in ("trigger", "marker") and " " not in atom.text
    doubtful = doubtful or verb
    if entry.kind in ("city", "region") and entry.code == HOME:
        doubtful = True
    if not doubtful or not all(word[0].isupper() for word in atom.text.split()):
        return False
    before = out[-1] if out else None
    glued = before is not None and before.kind == "cap" and before.end + 1 == atom.start and len(before.text) > 1
    if not glued or before is None:
        return False
    # a Vietnamese name goes on with Vietnamese syllables; a foreign name before a country is no part of it
    return verb or (is_vietnamese(before.text) == is_vietnamese(atom.text.split()[0]) and not before.text.isupper())
