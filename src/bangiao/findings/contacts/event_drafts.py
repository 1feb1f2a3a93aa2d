"""The contact that an event noun tells, with its people."""

from msgspec.structs import replace

from bangiao.findings.contacts.event_names import event_key, extent, named_organiser, organiser_after
from bangiao.findings.contacts.event_parties import bilateral, chaired, companions, mourned, summit, with_own, with_whom
from bangiao.findings.contacts.event_places import event_place, on_tour, own_interval, trip_told
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story


def _two_countries(agents: list[Party]) -> bool:
    return len({party.side for party in agents}) == 2 and all(party.country for party in agents)


def _joint_committee(scene: Scene, position: int, last: int, story: Story) -> bool:
    """Phiên họp thứ 3 của Ủy ban Hợp tác …: a session of a joint committee is talks."""
    name = story.lower[scene.phrases[position].start : scene.phrases[min(last + 2, len(scene.phrases) - 1)].end]
    return any(words in name for words in scene.grammar.committee)


def event_draft(scene: Scene, position: int, agents: list[Party], story: Story, verb: int | None) -> list[Draft]:
    """The contact that an event noun tells, with its people, or nothing where nobody foreign is in it."""
    phrase = scene.phrases[position]
    entry = phrase.entry
    if entry is None:
        return []
    last = extent(scene, position)
    if entry.form == "conference" and _joint_committee(scene, position, last, story):
        entry = replace(entry, form="talks", session=True)
    elif (
        entry.form == "conference" and phrase.text.lower() in scene.grammar.working_sessions and _two_countries(agents)
    ):
        entry = replace(entry, form="talks")
    if any(
        p.text == "quan" and scene.phrases[i - 1].text == "liên"
        for i, p in enumerate(scene.phrases[: last + 2])
        if i > position
    ):
        return []
    bare = last == position + 1
    if bare and (story.has_form(entry.form) or scene.block != "body"):
        return []  # "chủ trì cuộc họp": only points at what is told already
    stretch = scene.phrases[position + 1 : last]
    extra = companions(scene, last, position) if entry.form == "ceremony" else []
    orgs = (
        [p for p in stretch if p.kind in ("org", "group") and p.org]
        or organiser_after(scene, last)
        or named_organiser(scene, last, story)
    )
    place = event_place(scene, last)
    inner = next((p for p in stretch if p.kind == "place"), None)
    topic = next((i for i, p in enumerate(stretch) if p.text in scene.grammar.about), len(stretch))
    named = [p for p in stretch[:topic] if p.country and p.kind in ("country", "group")]
    countries = [p for p in named if p.country not in {a.side for a in agents}]
    trip = trip_told(scene, agents) or (None if on_tour(scene) else story.trip_of(tuple(agents)))
    parties: list[Party] = [*agents, *extra]
    own = {party.side for party in parties}
    where = (place.country if place is not None else inner.country if inner is not None else None) or None
    if orgs:
        parties += [
            Party(None, None, p.org, ("international",), at=(p.start, p.end)) for p in {p.org: p for p in orgs}.values()
        ]
        if entry.form == "conference" and countries and summit(scene, position, last):
            parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries]
    elif countries and (entry.session or entry.form != "conference" or bilateral(stretch)):
        parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries[:3]]
    elif where and where not in own:
        parties.append(Party(None, where, at=(place or inner).span if (place or inner) is not None else None))  # type: ignore[union-attr]
    elif trip and trip not in own and len(own) < 2:
        parties.append(Party(None, trip, why="the country that the trip goes to"))
    elif countries and len(own) < 2:
        parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries[:1]]
    if entry.session:
        parties = with_own(parties, named)
    parties += with_whom(scene, last, parties) + chaired(scene, last) + mourned(scene, position, parties)
    if not parties or (len({party.side for party in parties}) < 2 and scene.block != "body"):
        return []
    start = (
        scene.phrases[verb].start if verb is not None and phrase.start - scene.phrases[verb].end < 12 else phrase.start
    )
    online = entry.online or story.online(scene)
    return [
        Draft(
            entry.form,
            start,
            phrase.end,
            tuple(dict.fromkeys(parties)),
            f"event:{entry.form}",
            scene.number,
            status=story.status(scene, verb if verb is not None else position),
            mode="online" if online and entry.form != "ceremony" else "in_person",
            date=own_interval(scene, last),
            place=place.place if place is not None and place.kind == "place" else None,
            country=where or (trip if not online else None),
            country_why="" if where else "the country that the trip goes to" if trip else "",
            background=scene.in_occasion(verb if verb is not None else position),
            key=event_key(scene, position, last),
            headline=scene.block == "headline",
            caption=scene.block == "caption",
            session=(phrase.start, scene.phrases[last - 1].end) if entry.session else None,
        )
    ]
