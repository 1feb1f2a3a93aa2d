"""Where and when an event takes place: told after its name, or evident from the trip."""

from bangiao.findings.contacts.destinations import visited
from bangiao.findings.context.drafts import Party
from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase
from bangiao.model.dates import DateMention


def own_interval(scene: Scene, last: int) -> DateMention | None:
    """dự Hội nghị X từ ngày … đến …: an interval after the name is the event's, where no visit is told beside it."""
    if any(p.tells("visit") for p in scene.phrases):
        return None
    events = [p for p in scene.phrases if p.tells("event")]
    for phrase in scene.phrases[last : last + 8]:
        if phrase.kind == "date" and phrase.date is not None:
            return (
                phrase.date
                if phrase.date.last is not None and not phrase.date.anniversary and len(events) == 1
                else None
            )
        if phrase.kind in ("people", "trigger") or phrase.text in (",", ";"):
            return None
    return None


def event_place(scene: Scene, last: int) -> Phrase | None:
    """Where the event takes place: told right after its name."""
    following = " ".join(phrase.text for phrase in scene.phrases[last : last + 9])
    for at, phrase in enumerate(scene.phrases[last : last + 9], last):
        if phrase.kind == "place":
            return phrase
        if phrase.kind == "country" and scene.phrases[at - 1].text in scene.grammar.place_joins:
            if scene.phrases[at - 1].text == ",":
                return None  # …, Việt Nam và Nga ra Tuyên bố chung: the next clause
            return phrase
        if phrase.kind == "people" and phrase is scene.phrases[last]:
            continue  # Lễ truy điệu <person> tại …
        if phrase.kind == "trigger" and phrase.text in scene.grammar.organising:
            continue
        if phrase.kind == "trigger" and any(word in following for word in scene.grammar.unrelated):
            continue
        if phrase.kind in ("people", "trigger") or phrase.text in (";", "."):
            return None
    return None


def fronted_place(scene: Scene, position: int) -> Phrase | None:
    """Sáng 24/11, tại Phnom Penh của Campuchia, A dự X: the place that opens the sentence, where it tells a country."""
    for at, phrase in enumerate(scene.phrases[:position]):
        if phrase.kind in ("people", "trigger", "group") or phrase.role("speech"):
            return None
        if phrase.kind == "place" and at and scene.phrases[at - 1].text in scene.grammar.at:
            return phrase if phrase.country else None
    return None


def trip_told(scene: Scene, agents: list[Party]) -> str | None:
    """A thăm Pháp và dự Hội nghị X: the one country that the same sentence says they visit, or null."""
    found = set(visited(scene)) - {party.side for party in agents}
    return found.pop() if len(found) == 1 else None


def on_tour(scene: Scene) -> bool:
    """Whether the sentence tells visits to several countries: then an event's country is not evident."""
    return len(set(visited(scene))) > 1
