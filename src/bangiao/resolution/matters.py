"""What a commitment is about, in a form that compares: its words of content, weighed by how rare they are.

The words of the act, the people and the sides say nothing of the matter and are left out. How rare a word is follows
from the commitments at hand, and from a table of words that such sentences often use (`data/formulas.tsv`), so that
a register of five reports weighs them as one of five thousand does.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from bangiao.languages.load import read_groups
from bangiao.languages.rows import CountryRow
from bangiao.text.fold import fold

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[|.,;:()\"/\n]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# words before the act only introduce the matter; in a signing or a visit they tell another occasion
_LEAD = 0.5
_OCCASIONS = frozenset({"signed", "elevated", "invited"})
_CAPITAL = 1.5  # a named thing tells more of the matter than a common word
_PRIOR = 500.0  # as many sentences as the table of common words counts for


class Sentence(Struct, frozen=True):
    """A sentence as it was told: its words, where its act stands in them, its kind, sides, topics and people's names.

    `act` is half-open in code points of `words`; (0, 0) where no act is told apart.
    """

    id: str
    words: str
    act: tuple[int, int]
    kind: str
    sides: frozenset[str]
    topics: frozenset[str]
    names: tuple[str, ...] = ()
    contact: str | None = None
    first_day: int | None = None
    last_day: int | None = None


class Matter(Struct, frozen=True):
    """A sentence ready to be compared: the weight of each content word or pair of words, and their sum."""

    sentence: Sentence
    weights: dict[str, float]
    total: float
    years: frozenset[str]


class Weighed(Struct, frozen=True):
    """Sentences with their words weighed, by id; `terms` are their words before rarity was looked at, `seen` how many
    sentences hold each.
    """

    matters: dict[str, Matter]
    terms: dict[str, dict[str, float]]
    seen: dict[str, int]


def matters(sentences: Sequence[Sentence]) -> dict[str, Matter]:
    """The sentences by id, their words weighed by how rare they are among all of them."""
    return weighed(sentences).matters


def weighed(sentences: Sequence[Sentence], before: Weighed | None = None) -> Weighed:
    """The same, with what it was worked out from; of `before` the records that are the same now are taken over."""
    known = before or Weighed({}, {}, {})
    told = {one.id: known.terms[one.id] if _has_words_of(known, one) else _terms(one) for one in sentences}
    seen = dict(Counter(term for terms in told.values() for term in terms))
    rarity = _rarity(seen, len(told))
    same = known.matters if len(told) == len(known.terms) and seen == known.seen else {}
    found = {}
    for one in sentences:
        was = same.get(one.id)
        found[one.id] = was if was and was.sentence == one else _matter(one, told[one.id], rarity)
    return Weighed(found, told, seen)


def _has_words_of(known: Weighed, one: Sentence) -> bool:
    """Whether a sentence has the words that it had, with the same names to be blotted out."""
    if one.id not in known.matters:
        return False
    was = known.matters[one.id].sentence
    return (was.words, was.act, was.kind, was.sides, was.names) == (one.words, one.act, one.kind, one.sides, one.names)


def _matter(one: Sentence, terms: Mapping[str, float], rarity: Mapping[str, float]) -> Matter:
    weights = {term: weight * rarity[term] for term, weight in terms.items()}
    return Matter(one, weights, sum(weights.values()), frozenset(_YEAR.findall(one.words)))


def _rarity(seen: Mapping[str, int], count: int) -> dict[str, float]:
    common = _common()
    return {
        term: math.log((count + _PRIOR) / (number + _PRIOR * common.get(term, 0.0) + 0.5))
        for term, number in seen.items()
    }


def _terms(one: Sentence) -> dict[str, float]:
    """Each word and each pair of neighbours, with its weight before rarity is looked at."""
    words = _without_names(one)
    start, end = one.act
    terms: dict[str, float] = {}
    for part, weight in ((words[end:], 1.0), (words[:start], 0.0 if one.kind in _OCCASIONS else _LEAD)):
        for run in _BREAK.split(part) if weight else ():
            _add_terms(terms, run, weight)
    return terms


def _add_terms(terms: dict[str, float], run: str, weight: float) -> None:
    before = ""
    for at, word in enumerate(_WORD.findall(run)):
        named = _CAPITAL if word[0].isupper() and (at or run.startswith(" ")) else 1.0
        term = word.lower()
        for key in (term, f"{before} {term}") if before else (term,):
            terms[key] = max(terms.get(key, 0.0), weight * named)
        before = term


def _without_names(one: Sentence) -> str:
    """The folded words with the names of people and of the sides blotted out; the length stays."""
    folded = fold(one.words)
    words = folded.text if len(folded.text) == len(one.words) else one.words
    names = {*one.names, *(name for side in one.sides for name in _names_of(side))}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        if name in words:
            words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "|" * len(name), words)
    return words


@lru_cache(maxsize=256)
def _names_of(side: str) -> tuple[str, ...]:
    """What reports call a country; an organisation is called by its label."""
    return _country_names().get(side, (side,))


@lru_cache(maxsize=1)
def _country_names() -> dict[str, tuple[str, ...]]:
    rows = read_groups("vi", "countries", {"country": CountryRow})["country"]
    return {row.code: tuple(fold(name).text for name in (*row.names, *row.short)) for row in rows}


@lru_cache(maxsize=1)
def _common() -> dict[str, float]:
    """The share of commitments in which a word or pair of words stands, from the table."""
    lines = (files("bangiao.resolution") / "data" / "formulas.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {term: int(permille) / 1000 for term, permille in rows}


def common_terms(sentences: Iterable[Sentence], least: int) -> list[tuple[str, int]]:
    """The words and pairs that stand in at least so many in a thousand sentences, the commonest first."""
    seen: Counter[str] = Counter()
    count = 0
    for one in sentences:
        count += 1
        seen.update(_terms(one).keys())
    shares = [(term, round(1000 * number / count)) for term, number in seen.items()]
    return sorted((one for one in shares if one[1] >= least), key=lambda one: (-one[1], one[0]))
