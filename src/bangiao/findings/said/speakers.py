"""On whose behalf a sentence speaks: the sides of its subject, by the report's people and contacts."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bangiao.findings.context.drafts import nation
from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.roster import Entity
from bangiao.findings.said.clauses import Verb
from bangiao.findings.said.subjects import fronted, is_both, is_pronoun, is_seat
from bangiao.findings.said.words import ActWords
from bangiao.languages import HOME
from bangiao.languages.pack import Pack
from bangiao.model.findings import Contact

# so many words before and in a group's name tell whether it speaks for its country
_TITLE = 8


class Speaker(Struct, frozen=True):
    """Who speaks: the sides, the person where one does, where the words stand, and why where no words tell the side."""

    by: tuple[str, ...]
    entity: Entity | None = None
    at: tuple[int, int] | None = None
    why: str = ""
    both: bool = False
    official: bool = True


class Talk:
    """The sides and speakers of one report, from its contacts; `last` is who spoke last."""

    def __init__(
        self, scenes: Sequence[Scene], contacts: Sequence[Contact], lower: str, pack: Pack, words: ActWords
    ) -> None:
        self.pack, self.words, self._lower = pack, words, lower
        self._voiceless = _voiceless(scenes, lower, words)
        self.last: Speaker | None = None
        self._known: tuple[str, ...] = ()
        self._pairs: list[tuple[int, tuple[str, ...]]] = []
        self._names: dict[str, str] = {}
        self.sides: set[str] = set()
        for contact in contacts:
            keys = tuple(side.country or side.org or "" for side in contact.sides)
            self.sides.update(key for key in keys if key)
            self._known = self._known or tuple(key for key in keys if key)
            if len(keys) == 2 and all(keys) and contact.form != "conference" and contact.evidence:
                self._pairs.append((contact.evidence[0].start, keys))
            for side, key in zip(contact.sides, keys, strict=True):
                self._names.update((person.name, key) for person in side.people if person.name and key)
        self._pairs.sort()
        self._alone = _alone(scenes, self._names)

    def pair(self, scene: Scene, start: int) -> tuple[str, ...]:
        """The two sides of the contact told last before this place, else of the first one, else none.

        Where the sentence has named a side before, a contact with that side comes first.
        """
        told = [keys for at, keys in self._pairs if at <= start] or [keys for _, keys in self._pairs[:1]]
        named = {key for phrase in scene.phrases if phrase.end <= start for key in self.named(scene, phrase)}
        return max(reversed(told), key=lambda keys: len(named.intersection(keys)), default=())

    def named(self, scene: Scene, phrase: Phrase) -> list[str]:
        """The sides that a phrase names."""
        people = [scene.roster.of(mention) for mention in phrase.mentions]
        keys = [phrase.country or phrase.org, *(one.country or self._names.get(one.name or "") for one in people)]
        return [key for key in keys if key]

    def speaker(self, scene: Scene, verb: Verb) -> Speaker | None:
        """Who does what a verb says; null where nobody can be found."""
        agents = [scene.phrases[number] for number in verb.agents]
        if not agents and verb.link == "initial" and (subject := fronted(scene, verb.index)) is not None:
            agents = [scene.phrases[subject]]
        if not agents or all(is_pronoun(phrase, self.words) for phrase in agents):
            return self._carried(agents)
        if verb.last_alone:
            return self._person(scene, agents[-1], len(agents[-1].mentions) - 1)
        told = [speaker for phrase in agents if (speaker := self._of(scene, phrase)) is not None]
        return _together(told)

    def _carried(self, agents: list[Phrase]) -> Speaker | None:
        """A pronoun or a sentence without a subject: the one who spoke before."""
        if self.last is None:
            return None
        at = (agents[0].start, agents[0].end) if agents else self.last.at
        why = "the one who spoke in the sentence before"
        return Speaker(self.last.by, self.last.entity, at, why, self.last.both, self.last.official)

    def _of(self, scene: Scene, phrase: Phrase) -> Speaker | None:
        at = (phrase.start, phrase.end)
        if is_both(phrase, self.words):
            pair = self.pair(scene, phrase.start)
            if pair:
                return Speaker(pair, None, at, "the two sides of the contact told before", True)
            known = "of the two sides those that the report's first contact tells"
            return Speaker(self._known, None, at, known, True) if self._known else None
        if phrase.kind == "people":
            return _together([self._person(scene, phrase, number) for number in range(len(phrase.mentions))])
        if is_seat(phrase, self.words):
            code = phrase.country or self._code(phrase.text, "venue")
            return Speaker((code,), None, at, "the house stands for the government in it") if code else None
        if phrase.kind == "place":
            code = phrase.country
            return Speaker((code,), None, at, "the capital stands for its country") if code else None
        key = phrase.country or phrase.org
        return Speaker((key,), None, at, official=not self._unnamed(scene, phrase)) if key else None

    def _unnamed(self, scene: Scene, phrase: Phrase) -> bool:
        """Một quan chức Mỹ, truyền thông nhà nước Triều Tiên: whose country speaks for no side."""
        start = self._lower.rfind(",", scene.start, phrase.start) + 1 or scene.start
        return self.words.unnamed(" ".join(self._lower[start : phrase.end].split()[-_TITLE:]))

    def _person(self, scene: Scene, phrase: Phrase, number: int) -> Speaker:
        mention = phrase.mentions[number]
        side = self._side_named(mention.name)
        if side is not None:
            return Speaker((side,), None, (mention.start, mention.end))
        entity = scene.roster.of(mention)
        at = (mention.start, mention.end)
        code = entity.country or entity.org or (phrase.country if len(phrase.mentions) == 1 else None)
        why = ""
        if code is None:
            code = self._names.get(entity.name or "") or nation(entity)
            why = "the side on which the report places this person"
        if code is None and entity.channels:
            code = self._abroad(scene, mention.start)
            why = "an office and a name of foreign form: the foreign side of the contact told before"
        if entity.name is None and code in self._alone and scene.roster.holds(entity, self.words.lists["leads"]):
            entity, why = self._alone[code], why or "of that side the contacts name one person, who leads it"
        # who takes part in a contact speaks for a side; another named person does in an office
        official = entity.name in self._names
        if not official and entity.number not in self._voiceless:
            official = entity.name is None or bool(entity.channels)
        return Speaker((code,) if code else (), entity, at, why, official=official)

    def _abroad(self, scene: Scene, start: int) -> str | None:
        """The other side of a contact with home."""
        pair = self.pair(scene, start)
        return next((key for key in pair if key != HOME), None) if HOME in pair else None

    def _side_named(self, name: str | None) -> str | None:
        """Phía Nga, Phía Việt Nam: no person, but the country named."""
        if name is None or not self.words.holds("side", name.lower().split()[0]):
            return None
        return self._code(name, "country", "short", "org")

    def _code(self, text: str, *kinds: str) -> str | None:
        """The country or organisation that the first words of one of these kinds stand for."""
        found = (entry for _, _, entries in self.pack.lexicon.matches(text.lower()) for entry in entries)
        return next((entry.code for entry in found if entry.kind in kinds), None)


def _alone(scenes: Sequence[Scene], names: Mapping[str, str]) -> dict[str, Entity]:
    """By side the one person whom the contacts name on it, where there is one: "nhà lãnh đạo Nga" is that person."""
    if not scenes:
        return {}
    named: dict[str, list[Entity]] = {}
    for entity in scenes[0].roster.all():
        side = names.get(entity.name or "")
        if side is not None:
            named.setdefault(side, []).append(entity)
    return {side: entities[0] for side, entities in named.items() if len(entities) == 1}


def _voiceless(scenes: Sequence[Scene], lower: str, words: ActWords) -> frozenset[int]:
    """People who speak for no side: spokespeople, experts, reporters, as the words beside their name tell."""
    found = set()
    for scene in scenes:
        for phrase in scene.phrases:
            for mention in phrase.mentions:
                own = lower[mention.start : mention.end]
                title = lower[scene.start : mention.start].rstrip(" ,").rsplit(",", 1)[-1].lstrip()
                after = lower[mention.end : scene.end]
                after = after.lstrip(" ,") if after.startswith(",") else ""
                if any(words.voiceless(part) for part in (own, title, after)):
                    found.add(scene.roster.of(mention).number)
    return frozenset(found)


def _together(told: list[Speaker]) -> Speaker | None:
    if not told:
        return None
    if len(told) == 1:
        return told[0]
    by = tuple(dict.fromkeys(key for speaker in told for key in speaker.by))
    spans = [speaker.at for speaker in told if speaker.at]
    at = (min(a for a, _ in spans), max(b for _, b in spans)) if spans else None
    why = next((speaker.why for speaker in told if speaker.why), "")
    return Speaker(by, told[0].entity if len(by) == 1 else None, at, why, len(by) > 1, all(s.official for s in told))
