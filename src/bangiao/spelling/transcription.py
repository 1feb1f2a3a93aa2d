"""Names of one person spelt by syllables, in Latin letters, or by two ways of writing Latin."""

from collections.abc import Iterator
from functools import lru_cache

from bangiao.spelling.align import Correspondences
from bangiao.spelling.name import Name, coded, strip_tones
from bangiao.spelling.tables import table

COSTS = {"exact": 0, "near": 1, "rare": 2}
KOREAN_PARTS = 3
Words = tuple[str, ...]


def read_pairs(name: str, key: str = "pairs") -> list[tuple[str, str, int]]:
    """The correspondences of a one-way table as (left, right, cost); `_` stands for the edge of a word."""
    rows: list[tuple[str, str, int]] = []
    for entry in table(name)[key]:
        left = entry["from"].replace("_", " ")
        rows.extend(
            (left, right.replace("_", " "), cost) for degree, cost in COSTS.items() for right in entry.get(degree, ())
        )
    return rows


@lru_cache(maxsize=2)
def by_syllables(kind: str = "any") -> Correspondences:
    """Vietnamese syllable spelling → Latin; `kind` "korean" adds what is true of such names alone."""
    return Correspondences(read_pairs("syllables") + (read_pairs("syllables", kind) if kind != "any" else []))


@lru_cache(maxsize=3)
def between_latin(kind: str) -> Correspondences:
    """Latin → Latin; `kind` "arabic" or "korean" adds what is true of such names alone, "any" adds nothing."""
    letters = [(letter, letter, 0) for letter in "abcdefghijklmnopqrstuvwxyz' "]
    doubled = [(letter * 2, letter, 0) for letter in "bcdfgjklmnprstvz"]
    rows = letters + doubled + [(right, left, cost) for left, right, cost in doubled]
    for entry in [*table("latin")["same"], *table("latin").get(kind, [])]:
        forms = entry["forms"]
        rows.extend((left, right, entry["cost"]) for left in forms for right in forms if left != right)
    return Correspondences(rows)


def latin_kind(a: Name, b: Name) -> str:
    """Which further correspondences two Latin spellings may use: those of Arabic or of Korean names, or none."""
    if is_arabic(a) or is_arabic(b):
        return "arabic"
    return "korean" if _korean(a, b) or _korean(b, a) else "any"


def _korean(a: Name, b: Name) -> bool:
    """Whether both are Korean names, the second perhaps with its given name in one word: Kim Jongun."""
    surnames = table("latin")["korean_markers"]["surnames"]
    return is_korean(a) and (is_korean(b) or (len(b.words) == KOREAN_PARTS - 1 and b.words[0] in surnames))


@lru_cache(maxsize=200_000)
def is_arabic(name: Name) -> bool:
    """Whether a name shows by its form that it is Arabic, Persian or Malay."""
    markers = table("latin")["arabic_markers"]
    return any(word in markers["words"] or word.startswith(tuple(markers["starts"])) for word in name.words)


@lru_cache(maxsize=200_000)
def is_korean(name: Name) -> bool:
    """Whether a name of three parts begins or ends with a Korean surname."""
    surnames = table("latin")["korean_markers"]["surnames"]
    return len(name.words) == KOREAN_PARTS and (name.words[0] in surnames or name.words[-1] in surnames)


def orders(groups: tuple[Words, ...]) -> Iterator[tuple[Words, ...]]:
    """The orders in which a name is written: as it stands, surname moved from front to end, and from end to front."""
    yield groups
    if len(groups) > 1:
        yield (*groups[1:], groups[0])
    if len(groups) > 2:
        yield (groups[-1], *groups[:-1])


@lru_cache(maxsize=200_000)
def spelt(groups: tuple[Words, ...]) -> str:
    """Latin words between word edges."""
    return " " + " ".join(part for group in groups for part in group) + " "


@lru_cache(maxsize=200_000)
def spelt_syllables(groups: tuple[Words, ...]) -> str:
    """Words spelt by Vietnamese syllables between word edges, tones left out, final consonants as capitals."""
    return " " + " ".join("".join(coded(strip_tones(part)) for part in group) for group in groups) + " "


@lru_cache(maxsize=100_000)
def syllable_cost(left: str, right: str, limit: int, kind: str = "any") -> int | None:
    """The cost of reading syllable spelling as this Latin."""
    return by_syllables(kind).cost(left, right, limit)


@lru_cache(maxsize=100_000)
def latin_cost(left: str, right: str, limit: int, kind: str) -> int | None:
    """The cost of reading one Latin spelling as another."""
    return between_latin(kind).cost(left, right, limit)
