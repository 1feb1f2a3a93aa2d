"""The countries that a visit goes to."""

from collections.abc import Iterator

from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME


def destinations(scene: Scene, index: int) -> tuple[list[tuple[str, Phrase]], int | None, int]:
    """The countries visited, the traveller named by "của", and the index after which dates belong to the visit.

    "thăm Pháp và Đức", "chuyến thăm tới Pháp của A": up to the first phrase that is no part of the visit.
    """
    found: list[tuple[str, Phrase]] = []
    owner: int | None = None
    last = index
    position = index + 1
    while position < len(scene.phrases) and (found or position < index + 10):
        phrase, joined = scene.phrases[position], False
        if country := _goal(scene, position, first=not found):
            found.append((country, phrase))
            last = position
            joined = phrase.country is not None and _country_joined(scene, position)
        elif not (_fills(scene, phrase) or (not found and _leads_to(scene, index, position))):
            if not _owns(scene, position, first=owner is None):
                break
            owner = position
        if found and owner is not None and not joined:
            break
        position += 2 if joined else 1
    return found, owner, last


def visited(scene: Scene) -> Iterator[str]:
    """The countries of all visits that a sentence tells, in the order of its words."""
    for index, phrase in enumerate(scene.phrases):
        if phrase.tells("visit"):
            yield from (country for country, _ in destinations(scene, index)[0])


def _goal(scene: Scene, position: int, first: bool) -> str | None:
    """The country that a visit goes to here; a venue that only lies in a country is no destination."""
    phrase = scene.phrases[position]
    if phrase.country and phrase.kind in ("country", "place"):
        place = phrase.place if phrase.kind == "place" else None
        venue = place is not None and place.venue
        alone = place is not None and venue and (not place.country_at or venue[0] == phrase.start)
        return None if alone else phrase.country
    before = scene.phrases[position - 1].text
    home = phrase.text.lower() in scene.grammar.home_places and before in scene.grammar.at_place
    return HOME if home and first else None


def _country_joined(scene: Scene, position: int) -> bool:
    """Pháp và Đức: whether another country follows."""
    return (
        position + 2 < len(scene.phrases)
        and scene.phrases[position + 1].text in scene.grammar.joins
        and scene.phrases[position + 2].kind == "country"
    )


def _owns(scene: Scene, position: int, first: bool) -> bool:
    """chuyến thăm của A, của Đoàn đại biểu B: whoever travels."""
    phrase = scene.phrases[position]
    if scene.phrases[position - 1].text not in scene.grammar.of:
        return False
    return (phrase.kind == "people" and first) or (phrase.kind == "group" and bool(phrase.country or phrase.org))


def _leads_to(scene: Scene, index: int, position: int) -> bool:
    """chuyến thăm đầu tiên (của ông) tới Pháp: words between the noun of a visit and the "to" before its country."""
    entry, phrase = scene.phrases[index].entry, scene.phrases[position]
    if entry is None or not entry.noun or not _plain(scene, position):
        return False
    for at in range(position + 1, min(len(scene.phrases) - 1, index + 8)):
        if scene.phrases[at].text in scene.grammar.moves:
            return scene.phrases[at + 1].kind in ("country", "place")
        if not _plain(scene, at) and scene.phrases[at].kind != "date":  # chuyến thăm vào ngày 27/6 tới Nga
            return False
    return phrase.text in scene.grammar.moves


def _plain(scene: Scene, position: int) -> bool:
    """A small word, or the pronoun whose visit it is."""
    phrase = scene.phrases[position]
    if phrase.kind == "pronoun":
        return scene.phrases[position - 1].text in scene.grammar.of
    return phrase.kind == "word" and phrase.text.islower()


def _fills(scene: Scene, phrase: Phrase) -> bool:
    """Dates, spouses, brackets, towns and words of the way, which may stand between a visit and its country."""
    town = phrase.kind == "place" and not phrase.country and phrase.place is not None and not phrase.place.venue
    text = phrase.text.lower()
    return (
        town
        or phrase.kind in ("date", "spouse")
        or text in scene.grammar.visit_fills
        or text in ("(", ")")
        or (phrase.kind == "trigger" and text in scene.grammar.moves)
    )
