"""The verbs of saying and acting in a sentence, each with its subject: who agrees, proposes, thanks, affirms."""

from msgspec import Struct

from bangiao.findings.commitment_words import ActWords, Match
from bangiao.findings.phrases import Phrase
from bangiao.findings.scene import Scene

_BREAKS = frozenset((",", ";", ":", "-", "và", "đồng thời", "cũng như", "qua đó", "song", "nhưng"))
_PRONOUNS = frozenset("ông bà tôi ngài họ anh người".split()) | {"đồng chí", "chúng tôi", "ta", "chúng ta"}
_OBJECT_OF = frozenset(
    "với cho của tới đến về tại ở giữa bởi do từ trong để giúp gửi cùng đối theo là trước dành sang qua vào đưa như".split()
)
_BOTH = (
    "hai bên", "hai nước", "hai phía", "hai đảng", "hai nhà", "hai lãnh đạo", "hai vị", "hai thủ tướng", "hai bộ trưởng",
    "hai quốc hội", "hai chủ tịch", "hai tổng", "hai ngoại trưởng", "hai đoàn", "hai đồng chí", "đôi bên", "cả hai",
    "hai chính phủ", "hai bộ", "hai cơ quan",
)


class Verb(Struct, frozen=True):
    """An act in its sentence.

    `link`: "direct" (its subject stands before it), "linked" (it shares the subject of the verb before), "initial" (no
    subject stands before it in the sentence), "content" (it stands inside what is said). `agents` are the numbers of the
    subject's phrases; `nested` says that a verb of saying governs the clause; `partner` is who it was done with.
    """

    match: Match
    index: int
    link: str
    agents: tuple[int, ...] = ()
    nested: bool = False
    partner: int | None = None
    before: str = ""


def verbs(scene: Scene, lower: str, words: ActWords) -> list[Verb]:
    """The acts of a sentence from left to right."""
    found: list[Verb] = []
    for match in words.matches(lower, scene.start, scene.end):
        index = _phrase_at(scene.phrases, match.start)
        if index is not None and not _inside_people(scene.phrases[index], match):
            found.append(_verb(scene, match, index, found))
    return found


def _phrase_at(phrases: tuple[Phrase, ...], position: int) -> int | None:
    return next((number for number, phrase in enumerate(phrases) if phrase.end > position), None)


def _inside_people(phrase: Phrase, match: Match) -> bool:
    return phrase.kind in ("people", "org") and phrase.start < match.start


def _verb(scene: Scene, match: Match, index: int, before: list[Verb]) -> Verb:
    phrases = scene.phrases
    previous = before[-1] if before else None
    word = _word_before(scene, match, index)
    position, near = index - 1, 0
    while position >= 0:
        phrase = phrases[position]
        if previous is not None and phrase.start < previous.match.end:
            link = "linked" if near <= 1 else "content"
            return Verb(match, index, link, previous.agents, nested=True, before=word)
        if is_agent(phrase):
            return _with_subject(scene, match, index, position, previous, word)
        if phrase.text.lower() in _BREAKS:
            if phrase.text == "," and position and is_agent(phrases[position - 1]) and near == 0 and position == index - 1:
                if not _is_object(scene, position - 1):
                    return Verb(match, index, "direct", _all_agents(scene, position - 1), before=word)
            if near > 3:
                return Verb(match, index, "content", previous.agents if previous else (), before=word)
            return Verb(match, index, "linked", previous.agents if previous else _main_subject(scene, position), before=word)
        if phrase.kind not in ("date", "place", "mark") and not phrase.role("past", "future", "stage"):
            near += 1
        if near > 6:
            return Verb(match, index, "content", previous.agents if previous else (), before=word)
        position -= 1
    return Verb(match, index, "initial" if near <= 3 else "content", (), before=word)


def _word_before(scene: Scene, match: Match, index: int) -> str:
    """The word right before the verb, in lower case."""
    return scene.phrases[index - 1].text.lower() if index else ""


def is_agent(phrase: Phrase) -> bool:
    """Whether a phrase can speak: a person, a body or country, "hai bên", a pronoun, a capital that stands for its country."""
    if phrase.kind in ("people", "country", "org") or phrase.role("both"):
        return True
    if phrase.kind == "group":
        return bool(phrase.country or phrase.org) or phrase.text.lower().startswith(_BOTH)
    if phrase.kind == "place":
        return bool(phrase.place and phrase.place.city and not phrase.place.venue)
    return phrase.text.lower() in _PRONOUNS


def is_both(phrase: Phrase) -> bool:
    """Whether a phrase means the two sides together."""
    return phrase.role("both") or phrase.text.lower().startswith(_BOTH)


def is_pronoun(phrase: Phrase) -> bool:
    """Whether a phrase points at the one who spoke before."""
    return phrase.text.lower() in _PRONOUNS


def _with_subject(
    scene: Scene, match: Match, index: int, position: int, previous: Verb | None, word: str
) -> Verb:
    """A verb before which an agent stands: its subject, or the object of the verb before."""
    if not _is_object(scene, position):
        nested = previous is not None and _touches(scene, previous, position)
        return Verb(match, index, "direct", _all_agents(scene, position), nested, before=word)
    subject = _main_subject(scene, position)
    if previous is None and subject:
        # A hội đàm với B nhất trí …
        return Verb(match, index, "direct", subject, partner=position, before=word)
    return Verb(match, index, "content", previous.agents if previous else subject, before=word)


def _touches(scene: Scene, previous: Verb, position: int) -> bool:
    """Whether nothing but small words stands between a verb and the agent after it."""
    between = scene.phrases[previous.index + 1 : position]
    return all(p.text.lower() in ("rằng", ",", ":", '"', "là") or p.start < previous.match.end for p in between)


def _is_object(scene: Scene, position: int) -> bool:
    """Whether an agent is the object of a preposition or a contact's verb, or the owner of what stands before it."""
    if position == 0:
        return False
    before = scene.phrases[position - 1]
    if before.text.lower() in ("và", ",") and position >= 2 and scene.phrases[position - 2].kind == scene.phrases[position].kind:
        return _is_object(scene, position - 2)
    if before.kind == "trigger" and scene.phrases[position].kind in ("people", "country", "group"):
        return True
    return before.text.lower().split()[-1:] != [] and before.text.lower().split()[-1] in _OBJECT_OF


def _all_agents(scene: Scene, position: int) -> tuple[int, ...]:
    """The subject with those who are joined to it: "A và B", "Việt Nam - Lào", "Bộ trưởng hai nước"."""
    found = [position]
    while position >= 2:
        joiner, other = scene.phrases[position - 1], scene.phrases[position - 2]
        if joiner.text.lower() in ("và", "-", "cùng", ",", "cùng với") and is_agent(other) and not is_pronoun(other):
            if joiner.text == "," and other.kind != "country":
                break
            position -= 2
            found.append(position)
        else:
            break
    return tuple(reversed(found))


def _main_subject(scene: Scene, before: int) -> tuple[int, ...]:
    """The first agent of the sentence that is no object, before a place in it."""
    for position in range(before):
        phrase = scene.phrases[position]
        if is_agent(phrase) and phrase.kind != "place" and not _is_object(scene, position) and position not in scene.inviters:
            if not scene.in_occasion(position):
                last = position
                while last + 2 < before and scene.phrases[last + 1].text == "và" and is_agent(scene.phrases[last + 2]):
                    last += 2
                return _all_agents(scene, last)
    return ()
