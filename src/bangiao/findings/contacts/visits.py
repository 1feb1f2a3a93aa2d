"""Visits: who travels to which country; one visit for each country of a tour."""

from msgspec.structs import replace

from bangiao.findings.contacts.destinations import destinations, visited
from bangiao.findings.contacts.institutions import read_institution
from bangiao.findings.contacts.looked_back import of_the_other, visit_before
from bangiao.findings.contacts.retold import visit_again
from bangiao.findings.contacts.travellers import foreign_parties, travellers_to
from bangiao.findings.contacts.visit_dates import date_after
from bangiao.findings.contacts.visit_lists import read_visit_list, times
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene, fronted_subject, invited, subject, trip_owner
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import Phrase

_RECEPTIONS = ("meeting", "talks", "ceremony")


def read_visit(scene: Scene, index: int, story: Story) -> list[Draft]:
    """The visits that the words at `index` tell; a call at a place abroad is a meeting."""
    entry = scene.phrases[index].entry
    told = index and scene.phrases[index - 1].text.lower() in scene.grammar.goes_on  # … , sau đó thăm chính thức B
    if entry is None or (scene.marked(index, "noise", reach=1) and not told) or invited(scene, index):
        return []
    countries, owner, at = destinations(scene, index)
    if owner is None and not entry.noun:
        owner = trip_owner(scene, index)
    listed = read_visit_list(scene, index, story, countries[0] if countries else None)
    if listed and not _person_acts(scene, index):
        return listed
    if not countries:
        return _without_country(scene, index, story, owner)
    if scene.only_said(index) and owner is None and not date_after(scene, index):
        return []
    drafts = list(listed)
    date = date_after(scene, at) or next((p for p in scene.phrases[index + 1 : at] if usable(p)), None)
    dates: list[Phrase | None] = [*times(scene, at, story)]
    for country, where in countries:
        guests = travellers_to(scene, index, story, country, owner)
        stop = where.kind == "place" and where.place is not None and where.place.city and date is None
        if guests and not (stop and story.trip_of(tuple(guests)) == country):  # a stop on a trip that is told already
            drafts += [_visit(scene, index, story, guests, country, where, each) for each in dates or [date]]
    return drafts


def _called_at(scene: Scene, index: int) -> bool:
    """đã có chuyến thăm và làm việc tại cảng X: the noun of a visit with the site right after it."""
    following = scene.phrases[index + 1 : index + 3]
    return (
        len(following) == 2 and following[0].text in scene.grammar.at_place and following[1].kind in ("place", "group")
    )


def _without_country(scene: Scene, index: int, story: Story, owner: int | None) -> list[Draft]:
    """A call at an institution, a stop of a journey, a visit of long ago, or the days of one told before."""
    phrase = scene.phrases[index]
    noun = phrase.entry is not None and phrase.entry.noun
    if not noun and (same := _there_too(scene, index, story) or _received(scene, index, story)):
        return same
    if not noun or _called_at(scene, index):
        return (visit_before(scene, index, story, owner) if noun else []) or read_institution(scene, index, story)
    if phrase.text.lower().startswith(scene.grammar.stops):
        return _stop(scene, index, story)
    return visit_before(scene, index, story, owner) or visit_again(scene, index, story, owner)


def _person_acts(scene: Scene, index: int) -> bool:
    """A thăm Lào, sau các ông B (2000) và C (2006): whether a person, no delegation, does what the verb says."""
    at = subject(scene, index)
    return at is not None and scene.phrases[at].kind in ("people", "pronoun")


def _there_too(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A thăm Lào năm 2000, B thăm năm 2006: where A went, so long ago."""
    date = date_after(scene, index)
    told = next((d for d in reversed(story.drafts) if d.sentence == scene.number and d.form == "visit"), None)
    at = subject(scene, index)
    if date is None or told is None or told.country is None or at is None or not story.earlier(date.date):
        return []
    guests = foreign_parties(scene, at, told.country, story)
    where = next((phrase for phrase in scene.phrases if phrase.country == told.country), None)
    return [_visit(scene, index, story, guests, told.country, where, date)] if guests and where is not None else []


def _received(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A tiếp B đến thăm: the guest of a meeting told right before, with nothing said of what he visits."""
    after = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
    at = index - 1
    while at > 0 and (
        scene.phrases[at].tells("move") or scene.phrases[at].role("past") or scene.phrases[at].kind == "spouse"
    ):
        at -= 1
    if scene.phrases[at].kind == "pronoun":  # hội đàm với B nhân dịp ông đến thăm: whoever is named last
        at = next((back for back in range(at - 1, -1, -1) if scene.phrases[back].kind == "people"), at)
    told = next((d for d in reversed(story.drafts) if d.sentence == scene.number and d.form in _RECEPTIONS), None)
    if told is None or (after is not None and after.kind not in ("mark", "marker", "date")):
        return []
    guests = [replace(party, guest=True) for party in story.parties(scene, scene.phrases[at])]
    sides = {party.side for party in guests}
    host = next((party.country for party in told.parties if party.side not in sides), None)
    if (
        not guests
        or host is None
        or told.start > scene.phrases[at].start
        or not sides <= {p.side for p in told.parties}
    ):
        return []
    place = Party(None, host, why="the side that receives the guest")
    visit = Draft("visit", *scene.phrases[index].span, (*guests, place), "visit:received", scene.number)
    return [
        replace(visit, status=told.status, country=host, background=True, kind=_kind(scene, index), block=scene.block)
    ]


def _stop(scene: Scene, index: int, story: Story) -> list[Draft]:
    """Manila là chặng dừng chân … của A: the place of which it is said was visited, on the days of the journey."""
    where = scene.phrases[index - 2] if index >= 2 and scene.phrases[index - 1].text in scene.grammar.to_be else None
    if where is None or where.kind not in ("country", "place") or not where.country:
        return []
    of = [at for at in range(index + 1, len(scene.phrases)) if scene.phrases[at - 1].text in scene.grammar.of]
    named = [foreign_parties(scene, at, where.country, story) for at in of]
    guests = next((parties for parties in named if parties), None) or [
        replace(party, guest=True) for party in story.actor() if party.side not in (where.country, "?")
    ]
    return [_visit(scene, index, story, guests, where.country, where, None)] if guests else []


def _visit(
    scene: Scene, index: int, story: Story, guests: list[Party], country: str, where: Phrase, date: Phrase | None
) -> Draft:
    """One country's visit."""
    edge = _edge(scene, index)
    told = _told_before(story, guests, country) if _pointed_at(scene, index) else None
    return Draft(
        "visit",
        *scene.phrases[index].span,
        (*guests, Party(None, country, at=where.span)),
        "visit",
        scene.number,
        status=told.status if told is not None else story.status(scene, index),
        date=date.date if date is not None else None,
        place=where.place,
        country=country,
        background=scene.in_occasion(index) or _attribute(scene, index, guests),
        edge=edge,
        begun=edge is not None,
        kind=_kind(scene, index),
        block=scene.block,
    )


def _pointed_at(scene: Scene, index: int) -> bool:
    """Đây là chuyến thăm thứ hai của A: the visit of which the report has told."""
    opening = [phrase.text.lower() for phrase in scene.phrases[:index]]
    return len(opening) == 2 and opening[0] in scene.grammar.this and opening[1] in scene.grammar.to_be


def read_move(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A đến / rời <place abroad>: a visit, where the sentence does not tell it with a verb of visiting."""
    if scene.speech_before(index) or any(p.tells("send", "convey") for p in scene.phrases):
        return []
    at = _mover(scene, index)
    place = _moved_to(scene, index)
    if at is None or not _moves(scene, at, index) or place is None or place.country is None:
        return []
    if place.country in visited(scene) and not _another_s(scene, at, place.country, story):
        return []  # the verb of visiting tells it
    verb = scene.phrases[index]
    if verb.text.lower() in scene.grammar.goes_over and _attends_next(scene, index):
        return []
    guests = [of_the_other(guest, place.country, story) for guest in foreign_parties(scene, at, place.country, story)]
    leaving = verb.text.lower() in scene.grammar.leaving
    if not guests or any(guest.side == "?" for guest in guests) or (leaving and not _came(scene, guests, story)):
        return []
    status = _status_of_move(scene, index, story, guests, place.country if leaving else None)
    return [
        Draft(
            "visit",
            *verb.span,
            (*guests, Party(None, place.country, at=place.span)),
            "visit:move",
            scene.number,
            status=status,
            begun=leaving and status == "held",
            place=place.place,
            country=place.country,
            edge="end" if leaving else "start",
            block=scene.block,
        )
    ]


def _status_of_move(scene: Scene, index: int, story: Story, guests: list[Party], left: str | None) -> str:
    """Ông A sẽ rời B: who is still to leave a country is there, where the report has told of the stay."""
    if scene.marked(index, "accepted", reach=3):
        return "planned"
    stay = _told_before(story, guests, left) if left is not None else None
    return stay.status if stay is not None else story.status(scene, index)


def _told_before(story: Story, guests: list[Party], country: str) -> Draft | None:
    """The visit of these guests to that country which the report has told last."""
    named = {guest.entity for guest in guests if guest.entity is not None}
    return next(
        (
            draft
            for draft in reversed(story.drafts)
            if draft.form == "visit"
            and draft.country == country
            and any(party.guest and party.entity in named for party in draft.parties)
        ),
        None,
    )


def _another_s(scene: Scene, at: int, country: str, story: Story) -> bool:
    """A thăm Pháp sau khi B đến Pháp năm 2000: whether the visit told before is of somebody else than who moves."""
    movers = {party.entity for party in story.parties(scene, scene.phrases[at])}
    told = [d for d in story.drafts if d.sentence == scene.number and d.form == "visit" and d.country == country]
    return bool(told) and at > 0 and not any(movers & {party.entity for party in draft.parties} for draft in told)


def _mover(scene: Scene, index: int) -> int | None:
    """Trước khi A tới B; sau khi đến B, A …: who moves stands before the verb, or after the occasion it is in."""
    occasion, at = scene.occasion_at(index), subject(scene, index)
    if occasion is None or (at is not None and at > occasion[0]):
        return at
    return fronted_subject(scene, index)


def _came(scene: Scene, guests: list[Party], story: Story) -> bool:
    """Whether those who leave are said to have come, or lead somewhere: then it was a visit that ends."""
    return story.trip_of(tuple(guests)) is not None or any(
        party.entity is not None and {"state", "government"} & set(party.entity.channels) for party in guests
    )


def _moves(scene: Scene, at: int, index: int) -> bool:
    """Whether the person at `at` is close by the verb of going, with no other verb between than of setting out."""
    if scene.phrases[at].kind not in ("people", "pronoun") and not _mission(scene, scene.phrases[at]):
        return False
    between = [p for p in scene.phrases[at + 1 : index] if p.kind == "trigger"]
    return index - at <= 5 and all(p.text.lower() in scene.grammar.setting_out for p in between)


def _mission(scene: Scene, phrase: Phrase) -> bool:
    """Phái đoàn cấp cao Triều Tiên: a delegation of a country, without a name."""
    return phrase.kind == "group" and bool(phrase.country) and phrase.text.lower().startswith(scene.grammar.missions)


def _moved_to(scene: Scene, index: int) -> Phrase | None:
    """The place or country right after the verb; a venue counts where its country is told beside it."""
    following = scene.phrases[index + 1] if index + 1 < len(scene.phrases) else None
    if following is None or not following.country or following.kind not in ("place", "country"):
        return None
    place = following.place
    landed = scene.phrases[index].text.lower() in scene.grammar.landing
    return None if place is not None and place.venue and not place.country_at and not landed else following


def _attends_next(scene: Scene, index: int) -> bool:
    """sang <nước> dự …: a trip only to attend."""
    return any(
        phrase.entry is not None and phrase.entry.frame == "attend" for phrase in scene.phrases[index + 2 : index + 3]
    )


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


def _kind(scene: Scene, index: int) -> tuple[int, int] | None:
    """Chuyến thăm chính thức, thăm cấp Nhà nước: where the words stand that say what kind of visit it is."""
    phrase = scene.phrases[index]
    kind = next((words for words in scene.grammar.visit_kinds if phrase.text.lower().endswith(words)), None)
    return (phrase.end - len(kind), phrase.end) if kind else None


def _edge(scene: Scene, index: int) -> str | None:
    """Only the arrival or only the departure is told."""
    words = [phrase.text.lower() for phrase in scene.phrases[:index]]
    left = max((at for at, word in enumerate(words) if word in scene.grammar.departures), default=index)
    if any(word in scene.grammar.onward for word in [*words[left + 1 :], words[-1] if words else ""]):
        return "start"  # rời A đi thăm B
    if any(word in scene.grammar.departures for word in words) and not any(
        word in scene.grammar.setting_out for word in [*words, scene.phrases[index].text.lower()]
    ):
        return "end"
    if any(word in scene.grammar.arrivals or word in scene.grammar.setting_out for word in words):
        return "start"
    return None
