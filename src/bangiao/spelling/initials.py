"""Names of which one gives initials: V. Putin."""

from functools import lru_cache

from bangiao.spelling.latin import read_cost
from bangiao.spelling.name import Name, bare_vietnamese, is_syllable, read_name, strip_marks
from bangiao.spelling.records import Match
from bangiao.spelling.transcription import Words, by_syllables, orders, spelt, spelt_syllables, syllable_cost

MOST = 2
FEWEST_FOR_VIETNAMESE = 3


def initial_match(a: Name, b: Name) -> Match | None:
    """Compare a name with initials: the words agree, and each initial begins the word in its place."""
    if a.script != "latin" or b.script != "latin" or not (any(a.initials) or any(b.initials)):
        return None
    if all(a.initials) or all(b.initials):
        return Match("unsure", 0.2, "initials alone")
    short, long = (a, b) if any(a.initials) else (b, a)
    if long.vietnamese or (bare_vietnamese(long) and len(long.words) >= FEWEST_FOR_VIETNAMESE):
        words = {word for group in _words(short) for word in group}
        fits = {strip_marks(word) for word in words} <= set(long.words)
        return Match("unsure" if fits else "different", 0.3 * fits, "initials fit several Vietnamese names")
    if any(long.initials):
        return _both(short, long)
    return _one(short, long) or Match("different", 0.0, "surname or initial differ")


def _words(name: Name) -> tuple[Words, ...]:
    return tuple(group for group, initial in zip(name.groups, name.initials, strict=True) if not initial)


def _letters(name: Name) -> tuple[str, ...]:
    return tuple(group[0][0] for group, initial in zip(name.bare, name.initials, strict=True) if initial and group[0])


def _both(a: Name, b: Name) -> Match:
    same = read_cost(a, _words(a), b, _words(b)) is not None
    if same and all(begins(one, other) for one, other in zip(_letters(a), _letters(b), strict=False)):
        return Match("same", 0.75, "surname and initials agree")
    return Match("different", 0.0, "surname or initial differ")


def _one(short: Name, long: Name) -> Match | None:
    words, letters = _words(short), _letters(short)
    if not short.initials[0] and not short.initials[-1]:
        if read_cost(short, words, long, long.groups):
            return Match("unsure", 0.6, "part of the name: one has an initial more")
        return _middle(short, long)
    if long.hyphened and not long.syllabic:
        apart = _one(short, read_name(long.text.replace("-", " ")))
        if apart is not None:
            return apart
    for groups in orders(long.groups):
        rest = groups[-len(words) :]
        first = groups[: len(groups) - len(words)]
        if not first or not begins(letters[0], first[0][0]):
            continue
        found = read_cost(short, words, long, rest) or _unmarked(words, rest)
        if found is not None and found[0] <= (MOST if len(first) >= len(letters) else 0):
            return Match("same", 0.8, "the surname agrees, the initial begins the given name")
    return None


def _unmarked(words: tuple[Words, ...], rest: tuple[Words, ...]) -> tuple[int, str] | None:
    """A surname of one syllable that needs no mark and so does not show that it is spelt by syllables: T. Ble."""
    if len(words) != 1 or len(words[0]) != 1 or not is_syllable(words[0][0]):
        return None
    cost = syllable_cost(spelt_syllables(words), spelt(rest), 0)
    return None if cost is None else (cost, "syllable spelling")


def _middle(short: Name, long: Name) -> Match | None:
    """John F. Kennedy and John Fitzgerald Kennedy."""
    if len(short.groups) != len(long.groups):
        return None
    kept = [index for index, initial in enumerate(short.initials) if not initial]
    fits = all(
        begins(short.bare[index][0][0], long.groups[index][0])
        for index, initial in enumerate(short.initials)
        if initial
    )
    words = tuple(long.groups[index] for index in kept)
    if fits and read_cost(short, _words(short), long, words):
        return Match("same", 0.85, "the initial begins the middle name")
    return None


@lru_cache(maxsize=4_096)
def _sounds(letter: str) -> frozenset[str]:
    """The first letters that stand for this initial in the other spelling."""
    table = by_syllables().pieces
    found = {letter}
    for piece, targets in table.items():
        if piece.startswith(letter):
            found.update(target[0] for target, cost in targets.items() if target.strip() and cost == 0)
    return frozenset(found)


def begins(letter: str, word: str) -> bool:
    """Whether an initial may begin a word, in either spelling."""
    first = word[:1].replace("đ", "d")
    return first == letter or first in _sounds(letter) or letter in _sounds(word[:1])
