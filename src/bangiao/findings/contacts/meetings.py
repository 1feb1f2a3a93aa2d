"""Meetings, talks and calls: A tiếp B; A hội đàm với B; cuộc gặp giữa A và B; A và B hội đàm."""

from itertools import pairwise

from msgspec.structs import replace

from bangiao.findings.contacts.institutions import read_institution
from bangiao.findings.contacts.looked_back import MODES, meeting_before
from bangiao.findings.contacts.pairs import read_paired
from bangiao.findings.contacts.retold import meeting_again
from bangiao.findings.context.drafts import Draft, Party, group_party, parties_of
from bangiao.findings.context.scene import Scene, complement, joint_subject, subject
from bangiao.findings.context.sides import both_named, leader_of
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import WHO
from bangiao.languages.pack import Entry


def read_meeting(scene: Scene, index: int, story: Story) -> list[Draft]:
    """The meetings, talks or calls that the verb or noun at `index` tells."""
    entry = scene.phrases[index].entry
    if entry is None or _own_people(scene, index, story) or _counted(scene, index):
        return []
    if (paired := read_paired(scene, index, story)) is not None:
        return paired
    if _blocked(scene, index):
        return meeting_before(scene, index, story) if entry.noun else []
    link = _link(scene, index, scene.grammar.between)
    between = link < len(scene.phrases) and scene.phrases[link].text in scene.grammar.between
    sides = _noun_sides(scene, link, story) if entry.noun or between else None
    if sides is None and not between:
        sides = _verb_sides(scene, index, story)
    if sides is None:
        return _again(scene, index, story) or read_institution(scene, index, story)
    agents, counterparts = sides
    hosts = [[agent] for agent in agents] if _in_turn(scene, index, story) else [agents]
    meetings = [tuple(dict.fromkeys([*some, *group])) for some in hosts for group in counterparts or [[]]]
    return [
        _meeting(scene, index, story, entry, parties)
        for parties in meetings
        if len({party.side for party in parties}) >= 2 and not (_once_again(scene, index) and _unnamed(parties))
    ]


def _once_again(scene: Scene, index: int) -> bool:
    """Đây là lần tiếp xúc đầu tiên giữa một lãnh đạo A với B: how often such a thing was, no act."""
    before = [phrase.text for phrase in scene.phrases[max(0, index - 2) : index]]
    return len(before) > 1 and before[0] in scene.grammar.to_be and before[1] in scene.grammar.occurrence


def _unnamed(parties: tuple[Party, ...]) -> bool:
    return any(party.entity is None for party in parties)


def _in_turn(scene: Scene, index: int, story: Story) -> bool:
    """A và B lần lượt tiếp C: each has a meeting of his own."""
    words = story.lower[scene.phrases[max(0, index - 3)].start : scene.phrases[index].start].rstrip()
    return any(words.endswith(turn) for turn in scene.grammar.in_turn)


def _meeting(scene: Scene, index: int, story: Story, entry: Entry, parties: tuple[Party, ...]) -> Draft:
    """One meeting; each person whom a leader receives in turn has one of his own."""
    return Draft(
        "conference" if entry.weak and len({party.side for party in parties}) > 2 else entry.form,
        *scene.phrases[index].span,
        parties,
        f"meet:{entry.form}",
        scene.number,
        status=story.status(scene, index),
        mode=_mode(scene, entry, story),
        background=scene.in_occasion(index),
        follows=_follows(scene),
        block=scene.block,
    )


def _mode(scene: Scene, entry: Entry, story: Story) -> str:
    return "online" if entry.online or story.online(scene) else MODES.get(entry.form, "in_person")


def _blocked(scene: Scene, index: int) -> bool:
    """Not told as an act: negated, an attribute of a person, or the content of what somebody says."""
    before = scene.phrases[index - 1] if index else None
    if before is not None and before.text in scene.grammar.attribute_nouns and not scene.phrases[index].entry.noun:  # type: ignore[union-attr]
        return True
    if scene.phrases[index].entry.weak and not _with_subject(scene, index):  # type: ignore[union-attr]
        return True
    if index and scene.phrases[index - 1].text.lower() in scene.grammar.when:
        return False
    if _where_said(scene, index):
        return False
    return scene.only_said(index) and not scene.marked(index, "occasion", reach=4)


def _with_subject(scene: Scene, index: int) -> bool:
    """Whether those who act stand right before the verb, or have just been led somewhere to do it."""
    near = scene.phrases[max(0, index - 3) : index]
    return any(p.kind in ("people", "group", "country") or p.role("both") for p in near) or bool(
        _whom_he_visits(scene, index)
    )


def _where_said(scene: Scene, index: int) -> bool:
    """… A nói trong cuộc gặp với B: a noun with its own other side tells where something was said."""
    noun = scene.phrases[index].entry.noun  # type: ignore[union-attr]
    before = scene.phrases[index - 1].text.lower() if index else ""
    link = _link(scene, index, scene.grammar.between_or_with)
    after = scene.phrases[link].text if link < len(scene.phrases) else ""
    other = complement(scene, link, WHO) if after in scene.grammar.between_or_with else None
    if not noun or before not in scene.grammar.where_spoken or other is None:
        return False
    phrase = scene.phrases[other]
    return phrase.kind == "people" or bool(phrase.country or phrase.org)


def _own_people(scene: Scene, index: int, story: Story) -> bool:
    """A meeting with one's own embassy or community abroad is no contact."""
    after = story.lower[scene.phrases[index].end : scene.end]
    if any(phrase.kind == "people" for phrase in scene.phrases[index + 1 : index + 5]):
        return False
    return any(words in after[:110] for words in scene.grammar.compatriots)


def _counted(scene: Scene, index: int) -> bool:
    """Kể từ tháng 3/2018, A đã có bốn cuộc gặp với B: a count over a long time tells no single meeting."""
    since = any(p.date is not None and p.date.open == "end" and not p.date.first.day for p in scene.phrases[:index])
    before = scene.phrases[index - 1].text.lower() if index else ""
    return since and (before.isdecimal() or before in scene.grammar.counts)


def _follows(scene: Scene) -> bool:
    """Sau lễ đón, hai bên hội đàm: the day is that of what came before."""
    return any(phrase.text.lower() in scene.grammar.follows_on for phrase in scene.phrases)


def _link(scene: Scene, index: int, words: frozenset[str]) -> int:
    """cuộc hội đàm (trực tiếp đầu tiên) giữa A và B: where the link stands after small words, else what follows."""
    at = index + 1
    while at < min(len(scene.phrases), index + 6) and _small(scene, at):
        if scene.phrases[at].text in words or not scene.phrases[at].text.islower():
            break
        at += 1
    return at if at < len(scene.phrases) and scene.phrases[at].text in words else index + 1


def _small(scene: Scene, at: int) -> bool:
    """Whether it is a word that only says how ("trực tiếp", "đầu tiên")."""
    return scene.phrases[at].kind == "word" or scene.phrases[at].role("noise") or scene.phrases[at].role("joiner")


def _noun_sides(scene: Scene, link: int, story: Story) -> tuple[list[Party], list[list[Party]]] | None:
    """cuộc gặp giữa A và B; cuộc gặp của A với B; cuộc hội đàm với B."""
    following = scene.phrases[link] if link < len(scene.phrases) else None
    if following is None or following.text not in scene.grammar.between_or_of:
        return None
    owner = link + 1 < len(scene.phrases) and scene.phrases[link + 1].kind == "pronoun"
    at = link + 1 if owner else complement(scene, link, WHO)
    if at is not None and len(leaders := both_named(scene, at)) > 1:
        return leaders[:1], [leaders[1:]]
    if at is None or scene.phrases[at].role("both"):
        return None
    first = story.parties(scene, scene.phrases[at])
    if len({party.side for party in first}) >= 2:
        return first[:1], [first[1:]]
    other = complement(scene, at, WHO, 4)
    if other is None:
        return None
    return first, [story.parties(scene, scene.phrases[other])]


def _verb_sides(scene: Scene, index: int, story: Story) -> tuple[list[Party], list[list[Party]]] | None:
    entry = scene.phrases[index].entry
    at_object = complement(scene, index, WHO)
    anaphoric = (
        entry is not None and entry.noun and index > 0 and scene.phrases[index - 1].text in scene.grammar.pointed_back
    )
    if anaphoric and at_object is None:
        return None
    if anaphoric and at_object is not None and _told(scene, at_object, story, entry.form):  # type: ignore[union-attr]
        return None
    at_subject = subject(scene, index)
    if at_subject is None:
        at_subject = _after_object(scene, index, at_object)
    if at_object is None and not anaphoric and (both := _jointly(scene, index, story)):
        return both[:1], [both[1:]]
    if at_object is None:
        if at_subject is None or anaphoric:
            return None
        host = _host(scene, index, at_subject, story) or _whom_he_visits(scene, index)
        if host:
            return host, [story.parties(scene, scene.phrases[at_subject])]
        if index - at_subject > 9:
            return None
        agents = story.parties(scene, scene.phrases[at_subject])
        return (agents[:1], [agents[1:]]) if len({party.side for party in agents}) >= 2 else None
    target = scene.phrases[at_object]
    agents = story.default_agents() if at_subject is None else story.parties(scene, scene.phrases[at_subject])
    if not agents:
        return None
    if target.kind == "country" and entry is not None and entry.form == "meeting":
        return None
    return agents, _separate(scene, at_object, story, agents)


def _jointly(scene: Scene, index: int, story: Story) -> list[Party]:
    """Phái đoàn A và phái đoàn B đã đàm phán; hai nhà lãnh đạo A và B gặp nhau: those whom no name tells apart."""
    at = joint_subject(scene, index)
    phrases = [scene.phrases[position] for position in at]
    tense = any(p.kind == "date" or p.role("past", "future") for p in scene.phrases[:index]) or _located(scene, index)
    paired = any(phrase.kind == "pair" for phrase in phrases)  # hai miền Triều Tiên đã đàm phán
    if (len(at) < 2 and not paired) or not tense or all(phrase.kind == "people" for phrase in phrases):
        return []
    leaders = at[0] > 0 and scene.phrases[at[0] - 1].role("both")
    parties = [
        party
        for phrase in phrases
        for party in (
            [leader_of(scene, phrase)] if leaders and phrase.kind == "country" else story.parties(scene, phrase)
        )
    ]
    return parties if len({party.side for party in parties}) > 1 else []


def _located(scene: Scene, index: int) -> bool:
    """… đàm phán thương mại vòng hai tại Washington: a town after the verb tells an act as a tense does."""
    following = scene.phrases[index + 1 : index + 7]
    end = next((at for at, phrase in enumerate(following) if phrase.kind in ("trigger", "people", "mark")), 6)
    return any(
        place.kind == "place" and place.place is not None and place.place.city and before.text in scene.grammar.at
        for before, place in pairwise(following[:end])
    )


def _host(scene: Scene, index: int, at_subject: int, story: Story) -> list[Party]:
    """tiếp A đến chào từ biệt; B đến chào: whoever receives A receives B too."""
    if (
        not scene.phrases[index].text.lower().startswith(scene.grammar.calling_on)
        or scene.phrases[at_subject].kind != "people"
    ):
        return []
    guests = {party.side for party in parties_of(scene.phrases[at_subject], scene.roster)}
    for draft in reversed(story.drafts):
        if draft.sentence == scene.number and draft.form == "meeting" and draft.parties[0].side not in guests:
            return [draft.parties[0]]
    return []


def _whom_he_visits(scene: Scene, index: int) -> list[Party]:
    """A tới Washington (để) đàm phán: with the country to which the verb right before has led him."""
    entry = scene.phrases[index].entry
    at = index - 1
    while at > 0 and scene.phrases[at].text.lower() in scene.grammar.in_order_to:
        at -= 1
    where = scene.phrases[at]
    moved = at > 0 and scene.phrases[at - 1].tells("move", "visit")
    if entry is None or entry.form != "talks" or entry.noun or not moved or scene.marked(at, "invite", reach=8):
        return []
    return [Party(None, where.country, at=where.span)] if where.country and where.kind in ("country", "place") else []


def _told(scene: Scene, at_object: int, story: Story, form: str) -> bool:
    """Sau cuộc gặp với B: whether a contact of that form with B has been told before."""
    numbers = {scene.roster.of(mention).number for mention in scene.phrases[at_object].mentions}
    return any(
        draft.form == form
        and not draft.headline
        and numbers & {party.entity.number for party in draft.parties if party.entity is not None}
        for draft in story.drafts
    )


def _after_object(scene: Scene, index: int, at_object: int | None) -> int | None:
    """Khi tiếp Ngoại trưởng B, Thủ tướng A khẳng định: the subject follows the comma."""
    start = (at_object if at_object is not None else index) + 1
    for position in range(start, min(len(scene.phrases), start + 12)):
        phrase = scene.phrases[position]
        if phrase.kind in ("people", "pronoun") and scene.phrases[position - 1].text in scene.grammar.next_subject:
            return position
        if phrase.kind == "trigger" and phrase.entry is not None and phrase.entry.form != "visit":
            return None
    return None


def _separate(scene: Scene, at: int, story: Story, agents: list[Party]) -> list[list[Party]]:
    """One meeting for each counterpart who heads another body; one where they come together."""
    phrase = scene.phrases[at]
    if phrase.kind in ("group", "country") and (several := _countries(scene, at)):
        return [[party] for party in several]
    parties = story.parties(scene, phrase)
    own = {party.side for party in agents}
    strangers = [party for party in parties if party.side not in own]
    hosts = [party for party in parties if party.side in own]
    before = scene.phrases[at - 1].text
    words = story.lower[scene.start : scene.phrases[at].start]
    in_turn = any(turn in words for turn in scene.grammar.in_turn)
    together = not in_turn and (phrase.together or phrase.role("both") or before in scene.grammar.enumerates)
    if together or len(strangers) < 2 or not _several_bodies(strangers):
        return [[*strangers, *(hosts if strangers else [])]]
    return [[party] for party in strangers]


def _countries(scene: Scene, at: int) -> list[Party]:
    """lãnh đạo các nước A, B và C: one meeting for each country; empty where one country is told."""
    phrase, position = scene.phrases[at], at + 1
    found = [group_party(phrase)] if phrase.country else []
    while position < len(scene.phrases) and (
        scene.phrases[position].kind == "country" or scene.phrases[position].text in scene.grammar.country_list
    ):
        if scene.phrases[position].kind == "country":
            found.append(replace(group_party(scene.phrases[position]), channels=phrase.channels))
        position += 1
    return found if len({party.side for party in found}) > 1 else []


def _several_bodies(parties: list[Party]) -> bool:
    return all(party.entity is not None for party in parties) and len(
        {(party.side, party.channels, party.entity.office_at if party.entity else None) for party in parties}
    ) == len(parties)


def _again(scene: Scene, index: int, story: Story) -> list[Draft]:
    """A meeting that the sentence only points to: told before, or told here by "hai bên" alone."""
    phrase = scene.phrases[index]
    entry = phrase.entry
    if entry is None:
        return []
    parties = story.both() if _both_act(scene, index) else []
    between = index + 1 < len(scene.phrases) and scene.phrases[index + 1].text in scene.grammar.between
    if not parties and entry.noun and not entry.weak and not between and scene.block != "headline":
        present = story.people_in(scene)
        parties = present if len({party.side for party in present}) > 1 or scene.block == "caption" else story.met()
    again = story.has_form(entry.form) and scene.block != "caption"
    if again and (entry.noun or parties) and (before := meeting_before(scene, index, story)):
        return before
    if again:
        return meeting_again(scene, index, story, entry.form)
    if len({party.side for party in parties}) < 2:
        return []
    return [
        Draft(
            entry.form,
            phrase.start,
            phrase.end,
            tuple(parties),
            f"meet:{entry.form}:both",
            scene.number,
            status=story.status(scene, index),
            mode=_mode(scene, entry, story),
            follows=scene.block != "caption",
            block=scene.block,
        )
    ]


def _both_act(scene: Scene, index: int) -> bool:
    """hai bên (đã / tiến hành / có) hội đàm: the two sides right before the verb, or the subject of the one before."""
    if any(phrase.role("both") for phrase in scene.phrases[max(0, index - 4) : index]):
        return True
    at, entry = subject(scene, index), scene.phrases[index].entry
    if at is None or entry is None or not scene.phrases[at].role("both"):
        return False
    acts = not entry.noun and scene.phrases[index - 1].kind == "marker" and not scene.speech_before(index)
    return acts or (scene.block == "caption" and at == 0)
