"""How far two commitments are about one matter: by their words of content, topics, kinds and days."""

import math
from collections.abc import Mapping

from msgspec import Struct

from bangiao.resolution.matters import Matter

LINKED = 0.32  # likeness from which two commitments are about one matter
APART = 0.10  # below it two commitments are not in one thread, whatever lies between them
_TOPICS = 0.15  # what equal topics add to the likeness of words
_WORDS_SHOWN = 6
_OCCASIONS = frozenset({"signed", "elevated", "invited"})
_WIDE = frozenset({"politics", "international_regional"})
_NEAR = 60  # days within which two reports can tell one signing, upgrade or invitation
_OTHER_KIND = 0.8
_OTHER_OCCASION = 0.05
_ONE_OCCASION = 0.6


class Likeness(Struct, frozen=True):
    """How far two commitments are about one matter (0 to 1 and a little more), and the words that say so."""

    score: float
    words: tuple[str, ...] = ()


def likeness(one: Matter, other: Matter) -> Likeness:
    """Compare two commitments: of one relation at all, then by words of content, topics, kind and days."""
    score, shared = compared(one, other)
    return Likeness(score, telling(shared))


def score_of(one: Matter, other: Matter) -> float:
    """The score of their likeness alone; choosing the words that say so takes longer than the score."""
    return compared(one, other)[0]


def compared(one: Matter, other: Matter) -> tuple[float, dict[str, float]]:
    """The score of two commitments, and the weights of the words that they share."""
    if len(one.sentence.sides & other.sentence.sides) < 2 or not one.total or not other.total:
        return 0.0, {}
    small, large = sorted((one.weights, other.weights), key=len)
    shared = {term: min(weight, large[term]) for term, weight in small.items() if term in large}
    score = _by_occasion(one, other, sum(shared.values()) / math.sqrt(one.total * other.total))
    return round(score + _by_topics(one, other), 4), shared


def telling(shared: Mapping[str, float]) -> tuple[str, ...]:
    """The shared words that weigh most, no word twice."""
    found: list[str] = []
    for term in sorted(shared, key=lambda each: (-shared[each], each)):
        if len(found) < _WORDS_SHOWN and not any(term in known or known in term for known in found):
            found.append(term)
    return tuple(found)


def _by_topics(one: Matter, other: Matter) -> float:
    mine, theirs = (each.sentence.topics - {"other"} for each in (one, other))
    if not mine or not theirs:
        return 0.0
    share = len(mine & theirs) / len(mine | theirs)
    return _TOPICS * share * (0.5 if mine | theirs <= _WIDE else 1.0)


def _by_occasion(one: Matter, other: Matter, score: float) -> float:
    """A signing, an upgrade or an invitation is one occasion: another day or year is another matter."""
    kinds = (one.sentence.kind, other.sentence.kind)
    if not _OCCASIONS & set(kinds):
        return score
    if one.sentence.contact and one.sentence.contact == other.sentence.contact and kinds == ("invited", "invited"):
        return max(score, _ONE_OCCASION)
    if one.years and other.years and not one.years & other.years:
        return min(score, _OTHER_OCCASION)
    if kinds[0] != kinds[1]:
        return score * _OTHER_KIND
    gap = _gap(one, other)
    if gap is not None and gap > _NEAR:
        return min(score, _OTHER_OCCASION)
    return max(score, _ONE_OCCASION) if gap is not None and kinds[0] == "elevated" else score


def _gap(one: Matter, other: Matter) -> int | None:
    """Days between two commitments; null where a day is not known."""
    days = [(each.sentence.first_day, each.sentence.last_day) for each in (one, other)]
    first = [day for day, _ in days if day is not None]
    last = [day for _, day in days if day is not None]
    return max(max(first) - min(last), 0) if len(first) == len(last) == len(days) else None
