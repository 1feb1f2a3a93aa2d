"""Names in other scripts: Han characters, kana, Hangul, Cyrillic, against Latin and against each other."""

from functools import lru_cache
from itertools import product

from bangiao.spelling import chinese, japanese
from bangiao.spelling.align import Correspondences, through
from bangiao.spelling.initials import initial_match
from bangiao.spelling.latin import SHORTEST_ALONE, latin_limit, syllable_limit
from bangiao.spelling.name import Name, read_name
from bangiao.spelling.records import Match
from bangiao.spelling.romanise import romanised
from bangiao.spelling.transcription import (
    KOREAN_PARTS,
    Words,
    latin_cost,
    orders,
    read_pairs,
    spelt,
    spelt_syllables,
    syllable_cost,
)
from bangiao.spelling.vietnamese import korean_cost, mandarin_match, reads_level

FARTHEST = 1  # doubtful letters between katakana and syllable spelling
SCRIPTS = ("han", "kana", "hangul", "cyrillic")


def script_match(a: Name, b: Name) -> Match | None:
    """Compare two names of which at least one is not in Latin letters."""
    if a.script == b.script == "latin":
        return None
    if a.script == b.script:
        return _one_script(a, b)
    if "other" in (a.script, b.script):
        return Match("unsure", 0.0, "a script that no table reads yet")
    first, second = sorted((a, b), key=_rank)
    return _two_scripts(first, second)


def _rank(name: Name) -> int:
    return SCRIPTS.index(name.script) if name.script in SCRIPTS else len(SCRIPTS)


def _one_script(a: Name, b: Name) -> Match:
    left, right = "".join(a.marked_words), "".join(b.marked_words)
    if left == right and a.script != "other":
        return Match("same", 1.0, "the same letters")
    if a.script == "han" and len(left) == len(right) and all(map(chinese.one_character, left, right)):
        return Match("same", 0.95, "simplified and traditional characters of one name")
    if a.script in ("kana", "cyrillic"):
        cost = _latin(romanised(a), romanised(b))
        if cost is not None:
            return Match("same", 0.9 - 0.04 * cost, "spellings of one name")
    if a.script == "other":
        return Match("unsure", 0.0, "a script that no table reads yet")
    return Match("different", 0.0, "other characters")


def _two_scripts(a: Name, b: Name) -> Match:
    """The first is in the script that says less about sounds."""
    if a.script == "han":
        return (_mandarin_of_cyrillic(b, a) if b.script == "cyrillic" else None) or _han(a, b)
    if a.script == "kana" and b.script == "latin":
        return _kana(a, b)
    if a.script == "hangul" and b.script == "latin":
        return _hangul(a, b)
    if b.script == "latin":
        return _letters(a, b)
    return Match("unsure", 0.0, "two scripts that no table joins yet")


def _latin(left: tuple[Words, ...], right: tuple[Words, ...]) -> int | None:
    costs = []
    for groups in orders(right):
        one, other = spelt(left), spelt(groups)
        cost = 0 if one == other else latin_cost(one, other, latin_limit(one, other), "any")
        if cost is not None:
            costs.append(cost)
    return min(costs, default=None)


def _read(left: tuple[Words, ...], name: Name) -> int | None:
    """The cost of reading Latin words as a name in Latin letters or in syllable spelling."""
    if name.syllabic:
        costs = []
        for groups in orders(name.groups):
            syllables, latin = spelt_syllables(groups), spelt(left)
            costs.append(syllable_cost(syllables, latin, syllable_limit(syllables, latin, False)))
        found = [cost for cost in costs if cost is not None]
        if found:
            return min(found)
    return _latin(left, name.bare)


def _letters(a: Name, b: Name) -> Match:
    if any(a.initials) or any(b.initials):
        words = zip(romanised(a), a.initials, strict=True)
        latin = read_name(" ".join("-".join(parts) + "." * initial for parts, initial in words))
        return initial_match(latin, b) or Match("different", 0.0, "surname or initial differ")
    costs = [_read(words, b) for words in (romanised(a), japanese.of_cyrillic(a.marked_words)) if words]
    known = [cost for cost in costs if cost is not None]
    if known:
        return Match("same", round(0.95 - 0.04 * min(known), 3), "one name in Cyrillic and Latin letters")
    return _mandarin_of_cyrillic(a, b) or Match("different", 0.0, "other letters")


def _mandarin_of_cyrillic(a: Name, b: Name) -> Match | None:
    """A Chinese name as Russian writes it, beside its pinyin, its Vietnamese reading or its characters."""
    for pinyin in chinese.pinyin_of(tuple(map("".join, a.groups))):
        if b.script == "han" and chinese.han_reads_as_mandarin("".join(b.marked_words), pinyin):
            return Match("same", 0.9, "Han characters and their Mandarin reading in Cyrillic letters")
        if b.script == "latin" and _mandarin_in_latin(pinyin, b):
            return Match("same", 0.9, "one Mandarin name in Cyrillic and Latin letters")
    return None


def _mandarin_in_latin(pinyin: tuple[str, ...], name: Name) -> bool:
    if name.vietnamese or reads_level(name):
        found = mandarin_match(name, read_name(" ".join(pinyin)))
        return found is not None and found.verdict == "same"
    turned = (tuple(part for group in groups for part in group) for groups in orders(name.bare))
    return any(chinese.one_in_mandarin(pinyin, words) for words in turned)


@lru_cache(maxsize=2)
def _katakana(kind: str) -> Correspondences:
    return Correspondences(read_pairs("katakana", kind))


@lru_cache(maxsize=1)
def _katakana_of_syllables() -> Correspondences:
    """Syllable spelling → katakana of the same foreign name, by way of its Latin letters."""
    return Correspondences(through(read_pairs("syllables"), read_pairs("katakana", "foreign"), FARTHEST))


def _kana(a: Name, b: Name) -> Match:
    left = romanised(a)
    if b.vietnamese or (b.syllabic and not b.hyphened):
        right = spelt_syllables(b.groups)
        cost = _katakana("vietnamese").cost(right, spelt(left), 1)
        if cost is not None:
            return Match("same", 0.9 - 0.05 * cost, "a Vietnamese name and its katakana")
        return Match("different", 0.0, "other syllables than the katakana has")
    cost = _read(left, b)
    if cost is not None:
        return Match("same", round(0.9 - 0.04 * cost, 3), "kana and Latin spelling of one name")
    for groups in orders(b.bare):
        cost = _katakana("foreign").cost(spelt(left), spelt(groups), 2)
        if cost is not None:
            return Match("same", 0.85 - 0.05 * cost, "a foreign name and its katakana")
    return _spelt_kana(left, b) or Match("different", 0.0, "other sounds")


def _spelt_kana(left: tuple[Words, ...], b: Name) -> Match | None:
    """A foreign name in katakana and by syllables; one short word decides nothing."""
    for groups in orders(b.groups) if b.syllabic else ():
        cost = _katakana_of_syllables().cost(spelt_syllables(groups), spelt(left), FARTHEST)
        if cost is not None:
            short = len(left) == 1 and len(spelt(left).strip()) < SHORTEST_ALONE
            return Match(
                "unsure" if short else "same", 0.8 - 0.05 * cost, "a foreign name in katakana and by syllables"
            )
    return None


@lru_cache(maxsize=1)
def _hangul_table() -> Correspondences:
    return Correspondences(read_pairs("hangul"))


def _hangul(a: Name, b: Name) -> Match:
    left = romanised(a)
    if b.vietnamese and len(left) == len(b.marked_words) == KOREAN_PARTS:
        cost = korean_cost(b.marked_words, left)
        if cost is not None:
            return Match("same", 0.85 - 0.05 * cost, "Hangul and the Sino-Vietnamese reading of one name")
    for groups in orders(b.bare):
        cost = _hangul_table().cost(spelt(left), spelt(groups), 1)
        if cost is not None:
            return Match("same", 0.9 - 0.05 * cost, "Hangul and Latin spelling of one name")
    if b.syllabic and len(b.groups) == len(left):
        syllables, latin = spelt_syllables(b.groups), spelt(left)
        cost = syllable_cost(syllables, latin, syllable_limit(syllables, latin, True), "korean")
        if cost is not None:
            return Match("same", round(0.85 - 0.03 * cost, 3), "Hangul and syllable spelling of one name")
    return Match("different", 0.0, "other sounds")


def _han(a: Name, b: Name) -> Match:
    characters = "".join(a.marked_words)
    if b.script == "latin":
        if (b.vietnamese or reads_level(b)) and chinese.han_reads_as_vietnamese(characters, b.marked_words):
            return Match("same", 0.95, "Han characters and their Sino-Vietnamese reading")
        for groups in orders(b.bare):
            if chinese.han_reads_as_mandarin(characters, tuple(part for group in groups for part in group)):
                return Match("same", 0.95, "Han characters and their Mandarin reading")
    korean = _korean_of(characters, b)
    return korean or _kanji(a, b, characters)


def _korean_of(characters: str, b: Name) -> Match | None:
    """A Korean name in Han characters, read by way of their Vietnamese readings."""
    readings = [sorted(chinese.vietnamese_readings(character)) for character in characters]
    groups = b.bare if b.script == "latin" else romanised(b) if b.script == "hangul" else ()
    if len(readings) != 3 or not all(readings) or not groups:
        return None
    for syllables in product(*(one[:2] for one in readings)):
        if korean_cost(syllables, groups) is not None:
            return Match("same", 0.85, "Han characters and their Korean reading")
    return None


def _kanji(a: Name, b: Name, characters: str) -> Match:
    readings = japanese.kanji_readings(characters)
    for reading in sorted(readings):
        left: tuple[Words, ...] = tuple((part,) for part in reading)
        if b.script == "latin":
            cost = _read(left, b)
        elif b.script == "kana":
            cost = 0 if "".join(reading) == "".join(word for group in romanised(b) for word in group) else None
        else:
            cost = None
        if cost is not None:
            return Match("same", round(0.9 - 0.04 * cost, 3), "kanji and a reading of them")
    if any(_surname(reading[0], b) for reading in readings):
        return Match("unsure", 0.3, "a reading of the surname fits, none of the given name")
    if b.script == "latin" and not readings and not japanese.has_dictionary():
        return Match("unsure", 0.0, "kanji cannot be read: install bangiao[japanese]")
    if b.script == "latin" and (readings or b.vietnamese or not _in_japanese_use(characters)):
        return Match("different", 0.0, "no reading of the characters fits")
    return Match("unsure", 0.0, "no reading of the characters is known")


def _surname(reading: str, b: Name) -> bool:
    """Whether a word of the name may be this reading of the surname."""
    return b.script == "latin" and any(
        _read(((reading,),), single) is not None for single in map(read_name, b.text.split())
    )


def _in_japanese_use(characters: str) -> bool:
    """Whether all characters stand in the Japanese standard sets."""
    try:
        characters.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return True
