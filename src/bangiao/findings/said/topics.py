"""What a sentence is about: topics of the closed list by their words, the strongest first."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from bangiao.findings.cite import Citer
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.languages.load import read_entries, read_table
from bangiao.languages.pack import Entry, Lexicon
from bangiao.model.evidence import Inference
from bangiao.model.vocabulary import Topic

MOST = 4


class TopicRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of topics.toml; `weight` 2 for words that stand for the topic alone, 1 for words that hint at it."""

    topic: Topic
    words: list[str]
    weight: int = 2
    gloss: str = ""
    source: str = ""
    examples: list[str] = []
    not_examples: list[str] = []


class TopicFound(Struct, frozen=True):
    """A topic with the first of its words; the offsets count the folded text."""

    topic: Topic
    start: int
    end: int
    weight: int


@lru_cache(maxsize=4)
def _lexicon(language: str) -> tuple[Lexicon, tuple[TopicRow, ...]]:
    rows = tuple(read_entries(language, "topics", "topic", TopicRow))
    entries = [Entry("topic", words, code=str(number)) for number, row in enumerate(rows) for words in row.words]
    entries += [Entry("aside", words) for words in read_table(language, "topics").get("aside", [])]
    return Lexicon(entries), rows


@lru_cache(maxsize=4)
def _relations(language: str) -> tuple[str, ...]:
    """Words that name relations as a whole."""
    return tuple(read_table(language, "topics").get("relations", []))


def masked(scene: Scene) -> list[tuple[int, int]]:
    """Names and offices: "Bộ trưởng Quốc phòng" says nothing of what is talked about."""
    return [(phrase.start, phrase.end) for phrase in scene.phrases if phrase.kind == "people"]


def read_topics(
    text: str, lower: str, span: tuple[int, int], hidden: Sequence[tuple[int, int]], language: str = "vi"
) -> tuple[TopicFound, ...]:
    """The topics of text[start:end], at most four; words inside `hidden` do not count."""
    lexicon, rows = _lexicon(language)
    start, end = span
    found: dict[Topic, TopicFound] = {}
    last = start
    for a, b, entries in lexicon.matches(lower[start:end]):
        a, b = a + start, b + start
        if b <= last or any(x <= a and b <= y for x, y in hidden):
            continue
        last = b
        for entry in entries:
            if entry.kind == "aside":
                continue
            # abbreviations count in capitals only ("AI", not "ai")
            if entry.words.isupper() and not text[a:b].isupper():
                continue
            row = rows[int(entry.code)]
            before = found.get(row.topic)
            at = (before.start, before.end) if before else (a, b)
            found[row.topic] = TopicFound(row.topic, *at, row.weight + (before.weight if before else 0))
    return _strongest(list(found.values()))


def _strongest(found: list[TopicFound]) -> tuple[TopicFound, ...]:
    """Words that only hint count where no others do."""
    sure = [one for one in found if one.weight >= 2]
    return tuple(sorted(sure or found, key=lambda one: (-one.weight, one.start))[:MOST])


def sentence_topics(scene: Scene, story: Story, citer: Citer) -> tuple[tuple[Topic, ...], list[Inference]]:
    """The topics of a sentence with the words behind each; "politics" or "other" where no word tells one."""
    found = read_topics(story.text, story.lower, (scene.start, scene.end), masked(scene), story.pack.language)
    if found:
        return tuple(one.topic for one in found), [
            citer.inference(f"topics.{number}", f"these words belong to {one.topic}", (one.start, one.end))
            for number, one in enumerate(found)
        ]
    at = (scene.start, scene.end)
    if any(word in story.lower[scene.start : scene.end] for word in _relations(story.pack.language)):
        return ("politics",), [citer.inference("topics", "relations as a whole, no field is named", at)]
    return ("other",), [citer.inference("topics", "no words of a topic", at)]
