"""Visits: who travels to which country; one visit for each country of a tour."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import HOME, Draft, Party, group_party, parties_of
from bangiao.findings.phrases.build import Phrase
from bangiao.findings.phrases.places import Place
from bangiao.findings.context.scene import Scene, fronted_subject, invited, subject, trip_owner
from bangiao.findings.context.story import Story


def read_visit(scene: Scene, index: int, story: Story) -> list[Draft]:
    """The visits that the words at `index` tell; a call at a place abroad is a meeting."""
    phrase = scene.phrases[index]
    entry = phrase.entry
    if entry is None or scene.marked(index, "negative", "noise", reach=3) or invited(scene, index):
        return []
    countries, owner, at = destinations(scene, index)
    if owner is None and not entry.noun:
        owner = trip_owner(scene, index)
    if not countries:
        return read_institution(scene, index, story) if not entry.noun else []
    if scene.speech_before(index) and not scene.in_occasion(index) and owner is None and not _date_after(scene, index):
        return []
    drafts = []
    for country, where in countries:
        guests = _guests(scene, index, story, country, owner)
        if not guests:
            continue
        date = _date_after(scene, at)
        if (
            where.kind == "place"
            and where.place is not None
            and where.place.city
            and date is None
            and story.trip_of(tuple(guests)) == country
        ):
            continue  # a stop on a trip that is told already
        drafts.append(
            Draft(
                "visit",
                phrase.start,
                phrase.end,
                (*guests, Party(None, country, at=(where.start, where.end))),
                "visit",
                scene.number,
                status=story.status(scene, index),
                date=date.date if date is not None else None,
                place=where.place,
                country=country,
                background=scene.in_occasion(index) or _attribute(scene, index, guests),
                edge=_edge(scene, index),
                begun=_edge(scene, index) is not None,
                headline=scene.block == "headline",
                caption=scene.block == "caption",
            )
        )
    return drafts


def read_move(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A đến / rời <place abroad>: a visit, where the sentence does not tell it with a verb of visiting."""
    if scene.speech_before(index) or any(
        p.kind == "trigger" and p.entry is not None and p.entry.frame in ("visit", "send", "convey")
        for p in scene.phrases
    ):
        return []
    at = fronted_subject(scene, index) if scene.in_occasion(index) else subject(scene, index)
    following = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
    if (
        at is None
        or following is None
        or scene.phrases[at].kind not in ("people", "pronoun")
        or (index - at > 5 and at < index)
    ):
        return []
    if at < index and any(
        p.kind == "trigger" for p in scene.phrases[at + 1 : index] if p.text.lower() not in scene.grammar.setting_out
    ):
        return []
    place = following if following.country and following.kind in ("place", "country") else None
    if (
        place is None
        or place.country is None
        or (place.place is not None and place.place.venue and not place.place.country_at)
    ):
        return []
    if scene.phrases[index].text.lower() in scene.grammar.goes_over and _attends_next(scene, index):
        return []
    guests = _foreign(scene, at, place.country, story)
    leaving = scene.phrases[index].text.lower() in scene.grammar.leaving
    if not guests or any(guest.side == "?" for guest in guests) or (leaving and story.trip_of(tuple(guests)) is None):
        return []
    return [
        Draft(
            "visit",
            scene.phrases[index].start,
            scene.phrases[index].end,
            (*guests, Party(None, place.country, at=(place.start, place.end))),
            "visit:move",
            scene.number,
            status="planned" if scene.marked(index, "accepted", reach=3) else story.status(scene, index),
            place=place.place,
            country=place.country,
            edge="end" if leaving else "start",
            headline=scene.block == "headline",
            caption=scene.block == "caption",
        )
    ]


def _attends_next(scene: Scene, index: int) -> bool:
    """sang <nước> dự …: a trip only to attend."""
    following = scene.phrases[index + 2 : index + 3]
    return bool(following) and following[0].entry is not None and following[0].entry.frame == "attend"


def destinations(scene: Scene, index: int) -> tuple[list[tuple[str, Phrase]], int | None, int]:
    """The countries visited, the traveller named by "của", and the index after which dates belong to the visit."""
    found: list[tuple[str, Phrase]] = []
    owner: int | None = None
    last = index
    position = index + 1
    while position < len(scene.phrases) and (found or position < index + 10):
        phrase = scene.phrases[position]
        if phrase.kind == "place" and not phrase.country and phrase.place is not None and not phrase.place.venue:
            pass
        elif phrase.country and phrase.kind in ("country", "place"):
            if (
                phrase.kind == "place"
                and phrase.place is not None
                and phrase.place.venue
                and (not phrase.place.country_at or phrase.place.venue[0] == phrase.start)
            ):
                break
            found.append((phrase.country, phrase))
            last = position
            if (
                position + 2 < len(scene.phrases)
                and scene.phrases[position + 1].text in scene.grammar.joins
                and scene.phrases[position + 2].kind == "country"
            ):
                position += 2
                continue
        elif (
            phrase.text.lower() in scene.grammar.home_places
            and scene.phrases[position - 1].text in scene.grammar.at_place
            and not found
        ):
            found.append((HOME, phrase))
            last = position
        elif phrase.kind == "people" and owner is None and scene.phrases[position - 1].text in scene.grammar.of:
            owner = position
        elif (
            phrase.kind == "date"
            or phrase.text.lower() in scene.grammar.visit_fills
            or phrase.kind == "spouse"
            or phrase.text in ("(", ")")
            or (phrase.kind == "trigger" and phrase.text.lower() in scene.grammar.moves)
        ):
            pass
        elif (
            phrase.kind == "group"
            and scene.phrases[position - 1].text in scene.grammar.of
            and (phrase.country or phrase.org)
        ):
            owner = position
        else:
            break
        if found and owner is not None:
            break
        position += 1
    return found, owner, last


def _date_after(scene: Scene, index: int) -> Phrase | None:
    """The date that belongs to the visit: right after its words, before the next verb or person."""
    for position in range(index + 1, min(len(scene.phrases), index + 9)):
        phrase = scene.phrases[position]
        if phrase.kind == "date" and phrase.date is not None and not phrase.date.anniversary:
            comma = scene.phrases[position - 1].text == ","
            return phrase if not comma or phrase.date.last is not None else None
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.frame in ("attend", "event", "visit"):
            return _interval_after(scene, position)
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


def _attribute(scene: Scene, index: int, guests: list[Party]) -> bool:
    """B đang thăm Việt Nam, after a verb whose object B is: the sentence's date is not the visit's."""
    numbers = {guest.entity.number for guest in guests if guest.entity is not None}
    for position in range(index):
        phrase = scene.phrases[position]
        if phrase.kind == "people" and any(scene.roster.of(mention).number in numbers for mention in phrase.mentions):
            return False
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.form != "visit":
            return True
    return False


def _edge(scene: Scene, index: int) -> str | None:
    """Only the arrival or only the departure is told."""
    words = [phrase.text.lower() for phrase in scene.phrases[:index]]
    if any(word in scene.grammar.departures for word in words) and not any(
        word in scene.grammar.setting_out for word in [*words, scene.phrases[index].text.lower()]
    ):
        return "end"
    if any(word in scene.grammar.arrivals or word in scene.grammar.setting_out for word in words):
        return "start"
    return None


def _guests(scene: Scene, index: int, story: Story, country: str, owner: int | None) -> list[Party]:
    """The travellers: named by "của", the subject, the fronted occasion's subject, or the one foreigner in the sentence."""
    order: list[int | None] = [owner]
    if scene.in_occasion(index) and owner is None:
        order += [_inside(scene, index), fronted_subject(scene, index)]
    order.append(subject(scene, index))
    for at in order:
        if at is None:
            continue
        guests = _foreign(scene, at, country, story)
        if guests:
            return guests
        if at == owner:
            return []
    rest = sorted(
        (
            position
            for position, phrase in enumerate(scene.phrases)
            if phrase.kind in ("people", "group") and position not in scene.inviters
        ),
        key=lambda position: (scene.phrases[position].kind != "people", position > index, abs(position - index)),
    )
    for at in rest:
        guests = _foreign(scene, at, country, story)
        if guests:
            return guests
    return []


def _inside(scene: Scene, index: int) -> int | None:
    """Nhân dịp A thăm …: the person between the occasion's marker and the verb."""
    for first, last in scene.occasions:
        if first <= index < last:
            for position in range(index - 1, first, -1):
                if scene.phrases[position].kind == "people":
                    return position
    return None


def _foreign(scene: Scene, at: int, country: str, story: Story) -> list[Party]:
    phrase = scene.phrases[at]
    if phrase.kind == "pronoun":
        parties = [replace(party, guest=True) for party in story.actor()]
    elif phrase.kind == "people":
        parties = parties_of(phrase, scene.roster, guest=True)
    elif phrase.kind == "group" and (phrase.country or phrase.org):
        parties = [group_party(phrase, guest=True)]
    else:
        return []
    return [party for party in parties if party.side != country and (party.side != "?" or country == HOME)]


def read_institution(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A call at an organisation, a university or a company abroad during a trip: a meeting with that place as venue."""
    phrase = scene.phrases[index]
    at = subject(scene, index)
    if at is None or scene.phrases[at].kind != "people" or scene.in_occasion(index) or scene.speech_before(index):
        return []
    agents = parties_of(scene.phrases[at], scene.roster)
    target = next(
        (
            candidate
            for candidate in _clause(scene, index)
            if candidate.kind in ("place", "group", "org") and (candidate.place is None or candidate.place.venue)
        ),
        None,
    )
    if target is None or not agents:
        return []
    if len({agent.side for agent in agents}) > 1:
        return [
            Draft(
                "meeting",
                phrase.start,
                phrase.end,
                tuple(agents),
                "visit:together",
                scene.number,
                status=story.status(scene, index),
                place=target.place
                or Place(target.start, target.end, (target.start, target.end), country=target.country),
                headline=scene.block == "headline",
                caption=scene.block == "caption",
            )
        ]
    abroad = story.trip_of(tuple(agents)) or _trip_in(scene, agents)
    country = target.country or (abroad if target.org is None else None)
    if (country is None and target.org is None) or (country and country in {party.side for party in agents}):
        return []
    channels = target.place.channels if target.place is not None else target.channels
    host = Party(
        None, country, target.org, channels or ("other",), (target.start, target.end), (target.start, target.end)
    )
    return [
        Draft(
            "meeting",
            phrase.start,
            phrase.end,
            (*agents, host),
            "visit:institution",
            scene.number,
            status=story.status(scene, index),
            country=country or abroad,
            place=target.place,
            headline=scene.block == "headline",
            caption=scene.block == "caption",
        )
    ]


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
    for index, phrase in enumerate(scene.phrases):
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.frame == "visit":
            for country, _ in destinations(scene, index)[0]:
                if country not in own:
                    return country
    return None
