"""A logistic regression over signs: what each is worth for a field to be right, in log odds."""

from collections.abc import Mapping, Sequence
from math import exp

from msgspec import Struct

SWEEPS = 60
RIDGE = 20.0  # draws the worth of rare signs towards nothing
FLAT = 1e-6


class Example(Struct, frozen=True):
    """One field: of which document, its kind and signs, whether it is right, and how much it counts."""

    document: str
    kind: str
    signs: tuple[str, ...]
    right: bool
    weight: float = 1.0


def fit(examples: Sequence[Example], ridge: float = RIDGE) -> tuple[float, dict[str, float]]:
    """The start and the worth of each sign that make the examples likeliest, by Newton steps of one sign at a time."""
    names = sorted({sign for one in examples for sign in one.signs})
    held: dict[str, list[int]] = {name: [] for name in names}
    for place, one in enumerate(examples):
        for sign in set(one.signs):
            held[sign].append(place)
    odds = [0.0] * len(examples)
    start, worth = 0.0, dict.fromkeys(names, 0.0)
    everywhere = range(len(examples))
    for _ in range(SWEEPS):
        start += _step(examples, odds, everywhere, start, FLAT)
        for name in names:
            worth[name] += _step(examples, odds, held[name], worth[name], ridge)
    return start, worth


def _step(examples: Sequence[Example], odds: list[float], places: Sequence[int], value: float, ridge: float) -> float:
    """Move one worth to where the likelihood of its examples rises most; their odds move with it."""
    slope, curve = -ridge * value, ridge
    for place in places:
        one, chance = examples[place], 1 / (1 + exp(-odds[place]))
        slope += one.weight * (one.right - chance)
        curve += one.weight * chance * (1 - chance)
    step = slope / curve
    for place in places:
        odds[place] += step
    return step


def odds_of(start: float, worth: Mapping[str, float], signs: Sequence[str]) -> float:
    """The log odds that a field with these signs is right."""
    return start + sum(worth.get(sign, 0.0) for sign in set(signs))


def held_out(examples: Sequence[Example], folds: int = 10) -> list[float]:
    """The odds of each example by what other documents tell: those of its own fold are left out of the fit."""
    fold = {name: place % folds for place, name in enumerate(sorted({one.document for one in examples}))}
    fits = [fit([one for one in examples if fold[one.document] != number]) for number in range(folds)]
    return [odds_of(*fits[fold[one.document]], one.signs) for one in examples]


def bound(odds: Sequence[float], examples: Sequence[Example], rate: float) -> float:
    """The lowest odds above which at least `rate` of the fields, by weight, are right; else odds above all of them."""
    ranked = sorted(zip(odds, examples, strict=True), key=lambda pair: -pair[0])
    lowest, hits, of = ranked[0][0] + 1.0, 0.0, 0.0
    for place, (value, one) in enumerate(ranked):
        hits += one.weight * one.right
        of += one.weight
        tied = place + 1 < len(ranked) and ranked[place + 1][0] == value
        if hits >= rate * of and not tied:
            lowest = value
    return lowest
