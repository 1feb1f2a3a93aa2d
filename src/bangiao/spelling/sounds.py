"""The sound classes of a word, by the table `sounds.toml`: how it begins, its next consonant, its end.

A set of classes is a whole number, one bit for each; two words may sound alike where a bit is common to both.
"""

from functools import lru_cache
from typing import Any

from bangiao.spelling.tables import table

STARTS, NEXTS, ENDS = "AKTSPMNL", "KTSPN-", "NPKS-"
VOWELS = "aeiouyăâêôơư'"


@lru_cache(maxsize=200_000)
def starts(word: str, syllabic: bool = False) -> int:
    """The classes with which a word may begin."""
    return _set(STARTS, _first(word, _pieces("syllabic_starts" if syllabic else "starts")))


@lru_cache(maxsize=200_000)
def sounds(word: str, syllabic: bool = False) -> int:
    """The classes of a word as one set: beginning, first consonant after a vowel and end together.

    `syllabic`: spelt by Vietnamese syllables, each final consonant as a capital.
    """
    opened = table("sounds")["openings"].get(word[:2])
    if opened and not syllabic:
        word = opened + word[2:]
    rest = word.lstrip(_consonants(word)).lstrip(VOWELS)
    nexts = _set(NEXTS, _nexts(rest, _pieces("syllabic_nexts" if syllabic else "nexts")))
    return _product(starts(word, syllabic), nexts, _set(ENDS, _ends(word)))


@lru_cache(maxsize=20_000)
def _product(first: int, second: int, third: int) -> int:
    found = 0
    for one in codes(first):
        for two in codes(second):
            for three in codes(third):
                found |= 1 << ((one * len(NEXTS) + two) * len(ENDS) + three)
    return found


@lru_cache(maxsize=20_000)
def codes(classes: int) -> tuple[int, ...]:
    """The members of a set."""
    found = []
    while classes:
        low = classes & -classes
        found.append(low.bit_length() - 1)
        classes ^= low
    return tuple(found)


@lru_cache(maxsize=50_000)
def skeleton(letters: str) -> str:
    """The consonants of a name without marks and spaces, each as one class: "siphandone" and "si phan don" → SPNTN."""
    pieces, found, place = _pieces("skeleton"), "", 0
    while place < len(letters):
        fitting = [one for one in pieces.get(letters[place], ()) if letters.startswith(one[0], place)]
        piece, sound = max(fitting, key=lambda one: len(one[0]), default=(letters[place], ""))
        found, place = found + sound, place + len(piece)
    return found


def _set(order: str, letters: str) -> int:
    found = 0
    for letter in letters:
        found |= 1 << order.index(letter)
    return found


@lru_cache(maxsize=5)
def _pieces(name: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """A table of the sounds by first letter, so that few pieces are tried."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for piece, classes in table("sounds")[name].items():
        found[piece[0]] = (*found.get(piece[0], ()), (piece, classes))
    return found


def _first(word: str, pieces: dict[str, tuple[tuple[str, str], ...]]) -> str:
    """The classes of the first piece that begins a word; a letter that no table has counts as a vowel."""
    return next((classes for piece, classes in pieces.get(word[:1], ()) if word.startswith(piece)), "A")


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)


def _nexts(rest: str, pieces: dict[str, tuple[tuple[str, str], ...]]) -> str:
    """The classes of the consonant at the start of `rest`; one that may be silent lets the following count too."""
    found = ""
    while rest:
        classes = _first(rest, pieces)
        found += classes.rstrip("*").replace("A", "-")
        if not classes.endswith("*"):
            return found
        rest = rest[1:].lstrip(VOWELS)
    return found + "-"


def _ends(word: str) -> str:
    """The classes of a word's end, and of the end that is left where its last letters may fall."""
    falls = (word[: -len(end)] for end in table("sounds")["ends"]["may_fall"] if word.endswith(end))
    return "".join(map(_end, (word, *falls)))


def _end(word: str) -> str:
    """A last vowel that is often silent lets the consonant before it count as well."""
    ends: dict[str, Any] = table("sounds")["ends"]
    stem = word.rstrip(ends["silent_vowels"])
    tail = stem[len(stem.rstrip(_consonants(stem))) :]
    found = "".join(ends["classes"].get(letter, "S") for letter in tail if letter not in ends["silent"])
    if stem != word or all(letter in ends["may_be_silent"] or letter in ends["silent"] for letter in tail):
        found += "-"
    return found + "S" * word.endswith(tuple(ends["as_consonant"]))
