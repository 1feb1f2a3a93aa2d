"""From a draft to the contact of the public record: sides, channels, date, place, with evidence for every field."""

from collections.abc import Iterable, Sequence

from bangiao.findings.cite import Citer
from bangiao.findings.context.drafts import Draft, Party
from bangiao.findings.context.story import Story
from bangiao.findings.signs import RETOLD
from bangiao.languages import HOME
from bangiao.model.evidence import Evidence, Inference
from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.vocabulary import CHANNELS, Channel


class _Record:
    """The contact while its fields are gathered."""

    def __init__(self, citer: Citer) -> None:
        self.citer = citer
        self.evidence: list[Evidence] = []
        self.inferred: list[Inference] = []

    def cite(self, field: str, span: tuple[int, int], rule: str) -> str:
        entry = self.citer.evidence(field, *span, rule)
        self.evidence.append(entry)
        return entry.quote

    def infer(self, field: str, reason: str, at: tuple[int, int] | None = None) -> None:
        self.inferred.append(self.citer.inference(field, reason, at))


def assemble(draft: Draft, story: Story, citer: Citer, others: Sequence[Draft] = ()) -> Contact:
    """The contact that a draft tells; `others` tell it too, and their verbs are cited."""
    record = _Record(citer)
    trigger = record.cite("trigger", (draft.start, draft.end), draft.rule)
    at = (draft.start, draft.end)
    record.infer("form", f"the words are of the form {draft.form}", at)
    record.infer("mode", _mode_reason(draft), at)
    sides = tuple(_sides(draft, record))
    channels = _channels(draft)
    record.infer("channels", "from the offices and bodies of the sides", at)
    date, basis = _date(draft, story, record)
    status = story.settled(draft)
    record.infer("status", f"the verb's tense and the dates tell {status}", at)
    venue, city, country = _place(draft, story, record)
    for number, other in enumerate(other for other in others if other.sentence != draft.sentence):
        record.cite(f"{RETOLD}{number}", (other.start, other.end), other.rule)
    return Contact(
        form=draft.form,  # type: ignore[arg-type]
        trigger=trigger,
        mode=draft.mode,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        sides=sides,
        channels=channels,
        date=date,
        date_basis=basis,
        venue=venue,
        city=city,
        country=country,
        occasion=record.cite("occasion", draft.occasion, "occasion") if draft.occasion else None,
        visit_kind=record.cite("visit_kind", draft.kind, "visit kind") if draft.kind else None,
        session=record.cite("session", draft.session, "session") if draft.session else None,
        evidence=tuple(record.evidence),
        inferred=tuple(record.inferred),
    )


def _mode_reason(draft: Draft) -> str:
    if draft.mode == "online":
        return "the sentence says that it was held online"
    return f"a {draft.form} is {draft.mode} unless the words say otherwise"


def _sides(draft: Draft, record: _Record) -> Iterable[Side]:
    groups: dict[str, list[Party]] = {}
    for party in draft.parties:
        if party.side != "?":
            groups.setdefault(party.side, []).append(party)
    for number, parties in enumerate(groups.values()):
        first = parties[0]
        _cite_side(record, f"sides.{number}", parties)
        people: list[Participant] = []
        for party in parties:
            if party.entity is None or not (party.entity.name or party.entity.office_at):
                continue
            people.append(_participant(party, record, f"sides.{number}.people.{len(people)}"))
        bodies: list[str] = []
        for party in parties:
            if party.body is not None:
                bodies.append(record.cite(f"sides.{number}.bodies.{len(bodies)}", party.body, "body"))
        yield Side(first.country, first.org if first.country is None else None, tuple(people), tuple(bodies))


def _cite_side(record: _Record, path: str, parties: list[Party]) -> None:
    """The words that tell a side's country or organisation, or why it was inferred."""
    key = "country" if parties[0].country else "org"
    told = next((party for party in parties if party.at is not None and not party.why), None)
    if told is not None and told.at is not None:
        record.infer(f"{path}.{key}", "the country or organisation that these words name", told.at)
        return
    party = parties[0]
    at = party.at or (party.entity.name_at if party.entity is not None else None)
    if at is None and party.entity is not None and party.entity.office_at:
        at = party.entity.office_at[0]
    record.infer(f"{path}.{key}", party.why or "from the contact's other words", at)


def _participant(party: Party, record: _Record, path: str) -> Participant:
    entity = party.entity
    assert entity is not None
    name = record.cite(f"{path}.name", entity.name_at, "name") if entity.name_at else None
    runs = [record.cite(f"{path}.office", span, "office") for span in entity.office_at]
    if party.role:
        record.infer(f"{path}.role", "the part that the verb gives", entity.name_at or entity.office_at[0])
    return Participant(name, ", ".join(runs) or None, party.role)  # type: ignore[arg-type]


def _channels(draft: Draft) -> tuple[Channel, ...]:
    """The channels of all sides together; of a visit those of the visitors."""
    parties = [party for party in draft.parties if party.guest] if draft.form == "visit" else list(draft.parties)
    found: list[str] = []
    for party in parties:
        found.extend(party.channels_of())
        if party.org and party.entity is None and not party.channels:
            found.append("international")
    found.extend(draft.extra)
    return tuple(channel for channel in dict.fromkeys(found) if channel in CHANNELS)


def _date(draft: Draft, story: Story, record: _Record) -> tuple[str | None, str | None]:
    date, basis = story.edtf(draft.date)
    if date is None or draft.date is None:
        return None, None
    if draft.form == "visit" and draft.edge and len(date) == len("XXXX-XX-XX"):
        date = f"../{date}" if draft.edge == "end" else f"{date}/.."
        record.infer(
            "date",
            f"only the {'departure' if draft.edge == 'end' else 'arrival'} is told",
            (draft.date.start, draft.date.end),
        )
    quote = record.cite("date", (draft.date.start, draft.date.end), "date")
    if basis and basis != "stated":
        record.infer("date", f"{basis}: {story.published}; the words are {quote!r}", (draft.date.start, draft.date.end))
    return date, basis


def _place(draft: Draft, story: Story, record: _Record) -> tuple[str | None, str | None, str | None]:
    """Venue, city, country: told by the sentence, else the country evident from trip, host or venue."""
    if draft.form == "message":
        return None, None, None
    venue = city = country = None
    place = draft.place
    if (place is not None and draft.mode != "phone") or (place is not None and place.venue):
        span = place.venue or (place.region if not place.city else None)
        if span is not None:
            venue = record.cite("venue", span, "place")
        if place.city is not None:
            city = record.cite("city", place.city, "place")
        if draft.mode != "phone":
            country = place.country
            if (place.likely and draft.country and draft.country != country) or (
                place.likely and (trip := story.trip_of(draft.parties)) and trip != country
            ):
                country = None
    if draft.form == "call" or (draft.mode in ("phone", "written", "online") and draft.form != "signing"):
        return venue, city if draft.mode == "in_person" else None, None
    if country is None or draft.form == "visit":
        country, why = _country(draft, story)
        if country:
            record.infer("country", why, (draft.start, draft.end))
    else:
        record.infer(
            "country",
            "the country of the place that these words name",
            place.country_at or (place.start, place.end) if place else None,
        )
    return venue, city, country


def _country(draft: Draft, story: Story) -> tuple[str | None, str]:
    """Where a contact took place that tells no place: the trip's country, the host's, or home for one who receives."""
    if draft.country:
        return draft.country, draft.country_why or "the country that the words name"
    then = story.settled(draft) == "recalled"  # where they are now does not tell where they were then
    tour = draft.form == "conference" and len({country for _, country in story.guests()}) > 1
    trip = None if then or tour else story.trip_of(draft.parties, draft.sentence)
    if trip:
        return trip, "one of those who took part is said to visit that country"
    if not then and (stay := story.stay_of(draft)):
        return stay, "a guest of this contact met others of the host's side in that country"
    sides = [party.side for party in draft.parties]
    foreign = {side for side in sides if len(side) == 2 and side != HOME}
    seat = draft.place.venue if draft.place is not None else None
    if seat is not None and len(foreign) == 1 and story.lower[seat[0] :].startswith(story.grammar.seats_abroad):
        return foreign.pop(), "the venue is a seat that only the other side has"
    if (
        draft.form in ("ceremony", "conference", "signing")
        and not draft.rule.startswith("welcome")
        and not then
        and story.trip_country()
    ):
        return story.trip_country(), "the country that the report's trip goes to"
    if draft.form == "ceremony" and draft.rule.startswith("welcome") and sides:
        return (sides[0] if len(sides[0]) == 2 else None), "the host of a welcome receives at home"
    if draft.rule.startswith("credentials"):
        return (HOME if HOME in sides else None), "credentials are presented at home"
    trigger = story.lower[draft.start : draft.end]
    if sides and sides[0] == HOME and trigger in story.grammar.receives:
        return HOME, "a home leader receives, and no trip abroad is told"
    if draft.place is not None and draft.place.country == HOME and HOME in sides:
        return HOME, "the venue is told without another country"
    return None, ""
