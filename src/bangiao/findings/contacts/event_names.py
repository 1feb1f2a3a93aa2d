"""Which events a verb governs, how far the name of an event goes, and who organises it by that name."""

from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase

_EVENT_FRAMES = ("event", "welcome", "sign", "award")


def governed_events(scene: Scene, index: int) -> list[int]:
    """The event nouns that the verb governs: the first close by, more after "và" or a comma."""
    found: list[int] = []
    for position in range(index + 1, min(len(scene.phrases), index + 30)):
        phrase = scene.phrases[position]
        if phrase.kind == "trigger" and phrase.entry is not None:
            if found and position < extent(scene, found[-1]):
                continue  # part of the name of the event before
            if phrase.tells("event"):
                if not found or _coordinated(scene, position):
                    found.append(position)
                continue
            if phrase.tells("attend") and not found:
                continue
            if found or not phrase.tells(*_EVENT_FRAMES):
                break
        if not found and (phrase.kind == "people" or (position > index + 6 and phrase.kind != "trigger")):
            break
        if _speaks_there(scene, position):
            continue
        if phrase.text == "." or phrase.role("speech"):
            break
        if phrase.text in (",", ";") and not _coordinated(scene, position + 1) and not _list_goes_on(scene, position):
            break
    return found


def _speaks_there(scene: Scene, position: int) -> bool:
    """dự và phát biểu tại Hội nghị X: speaking at the event, no speech that is reported."""
    phrase = scene.phrases[position]
    return (
        phrase.role("speech")
        and phrase.text.lower() in scene.grammar.speaking
        and any(p.text in scene.grammar.at_place for p in scene.phrases[position + 1 : position + 4])
    )


def _list_goes_on(scene: Scene, comma: int) -> bool:
    """dự Hội nghị A, Ủy ban B, Hội nghị C: a body in a list of events, with an event after it."""
    if comma + 1 >= len(scene.phrases) or scene.phrases[comma + 1].kind not in ("group", "org"):
        return False
    for position in range(comma + 2, min(len(scene.phrases), comma + 12)):
        phrase = scene.phrases[position]
        if phrase.kind == "trigger":
            return _coordinated(scene, position)
        if phrase.kind in ("people", "date", "pronoun") or phrase.role("speech"):
            return False
    return False


def _coordinated(scene: Scene, position: int) -> bool:
    """Whether an event noun joins a list: "dự Hội nghị A và Lễ B", with or without the verb again."""
    if position >= len(scene.phrases):
        return False
    before = [phrase.text for phrase in scene.phrases[max(0, position - 3) : position]]
    phrase = scene.phrases[position]
    if not phrase.tells("event", "attend"):
        return False
    following = " ".join(phrase.text for phrase in scene.phrases[position : position + 8])
    if any(word in following for word in scene.grammar.unrelated):
        return False
    return any(word in scene.grammar.event_list for word in before)


def extent(scene: Scene, position: int) -> int:
    """The index after the event's name: "Hội nghị Cấp cao ASEAN lần thứ 46" ends where place, date or people follow."""
    index = position + 1
    while index < len(scene.phrases) and (taken := _name_part(scene, position, index)):
        index += taken
    return index


def _name_part(scene: Scene, position: int, index: int) -> int:
    """How many phrases the event's name goes on by at this index; 0 where it has ended."""
    phrase, before = scene.phrases[index], scene.phrases[index - 1]
    if phrase.kind == "place" and index == position + 1:
        return 1
    if (
        phrase.tells("event")
        and before.kind in ("word", "trigger")
        and before.text.lower() not in scene.grammar.several
    ):
        return 1  # Phiên họp toàn thể Hội nghị …
    if not _may_end(scene, phrase):
        return 1
    following = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
    if following is None:
        return 0
    if phrase.text in scene.grammar.joining and following.proper:
        return 1
    if phrase.text in scene.grammar.event_of and following.tells("event"):
        return 2 if phrase.text in scene.grammar.of else 0
    return 1 if phrase.text in scene.grammar.event_of and _holds_events(following) else 0


def _may_end(scene: Scene, phrase: Phrase) -> bool:
    return (
        phrase.kind in ("date", "people", "place", "trigger")
        or phrase.text in scene.grammar.event_name_ends
        or (phrase.kind == "marker" and not phrase.role("joiner"))
    )


def _holds_events(phrase: Phrase) -> bool:
    """Đại hội đồng của Liên hợp quốc: whose event it is, as part of its name."""
    return phrase.kind in ("org", "country") or (phrase.kind == "group" and bool(phrase.country or phrase.org))


def named_organiser(scene: Scene, last: int, story: Story) -> list[Phrase]:
    """Hội nghị … (lần thứ N) của <body without a country>: the organiser by its name, or the short form in brackets."""
    phrases = scene.phrases
    if last >= len(phrases) or phrases[last].text not in scene.grammar.of:
        return []
    start = last + 1
    end = _organiser_end(scene, start)
    if end is None or end == start or not story.text[phrases[start].start].isupper():
        return []
    span = (phrases[start].start, phrases[end - 1].end)
    if not any(word in story.lower[slice(*span)] for word in scene.grammar.worldwide):
        return []
    name = _short_form(phrases, end) or story.text[slice(*span)]
    return [Phrase("org", *span, name, org=name)]


def _organiser_end(scene: Scene, start: int) -> int | None:
    """The index after the organiser's name; null where a country tells whose it is."""
    phrases, grammar = scene.phrases, scene.grammar
    end = start
    while (
        end < len(phrases)
        and phrases[end].kind not in ("date", "people", "place", "mark")
        and phrases[end].text not in grammar.organiser_ends
    ):
        if phrases[end].country:
            return None
        end += 1
        following = phrases[end + 1] if end + 1 < len(phrases) else None
        if following is not None and phrases[end].text in grammar.joining:
            end += 2 if following.proper or following.kind == "group" else 0
    return end


def _short_form(phrases: tuple[Phrase, ...], index: int) -> str | None:
    """(UNESCO): the short form in brackets after a name."""
    if index + 2 >= len(phrases) or (phrases[index].text, phrases[index + 2].text) != ("(", ")"):
        return None
    return phrases[index + 1].text if phrases[index + 1].text.isupper() else None


def organiser_after(scene: Scene, last: int) -> list[Phrase]:
    """Hội nghị … mở rộng (GMS), … của Liên hợp quốc: the organiser just after the name."""
    for phrase in scene.phrases[last : last + 3]:
        if phrase.kind == "org":
            return [phrase]
        if phrase.text not in scene.grammar.organiser_opens:
            return []
    return []


def event_key(scene: Scene, position: int, last: int) -> str:
    """The first words of the event's name, so that two events stay two."""
    return " ".join(phrase.text.lower() or "·" for phrase in scene.phrases[position : min(last, position + 6)])
