"""Welcomes, credentials, decorations, wreaths: ceremonies between a host and a guest."""

from bangiao.findings.contacts.destinations import visited
from bangiao.findings.contacts.signings import is_document, read_signing
from bangiao.findings.context.drafts import Draft, Party, parties_of
from bangiao.findings.context.scene import Scene, complement, fronted_subject, subject
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME


def _draft(
    scene: Scene,
    index: int,
    parties: list[Party],
    rule: str,
    story: Story,
    *,
    follows: bool = False,
    country: str | None = None,
) -> list[Draft]:
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
            block=scene.block,
            follows=follows,
            country=country,
        )
    ]


def read_welcome(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A chủ trì lễ đón B; lễ đón B do A chủ trì; sau lễ đón, hai bên …"""
    before = scene.phrases[index - 1].text if index else ""
    pointed = before in scene.grammar.after_ceremony or scene.in_occasion(index)
    guest = _welcomed(scene, index)
    parties = _welcome_parties(scene, index, guest) if guest is not None else []
    sides = {party.side for party in parties}
    if len(sides) < 2 and pointed and not story.has_form("ceremony"):
        present = story.people_in(scene) or story.both()
        two = len({party.side for party in present}) >= 2
        return _draft(scene, index, present, "welcome:after", story, follows=True) if two else []
    if len(sides) == 1 and parties[0].side not in ("?", HOME) and scene.block != "headline":
        parties.append(Party(None, HOME, why="the country of the outlet welcomes the guest"))
    if sides == {HOME} and (abroad := next((code for code in visited(scene) if code != HOME), None)):
        parties.insert(0, Party(None, abroad, why="the country that the guest visits welcomes him"))
    return _draft(scene, index, parties, "welcome", story)


def _welcomed(scene: Scene, index: int) -> int | None:
    """lễ đón B; lễ đón và hội đàm với B: the guest, or null where it is "hai bên" or nobody."""
    phrases = scene.phrases
    guest = complement(scene, index, ("people",), 5)
    if (
        guest is None
        and index + 2 < len(phrases)
        and phrases[index + 1].text in scene.grammar.joins
        and phrases[index + 2].kind == "trigger"
    ):
        guest = complement(scene, index + 2, ("people",), 5)
    return None if guest is None or phrases[guest].role("both") else guest


def _welcome_parties(scene: Scene, index: int, guest: int) -> list[Party]:
    """The host who is the subject, the guest, and the host told after "do … chủ trì"."""
    phrases = scene.phrases
    host = subject(scene, index)
    parties = parties_of(phrases[guest], scene.roster)
    if host is not None and phrases[host].kind == "people":
        parties = parties_of(phrases[host], scene.roster) + parties
    for at in range(guest + 1, len(phrases)):
        if phrases[at].kind == "people" and any(p.text in scene.grammar.hosted_by for p in phrases[guest + 1 : at]):
            return parties + parties_of(phrases[at], scene.roster)
    return parties


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
    end = scene.phrases[index].end
    if is_document(story, end, end + 16):
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
    embassy = _embassy(scene, story, own)
    if embassy is not None:
        host = Party(None, embassy.country, at=embassy.span)
        return _draft(scene, index, [*guests, host], "homage", story, country=HOME if HOME in own else None)
    country = story.trip_of(tuple(guests)) or _where_laid(scene, index, own)
    if country is None or country in own:
        return []
    host = Party(None, country, why="the country in which the wreath is laid")
    return _draft(scene, index, [*guests, host], "homage", story, country=country)


def _embassy(scene: Scene, story: Story, own: set[str]) -> Phrase | None:
    """đến Đại sứ quán B viếng …: the embassy of another country."""
    for phrase in scene.phrases:
        if phrase.kind in ("place", "group") and phrase.country and phrase.country not in own:
            words = story.lower[phrase.start : phrase.end]
            if any(word in words for word in scene.grammar.embassy):
                return phrase
    return None


def _where_laid(scene: Scene, index: int, own: set[str]) -> str | None:
    """At home where all guests are foreign, else in the country that is told next."""
    if own and HOME not in own and "?" not in own:
        return HOME
    return next((p.country for p in scene.phrases[index:] if p.kind in ("place", "country") and p.country), None)
