"""Blocking keys: what two spellings of one person share, so that an index finds the few to compare.

A key is coarse on purpose. It holds the sound classes of two words (whatever their order), all letters of a Vietnamese
name, the Vietnamese reading of a Chinese name, or the finals of a Korean one. A name is filed under its `keys`; those
who may be the same person are found under what is `sought`: a Vietnamese name by its sounds meets foreign spellings
alone, an initial meets whole words, a single word the words of longer names.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice, product

from msgspec import Struct

from bangiao.spelling import chinese, japanese
from bangiao.spelling.name import Name, coded, is_vietnamese, read_name, strip_marks, strip_tones
from bangiao.spelling.romanise import romanised
from bangiao.spelling.sounds import codes, skeleton, sounds, starts
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import KOREAN_PARTS, is_korean
from bangiao.spelling.vietnamese import reads_level

MOST_SYLLABLES = 4
FEWEST_CONSONANTS = 4
MOST_SPLITS = 12
UNREAD = "=?"
Words = tuple[str, ...]
Sounds = tuple[tuple[int, int], ...]
Parts = tuple[Sounds, tuple[int, ...], Sounds, frozenset[str]]


class Filed(Struct, frozen=True, gc=False):
    """What is known of a name before it is compared; sets of sounds as `sounds` gives them.

    `pairs` are the sounds of two words together, `words` those of each word, `begun` an initial (or what one would
    stand for) with the sounds of the surname, `rest` all other keys. `telling`: whether keys alone can tell the name
    from one without initials, and from one with them.
    """

    pairs: Sounds
    words: tuple[int, ...]
    begun: Sounds
    rest: frozenset[str]
    vietnamese: bool
    initials: bool
    telling: bool
    telling_with_initials: bool


def keys(name: str) -> frozenset[str]:
    """The keys under which a name is filed, in any spelling; at least one, unless there is no name."""
    one = filed(name)
    kind = "v" if one.vietnamese else "f"
    several = "p" if len(one.words) > 1 else "w"
    found = set(one.rest) | set(_pair_keys(kind, one.pairs)) | {f"{several}{code:02x}" for code in _codes(one.words)}
    return frozenset(found | set(_begun_keys("j" if one.initials else "i", one.begun)))


def sought(name: str) -> frozenset[str]:
    """The keys under which all names are filed that may be the same person's."""
    one = filed(name)
    found = set(one.rest) | set(_pair_keys("f", one.pairs)) | set(_begun_keys("j", one.begun))
    found |= {f"w{code:02x}" for code in _codes(one.words)}
    if len(one.words) == 1:
        found |= {f"p{code:02x}" for code in _codes(one.words)}
    if not one.vietnamese:
        found |= set(_pair_keys("v", one.pairs))
    if one.initials:
        found |= set(_begun_keys("i", one.begun))
    return frozenset(found)


def _codes(words: tuple[int, ...]) -> set[int]:
    return {code for word in words for code in codes(word)}


def _pair_keys(kind: str, pairs: Sounds) -> Iterator[str]:
    for one, other in pairs:
        for first, second in product(codes(one), codes(other)):
            yield f"{kind}{first:02x}{second:02x}" if first < second else f"{kind}{second:02x}{first:02x}"


def _begun_keys(kind: str, begun: Sounds) -> Iterator[str]:
    for start, word in begun:
        for first, second in product(codes(start), codes(word)):
            yield f"{kind}{first}{second:02x}"


def apart(one: Filed, other: Filed) -> bool:
    """Whether the keys alone tell two names apart."""
    if one.initials or other.initials:
        telling = one.telling_with_initials and other.telling_with_initials
    else:
        telling = one.telling and other.telling
    return telling and not meet(one, other)


def meet(one: Filed, other: Filed) -> bool:
    """Whether either name is filed under a key that is sought for the other; the keys themselves are not made."""
    if not one.rest.isdisjoint(other.rest):
        return True
    if (one.initials or other.initials) and _meet(one.begun, other.begun, False):
        return True
    if not (one.vietnamese and other.vietnamese) and _meet(one.pairs, other.pairs, True):
        return True
    single = len(one.words) == 1 or len(other.words) == 1
    return single and any(word & beside for word in one.words for beside in other.words)


def _meet(some: Sounds, others: Sounds, turned: bool) -> bool:
    """Whether two pairs of words may sound alike, turned round as well."""
    for one, two in some:
        for three, four in others:
            if (one & three and two & four) or (turned and one & four and two & three):
                return True
    return False


@lru_cache(maxsize=500_000)
def filed(name: str) -> Filed:
    """What is known of a name before it is compared.

    Nothing can be told from initials alone, in a script without a table or from kanji without the dictionary that
    reads them; a Vietnamese name has no key by an initial.
    """
    read = read_name(name)
    if not read.groups or read.script == "other":
        rest = frozenset({UNREAD}) if read.groups else frozenset()
        return Filed((), (), (), rest, False, any(read.initials), False, False)
    telling = not all(read.initials) and (read.script != "han" or japanese.has_dictionary())
    latin = read.script in ("latin", "cyrillic") and not read.vietnamese
    parts = _of_han(read) if read.script == "han" else _of_letters(read)
    if read.script == "cyrillic" and not any(read.initials):
        parts = _with_mandarin(read, parts)
    return Filed(*parts, read.vietnamese, any(read.initials), telling, telling and latin)


def _with_mandarin(name: Name, parts: Parts) -> Parts:
    """With what the pinyin has that Cyrillic letters stand for, if the name is a Chinese one."""
    pairs, words, begun, rest = parts
    for pinyin in chinese.pinyin_of(tuple(map("".join, name.groups))):
        more = _of_letters(read_name(" ".join(pinyin)))
        pairs, words, begun = pairs + more[0], words + more[1], begun + more[2]
        rest |= more[3]
    return pairs, words, begun, rest


def _of_letters(name: Name) -> Parts:
    """The sounds of a name's words, as they stand between spaces and as they stand between hyphens."""
    ways = [[_sound(word, syllabic, name.script) for word in way] for way, syllabic in _ways(name)]
    pairs = {pair for way in ways for pair in combinations([*way[:2], *way[2:][-1:]], 2)}
    whole = _has_initials(name) or (name.vietnamese and len(name.words) > 1)
    words = set() if whole else {word for way in ways for word in way}
    begun = set() if name.vietnamese else set(_begun(name))
    rest = _latin_keys(name) if name.script == "latin" else _hangul_keys(name) if name.script == "hangul" else set()
    return tuple(pairs), tuple(words), tuple(begun), frozenset(rest)


def _ways(name: Name) -> Iterator[tuple[Words, bool]]:
    """The ways in which a name is divided into words, and whether syllables spell these."""
    if _has_initials(name):
        every = zip(_spelt(name), name.initials, strict=True)
        yield tuple(word for word, initial in every if not initial), name.syllabic
        return
    if name.script != "latin":
        words = _spelt(name)
        yield words, False
        if name.script == "hangul" and len(words) > 1:
            yield (words[0], "".join(words[1:])), False
        return
    if name.syllabic:
        yield _without_particles(_spelt(name)), True
    if not name.syllabic or not name.marked:
        yield _without_particles(tuple("".join(_without_particles(group)) for group in name.bare)), False
        if name.hyphened:
            yield _without_particles(name.words), False


def _has_initials(name: Name) -> bool:
    return name.script in ("latin", "cyrillic") and any(name.initials)


def _without_particles(words: Words) -> Words:
    drop = _particles()
    if drop.isdisjoint(words):
        return words
    kept = tuple(word for word in words if word not in drop)
    return kept if len(kept) > 1 else words


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    """Words that come and go, as they stand and as syllables spell them."""
    drop = table("titles")["particles"]["drop"]
    return frozenset({*drop, *map(coded, drop)})


def _sound(word: str, syllabic: bool, script: str) -> int:
    found = sounds(word, syllabic)
    if script != "kana":
        return found
    # u or o has to follow a last consonant, and r stands for l: ramu for Lâm
    stem = word.rstrip("uo")
    return found | sounds(stem) | sounds(stem.replace("r", "l")) if len(stem) > 1 else found


def _begun(name: Name) -> Iterator[tuple[int, int]]:
    """The classes of an initial, or of what an initial would stand for, with the sounds of the surname."""
    syllabic, words = name.syllabic, _spelt(name)
    pairs = [(words[0], words[-1]), (words[-1], words[0])]
    if _has_initials(name):
        full = [word for word, initial in zip(words, name.initials, strict=True) if not initial]
        pairs = [(words[name.initials.index(True)], word) for word in (full[:1] + full[-1:])]
    for start, word in pairs:
        yield starts(start, syllabic), sounds(word, syllabic)


def _spelt(name: Name) -> Words:
    """The words between spaces as they are compared: in Latin letters without marks, or by syllables."""
    if name.script != "latin":
        return tuple("".join(word) for word in romanised(name))
    if name.syllabic:
        return tuple("".join(coded(strip_tones(part)) for part in group) for group in name.groups)
    return tuple("".join(group) for group in name.bare)


def _latin_keys(name: Name) -> set[str]:
    """The letters of a Vietnamese name, its reading, the syllables of a Chinese one, the finals of a Korean one."""
    found: set[str] = set()
    parts = name.words
    syllables = tuple(map(chinese.vietnamese_key, name.marked_words))
    if all(map(is_vietnamese, parts)):
        found.add(f"l{''.join(strip_marks(one) for one in sorted(syllables))}")
        found |= set(_slips([strip_marks(one) for one in syllables]))
    found |= set(_together(parts))
    if name.vietnamese or reads_level(name):
        found.add(_reading_key(syllables))
    if name.vietnamese:
        if syllables[0] in _korean_surnames():
            found |= _finals_of(syllables)
    elif len(parts) <= MOST_SYLLABLES and not any(name.initials):
        found |= _mandarin_keys(name)
        found |= _finals(parts) if is_korean(name) else set()
    if name.syllabic and len(name.groups) == KOREAN_PARTS and "-".join(name.groups[0]) in _spelt_surnames():
        found |= _finals(_spelt(name))
    return found


def _together(parts: Words) -> Iterator[str]:
    """What a name shares with itself written in fewer words: all its letters, or the classes of all its consonants."""
    letters = "".join(parts)
    yield f"u{letters}"
    consonants = skeleton(letters)
    if len(consonants) >= FEWEST_CONSONANTS:
        yield f"g{consonants}"


def _slips(syllables: list[str]) -> Iterator[str]:
    """All syllables but one, with the beginning and the end of that one: a slip of one letter leaves one of the two."""
    if len(syllables) > 1:
        for place, one in enumerate(syllables):
            rest = " ".join(syllables[:place] + syllables[place + 1 :])
            yield f"b{place}{one[:1]}{rest}"
            yield f"e{place}{one[-1:]}{rest}"


def _hangul_keys(name: Name) -> set[str]:
    return _finals(tuple(part for word in romanised(name) for part in word))


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
    found: set[str] = set()
    choices = [chinese.mandarin_splits(word) for word in name.words]
    if not all(choices):
        return found
    for parts in islice(product(*choices), MOST_SPLITS):
        split = tuple(syllable for part in parts for syllable in part)
        if 2 <= len(split) <= MOST_SYLLABLES:
            found |= _ends_of(len(split), split[0], split[-1]) | _ends_of(len(split), split[-1], split[-2])
    return found


@lru_cache(maxsize=50_000)
def _ends_of(count: int, first: str, last: str) -> frozenset[str]:
    """The keys of Vietnamese readings of a name that begins and ends with these Latin syllables."""
    ends = {reading[:1] for reading in _readings_of(last)}
    return frozenset(f"s:{count}{start}:{end}" for start in _readings_of(first) for end in ends)


def _of_han(name: Name) -> Parts:
    """A name in Han characters: its readings in Vietnamese, Korean and, where a dictionary is installed, Japanese."""
    characters = "".join(name.marked_words)
    found = {f"={characters}"}
    readings = [sorted(chinese.vietnamese_readings(character)) for character in characters]
    if all(readings):
        firsts = product(readings[0], readings[-1])
        found |= {_reading_key((first, *("-" for _ in readings[1:-1]), last)) for first, last in firsts}
        found |= {key for split in product(*(one[:2] for one in readings[:4])) for key in _finals_of(split)}
    japanese_ = japanese.kanji_readings(characters)
    pairs = {(sounds(surname), sounds(given)) for surname, given in japanese_}
    return tuple(pairs), tuple({one for pair in pairs for one in pair}), (), frozenset(found)


def _finals_of(syllables: tuple[str, ...]) -> set[str]:
    return _finals(tuple(coded(strip_tones(one)) for one in syllables))


def _finals(syllables: Words) -> set[str]:
    """The finals of a Korean name of three syllables, surname first or last."""
    if len(syllables) != KOREAN_PARTS:
        return set()
    known = table("sounds")["finals"]
    each = [next((str(value) for piece, value in known.items() if one.endswith(piece)), "-") for one in syllables]
    return {f"k{one}{two}{three}" for one, two, three in product(*each)} | {
        f"k{three}{one}{two}" for one, two, three in product(*each)
    }


@lru_cache(maxsize=1)
def _korean_surnames() -> frozenset[str]:
    return frozenset(map(chinese.vietnamese_key, table("sino_korean")["surnames"]["words"]))


@lru_cache(maxsize=1)
def _spelt_surnames() -> frozenset[str]:
    """Korean surnames as syllables spell them."""
    return frozenset(table("syllables")["korean_surnames"]["words"])
