"""The countries that a visit goes to."""

from bangiao.findings.context.drafts import HOME
from bangiao.findings.context.scene import Scene
from bangiao.findings.phrases.phrase import Phrase


def destinations(scene: Scene, index: int) -> tuple[list[tuple[str, Phrase]], int | None, int]:
    """The countries visited, the traveller named by "của", and the index after which dates belong to the visit."""
    found: list[tuple[str, Phrase]] = []
    owner: int | None = None
    last = index
    position = index + 1
    while position < len(scene.phrases) and (found or position < index + 10):
        phrase = scene.phrases[position]
        if phrase.kind == "place" and not phrase.country and phrase.place is not None and not phrase.place.venue:
            pass
        elif phrase.country and phrase.kind in ("country", "place"):
            if (
                phrase.kind == "place"
                and phrase.place is not None
                and phrase.place.venue
                and (not phrase.place.country_at or phrase.place.venue[0] == phrase.start)
            ):
                break
            found.append((phrase.country, phrase))
            last = position
            if (
                position + 2 < len(scene.phrases)
                and scene.phrases[position + 1].text in scene.grammar.joins
                and scene.phrases[position + 2].kind == "country"
            ):
                position += 2
                continue
        elif (
            phrase.text.lower() in scene.grammar.home_places
            and scene.phrases[position - 1].text in scene.grammar.at_place
            and not found
        ):
            found.append((HOME, phrase))
            last = position
        elif phrase.kind == "people" and owner is None and scene.phrases[position - 1].text in scene.grammar.of:
            owner = position
        elif (
            phrase.kind == "date"
            or phrase.text.lower() in scene.grammar.visit_fills
            or phrase.kind == "spouse"
            or phrase.text in ("(", ")")
            or (phrase.kind == "trigger" and phrase.text.lower() in scene.grammar.moves)
        ):
            pass
        elif (
            phrase.kind == "group"
            and scene.phrases[position - 1].text in scene.grammar.of
            and (phrase.country or phrase.org)
        ):
            owner = position
        else:
            break
        if found and owner is not None:
            break
        position += 1
    return found, owner, last
