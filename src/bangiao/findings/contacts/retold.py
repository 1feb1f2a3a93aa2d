"""What a report comes back to: a visit or talks told before, of which a later sentence tells the days."""

from msgspec.structs import replace

from bangiao.findings.contacts.visit_dates import date_after
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.model.dates import DateMention


def visit_again(scene: Scene, index: int, story: Story, owner: int | None) -> list[Draft]:
    """Chuyến thăm (của A) kéo dài đến 25/5: the days of the visit told before, where no country is told with them."""
    phrase = date_after(scene, index)
    date = phrase.date if phrase is not None else None
    if date is None or not _lasts(date) or story.earlier(date):
        return []
    visit = _visit_of(story, story.parties(scene, scene.phrases[owner]) if owner is not None else [], scene)
    if visit is None:
        return []
    again = replace(visit, start=scene.phrases[index].start, end=scene.phrases[index].end, sentence=scene.number)
    return [replace(again, date=date, edge=None, place=None, background=True, block=scene.block, occasion=None)]


def _lasts(date: DateMention) -> bool:
    """Whether a date tells how long: an interval, two days, or an end."""
    return date.last is not None or bool(date.also) or date.open == "start"


def _visit_of(story: Story, guests: list[Party], scene: Scene) -> Draft | None:
    """The visit of these persons, else the one of the same sentence, else the only one that goes on or is to come."""
    told = [d for d in story.drafts if d.form == "visit" and story.settled(d) in ("held", "planned")]
    if guests:
        named = {party.entity for party in guests}
        return next((d for d in reversed(told) if any(p.guest and p.entity in named for p in d.parties)), None)
    here = [draft for draft in told if draft.sentence == scene.number]
    countries = {draft.country for draft in told}
    return here[-1] if here else told[-1] if len(countries) == 1 else None


def meeting_again(scene: Scene, index: int, story: Story, form: str) -> list[Draft]:
    """Hai bên sau đó đã hội đàm; buổi hội đàm chiều 5/6: the day of the last contact of that form, told without one."""
    told = next((d for d in reversed(story.drafts) if d.form == form and not d.background), None)
    if told is None or told.date is not None or told.status != "held" or told.sentence == scene.number:
        return []
    noun = scene.phrases[index].entry
    dated = _dated_by(scene, index) if noun is not None and noun.noun else _day_told(scene, index)
    if not dated:
        return []
    phrase = scene.phrases[index]
    again = replace(told, start=phrase.start, end=phrase.end, sentence=scene.number, block=scene.block, occasion=None)
    return [replace(again, follows=True)]


def _dated_by(scene: Scene, index: int) -> bool:
    """buổi hội đàm (diễn ra) chiều 5/6: a single day right after the noun."""
    for phrase in scene.phrases[index + 1 : index + 4]:
        if phrase.kind == "date":
            return usable(phrase) and phrase.date is not None and not _lasts(phrase.date)
        if phrase.text.lower() not in scene.grammar.lasting:
            return False
    return False


def _day_told(scene: Scene, index: int) -> bool:
    """Whether the clause before the verb tells a day, or that it was after what came before."""
    return any(
        usable(phrase) or phrase.text.lower() in scene.grammar.follows_on
        for position, phrase in enumerate(scene.phrases[:index])
        if not scene.in_occasion(position)
    )
