"""Who else took part: "Cùng dự có …", "Về phía Nhật Bản có …", "A chủ trì cuộc họp"."""

from bangiao.findings.context.drafts import Party, parties_of
from bangiao.findings.context.scene import Scene


def read_presence(scene: Scene) -> tuple[list[Party], bool]:
    """The people whom a sentence adds to the contact told before it, and whether it does nothing but list them."""
    listed = _listed(scene)
    return (listed, True) if listed else (_pointing(scene), False)


def pointed_form(scene: Scene) -> str | None:
    """The form of the contact that a sentence of presence points at ("Tham gia hội đàm còn có …")."""
    for phrase in scene.phrases[:6]:
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.frame != "attend":
            return phrase.entry.form
    return None


def _listed(scene: Scene) -> list[Party]:
    """Cùng dự / Tham gia hội đàm / Về phía B … có <people>."""
    found: list[Party] = []
    for first, last in _clauses(scene):
        for index in range(first, min(last, first + 14)):
            phrase = scene.phrases[index]
            if phrase.text.lower() in scene.grammar.there_are and _opens(scene, first, index):
                found.extend(_people(scene, first, index + 1, last))
                break
            if phrase.kind in ("people", "date"):
                break
    return found


def _clauses(scene: Scene) -> list[tuple[int, int]]:
    """The stretches of a sentence between semicolons."""
    marks = [index for index, phrase in enumerate(scene.phrases) if phrase.text == ";"]
    return list(zip([0, *(mark + 1 for mark in marks)], [*marks, len(scene.phrases)], strict=True))


def _opens(scene: Scene, first: int, last: int) -> bool:
    words = " ".join(phrase.text.lower() for phrase in scene.phrases[first:last])
    return words.startswith(scene.grammar.presence_opens)


def _people(scene: Scene, first: int, start: int, last: int) -> list[Party]:
    found: list[Party] = []
    for phrase in scene.phrases[start:last]:
        if phrase.kind == "people":
            found.extend(parties_of(phrase, scene.roster, role="attends"))
        elif phrase.role("speech"):
            break
    country = next(
        (p.country for p in scene.phrases[first:start] if p.country and p.kind in ("country", "group")), None
    )
    return [_on_side(party, country, scene) for party in found]


def _on_side(party: Party, country: str | None, scene: Scene) -> Party:
    """Về phía Nhật Bản có …: those listed are of that side where their offices do not say."""
    entity = party.entity
    if country is None or entity is None or entity.country or entity.org:
        return party
    at = next(((p.start, p.end) for p in scene.phrases if p.country == country), None)
    return Party(entity, country, None, entity.channels, None, at, "", party.guest, party.role)


def _pointing(scene: Scene) -> list[Party]:
    """A chủ trì cuộc họp; B cùng tham dự Hội nghị: the event is only pointed at."""
    for index, phrase in enumerate(scene.phrases):
        if phrase.kind != "trigger" or phrase.text.lower() not in scene.grammar.attends or index == 0:
            continue
        following = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
        if following is None or following.text.lower() not in scene.grammar.pointed_events:
            continue
        after = scene.phrases[index + 2] if index + 2 < len(scene.phrases) else None
        if after is not None and after.text not in scene.grammar.pointing_ends:
            continue
        people = [
            party
            for p in scene.phrases[:index]
            if p.kind == "people"
            for party in parties_of(p, scene.roster, role="attends")
        ]
        if people and not scene.speech_before(index):
            return people
    return []
