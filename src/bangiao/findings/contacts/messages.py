"""Messages: A gửi điện mừng đến B; greetings on the office that B has taken; a letter handed on by a third person."""

from bangiao.findings.context.drafts import Draft, Party, group_party, nation, parties_of, party_of
from bangiao.findings.context.scene import Scene, subject
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import WHO
from bangiao.languages import HOME


def read_message(scene: Scene, index: int, story: Story) -> list[Draft]:
    """The messages that the verb at `index` tells; one for each country of the receivers."""
    at = subject(scene, index)
    if at is not None and _received(scene, index):
        return _from_whom(scene, index, story, at)
    senders = _senders(scene, at) if at is not None else []
    receivers = _receivers(scene, index)
    if not senders and scene.block == "headline":
        return []
    if not receivers:
        receivers = _honoured(scene, index, story, senders)
    if not receivers and senders and all(party.side != HOME for party in senders) and HOME in scene.countries():
        receivers = [Party(None, HOME, why="the country that the sentence names as receiving")]
    several = _senders_listed(scene, at) if at is not None else []
    if len(several) > 1 and receivers:
        return [draft for sender in several for draft in _messages(scene, index, story, [sender], receivers)]
    return _messages(scene, index, story, senders, receivers)


def _received(scene: Scene, index: int) -> bool:
    """Whether the message is one that the subject has received: nhận (được) điện mừng."""
    words = [phrase.text.lower() for phrase in scene.phrases[max(0, index - 3) : index]]
    return any(" ".join(words[start:]) in scene.grammar.receiving for start in range(len(words)))


def _from_whom(scene: Scene, index: int, story: Story, at: int) -> list[Draft]:
    """A nhận được điện mừng của B: B has sent it, A has received it."""
    senders: list[Party] = []
    for position in range(index + 1, min(len(scene.phrases), index + 12)):
        phrase = scene.phrases[position]
        if phrase.kind in WHO and scene.phrases[position - 1].text in scene.grammar.of_from:
            senders = _senders(scene, position)
            break
        if phrase.kind == "trigger" or phrase.text in (",", ";"):
            break
    receiver = scene.phrases[at]
    receivers = (
        parties_of(receiver, scene.roster, role="receives")
        if receiver.kind == "people"
        else story.parties(scene, receiver)
    )
    return _messages(scene, index, story, senders, receivers)


def _senders_listed(scene: Scene, at: int) -> list[Party]:
    """Lãnh đạo các nước A, B và C đã gửi điện: each country sends its own."""
    found: list[Party] = []
    position = at
    while position >= 0 and (
        scene.phrases[position].kind == "country" or scene.phrases[position].text in scene.grammar.sender_list
    ):
        if scene.phrases[position].kind == "country":
            found.insert(0, group_party(scene.phrases[position]))
        position -= 1
    first = scene.phrases[position] if position >= 0 else None
    if found and first is not None and first.kind == "group" and first.country:
        found.insert(0, group_party(first))  # lãnh đạo các nước A, B …: the first country goes with the general words
    return found


def _messages(scene: Scene, index: int, story: Story, senders: list[Party], receivers: list[Party]) -> list[Draft]:
    phrase = scene.phrases[index]
    if not senders or not receivers:
        return []
    own = {party.side for party in senders}
    context = story.foreign_country(scene)
    placed = [_placed(party, own, context) for party in receivers]
    abroad = [party for party in placed if party.side not in own]
    drafts = []
    for side in dict.fromkeys(party.side for party in abroad):
        drafts.append(
            Draft(
                "message",
                phrase.start,
                phrase.end,
                (*senders, *(party for party in abroad if party.side == side)),
                "send",
                scene.number,
                mode="written",
                status="recalled" if scene.speech_before(index) else story.status(scene, index),
                background=scene.in_occasion(index) or scene.speech_before(index),
                block=scene.block,
            )
        )
    return drafts


def read_conveyed(scene: Scene, index: int, story: Story) -> list[Draft]:
    """chuyển lời chúc mừng của A tới B: a message from A to B."""
    phrase = scene.phrases[index]
    people = [position for position in range(index + 1, len(scene.phrases)) if scene.phrases[position].kind == "people"]
    if len(people) < 2 or not any(p.text in scene.grammar.of for p in scene.phrases[index + 1 : people[0]]):
        return []
    sender = parties_of(scene.phrases[people[0]], scene.roster, role="sends")[:1]
    receiver = parties_of(scene.phrases[people[1]], scene.roster, role="receives")[:1]
    if not sender or not receiver:
        return []
    context = story.foreign_country(scene)
    receiver = [_placed(party, {sender[0].side}, context) for party in receiver]
    if sender[0].side == receiver[0].side:
        return []
    return [
        Draft(
            "message",
            phrase.start,
            phrase.end,
            (*sender, *receiver),
            "convey",
            scene.number,
            mode="written",
            follows=True,
            block=scene.block,
        )
    ]


def _senders(scene: Scene, at: int) -> list[Party]:
    phrase = scene.phrases[at]
    if phrase.kind == "people":
        return parties_of(phrase, scene.roster, role="sends")
    return [group_party(phrase)] if phrase.country or phrase.org else []


def _receivers(scene: Scene, index: int) -> list[Party]:
    """Everyone after "đến / tới / cho" up to the semicolon or the next sender."""
    out: list[Party] = []
    started = False
    for position in range(index + 1, len(scene.phrases)):
        phrase = scene.phrases[position]
        if phrase.text == ";" or phrase.role("occasion") or phrase.tells("send"):
            break
        if phrase.text.lower() in scene.grammar.message_to:
            started = True
        elif phrase.kind == "people" and (started or position == index + 1):
            if _sends_next(scene, position):
                break
            out.extend(parties_of(phrase, scene.roster, role="receives"))
        elif (
            phrase.kind in ("group", "country", "org")
            and (started or position == index + 1)
            and (phrase.country or phrase.org)
            and not out
        ):
            out.append(group_party(phrase))
    return out


def _sends_next(scene: Scene, position: int) -> bool:
    """Whether this person is the sender of the next message ("…, Thủ tướng X đã gửi điện mừng đến …")."""
    for following in scene.phrases[position + 1 : position + 4]:
        if following.kind == "trigger":
            return following.entry is not None and following.entry.frame == "send"
        if following.kind in ("people", "mark"):
            return False
    return False


def _honoured(scene: Scene, index: int, story: Story, senders: list[Party]) -> list[Party]:
    """Nhân dịp ông B được bầu …, A gửi điện mừng: B receives; else the country that is congratulated."""
    own = {party.side for party in senders}
    for first, last in scene.occasions:
        for phrase in scene.phrases[first:last]:
            for mention in phrase.mentions:
                party = party_of(scene.roster.of(mention), role="receives")
                if party.entity is not None and not party.entity.late and party.side not in own:
                    return [party]
    country = story.foreign_country(scene)
    if country and country not in own:
        return [Party(None, country)]
    return _mourned(scene, index, own)


def _mourned(scene: Scene, index: int, own: set[str]) -> list[Party]:
    """gửi lời chia buồn về việc B từ trần: the country of the one of whom the message speaks."""
    for phrase in scene.phrases[index + 1 :]:
        for mention in phrase.mentions:
            side = nation(scene.roster.of(mention))
            if side and side not in own:
                return [Party(None, side, why="the country of the one of whom the message speaks")]
    return []


def _placed(party: Party, own: set[str], context: str | None) -> Party:
    """A receiver without a country of his own takes the one country that the sentence congratulates."""
    told = party.entity is not None and (party.entity.country or party.entity.org)
    if party.entity is None or told or context is None or context in own:
        return party
    return Party(
        party.entity,
        context,
        None,
        party.channels,
        None,
        None,
        "the one foreign country that the sentence names",
        party.guest,
        party.role,
    )
