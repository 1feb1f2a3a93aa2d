"""Signings and joint statements."""

from bangiao.findings.context.drafts import Draft, Party, group_party, parties_of
from bangiao.findings.context.scene import Scene, subject
from bangiao.findings.context.story import Story


def read_signing(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A và B ký …; chứng kiến lễ ký …: who signs or witnesses, else the two countries."""
    phrase = scene.phrases[index]
    if not is_document(scene, index, story) or (scene.speech_before(index) and not scene.in_occasion(index)):
        return []
    at = subject(scene, index)
    parties: list[Party] = []
    if at is not None:
        subject_phrase = scene.phrases[at]
        parties = (
            story.both()
            if subject_phrase.role("both")
            else (parties_of(subject_phrase, scene.roster) if subject_phrase.kind == "people" else [])
        )
    if len({party.side for party in parties}) < 2:
        named = [p for p in scene.phrases if p.country and p.kind in ("country", "group")]
        own = {party.side for party in parties}
        codes = list(dict.fromkeys(p.country for p in named if p.country))
        if parties:
            codes = [code for code in codes if code not in own][:1]
            parties += [Party(None, code) for code in codes]
        elif len(codes) == 2:
            parties = [Party(None, code) for code in codes]
        if len({party.side for party in parties}) < 2:
            parties = _bodies(scene, index) or parties
        if len({party.side for party in parties}) == 1:
            where = next(
                (p.country for p in scene.phrases if p.kind == "place" and p.country and p.country not in own), None
            )
            parties += [Party(None, where, why="the country in which it is signed")] if where else []
        if len({party.side for party in parties}) < 2:
            parties = _earlier(story, parties)
    if len({party.side for party in parties}) < 2:
        return []
    return [
        Draft(
            "signing",
            phrase.start,
            phrase.end,
            tuple(dict.fromkeys(parties)),
            "sign",
            scene.number,
            status=story.status(scene, index),
            background=scene.in_occasion(index),
            follows=True,
            key="sign",
            headline=scene.block == "headline",
            caption=scene.block == "caption",
        )
    ]


def is_document(scene: Scene, index: int, story: Story, skip: int = 40) -> bool:
    """Whether a document is what is signed or handed over: "ký" alone stands in many words."""
    start = scene.phrases[index].start if skip == 40 else scene.phrases[index].end
    text = story.lower[start : scene.phrases[index].end + skip]
    return any(word in text for word in scene.grammar.documents)


def _bodies(scene: Scene, index: int) -> list[Party]:
    """IOM và Bộ Y tế Việt Nam đã ký …: bodies and organisations that sign."""
    found = [
        group_party(p) for p in scene.phrases[:index] if p.kind in ("group", "org", "country") and (p.country or p.org)
    ]
    return found if len({party.side for party in found}) == 2 else []


def _earlier(story: Story, parties: list[Party]) -> list[Party]:
    both = story.both()
    own = {party.side for party in parties}
    return parties + [party for party in both if party.side not in own] if both else parties


def read_statement(scene: Scene, index: int, story: Story) -> list[Draft]:
    """Tuyên bố chung giữa A và B; hai bên ra Tuyên bố chung: sides without people."""
    phrase = scene.phrases[index]
    if scene.speech_before(index) or story.has_form("signing"):
        return []
    if not _issued(scene, index):
        return []
    codes = (
        list(
            dict.fromkeys(p.country for p in scene.phrases[index + 1 :] if p.country and p.kind in ("country", "group"))
        )[:2]
        or list(dict.fromkeys(p.country for p in scene.phrases[:index] if p.country and p.kind == "country"))[:2]
    )
    visit = next((draft for draft in reversed(story.drafts) if draft.form == "visit"), None)
    if len(codes) < 2 and visit is not None:
        codes = list(dict.fromkeys(party.country for party in visit.parties if party.country))
    if len(codes) < 2:
        people = story.people_in(scene)
        codes = list(dict.fromkeys(party.country for party in people if party.country))[:2]
    if len(codes) < 2:
        return []
    channels = tuple(dict.fromkeys(channel for party in (visit.parties if visit else ()) for channel in party.channels))
    channels = channels or tuple(dict.fromkeys(c for p in scene.phrases if p.kind == "group" for c in p.channels))
    sides = tuple(Party(None, code, channels=channels) for code in codes)
    return [
        Draft(
            "signing",
            phrase.start,
            phrase.end,
            sides,
            "statement",
            scene.number,
            mode="in_person" if visit else "written",
            status=story.status(scene, index),
            country=visit.country if visit else None,
            country_why="adopted during the visit" if visit else "",
            key="statement",
            background=not _told_as_act(scene, index),
            headline=scene.block == "headline",
            caption=scene.block == "caption",
        )
    ]


def _told_as_act(scene: Scene, index: int) -> bool:
    """hai bên đã ra Tuyên bố chung: the sentence's date is the statement's."""
    words = [phrase.text.lower() for phrase in scene.phrases[max(0, index - 3) : index]]
    return (not scene.grammar.acted.isdisjoint(words) and not scene.grammar.issuing.isdisjoint(words)) or scene.phrases[
        index
    ].text.lower().startswith(scene.grammar.issued_first)


def _issued(scene: Scene, index: int) -> bool:
    """Issued, adopted or printed in full, not merely mentioned."""
    words = " ".join(phrase.text.lower() for phrase in scene.phrases[max(0, index - 4) : index])
    return (
        index == 0
        or (scene.block == "headline" and index < 2)
        or any(word in words for word in scene.grammar.issued)
        or scene.phrases[index].text.lower().startswith(scene.grammar.issued_first)
    )
