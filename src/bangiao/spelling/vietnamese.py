"""Vietnamese names, which compare on all syllables, and Vietnamese readings of Chinese and Korean names."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, islice, pairwise

from bangiao.spelling.align import Correspondences
from bangiao.spelling.chinese import is_pinyin, mandarin_splits, mandarin_syllables, unlike, vietnamese_key
from bangiao.spelling.latin import one_letter_apart
from bangiao.spelling.name import Name, bare_vietnamese, coded, strip_marks, strip_tones
from bangiao.spelling.records import Match
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import (
    Words,
    is_korean,
    latin_cost,
    orders,
    read_pairs,
    spelt,
    spelt_syllables,
    syllable_cost,
)

FEWEST_FOR_KOREAN = 3
FEWEST_FOR_DOUBT = 2
MOST_GROUPINGS = 20


def vietnamese_match(a: Name, b: Name) -> Match | None:
    """Compare a Vietnamese name, or a Vietnamese reading of a foreign one, with a name in Latin letters."""
    if a.script != "latin" or b.script != "latin":
        return None
    if not (a.vietnamese or b.vietnamese):
        return _level(a, b) or _level(b, a)
    if a.vietnamese and b.vietnamese:
        return _both(a, b)
    one, other = (a, b) if a.vietnamese else (b, a)
    readings = mandarin_match(one, other) or korean_match(one, other) or spelt_korean(one, other)
    return _unmarked(one, other) or readings or _fits(one, other) or _apart_and_together(one, other)


def _apart_and_together(one: Name, other: Name) -> Match | None:
    """A name spelt by syllables that all stand apart, beside Latin letters in fewer words: Si Phan Đon, Siphandone."""
    if not other.words or len(other.words) >= len(one.words) or bare_vietnamese(other):
        return None
    right = spelt(other.bare)
    for groups in _grouped(one.groups, len(other.words)):
        left = spelt_syllables(groups)
        if syllable_cost(left, right, min(2, len(right) // 6)) is not None:
            return Match("same", 0.85, "syllable spelling of one name, its syllables apart")
    return None


def _grouped(groups: tuple[Words, ...], count: int) -> Iterator[tuple[Words, ...]]:
    """The ways to put single words together to as many words as the other name has."""
    for cuts in islice(combinations(range(1, len(groups)), count - 1), MOST_GROUPINGS):
        edges = (0, *cuts, len(groups))
        yield tuple(tuple(part for group in groups[a:b] for part in group) for a, b in pairwise(edges))


def reads_level(name: Name) -> bool:
    """Whether a name without marks may be a Vietnamese reading that needs none: "Mao Ninh", which is no pinyin."""
    return bare_vietnamese(name) and not is_pinyin(name.words)


def _level(one: Name, other: Name) -> Match | None:
    """A Vietnamese reading whose syllables have no marks at all, beside pinyin."""
    if not reads_level(one) or not is_pinyin(other.words):
        return None
    found = mandarin_match(one, other)
    return found if found is not None and found.verdict == "same" else None


def spelt_korean(one: Name, other: Name) -> Match | None:
    """A Korean name spelt by syllables that happen to be Vietnamese ones: Kim Xông Nam; nothing doubtful joins it."""
    if not is_korean(other) or one.marked_words[0] not in table("syllables")["korean_surnames"]["words"]:
        return None
    if syllable_cost(spelt_syllables(one.groups), spelt(other.bare), 0, "korean") is None:
        return None
    return Match("same", 0.9, "syllable spelling of one name")


def _both(a: Name, b: Name) -> Match:
    """Both with their marks: every syllable counts, in its order."""
    left, right = _syllables(a), _syllables(b)
    if left == right:
        return Match("same", 1.0, "every syllable the same")
    plain_left, plain_right = _letters(a), _letters(b)
    if plain_left == plain_right:
        return Match("unsure", 0.5, "only marks differ: a typing error, or another person")
    if len(left) == len(right) and one_letter_apart(plain_left, plain_right) and _apart(left, right) == 1:
        return Match("unsure", 0.4, "one letter differs: a typing error, or another person")
    return Match("different", 0.0, "Vietnamese names with other syllables")


def _apart(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    return sum(one != other for one, other in zip(left, right, strict=True))


def _unmarked(one: Name, other: Name) -> Match | None:
    """The same letters without any mark: Tô Lâm and To Lam; or the surname at the end as well."""
    if other.marked:
        return None
    left = _letters(one)
    if left == _letters(other) or "".join(left.split()) == "".join(_letters(other).split()):
        return Match("same", 0.95, "the same syllables, one without marks")
    groups = tuple((part,) for part in other.words)
    for turned in list(orders(groups))[1:]:
        if left == spelt(turned).strip().replace("y ", "i "):
            sure = len(groups) > 2
            return Match("same" if sure else "unsure", 0.8 if sure else 0.5, "the same syllables in another order")
    return None


@lru_cache(maxsize=100_000)
def _syllables(name: Name) -> tuple[str, ...]:
    return tuple(map(vietnamese_key, name.marked_words))


@lru_cache(maxsize=100_000)
def _letters(name: Name) -> str:
    return " ".join(map(strip_marks, _syllables(name)))


def mandarin_match(one: Name, other: Name) -> Match | None:
    """The Sino-Vietnamese reading of a name in pinyin or Wade-Giles."""
    syllables = one.marked_words
    doubtful = False
    for turned, groups in enumerate(orders(other.bare)):
        words = tuple(part for group in groups for part in group)
        if turned and not _one_syllable(groups[0]):
            continue
        for split in mandarin_syllables(words, len(syllables)):
            places = unlike(syllables, split)
            if not places:
                return Match("same", 0.9, "Sino-Vietnamese and Mandarin readings of one name")
            doubtful = doubtful or (len(places) == 1 and _may_read(syllables, split, places[0]))
    return Match("unsure", 0.4, "one syllable is no known reading of the other") if doubtful else None


def _one_syllable(group: Words) -> bool:
    """Whether a word may be a surname that stood at the end: one syllable, as nearly all Chinese ones are."""
    return len(group) == 1 and any(len(split) == 1 for split in mandarin_splits(group[0]))


def _may_read(vietnamese: tuple[str, ...], mandarin: tuple[str, ...], place: int) -> bool:
    """Whether a given name's syllable may be a reading that no table holds: its final is the right one."""
    final = coded(strip_tones(vietnamese[place]))[-1:]
    expected = "GH" if mandarin[place].endswith("ng") else "NM" if mandarin[place].endswith("n") else ""
    fits = final in expected if expected else final not in "GHNM"
    return place > 0 and len(vietnamese) > FEWEST_FOR_DOUBT and fits


@lru_cache(maxsize=1)
def _korean() -> Correspondences:
    return Correspondences(read_pairs("sino_korean"))


def korean_match(one: Name, other: Name) -> Match | None:
    """The Sino-Vietnamese reading of a Korean name; two syllables are too few to say."""
    if len(one.marked_words) < FEWEST_FOR_KOREAN or not is_korean(other):
        return None
    cost = korean_cost(one.marked_words, other.bare)
    if cost is None:
        return None
    return Match("same", round(0.85 - 0.05 * cost, 3), "Sino-Vietnamese and Korean readings of one name")


def korean_cost(syllables: tuple[str, ...], words: tuple[Words, ...]) -> int | None:
    """The cost of reading Sino-Vietnamese syllables as a Korean name in Latin letters, in any order of its words."""
    left = spelt_syllables(tuple((syllable,) for syllable in syllables))
    costs = [_korean().cost(left, spelt(groups), 1) for groups in orders(words)]
    return min((cost for cost in costs if cost is not None), default=None)


def _fits(one: Name, other: Name) -> Match | None:
    """Latin that is itself built of Vietnamese syllables is a Vietnamese name without marks, nothing looser."""
    if not bare_vietnamese(other):
        return None
    left, right = _letters(one), _letters(other)
    if one_letter_apart(left, right):
        return Match("unsure", 0.4, "one letter differs: a typing error, or another person")
    cost = latin_cost(f" {left} ", f" {right} ", 0, "any")
    if cost is not None:
        return Match("unsure", 0.5, "Latin spellings of one name, perhaps")
    return Match("different", 0.0, "Vietnamese names with other syllables")
