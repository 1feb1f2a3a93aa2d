"""Blocking keys: two spellings of one person share at least one, so that an index finds the few to compare.

A key is coarse on purpose. It holds the sound classes of the first two consonants of two words (whatever their
order), all letters of a Vietnamese name, the Vietnamese reading of a Chinese name, or the finals of a Korean one.
"""

from functools import lru_cache
from itertools import combinations, product

from msgspec import Struct

from bangiao.spelling import chinese, japanese
from bangiao.spelling.name import Name, coded, is_vietnamese, read_name, strip_marks, strip_tones
from bangiao.spelling.romanise import romanised
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import is_korean

MOST_SYLLABLES = 4
UNREAD = "=?"
VOWELS = "aeiouyăâêôơư'"


@lru_cache(maxsize=500_000)
def keys(name: str) -> frozenset[str]:
    """The blocking keys of a name in any spelling; at least one, unless there is no name."""
    return frozenset(_keys(read_name(name)))


class Filed(Struct, frozen=True, gc=False):
    """The keys of a name, and whether keys alone can tell it from a name without initials, and from one with them."""

    keys: frozenset[str]
    initials: bool
    telling: bool
    telling_with_initials: bool


@lru_cache(maxsize=500_000)
def filed(name: str) -> Filed:
    """The keys of a name and what they can tell.

    Nothing from initials alone or in a script without a table; a Vietnamese name has no key by an initial.
    """
    read, found = read_name(name), keys(name)
    telling = bool(found) and UNREAD not in found and not all(read.initials)
    latin = read.script == "latin" and not read.vietnamese
    return Filed(found, any(read.initials), telling, telling and latin)


def apart(one: Filed, other: Filed) -> bool:
    """Whether the keys alone tell two names apart."""
    if one.initials or other.initials:
        return one.telling_with_initials and other.telling_with_initials and one.keys.isdisjoint(other.keys)
    return one.telling and other.telling and one.keys.isdisjoint(other.keys)


def _keys(name: Name) -> set[str]:
    if not name.groups:
        return set()
    if name.script == "latin":
        return _latin_keys(name)
    if name.script == "han":
        return _han_keys(name)
    if name.script == "other":
        return {UNREAD}
    words = romanised(name)
    found = _sounds(tuple("".join(word) for word in words), name.script == "kana")
    if name.script == "hangul":
        found |= _sounds((words[0][0], "".join(part for word in words[1:] for part in word)))
        found |= _finals(tuple(part for word in words for part in word))
    return found


def _latin_keys(name: Name) -> set[str]:
    found = _sounds(_words(name)) | (set() if name.vietnamese else _initials(name))
    parts = name.words
    letters = "".join(strip_marks(chinese.vietnamese_key(word)) for word in sorted(name.marked_words))
    if all(map(is_vietnamese, parts)):
        found.add(f"v:{letters}")
    if name.vietnamese:
        syllables = tuple(map(chinese.vietnamese_key, name.marked_words))
        found.add(_reading_key(syllables))
        if syllables[0] in _korean_surnames():
            found |= _finals(tuple(coded(strip_tones(part)) for part in name.marked_words))
    elif len(parts) <= MOST_SYLLABLES and not any(name.initials):
        found |= _mandarin_keys(name)
        found |= _finals(parts) if is_korean(name) else set()
    return found


def _words(name: Name) -> tuple[str, ...]:
    """The words between spaces; Vietnamese letters stay where syllables spell the name."""
    if name.syllabic:
        return tuple(strip_tones("".join(group)) for group in name.groups)
    return tuple("".join(group) for group in name.bare)


def _sounds(words: tuple[str, ...], kana: bool = False) -> set[str]:
    """Unordered pairs of the codes of the first two words and the last; a single word stands alone."""
    chosen = dict.fromkeys((*words[:2], words[-1]))
    codes = [word_codes(word) | (_without_last_vowel(word) if kana else frozenset()) for word in chosen]
    if len(codes) == 1:
        return set(codes[0])
    return {
        f"{min(one, other)}{max(one, other)}"
        for first, second in combinations(codes, 2)
        for one, other in product(first, second)
    }


def _without_last_vowel(word: str) -> frozenset[str]:
    """The codes of a word in kana, where u or o has to follow a last consonant and r stands for l: ramu for Lâm."""
    stem = word.rstrip("uo")
    return word_codes(stem) | word_codes(stem.replace("r", "l")) if len(stem) > 1 else frozenset()


def _initials(name: Name) -> set[str]:
    """The class of an initial, or of what an initial would stand for, with the code of the surname."""
    words = _words(name)
    pairs = [(words[0], words[-1]), (words[-1], words[0])]
    if any(name.initials):
        full = [word for word, initial in zip(words, name.initials, strict=True) if not initial]
        pairs = [(words[name.initials.index(True)], word) for word in (full[:1] + full[-1:])]
    return {f"i:{start}{code}" for one, other in pairs for start in word_starts(one) for code in word_codes(other)}


@lru_cache(maxsize=200_000)
def word_starts(word: str) -> str:
    """The sound classes of a word's beginning."""
    return next((str(value) for piece, value in table("sounds")["starts"].items() if word.startswith(piece)), "?")


@lru_cache(maxsize=200_000)
def word_codes(word: str) -> frozenset[str]:
    """The sound classes of a word's first consonant, of the first one after a vowel, and of its end.

    Several codes where the spelling may vary.
    """
    rest = word.lstrip(_consonants(word)).lstrip(VOWELS)
    nexts = _nexts(rest, table("sounds")["nexts"])
    codes = product(word_starts(word), dict.fromkeys(nexts), _ends(word))
    return frozenset(map("".join, codes))


def _consonants(word: str) -> str:
    return "".join(letter for letter in set(word) if letter not in VOWELS)


def _ends(word: str) -> set[str]:
    """The classes of a word's end; a last vowel that is often silent lets the consonant before it count as well."""
    ends = table("sounds")["ends"]
    stem = word.rstrip(ends["silent_vowels"])
    tail = stem[len(stem.rstrip(_consonants(stem))) :]
    found = {str(ends["classes"].get(letter, "S")) for letter in tail if letter not in ends["silent"]}
    if stem != word or all(letter in ends["may_be_silent"] or letter in ends["silent"] for letter in tail):
        found.add("-")
    if any(letter in ends["may_be_silent"] for letter in tail):
        found.add("S")
    return found | ({"S"} if word.endswith(tuple(ends["as_consonant"])) else set())


def _nexts(rest: str, classes: dict[str, str]) -> str:
    """The classes of the consonant at the start of `rest`; one that may be silent lets the following count too."""
    if not rest:
        return "-"
    value = next((value for piece, value in classes.items() if rest.startswith(piece)), "?")
    if value.endswith("*"):
        return value[:-1] + _nexts(rest.lstrip(rest[0]).lstrip(VOWELS), classes)
    return value


def _reading_key(syllables: tuple[str, ...]) -> str:
    return f"s:{len(syllables)}{strip_marks(syllables[0])}:{strip_marks(syllables[-1])[:1]}"


@lru_cache(maxsize=1)
def _vietnamese_of() -> dict[str, frozenset[str]]:
    """Pinyin syllable → the Vietnamese readings of its characters."""
    found: dict[str, set[str]] = {}
    for reading, syllables in chinese.reading_pairs().items():
        for syllable in syllables:
            found.setdefault(syllable, set()).add(reading)
    return {syllable: frozenset(readings) for syllable, readings in found.items()}


@lru_cache(maxsize=20_000)
def _readings_of(form: str) -> frozenset[str]:
    """Vietnamese readings, without marks, of a Latin syllable of Chinese."""
    of, known = _vietnamese_of(), chinese.syllabary()
    return frozenset(strip_marks(reading) for one in known.get(form, ()) for reading in of.get(one, ()))


def _mandarin_keys(name: Name) -> set[str]:
    """Surname first, or surname last."""
    found = set()
    for count in (2, 3, 4):
        for split in chinese.mandarin_syllables(name.words, count)[:4]:
            for first, last in ((split[0], split[-1]), (split[-1], split[-2])):
                ends = {reading[:1] for reading in _readings_of(last)}
                found |= {f"s:{count}{start}:{end}" for start in _readings_of(first) for end in ends}
    return found


def _han_keys(name: Name) -> set[str]:
    characters = "".join(name.marked_words)
    found = {f"={characters}"}
    readings = [sorted(chinese.vietnamese_readings(character)) for character in characters]
    if all(readings):
        firsts = product(readings[0], readings[-1])
        found |= {_reading_key((first, *("-" for _ in readings[1:-1]), last)) for first, last in firsts}
        found |= {key for split in product(*(one[:2] for one in readings[:4])) for key in _finals_of(split)}
    for reading in japanese.kanji_readings(characters):
        found |= _sounds(reading)
    return found


def _finals_of(syllables: tuple[str, ...]) -> set[str]:
    return _finals(tuple(coded(strip_tones(one)) for one in syllables))


def _finals(syllables: tuple[str, ...]) -> set[str]:
    """The finals of a Korean name of three syllables, surname first or last."""
    if len(syllables) != 3:
        return set()
    finals = table("sounds")["finals"]
    ends = [next((value for piece, value in finals.items() if one.endswith(piece)), "-") for one in syllables]
    return {f"k:{''.join(ends)}", f"k:{ends[2]}{ends[0]}{ends[1]}"}


@lru_cache(maxsize=1)
def _korean_surnames() -> frozenset[str]:
    return frozenset(map(chinese.vietnamese_key, table("sino_korean")["surnames"]["words"]))
