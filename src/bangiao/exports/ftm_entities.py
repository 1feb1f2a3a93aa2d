"""FollowTheMoney: people, posts, events, articles as entities, and a companion file for what that model cannot hold."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from bangiao.exports.codes import language3
from bangiao.exports.columns import Column, columns
from bangiao.exports.jsonl_lines import line
from bangiao.exports.parts import Described, Format, Part
from bangiao.register.released import (
    TABLES,
    BodyRow,
    ContactRow,
    MentionRow,
    OfficeRow,
    ParticipantRow,
    PersonRow,
    PostRow,
    ReportRow,
    SideRow,
    SpellingRow,
    TellingRow,
)
from bangiao.resolution.ids import short_id
from bangiao.resolution.names import name_key
from bangiao.views.names import country_name, is_known
from bangiao.views.release import Release

Entity = dict[str, Any]
# what the model has no place for: office at the event, channel, mode, status, commitments, quoted words
COMPANION = ("contacts", "participants", "commitments", "statements", "citations")
NOTES = (
    "`entities.ftm.json` holds one entity a line, as FollowTheMoney reads it (https://followthemoney.tech).",
    "`companion.jsonl` holds what that model has no place for, as lines of the jsonl format under the same ids: "
    "the office at an event, the channel, form, mode and status of a contact, commitments, statements, and the "
    "quoted words.",
    "The dates of an Occupancy are days on which reports show the person in the post, never its beginning or end.",
    "A contact by telephone is a Call from the people of the side named first; every other contact is an Event, "
    "since no report says where a journey began, which a Trip would need. Planned and cancelled contacts are "
    "entities too: their status stands in `keywords` and in the companion.",
    "Where a date has no year, the entity has no date.",
)
_MEANINGS: dict[str, tuple[str, dict[str, str]]] = {
    "Person": ("A person.", {"name": "the spelling shown", "alias": "other spellings", "country": "the side"}),
    "Organization": ("A side that is an organisation.", {"name": "as reports write it"}),
    "PublicBody": ("A body that took part in a contact.", {"name": "as reports write it", "country": "its side"}),
    "Position": ("A post.", {"name": "the post in words", "country": "its side"}),
    "Occupancy": ("A person seen in a post.", {"holder": "the person", "post": "the post", "date": "days seen in it"}),
    "Event": (
        "A contact.",
        {
            "name": "form and sides",
            "involved": "people, organisations and bodies",
            "country": "the sides' countries",
            "location": "venue, city, country",
            "date": "the day, month or year",
            "startDate": "the first day of an interval",
            "endDate": "its last day",
            "summary": "the occasion in the report's words",
            "keywords": "form, mode, status and channels",
            "proof": "the reports that tell it",
        },
    ),
    "Call": (
        "A contact by telephone.",
        {
            "caller": "people of the side named first",
            "receiver": "the others",
            "date": "the day",
            "proof": "the reports",
        },
    ),
    "Article": (
        "A report.",
        {
            "title": "the headline",
            "publisher": "the outlet",
            "author": "as named",
            "publishedAt": "the day of publication",
            "sourceUrl": "the address",
            "language": "ISO 639-3",
        },
    ),
    "Mention": (
        "A person named in a report.",
        {"document": "the report", "resolved": "the person", "name": "as written"},
    ),
}


def parts(release: Release) -> Iterator[Part]:
    """The entities, then the companion."""
    yield Part("entities.ftm.json", (msgspec.json.encode(one) + b"\n" for one in entities(release)))
    yield Part("companion.jsonl", (line(name, row) for name in COMPANION for row in release.rows(name)))


def entities(release: Release) -> Iterator[Entity]:
    """All entities, each once."""
    yield from _articles(release)
    yield from _people(release)
    yield from _posts(release)
    involved: dict[str, list[str]] = {}
    yield from _organisations(release, involved)
    yield from _events(release, involved)


def _entity(ident: str, schema: str, **properties: str | Iterable[str | None] | None) -> Entity:
    """An entity with the values that are known, each once, in order."""
    found: dict[str, list[str]] = {}
    for name, values in properties.items():
        several = [values] if isinstance(values, str) or values is None else list(values)
        known = dict.fromkeys(" ".join(one.split()) for one in several if one)
        known.pop("", None)
        if known:
            found[name] = list(known)
    return {"id": ident, "schema": schema, "properties": found}


def _country(label: str | None) -> str | None:
    return label.lower() if label and is_known(label) else None


def _articles(release: Release) -> Iterator[Entity]:
    for one in release.of(ReportRow):
        yield _entity(
            one.report_id,
            "Article",
            title=one.headline or one.given_id,
            publisher=one.outlet,
            author=one.byline,
            publishedAt=one.published,
            sourceUrl=one.url if one.url and one.url.startswith(("http://", "https://")) else None,
            language=language3(one.language),
        )


def _people(release: Release) -> Iterator[Entity]:
    spelt: dict[str, list[str]] = {}
    for spelling in release.of(SpellingRow):
        spelt.setdefault(spelling.person_id, []).append(spelling.spelling)
    for one in release.of(PersonRow):
        others = [name for name in spelt.get(one.person_id, ()) if name != one.name]
        yield _entity(one.person_id, "Person", name=one.name, alias=others, country=_country(one.side))
    reports = {one.finding_id: one.report_id for one in release.of(TellingRow)}
    named = {(reports[one.finding_id], one.person_id, one.name) for one in release.of(MentionRow) if one.person_id}
    for report, person, name in sorted(named, key=lambda one: tuple(map(str, one))):
        ident = short_id("mention", report, person, name)
        yield _entity(ident, "Mention", document=report, resolved=person, name=name, detectedSchema="Person")


def _posts(release: Release) -> Iterator[Entity]:
    for one in release.of(OfficeRow):
        yield _entity(one.office_id, "Position", name=one.title, country=_country(one.side))
    held = {(one.finding_id, one.side, one.position): one for one in release.of(MentionRow)}
    days: dict[tuple[str, str], set[str]] = {}
    for post in release.of(PostRow):
        mention = held[post.finding_id, post.side, post.position]
        if mention.person_id:
            days.setdefault((mention.person_id, post.office_id), set()).update([mention.day] if mention.day else [])
    for (person, office), seen in sorted(days.items()):
        ident = short_id("occupancy", person, office)
        yield _entity(ident, "Occupancy", holder=person, post=office, date=sorted(seen))


def _organisations(release: Release, involved: dict[str, list[str]]) -> Iterator[Entity]:
    """The organisations and bodies, noting in which contacts they took part."""
    made: set[str] = set()
    labels: dict[tuple[str, int], str] = {}
    for side in release.of(SideRow):
        labels[side.contact_id, side.side] = side.label
        if side.org:
            ident = short_id("org", name_key(side.org))
            involved.setdefault(side.contact_id, []).append(ident)
            if ident not in made:
                made.add(ident)
                yield _entity(ident, "Organization", name=side.org)
    for body in release.of(BodyRow):
        label = labels[body.contact_id, body.side]
        ident = short_id("body", name_key(body.body), label)
        involved.setdefault(body.contact_id, []).append(ident)
        if ident not in made:
            made.add(ident)
            yield _entity(ident, "PublicBody", name=body.body, country=_country(label))


def _events(release: Release, involved: dict[str, list[str]]) -> Iterator[Entity]:
    people: dict[str, list[tuple[int, str]]] = {}
    for who in release.of(ParticipantRow):
        if who.person_id:
            people.setdefault(who.contact_id, []).append((who.side, who.person_id))
    labels: dict[str, list[str]] = {}
    for side in release.of(SideRow):
        labels.setdefault(side.contact_id, []).append(side.label)
    proof: dict[str, list[str]] = {}
    for told in release.of(TellingRow):
        proof.setdefault(told.contact_id, []).append(told.report_id)
    for one in release.of(ContactRow):
        ident = one.contact_id
        shared = {"proof": proof.get(ident, []), **_dates(one.date)}
        if one.mode == "phone":
            first = [person for side, person in people.get(ident, ()) if side == 0]
            others = [person for side, person in people.get(ident, ()) if side]
            yield _entity(ident, "Call", caller=first, receiver=[*others, *involved.get(ident, [])], **shared)
            continue
        place = ", ".join(filter(None, (one.venue, one.city, country_name(one.country, "en"))))
        yield _entity(
            ident,
            "Event",
            name=f"{one.form}: {', '.join(labels.get(ident, []))}",
            involved=[*(person for _, person in people.get(ident, ())), *involved.get(ident, [])],
            country=[_country(label) for label in labels.get(ident, ())],
            location=place,
            summary=one.occasion,
            keywords=[one.form, one.mode, one.status, *one.channels],
            **shared,
        )


def _dates(edtf: str | None) -> dict[str, str]:
    """The date in the properties of an entity: days, months and years that are known, ends that are open left out."""
    if not edtf or "X" in edtf or "[" in edtf:
        return {}
    first, _, last = edtf.partition("/")
    named = {"startDate": first, "endDate": last} if last else {"date": first}
    return {name: day for name, day in named.items() if _is_date(day)}


def _is_date(day: str) -> bool:
    """Whether the words are a year, month or day; a season or quarter of EDTF is none."""
    parts = day.split("-")
    return all(one.isdigit() for one in parts) and (len(parts) < 2 or 1 <= int(parts[1]) <= 12)


def described(release: Release) -> tuple[Described, ...]:
    """The schemata that are used with their properties, and the tables of the companion."""
    schemata = (
        Described(name, about, tuple(Column(one, "list", True, meaning=words) for one, words in meanings.items()))
        for name, (about, meanings) in _MEANINGS.items()
    )
    companion = (
        Described(f"companion: {name}", (TABLES[name].__doc__ or "").splitlines()[0], columns(TABLES[name]))
        for name in COMPANION
    )
    return (*schemata, *companion)


FORMAT = Format(
    "ftm", "json", "FollowTheMoney entities with a companion file", parts, described, NOTES, folder=True, text=False
)
