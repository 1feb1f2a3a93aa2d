"""Who stands for a side: a country's leader where leaders meet; a side for those whom no office places."""

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party, group_party
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME


def leader_of(scene: Scene, country: Phrase) -> Party:
    """A country where leaders meet is its leader, if the report names one."""
    for entity in scene.roster.most_named():
        if (
            country.country in (entity.country, entity.known)
            and not entity.late
            and ("state" in entity.channels or scene.roster.holds(entity, scene.grammar.top_heads))
        ):
            return Party(entity, country.country, None, entity.channels, at=country.span)
    return group_party(country)


def both_named(scene: Scene, at: int) -> list[Party]:
    """hai nhà lãnh đạo Anh - Mỹ: the leaders of the two countries right after the words, or nobody."""
    after = scene.phrases[at + 1 : at + 4]
    if len(after) < 3 or after[1].text not in scene.grammar.pair_joins:
        return []
    countries = [phrase for phrase in (after[0], after[2]) if phrase.kind == "country" and phrase.country]
    return [leader_of(scene, phrase) for phrase in countries] if len({p.country for p in countries}) == 2 else []


def placed(draft: Draft, story: Story) -> Draft:
    """The contact with every person on a side, as far as the report lets one know; each person once."""
    parties: dict[tuple[int | None, str], Party] = {}
    sides = {party.side for party in draft.parties if party.side != "?"}
    for party in draft.parties:
        if party.side == "?" and party.entity is not None:
            country, why = _country(draft, sides, story)
            if country == HOME and party.entity.name and not party.entity.vietnamese_form:
                country = None  # nobody with a foreign name is of the home country because a contact took place there
            company = party.entity.company
            if company is not None and not why.startswith("the country"):
                party = replace(party, org=story.text[company[0] : company[1]], at=company)
            elif country:
                party = replace(party, country=country, why=why)
        number = party.entity.number if party.entity is not None else None
        known = parties.get((number, party.side))
        if known is None or (number is None and not known.channels and party.channels):
            parties[number, party.side] = party
    return _hosted(replace(draft, parties=tuple(parties.values())), story)


def _hosted(draft: Draft, story: Story) -> Draft:
    """A, whose visit to B is told, dự tiệc chiêu đãi: a ceremony of guests alone is held by the country they visit."""
    sides = {party.side for party in draft.parties}
    if draft.form != "ceremony" or len(sides) != 1 or not draft.rule.startswith("event") or not draft.people:
        return draft
    trip = story.trip_of(draft.parties, draft.sentence)
    if trip is None or trip in sides:
        return draft
    host = Party(None, trip, why="the country that the trip goes to")
    return replace(draft, parties=(*draft.parties, host), country=draft.country or trip, country_why=host.why)


def _country(draft: Draft, sides: set[str], story: Story) -> tuple[str | None, str]:
    trip = story.trip_of(tuple(party for party in draft.parties if party.side != "?"), draft.sentence, near=True)
    if trip and trip not in sides:
        return trip, "the country that the trip goes to"
    attends = draft.form == "conference"  # where it is held tells nothing of who comes
    if draft.country and draft.country not in sides and not attends:
        return draft.country, "the country in which it took place"
    if (
        draft.place is not None
        and draft.place.country
        and draft.place.country not in sides
        and draft.place.country != HOME
        and not attends
    ):
        return draft.place.country, "the country in which it took place"
    foreign = story.foreign_countries() - sides
    if len(foreign) == 1:
        return next(iter(foreign)), "the one other country that the report names"
    return None, ""
