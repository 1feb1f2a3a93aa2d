"""Whether two titles name one event: a conference by its words, a committee's session by its number."""

import re
from functools import lru_cache

from msgspec import Struct

from bangiao.languages.pack import load
from bangiao.resolution.kinds import common_words, named
from bangiao.resolution.names import name_key
from bangiao.resolution.tables import table
from bangiao.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
# an organisation with a partner, or with a number of partners; "AIPA-45" is its 45th session
_PAIR = re.compile(r"\b[A-ZĐ]{2,} ?(?:[-–] ?([^\W\d_])\w*|\+ ?\d+)")
_FOREIGN = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SEVERAL = 3
_YEAR = 4  # digits


class Wording(Struct, frozen=True):
    """What of a title tells events apart: words, among them the sure ones (numbers, abbreviations), and pairs.

    A pair is an organisation with a partner ("ASEAN-GCC") or with a number of partners ("ASEAN+3").
    """

    words: frozenset[str]
    sure: frozenset[str]
    pairs: frozenset[str]

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it: of the session, of the year."""
        return frozenset(word for word in self.sure if word.isdigit())

    @property
    def own(self) -> frozenset[str]:
        """The words that are no numbers."""
        return self.words - self.numbers

    def at_odds(self, other: "Wording") -> bool:
        """Whether both give the number of the session, or both the year, and they differ."""
        for length in (True, False):
            mine, theirs = ({word for word in one.numbers if (len(word) == _YEAR) == length} for one in (self, other))
            if mine and theirs and not mine & theirs:
                return True
        return False


@lru_cache(maxsize=16384)
def wording(title: str, organisers: frozenset[str] = frozenset()) -> Wording:
    """Read a title for comparing, up to where place and occasion follow, without the names of its organisers."""
    found = [match for match in _PAIR.finditer(title) if match[1] is None or match[1].isupper()]
    pairs = frozenset(name_key(match[0].replace(" ", "")) for match in found)
    bare = _without(named(title), organisers)
    words = _numbered(_WORD.findall(bare))
    sure = frozenset(word for word in words if word.isdigit() or (word.isupper() and len(word) > 1))
    return Wording(frozenset(name_key(word) for word in words) - common_words(), sure, pairs)


def _numbered(words: list[str]) -> list[str]:
    """Words with the ordinals as numbers: "lần thứ tư" is "lần thứ 4"."""
    ordinals = table("kinds")["ordinals"]
    before = ["", *map(name_key, words)]
    return [
        str(ordinals["words"].get(name_key(word), word)) if last in ordinals["after"] else word
        for last, word in zip(before, words, strict=False)
    ]


def _without(title: str, organisers: frozenset[str]) -> str:
    """Cut out the short and full names of the organisers: every report writes them in its own way."""
    if not organisers:
        return title
    kept, at = "", 0
    folded = fold(title)
    for start, end, meant in load("vi").lexicon.matches(folded.lower):
        if start >= at and any(one.kind == "org" and one.code in organisers for one in meant):
            kept, at = f"{kept} {folded.text[at:start]}", end
    return f"{kept} {folded.text[at:]}"


def same_name(one: str, other: str, organisers: frozenset[str] = frozenset()) -> bool | None:
    """Whether two titles name one event: true, false, or null where they say too little.

    Of `organisers`, who are the same, the names are left out; an event that has no other name is theirs.
    """
    first, second = wording(one, organisers), wording(other, organisers)
    if first.pairs != second.pairs:
        return False
    if first.sure and second.sure and not (first.sure <= second.sure or second.sure <= first.sure):
        return False
    if not first.own or not second.own:
        nameless = not first.own and not second.own
        return True if nameless and (organisers or first.numbers & second.numbers) else None
    shared = len(first.words & second.words) / min(len(first.words), len(second.words))
    if shared >= 0.6:
        return True
    return False if shared < 0.2 else None


@lru_cache(maxsize=16384)
def _parting(title: str) -> tuple[frozenset[str], frozenset[str]]:
    """What sets one meeting of an organisation apart from its others: words of the table, foreign proper names."""
    bare = named(title)
    padded = f" {name_key(bare)} "
    words = frozenset(word for word in map(name_key, table("kinds")["parting"]["words"]) if f" {word} " in padded)
    return words, frozenset(word for word in _FOREIGN.findall(bare) if not word.isupper())


def same_meeting(one: str, other: str, organisers: frozenset[str]) -> bool:
    """Whether two titles of meetings of one organisation name one of them, however they describe the organisation."""
    first, second = wording(one, organisers), wording(other, organisers)
    if first.pairs != second.pairs or first.at_odds(second):
        return False
    return _parting(_without(one, organisers)) == _parting(_without(other, organisers))


def same_words(one: str, other: str) -> bool:
    """Whether two titles name one event in several words of its own."""
    return len(wording(one).words & wording(other).words) >= _SEVERAL and same_name(one, other) is True


def same_number(one: str, other: str, alike: bool = False) -> bool:
    """Whether two titles name one event by its number: "kỳ họp lần thứ 47".

    Of what is `alike` in kind the names may leave it open: "kỷ niệm 50 năm …" is one anniversary, however it is called.
    """
    fits = same_name(one, other)
    return bool(wording(one).numbers & wording(other).numbers) and (fits is True or (alike and fits is None))


def same_session(one: str, other: str) -> bool:
    """Whether two titles name the session of one number of one body, in words of its own."""
    if not (of_session(one) and of_session(other)):
        return False
    first, second = wording(one), wording(other)
    sessions = {number for number in first.numbers & second.numbers if len(number) < _YEAR}
    return bool(sessions) and len(first.own & second.own) >= _SEVERAL and same_name(one, other) is True


def of_session(title: str) -> bool:
    """Whether a title names a session by its number."""
    words = set(name_key(named(title)).split())
    return not words.isdisjoint(table("kinds")["sessions"]["words"]) and bool(wording(title).numbers)
