"""Conferences, ceremonies and sessions that somebody attends, chairs or holds."""

from msgspec.structs import replace

from bangiao.findings.contacts.attendees import agents_at, attendee, hosts_of, same_trip, subject_after_comma
from bangiao.findings.contacts.event_drafts import event_draft
from bangiao.findings.contacts.event_names import extent, governed_events
from bangiao.findings.contacts.event_parties import hosted, share_organiser
from bangiao.findings.contacts.pairs import read_paired
from bangiao.findings.context.drafts import Draft, group_party
from bangiao.findings.context.scene import Scene, invited, subject
from bangiao.findings.context.story import Story


def read_attendance(scene: Scene, index: int, story: Story) -> list[Draft]:
    """dự / tham dự / chủ trì, and the event nouns after it; each named event is a contact of its own."""
    if scene.only_said(index) or invited(scene, index):
        return []
    drafts: list[Draft] = []
    travellers = same_trip(scene, index, story)
    agents = travellers.agents if travellers else hosts_of(scene, index, attendee(scene, index), story)
    for position in governed_events(scene, index):
        if read_paired(scene, position, story) is not None:
            continue  # the noun tells it
        drafts.extend(event_draft(scene, position, agents, story, index))
    if travellers:
        drafts = [
            replace(
                draft,
                background=draft.background or travellers.background,
                status="planned" if travellers.planned else draft.status,
            )
            for draft in drafts
        ]
    if _came_for(scene, index):
        drafts = [replace(draft, background=True) for draft in drafts]
    return [hosted(draft, scene, index, story) for draft in share_organiser(drafts)]


def _came_for(scene: Scene, index: int) -> bool:
    """A tiếp B sang dự X: what the guest has come for, whose day and place are not those of the reception."""
    before = scene.phrases[:index]
    moved = next((at for at in range(index - 1, max(-1, index - 6), -1) if before[at].kind == "trigger"), None)
    return moved is not None and before[moved].tells("move") and any(phrase.tells("meet") for phrase in before)


def read_lone_event(scene: Scene, index: int, story: Story) -> list[Draft]:
    """An event noun without a verb of attending: after "bên lề", "trong khuôn khổ", or as what is held."""
    entry = scene.phrases[index].entry
    before = scene.phrases[index - 1] if index else None
    if (paired := read_paired(scene, index, story)) is not None:
        return paired
    if entry is None or (before is not None and before.kind == "trigger") or scene.speech_before(index):
        return []
    if scene.in_occasion(index):
        if any(p.role("invite") for p in scene.phrases[:index]):
            return []  # đã được mời thăm … trong dịp diễn ra …: of a trip that nobody has accepted yet
        lone = entry.form == "conference" and scene.phrases[index - 1].text != "("
        return event_draft(scene, index, story.people_in(scene), story, None) if lone else []
    if before is not None and _stands_at(scene, index):
        at = subject_after_comma(scene, index)
        return event_draft(scene, index, agents_at(scene, at, story), story, None) if at is not None else []
    if _takes_place(scene, index):
        return event_draft(scene, index, [], story, None)
    if before is not None and before.text in scene.grammar.one and scene.block == "body":
        groups = [group_party(p) for p in scene.phrases if p.kind == "group" and (p.country or p.org)]
        return event_draft(scene, index, groups, story, None)
    if before is not None and (before.role("past", "future") or before.kind in ("group", "people")) and entry.verb:
        return event_draft(scene, index, agents_at(scene, subject(scene, index), story), story, None)
    return []


def _stands_at(scene: Scene, index: int) -> bool:
    """Tại Hội nghị X, A …: a named event that opens the sentence."""
    before = scene.phrases[index - 1].text.lower()
    speaks = (
        index > 1 and scene.phrases[index - 2].text.lower() in scene.grammar.speaking
    )  # phát biểu tại Hội nghị X, A
    return index <= (6 if speaks else 3) and before in scene.grammar.at_event and extent(scene, index) > index + 1


def _takes_place(scene: Scene, index: int) -> bool:
    """Hội nghị X diễn ra, khai mạc …: an event that is its sentence's subject, with nobody before it."""
    if scene.block != "body" or index > 4 or any(p.kind == "people" for p in scene.phrases[:index]):
        return False
    last = extent(scene, index)
    after = scene.phrases[last].text if last < len(scene.phrases) else ""
    return after in scene.grammar.taking_place or any(
        p.text in scene.grammar.opening for p in scene.phrases[index : index + 14]
    )
