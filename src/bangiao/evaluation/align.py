"""Which predicted contact tells the same event as which contact of the gold."""

from collections.abc import Sequence
from itertools import product

from bangiao.evaluation.agree import people, same_date, same_name, same_phrase, sides
from bangiao.evaluation.documents import ToldContact, ToldPerson

Pair = tuple[ToldContact, ToldContact]
PersonPair = tuple[tuple[str, ToldPerson], tuple[str, ToldPerson]]

# forms that writers use for one another
_FAMILY = {
    "talks": "encounter",
    "meeting": "encounter",
    "call": "encounter",
    "conference": "conference",
    "signing": "signing",
    "ceremony": "ceremony",
    "visit": "visit",
    "message": "message",
}


def pair_people(gold: ToldContact, seen: ToldContact) -> list[PersonPair]:
    """People of the same name in both contacts, each used once, in the order of the gold."""
    left = people(seen)
    pairs = []
    for wanted in people(gold):
        match = next((index for index, had in enumerate(left) if _names_agree(wanted, had)), None)
        if match is not None:
            pairs.append((wanted, left.pop(match)))
    return pairs


def _names_agree(one: tuple[str, ToldPerson], other: tuple[str, ToldPerson]) -> bool:
    return same_name(one[1].name or "", other[1].name or "")


def likeness(gold: ToldContact, seen: ToldContact) -> float:
    """How alike two contacts are; 0 when sides, people or form forbid that they tell one event."""
    form = _form_likeness(gold.form, seen.form)
    wanted, had = sides(gold), sides(seen)
    shared = len(wanted & had) / len(wanted | had) if wanted | had else 0.0
    if not form or shared < 0.5:
        return 0.0
    count = len(people(gold)) + len(people(seen))
    same = 2 * len(pair_people(gold, seen)) / count if count else 1.0
    if same < 0.5:
        return 0.0
    return 3 * shared + 4 * same + 2 * form + same_date(gold.date, seen.date)


def _form_likeness(one: str | None, other: str | None) -> float:
    if one == other:
        return 1.0
    return 0.5 if _FAMILY.get(one or "") == _FAMILY.get(other or "") else 0.0


def align(gold: Sequence[ToldContact], seen: Sequence[ToldContact]) -> list[Pair]:
    """Pair contacts one to one, the most alike first."""
    return [(gold[i], seen[j]) for i, j in align_places(gold, seen)]


def align_places(gold: Sequence[ToldContact], seen: Sequence[ToldContact]) -> list[tuple[int, int]]:
    """The pairs as places in the two lists; among equals the later places come first, as in the reference scorer."""
    ranked = ((likeness(gold[i], seen[j]), i, j) for i, j in product(range(len(gold)), range(len(seen))))
    pairs: list[tuple[int, int]] = []
    for value, i, j in sorted(ranked, reverse=True):
        if value and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def is_exact(gold: ToldContact, seen: ToldContact) -> bool:
    """Whether form, status, mode, date, all sides and all people agree."""
    pairs = pair_people(gold, seen)
    return (
        (gold.form, gold.status, gold.mode) == (seen.form, seen.status, seen.mode)
        and same_date(gold.date, seen.date)
        and sides(gold) == sides(seen)
        and len(pairs) == len(people(gold)) == len(people(seen))
        and all(wanted[0] == had[0] for wanted, had in pairs)
    )


def is_full(gold: ToldContact, seen: ToldContact) -> bool:
    """Whether, beyond exactness, country, channels and every person's office agree."""
    return (
        is_exact(gold, seen)
        and gold.country == seen.country
        and set(gold.channels) == set(seen.channels)
        and all(same_phrase(wanted.office, had.office) for (_, wanted), (_, had) in pair_people(gold, seen))
    )
