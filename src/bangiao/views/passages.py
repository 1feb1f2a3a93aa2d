"""Sentences of reports that are about two sides, for reading what they say of mechanisms and frameworks."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.register.ask_texts import TellingPlace
from bangiao.register.records import ReportHead
from bangiao.text.fold import fold
from bangiao.text.place import Lines
from bangiao.text.sentences import sentences
from bangiao.views.citations import Citation

if TYPE_CHECKING:
    from bangiao.register.ask_texts import ReportText

_READ = ("headline", "body", "caption")


class Passage(Struct, frozen=True):
    """A sentence with its place.

    `told` are the pairs of sides of the report's contacts, `contacts` those that the sentence itself tells.
    """

    head: ReportHead
    sentence: str
    start: int
    line: int
    told: frozenset[frozenset[str]]
    contacts: tuple[str, ...]

    @property
    def cited(self) -> Citation:
        """The whole sentence as a citation."""
        return Citation(self.head.id, self.sentence, self.line, self.start, self.start + len(self.sentence))


class Places:
    """Where reports tell contacts, by report."""

    def __init__(self, places: Iterable[TellingPlace]) -> None:
        self.by_report: dict[str, list[TellingPlace]] = {}
        for one in places:
            self.by_report.setdefault(one.report, []).append(one)

    def at(self, report: str, start: int, end: int) -> tuple[str, ...]:
        """The contacts whose words begin in a stretch of a report."""
        own = self.by_report.get(report, ())
        return tuple(dict.fromkeys(one.contact for one in own if one.start < end and start < one.end))

    def pairs(self, report: str) -> frozenset[frozenset[str]]:
        """The sides of the contacts that a report tells, contact by contact."""
        return frozenset(one.sides for one in self.by_report.get(report, ()))


def passages(
    text: "ReportText", places: Places, wanted: Callable[[str], bool], beside: Callable[[str], bool] = lambda _: False
) -> Iterator[Passage]:
    """The sentences of a report that `wanted` lets through, and in such a report those that `beside` lets through.

    Both are asked with words folded and in lower case.
    """
    whole = text.report.text
    if not wanted(fold(whole).lower):
        return
    told, lines = places.pairs(text.head.id), Lines(whole)
    for block in text.report.blocks:
        if block.kind not in _READ:
            continue
        for start, end in sentences(whole, block.span.start, block.span.end):
            lower = fold(whole[start:end]).lower
            if wanted(lower) or beside(lower):
                at = places.at(text.head.id, start, end)
                yield Passage(text.head, whole[start:end], start, lines.number(start), told, at)
