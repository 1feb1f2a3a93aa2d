"""Signings and joint statements."""

from bangiao.findings.contacts.looked_back import old_date, signing_before
from bangiao.findings.context.drafts import Draft, Party, group_party, parties_of
from bangiao.findings.context.scene import Scene, joint_subject, subject
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import WHO


def read_signing(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A và B ký …; chứng kiến lễ ký …: who signs or witnesses, else the two countries."""
    phrase = scene.phrases[index]
    if not is_document(story, phrase.start, phrase.end + 40):
        return signing_before(scene, index, story)
    if scene.only_said(index):
        return []
    parties = _signatories(scene, index, story)
    if len({party.side for party in parties}) < 2:
        parties = _completed(scene, index, story, parties)
    if len({party.side for party in parties}) < 2:
        return []
    if old_date(scene, index, story) is not None or _long_ago(scene, story):
        parties = _states(scene, parties)
    return [
        Draft(
            "signing",
            *phrase.span,
            tuple(dict.fromkeys(parties)),
            "sign",
            scene.number,
            status=story.status(scene, index),
            background=scene.in_occasion(index),
            follows=True,
            key="sign",
            block=scene.block,
        )
    ]


def _long_ago(scene: Scene, story: Story) -> bool:
    """Trong chuyến thăm của A năm 2007, hai nước đã ký …: whether the sentence tells a visit of long ago before."""
    return any(
        draft.sentence == scene.number and draft.form == "visit" and story.settled(draft) == "recalled"
        for draft in story.drafts
    )


def _states(scene: Scene, parties: list[Party]) -> list[Party]:
    """Hai nước đã ký … năm 2010: of long ago, and so by the two states, not by those who meet now."""
    named = {scene.roster.of(mention) for phrase in scene.phrases for mention in phrase.mentions}
    why = "the two sides of whom the report speaks"
    return [
        party if party.entity is None or party.entity in named else Party(None, party.country, party.org, why=why)
        for party in parties
    ]


def _signatories(scene: Scene, index: int, story: Story) -> list[Party]:
    """The subject of the verb: people, or "hai bên"."""
    at = subject(scene, index)
    if at is None:
        return []
    phrase = scene.phrases[at]
    if phrase.role("both"):
        return _named_pair(scene, story.both()) or story.both()
    if phrase.kind == "people":
        own = parties_of(phrase, scene.roster)
        return own if len({party.side for party in own}) > 1 else [*own, *_with_whom(scene, index, own)]
    bodies = [
        party for position in joint_subject(scene, index) for party in story.parties(scene, scene.phrases[position])
    ]
    if len({party.side for party in bodies}) > 1:
        return bodies
    return [*bodies, *other] if bodies and (other := _with_whom(scene, index, bodies)) else []


def _with_whom(scene: Scene, index: int, own: list[Party]) -> list[Party]:
    """A ký Bản ghi nhớ với B: the other side, named after "với" in the same clause."""
    sides = {party.side for party in own}
    for position in range(index + 1, min(len(scene.phrases), index + 14)):
        phrase = scene.phrases[position]
        if phrase.text in (",", ";", ".") or phrase.role("speech", "occasion"):
            return []
        if scene.phrases[position - 1].text in scene.grammar.with_whom and phrase.kind in WHO:
            found = parties_of(phrase, scene.roster) if phrase.kind == "people" else [group_party(phrase)]
            return [party for party in found if party.side not in sides]
    return []


def _named_pair(scene: Scene, both: list[Party]) -> list[Party]:
    """hai bên đã ký … Việt - Lào: the two countries that the sentence names, where they are not those who met last."""
    named = [phrase for phrase in scene.phrases if phrase.kind == "country" and phrase.country]
    codes = {phrase.country for phrase in named}
    if len(codes) != 2 or codes == {party.country for party in both}:
        return []
    return [group_party(phrase) for phrase in {phrase.country: phrase for phrase in named}.values()]


def _completed(scene: Scene, index: int, story: Story, parties: list[Party]) -> list[Party]:
    """The other side: the country told beside, the bodies that sign, where it is signed, or who acted before."""
    own = {party.side for party in parties}
    named = [p.country for p in scene.phrases if p.country and p.kind in ("country", "group")]
    codes = list(dict.fromkeys(named))
    if parties:
        parties = parties + [Party(None, code) for code in codes if code not in own][:1]
    elif len(codes) == 2:
        parties = [Party(None, code) for code in codes]
    if len({party.side for party in parties}) < 2:
        parties = _bodies(scene, index) or parties
    if len({party.side for party in parties}) == 1:
        places = [p.country for p in scene.phrases if p.kind == "place" and p.country and p.country not in own]
        parties = parties + [Party(None, where, why="the country in which it is signed") for where in places[:1]]
    return _earlier(story, parties) if len({party.side for party in parties}) < 2 else parties


def is_document(story: Story, start: int, end: int) -> bool:
    """Whether a document is what is signed or handed over there: "ký" alone stands in many words."""
    return any(word in story.lower[start:end] for word in story.grammar.documents)


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
    if scene.speech_before(index) or story.has_form("signing") or not _issued(scene, index):
        return []
    visit = next((draft for draft in reversed(story.drafts) if draft.form == "visit"), None)
    sides = _two_sides(scene, index, story, visit)
    if len(sides) < 2:
        return []
    channels = tuple(dict.fromkeys(channel for party in (visit.parties if visit else ()) for channel in party.channels))
    channels = channels or tuple(dict.fromkeys(c for p in scene.phrases if p.kind == "group" for c in p.channels))
    return [
        Draft(
            "signing",
            *scene.phrases[index].span,
            tuple(
                Party(None, country, None if country else org, channels=channels if country else ("international",))
                for country, org in sides
            ),
            "statement",
            scene.number,
            mode="in_person" if visit else "written",
            status=story.status(scene, index),
            country=visit.country if visit else None,
            country_why="adopted during the visit" if visit else "",
            key="statement",
            background=not _told_as_act(scene, index),
            block=scene.block,
        )
    ]


def _two_sides(scene: Scene, index: int, story: Story, visit: Draft | None) -> list[tuple[str | None, str | None]]:
    """Who states something together, as country and organisation: named after the words, else before them, by the
    visit, by the people; two organisations, or one and a country, where it is they who act or are joined by a dash."""
    after = [p.country for p in scene.phrases[index + 1 :] if p.country and p.kind in ("country", "group")]
    before = [p.country for p in scene.phrases[:index] if p.country and p.kind == "country"]
    codes = list(dict.fromkeys(after or before))[:2]
    if len(codes) < 2 and (joined := _joined(scene, index)):
        return joined
    if len(codes) < 2 and visit is not None:
        codes = list(dict.fromkeys(party.country for party in visit.parties if party.country))
    if len(codes) < 2:
        codes = list(dict.fromkeys(party.country for party in story.people_in(scene) if party.country))[:2]
    return [(code, None) for code in codes]


def _joined(scene: Scene, index: int) -> list[tuple[str | None, str | None]]:
    """ASEAN và EU đã ra …; Tuyên bố chung ASEAN - Nhật Bản: the two before the verb, or right after the words."""
    before = joint_subject(scene, index)
    words = scene.phrases[index + 1 : index + 4]
    dash = len(words) == 3 and words[1].text == "-" and {words[0].kind, words[2].kind} <= {"org", "country"}
    found = (
        [scene.phrases[position] for position in before] if len(before) == 2 else [words[0], words[2]] if dash else []
    )
    sides = {(phrase.country, None if phrase.country else phrase.org): None for phrase in found}
    return [side for side in sides if any(side)] if len(sides) == 2 else []


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
