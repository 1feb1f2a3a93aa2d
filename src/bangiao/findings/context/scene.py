"""One sentence as a scene: its phrases, the role each plays, and who can be subject or object of a verb."""

from msgspec import Struct

from bangiao.findings.context.occasions import inviters_in, occasions_in
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.roster import Roster
from bangiao.languages.grammar import Grammar


class Scene(Struct, frozen=True):
    """A sentence with its phrases; `occasions` are the stretches that give a frame or an occasion."""

    number: int
    start: int
    end: int
    block: str
    phrases: tuple[Phrase, ...]
    roster: Roster
    grammar: Grammar
    occasions: tuple[tuple[int, int], ...] = ()
    inviters: frozenset[int] = frozenset()

    def countries(self) -> set[str]:
        """Every country that the sentence names, by itself or in an office."""
        codes = {phrase.country for phrase in self.phrases if phrase.country}
        codes |= {mention.country for phrase in self.phrases for mention in phrase.mentions if mention.country}
        return codes

    def occasion_at(self, index: int) -> tuple[int, int] | None:
        """The occasion ("trong khuôn khổ …", "nhân dịp …") in which a phrase stands, or null."""
        return next((occasion for occasion in self.occasions if occasion[0] <= index < occasion[1]), None)

    def in_occasion(self, index: int) -> bool:
        """Whether a phrase stands in an occasion."""
        return self.occasion_at(index) is not None

    def speech_before(self, index: int) -> bool:
        """Whether a verb of saying stands between the clause's subject and this phrase: what follows is content."""
        for position in range(index - 1, -1, -1):
            phrase = self.phrases[position]
            if phrase.text == ";" and any(
                p.kind in ("people", "date") for p in self.phrases[position + 1 : position + 4]
            ):
                return False
            if (
                phrase.role("speech")
                and (position == 0 or phrase.text[0].islower())
                and not self._speaking_at(position)
                and not self._agreed(position)
                and not self._announced(position, index)
                and self.occasion_at(position) in (None, self.occasion_at(index))
            ):
                return True
        return False

    def only_said(self, index: int) -> bool:
        """Whether what a phrase tells is the content of what somebody says, and no occasion."""
        return self.speech_before(index) and not self.in_occasion(index)

    def _agreed(self, position: int) -> bool:
        """theo kế hoạch đã được hai bên thống nhất, A …: what has been agreed before, not what is being said."""
        return any(phrase.text in self.grammar.granted for phrase in self.phrases[max(0, position - 2) : position])

    def _announced(self, position: int, index: int) -> bool:
        """Nhà Trắng cho biết Tổng thống A sẽ gặp B: somebody tells of an act, with who acts right after the word."""
        if self.phrases[position].text.lower() not in self.grammar.informs:
            return False
        agent = position + 1
        while agent < index and (self.phrases[agent].text in self.grammar.that or self.phrases[agent].kind == "date"):
            agent += 1
        between = self.phrases[agent + 1 : index]
        return (
            agent < index
            and self.phrases[agent].kind in ("people", "pronoun", "country")
            and any(p.role("past", "future") or p.text in self.grammar.tenses for p in between)
            and all(
                p.kind in ("date", "spouse") or p.role("past", "future") or p.text in self.grammar.tenses
                for p in between
            )
        )

    def _speaking_at(self, position: int) -> bool:
        """Phát biểu tại / sau …: the words after it tell where somebody spoke, not what."""
        following = self.phrases[position + 1] if position + 1 < len(self.phrases) else None
        return following is not None and following.text.lower() in self.grammar.where_spoken

    def unreal(self, index: int) -> bool:
        """muốn gặp, nếu gặp, không gặp, đề xuất một cuộc gặp: wished for, possible or denied, and so no act."""
        for position in range(index - 1, max(-1, index - 5), -1):
            phrase = self.phrases[position]
            pair = f"{self.phrases[position - 1].text} {phrase.text}".lower() if position else ""
            denied = phrase.role("negative") and position >= index - 2
            if denied or not self.grammar.unreal.isdisjoint((phrase.text.lower(), pair)):
                return True
            if phrase.kind in ("people", "mark", "group", "pronoun") or phrase.role("future", "both", "cancelled"):
                return self._wished(index)
        return False

    def _wished(self, index: int) -> bool:
        """A muốn trao đổi với B trong cuộc gặp …: the noun belongs to what is wished, with the other side between."""
        entry = self.phrases[index].entry
        if entry is None or not entry.noun or self.phrases[index - 1].text.lower() not in self.grammar.where_spoken:
            return False
        for position in range(index - 2, max(-1, index - 10), -1):
            phrase = self.phrases[position]
            if phrase.text.lower() in self.grammar.wishes:
                return True
            if phrase.kind in ("mark", "trigger", "date") or phrase.role("speech", "past"):
                return False
        return False

    def marked(self, index: int, *roles: str, reach: int = 6) -> bool:
        """Whether a marker of one of these roles stands shortly before, in the same clause."""
        for position in range(index - 1, max(-1, index - 1 - reach), -1):
            phrase = self.phrases[position]
            if phrase.role(*roles):
                return True
            if phrase.text in (";", ".") or phrase.kind == "people":
                return False
        return False


def invited(scene: Scene, index: int) -> bool:
    """mời B thăm …: an invitation, which is no visit until it is accepted."""
    crossed = 0
    for position in range(index - 1, max(-1, index - 8), -1):
        phrase = scene.phrases[position]
        if phrase.role("accepted"):
            return False
        if phrase.role("invite"):
            return not (position and scene.phrases[position - 1].role("accepted"))  # đã nhận lời mời thăm …
        owner = position > 0 and scene.phrases[position - 1].text in scene.grammar.of  # chuyển lời mời của A tới B
        crossed += phrase.kind == "people" and not owner
        if (
            crossed > 1
            or phrase.text in (",", ";")
            or (phrase.kind == "trigger" and phrase.text not in scene.grammar.moves)
        ):
            return False
    return False


def trip_owner(scene: Scene, index: int) -> int | None:
    """chuyến công tác của A dự X và thăm Y …: whose trip a verb after the noun belongs to."""
    phrases = scene.phrases
    noun = next(
        (
            position
            for position in range(index - 1, max(-1, index - 16), -1)
            if phrases[position].kind == "trigger"
            and (entry := phrases[position].entry) is not None
            and entry.noun
            and entry.form == "visit"
        ),
        None,
    )
    if noun is None or any(phrase.text == ";" for phrase in phrases[noun + 1 : index]):
        return None
    if noun + 2 < len(phrases) and phrases[noun + 1].text in scene.grammar.of and phrases[noun + 2].kind == "people":
        return noun + 2
    for position in range(noun + 1, len(phrases)):
        phrase = phrases[position]
        if phrase.kind == "people":
            return position if phrases[position - 1].text in scene.grammar.of and position > index else None
        if phrase.text in (";", ".") or (phrase.text == "," and position > index):
            return None
    return None


def set_scene(
    number: int, start: int, end: int, block: str, phrases: list[Phrase], roster: Roster, grammar: Grammar
) -> Scene:
    """Lay out a sentence: where occasions begin and end, and who only invites."""
    return Scene(
        number,
        start,
        end,
        block,
        tuple(phrases),
        roster,
        grammar,
        tuple(occasions_in(phrases, grammar)),
        frozenset(inviters_in(phrases)),
    )


def subject(scene: Scene, index: int) -> int | None:
    """The phrase that does what the verb at `index` says, or null.

    The people right before it; after a comma, "và" or a semicolon the subject of the verb before.
    """
    linked = False
    for position in range(index - 1, -1, -1):
        phrase = scene.phrases[position]
        if position in scene.inviters:
            continue
        if phrase.kind in ("people", "group", "pronoun") or phrase.role("both"):
            if _predicate(scene, position):
                continue
            if _acts(scene, position, linked):
                return position
            continue
        if _country_acts(scene, position, index) and not linked:
            return position
        if phrase.text in scene.grammar.clause_breaks or phrase.kind in ("trigger", "date", "place", "spouse"):
            linked = linked or phrase.text in scene.grammar.clause_joins or phrase.kind == "trigger"
        elif phrase.role("occasion", "inviter"):
            linked = True
    return None


def _predicate(scene: Scene, position: int) -> bool:
    """A trở thành tổng thống đầu tiên thăm …: an office without a name that is said of somebody named before."""
    phrase, before = scene.phrases[position], scene.phrases[position - 1] if position else None
    if phrase.kind != "people" or before is None or before.text.lower() not in scene.grammar.becoming:
        return False
    named = any(mention.name for mention in phrase.mentions)
    return not named and any(p.kind == "people" for p in scene.phrases[:position])


def joint_subject(scene: Scene, index: int) -> list[int]:
    """Phái đoàn A và phái đoàn B đã đàm phán; A và B tổ chức …: those who together do what the verb says."""
    phrases = scene.phrases
    position = index - 1
    while position > 0 and (phrases[position].kind == "date" or phrases[position].role("past", "future")):
        position -= 1
    found: list[int] = []
    while position >= 0 and phrases[position].kind in ("people", "group", "country", "org", "pair"):
        if position not in scene.inviters:
            found.insert(0, position)
        if position < 2 or not _joins(scene, position - 1):
            break
        position -= 2
    return found


def _joins(scene: Scene, position: int) -> bool:
    """Whether a word or mark joins two who act; a dash joins two countries alone."""
    phrases = scene.phrases
    pair = phrases[position].text == "-" and phrases[position - 1].kind == phrases[position + 1].kind == "country"
    return pair or phrases[position].text in scene.grammar.person_joins


def _acts(scene: Scene, position: int, linked: bool) -> bool:
    """Whether people or a body can be the subject: not led ("do B dẫn đầu"), not of nobody, not an object."""
    phrase = scene.phrases[position]
    before = scene.phrases[position - 1] if position else None
    if phrase.kind == "group":
        headed = before is not None and before.text.lower() in scene.grammar.delegation_headed
        if headed or not (phrase.country or phrase.org):
            return False
    if phrase.kind == "people" and before is not None and before.text in scene.grammar.by and not linked:
        return False
    return not (linked and _is_object(scene, position))


def _acts_later(scene: Scene, position: int, verb: int) -> bool:
    """Triều Tiên hôm nay đã hủy …: only tense and day between a country and its verb, and no person who may act."""
    people = (at for at in range(position) if scene.phrases[at].kind == "people")
    return all(scene.in_occasion(at) for at in people) and all(
        phrase.kind == "date" or phrase.role("past", "future", "cancelled") or phrase.text in scene.grammar.tenses
        for phrase in scene.phrases[position + 1 : verb]
    )


def _country_acts(scene: Scene, position: int, verb: int) -> bool:
    """Pháp tổ chức …: a country or an organisation at the head of a clause, right before its verb."""
    phrases = scene.phrases
    return (
        phrases[position].kind in ("country", "org", "pair")
        and (position == verb - 1 or _acts_later(scene, position, verb))
        and (
            position == 0
            or phrases[position - 1].text in scene.grammar.country_subject_after
            or phrases[position - 1].role("occasion")
        )
    )


def _is_object(scene: Scene, index: int) -> bool:
    """Whether a person is the object of a verb before it, so that a later verb has another subject."""
    for position in range(index - 1, max(-1, index - 10), -1):
        phrase = scene.phrases[position]
        if phrase.kind == "trigger":
            return True
        if phrase.text in (",", ";", ".") or phrase.kind in ("people", "date", "place"):
            return False
    return False


def complement(scene: Scene, index: int, kinds: tuple[str, ...], reach: int = 7) -> int | None:
    """The first phrase of one of these kinds after a verb, before the clause ends, or null."""
    phrases = scene.phrases
    for position in range(index + 1, min(len(phrases), index + 1 + reach)):
        phrase = phrases[position]
        if phrase.kind in kinds and position not in scene.inviters:
            about = phrase.kind != "people" and phrases[position - 1].text in scene.grammar.about
            return None if about else _enumerated(scene, position)
        if phrase.role("both") and "people" in kinds:
            return position
        if phrase.text == "," and _qualified(phrases, index, position, scene.grammar):
            continue
        if (
            phrase.kind in ("trigger", "people", "group")
            or phrase.text in (",", ";", ".", ":")
            or phrase.role("occasion", "inviter")
        ):
            return None
    return None


def _qualified(phrases: tuple[Phrase, ...], index: int, comma: int, grammar: Grammar) -> bool:
    """trao đổi thẳng thắn, tích cực với B: a comma between the words that say how."""
    preposition = next(
        (at for at in range(comma + 1, min(len(phrases), comma + 5)) if phrases[at].text in grammar.with_whom), None
    )
    return preposition is not None and all(
        phrase.kind == "word" or phrase.text == "," for phrase in phrases[index + 1 : preposition]
    )


def _enumerated(scene: Scene, position: int) -> int:
    """Đại sứ các nước …, gồm A, B và C: the list stands for the general words before it."""
    phrase = scene.phrases[position]
    if phrase.kind == "people" and any(mention.name for mention in phrase.mentions):
        return position
    for index in range(position + 1, min(len(scene.phrases), position + 8)):
        following = scene.phrases[index]
        if following.kind == "people" and scene.phrases[index - 1].text in scene.grammar.enumerates:
            return index
        if following.kind in ("trigger", "date") or following.text in (";", "."):
            return position
    return position


def fronted_subject(scene: Scene, index: int) -> int | None:
    """For a phrase in a fronted occasion: the subject of the main clause that follows."""
    occasion = scene.occasion_at(index)
    after = range(occasion[1], len(scene.phrases)) if occasion is not None else ()
    return next((at for at in after if scene.phrases[at].kind == "people" and at not in scene.inviters), None)
