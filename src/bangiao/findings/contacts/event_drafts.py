"""The contact that an event noun tells, with its people."""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.contacts.event_names import event_key, extent, named_organiser, organiser_after
from bangiao.findings.contacts.event_parties import bilateral, chaired, companions, mourned, summit, with_own, with_whom
from bangiao.findings.contacts.event_places import event_place, fronted_place, on_tour, own_interval, trip_told
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME
from bangiao.languages.pack import Entry


class _Event(Struct, frozen=True):
    """An event noun, its name, and where its sentence puts it."""

    entry: Entry
    position: int
    last: int
    name: tuple[Phrase, ...]
    place: Phrase | None
    trip: str | None

    @property
    def told(self) -> Phrase | None:
        """The place after the name, else the one inside it."""
        return self.place or next((phrase for phrase in self.name if phrase.kind == "place"), None)

    @property
    def where(self) -> str | None:
        """The country of that place."""
        return (self.told.country or None) if self.told is not None else None


def event_draft(scene: Scene, position: int, agents: list[Party], story: Story, verb: int | None) -> list[Draft]:
    """The contact that an event noun tells, with its people, or nothing where nobody foreign is in it."""
    last = extent(scene, position)
    entry = _entry(scene, position, last, agents, story)
    if entry is None or _related(scene, position, last):
        return []
    named = story.has_form(entry.form) or (entry.form == "conference" and story.has_form("talks"))
    if last == position + 1 and (named or scene.block != "body") and not _of_two(scene, position, last):
        return []  # "chủ trì cuộc họp": only points at what is told already
    trip = trip_told(scene, agents) or (None if on_tour(scene) else story.trip_of(tuple(agents)))
    event = _Event(entry, position, last, scene.phrases[position + 1 : last], event_place(scene, last), trip)
    parties = _parties(scene, event, agents, story)
    if not parties or (len({party.side for party in parties}) < 2 and scene.block != "body"):
        return []
    return [_draft(scene, event, parties, story, verb)]


def _draft(scene: Scene, event: _Event, parties: list[Party], story: Story, verb: int | None) -> Draft:
    entry, phrase, place, where = event.entry, scene.phrases[event.position], event.place, event.where
    close = verb is not None and phrase.start - scene.phrases[verb].end < 12
    at = event.position if verb is None else verb
    online = entry.online or story.online(scene)
    return Draft(
        entry.form,
        scene.phrases[at].start if close else phrase.start,
        phrase.end,
        tuple(dict.fromkeys(parties)),
        f"event:{entry.form}",
        scene.number,
        status=story.status(scene, at),
        mode="online" if online and entry.form != "ceremony" else "in_person",
        date=own_interval(scene, event.last),
        place=place.place if place is not None and place.kind == "place" else None,
        country=where or (event.trip if not online else None),
        country_why="" if where else "the country that the trip goes to" if event.trip else "",
        background=scene.in_occasion(at),
        key=event_key(scene, event.position, event.last),
        block=scene.block,
        session=(phrase.start, scene.phrases[event.last - 1].end) if entry.session else None,
    )


def _entry(scene: Scene, position: int, last: int, agents: list[Party], story: Story) -> Entry | None:
    """What the noun stands for; a working session of two countries, or of their joint committee, is talks."""
    phrase = scene.phrases[position]
    entry = phrase.entry
    if entry is None or entry.form != "conference":
        return entry
    if _joint_committee(scene, position, last, story):
        return replace(entry, form="talks", session=True)
    two = len({party.side for party in agents}) == 2 and all(party.country for party in agents)
    return replace(entry, form="talks") if two and phrase.text.lower() in scene.grammar.working_sessions else entry


def _joint_committee(scene: Scene, position: int, last: int, story: Story) -> bool:
    """Phiên họp thứ 3 của Ủy ban Hợp tác …: a session of a joint committee is talks."""
    name = story.lower[scene.phrases[position].start : scene.phrases[min(last + 2, len(scene.phrases) - 1)].end]
    return any(words in name for words in scene.grammar.committee)


def _related(scene: Scene, position: int, last: int) -> bool:
    """dự Hội nghị A và các hội nghị liên quan: the rest that goes with an event is no event of its own."""
    return any(
        f"{first.text} {second.text}" in scene.grammar.unrelated
        for first, second in pairwise(scene.phrases[position : last + 2])
    )


def _parties(scene: Scene, event: _Event, agents: list[Party], story: Story) -> list[Party]:
    """Who takes part: those who attend, guests of honour, the other side or the organiser, whoever chairs."""
    extra = companions(scene, event.last, event.position) if event.entry.form == "ceremony" else []
    topic = next((i for i, p in enumerate(event.name) if p.text in scene.grammar.about), len(event.name))
    named = [p for p in event.name[:topic] if p.country and p.kind in ("country", "group")]
    attending = {party.side for party in agents}
    partners = [p for p in named if p.country not in attending]
    parties = [*agents, *extra]
    parties += _hosts(scene, event, partners, {party.side for party in parties}, story)
    if _embassy_s(scene, event, parties):
        parties.append(Party(None, HOME, why="an embassy of another country receives at home"))
    if event.entry.session:
        parties = with_own(parties, named)
    return [
        *parties,
        *with_whom(scene, event.last, parties),
        *chaired(scene, event.last),
        *mourned(scene, event.position, parties),
    ]


def _embassy_s(scene: Scene, event: _Event, parties: list[Party]) -> bool:
    """Đại sứ quán B tổ chức chiêu đãi: a ceremony that a foreign embassy alone holds."""
    alone = event.entry.form == "ceremony" and len({party.side for party in parties}) == 1 and parties[0].side != HOME
    holder = scene.phrases[event.position - 2 : event.position] if event.position > 1 else ()
    holds = any(phrase.text in scene.grammar.organising for phrase in holder)
    bodies = [phrase for phrase in scene.phrases[: event.position] if phrase.kind == "group" and phrase.country]
    return alone and holds and any(word in phrase.text.lower() for phrase in bodies for word in scene.grammar.embassy)


def _hosts(scene: Scene, event: _Event, partners: list[Phrase], own: set[str], story: Story) -> list[Party]:
    """The organisation that holds the event, else the countries in its name, else where it is held."""
    entry, told = event.entry, event.told
    countries = [Party(None, p.country, at=(p.start, p.end)) for p in partners]
    if organisers := _organisers(scene, event, story):
        beside = entry.form == "conference" and summit(scene, event.position, event.last)
        return [*organisers, *(countries if beside else [])]
    if countries and (entry.session or entry.form != "conference" or bilateral(event.name)):
        return countries[:3]
    if told is not None and event.where and event.where not in own:
        return [Party(None, event.where, at=told.span)]
    if len(own) == 1 and (other := _of_both(scene, event, own, story)):
        return other
    if event.trip and event.trip not in own and len(own) < 2:
        return [Party(None, event.trip, why="the country that the trip goes to")]
    place = fronted_place(scene, event.position) if entry.form == "conference" and not countries else None
    if place is not None and len(own) < 2 and place.country not in (*own, HOME):
        return [Party(None, place.country, at=place.span)]
    return countries[:1] if len(own) < 2 else []


def _of_two(scene: Scene, position: int, last: int) -> bool:
    """Diễn đàn doanh nghiệp hai nước: the words for the two stand in the event's name or right after it."""
    return any(phrase.role("both") for phrase in scene.phrases[position + 1 : last + 1])


def _of_both(scene: Scene, event: _Event, own: set[str], story: Story) -> list[Party]:
    """A dự diễn đàn doanh nghiệp hai nước: the other of the two of whom the report speaks."""
    if not _of_two(scene, event.position, event.last):
        return []
    both = {party.country for party in story.both() if party.country}
    other = both - own
    why = "the other of the two sides of whom the report speaks"
    return [Party(None, other.pop(), why=why)] if own <= both and len(other) == 1 else []


def _organisers(scene: Scene, event: _Event, story: Story) -> list[Party]:
    """The organisations in the event's name, else the one right after it."""
    orgs = (
        [p for p in event.name if p.kind in ("org", "group") and p.org]
        or organiser_after(scene, event.last)
        or named_organiser(scene, event.last, story)
    )
    return [
        Party(None, None, p.org, ("international",), at=(p.start, p.end)) for p in {p.org: p for p in orgs}.values()
    ]
