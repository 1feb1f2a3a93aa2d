"""What a report only looks back on, in passing: a visit, a meeting or a document with a day long past and few words."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party, group_party
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import WHO, Phrase
from bangiao.languages import HOME

MODES = {"call": "phone"}


def old_date(scene: Scene, index: int, story: Story, reach: int = 12) -> Phrase | None:
    """The date long past that follows a noun or verb in its clause, else null."""
    for phrase in scene.phrases[index + 1 : index + reach]:
        if usable(phrase):
            return phrase if story.earlier(phrase.date) else None
        if phrase.text in (",", ";", ".") or (
            phrase.kind == "trigger" and phrase.text not in scene.grammar.moves and not phrase.tells("event")
        ):
            return None
    return None


def visit_before(scene: Scene, index: int, story: Story, owner: int | None) -> list[Draft]:
    """… sau chuyến thăm hồi tháng 11/2017; trong chuyến thăm của A năm 2016: where it went is told elsewhere."""
    date = old_date(scene, index, story)
    if date is None:
        return []
    guests = story.parties(scene, scene.phrases[owner]) if owner is not None else []
    told = _visit_told(scene, story, guests)
    guests = guests or [party for party in (told.parties if told is not None else ()) if party.guest]
    country = (told.country if told is not None else None) or _other_country(story, guests)
    guests = [of_the_other(replace(party, guest=True), country, story) for party in guests if party.side != country]
    guests = [party for party in guests if party.side != "?"]
    if country is None or not guests:
        return []
    host = Party(None, country, why="the country that the report says was visited")
    return [_recalled(scene, index, "visit", (*guests, host), date, country=country)]


def of_the_other(party: Party, country: str | None, story: Story) -> Party:
    """A visitor whose office tells no country is of the one other country of the report."""
    others = story.named - {country}
    titled = party.entity is not None and bool(party.entity.channels)
    if party.side != "?" or not titled or len(others) != 1:
        return party
    return replace(party, country=next(iter(others)), why="the one other country that the report names")


def _visit_told(scene: Scene, story: Story, guests: list[Party]) -> Draft | None:
    """The visit of these persons, or of whom the sentence names, that has been told."""
    named = {party.entity for party in [*guests, *story.people_in(scene), *story.actor()] if party.entity is not None}
    return next(
        (
            draft
            for draft in reversed(story.drafts)
            if draft.form == "visit" and any(party.guest and party.entity in named for party in draft.parties)
        ),
        None,
    )


def _other_country(story: Story, guests: list[Party]) -> str | None:
    """Where somebody went whose destination no word tells: the other side of the report's main contact, else home."""
    own = {party.side for party in guests}
    main = _main(story)
    others = {party.country for party in main.parties} - own - {None} if main is not None else set()
    if len(others) == 1 and main is not None and own & {party.side for party in main.parties}:
        return others.pop()
    return HOME if own and HOME in story.named and HOME not in own else None


def _main(story: Story) -> Draft | None:
    """The first contact that the body tells."""
    return next((d for d in story.drafts if not d.headline and len({p.side for p in d.parties}) > 1), None)


def meeting_before(scene: Scene, index: int, story: Story) -> list[Draft]:
    """… đã nhất trí trong cuộc hội đàm (giữa …) tháng 12/2021: an earlier contact with a date, told in what is said."""
    phrase = scene.phrases[index]
    date = old_date(scene, index, story)
    main = _main(story)
    if date is None or main is None or phrase.entry is None:
        return []
    groups = [p for p in scene.phrases[index + 1 : index + 8] if p.kind in WHO]
    told = [party for p in groups[:2] for party in story.parties(scene, p)]
    if len({party.side for party in told}) < 2:
        present = story.people_in(scene)
        two = len(present) == 2 and len({party.side for party in present} - {"?"}) == 2
        told = present if two else _sides_of(main, present)
    return [_recalled(scene, index, phrase.entry.form, tuple(dict.fromkeys(told)), date)]


def _sides_of(main: Draft, present: list[Party]) -> list[Party]:
    """The sides of the main contact; its people only where the sentence names one of them."""
    people = {party.entity for party in present if party.entity is not None}
    if any(party.entity in people for party in main.parties):
        return list(main.parties)
    channels = tuple(dict.fromkeys(c for party in main.parties for c in party.channels_of()))
    why = "the sides of the report's main contact"
    return [Party(None, party.country, party.org, channels, why=why) for party in main.parties]


def signing_before(scene: Scene, index: int, story: Story) -> list[Draft]:
    """Hiệp ước (giữa) A và B ký năm 1987: a document of two sides, whose day is all that is told."""
    date = old_date(scene, index, story, 10)
    before = story.lower[scene.phrases[max(0, index - 12)].start : scene.phrases[index].start]
    if date is None or not any(word in before for word in scene.grammar.documents):
        return []
    sides = [
        group_party(phrase)
        for phrase in scene.phrases[max(0, index - 8) : index + 8]
        if phrase.kind in ("country", "org") and (phrase.country or phrase.org)
    ]
    parties = tuple({party.side: party for party in sides}.values())
    return [_recalled(scene, index, "signing", parties, date)] if 2 <= len(parties) <= 3 else []


def _recalled(
    scene: Scene, index: int, form: str, parties: tuple[Party, ...], date: Phrase, country: str | None = None
) -> Draft:
    return Draft(
        form,
        *scene.phrases[index].span,
        parties,
        f"recalled:{form}",
        scene.number,
        status="recalled",
        mode=MODES.get(form, "in_person"),
        date=date.date,
        country=country,
        country_why="the country that the report says was visited" if country else "",
        key="recalled",
        block=scene.block,
    )
