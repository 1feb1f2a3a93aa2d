"""Who travels: named by "của", the subject, or the one foreigner in the sentence."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Party, group_party, parties_of
from bangiao.findings.context.scene import Scene, fronted_subject, subject
from bangiao.findings.context.story import Story
from bangiao.languages import HOME


def travellers_to(scene: Scene, index: int, story: Story, country: str, owner: int | None) -> list[Party]:
    """Chuyến thăm của A; A thăm B; nhân dịp A thăm B: the travellers, else the one foreigner in the sentence."""
    order: list[int | None] = [owner]
    if scene.in_occasion(index) and owner is None:
        order += [_inside(scene, index), fronted_subject(scene, index)]
    order.append(subject(scene, index))
    for at in order:
        if at is None:
            continue
        guests = foreign_parties(scene, at, country, story)
        if guests:
            return guests
        if at == owner and any(party.side != country for party in story.parties(scene, scene.phrases[at])):
            return []  # whose visit it is; one of the country itself has invited
    rest = sorted(
        (
            position
            for position, phrase in enumerate(scene.phrases)
            if phrase.kind in ("people", "group") and position not in scene.inviters
        ),
        key=lambda position: (scene.phrases[position].kind != "people", position > index, abs(position - index)),
    )
    for at in rest:
        guests = foreign_parties(scene, at, country, story)
        if guests:
            return guests
    return []


def _inside(scene: Scene, index: int) -> int | None:
    """Nhân dịp A thăm …: the person between the occasion's marker and the verb."""
    occasion = scene.occasion_at(index)
    before = range(index - 1, occasion[0], -1) if occasion is not None else ()
    return next((at for at in before if scene.phrases[at].kind == "people"), None)


def foreign_parties(scene: Scene, at: int, country: str, story: Story) -> list[Party]:
    """The people or the delegation of one phrase who are not of the country visited."""
    phrase = scene.phrases[at]
    if phrase.kind == "pronoun":
        parties = [replace(party, guest=True) for party in story.actor()]
    elif phrase.kind == "people":
        parties = parties_of(phrase, scene.roster, guest=True)
    elif phrase.kind == "group" and (phrase.country or phrase.org):
        parties = [group_party(phrase, guest=True)]
    else:
        return []
    return [party for party in parties if party.side != country and (party.side != "?" or country == HOME)]
