"""Made-up people and their spellings, built by seed from the parts of attested names."""

import random
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from bangiao.spelling.chinese import reading_pairs
from bangiao.spelling.name import is_vietnamese, read_name, strip_marks
from benchmarks.material import ROOT

SEED = 20
ONE_PERSON = 0.05  # the share of pairs that are two spellings of one person
PAIRS = ("name_pairs", "name_pairs_figures")
Person = tuple[str, ...]


@lru_cache(maxsize=1)
def attested() -> list[tuple[str, str]]:
    """The pairs of the test data that are one person, in two spellings."""
    rows = [
        line.split("\t")
        for name in PAIRS
        for line in (ROOT / "tests" / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    ]
    return [(row[0], row[1]) for row in rows if row[2] == "same"]


@lru_cache(maxsize=1)
def parts() -> list[tuple[str, str]]:
    """Words of foreign names: in syllable spelling and in Latin letters, in pairs of two words each."""
    both = [(one.split(), other.split()) for one, other in attested() if "-" in one and "." not in one + other]
    rows = [pair for one, other in both if len(one) == len(other) == 2 for pair in zip(one, other, strict=True)]
    return sorted({(one, other) for one, other in rows if other.isascii() and one[:1].isalpha() and len(other) > 1})


@lru_cache(maxsize=1)
def syllables() -> list[str]:
    """Syllables of the Vietnamese names."""
    names = [read_name(name) for pair in attested() for name in pair]
    words = {word.title() for name in names if name.vietnamese for word in name.marked_words}
    return sorted(word for word in words if is_vietnamese(strip_marks(word.lower())))


@lru_cache(maxsize=1)
def chinese() -> list[tuple[str, str]]:
    """Sino-Vietnamese syllables with a pinyin syllable that is read so."""
    known = reading_pairs()
    found = [(one, known.get(one.lower(), frozenset())) for one in syllables()]
    return [(one, pinyin) for one, several in found for pinyin in sorted(several)]


def foreign(dice: random.Random) -> Person:
    """A foreign name by syllables, in Latin letters, surname last, with an initial, now and then with a middle name."""
    words = dice.sample(parts(), 3 if dice.random() < 0.3 else 2)
    by_syllables, latin = [one for one, _ in words], [other for _, other in words]
    turned = [*latin[1:], latin[0]]
    return " ".join(by_syllables), " ".join(latin), " ".join(turned), " ".join([f"{turned[0][0]}.", *turned[1:]])


def vietnamese(dice: random.Random) -> Person:
    """A Vietnamese name with its marks and without."""
    name = " ".join(dice.sample(syllables(), dice.choice((2, 3, 3, 3, 4))))
    return name, strip_marks(name)


def sinitic(dice: random.Random) -> Person:
    """A Chinese name in its Vietnamese reading and in pinyin."""
    (surname, xing), *given = dice.sample(chinese(), dice.choice((2, 3, 3)))
    ming = "".join(pinyin for _, pinyin in given).title()
    return " ".join([surname, *(one for one, _ in given)]), f"{xing.title()} {ming}"


def people(seed: int = SEED) -> Iterator[Person]:
    """People without end, each a tuple of spellings: half of them foreign, the rest Vietnamese and Chinese."""
    dice = random.Random(seed)
    while True:
        yield dice.choices((foreign, vietnamese, sinitic), (5, 3, 2))[0](dice)


def pairs(count: int, pool: int, seed: int = SEED) -> list[tuple[str, str]]:
    """Pairs among a pool of people: a few of them spellings of one person, the rest drawn at random."""
    known, dice = list(islice(people(seed), pool)), random.Random(seed)
    found: list[tuple[str, str]] = []
    for _ in range(count):
        one, other = dice.choice(known), dice.choice(known)
        if dice.random() < ONE_PERSON:
            first, second, *_ = dice.sample(one, len(one))
        else:
            first, second = dice.choice(one), dice.choice(other)
        found.append((first, second))
    return found


def names(count: int, seed: int = SEED) -> list[str]:
    """As many different names as asked for, one spelling a person."""
    found: dict[str, None] = {}
    dice = random.Random(seed)
    for person in people(seed):
        found.setdefault(dice.choice(person))
        if len(found) >= count:
            break
    return list(found)
