"""The date that belongs to a visit: told after its words, its last purpose, or the one who invites."""

from bangiao.findings.context.scene import Scene
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import Phrase


def date_after(scene: Scene, index: int) -> Phrase | None:
    """The date that belongs to the visit: right after its words, before the next verb or person."""
    for position in range(index + 1, min(len(scene.phrases), index + 9)):
        phrase = scene.phrases[position]
        if usable(phrase) and phrase.date is not None:
            before = position - 1
            while before > index and scene.phrases[before].text.lower() in scene.grammar.at_time:
                before -= 1
            comma = scene.phrases[before].text == ","
            return phrase if not comma or phrase.date.last is not None else None
        if phrase.tells("attend", "event", "visit"):
            next_leg = phrase.tells("visit") and scene.phrases[position - 1].text.lower() in scene.grammar.goes_on
            return None if next_leg else _interval_after(scene, position)
        if phrase.kind in ("trigger", "people") and not (
            phrase.kind == "people" and scene.phrases[position - 1].text in scene.grammar.of
        ):
            return None
        if phrase.role("inviter"):
            return _date_after_inviter(scene, position)
        if phrase.text in (";", "."):
            return None
    return None


def _interval_after(scene: Scene, index: int) -> Phrase | None:
    """thăm X và dự Hội nghị Y từ ngày … đến …: the interval of the whole trip, told after its last purpose."""
    for phrase in scene.phrases[index:]:
        if phrase.kind == "date" and phrase.date is not None:
            return phrase if phrase.date.last is not None and not phrase.date.anniversary else None
        if phrase.kind == "people" or phrase.text in (";", "."):
            return None
    return None


def _date_after_inviter(scene: Scene, index: int) -> Phrase | None:
    for position in range(index + 1, min(len(scene.phrases), index + 6)):
        phrase = scene.phrases[position]
        if phrase.kind == "date" and phrase.date is not None:
            return phrase if phrase.date.last is not None or scene.phrases[position - 1].text != "," else None
        if phrase.kind == "trigger":
            return None
    return None
