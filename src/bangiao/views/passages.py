"""Sentences of reports that are about two sides, for reading what they say of mechanisms and frameworks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from msgspec import Struct

from bangiao.model.report import Report
from bangiao.register.ask_texts import TellingPlace
from bangiao.register.records import ReportHead
from bangiao.text.fold import fold
from bangiao.text.sentences import sentences
from bangiao.views.citations import Citation

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

_READ = ("headline", "body", "caption")
_MOST = 200_000  # texts of which is kept what was found in them


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


class Stretch(Struct, frozen=True):
    """A sentence of a report, with its place."""

    words: str
    start: int
    line: int


class Look(Struct, frozen=True):
    """Which sentences are looked for: those that `wanted` lets through, and beside them those of `beside`.

    Both are asked with words folded and in lower case, and must not ask anything else; `name` is that under which
    what was found is kept.
    """

    name: str
    wanted: Callable[[str], bool]
    beside: Callable[[str], bool] = lambda _: False


def passages(register: "Known", places: Places, look: Look, reports: Sequence[str] | None = None) -> Iterator[Passage]:
    """The sentences of these reports, or of all, that are looked for; in order of the reports' ids and of place.

    A text is looked through once; its sentences are kept for as long as the register has the same text.
    """
    marks = _marks(register, reports)
    kept: dict[str, tuple[str, tuple[Stretch, ...]]] = register.lasting.of(("stretches", look.name), dict)
    found = {one: kept[one][1] for one, mark in marks.items() if mark and one in kept and kept[one][0] == mark}
    new = [one for one in marks if one not in found]
    if new:
        found |= {text.head.id: tuple(stretches(text.report, look)) for text in register.texts(new)}
        _keep(kept, found, marks, register.text_marks(new))
    heads = register.heads([one for one, told in found.items() if told])
    for report in marks:
        told = places.pairs(report)
        for one in found.get(report, ()) if report in heads else ():
            at = places.at(report, one.start, one.start + len(one.words))
            yield Passage(heads[report], one.words, one.start, one.line, told, at)


def _marks(register: "Known", reports: Sequence[str] | None) -> Mapping[str, str | None]:
    """The marks of these texts, or of all; those of all are looked up once for a state of the register."""
    if reports is None:
        return register.kept.of("marks", register.text_marks)
    every: dict[str, str | None] | None = register.kept.find("marks")
    if every is None:
        return register.text_marks(reports)
    return {one: every[one] for one in sorted(set(reports)) if one in every}


def _keep(
    kept: dict[str, tuple[str, tuple[Stretch, ...]]],
    found: Mapping[str, tuple[Stretch, ...]],
    before: Mapping[str, str | None],
    after: Mapping[str, str | None],
) -> None:
    """Keep what was found in texts that stayed the same while they were looked through."""
    for one, mark in after.items():
        if mark and mark == before[one] and one in found and (one in kept or len(kept) < _MOST):
            kept[one] = (mark, found[one])


def stretches(report: Report, look: Look) -> Iterator[Stretch]:
    """The sentences of a report that are looked for."""
    whole = report.text
    folded = fold(normalize("NFC", whole)).lower
    if not look.wanted(folded):
        return
    lower = folded if is_normalized("NFC", whole) else None  # else its places are not those of the text
    for block in report.blocks:
        if block.kind not in _READ:
            continue
        for first, last in _lines(whole, block.span.start, block.span.end):
            near = _part(lower, whole, first, last)
            if not (look.wanted(near) or look.beside(near)):  # most lines are done with here, never cut into sentences
                continue
            for start, end in sentences(whole, first, last):
                words = _part(lower, whole, start, end)
                if look.wanted(words) or look.beside(words):
                    yield Stretch(whole[start:end], start, whole.count("\n", 0, start) + 1)


def _part(lower: str | None, whole: str, start: int, end: int) -> str:
    """A stretch folded and in lower case: cut from the folded whole where its places are those of the text."""
    return fold(whole[start:end]).lower if lower is None else lower[start:end]


def _lines(whole: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = whole.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1
