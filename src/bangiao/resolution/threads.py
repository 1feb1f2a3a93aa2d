"""The same matter from contact to contact: which commitments belong together, and what each one does to the matter."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from bangiao.resolution.clusters import cluster, components
from bangiao.resolution.matters import Matter
from bangiao.resolution.tables import table
from bangiao.text.fold import fold

LINKED = 0.32  # likeness from which two commitments are about one matter
APART = 0.10  # below it two commitments are not in one thread, whatever lies between them
_TOPICS = 0.15  # what equal topics add to the likeness of words
# a likely pair shares two of each one's strongest terms: 24 of them, or a third of a long sentence's
_SHARED_TERMS, _STRONGEST, _SHARE = 2, 24, 3
_WORDS_SHOWN = 6
_OCCASIONS = frozenset({"signed", "elevated", "invited"})
_WIDE = frozenset({"politics", "international_regional"})
_NEAR = 60  # days within which two reports can tell one signing, upgrade or invitation
_OTHER_KIND = 0.8
_OTHER_OCCASION = 0.05
_ONE_OCCASION = 0.6
_MARK = re.compile(
    r"(?<!\w)\d[\d.,]*\s*(?:tỷ|tỉ|triệu|nghìn|%|usd|yên|km|mw|tấn|ha|suất|người|lao động)\b"
    r"|(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\w)[A-ZĐ]{3,}(?!\w)",
)


class Likeness(Struct, frozen=True):
    """How far two commitments are about one matter (0 to 1 and a little more), and the words that say so."""

    score: float
    words: tuple[str, ...] = ()


def likeness(one: Matter, other: Matter) -> Likeness:
    """Compare two commitments: of one relation at all, then by words of content, topics, kind and days."""
    score, shared = _compared(one, other)
    return Likeness(score, _telling(shared))


def score_of(one: Matter, other: Matter) -> float:
    """The score of their likeness alone; choosing the words that say so takes longer than the score."""
    return _compared(one, other)[0]


def _compared(one: Matter, other: Matter) -> tuple[float, dict[str, float]]:
    if len(one.sentence.sides & other.sentence.sides) < 2 or not one.total or not other.total:
        return 0.0, {}
    small, large = sorted((one.weights, other.weights), key=len)
    shared = {term: min(weight, large[term]) for term, weight in small.items() if term in large}
    score = _by_occasion(one, other, sum(shared.values()) / math.sqrt(one.total * other.total))
    return round(score + _by_topics(one, other), 4), shared


def _telling(shared: Mapping[str, float]) -> tuple[str, ...]:
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


class Link(Struct, frozen=True):
    """Two commitments of one matter, by id, and how that is known: their likeness, or the decision of a person."""

    one: str
    other: str
    score: float
    words: tuple[str, ...] = ()
    decision: str | None = None


class Linked(Struct, frozen=True):
    """All threads: each a group of ids in the order given, and the links along which they were joined."""

    groups: tuple[tuple[str, ...], ...]
    links: dict[str, tuple[Link, ...]]


def links(found: Mapping[str, Matter]) -> list[Link]:
    """The pairs that are about one matter, the surest first."""
    made = []
    for one, other in _likely(found):
        score, shared = _compared(found[one], found[other])
        if score >= LINKED:
            made.append(Link(one, other, score, _telling(shared)))
    return sorted(made, key=lambda each: (-each.score, each.one, each.other))


def _likely(found: Mapping[str, Matter]) -> Iterable[tuple[str, str]]:
    """Pairs that share some of their strongest words; looking at every pair would take too long."""
    by_term: dict[str, list[str]] = defaultdict(list)
    for ident in sorted(found):
        weights = found[ident].weights
        strongest = max(_STRONGEST, len(weights) // _SHARE)
        for term in sorted(weights, key=lambda each: (-weights[each], each))[:strongest]:
            by_term[term].append(ident)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for idents in by_term.values():
        for at, one in enumerate(idents):
            sides = found[one].sentence.sides
            for other in idents[at + 1 :]:
                if len(sides & found[other].sentence.sides) > 1:
                    shared[one, other] += 1
    return sorted(pair for pair, number in shared.items() if number >= _SHARED_TERMS)


def threads(
    order: Sequence[str],
    found: Mapping[str, Matter],
    together: Iterable[Link] = (),
    apart: Iterable[frozenset[str]] = (),
) -> Linked:
    """Join commitments to threads: what people linked, then the surest pairs; never what people held apart.

    `order` fixes the order of threads and of what stands in them.
    """
    parted = set(apart)
    decided = [one for one in together if frozenset((one.one, one.other)) not in parted]
    sure = [one for one in links(found) if frozenset((one.one, one.other)) not in parted]
    joined = {one: group for group in components(order, [(one.one, one.other) for one in decided]) for one in group}
    unlike: dict[frozenset[str], bool] = {}

    def kept_apart(one: str, other: str) -> bool:
        pair = frozenset((one, other))
        if pair not in unlike:
            pairs = [(mine, theirs) for mine in joined[one] for theirs in joined[other]]
            unlike[pair] = pair in parted or (
                joined[one] is not joined[other]
                and max(score_of(found[mine], found[theirs]) for mine, theirs in pairs) < APART
            )
        return unlike[pair]

    groups = cluster(list(order), [(one.one, one.other) for one in (*decided, *sure)], kept_apart)
    where = {ident: number for number, group in enumerate(groups) for ident in group}
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in (*decided, *sure):
        if where[link.one] == where[link.other]:
            inside[link.one].append(link)
            inside[link.other].append(link)
    return Linked(tuple(map(tuple, groups)), {ident: tuple(made) for ident, made in inside.items()})


def carries_on(words: str) -> bool:
    """Whether the words after an act say that something agreed before is to be carried out, or on."""
    lower = fold(words).lower
    return any(word in lower for word in table("ladder")["carries_on"])


def sharpens(words: str, before: Iterable[str]) -> bool:
    """Whether a sentence names a figure, a year or a document by its letters that none before it names."""
    mine, known = marks_of(words), {mark for each in before for mark in marks_of(each)}
    return bool(mine - known)


def marks_of(words: str) -> frozenset[str]:
    """Figures with what they count, years, names in capitals: what makes a promise one that can be checked."""
    return frozenset(" ".join(found.lower().split()) for found in _MARK.findall(words))
