"""Sentences of reports that are about two sides, for reading what they say of mechanisms and frameworks."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from msgspec import Struct

from bangiao.register.ask_texts import TellingPlace
from bangiao.register.records import ReportHead
from bangiao.text.fold import fold
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
    folded = fold(normalize("NFC", whole)).lower
    if not wanted(folded):
        return
    lower = folded if is_normalized("NFC", whole) else None  # else its places are not those of the text
    told = places.pairs(text.head.id)
    for block in text.report.blocks:
        if block.kind not in _READ:
            continue
        for first, last in _lines(whole, block.span.start, block.span.end):
            near = _part(lower, whole, first, last)
            if not (wanted(near) or beside(near)):  # most lines are done with here, and never cut into sentences
                continue
            for start, end in sentences(whole, first, last):
                words = _part(lower, whole, start, end)
                if wanted(words) or beside(words):
                    at = places.at(text.head.id, start, end)
                    line = whole.count("\n", 0, start) + 1
                    yield Passage(text.head, whole[start:end], start, line, told, at)


def _part(lower: str | None, whole: str, start: int, end: int) -> str:
    """A stretch folded and in lower case: cut from the folded whole where its places are those of the text."""
    return fold(whole[start:end]).lower if lower is None else lower[start:end]


def _lines(whole: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = whole.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1
