"""One contact in short, as every list of contacts shows it."""

from msgspec import Struct

from bangiao.model.vocabulary import Channel, Form, Mode, Role, Status
from bangiao.register.records import ContactRecord, ContactSide
from bangiao.views.names import country_name


class PersonLine(Struct, frozen=True):
    """A person in an office; the name is null where only the office is told."""

    id: str | None
    name: str | None
    office: str | None
    role: Role | None


class SideLine(Struct, frozen=True):
    """One side: `label` is the country code or organisation, `name` what a reader calls it."""

    label: str
    name: str
    people: tuple[PersonLine, ...]
    bodies: tuple[str, ...]


class ContactLine(Struct, frozen=True):
    """Who met whom, when, where, in what form; `reports` tell it, `disagreements` names what they differ on."""

    id: str
    date: str | None
    date_basis: str | None
    date_candidates: str | None
    status: Status
    form: Form
    mode: Mode
    sides: tuple[SideLine, ...]
    channels: tuple[Channel, ...]
    venue: str | None
    city: str | None
    country: str | None
    country_name: str | None
    occasion: str | None
    reports: int
    sources: int
    disagreements: tuple[str, ...]
    rejected: bool


def contact_line(record: ContactRecord, language: str = "vi") -> ContactLine:
    """A contact of the register in short."""
    return ContactLine(
        id=record.id,
        date=record.date,
        date_basis=record.date_basis,
        date_candidates=record.date_candidates,
        status=record.status,
        form=record.form,
        mode=record.mode,
        sides=tuple(_side(side, language) for side in record.sides),
        channels=record.channels,
        venue=record.venue,
        city=record.city,
        country=record.country,
        country_name=country_name(record.country, language),
        occasion=record.occasion,
        reports=record.tellings,
        sources=record.sources,
        disagreements=record.disagreements,
        rejected=record.rejected,
    )


def _side(side: ContactSide, language: str) -> SideLine:
    name = country_name(side.country, language) or side.label
    people = tuple(PersonLine(one.person, one.name, one.office, one.role) for one in side.people)
    return SideLine(side.label, name, people, side.bodies)
