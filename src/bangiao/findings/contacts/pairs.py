"""A meeting named by its two sides: cuộc gặp A - B, hội nghị thượng đỉnh giữa A và B, which is talks of the leaders."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene, complement
from bangiao.findings.context.sides import leader_of
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import Phrase

_SIDES = ("people", "country")


def read_paired(scene: Scene, index: int, story: Story) -> list[Draft] | None:
    """The contact whose noun is followed by its two sides; null where the word at `index` is none of these."""
    phrase = scene.phrases[index]
    if phrase.entry is None:
        return None
    summit = any(word in phrase.text.lower() for word in scene.grammar.summits)
    if not summit and not (phrase.entry.noun and phrase.tells("meet")):
        return None
    paired = _paired(scene, index, story, summit)
    if paired is None:
        return None
    parties, last = paired
    date = _date_after(scene, last)
    if date is not None and date.date is not None and not date.date.first.month and date.date.first.year:
        parties = tuple(_nameless(scene, party, last) for party in parties)
    named = all(party.entity is not None for party in parties)
    if date is None and (not named or scene.speech_before(index) or _told(parties, story)):
        return []  # told before, or spoken of: this only points to it
    return [
        Draft(
            "talks" if summit else phrase.entry.form,
            *phrase.span,
            parties,
            "meet:paired",
            scene.number,
            status="planned" if _ahead(scene, index, last) else story.status(scene, index),
            mode="phone" if phrase.entry.form == "call" else "in_person",
            date=date.date if date is not None else None,
            background=index > 3,
            block=scene.block,
        )
    ]


def _nameless(scene: Scene, party: Party, last: int) -> Party:
    """Thượng đỉnh A - B năm 2007: who led a country in a year told alone is not who leads it in this report."""
    named = any(phrase.kind == "people" for phrase in scene.phrases[max(0, last - 5) : last])
    return party if named or party.entity is None else replace(party, entity=None, channels=party.channels_of())


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


def _paired(scene: Scene, index: int, story: Story, summit: bool) -> tuple[tuple[Party, ...], int] | None:
    """The two sides right after the noun, and the index after them."""
    at = index + 1
    while at < min(len(scene.phrases), index + 4) and _small(scene, at):
        at += 1
    if at < len(scene.phrases) and (pair := scene.phrases[at].pair()):
        return _two(scene, story, pair[0], pair[1], at + 1, summit)
    if at + 2 >= len(scene.phrases):
        return None
    if scene.phrases[at].text in scene.grammar.between:
        return _between(scene, at, story) if summit else None
    first, dash, second = scene.phrases[at : at + 3]
    if first.kind not in _SIDES or second.kind not in _SIDES or dash.text != "-":
        return None
    return _two(scene, story, first, second, at + 3, summit)


def _between(scene: Scene, at: int, story: Story) -> tuple[tuple[Party, ...], int] | None:
    """giữa A và B: as one phrase of people, or as two."""
    first = complement(scene, at, _SIDES)
    if first is None or scene.phrases[first].role("both"):
        return None
    parties = story.parties(scene, scene.phrases[first])
    if len({party.side for party in parties}) == 2:
        return tuple(parties), first + 1
    second = complement(scene, first, _SIDES, 3)
    if second is None:
        return None
    return _two(scene, story, scene.phrases[first], scene.phrases[second], second + 1, summit=True)


def _two(
    scene: Scene, story: Story, first: Phrase, second: Phrase, last: int, summit: bool
) -> tuple[tuple[Party, ...], int] | None:
    parties = tuple(
        party
        for phrase in (first, second)
        for party in (
            [leader_of(scene, phrase)] if summit and phrase.kind == "country" else story.parties(scene, phrase)
        )
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
