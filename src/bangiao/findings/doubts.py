"""What reading a report left open: for a person to look at, and for the pack's author to mend."""

from bangiao.findings.cite import Citer
from bangiao.findings.context.drafts import Draft
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.model.evidence import Doubt

_TELLING = ("meet", "send", "welcome", "credentials", "award", "sign", "convey")


def doubts_of(
    scenes: list[Scene], told: list[Draft], lost: list[Draft], story: Story, citer: Citer
) -> tuple[Doubt, ...]:
    """Sentences with a verb of contact and no contact, people without a country, dates that could not be placed."""
    found: list[Doubt] = []
    for scene in scenes:
        found.extend(_untold(scene, [draft for draft in told if draft.sentence == scene.number], citer))
    for draft in [*told, *lost]:
        found.extend(_unplaced(draft, citer))
        if draft.date is not None and story.edtf(draft.date)[0] is None and draft.date.festival is None:
            found.append(
                citer.doubt(
                    "date-not-placed",
                    "the day cannot be told from these words; "
                    "give the report's date of publication, or correct the date",
                    (draft.date.start, draft.date.end),
                )
            )
    return tuple(dict.fromkeys(found))


def _untold(scene: Scene, drafts: list[Draft], citer: Citer) -> list[Doubt]:
    """A verb of contact between people that came to nothing."""
    if drafts or scene.block == "caption" or not any(phrase.kind == "people" for phrase in scene.phrases):
        return []
    for index, phrase in enumerate(scene.phrases):
        entry = phrase.entry
        if phrase.kind != "trigger" or entry is None or entry.frame not in _TELLING or entry.noun:
            continue
        if not scene.speech_before(index) and len(scene.countries()) > 0:
            return [
                citer.doubt(
                    "verb-without-contact",
                    "the sentence has a verb of contact, but no contact was read; look whether one is told",
                    (phrase.start, phrase.end),
                )
            ]
    return []


def _unplaced(draft: Draft, citer: Citer) -> list[Doubt]:
    return [
        citer.doubt(
            "person-without-country",
            "no country or organisation is told for this person, so the contact was left out; correct it by hand",
            party.entity.name_at or party.entity.office_at[0],
        )
        for party in draft.parties
        if party.side == "?" and party.entity is not None and (party.entity.name_at or party.entity.office_at)
    ]
