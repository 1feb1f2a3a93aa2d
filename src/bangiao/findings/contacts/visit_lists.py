"""Lists of visits of the past: "các đoàn thăm Lào có: A (6/1961), B (5/1997)", one visit for each person and date."""

from itertools import pairwise

from msgspec.structs import replace

from bangiao.findings.context.drafts import Draft, Party, parties_of
from bangiao.findings.context.scene import Scene
from bangiao.findings.context.story import Story
from bangiao.findings.context.timing import usable
from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages import HOME
from bangiao.model.dates import DateMention, Day


def read_visit_list(scene: Scene, index: int, story: Story, where: tuple[str, Phrase] | None) -> list[Draft]:
    """The visits of a list of two or more persons, each with a date of long ago in brackets; else nothing."""
    country = where[0] if where is not None else _country_of(scene, index)
    if country is None:
        return []
    drafts = []
    for at, date in _dated(scene, index, story):
        guests = [_visitor(party, country, story) for party in parties_of(scene.phrases[at], scene.roster, guest=True)]
        if not guests or any(guest.side in (country, "?") for guest in guests):
            continue
        place = Party(None, country, at=where[1].span if where is not None else None, why="" if where else "the host")
        drafts.append(_visit(scene, at, (*guests, place), date, country))
    return drafts if len(drafts) > 1 else []


def times(scene: Scene, index: int, story: Story) -> list[Phrase]:
    """A từng thăm Lào, lần đầu vào năm 2010, lần thứ hai năm 2012: the date of each time, where there are two."""
    found = []
    start = index
    for at in range(index + 1, len(scene.phrases)):
        phrase = scene.phrases[at]
        if phrase.kind == "trigger" or phrase.text == ";":
            break
        if usable(phrase) and story.earlier(phrase.date):
            counted = any(p.text.lower() in scene.grammar.nth_time for p in scene.phrases[start + 1 : at])
            found += [phrase] if counted else []
            start = at
    return found if len(found) > 1 else []


def _country_of(scene: Scene, index: int) -> str | None:
    """các đoàn thăm ta: home."""
    ours = any(phrase.text.lower() in scene.grammar.ours for phrase in scene.phrases[index + 1 : index + 3])
    return HOME if ours else None


def _dated(scene: Scene, index: int, story: Story) -> list[tuple[int, DateMention]]:
    """People with a date of long ago in the brackets right after them."""
    found = []
    for at, (people, mark) in enumerate(pairwise(scene.phrases)):
        following = scene.phrases[at + 2] if at + 2 < len(scene.phrases) else None
        if at <= index or people.kind != "people" or mark.text != "(" or following is None:
            continue
        date = following.date if usable(following) else _year(following)
        if date is not None and story.earlier(date):
            found.append((at, date))
    return found


def _year(phrase: Phrase) -> DateMention | None:
    """(2006): a year alone in brackets."""
    year = int(phrase.text) if len(phrase.text) == len("2006") and phrase.text.isdecimal() else 0
    return DateMention(*phrase.span, Day(year)) if 1900 <= year < 2100 else None


def _visitor(party: Party, country: str, story: Story) -> Party:
    """Who visits a country is not of it: a name of the home form among the visitors of home is the other country's."""
    told = party.entity is not None and party.entity.country is not None
    others = story.named - {country}
    if told or party.side not in (country, "?") or len(others) != 1:
        return party
    return replace(party, country=next(iter(others)), why="the one other country that the report names")


def _visit(scene: Scene, at: int, parties: tuple[Party, ...], date: DateMention, country: str) -> Draft:
    return Draft(
        "visit",
        *scene.phrases[at].span,
        parties,
        "recalled:visit",
        scene.number,
        status="recalled",
        date=date,
        country=country,
        key="recalled",
        block=scene.block,
    )
