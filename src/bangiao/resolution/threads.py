"""The same matter from contact to contact: which commitments belong together, and what each one does to the matter."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from bangiao.resolution.about import APART
from bangiao.resolution.clusters import cluster, components
from bangiao.resolution.pairs import Link, Pairs
from bangiao.resolution.tables import table
from bangiao.text.fold import fold

_MARK = re.compile(
    r"(?<!\w)\d[\d.,]*\s*(?:tỷ|tỉ|triệu|nghìn|%|usd|yên|km|mw|tấn|ha|suất|người|lao động)\b"
    r"|(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\w)[A-ZĐ]{3,}(?!\w)",
)


class Linked(Struct, frozen=True):
    """All threads: each a group of ids in the order given, and the links along which they were joined."""

    groups: tuple[tuple[str, ...], ...]
    links: dict[str, tuple[Link, ...]]


def threads(
    order: Sequence[str], pairs: Pairs, together: Iterable[Link] = (), apart: Iterable[frozenset[str]] = ()
) -> Linked:
    """Join commitments to threads: what people linked, then the surest pairs; never what people held apart.

    `order` fixes which commitments are joined, the order of threads and of what stands in them.
    """
    parted, mine = set(apart), set(order)
    decided = [
        one for one in together if frozenset((one.one, one.other)) not in parted and {one.one, one.other} <= mine
    ]
    sure = [one for one in pairs.links(mine) if frozenset((one.one, one.other)) not in parted]
    joined = {one: group for group in components(order, [(one.one, one.other) for one in decided]) for one in group}
    unlike: dict[frozenset[str], bool] = {}

    def kept_apart(one: str, other: str) -> bool:
        pair = frozenset((one, other))
        if pair not in unlike:
            met = [(mine, theirs) for mine in joined[one] for theirs in joined[other]]
            unlike[pair] = pair in parted or (
                joined[one] is not joined[other] and max(pairs.score(mine, theirs) for mine, theirs in met) < APART
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
