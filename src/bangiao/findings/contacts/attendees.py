"""Who attends an event: the subject, the traveller of the same clause, whoever comes or is received."""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.context.drafts import Party
from bangiao.findings.context.scene import Scene, fronted_subject, joint_subject, subject, trip_owner
from bangiao.findings.context.story import Story


class _Trip(Struct, frozen=True):
    """Who travels, and how the visit that the same clause tells is told."""

    agents: list[Party]
    background: bool
    planned: bool


def same_trip(scene: Scene, index: int, story: Story) -> _Trip | None:
    """thăm X và dự Y: purposes of one trip share their agent, their background and their time."""
    if not index or scene.phrases[index - 1].text not in scene.grammar.purpose_joins:
        return None
    for draft in reversed(story.drafts):
        if draft.sentence != scene.number:
            break
        if draft.form == "visit" and draft.start < scene.phrases[index].start:
            if any(
                draft.end <= phrase.start
                and (phrase.text == ";" or (phrase.kind == "people" and before.text not in scene.grammar.of))
                for before, phrase in pairwise(scene.phrases[:index])
            ):
                return None
            agents = [replace(party, guest=False) for party in draft.parties if party.guest]
            return _Trip(agents, draft.background, draft.status == "planned" or story.ahead(draft.date))
    return None


def attendee(scene: Scene, index: int) -> int | None:
    """Chuyến đi của A dự X; nhân dịp A sang dự X; A dự X: the phrase of whoever attends, or null."""
    owner = trip_owner(scene, index)
    if owner is not None:
        return owner
    if _others_attend(scene, index):
        return None
    if (occasion := scene.occasion_at(index)) is not None:
        comer = _comer(scene, occasion[0], index)
        if comer is not None:
            return comer
        inside = subject(scene, index)
        if inside is not None and inside > occasion[0]:
            return inside
        fronted = fronted_subject(scene, index)
        if fronted is not None:
            return fronted
    found = _mover(scene, index)
    if found is None:
        found = subject(scene, index)
    if found is None and index <= 1:
        return subject_after_comma(scene, index)
    return found


def _others_attend(scene: Scene, index: int) -> bool:
    """A chủ trì chiêu đãi các đoàn dự Hội nghị X: those right before the verb attend, of no one country."""
    if index < 2:
        return False
    before, leads = scene.phrases[index - 1], scene.phrases[index - 2].text.lower()
    nobody = before.kind == "group" and not (before.country or before.org)
    return nobody and leads not in scene.grammar.delegation_headed


def _comer(scene: Scene, first: int, index: int) -> int | None:
    """… tiếp B nhân dịp (ông) sang Việt Nam dự X: who comes is the one named last before the occasion."""
    inside = scene.phrases[first:index]
    moves = any(p.kind == "pronoun" or p.tells("move") for p in inside)
    if not moves or any(p.kind == "people" for p in inside):
        return None
    return next((i for i in range(first - 1, -1, -1) if scene.phrases[i].kind == "people"), None)


def _mover(scene: Scene, index: int) -> int | None:
    """… tiếp B dẫn đầu đoàn sang Việt Nam dự X: whom the verb of going before the attendance follows."""
    position = index - 1
    while position > max(0, index - 6) and (
        scene.phrases[position].kind in ("place", "country", "word")
        or scene.phrases[position].text in scene.grammar.joins
    ):
        position -= 1  # sang Việt Nam dự X; sang chia buồn và dự X
    entry = scene.phrases[position].entry if position > 0 else None
    if entry is None or entry.frame != "move":
        return None
    return next((i for i in range(position - 1, -1, -1) if scene.phrases[i].kind == "people"), None)


def subject_after_comma(scene: Scene, index: int) -> int | None:
    """Tham dự Hội nghị X, A nhấn mạnh: the subject follows the comma."""
    for position in range(index + 1, len(scene.phrases)):
        if scene.phrases[position].kind == "people" and scene.phrases[position - 1].text == ",":
            return position
    return None


def hosts_of(scene: Scene, index: int, at: int | None, story: Story) -> list[Party]:
    """Việt Nam và Lào tổ chức …: those who together hold the event; else the people or the body at `at`."""
    if at is None or scene.phrases[at].kind not in ("country", "group", "org"):
        return [*_leading(scene, at, story), *agents_at(scene, at, story)]
    together = [party for position in joint_subject(scene, index) for party in agents_at(scene, position, story)]
    return together or agents_at(scene, at, story)


def _leading(scene: Scene, at: int | None, story: Story) -> list[Party]:
    """A cùng lãnh đạo 36 nước, cùng B dự X: those with whom the last named attend."""
    if at is None or at < 2 or scene.phrases[at - 1].text not in scene.grammar.together:
        return []
    for position in range(at - 2, max(-1, at - 14), -1):
        phrase = scene.phrases[position]
        if phrase.kind == "people":
            return agents_at(scene, position, story)
        if phrase.kind in ("trigger", "date") or phrase.role("speech", "past"):
            return []
    return []


def agents_at(scene: Scene, at: int | None, story: Story) -> list[Party]:
    """The people or the body of one phrase as parties; nobody where there is no phrase."""
    return story.parties(scene, scene.phrases[at]) if at is not None else []
