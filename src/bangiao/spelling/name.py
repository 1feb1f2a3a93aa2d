"""A name taken apart: its script, its words without titles, and the ways of writing that it may follow."""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from bangiao.spelling.tables import table
from bangiao.text.fold import fold

LONGEST_TITLE = 3
_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_CODAS = {"c": "C", "ch": "K", "m": "M", "n": "N", "ng": "G", "nh": "H", "p": "P", "t": "T"}
_VOWELS = "aăâeêioôơuưy"
_SYLLABLE = re.compile(
    r"(ngh|ng|nh|gh|gi(?=[aăâeêioôơuư])|kh|ph|th|tr|ch|qu|[bcdđfghjklmnpqrstvwxz]{0,3})"
    rf"([{_VOWELS}]{{1,3}})(ch|ng|nh|[cmnpt])?"
)
_SPECIAL = {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "ð": "d", "þ": "th"}
_LETTERS = {ord("’"): "'", ord("‘"): "'", ord("`"): "'", ord("ʼ"): "'", ord("ʻ"): "'", ord("ʿ"): "'", ord("ʾ"): "'"}
_LATIN = re.compile(r"[\x20-\x40a-z\u00df-\u024f\u02bb-\u02bf\u1e00-\u1eff\u2019\[-`{-~]*")
_SCRIPTS = (
    ("CJK ", "han"),
    ("KATAKANA", "kana"),
    ("HIRAGANA", "kana"),
    ("HANGUL", "hangul"),
    ("CYRILLIC", "cyrillic"),
    ("LATIN", "latin"),
)


class Name(Struct, frozen=True, cache_hash=True, gc=False):
    """A name as compared.

    `groups` are the words between spaces, each the parts between its hyphens, lower case with all marks;
    `bare` the same without any mark; `marked_words` and `words` are these with hyphens ending a word too.
    `vietnamese`: every word is one Vietnamese syllable, one at least with a mark. `syllabic`: spelt by Vietnamese
    syllables, as foreign names are. `initials` tells which groups are initials; `generation` is Jr., III and the like.
    """

    script: str
    text: str
    groups: tuple[tuple[str, ...], ...]
    bare: tuple[tuple[str, ...], ...]
    marked: bool
    vietnamese: bool
    hyphened: bool
    syllabic: bool
    initials: tuple[bool, ...]
    generation: str | None
    words: tuple[str, ...]
    marked_words: tuple[str, ...]


@lru_cache(maxsize=200_000)
def bare_vietnamese(name: Name) -> bool:
    """Whether a name without any mark or hyphen may be a Vietnamese one: every word a Vietnamese syllable."""
    return not name.marked and not name.hyphened and all(map(is_vietnamese, name.words))


@lru_cache(maxsize=200_000)
def strip_marks(text: str) -> str:
    """Letters without any mark: "Đỗ" → "Do", "Díaz" → "Diaz"."""
    if text.isascii():
        return text
    for letter, plain in _SPECIAL.items():
        text = text.replace(letter, plain)
    bare = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=200_000)
def strip_tones(text: str) -> str:
    """Vietnamese letters without tone marks: "Trọng" → "Trong", "Bổn" → "Bôn"."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(letter for letter in bare if letter not in _TONE_MARKS))


def script_of(text: str) -> str:
    """The script of most letters: latin, han, kana, hangul, cyrillic or other."""
    if _LATIN.fullmatch(text):
        return "latin"
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            script = next((script for start, script in _SCRIPTS if name.startswith(start)), "other")
            counts[script] = counts.get(script, 0) + 1
    if "kana" in counts and "han" in counts:
        return "han"
    return max(counts, key=lambda script: counts[script]) if counts else "other"


@lru_cache(maxsize=65_536)
def is_syllable(part: str) -> bool:
    """Whether a part without tone marks has the build of one Vietnamese syllable."""
    return _SYLLABLE.fullmatch(part) is not None


@lru_cache(maxsize=65_536)
def is_vietnamese(part: str) -> bool:
    """Whether a part without any mark can be a Vietnamese syllable, its vowels being ones of that language."""
    match = _SYLLABLE.fullmatch(part)
    inventory = table("vietnamese")
    return match is not None and match[2] in inventory["vowels"] and match[1] in inventory["onsets"]


@lru_cache(maxsize=65_536)
def coded(part: str) -> str:
    """A part without tone marks, the consonant that ends the syllable as one capital: "xeng" → "xeG"."""
    match = _SYLLABLE.fullmatch(part)
    if match is None or not match[3]:
        return part
    return part[: match.start(3)] + _CODAS[match[3]]


@lru_cache(maxsize=200_000)
def read_name(given: str) -> Name:
    """Take a name apart."""
    folded = fold(given.strip()).lower.translate(_LETTERS)
    script = script_of(folded)
    text = " ".join(folded.replace(".", ". ").replace(",", " ").replace("・", " ").replace("·", " ").split())
    words = _without_titles(text.split()) if script == "latin" else text.split()
    words, generation = _generation(words)
    taken = [_read_word(word) for word in words]
    full = [word for word in taken if not word.initial]
    groups, bare = tuple([word.parts for word in taken]), tuple([word.bare for word in taken])
    marked = groups != bare
    syllabic = script == "latin" and bool(full) and all(word.syllabic for word in full)
    strict = script == "latin" and any(word.surely_vietnamese for word in full)
    hyphened = any(len(group) > 1 for group in groups)
    one_each = syllabic and marked and not hyphened and len(full) == len(taken)
    return Name(
        script=script,
        text=text,
        groups=groups,
        bare=bare,
        marked=marked,
        vietnamese=one_each and all(word.vietnamese for word in full),
        hyphened=hyphened,
        syllabic=(syllabic and (marked or hyphened)) or strict,
        initials=tuple([word.initial for word in taken]),
        generation=generation,
        words=tuple([part for group in bare for part in group]),
        marked_words=tuple([part for group in groups for part in group]),
    )


class _Word(Struct, frozen=True, gc=False):
    """A word between spaces: its parts between hyphens, with and without marks, and what it may be."""

    parts: tuple[str, ...]
    bare: tuple[str, ...]
    initial: bool
    syllabic: bool
    surely_vietnamese: bool
    vietnamese: bool


@lru_cache(maxsize=200_000)
def _read_word(word: str) -> _Word:
    """Take a word apart; words come again in many names."""
    parts = tuple(part for part in word.strip(".").split("-") if part) or (word,)
    bare = tuple(map(strip_marks, parts))
    return _Word(
        parts,
        bare,
        _is_initial(word) and bool(bare[0]),  # a mark without its letter begins nothing
        all(is_syllable(strip_tones(part)) for part in parts),
        any(map(_surely_vietnamese, parts)),
        all(map(is_vietnamese, bare)),
    )


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word) <= 3


def _surely_vietnamese(part: str) -> bool:
    """A letter that no other Latin spelling has."""
    decomposed = unicodedata.normalize("NFD", part)
    return "đ" in part or any(letter in "\u0309\u031b\u0323" for letter in decomposed)


@lru_cache(maxsize=1)
def _begin_titles() -> frozenset[str]:
    """The first words of titles."""
    return frozenset(title.split()[0] for title in _titles())


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(title for titles in table("titles")["titles"].values() for title in titles)


def _without_titles(words: list[str]) -> list[str]:
    """The words after titles; two words stay, or one after a title that ends in a stop."""
    while len(words) > 1 and strip_marks(words[0]).strip(".") in _begin_titles():
        plain = [strip_marks(word).strip(".") for word in words[:LONGEST_TITLE]]
        counts = range(min(len(plain), len(words) - 1), 0, -1)
        count = next((one for one in counts if " ".join(plain[:one]) in _titles()), 0)
        stays = 1 if count > 1 or words[0].endswith(".") else 2
        if not count or len(words) - count < stays:
            break
        words = words[count:]
    return words


def _generation(words: list[str]) -> tuple[list[str], str | None]:
    """Jr., III: what tells father from son."""
    if len(words) > 1 and words[-1].strip(".") in table("titles")["generation"]["words"]:
        return words[:-1], words[-1].strip(".")
    return words, None
