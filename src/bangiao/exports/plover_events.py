"""PLOVER: contacts as event data, one JSON object a line, by the rules of the ontology.

A meeting is one event with all who took part, never exploded into pairs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import msgspec

from bangiao.exports.codes import alpha3
from bangiao.exports.columns import Column
from bangiao.exports.parts import Described, Format, Part
from bangiao.model.vocabulary import Channel
from bangiao.register.released import CommitmentRow, ContactRow, ParticipantRow, ReportRow, SideRow, TellingRow
from bangiao.views.names import country_name
from bangiao.views.release import Release

EVENTS = ("CONSULT", "AGREE", "REJECT")
MODES = ("visit", "third-party", "multilateral", "phone")
AUXILIARY = ("historical", "future", "negation")
SECTORS: dict[Channel, str] = {
    "party": "PTY",
    "state": "GOV",
    "government": "GOV",
    "parliament": "LEG",
    "defence_security": "MIL",
    "justice": "JUD",
    "local": "GOV",
    "people": "CVL",
    "business": "BUS",
    "international": "IGO",
}
NOTES = (
    "One JSON object a line, in the terms of PLOVER, the successor of CAMEO.",
    "A contact that was held is CONSULT. A planned one, and an invitation, is AGREE with the auxiliary mode "
    "`future`; a cancelled one is REJECT with `negation`; one that a report only looks back on is CONSULT with "
    "`historical`.",
    "Modes of CONSULT: `phone` for calls; `multilateral` for three sides or more; `visit` where one side is at "
    "home; `third-party` where the place is the country of no side; none where the place is not known or the "
    "sides met online.",
    "The visitor is the actor and the host the recipient; with no host all participants are actors. A meeting is "
    "one event and never exploded into pairs.",
    "Written messages are left out, since the ontology has no category for them; so are all contacts that a "
    "person rejected. The office at the event, the citations and what was agreed are in the other formats, under "
    "the same ids.",
    "Sectors follow from the channels of the contact, not from single people.",
)
FIELDS = (
    Column("id", "text", meaning="the id of the contact, or of the commitment that is an invitation"),
    Column("date", "text", True, meaning="the first day that the event's date can mean", unit="YYYY-MM-DD"),
    Column("date_edtf", "text", True, meaning="the date as told; XXXX is a year not known", unit="EDTF", figure="date"),
    Column("event", "text", vocabulary=EVENTS, meaning="the type of event", figure="form"),
    Column("mode", "text", True, MODES, "the mode of CONSULT"),
    Column("auxiliary", "text", True, AUXILIARY, "how the report speaks of it", figure="status"),
    Column("actors", "list", meaning="who acts: name, country (ISO 3166-1 alpha-3), sectors, people", figure="found"),
    Column("recipients", "list", meaning="the host, where one side is at home; as actors"),
    Column("location", "text", True, meaning="city, and country in ISO 3166-1 alpha-3", figure="country"),
    Column("text", "text", meaning="the word that tells the contact"),
    Column("sources", "list", meaning="the register's ids of the reports that tell it"),
)


def parts(release: Release) -> Iterator[Part]:
    """One file of events."""
    yield Part("events.jsonl", (msgspec.json.encode(one) + b"\n" for one in events(release)))


def events(release: Release) -> Iterator[dict[str, Any]]:
    """The events of all contacts, then the invitations."""
    sides = _by_contact(release.of(SideRow))
    people = _by_contact(release.of(ParticipantRow))
    reports: dict[str, set[str]] = {}
    for told in release.of(TellingRow):
        reports.setdefault(told.contact_id, set()).add(told.report_id)
    for contact in release.of(ContactRow):
        if contact.form != "message":
            ident = contact.contact_id
            them = _parties(contact, sides.get(ident, []), people.get(ident, []))
            yield {**_event(contact, *them), "text": contact.trigger, "sources": sorted(reports.get(ident, ()))}
    published = {one.report_id: one.published for one in release.of(ReportRow)}
    for one in release.of(CommitmentRow):
        if one.kind == "invited":
            yield _invitation(one, published.get(one.report_id))


def _by_contact(rows: Any) -> dict[str, list[Any]]:
    return {ident: list(them) for ident, them in groupby(rows, key=lambda one: one.contact_id)}


def _parties(
    contact: ContactRow, sides: Sequence[SideRow], people: Sequence[ParticipantRow]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Actors and recipients: the host receives, where one side is at home and sides meet there."""
    sectors = sorted({SECTORS[one] for one in contact.channels if one in SECTORS})
    home = {one.side for one in sides if one.country and one.country == contact.country}
    if contact.mode != "in_person" or len(home) == len(sides):
        home = set()
    made = {one.side: _party(one, sectors, [who.name for who in people if who.side == one.side]) for one in sides}
    return (
        [one for side, one in made.items() if side not in home],
        [one for side, one in made.items() if side in home],
    )


def _party(side: SideRow, sectors: list[str], people: Sequence[str | None]) -> dict[str, Any]:
    return {
        "name": country_name(side.country, "en") or side.label,
        "country": alpha3(side.country),
        "sectors": sectors,
        "people": [one for one in people if one],
    }


def _event(contact: ContactRow, actors: list[dict[str, Any]], recipients: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = {
        "held": ("CONSULT", None),
        "recalled": ("CONSULT", "historical"),
        "planned": ("AGREE", "future"),
        "cancelled": ("REJECT", "negation"),
    }
    event, auxiliary = kinds[contact.status]
    place = {"city": contact.city, "country": alpha3(contact.country)}
    return {
        "id": contact.contact_id,
        "date": contact.first_day,
        "date_edtf": contact.date,
        "event": event,
        "mode": _mode(contact, actors, recipients) if event == "CONSULT" else None,
        "auxiliary": auxiliary,
        "actors": actors,
        "recipients": recipients,
        "location": place if any(place.values()) else None,
    }


def _mode(contact: ContactRow, actors: list[dict[str, Any]], recipients: list[dict[str, Any]]) -> str | None:
    if contact.mode == "phone":
        return "phone"
    if len(actors) + len(recipients) > 2:
        return "multilateral"
    if contact.mode != "in_person" or not contact.country:
        return None
    if recipients:
        return "visit"
    return "third-party" if all(one["country"] != alpha3(contact.country) for one in actors) else None


def _invitation(one: CommitmentRow, published: str | None) -> dict[str, Any]:
    actors: list[dict[str, Any]] = [
        {"name": country_name(side, "en") or side, "country": alpha3(side), "sectors": [], "people": []}
        for side in one.by
    ]
    empty: dict[str, Any] = {"mode": None, "recipients": [], "location": None, "text": one.kind}
    head = {"id": one.commitment_id, "date": published, "date_edtf": published, "event": "AGREE"}
    return {**head, "auxiliary": "future", "actors": actors, **empty, "sources": [one.report_id]}


def described(release: Release) -> tuple[Described, ...]:
    """The fields of an event."""
    return (Described("events", "One contact, or one invitation.", FIELDS),)


FORMAT = Format("plover", "jsonl", "contacts as PLOVER events", parts, described, NOTES)
