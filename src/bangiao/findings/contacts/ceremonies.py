"""Welcomes, credentials, decorations, wreaths: ceremonies between a host and a guest."""

from bangiao.findings.contacts.signings import is_document, read_signing
from bangiao.findings.context.drafts import HOME, Draft, Party, parties_of
from bangiao.findings.context.scene import Scene, complement, fronted_subject, subject
from bangiao.findings.context.story import Story


def _draft(scene: Scene, index: int, parties: list[Party], rule: str, story: Story, **more: object) -> list[Draft]:
    phrase = scene.phrases[index]
    if len({party.side for party in parties}) < 2:
        return []
    return [
        Draft(
            "ceremony",
            phrase.start,
            phrase.end,
            tuple(dict.fromkeys(parties)),
            rule,
            scene.number,
            status=story.status(scene, index),
            key=rule.split(":")[0],
            headline=scene.block == "headline",
            caption=scene.block == "caption",
            **more,  # type: ignore[arg-type]
        )
    ]


def read_welcome(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A chủ trì lễ đón B; lễ đón B do A chủ trì; sau lễ đón, hai bên …"""
    phrases = scene.phrases
    at_guest = complement(scene, index, ("people",), 5)
    if (
        at_guest is None
        and index + 2 < len(phrases)
        and phrases[index + 1].text in scene.grammar.joins
        and phrases[index + 2].kind == "trigger"
    ):
        at_guest = complement(scene, index + 2, ("people",), 5)
    host = subject(scene, index)
    pointed = (index > 0 and phrases[index - 1].text in scene.grammar.after_ceremony) or scene.in_occasion(index)
    parties: list[Party] = []
    if at_guest is not None and not (phrases[at_guest].role("both")):
        parties += parties_of(phrases[at_guest], scene.roster)
        if host is not None and phrases[host].kind == "people":
            parties = parties_of(phrases[host], scene.roster) + parties
        for index_by in range(at_guest + 1, len(phrases)):
            if phrases[index_by].kind == "people" and any(
                p.text in scene.grammar.hosted_by for p in phrases[at_guest + 1 : index_by]
            ):
                parties += parties_of(phrases[index_by], scene.roster)
                break
    if len({party.side for party in parties}) < 2 and pointed and not story.has_form("ceremony"):
        present = story.people_in(scene) or story.both()
        if len({party.side for party in present}) >= 2:
            return _draft(scene, index, present, "welcome:after", story, follows=True)
        return []
    if (
        len({party.side for party in parties}) == 1
        and parties
        and parties[0].side not in ("?", HOME)
        and scene.block != "headline"
    ):
        parties.append(Party(None, HOME, why="the country of the outlet welcomes the guest"))
    return _draft(scene, index, parties, "welcome", story)


def read_credentials(scene: Scene, index: int, story: Story) -> list[Draft]:
    """Đại sứ B (đến) trình Quốc thư: the ambassador and whoever receives it."""
    before = scene.phrases[index - 1].text.lower() if index else ""
    if scene.speech_before(index) or (before in scene.grammar.at_ceremony and story.has_form("ceremony")):
        return []
    people = story.people_in(scene)
    hosts = [party for party in people if party.side == HOME and "government" not in party.channels_of()] or people[:1]
    guests = [party for party in people if party not in hosts and party.side not in {host.side for host in hosts}]
    return [draft for guest in guests for draft in _draft(scene, index, [*hosts[:1], guest], "credentials", story)]


def read_award(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A trao Huân chương cho B."""
    if scene.speech_before(index) or scene.in_occasion(index):
        return []
    if is_document(scene, index, story, skip=16):
        return read_signing(scene, index, story)
    giver = subject(scene, index)
    taker = next(
        (
            position
            for position in range(index + 1, min(len(scene.phrases), index + 12))
            if scene.phrases[position].kind in ("people", "country", "group")
            and scene.phrases[position - 1].text.lower() in scene.grammar.given_to
        ),
        None,
    )
    if giver is None or taker is None:
        return []
    parties = []
    for position in (giver, taker):
        phrase = scene.phrases[position]
        if phrase.kind == "people":
            parties += parties_of(phrase, scene.roster)
        elif phrase.country or phrase.org:
            parties.append(Party(None, phrase.country, phrase.org, phrase.channels, at=(phrase.start, phrase.end)))
    return _draft(scene, index, parties, "award", story)


def read_homage(scene: Scene, index: int, story: Story) -> list[Draft]:
    """B đặt vòng hoa, viếng …: a guest in the host's country."""
    if scene.speech_before(index):
        return []
    if any(p.tells("homage") for p in scene.phrases[:index]):
        return []  # wreaths in one passage are one ceremony
    at = fronted_subject(scene, index) if scene.in_occasion(index) else subject(scene, index)
    while at is not None and at >= 0 and scene.phrases[at].kind != "people":
        at -= 1
    if at is None or at < 0:
        return []
    guests = parties_of(scene.phrases[at], scene.roster)
    own = {party.side for party in guests}
    embassy = next(
        (
            p
            for p in scene.phrases
            if p.kind in ("place", "group")
            and p.country
            and p.country not in own
            and any(word in story.lower[p.start : p.end] for word in scene.grammar.embassy)
        ),
        None,
    )
    if embassy is not None:
        host_party = Party(None, embassy.country, at=(embassy.start, embassy.end))
        return _draft(scene, index, [*guests, host_party], "homage", story, country=HOME if HOME in own else None)
    trip = story.trip_of(tuple(guests))
    host = trip
    if host is None and own and HOME not in own and "?" not in own:
        host = HOME
    if host is None:
        place = next(
            (phrase for phrase in scene.phrases[index:] if phrase.kind in ("place", "country") and phrase.country), None
        )
        host = place.country if place is not None else None
    if host is None or host in own:
        return []
    return _draft(
        scene,
        index,
        [*guests, Party(None, host, why="the country in which the wreath is laid")],
        "homage",
        story,
        country=host,
    )
