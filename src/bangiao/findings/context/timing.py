"""Which date, which place and which occasion of a sentence belong to which contact."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.places import Place
from bangiao.findings.phrases.roster import Entity
from bangiao.languages import HOME
from bangiao.model.dates import DateMention


def settle(scene: Scene, index: int, drafts: list[Draft], story: Story) -> list[Draft]:
    """Give the contacts of a verb the sentence's date, place and occasion where they are theirs."""
    if not drafts:
        return drafts
    place = main_place(scene, index)
    date = _date_of(scene, index, drafts, story)
    occasion = _occasion(scene, index)
    out = []
    for draft in drafts:
        draft = _dated(scene, index, draft, date, story)
        if draft.status == "recalled" and draft.date is None:
            draft = replace(draft, date=_back_when(scene, index, story))
        if draft.form == "visit" and draft.date is None and draft.background and story.earlier(date):
            draft = replace(draft, date=date)  # hồi tháng 3, trong chuyến thăm …, A đã cam kết
        fronted = occasion is not None and occasion[0] < draft.start
        if not draft.background and (fronted or draft.form != "visit"):  # what follows a visit may be its aims
            draft = replace(draft, occasion=occasion)
        if draft.form == "visit":
            draft = _staged(scene, draft)
        elif place is not None and draft.rule == "visit:institution" and draft.place is not None:
            draft = _in_town(draft, place.place)
        elif place is not None and draft.place is None and draft.mode == "in_person" and draft.form != "message":
            draft = _situated(draft, place.place)
        out.extend(_each_time(draft, story))
    return out


def _back_when(scene: Scene, index: int, story: Story) -> DateMention | None:
    """gặp nhau bên lề Hội nghị X hồi tháng 12: what is recalled was when the words after it say, occasion or not."""
    for phrase in scene.phrases[index + 1 :]:
        if usable(phrase):
            return phrase.date if story.earlier(phrase.date) else None
        if phrase.text in (",", ";") or (phrase.kind == "trigger" and not phrase.tells("event")):
            return None
    return None


def _each_time(draft: Draft, story: Story) -> list[Draft]:
    """các chuyến thăm năm 2011 và 2014: what was on several dates of long ago are several contacts."""
    date = draft.date
    if date is None or not date.also or date.either or story.settled(draft) != "recalled":
        return [draft]
    return [replace(draft, date=replace(date, first=day, also=())) for day in (date.first, *date.also)]


def _date_of(scene: Scene, index: int, drafts: list[Draft], story: Story) -> DateMention | None:
    """The sentence's date, or the last one told ("cùng ngày"); not the departure's, not that of a whole trip."""
    date = main_date(scene, index)
    if date is None or date.relative == "same_day":
        follows = any(draft.follows and draft.status != "recalled" for draft in drafts)
        date = story.last_date() if date is not None or follows else None
    if date is not None and drafts[0].rule.startswith("event") and _departs(scene):
        return None
    if date is not None and story.edtf(date)[0] == (story.published or "")[:4]:
        return None  # năm 2024: the year that goes on dates no event in it
    if date is not None and _interval(date) and drafts[0].form != "visit" and _tells_trip(scene, drafts[0].form):
        return None
    return date


def _dated(scene: Scene, index: int, draft: Draft, date: DateMention | None, story: Story) -> Draft:
    """The contact with the sentence's date, where it has none of its own and is no background."""
    if draft.date is None and draft.form != "visit":
        own = _right_after(scene, index, story) if draft.background else date
        return replace(draft, date=own or (date if _just_before(scene, index, date) else None))
    if draft.date is None and not draft.background:
        return replace(draft, date=date)
    if draft.edge is not None and draft.date is not None and _interval(draft.date):
        return replace(draft, edge=None)
    return draft


def _just_before(scene: Scene, index: int, date: DateMention | None) -> bool:
    """Ngày 3/4, A sau cuộc hội đàm với B đã bày tỏ …: the talks right before what was said were on that day."""
    if date is None or _interval(date) or not scene.phrases[index].tells("meet"):
        return False
    occasion = scene.occasion_at(index)
    opened = occasion is not None and scene.phrases[occasion[0]].text.lower() in scene.grammar.straight_after
    return opened and occasion is not None and any(p.date is date for p in scene.phrases[: occasion[0]])


def _staged(scene: Scene, draft: Draft) -> Draft:
    """A visit goes to a country: only a town, or the place of arrival or departure, is its place."""
    if draft.place is not None and draft.place.city is None and draft.edge is None:
        draft = replace(draft, place=None)
    stage = _stage(scene, draft.edge == "end") if draft.edge is not None and not draft.background else None
    return draft if stage is None else replace(draft, place=stage.place)


def _in_town(draft: Draft, place: Place | None) -> Draft:
    """An institution called at lies in the town that the sentence tells."""
    if draft.place is None or draft.place.city or place is None or not place.city or place.country == HOME:
        return draft
    return replace(draft, place=replace(draft.place, city=place.city))


def _situated(draft: Draft, place: Place | None) -> Draft:
    """The contact at the sentence's place; of what is background the venue is another contact's, its town is not."""
    if draft.background and place is not None and place.venue:
        if place.likely and draft.country is None:
            draft = replace(draft, country=place.country, country_why="the venue of the sentence")
        place = replace(place, venue=None, likely=False) if place.city else None
    return replace(draft, place=place)


def _occasion(scene: Scene, index: int) -> tuple[int, int] | None:
    """Nhân dịp Quốc khánh Lào, A …; A gặp B bên lề Hội nghị X: where the words stand that tell the occasion."""
    for first, last in scene.occasions:
        apart = any(phrase.text == ";" for phrase in scene.phrases[min(first, index) : max(first, index)])
        if apart or first <= index < last or not _gives_reason(scene, first):
            continue
        end = next((at for at in range(first + 1, last) if _closes(scene, first, at)), last)
        while scene.phrases[end - 1].text in scene.grammar.joins:
            end -= 1
        return (scene.phrases[first].start, scene.phrases[end - 1].end) if end > first + 1 else None
    return None


def _gives_reason(scene: Scene, first: int) -> bool:
    """Whether a marker opens an occasion, no mere "after"; "nhân" alone, which also ends nouns, needs a visit."""
    words = scene.phrases[first].text.lower()
    named = " " in words or any(phrase.kind == "trigger" for phrase in scene.phrases[first + 1 : first + 2])
    return named and words in scene.grammar.occasions


def _closes(scene: Scene, first: int, position: int) -> bool:
    """Whether the words of an occasion end before this phrase: at a mark or at the next verb of saying."""
    phrase = scene.phrases[position]
    if phrase.text == ")":
        return all(before.text != "(" for before in scene.phrases[first:position])
    return phrase.text in (",", ";", ".", ":") or phrase.role("speech", "occasion")


def same_day(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Ngày 5/3, sau khi hội đàm, A và B dự lễ ký: what the same persons did just before has the same day."""
    return [replace(draft, date=day) if (day := _day_of_next(scene, draft, drafts)) else draft for draft in drafts]


def back_then(scene: Scene, drafts: list[Draft], story: Story) -> list[Draft]:
    """A hội đàm với B trong chuyến thăm B năm 2005: what was done on a visit of long ago was done then and there."""
    visit = next(
        (d for d in drafts if d.form == "visit" and d.background and d.date and story.settled(d) == "recalled"), None
    )
    if visit is None or not any(first <= _index(scene, visit) < last for first, last in scene.occasions):
        return drafts
    guests = {party.entity for party in visit.parties if party.guest and party.entity is not None}
    return [_taken_back(d, visit, guests) for d in drafts]


def _taken_back(draft: Draft, visit: Draft, guests: set[Entity]) -> Draft:
    """The contact in the time and country of the visit of long ago, where it is recalled or of the same people."""
    theirs = draft.status == "recalled" or (draft.status == "held" and bool(guests & set(draft.people)))
    if draft.form == "visit" or draft.date is not None or not theirs:
        return draft
    country = draft.country or visit.country
    return replace(draft, status="recalled", date=visit.date, country=country, country_why="on that visit")


def _index(scene: Scene, draft: Draft) -> int:
    """The phrase that tells a contact."""
    return next(index for index, phrase in enumerate(scene.phrases) if phrase.start <= draft.start < phrase.end)


def _day_of_next(scene: Scene, draft: Draft, drafts: list[Draft]) -> DateMention | None:
    if draft.date is not None or not draft.background or draft.form not in ("talks", "meeting", "ceremony", "signing"):
        return None
    index = _index(scene, draft)
    if not any(p.text.lower() in scene.grammar.straight_after for p in scene.phrases[max(0, index - 3) : index]):
        return None
    persons = set(draft.people)
    return next(
        (
            d.date
            for d in drafts
            if d.date is not None and d.date.last is None and not d.background and persons == set(d.people)
        ),
        None,
    )


def _right_after(scene: Scene, index: int, story: Story) -> DateMention | None:
    """sau lễ đón sáng 8/8; sau hội đàm với B hôm 8/8, A …: a date inside an occasion is the occasion's."""
    occasion = scene.occasion_at(index)
    last = occasion[1] if occasion is not None else index + 2
    own = occasion is not None and occasion[1] < len(scene.phrases)
    for position in range(index + 1, min(last, len(scene.phrases))):
        phrase = scene.phrases[position]
        if usable(phrase) and (
            own
            or position == index + 1
            or (phrase.date is not None and (phrase.date.last is not None or story.earlier(phrase.date)))
        ):
            return phrase.date
        if phrase.text in (",", ";") or phrase.tells("visit"):
            return None
        own = own and phrase.kind != "trigger"
    return None


def _departs(scene: Scene) -> bool:
    """lên đường, rời …: the day is the departure's, not that of what the trip is for."""
    return any(
        phrase.tells("move")
        and not (position and scene.phrases[position - 1].tells("visit"))  # thăm cấp Nhà nước tới B
        and (
            phrase.text.lower() in scene.grammar.setting_out
            or any(following.kind == "place" for following in scene.phrases[position + 1 : position + 3])
        )
        for position, phrase in enumerate(scene.phrases)
        if not scene.in_occasion(position)
    )


def _tells_trip(scene: Scene, form: str) -> bool:
    """A trip, or several events: an interval is the whole's, not one event's; that of a stay is no single meeting's."""
    events = [p for p in scene.phrases if p.tells("event")]
    return len(events) > 1 or any(
        (form != "conference" or not scene.in_occasion(at)) and phrase.tells("visit")
        for at, phrase in enumerate(scene.phrases)
    )


def _interval(date: DateMention) -> bool:
    return date.last is not None or bool(date.also)


def usable(phrase: Phrase) -> bool:
    """A date phrase that can date a contact."""
    return (
        phrase.kind == "date"
        and phrase.date is not None
        and not phrase.date.anniversary
        and not phrase.date.restates
        and phrase.date.festival is None
        and phrase.date.era is None
        and not (phrase.date.open is not None and not phrase.date.first.day)  # kể từ năm 2018; mục tiêu đến năm 2030
    )


def main_date(scene: Scene, index: int) -> DateMention | None:
    """The sentence's date for the verb at `index`: before it in its clause, else right after it."""
    inside, said = scene.in_occasion(index), False
    for position in range(index - 1, -1, -1):
        phrase = scene.phrases[position]
        if usable(phrase) and (inside or not scene.in_occasion(position)) and not _of_visit(scene, position):
            vague = phrase.date is not None and phrase.date.relative == "recently"
            later = _date_after(scene, index) if said or vague else None
            return later or phrase.date  # hôm 5/3, A thông báo B sẽ gặp C ngày 9/3; lần gần đây họ gặp nhau là tháng 3
        said = said or phrase.text.lower() in scene.grammar.informs
    return _date_after(scene, index)


def _date_after(scene: Scene, index: int) -> DateMention | None:
    """The date after a verb, in its clause."""
    for position in range(index + 1, len(scene.phrases)):
        phrase = scene.phrases[position]
        if usable(phrase) and not scene.in_occasion(position) and not _of_visit(scene, position):
            return phrase.date
        if phrase.role("speech") or phrase.text in (";", "."):
            return None
    return None


def _of_visit(scene: Scene, position: int) -> bool:
    """Whether a date belongs to a visit told right before it ("thăm Việt Nam từ ngày 6 đến 7/3")."""
    for before in range(position - 1, max(-1, position - 12), -1):
        phrase = scene.phrases[before]
        if phrase.kind == "trigger" and phrase.entry is not None:
            return phrase.entry.frame == "visit"
        if phrase.text in (";", ".", ","):
            return False
    return False


def main_place(scene: Scene, index: int) -> Phrase | None:
    """Where the verb's act took place: a place of its clause, else one told in the occasion."""
    own: list[int] = []
    spare: list[int] = []
    for position, phrase in enumerate(scene.phrases):
        if phrase.kind != "place" or phrase.place is None or _destination(scene, position):
            continue
        if not (phrase.place.country or phrase.place.venue or phrase.place.city):
            continue  # a sea or a part of the world
        if _other_clause(scene, position, index):
            continue
        if position > index and scene.speech_before(position) and not scene.speech_before(index):
            continue  # where the matter spoken of lies, not where it was spoken of
        (spare if scene.in_occasion(position) and not scene.in_occasion(index) else own).append(position)
    for found in (own, spare):
        if told := [position for position in found if _located(scene, position)]:
            return scene.phrases[
                min(told, key=lambda position: (_vague(scene.phrases[position]), abs(position - index)))
            ]
    return None


def _other_clause(scene: Scene, position: int, index: int) -> bool:
    """đặt vòng hoa tại X; gặp B: whether a place is another clause's, told after that clause's own verb."""
    first, last = sorted((position, index))
    apart = any(phrase.text == ";" for phrase in scene.phrases[first:last])
    return apart and (
        position > index
        or any(p.kind == "trigger" and not scene.in_occasion(at) for at, p in enumerate(scene.phrases[:position]))
    )


def _vague(phrase: Phrase) -> bool:
    """Whether a place is a country and no more."""
    return phrase.place is None or not (phrase.place.venue or phrase.place.city or phrase.place.region)


def _stage(scene: Scene, leaving: bool) -> Phrase | None:
    """Where a traveller arrives or leaves from."""
    for position, phrase in enumerate(scene.phrases):
        if (
            phrase.kind == "place"
            and position
            and scene.phrases[position - 1].text.lower()
            in (scene.grammar.leaving if leaving else scene.grammar.arriving)
        ):
            return phrase
    return None


def _located(scene: Scene, position: int) -> bool:
    place = scene.phrases[position].place
    before = scene.phrases[position - 1].text.lower() if position else ""
    if before in scene.grammar.leaving:
        return False
    return before in scene.grammar.located_after or (place is not None and place.venue is not None)


def _destination(scene: Scene, position: int) -> bool:
    """Whether a place is where a visit goes, not where the sentence's act takes place."""
    for before in range(position - 1, max(-1, position - 4), -1):
        phrase = scene.phrases[before]
        if phrase.kind == "trigger" and phrase.entry is not None:
            return phrase.entry.frame == "visit"
        if phrase.text in scene.grammar.leaving:
            return False
        if phrase.text in (",", ";", "."):
            return False
    return False
