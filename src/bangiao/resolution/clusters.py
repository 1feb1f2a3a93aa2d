"""Put together what belongs together, whatever the order: links by strength, never two that are held apart."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def components(nodes: Iterable[K], links: Iterable[tuple[K, K]]) -> list[list[K]]:
    """The nodes in groups that links connect, in the order of the nodes."""
    near: dict[K, list[K]] = {node: [] for node in nodes}
    for first, second in links:
        near[first].append(second)
        near[second].append(first)
    seen: set[K] = set()
    found = []
    for node in near:
        if node in seen:
            continue
        group, stack = [], [node]
        seen.add(node)
        while stack:
            at = stack.pop()
            group.append(at)
            fresh = [one for one in near[at] if one not in seen]
            seen.update(fresh)
            stack += fresh
        found.append(group)
    return found


def cluster(nodes: Sequence[K], links: Iterable[tuple[K, K]], apart: Callable[[K, K], bool]) -> list[list[K]]:
    """Join nodes along links, the strongest link first, unless that would join two that are apart.

    `links` come in the order in which they count; `nodes` fix the order of the groups and of their members.
    """
    place = {node: at for at, node in enumerate(nodes)}
    group = {node: [node] for node in nodes}
    refused: dict[tuple[int, int], tuple[list[K], list[K]]] = {}  # holds the groups, so that their marks stay theirs
    for first, second in links:
        one, other = group[first], group[second]
        if one is other or (id(one), id(other)) in refused or (id(other), id(one)) in refused:
            continue
        if any(apart(left, right) for left in one for right in other):
            refused[id(one), id(other)] = one, other
            continue
        joined = sorted(one + other, key=place.__getitem__)
        for node in joined:
            group[node] = joined
    return list({id(members): members for members in map(group.__getitem__, nodes)}.values())
