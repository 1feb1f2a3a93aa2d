"""Second spellings that a report itself teaches: "Vladimir Putin (V.Pu-tin)", or a headline against its body."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from bangiao.languages.pack import load
from bangiao.model.evidence import Evidence, Span
from bangiao.model.findings import Contact, Findings
from bangiao.model.report import Report
from bangiao.resolution.likeness import likeness
from bangiao.resolution.names import name_key, person_id, side_label
from bangiao.text.place import Lines

_BRACKET = re.compile(r" ?\(([^()\n]{2,60})\)")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SYLLABLES = re.compile(r"[^\W\d_]{1,7}(?:-[^\W\d_]{1,7}){1,5}")
_NAME_FIELD = re.compile(r"sides\.(\d+)\.people\.(\d+)\.name")
_LONGEST = 6  # words of a name
_PLACES = frozenset({"country", "short", "org", "city", "region", "venue"})


class Lesson(Struct, frozen=True, order=True):
    """One pair of spellings of one person, and the words that teach it.

    `name` is the spelling that the report uses in full, `alias` the second one; `kind` says where it was
    found. Offsets and line are those of the quoted words in the report's text.
    """

    name: str
    alias: str
    side: str
    kind: Literal["bracket", "headline"]
    start: int
    end: int
    line: int
    quote: str

    @property
    def bases(self) -> tuple[str, str]:
        """The ids of the two names."""
        return person_id(self.name, self.side), person_id(self.alias, self.side)


def lessons(report: Report, findings: Findings) -> tuple[Lesson, ...]:
    """The pairs that a report teaches, in order; each pair once."""
    lines = Lines(report.text)
    named = list(_names(findings.contacts))
    found: dict[tuple[str, str, str], Lesson] = {}
    for lesson in (*_brackets(report, named, lines), *_headline(report, named, lines)):
        found.setdefault((lesson.name, lesson.alias, lesson.side), lesson)
    return tuple(sorted(found.values()))


def _names(contacts: Iterable[Contact]) -> Iterator[tuple[str, str, Evidence]]:
    """Every name with its side and the words that give it."""
    for contact in contacts:
        for one in contact.evidence:
            place = _NAME_FIELD.fullmatch(one.field)
            if place:
                side = contact.sides[int(place[1])]
                yield one.quote, side_label(side), one


def _brackets(report: Report, named: list[tuple[str, str, Evidence]], lines: Lines) -> Iterator[Lesson]:
    for name, side, cited in named:
        after = _BRACKET.match(report.text, cited.end)
        alias = after[1].strip() if after else ""
        if after and _is_second_spelling(name, alias):
            words = report.text[cited.start : after.end()]
            yield Lesson(name, alias, side, "bracket", cited.start, after.end(), lines.number(cited.start), words)


def _is_second_spelling(name: str, alias: str) -> bool:
    """Whether words in brackets spell a name again: the shape of a name, no place, and a likeness or syllables."""
    words = alias.replace(".", ". ").split()
    if not 1 <= len(words) <= _LONGEST or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    if alias.isupper() or name_key(alias) == name_key(name) or _is_place(alias):
        return False
    return bool(_SYLLABLES.search(alias)) or likeness(name, alias).verdict != "different"


def _is_place(words: str) -> bool:
    lower = name_key(words)
    return any(
        end - start == len(lower) and _PLACES & {one.kind for one in meant}
        for start, end, meant in load("vi").lexicon.matches(lower)
    )


def _headline(report: Report, named: list[tuple[str, str, Evidence]], lines: Lines) -> Iterator[Lesson]:
    """A name that the headline spells by syllables and the text in full, where it can mean one person only."""
    people = {(name_key(name), side): name for name, side, _ in named}
    for block in report.blocks:
        if block.kind != "headline":
            continue
        for span in _syllable_names(report.text, block.span):
            alias = span.of(report.text)
            meant = [
                (name, side)
                for (key, side), name in people.items()
                if key != name_key(alias) and likeness(name, alias).verdict == "same"
            ]
            if len(meant) == 1:
                name, side = meant[0]
                yield Lesson(name, alias, side, "headline", span.start, span.end, lines.number(span.start), alias)


def _syllable_names(text: str, within: Span) -> Iterator[Span]:
    """Runs of capitalised words one of which is spelt by syllables: "Si-i Ca-dư-ô"."""
    run: list[Span] = []
    for word in _WORD.finditer(text, within.start, within.end):
        joined = run and text[run[-1].end : word.start()] == " "
        if word[0][0].isupper() and (not run or joined):
            run.append(Span(*word.span()))
            continue
        yield from _spelt(text, run)
        run = [Span(*word.span())] if word[0][0].isupper() else []
    yield from _spelt(text, run)


def _spelt(text: str, run: list[Span]) -> Iterator[Span]:
    """From the first syllable-spelt word of a run to its last one."""
    spelt = [one for one in run if _SYLLABLES.fullmatch(one.of(text))]
    if spelt:
        yield Span(spelt[0].start, spelt[-1].end)
