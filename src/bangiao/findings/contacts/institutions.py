"""A call at an organisation, a university or a company abroad: a meeting with that place as venue."""

from msgspec.structs import replace

from bangiao.findings.contacts.destinations import visited
from bangiao.findings.context.drafts import Draft, Party, parties_of
from bangiao.findings.context.scene import Scene, subject
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.places import Place


def read_institution(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A thăm Đại học X: a call at an institution abroad during a trip is a meeting with that place as venue."""
    at = subject(scene, index)
    if at is None or scene.phrases[at].kind != "people" or scene.in_occasion(index) or scene.speech_before(index):
        return []
    agents = parties_of(scene.phrases[at], scene.roster)
    target = _called_at(scene, index)
    if target is None or not agents or _compatriots(scene, index, story):
        return []
    if len({agent.side for agent in agents}) > 1:
        return [_together(scene, index, story, agents, target)]
    abroad = story.trip_of(tuple(agents)) or _trip_in(scene, agents)
    country = target.country or (abroad if target.org is None else None)
    if abroad and country in {agent.side for agent in agents} and target.place is not None:
        country = abroad  # Khu di tích Hội … Việt Nam: what a site is named for tells nothing of where it is
        target = replace(target, place=replace(target.place, country=None))
    if (country is None and target.org is None) or (country and country in {party.side for party in agents}):
        return []
    if _seat(target):
        return [_visit_at(scene, index, story, agents, target)]
    channels = target.place.channels if target.place is not None else target.channels
    host = Party(None, country, target.org, channels or ("other",), target.span, target.span)
    return [
        Draft(
            "meeting",
            *scene.phrases[index].span,
            (*agents, host),
            "visit:institution",
            scene.number,
            status=story.status(scene, index),
            country=country or abroad,
            place=target.place or _site(target),
            block=scene.block,
        )
    ]


def _seat(target: Phrase) -> bool:
    """Nhà Trắng: a house that stands for the government of its country."""
    entry = target.atom.entry("body") if target.atom is not None else None
    return entry is not None and bool(entry.code) and entry.channel == "government"


def _visit_at(scene: Scene, index: int, story: Story, agents: list[Party], target: Phrase) -> Draft:
    """A thăm Nhà Trắng: a call at the seat of a government is a visit to its country."""
    guests = tuple(replace(agent, guest=True) for agent in agents)
    return Draft(
        "visit",
        *scene.phrases[index].span,
        (*guests, Party(None, target.country, at=target.span)),
        "visit:seat",
        scene.number,
        status=story.status(scene, index),
        country=target.country,
        block=scene.block,
    )


def _compatriots(scene: Scene, index: int, story: Story) -> bool:
    """thăm cán bộ, nhân viên Đại sứ quán: one's own people abroad."""
    after = story.lower[scene.phrases[index].end : scene.end]
    return any(words in after[:110] for words in scene.grammar.compatriots)


def _site(target: Phrase) -> Place | None:
    """Đại học X, Tập đoàn Y: a body that has a seat of its own is the venue of a call at it."""
    seated = target.kind == "group" and not {"other", "business"}.isdisjoint(target.channels)
    named = target.atom is not None and target.atom.entry("body") is not None and target.atom.text[0].isupper()
    return Place(*target.span, venue=target.span) if seated and named else None


def _called_at(scene: Scene, index: int) -> Phrase | None:
    """The institution that the verb's clause names."""
    for phrase in _clause(scene, index):
        nobody = phrase.kind == "group" and not (phrase.country or phrase.org or phrase.channels)
        if phrase.kind in ("place", "group", "org") and not nobody and (phrase.place is None or phrase.place.venue):
            return phrase
    return None


def _together(scene: Scene, index: int, story: Story, agents: list[Party], target: Phrase) -> Draft:
    """A và B thăm Bảo tàng X: people of two countries who call at a place together meet there."""
    return Draft(
        "meeting",
        *scene.phrases[index].span,
        tuple(agents),
        "visit:together",
        scene.number,
        status=story.status(scene, index),
        place=target.place or Place(*target.span, target.span, country=target.country),
        block=scene.block,
    )


def _clause(scene: Scene, index: int) -> list[Phrase]:
    """The phrases after a verb in its clause."""
    found = []
    for phrase in scene.phrases[index + 1 : index + 10]:
        if phrase.kind in ("people", "date") or phrase.text in (",", ";", "."):
            break
        found.append(phrase)
    return found


def _trip_in(scene: Scene, agents: list[Party]) -> str | None:
    """The country of a trip that the same sentence tells."""
    own = {party.side for party in agents}
    return next((country for country in visited(scene) if country not in own), None)
