"""One person under many spellings: names that compare as the same, on one side, unless something holds them apart.

A one-letter difference alone decides nothing; the same post in the same years settles it, else it is a doubt.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import combinations
from typing import Literal

from msgspec import Struct

from bangiao.reference.load import tenures
from bangiao.resolution.clusters import cluster
from bangiao.resolution.dates import ordinal
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.likeness import Likeness, likeness
from bangiao.resolution.names import person_id
from bangiao.resolution.namesakes import Span, exclusive
from bangiao.resolution.offices import titles

Verdict = Literal["same", "settled", "unsure", "different"]
_YEARS = 400  # days between which one post has one holder, as far as two attestations can tell


class Named(Struct, frozen=True):
    """A name on a side as reports give it: the posts told with it, first and last day seen, whom it stands beside.

    `base` is the id of the name; `beside` are the names of others on the same side of one contact, `taught` the
    names that some report gives as a second spelling of this one; `held` are all posts with their first and last days.
    """

    base: str
    name: str
    label: str
    posts: frozenset[str] = frozenset()
    first: str | None = None
    last: str | None = None
    beside: frozenset[str] = frozenset()
    taught: frozenset[str] = frozenset()
    held: tuple[Span, ...] = ()


class Likely(Struct, frozen=True, order=True):
    """Two names that may be one person, with the reason; `settled` where the register takes them as one."""

    one: str
    other: str
    kind: str
    message: str
    settled: bool = False


class People(Struct, frozen=True):
    """Who is who: the person of each name, and what is likely but not sure."""

    persons: dict[str, str]
    likely: tuple[Likely, ...] = ()


def may_be_one(one: Named, other: Named) -> bool:
    """Whether the comparing of two names leaves it open that they are one person; such names are resolved together."""
    return one.label == other.label and (_taught(one, other) or likeness(one.name, other.name).verdict != "different")


def _taught(one: Named, other: Named) -> bool:
    return one.base in other.taught or other.base in one.taught


def verdict(one: Named, other: Named) -> Verdict:
    """Compare two names with what is known of them."""
    if one.label != other.label or one.base in other.beside or other.base in one.beside:
        return "different"
    if _taught(one, other):
        return "same"
    said = likeness(one.name, other.name).verdict
    return "settled" if said == "unsure" and _same_post(one, other) else said


def resolve_people(names: Iterable[Named], rulings: Rulings, near: Iterable[tuple[str, str]] | None = None) -> People:
    """Who is one person among names; the order does not matter. A person's id is the first of the names' ids.

    `near` are the pairs that may be one by their writing, the smaller id first, where these are known beforehand.
    """
    known = {one.base: one for one in sorted(names, key=lambda one: one.base)}
    bases = list(known)
    pairs = _pairs(known) if near is None else sorted({*near, *_lessons(known)})
    said: dict[tuple[str, str], Verdict]
    said = {pair: word for pair in pairs if (word := verdict(known[pair[0]], known[pair[1]])) != "different"}
    ruled = sorted(pair for same in _together(bases, rulings.person) for pair in combinations(same, 2))
    sure = sorted((pair for pair in said if said[pair] in ("same", "settled")), key=_rank(said, known))
    groups = cluster(bases, [*ruled, *sure], _apart(bases, said, rulings))
    persons = {base: min(group) for group in groups for base in group}
    return People(persons, tuple(_likely(said, known, persons, rulings)))


def _pairs(known: dict[str, Named]) -> Iterable[tuple[str, str]]:
    sides = _together(known, lambda base: known[base].label)
    return (pair for side in sides for pair in combinations(side, 2))


def _lessons(known: dict[str, Named]) -> Iterable[tuple[str, str]]:
    """The pairs of which some report gives one as another spelling of the other."""
    return (
        (min(base, other), max(base, other)) for base, one in known.items() for other in one.taught if other in known
    )


def _together(bases: Iterable[str], key: Callable[[str], str]) -> Iterable[list[str]]:
    """The names in groups of one key, in their order."""
    found: dict[str, list[str]] = {}
    for base in bases:
        found.setdefault(key(base), []).append(base)
    return found.values()


def _rank(
    said: dict[tuple[str, str], Verdict], known: dict[str, Named]
) -> Callable[[tuple[str, str]], tuple[bool, float, tuple[str, str]]]:
    return lambda pair: (said[pair] == "settled", -_like(known, pair).score, pair)


def _like(known: dict[str, Named], pair: tuple[str, str]) -> Likeness:
    return likeness(known[pair[0]].name, known[pair[1]].name)


def _ruled_same(pair: tuple[str, str], rulings: Rulings) -> bool:
    return rulings.person(pair[0]) == rulings.person(pair[1])


def _apart(bases: Iterable[str], said: dict[tuple[str, str], Verdict], rulings: Rulings) -> Callable[[str, str], bool]:
    """Two names are apart where a person said so, or the names differ; not where a person called them the same."""
    ruled = {rulings.person(same[0]): same for same in _together(bases, rulings.person)}

    def apart(one: str, other: str) -> bool:
        group, others = ruled[rulings.person(one)], ruled[rulings.person(other)]
        if any(frozenset((left, right)) in rulings.apart for left in group for right in others):
            return True
        if group is others:
            return False
        return all((min(left, right), max(left, right)) not in said for left in group for right in others)

    return apart


def _same_post(one: Named, other: Named) -> bool:
    """Whether the two are told in one post within the same years, so that a letter's difference is a slip."""
    if not one.posts & other.posts:
        return False
    days = [ordinal(value) for value in (one.first, one.last, other.first, other.last)]
    if None in days:
        return False
    first, last, begins, ends = (value or 0 for value in days)
    return begins - last <= _YEARS and first - ends <= _YEARS


def _likely(
    said: dict[tuple[str, str], Verdict], known: dict[str, Named], persons: dict[str, str], rulings: Rulings
) -> Iterable[Likely]:
    for pair, word in said.items():
        if word not in ("unsure", "settled") or frozenset(pair) in rulings.apart or _ruled_same(pair, rulings):
            continue
        one, other = (known[base] for base in pair)
        joined = persons[pair[0]] == persons[pair[1]]
        if joined and (word == "unsure" or _kind(one, other) != "likely-misspelling"):
            continue  # other spellings of the person say enough
        yield Likely(*pair, _kind(one, other), _message(one, other, joined), joined)


def _kind(one: Named, other: Named) -> str:
    """A slip of one or two letters, or two ways of writing that leave it open."""
    near = _slips(one.name.casefold(), other.name.casefold()) <= 2
    return "likely-misspelling" if near else "likely-same-person"


def _message(one: Named, other: Named, joined: bool) -> str:
    names = f"{one.name} and {other.name} ({one.label})"
    posts = ", ".join(sorted(one.posts & other.posts)[:2])
    reason = likeness(one.name, other.name).reason
    if joined:
        return f"{names} are taken as one person, both told as {posts}: {reason}; if not: bangiao judge different"
    return f"{names} may be one person: {reason}; bangiao judge same or different settles it"


def _slips(one: str, other: str) -> int:
    """The number of letters to change, add or leave out that turn one name into the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, sign in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != sign))
    return row[-1]


def two_of_one_name(name: Named) -> Iterable[Likely]:
    """The doubt that a name stands for two people, where it is told in posts that nobody holds at once."""
    posts = exclusive(name.held)
    if posts:
        told = " and ".join(f"as {one.post} ({one.first} to {one.last})" for one in posts)
        advice = f"a post read wrongly, or two people: bangiao judge different {name.base} REPORT parts them"
        yield Likely(
            name.base, "namesakes", "likely-two-people", f"{name.name} ({name.label}) is told {told}; {advice}"
        )


@lru_cache(maxsize=1)
def _office_holders() -> dict[str, tuple[Named, ...]]:
    """The people of the table of tenures that ships with the program, by country, with all their posts."""
    held: dict[tuple[str, str], frozenset[str]] = {}
    for row in tenures():
        held[row.country, row.person] = held.get((row.country, row.person), frozenset()) | titles(
            row.office, row.country
        )
    found: dict[str, list[Named]] = {}
    for (country, person), posts in sorted(held.items()):
        found.setdefault(country, []).append(Named(person_id(person, country), person, country, posts))
    return {country: tuple(named) for country, named in found.items()}


@lru_cache(maxsize=65536)
def near_office_holders(name: str, label: str) -> tuple[Named, ...]:
    """The office-holders of a country whose names differ from this one by so little that one may be a slip."""
    holders = _office_holders().get(label, ())
    return tuple(one for one in holders if one.name != name and likeness(name, one.name).verdict == "unsure")


def misspelt(name: Named) -> Iterable[Likely]:
    """The office-holders for whom a name may be a slip: the same post, a letter's difference."""
    for other in near_office_holders(name.name, name.label):
        posts = sorted(other.posts & name.posts)
        if posts and _kind(name, other) == "likely-misspelling":
            names = f"{name.name} may be a misspelling of {other.name} ({name.label})"
            message = f"{names}, whom the table of tenures has as {posts[0]}; bangiao judge correct {name.base} name"
            yield Likely(name.base, other.base, "likely-misspelling", message)
