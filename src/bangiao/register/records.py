"""What the register answers with: records of contacts, people, reports and doubts, free of any database."""

from msgspec import Struct

from bangiao.model.findings import Contact, Findings
from bangiao.model.report import Report
from bangiao.model.vocabulary import Channel, Form, Mode, Role, Status


class Morning(Struct, frozen=True):
    """What was known on the morning of a day: nothing published or held on `on` (YYYY-MM-DD) or later enters.

    A report that states no day of publication may be later: it enters only where `undated` says so.
    """

    on: str
    undated: bool = False

    def knows(self, published: str | None) -> bool:
        """Whether a report of that day of publication had appeared."""
        return published < self.on if published else self.undated


class ContactQuestion(Struct, frozen=True):
    """Which contacts are asked for; what is null is left open.

    `country` is a country code or an organisation; `body` is a body's id; `people` are ids, one of which must
    take part; `since` and `until` are days (YYYY-MM-DD), both included. A contact whose date is not known to the
    year falls out of a question with days, and is counted as undated. `newest` is a day: what began up to it
    comes first, the latest at the top, then what is later, then what is undated.
    """

    country: str | None = None
    people: tuple[str, ...] | None = None
    channel: Channel | None = None
    form: Form | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    offset: int = 0
    limit: int | None = None
    newest: str | None = None
    body: str | None = None


class Density(Struct, frozen=True):
    """How many contacts of one status begin in a year (YYYY) or month (YYYY-MM)."""

    period: str
    status: Status
    number: int


class Person(Struct, frozen=True):
    """A person of the register: id, the spelling shown, and the side (country code or organisation)."""

    id: str
    name: str
    side: str


class Body(Struct, frozen=True):
    """A party, ministry, committee or province of a side, under one of its names."""

    name: str
    side: str


class Attendant(Struct, frozen=True):
    """A person in a contact, in an office; `person` is null where only the office is told."""

    person: str | None
    name: str | None
    office: str | None
    role: Role | None


class ContactSide(Struct, frozen=True):
    """One side of a contact: `label` is its country code or organisation."""

    label: str
    country: str | None
    org: str | None
    people: tuple[Attendant, ...] = ()
    bodies: tuple[str, ...] = ()


class ContactRecord(Struct, frozen=True):
    """One contact as the register shows it, after all reports that tell it.

    `tellings` counts what reports say, `sources` the reports that do not repeat another. `main` is the finding
    whose words are shown; `disagreements` names fields on which reports differ;
    `decision` is the standing decision about it, `rejected` whether that took it out.
    """

    id: str
    form: Form
    trigger: str
    mode: Mode
    status: Status
    date: str | None
    date_basis: str | None
    date_candidates: str | None
    venue: str | None
    city: str | None
    country: str | None
    occasion: str | None
    visit_kind: str | None
    session: str | None
    channels: tuple[Channel, ...]
    sides: tuple[ContactSide, ...]
    tellings: int
    sources: int
    main: str
    disagreements: tuple[str, ...]
    decision: str | None
    rejected: bool


class ContactPage(Struct, frozen=True):
    """Contacts in order of their dates; `total` counts all that fit, `undated` those without a year left out."""

    contacts: tuple[ContactRecord, ...]
    total: int
    undated: int


class ReportHead(Struct, frozen=True):
    """What is shown of a report where it is cited."""

    id: str
    given: str
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


class Told(Struct, frozen=True):
    """One report's word for a contact, with its evidence; `people` are ids by side and position."""

    finding: str
    report: ReportHead
    contact: Contact
    people: tuple[tuple[str | None, ...], ...]


class Repeated(Struct, frozen=True):
    """A report of a contact that repeats another: reprinted by its credit, of one outlet, or worded the same."""

    report: str
    original: str
    how: str


class Spelling(Struct, frozen=True):
    """One spelling of a person, in how many findings, and the report in which it is first seen.

    `id` names the spelling on its side: two spellings that are two people after all are told apart by their ids.
    """

    id: str
    spelling: str
    findings: int
    first: ReportHead


class Attestation(Struct, frozen=True):
    """A person seen in an office: where, on which day (null when undated), how the day is known, and the words.

    `office_basis` says who set the office right and why; the words are then those that were read wrongly.
    """

    office: str
    day: str | None
    report: ReportHead
    contact: str | None
    quotes: tuple[str, ...]
    line: int | None
    day_basis: str | None = None
    office_basis: str | None = None


class Version(Struct, frozen=True):
    """One version of a report: who read it, its times, and whether it is the current one."""

    id: str
    text_hash: str
    reader: str
    updated: str | None
    published: str | None
    fetched: str | None
    current: bool


class ReportRecord(Struct, frozen=True):
    """A report with what was found in it; `contacts` holds the register's ids in the order of the findings."""

    head: ReportHead
    report: Report
    findings: Findings
    contacts: tuple[str | None, ...]
    versions: tuple[Version, ...]


class DoubtRecord(Struct, frozen=True):
    """A doubt with where it arose: words of a report, a contact whose reports disagree, or a person's name."""

    id: str
    kind: str
    message: str
    report: ReportHead | None
    contact: str | None
    line: int | None
    quote: str
    start: int | None = None
    end: int | None = None
    person: str | None = None


class Counts(Struct, frozen=True):
    """How much the register holds."""

    reports: int
    versions: int
    contacts: int
    people: int
    bodies: int
    offices: int
    commitments: int
    statements: int
    doubts: int
    decisions: int


class Pair(Struct, frozen=True):
    """Two spellings of one person: taught by a report in brackets or by its headline, or joined by comparing names.

    `report` is where the pair, or the second spelling, is first seen; `quote` the words that teach it.
    """

    name: str
    alias: str
    side: str
    kind: str
    report: ReportHead
    line: int | None
    quote: str
