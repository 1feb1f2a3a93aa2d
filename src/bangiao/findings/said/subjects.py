"""Who can be the subject of a verb of saying, and how subjects are joined: "A và B", "Việt Nam - Lào"."""

from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.said.words import ActWords


def is_agent(phrase: Phrase, words: ActWords) -> bool:
    """Whether a phrase can speak: a person, body, country, "hai bên", a pronoun, a capital for its country."""
    if phrase.kind in ("people", "country", "org") or phrase.role("both"):
        return True
    if phrase.kind == "group":
        return bool(phrase.country or phrase.org) or is_both(phrase, words) or is_seat(phrase, words)
    if phrase.kind == "place" and phrase.place is not None:
        return is_seat(phrase, words) or bool(phrase.place.city and not phrase.place.venue)
    return is_pronoun(phrase, words)


def is_both(phrase: Phrase, words: ActWords) -> bool:
    """Whether a phrase means the two sides together."""
    return phrase.role("both") or words.starts("both", phrase.text.lower())


def is_pronoun(phrase: Phrase, words: ActWords) -> bool:
    """Whether a phrase points at the one who spoke before."""
    return words.holds("pronoun", phrase.text.lower())


def is_seat(phrase: Phrase, words: ActWords) -> bool:
    """Nhà Trắng, Điện Kremlin: whether a house stands for the government that sits in it."""
    return phrase.kind in ("place", "group") and words.holds("seat", phrase.text.lower())


def is_light(phrase: Phrase, words: ActWords) -> bool:
    """Whether it is a small word that may stand between subject and verb."""
    return phrase.role("past", "future", "stage") or words.holds("light", phrase.text.lower())


def is_object(scene: Scene, position: int, words: ActWords) -> bool:
    """Whether an agent is the object of a preposition or a contact's verb, or only says whose a thing is."""
    if position == 0:
        return False
    phrase, before = scene.phrases[position], scene.phrases[position - 1]
    if beside(scene, position, words) is not None:
        return False
    if words.holds("and", before.text.lower()) and position >= 2 and scene.phrases[position - 2].kind == phrase.kind:
        return is_object(scene, position - 2, words)
    if only_says_whose(scene, position, words):
        return True
    if before.kind == "trigger" and phrase.kind in ("people", "country", "group"):
        return True
    return words.holds("object_of", (before.text.lower().split() or [""])[-1])


def only_says_whose(scene: Scene, position: int, words: ActWords) -> bool:
    """ngư dân Philippines, báo chí Mỹ: a country after a common noun does not speak."""
    if scene.phrases[position].kind not in ("country", "place") or position == 0:
        return False
    before = scene.phrases[position - 1]
    word = before.text.lower()
    if before.kind != "word" or not word.isalpha():
        return False
    return not words.holds("speaks_for", word) and not is_light(before, words)


def all_agents(scene: Scene, position: int, words: ActWords) -> tuple[int, ...]:
    """A subject with those who are joined to it on its left."""
    found = [position]
    while True:
        other = beside(scene, position, words)
        if other is None:
            other = position - 2 if position >= 2 and _joined(scene, position, words) else None
        if other is None:
            return tuple(reversed(found))
        position = other
        found.append(position)


def beside(scene: Scene, position: int, words: ActWords) -> int | None:
    """A đã cùng B trao đổi: the agent with whom the one at this place does something; null where there is none."""
    if position < 2 or not words.holds("joins", scene.phrases[position - 1].text.lower()):
        return None
    other = position - 2
    while other > 0 and is_light(scene.phrases[other], words):
        other -= 1
    if other == position - 2 or scene.phrases[other].kind != "people" or is_object(scene, other, words):
        return None
    return other


def _joined(scene: Scene, position: int, words: ActWords) -> bool:
    """Whether "và", a dash or (between countries) a comma joins a phrase to an agent before it."""
    phrase, joiner, other = scene.phrases[position], scene.phrases[position - 1], scene.phrases[position - 2]
    if joiner.text == "," and not (other.kind == phrase.kind == "country"):
        return False
    if joiner.text not in (",", "-") and not words.holds("joins", joiner.text.lower()):
        return False
    if not is_agent(other, words):
        return False
    return not is_pronoun(other, words) and not only_says_whose(scene, position - 2, words)


def main_subject(scene: Scene, before: int, words: ActWords) -> tuple[int, ...]:
    """The first agent of the sentence that is no object, before a place in it; empty where there is none."""
    for position in range(before):
        phrase = scene.phrases[position]
        if not is_agent(phrase, words) or phrase.kind == "place" or is_object(scene, position, words):
            continue
        if position in scene.inviters or scene.in_occasion(position):
            continue
        last = position
        while last + 2 < before and _and(scene, last + 1, words) and is_agent(scene.phrases[last + 2], words):
            last += 2
        return all_agents(scene, last, words)
    return ()


def fronted(scene: Scene, index: int) -> int | None:
    """Bày tỏ vui mừng …, X đánh giá cao …: who stands after a comma, whose deed the sentence begins with."""
    for number in range(index + 1, len(scene.phrases) - 1):
        after = scene.phrases[number + 1]
        if scene.phrases[number].text == "," and (after.kind == "people" or after.role("both")):
            return number + 1
    return None


def _and(scene: Scene, position: int, words: ActWords) -> bool:
    return words.holds("and", scene.phrases[position].text)
