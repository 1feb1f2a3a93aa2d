"""A contact as one sentence tells it, before headline, lead and body are put together."""

from msgspec import Struct
from msgspec.structs import replace

from bangiao.findings.phrases.phrase import Phrase
from bangiao.findings.phrases.places import Place
from bangiao.findings.phrases.roster import Entity, Roster
from bangiao.languages import HOME
from bangiao.model.dates import DateMention


class Party(Struct, frozen=True):
    """Someone in a contact: a person of the report, or a country, body or organisation without a named person.

    `country`/`org` is the side; `why` says how it was read where no words give it ("" where they do); `at` is where the
    words of the side stand. `guest` marks the one who travels, `role` the part taken (chairs, sends …).
    """

    entity: Entity | None
    country: str | None
    org: str | None = None
    channels: tuple[str, ...] = ()
    body: tuple[int, int] | None = None
    at: tuple[int, int] | None = None
    why: str = ""
    guest: bool = False
    role: str | None = None

    def channels_of(self) -> tuple[str, ...]:
        """The channels that the person's offices or the body stand for."""
        return self.entity.channels if self.entity is not None else self.channels

    @property
    def side(self) -> str:
        """The side's key: a country code or an organisation."""
        return self.country or f"org:{self.org}" if (self.country or self.org) else "?"


class Draft(Struct, frozen=True):
    """One telling of a contact; spans are of the folded text.

    `background` says that it stands in an occasion or as what came before, so that the sentence's date is not its own.
    `begun`: departure, arrival or stay under way is told, so that the visit is held whatever its dates. `edge` is
    "start" or "end" where only an arrival or a departure is told. `block` is the
    sentence's. `key` names an event, so that two events stay two. `session`, `occasion` and `kind` (of a visit) are
    where the words for them stand.
    """

    form: str
    start: int
    end: int
    parties: tuple[Party, ...]
    rule: str
    sentence: int
    status: str = "held"
    mode: str = "in_person"
    date: DateMention | None = None
    place: Place | None = None
    country: str | None = None
    country_why: str = ""
    background: bool = False
    edge: str | None = None
    key: str = ""
    block: str = "body"
    session: tuple[int, int] | None = None
    occasion: tuple[int, int] | None = None
    kind: tuple[int, int] | None = None
    follows: bool = False
    begun: bool = False
    extra: tuple[str, ...] = ()

    @property
    def headline(self) -> bool:
        """Whether the headline tells it."""
        return self.block == "headline"

    @property
    def caption(self) -> bool:
        """Whether a caption tells it."""
        return self.block == "caption"

    @property
    def people(self) -> tuple[Entity, ...]:
        """The named or titled persons."""
        return tuple(party.entity for party in self.parties if party.entity is not None)


def nation(entity: Entity) -> str | None:
    """The country a person acts for: told by an office, else known of the name, else home where both have its form.

    Null in a report that never names home: there such a name is Chinese, and an office alone is anybody's.
    """
    if entity.country or entity.known:
        return entity.country or entity.known
    if entity.org or entity.abroad:
        return None
    if entity.name is None or entity.vietnamese_form:
        return HOME
    return None


def party_of(entity: Entity, guest: bool = False, role: str | None = None) -> Party:
    """A person as a party of a contact, with the side that the report tells or that name and office suggest."""
    country = nation(entity)
    why = ""
    if country and not entity.country and entity.known:
        why = "somebody of this name held office there, by the table of tenures"
    elif country and not entity.country:
        why = "office and name of the home form, no other country is told with them"
    return Party(entity, country, entity.org, entity.channels, None, entity.country_at, why, guest, role)


def parties_of(phrase: Phrase, roster: Roster, guest: bool = False, role: str | None = None) -> list[Party]:
    """The people of a phrase as parties; a delegation's leader takes its country where the office tells none."""
    out: list[Party] = []
    for mention in phrase.mentions:
        entity = roster.of(mention)
        if (entity.late and not guest) or (out and not entity.name and roster.is_consort(mention)):
            continue  # Nhật hoàng A và hoàng hậu: a spouse without a name is no participant
        party = party_of(entity, guest, role)
        if party.side == "?" and out and _colleagues(out[-1], entity):
            party = replace(party, country=out[-1].country, why="listed after another office holder of that country")
        if entity.country is None and entity.org is None and phrase.country and len(phrase.mentions) == 1:
            party = Party(
                entity, phrase.country, None, entity.channels, None, (phrase.start, phrase.end), "", guest, role
            )
        out.append(party)
    return _shared(out)


def _shared(parties: list[Party]) -> list[Party]:
    """Nhà vua A và Hoàng hậu Nhật Bản B: who has no side stands with the next of the list."""
    found = list(parties)
    for index in range(len(found) - 2, -1, -1):
        party, following = found[index], found[index + 1]
        if party.side == "?" and following.country not in (None, HOME):
            found[index] = replace(
                party, country=following.country, why="listed before an office holder of that country"
            )
    return found


def _colleagues(before: Party, entity: Entity) -> bool:
    """Ngoại trưởng nước A X và Bộ trưởng Quốc phòng Y: the same country's, unless the second heads a state."""
    return (
        before.entity is not None
        and before.country not in (None, HOME)
        and bool(before.entity.country)
        and bool(entity.office_at)
        and "state" not in entity.channels
        and not set(entity.channels) & {"international", "business"}
    )


def group_party(phrase: Phrase, guest: bool = False) -> Party:
    """A delegation, body, country or organisation as a party without a named person."""
    body = (phrase.start, phrase.end) if phrase.kind == "group" else None
    return Party(None, phrase.country, phrase.org, phrase.channels, body, (phrase.start, phrase.end), "", guest)
