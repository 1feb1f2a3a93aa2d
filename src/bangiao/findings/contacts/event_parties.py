"""The sides of an event beside those who attend: hosts, guests of honour, partners, whoever chairs."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party, group_party, nation, parties_of
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase


def hosted(draft: Draft, scene: Scene, index: int, story: Story) -> Draft:
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


def share_organiser(drafts: list[Draft]) -> list[Draft]:
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


def with_own(parties: list[Party], named: list[Phrase]) -> list[Party]:
    """A session of a joint committee of two countries: both are sides even where one has no person."""
    sides = {party.side for party in parties}
    return parties + [Party(None, p.country, at=(p.start, p.end)) for p in named[:2] if p.country not in sides]


def with_whom(scene: Scene, last: int, parties: list[Party]) -> list[Party]:
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


def chaired(scene: Scene, last: int) -> list[Party]:
    """… dưới sự chủ trì của A, với sự tham dự của B: who chairs or attends takes part."""
    found: list[Party] = []
    for index in range(last, len(scene.phrases) - 2):
        words, of, people = scene.phrases[index : index + 3]
        if of.text not in scene.grammar.of or people.kind != "people":
            continue
        if words.text in scene.grammar.chairing:
            found += parties_of(people, scene.roster, role="chairs")
        elif words.text in scene.grammar.presence and scene.phrases[index - 1].text in scene.grammar.act_of:
            found += parties_of(people, scene.roster, role="attends")
    return found


def mourned(scene: Scene, position: int, parties: list[Party]) -> list[Party]:
    """dự lễ tang <lãnh đạo>: the side of the one who is mourned or remembered, where nobody else of it is told."""
    if not any(word in scene.phrases[position].text.lower() for word in scene.grammar.commemorations):
        return []
    of = position + 1 < len(scene.phrases) and scene.phrases[position + 1].text in scene.grammar.of
    honoured = scene.phrases[position + 1 + of : position + 2 + of]
    if len({party.side for party in parties}) != 1 or not honoured or honoured[0].kind != "people":
        return []
    if any(word in scene.phrases[position].text.lower() for word in scene.grammar.taking_office):
        own = {party.side for party in parties}
        return [party for party in parties_of(honoured[0], scene.roster)[:1] if party.side not in own]
    side = nation(scene.roster.of(honoured[0].mentions[0]))
    if side is None or side == parties[0].side:
        return []
    return [Party(None, side, why="the country of the one who is honoured")]


def companions(scene: Scene, last: int, position: int) -> list[Party]:
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


def summit(scene: Scene, position: int, last: int) -> bool:
    """ASEAN - Ấn Độ: the partner is a side beside the organisation."""
    return any(
        scene.phrases[index].text == "-"
        and {scene.phrases[index - 1].kind, scene.phrases[index + 1].kind} == {"org", "country"}
        for index in range(position + 1, min(last, len(scene.phrases) - 1))
    )


def bilateral(stretch: tuple[Phrase, ...]) -> bool:
    """Diễn đàn Doanh nghiệp Việt Nam - Pháp: the event's own name tells two countries."""
    return sum(1 for phrase in stretch if phrase.kind == "country") >= 2
