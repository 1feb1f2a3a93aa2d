"""Conferences, ceremonies and sessions that somebody attends, chairs or holds."""

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party, group_party, nation, parties_of
from bangiao.findings.phrases.build import Phrase
from bangiao.findings.context.scene import Scene, fronted_subject, subject, trip_owner
from bangiao.findings.context.story import Story
from bangiao.findings.contacts.visits import destinations
from bangiao.model.dates import DateMention

_EVENT_FRAMES = ("event", "welcome", "sign", "award")


def read_attendance(scene: Scene, index: int, story: Story) -> list[Draft]:
    """dự / tham dự / chủ trì, and the event nouns after it; each named event is a contact of its own."""
    if scene.speech_before(index) and not scene.in_occasion(index):
        return []
    drafts: list[Draft] = []
    travellers = _travellers(scene, index, story)
    agents = travellers.agents if travellers else _agents(scene, _actor(scene, index), story)
    for position in _events(scene, index):
        drafts.extend(event_draft(scene, position, agents, story, index))
    if travellers:
        drafts = [
            replace(
                draft,
                background=draft.background or travellers.background,
                status="planned" if travellers.planned else draft.status,
            )
            for draft in drafts
        ]
    return [_hosted(draft, scene, index, story) for draft in _share_organiser(drafts)]


def _hosted(draft: Draft, scene: Scene, index: int, story: Story) -> Draft:
    """… tiếp B nhân dịp sang dự Lễ kỷ niệm: whoever receives the guest is of the side that holds the ceremony."""
    sides = {party.side for party in draft.parties}
    if draft.form != "ceremony" or len(sides) != 1 or not scene.in_occasion(index):
        return draft
    for other in reversed(story.drafts):
        if other.sentence != scene.number or other.form not in ("meeting", "talks"):
            continue
        hosts = {party.country for party in other.parties if party.country} - sides
        if sides <= {party.side for party in other.parties} and len(hosts) == 1:
            host = Party(None, hosts.pop(), why="the side that receives the guest")
            guests = [party for party in other.parties if party.side in sides]  # the delegation is led by whom it names
            named = any(party.entity is not None for party in draft.parties)
            return replace(draft, parties=(*(draft.parties if named else guests), host))
    return draft


class _Trip(Struct, frozen=True):
    """Who travels, and how the visit that the same clause tells is told."""

    agents: list[Party]
    background: bool
    planned: bool


def _travellers(scene: Scene, index: int, story: Story) -> _Trip | None:
    """thăm X và dự Y: purposes of one trip share their agent, their background and their time."""
    if not (scene.phrases[index - 1].text in scene.grammar.purpose_joins if index else False):
        return None
    for draft in reversed(story.drafts):
        if draft.sentence != scene.number:
            break
        if draft.form == "visit" and draft.start < scene.phrases[index].start:
            between = [p for p in scene.phrases if draft.end <= p.start < scene.phrases[index].start]
            if any(
                (p.kind == "people" and scene.phrases[scene.phrases.index(p) - 1].text not in scene.grammar.of)
                or p.text == ";"
                for p in between
            ):
                return None
            agents = [replace(party, guest=False) for party in draft.parties if party.guest]
            return _Trip(agents, draft.background, draft.status == "planned" or story.ahead(draft.date))
    return None


def _two_countries(agents: list[Party]) -> bool:
    return len({party.side for party in agents}) == 2 and all(party.country for party in agents)


def _joint_committee(scene: Scene, position: int, last: int, story: Story) -> bool:
    """Phiên họp thứ 3 của Ủy ban Hợp tác …: a session of a joint committee is talks."""
    name = story.lower[scene.phrases[position].start : scene.phrases[min(last + 2, len(scene.phrases) - 1)].end]
    return any(words in name for words in scene.grammar.committee)


def _share_organiser(drafts: list[Draft]) -> list[Draft]:
    """dự Hội nghị A, Đại hội đồng Liên hợp quốc: events of one list have the organiser that the list tells."""
    organised = next((d for d in drafts if any(p.org and p.entity is None for p in d.parties)), None)
    if organised is None or len(drafts) < 2:
        return drafts
    host = [party for party in organised.parties if party.org and party.entity is None]
    return [
        draft
        if draft.form != "conference" or any(p.org for p in draft.parties)
        else replace(draft, parties=(*(p for p in draft.parties if p.entity is not None), *host))
        for draft in drafts
    ]


def _actor(scene: Scene, index: int) -> int | None:
    owner = trip_owner(scene, index)
    if owner is not None:
        return owner
    if scene.in_occasion(index):
        inside = subject(scene, index)
        comer = _comer(scene, index)
        if comer is not None:
            return comer
        first = next(first for first, last in scene.occasions if first <= index < last)
        if inside is not None and inside > first:
            return inside
        fronted = fronted_subject(scene, index)
        if fronted is not None:
            return fronted
    found = _mover(scene, index)
    if found is None:
        found = subject(scene, index)
    if found is None and index <= 1:
        return _after_comma(scene, index)
    return found


def _comer(scene: Scene, index: int) -> int | None:
    """… tiếp B nhân dịp (ông) sang Việt Nam dự X: who comes is the one named last before the occasion."""
    first = next(first for first, last in scene.occasions if first <= index < last)
    inside = scene.phrases[first:index]
    moves = any(
        p.kind == "pronoun" or (p.kind == "trigger" and p.entry is not None and p.entry.frame == "move") for p in inside
    )
    if not moves or any(p.kind == "people" for p in inside):
        return None
    return next((i for i in range(first - 1, -1, -1) if scene.phrases[i].kind == "people"), None)


def _mover(scene: Scene, index: int) -> int | None:
    """… tiếp B dẫn đầu đoàn sang Việt Nam dự X: whom the verb of going before the attendance follows."""
    position = index - 1
    while position > 0 and scene.phrases[position].kind in ("place", "country"):
        position -= 1
    entry = scene.phrases[position].entry if position > 0 else None
    if entry is None or entry.frame != "move":
        return None
    return next((i for i in range(position - 1, -1, -1) if scene.phrases[i].kind == "people"), None)


def _after_comma(scene: Scene, index: int) -> int | None:
    """Tham dự Hội nghị X, A nhấn mạnh: the subject follows the comma."""
    for position in range(index + 1, len(scene.phrases)):
        if scene.phrases[position].kind == "people" and scene.phrases[position - 1].text == ",":
            return position
    return None


def _events(scene: Scene, index: int) -> list[int]:
    """The event nouns that the verb governs: the first close by, more after "và" or a comma."""
    found: list[int] = []
    for position in range(index + 1, min(len(scene.phrases), index + 30)):
        phrase = scene.phrases[position]
        if phrase.kind == "trigger" and phrase.entry is not None:
            entry = phrase.entry
            if found and position < extent(scene, found[-1]):
                continue  # part of the name of the event before
            if entry.frame in ("event",) or (entry.frame == "attend" and not found):
                if entry.frame == "event" and (not found or _coordinated(scene, position)):
                    found.append(position)
                continue
            if found or entry.frame not in _EVENT_FRAMES:
                break
        if not found and position > index + 6 and phrase.kind not in ("trigger",):
            break
        if phrase.kind == "people" and not found:
            break
        if (
            phrase.role("speech")
            and phrase.text.lower() in scene.grammar.speaking
            and any(p.text in scene.grammar.at_place for p in scene.phrases[position + 1 : position + 4])
        ):
            continue
        if phrase.text == "." or phrase.role("speech"):
            break
        if phrase.text in (",", ";") and not _coordinated(scene, position + 1) and not _list_goes_on(scene, position):
            break
    return found


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
    if not (phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.frame in ("event", "attend")):
        return False
    following = " ".join(phrase.text for phrase in scene.phrases[position : position + 8])
    if any(word in following for word in scene.grammar.unrelated):
        return False
    return any(word in scene.grammar.event_list for word in before)


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
    extra = _companions(scene, last, position) if entry.form == "ceremony" else []
    orgs = (
        [p for p in stretch if p.kind in ("org", "group") and p.org]
        or _bracket_org(scene, last)
        or _organiser(scene, last, story)
    )
    place = _place(scene, last)
    inner = next((p for p in stretch if p.kind == "place"), None)
    topic = next((i for i, p in enumerate(stretch) if p.text in scene.grammar.about), len(stretch))
    named = [p for p in stretch[:topic] if p.country and p.kind in ("country", "group")]
    countries = [p for p in named if p.country not in {a.side for a in agents}]
    trip = _trip(scene, agents) or (None if _tour(scene) else story.trip_of(tuple(agents)))
    parties: list[Party] = [*agents, *extra]
    own = {party.side for party in parties}
    where = (place.country if place is not None else inner.country if inner is not None else None) or None
    if orgs:
        parties += [
            Party(None, None, p.org, ("international",), at=(p.start, p.end)) for p in {p.org: p for p in orgs}.values()
        ]
        if entry.form == "conference" and countries and _summit(scene, position, last):
            parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries]
    elif countries and (entry.session or entry.form != "conference" or _bilateral(stretch)):
        parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries[:3]]
    elif where and where not in own:
        parties.append(Party(None, where, at=(place or inner).span if (place or inner) is not None else None))  # type: ignore[union-attr]
    elif trip and trip not in own and len(own) < 2:
        parties.append(Party(None, trip, why="the country that the trip goes to"))
    elif countries and len(own) < 2:
        parties += [Party(None, p.country, at=(p.start, p.end)) for p in countries[:1]]
    if entry.session:
        parties = _with_own(parties, named, own)
    parties += _with_whom(scene, last, parties) + _chaired(scene, last) + _mourned(scene, position, parties)
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
            _trigger_end(scene, position, last),
            tuple(dict.fromkeys(parties)),
            f"event:{entry.form}",
            scene.number,
            status=story.status(scene, verb if verb is not None else position),
            mode="online" if online and entry.form != "ceremony" else "in_person",
            date=_own_interval(scene, last),
            place=place.place if place is not None and place.kind == "place" else None,
            country=where or (trip if not online else None),
            country_why="" if where else "the country that the trip goes to" if trip else "",
            background=scene.in_occasion(verb if verb is not None else position),
            key=_key(scene, position, last),
            headline=scene.block == "headline",
            caption=scene.block == "caption",
            session=(phrase.start, scene.phrases[last - 1].end) if entry.session else None,
        )
    ]


def _own_interval(scene: Scene, last: int) -> DateMention | None:
    """dự Hội nghị X từ ngày … đến …: an interval right after the name is the event's, where no visit is told beside it."""
    if any(p.kind == "trigger" and p.entry is not None and p.entry.frame == "visit" for p in scene.phrases):
        return None
    events = [p for p in scene.phrases if p.kind == "trigger" and p.entry is not None and p.entry.frame == "event"]
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


def _with_own(parties: list[Party], named: list[Phrase], own: set[str]) -> list[Party]:
    """A session of a joint committee of two countries: both are sides even where one has no person."""
    sides = {party.side for party in parties}
    return parties + [Party(None, p.country, at=(p.start, p.end)) for p in named[:2] if p.country not in sides]


def extent(scene: Scene, position: int) -> int:
    """The index after the event's name."""
    index = position + 1
    while index < len(scene.phrases):
        phrase = scene.phrases[index]
        if phrase.kind == "place" and index == position + 1:
            index += 1
            continue
        if (
            phrase.kind == "trigger"
            and phrase.entry is not None
            and phrase.entry.frame == "event"
            and scene.phrases[index - 1].kind in ("word", "trigger")
            and scene.phrases[index - 1].text.lower() not in scene.grammar.several
        ):
            index += 1  # Phiên họp toàn thể Hội nghị …
            continue
        if (
            phrase.kind in ("date", "people", "place", "trigger")
            or phrase.text in scene.grammar.event_name_ends
            or (phrase.kind == "marker" and not phrase.role("joiner"))
        ):
            if (
                phrase.text in scene.grammar.joining
                and index + 1 < len(scene.phrases)
                and scene.phrases[index + 1].proper
            ):
                index += 1
                continue
            following = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
            if (
                phrase.text in scene.grammar.event_of
                and following is not None
                and (
                    following.kind in ("org", "country")
                    or (following.kind == "group" and (following.country or following.org))
                    or (
                        phrase.text in scene.grammar.of
                        and following.kind == "trigger"
                        and following.entry is not None
                        and following.entry.frame == "event"
                    )
                )
            ):
                index += 2 if following.kind == "trigger" else 1
                continue
            break
        index += 1
    return index


def _organiser(scene: Scene, last: int, story: Story) -> list[Phrase]:
    """Hội nghị … (lần thứ N) của <body without a country>: the organiser by its name, or the short form in brackets."""
    index = last
    if index >= len(scene.phrases) or scene.phrases[index].text not in scene.grammar.of:
        return []
    start = index + 1
    end = start
    while (
        end < len(scene.phrases)
        and scene.phrases[end].kind not in ("date", "people", "place", "mark")
        and scene.phrases[end].text not in scene.grammar.organiser_ends
    ):
        if scene.phrases[end].country:
            return []
        end += 1
        if (
            end + 1 < len(scene.phrases)
            and scene.phrases[end].text in scene.grammar.joining
            and (scene.phrases[end + 1].proper or scene.phrases[end + 1].kind == "group")
        ):
            end += 2
    if end == start or not story.text[scene.phrases[start].start].isupper():
        return []
    words = story.lower[scene.phrases[start].start : scene.phrases[end - 1].end]
    if not any(word in words for word in scene.grammar.worldwide):
        return []
    span = (scene.phrases[start].start, scene.phrases[end - 1].end)
    name = story.text[span[0] : span[1]]
    if (
        end + 2 < len(scene.phrases)
        and scene.phrases[end].text == "("
        and scene.phrases[end + 2].text == ")"
        and scene.phrases[end + 1].text.isupper()
    ):
        name = scene.phrases[end + 1].text
    return [Phrase("org", span[0], span[1], name, org=name)]


def _with_whom(scene: Scene, last: int, parties: list[Party]) -> list[Party]:
    """Hội nghị … với Đảng B: the body or people after "với" are the other side."""
    home = {party.side for party in parties[:1]}
    for index in range(max(1, last - 1), len(scene.phrases)):
        phrase = scene.phrases[index]
        if phrase.kind == "trigger" or phrase.text in (";", "."):
            return []
        if (
            phrase.kind in ("group", "people", "country", "org")
            and scene.phrases[index - 1].text in scene.grammar.with_whom
        ):
            found = parties_of(phrase, scene.roster) if phrase.kind == "people" else [group_party(phrase)]
            return [party for party in found if party.side not in home and party.side != "?"]
    return []


def _chaired(scene: Scene, last: int) -> list[Party]:
    """… dưới sự chủ trì của A: who chairs takes part."""
    for index in range(last, len(scene.phrases) - 2):
        if (
            scene.phrases[index].text in scene.grammar.chairing
            and scene.phrases[index + 1].text in scene.grammar.of
            and scene.phrases[index + 2].kind == "people"
        ):
            return parties_of(scene.phrases[index + 2], scene.roster, role="chairs")
    return []


def _bracket_org(scene: Scene, last: int) -> list[Phrase]:
    """Hội nghị … mở rộng (GMS), … của Liên hợp quốc: the organiser just after the name."""
    for phrase in scene.phrases[last : last + 3]:
        if phrase.kind == "org":
            return [phrase]
        if phrase.text not in scene.grammar.organiser_opens:
            return []
    return []


def _trigger_end(scene: Scene, position: int, last: int) -> int:
    return scene.phrases[position].end


def _key(scene: Scene, position: int, last: int) -> str:
    return " ".join(phrase.text.lower() or "·" for phrase in scene.phrases[position : min(last, position + 6)])


def _agents(scene: Scene, at: int | None, story: Story) -> list[Party]:
    if at is None:
        return []
    phrase = scene.phrases[at]
    if phrase.role("both"):
        return story.both(scene)
    if phrase.kind == "pronoun":
        return story.actor()
    if phrase.kind == "people":
        return parties_of(phrase, scene.roster)
    return [group_party(phrase)] if phrase.country or phrase.org else []


def _mourned(scene: Scene, position: int, parties: list[Party]) -> list[Party]:
    """dự lễ tang <lãnh đạo>: the side of the one who is mourned or remembered, where nobody else of it is told."""
    if not any(word in scene.phrases[position].text.lower() for word in scene.grammar.commemorations):
        return []
    honoured = scene.phrases[position + 1 : position + 2]
    if len({party.side for party in parties}) != 1 or not honoured or honoured[0].kind != "people":
        return []
    side = nation(scene.roster.of(honoured[0].mentions[0]))
    if side is None or side == parties[0].side:
        return []
    return [Party(None, side, why="the country of the one who is honoured")]


def _companions(scene: Scene, last: int, position: int) -> list[Party]:
    """tiệc chiêu đãi do A chủ trì; chiêu đãi trọng thể chào mừng B."""
    if any(word in scene.phrases[position].text.lower() for word in scene.grammar.commemorations):
        return []
    for index in range(position + 1, min(len(scene.phrases), last + 16)):
        phrase = scene.phrases[index]
        if phrase.kind == "group" and phrase.country and scene.phrases[index - 1].text in scene.grammar.by:
            return [group_party(phrase)]
        if phrase.kind == "people" and (
            scene.phrases[index - 1].text in scene.grammar.honoured or index == position + 1
        ):
            return parties_of(phrase, scene.roster)
    return []


def _place(scene: Scene, last: int) -> Phrase | None:
    """Where the event takes place: told right after its name."""
    following = " ".join(phrase.text for phrase in scene.phrases[last : last + 9])
    for phrase in scene.phrases[last : last + 9]:
        if phrase.kind == "place":
            return phrase
        if phrase.kind == "country" and phrase.country:
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


def _trip(scene: Scene, agents: list[Party]) -> str | None:
    own = {party.side for party in agents}
    found = {
        country
        for index, phrase in enumerate(scene.phrases)
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.frame == "visit"
        for country, _ in destinations(scene, index)[0]
        if country not in own
    }
    return found.pop() if len(found) == 1 else None


def _tour(scene: Scene) -> bool:
    """Whether the sentence tells visits to several countries: then an event's country is not evident."""
    codes = {
        c
        for i, p in enumerate(scene.phrases)
        if p.kind == "trigger" and p.entry is not None and p.entry.frame == "visit"
        for c, _ in destinations(scene, i)[0]
    }
    return len(codes) > 1


def _summit(scene: Scene, position: int, last: int) -> bool:
    """ASEAN - Ấn Độ: the partner is a side beside the organisation."""
    return any(
        scene.phrases[index].text == "-"
        and {scene.phrases[index - 1].kind, scene.phrases[index + 1].kind} == {"org", "country"}
        for index in range(position + 1, min(last, len(scene.phrases) - 1))
    )


def _bilateral(stretch: tuple[Phrase, ...]) -> bool:
    return sum(1 for phrase in stretch if phrase.kind == "country") >= 2


def read_lone_event(scene: Scene, index: int, story: Story) -> list[Draft]:
    """An event noun without a verb of attending: after "bên lề", "trong khuôn khổ", or as what is held."""
    if (index and scene.phrases[index - 1].kind == "trigger") or scene.speech_before(index):
        return []
    entry = scene.phrases[index].entry
    if entry is None:
        return []
    if scene.in_occasion(index):
        lone = entry.form == "conference" and scene.phrases[index - 1].text != "("
        return event_draft(scene, index, story.people_in(scene), story, None) if lone else []
    if (
        index
        and index <= 3
        and scene.phrases[index - 1].text.lower() in scene.grammar.at_event
        and extent(scene, index) > index + 1
    ):
        at = _after_comma(scene, index)
        return event_draft(scene, index, _agents(scene, at, story), story, None) if at is not None else []
    before = scene.phrases[index - 1] if index else None
    after = scene.phrases[extent(scene, index)].text if extent(scene, index) < len(scene.phrases) else ""
    if (
        scene.block == "body"
        and index <= 4
        and (
            after in scene.grammar.taking_place
            or any(p.text in scene.grammar.opening for p in scene.phrases[index : index + 14])
        )
        and not any(p.kind == "people" for p in scene.phrases[:index])
    ):
        return event_draft(scene, index, [], story, None)
    if before is not None and before.text in scene.grammar.one and scene.block == "body":
        groups = [group_party(p) for p in scene.phrases if p.kind == "group" and (p.country or p.org)]
        return event_draft(scene, index, groups, story, None)
    if before is not None and (before.role("past", "future") or before.kind in ("group", "people")) and entry.verb:
        return event_draft(scene, index, _agents(scene, subject(scene, index), story), story, None)
    return []
