"""Who meets whom: the people who met most often, and how often each two of them took part in one contact."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.records import ContactRecord
from bangiao.views.timeline import TimelineQuestion, asked_of

if TYPE_CHECKING:
    from bangiao.register.ask import Answers

LATEST = 2000  # contacts looked at: more would make one wait, and show the same people


class Node(Struct, frozen=True):
    """A person with the number of contacts that count here."""

    id: str
    name: str
    side: str
    contacts: int


class Tie(Struct, frozen=True):
    """Two people of different sides, by id, and in how many contacts both took part."""

    first: str
    second: str
    contacts: int


class NetworkView(Struct, frozen=True):
    """People by side and name, and their ties, the strongest first.

    `looked_at` of the `total` contacts that fit were looked at, the latest first; messages do not count.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    looked_at: int
    total: int


def network(register: "Answers", question: TimelineQuestion, most: int = 28) -> NetworkView:
    """The network of a question; raises QuestionError where a word of it cannot be read."""
    asked, _ = asked_of(register, question)
    page = register.contacts(asked)
    people: dict[str, tuple[str, str]] = {}
    times: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for contact in page.contacts:
        if contact.form != "message" and contact.status in ("held", "recalled"):
            named = _named(contact)
            people |= named
            times.update(named.keys())
            met = combinations(sorted(named), 2)
            pairs.update((one, other) for one, other in met if named[one][1] != named[other][1])
    ties = [Tie(one, other, number) for (one, other), number in pairs.items()]
    ties.sort(key=lambda tie: (-tie.contacts, tie.first, tie.second))
    chosen: dict[str, None] = {}
    for tie in ties:
        both = dict.fromkeys((tie.first, tie.second))
        if len(chosen | both) <= most:
            chosen |= both
    nodes = [Node(one, *people[one], times[one]) for one in chosen]
    kept = tuple(tie for tie in ties if tie.first in chosen and tie.second in chosen)
    return NetworkView(
        tuple(sorted(nodes, key=lambda one: (one.side, one.name, one.id))), kept, len(page.contacts), page.total
    )


def _named(contact: ContactRecord) -> dict[str, tuple[str, str]]:
    """The people of a contact by id, each with name and side."""
    return {who.person: (who.name or "?", side.label) for side in contact.sides for who in side.people if who.person}
