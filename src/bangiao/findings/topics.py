"""What a sentence is about: topics of the closed list by their words, the strongest first."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from bangiao.languages.load import read_entries
from bangiao.languages.pack import Entry, Lexicon
from bangiao.model.vocabulary import TOPICS, Topic

MOST = 4


class TopicRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of topics.toml; `weight` 2 for words that stand for the topic alone, 1 for words that hint at it."""

    topic: str
    words: list[str]
    weight: int = 2
    gloss: str = ""
    source: str = ""
    examples: list[str] = []
    not_examples: list[str] = []


class Found(Struct, frozen=True):
    """A topic with the first of its words; the offsets count the folded text."""

    topic: Topic
    start: int
    end: int
    weight: int


@lru_cache(maxsize=4)
def _lexicon(language: str) -> tuple[Lexicon, tuple[TopicRow, ...]]:
    rows = tuple(read_entries(language, "topics", "topic", TopicRow))
    entries = [Entry("topic", words, code=str(number)) for number, row in enumerate(rows) for words in row.words]
    return Lexicon(entries), rows


def read_topics(
    text: str, lower: str, span: tuple[int, int], masked: Sequence[tuple[int, int]], language: str = "vi"
) -> tuple[Found, ...]:
    """The topics of text[start:end], at most four; words inside `masked` (names and offices) do not count."""
    lexicon, rows = _lexicon(language)
    start, end = span
    found: dict[str, Found] = {}
    last = start
    for a, b, entries in lexicon.matches(lower[start:end]):
        a, b = a + start, b + start
        if b <= last or any(x <= a and b <= y for x, y in masked):
            continue
        last = b
        for entry in entries:
            if not entry.words.islower() and entry.words.isupper() and not text[a:b].isupper():
                continue
            row = rows[int(entry.code)]
            if row.topic not in TOPICS:
                continue
            before = found.get(row.topic)
            found[row.topic] = Found(
                row.topic,  # type: ignore[arg-type]
                before.start if before else a,
                before.end if before else b,
                row.weight + (before.weight if before else 0),
            )
    return _strongest(list(found.values()))


def _strongest(found: list[Found]) -> tuple[Found, ...]:
    """Words that only hint count where no others do."""
    sure = [one for one in found if one.weight >= 2]
    ranked = sorted(sure or found, key=lambda one: (-one.weight, one.start))
    return tuple(ranked[:MOST])
