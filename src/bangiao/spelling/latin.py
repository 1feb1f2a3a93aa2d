"""Foreign names in Latin letters and in Vietnamese syllable spelling."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bangiao.spelling.chinese import fewest_syllables, is_pinyin, one_in_mandarin
from bangiao.spelling.name import Name, bare_vietnamese
from bangiao.spelling.records import Match
from bangiao.spelling.tables import table
from bangiao.spelling.transcription import (
    Words,
    is_korean,
    latin_cost,
    latin_kind,
    orders,
    spelt,
    spelt_syllables,
    syllable_cost,
)

SHORTEST_ALONE = 5
VOWELS_APART = re.compile("[aeiouy][^aeiouy]+[aeiouy]")
LONG_WORD = 10
MOST_TURNED = 2
LONGEST_CHINESE = 4


def latin_match(a: Name, b: Name) -> Match | None:
    """Compare two names in Latin letters, in any order of surname and given name, whole or in part."""
    if a.script != "latin" or b.script != "latin" or (a.vietnamese and b.vietnamese):
        return None
    if (a.vietnamese and _of_vietnam(b)) or (b.vietnamese and _of_vietnam(a)):
        return None
    chinese = _mandarin(a, b)
    if chinese is not None:
        return chinese
    return _whole(a, b) or _longer(a, b) or _alone(a, b) or _mistyped(a, b)


def _of_vietnam(name: Name) -> bool:
    """Whether a name is itself Vietnamese, with its marks or without, so that nothing loose may join it to another."""
    return bare_vietnamese(name) or (name.syllabic and not name.hyphened)


def _mandarin(a: Name, b: Name) -> Match | None:
    """Two names in pinyin agree to the letter; one in pinyin and one in Wade-Giles syllable by syllable.

    A Japanese name may look like pinyin, but is longer; nothing doubtful joins two such names.
    """
    if a.marked or b.marked or max(len(a.words), len(b.words)) > LONGEST_CHINESE:
        return None
    for groups in orders(b.bare):
        right = tuple(part for group in groups for part in group)
        if one_in_mandarin(a.words, right):
            return Match("same", 0.9, "Mandarin spellings of one name")
    if is_pinyin(a.words) and is_pinyin(b.words):
        japanese = _whole(a, b) if fewest_syllables(a.words) > LONGEST_CHINESE else None
        if japanese is not None and japanese.score == 1:
            return japanese
        return _alone(a, b) or _mistyped(a, b) or Match("different", 0.0, "other Mandarin syllables")
    return None


def read_cost(a: Name, groups_a: tuple[Words, ...], b: Name, groups_b: tuple[Words, ...]) -> tuple[int, str] | None:
    """The least cost of reading these words of a as those words of b, and by which way of writing."""
    found = []
    latin = _plain_cost(a, groups_a, b, groups_b)
    if latin is not None:
        found.append((latin, "Latin spellings"))
    for one, other in (((a, groups_a), (b, groups_b)), ((b, groups_b), (a, groups_a))):
        strict = bare_vietnamese(one[0]) and not bare_vietnamese(other[0])
        if (one[0].syllabic or strict) and not _both_korean(one[0], other[0]):
            kind = "korean" if is_korean(other[0]) else "any"
            left, right = spelt_syllables(one[1]), spelt(_bare(other[1], other[0]))
            both = strict or other[0].syllabic or one[0].vietnamese or kind == "korean"
            cost = syllable_cost(left, right, syllable_limit(left, right, both), kind)
            if cost is not None and (cost < 2 or _evenly(one[1], _bare(other[1], other[0]), kind)):
                found.append((cost, "syllable spelling"))
    return min(found) if found else None


def _both_korean(one: Name, other: Name) -> bool:
    """Whether both are Korean names in Latin letters, of which no hyphen makes syllable spelling."""
    return not (one.marked or other.marked) and is_korean(one) and is_korean(other)


def _evenly(left: tuple[Words, ...], right: tuple[Words, ...], kind: str) -> bool:
    """Whether no single word carries all the doubt; only to be told where words stand against words."""
    if len(left) != len(right):
        return True
    for one, other in zip(left, right, strict=True):
        syllables, latin = spelt_syllables((one,)), spelt((other,))
        if syllable_cost(syllables, latin, word_limit(syllables, latin), kind) is None:
            return False
    return True


def word_limit(left: str, right: str) -> int:
    """How much may differ within one word: one doubtful letter in three, two at most but in long words."""
    letters = min(len(left), len(right)) - 2
    return 3 if letters >= LONG_WORD else max(1, min(2, (letters + 2) // 3))


def syllable_limit(left: str, right: str, both: bool) -> int:
    """How much may differ between syllable spelling and Latin: about one doubtful letter in three."""
    letters = min(len(left), len(right)) - 2
    return min(2, letters // 6) if both else min(7, 1 + letters // 3)


def latin_limit(left: str, right: str) -> int:
    """How much may differ between two Latin spellings."""
    return min(3, (min(len(left), len(right)) + 2) // 6)


def _plain_cost(a: Name, groups_a: tuple[Words, ...], b: Name, groups_b: tuple[Words, ...]) -> int | None:
    left, right = spelt(_bare(groups_a, a)), spelt(_bare(groups_b, b))
    if left == right:
        return 0
    limit = 0 if bare_vietnamese(a) and bare_vietnamese(b) else latin_limit(left, right)
    return latin_cost(left, right, limit, latin_kind(a, b))


@lru_cache(maxsize=100_000)
def _index(name: Name) -> dict[Words, Words]:
    return dict(zip(name.groups, name.bare, strict=True))


def _bare(groups: tuple[Words, ...], name: Name) -> tuple[Words, ...]:
    if groups is name.groups:
        return name.bare
    known = _index(name)
    return tuple(known[group] for group in groups)


def _whole(a: Name, b: Name) -> Match | None:
    best: tuple[int, str] | None = None
    for turn, groups in enumerate(orders(b.groups)):
        if turn and (a.vietnamese or b.vietnamese) and len(groups) < 2:
            continue
        found = read_cost(a, a.groups, b, groups)
        if turn and found is not None and found[0] > MOST_TURNED:
            continue
        if found is not None and (best is None or found[0] < best[0]):
            best = (found[0], found[1] + (", surname first and last" if turn else ""))
    if best is None:
        return None
    if len(a.groups) == 1 and len(b.groups) == 1 and min(len(a.text), len(b.text)) < SHORTEST_ALONE:
        return Match("unsure", 0.5, "a short name alone")
    return Match("same", round(1.0 - 0.04 * best[0], 3), f"{best[1]} of one name")


def _longer(a: Name, b: Name) -> Match | None:
    """One name goes on after the other ends, or has a patronymic more."""
    short, long = (a, b) if len(a.words) < len(b.words) else (b, a)
    count = len(short.groups)
    if len(short.words) < 2 or len(long.groups) < 2 or a.vietnamese or b.vietnamese:
        return None
    without = tuple(group for group in long.groups if not _patronymic(group))
    if len(without) < len(long.groups) and read_cost(short, short.groups, long, without):
        return Match("same", 0.9, "one name with its patronymic")
    flat = long.groups if long.syllabic else tuple((word,) for group in long.groups for word in group)
    for end in range(2, len(flat)):
        cost = _flat_cost(short, long, flat[:end])
        if cost is not None and cost <= count:
            if _monosyllabic(short):
                return Match("unsure", 0.5, "part of the name: the other goes on")
            return Match("same", 0.85, "one name goes on where the other ends")
    return _inside(short, long)


def _monosyllabic(name: Name) -> bool:
    """Whether every word is one syllable, as in Burmese names, where a further one makes another."""
    return not any(VOWELS_APART.search(word) for word in name.words)


def _flat_cost(short: Name, long: Name, flat: tuple[Words, ...]) -> int | None:
    """The cost of the first words of the longer name, hyphens ending a word too."""
    marked = dict(zip(long.marked_words, long.words, strict=True))
    right = spelt(tuple((marked[word],) for group in flat for word in group))
    if short.syllabic and not long.syllabic:
        left = spelt_syllables(short.groups)
        return syllable_cost(left, right, syllable_limit(left, right, False))
    if long.syllabic and not short.syllabic:
        left = spelt_syllables(flat)
        return syllable_cost(left, spelt(short.bare), syllable_limit(left, spelt(short.bare), False))
    left = spelt(short.bare)
    return latin_cost(left, right, latin_limit(left, right), latin_kind(short, long))


def _inside(short: Name, long: Name) -> Match | None:
    """The first word agrees and the last, others stand between; or the shorter name stands at the end."""
    if len(short.groups) < len(long.groups):
        for groups in (*_left_out(short, long), long.groups[-len(short.groups) :]):
            if read_cost(short, short.groups, long, groups):
                return Match("unsure", 0.5, "part of the name: the other has more words")
    return None


def _left_out(short: Name, long: Name) -> Iterator[tuple[Words, ...]]:
    """The longer name without words that stand together inside it: "Luis (Rodolfo) Abinader Corona"."""
    more = len(long.groups) - len(short.groups)
    for start in range(1, len(short.groups)):
        yield long.groups[:start] + long.groups[start + more :]


def _patronymic(group: Words) -> bool:
    ends = tuple(table("titles")["initial_prefixes"]["patronymic_ends"])
    return group[-1].endswith(ends)


def _alone(a: Name, b: Name) -> Match | None:
    """A surname alone against a whole name decides nothing."""
    short, long = (a, b) if len(a.groups) < len(b.groups) else (b, a)
    if len(short.groups) == 1 and len(long.groups) > 1:
        for group in long.groups:
            if read_cost(short, short.groups, long, (group,)):
                return Match("unsure", 0.4, "part of the name: a single word fits")
    return None


def _mistyped(a: Name, b: Name) -> Match | None:
    """One letter differs: a typing error, or another person."""
    left = spelt(a.bare).strip()
    for groups in orders(b.bare):
        if one_letter_apart(left, spelt(groups).strip()):
            return Match("unsure", 0.6, "one letter differs")
    return None


def one_letter_apart(left: str, right: str) -> bool:
    """Whether one letter more, less, another, or two exchanged make one of the other."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    rest_left, rest_right = left[start:], right[start:]
    if len(left) == len(right):
        swapped = rest_left[:2] == rest_right[:2][::-1] and rest_left[2:] == rest_right[2:]
        return rest_left[1:] == rest_right[1:] or swapped
    return rest_left[1:] == rest_right or rest_left == rest_right[1:]
