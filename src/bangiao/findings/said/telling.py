"""The sentences of a report with their verbs and who speaks, as commitments and statements both read them."""

from collections.abc import Sequence

from msgspec import Struct

from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.said.clauses import Verb, verbs
from bangiao.findings.said.speakers import Speaker, Talk
from bangiao.findings.said.words import act_words
from bangiao.model.findings import Contact

# captions repeat what the text tells
_BLOCKS = ("headline", "body")


class Telling(Struct, frozen=True):
    """A sentence of headline or body: its verbs, each with its speaker where one is found."""

    scene: Scene
    verbs: tuple[tuple[Verb, Speaker | None], ...]
    talk: Talk
    story: Story


def tell(scenes: Sequence[Scene], contacts: Sequence[Contact], story: Story) -> tuple[Telling, ...]:
    """Every sentence with its verbs and speakers; nothing where the report tells no contact."""
    if not contacts:
        return ()
    words = act_words(story.pack.language)
    talk = Talk(scenes, contacts, story.lower, story.pack, words)
    out = []
    for scene in scenes:
        if scene.block not in _BLOCKS or words.within("outside", story.lower[scene.start : scene.end]):
            continue
        found = tuple((verb, talk.speaker(scene, verb)) for verb in verbs(scene, story.lower, story.text, words))
        out.append(Telling(scene, found, talk, story))
        if scene.block == "body":
            talk.last = _spoke(found) or talk.last
    return tuple(out)


def _spoke(found: tuple[tuple[Verb, Speaker | None], ...]) -> Speaker | None:
    """Who spoke in a sentence: the subject of its first verb that has one of its own."""
    return next((who for verb, who in found if who is not None and verb.link == "direct" and not verb.nested), None)
