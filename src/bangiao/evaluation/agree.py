"""When two values say the same: names, phrases, dates and sides, whatever their spelling."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from bangiao.evaluation.documents import ToldContact, ToldPerson, ToldSide

_NOT_A_WORD = re.compile("[^0-9a-z\u3040-\u30ff\u4e00-\u9fff]+")
_OPEN_END = re.compile(r"^\.\./|/\.\.$")
NAME_LIKENESS = 0.88
PHRASE_LIKENESS = 0.8


@lru_cache(maxsize=65536)
def words(text: str | None) -> tuple[str, ...]:
    """The words in lower case without diacritics, đ as d: the spelling of tone marks must not decide."""
    plain = unicodedata.normalize("NFD", (text or "").lower().replace("đ", "d"))
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return tuple(_NOT_A_WORD.sub(" ", plain).split())


def plain(text: str | None) -> str:
    """The folded words joined by single spaces."""
    return " ".join(words(text))


def same_name(one: str, other: str) -> bool:
    """Whether two spellings name one person: any order, a part of two words or more, or a slip of the pen."""
    a, b = words(one), words(other)
    if sorted(a) == sorted(b):
        return True
    if set(a) <= set(b) or set(b) <= set(a):
        return min(len(a), len(b)) >= 2
    matcher = SequenceMatcher(None, " ".join(a), " ".join(b))
    return matcher.real_quick_ratio() >= NAME_LIKENESS and matcher.ratio() >= NAME_LIKENESS


def same_phrase(one: str | None, other: str | None) -> bool:
    """Whether two phrases share four fifths of their words; two absent ones agree."""
    if not one or not other:
        return not one and not other
    a, b = set(words(one)), set(words(other))
    if not a and not b:  # scripts that fold to nothing
        return one == other
    return 2 * len(a & b) / (len(a) + len(b)) >= PHRASE_LIKENESS


def same_date(gold: str | None, seen: str | None) -> bool:
    """Whether two EDTF dates agree.

    An unknown year of the gold agrees with any year, not the reverse; an interval with one known end is
    that day.
    """
    if not gold or not seen:
        return not gold and not seen
    wanted, had = _OPEN_END.sub("", gold).split("/"), _OPEN_END.sub("", seen).split("/")
    return len(wanted) == len(had) and all(map(_same_day, wanted, had))


def _same_day(gold: str, seen: str) -> bool:
    return len(gold) == len(seen) and all(want in (have, "X") for want, have in zip(gold, seen, strict=True))


def side_key(side: ToldSide) -> str:
    """What makes two sides the same: the country code, or the organisation's words."""
    return side.country or "org:" + plain(side.org)


def sides(contact: ToldContact) -> frozenset[str]:
    """The sides of a contact as comparable keys."""
    return frozenset(map(side_key, contact.sides))


def people(contact: ToldContact) -> list[tuple[str, ToldPerson]]:
    """The named people of a contact, each with the side as it is written there."""
    return [(side.country or side.org or "", person) for side in contact.sides for person in side.people if person.name]
