"""Of which two sides a sentence speaks: the countries it names, or the only two that its report is about."""

from collections.abc import Iterable
from functools import lru_cache

from bangiao.languages.pack import load
from bangiao.text.fold import fold

_BOTH = ("hai nước", "hai bên", "hai đảng", "song phương", "hai quốc hội", "hai chính phủ", "hai bộ")
Named = tuple[int, int, str]


@lru_cache(maxsize=4096)
def countries_in(sentence: str) -> tuple[Named, ...]:
    """The countries that a sentence names, with their places in it, in order; a longer name hides those in it."""
    folded = fold(sentence)
    found: list[Named] = []
    floor = 0
    for start, end, meant in load("vi").lexicon.matches(folded.lower):
        if start < floor:
            continue
        codes = [one for one in meant if one.kind in ("country", "short")]
        floor = max(floor, end)
        if not codes:
            continue
        begin, stop = folded.back(start, end)
        if codes[0].proper and not sentence[begin].isupper():
            continue
        if codes[0].paired and "-" not in folded.lower[max(0, start - 2) : end + 2]:
            continue
        found.append((begin, stop, codes[0].code))
    return tuple(found)


def names_organisation(sentence: str) -> bool:
    """Whether a sentence names an international organisation."""
    matches = load("vi").lexicon.matches(fold(sentence).lower)
    return any(one.kind == "org" for _, _, meant in matches for one in meant)


def speaks_of(sentence: str, sides: frozenset[str], told: Iterable[frozenset[str]]) -> bool:
    """Whether a sentence is about two sides.

    It names both and nobody else, or one of them alone with "hai nước" and the like; where it names nobody,
    `told`, the pairs of sides of the report's contacts, must be these alone.
    """
    named = {code for _, _, code in countries_in(sentence)}
    if named - sides:
        return False
    if len(named) == len(sides):
        return True
    low = fold(sentence).lower
    if not any(word in low for word in _BOTH):
        return False
    pairs = [pair for pair in told if len(pair) > 1]
    return bool(pairs) and all(pair == sides for pair in pairs)
