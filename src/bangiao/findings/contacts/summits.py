"""Summits of two, which are talks: hội nghị thượng đỉnh A - B, thượng đỉnh giữa A và B."""

from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene, complement
from bangiao.findings.context.sides import leader_of
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import Phrase

_SIDES = ("people", "country")


def read_summit(scene: Scene, index: int, story: Story) -> list[Draft] | None:
    """The talks that a summit of two sides is; null where the event at `index` is no such summit."""
    phrase = scene.phrases[index]
    if not any(word in phrase.text.lower() for word in scene.grammar.summits):
        return None
    paired = _paired(scene, index, story)
    if paired is None:
        return None
    parties, last = paired
    date = _date_after(scene, last)
    if scene.speech_before(index) and date is None:
        return []
    if date is None and _told(parties, story):
        return []  # told before: this only points to it
    return [
        Draft(
            "talks",
            *phrase.span,
            parties,
            "meet:summit",
            scene.number,
            status="planned" if _ahead(scene, index, last) else story.status(scene, index),
            date=date.date if date is not None else None,
            background=index > 3,
            block=scene.block,
        )
    ]


def _told(parties: tuple[Party, ...], story: Story) -> bool:
    """Whether the two have been told to meet before."""
    sides = {party.side for party in parties}
    return any(
        draft.form in ("talks", "meeting") and {party.side for party in draft.parties} == sides
        for draft in story.drafts
    )


def _small(scene: Scene, at: int) -> bool:
    """A small word between the noun and its sides: lần hai, lịch sử."""
    phrase = scene.phrases[at]
    return phrase.kind == "word" and phrase.text.islower() and phrase.text not in scene.grammar.between


def _paired(scene: Scene, index: int, story: Story) -> tuple[tuple[Party, ...], int] | None:
    """The two sides right after the noun, and the index after them."""
    at = index + 1
    while at < min(len(scene.phrases), index + 4) and _small(scene, at):
        at += 1
    if at + 2 >= len(scene.phrases):
        return None
    if scene.phrases[at].text in scene.grammar.between:
        return _between(scene, at, story)
    first, dash, second = scene.phrases[at : at + 3]
    if first.kind not in _SIDES or second.kind not in _SIDES or dash.text != "-":
        return None
    return _two(scene, story, first, second, at + 3)


def _between(scene: Scene, at: int, story: Story) -> tuple[tuple[Party, ...], int] | None:
    """giữa A và B: as one phrase of people, or as two."""
    first = complement(scene, at, _SIDES)
    if first is None or scene.phrases[first].role("both"):
        return None
    parties = story.parties(scene, scene.phrases[first])
    if len({party.side for party in parties}) == 2:
        return tuple(parties), first + 1
    second = complement(scene, first, _SIDES, 3)
    return None if second is None else _two(scene, story, scene.phrases[first], scene.phrases[second], second + 1)


def _two(scene: Scene, story: Story, first: Phrase, second: Phrase, last: int) -> tuple[tuple[Party, ...], int] | None:
    parties = tuple(
        party
        for phrase in (first, second)
        for party in ([leader_of(scene, phrase)] if phrase.kind == "country" else story.parties(scene, phrase))
    )
    two = len({party.side for party in parties} - {"?"}) == 2
    return (parties, last) if two else None


def _date_after(scene: Scene, last: int) -> Phrase | None:
    """The date that follows the sides, before the next clause."""
    for phrase in scene.phrases[last : last + 8]:
        if usable(phrase):
            return phrase
        if phrase.kind in ("trigger", "people", "mark"):
            return None
    return None


def _ahead(scene: Scene, index: int, last: int) -> bool:
    """trước thượng đỉnh …; thượng đỉnh A - B sắp tới: it is still to come."""
    before = scene.phrases[index - 1].text.lower() if index else ""
    after = [phrase.text.lower() for phrase in scene.phrases[last : last + 5]]
    return before in scene.grammar.ahead_of or not scene.grammar.soon.isdisjoint(after)
