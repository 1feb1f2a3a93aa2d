"""What a release of the register holds: flat records, each field with its meaning, its source and how it is measured.

One record is one row of a table (csv, parquet, xlsx) or one line (jsonl). The codebook of every export is made from
these descriptions. `figure` names the figure of the quality gate that measures a field.
"""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from bangiao.model.vocabulary import Channel, CommitmentKind, Form, Mode, Role, StatementKind, Status, Topic
from bangiao.resolution.changes import ChangeKind

Basis = Literal["quoted", "inferred"]


def means(words: str, figure: str = "", unit: str = "") -> Meta:
    """What a field says; `figure` measures it, `unit` is what a number counts."""
    extra: dict[str, Any] = {"figure": figure, "unit": unit}
    return Meta(description=words, extra={name: value for name, value in extra.items() if value})


ReportId = Annotated[str, means("the register's id of the report (table reports)")]
FindingId = Annotated[str, means("the id of one thing that one report says (tables tellings, commitments, statements)")]
ContactId = Annotated[str, means("the id of the contact (table contacts)")]
MaybePerson = Annotated[str | None, means("the person (table people); empty where only an office is told")]
SideNumber = Annotated[int, means("the number of the side, from 0", unit="order")]
Position = Annotated[int, means("the place within the side, from 0", unit="order")]
Start = Annotated[int | None, means("where the quoted words begin in the report's text", unit="code points from 0")]
End = Annotated[int | None, means("where they end, not included", unit="code points from 0")]
Line = Annotated[int | None, means("the line on which they begin", unit="lines from 1")]


class ReportRow(Struct, frozen=True):
    """One article in its current version."""

    report_id: ReportId
    given_id: Annotated[str, means("the id with which the report came: a file's name, a line's id, an address")]
    url: Annotated[str | None, means("the address of the page")]
    outlet: Annotated[str | None, means("who published it")]
    headline: Annotated[str | None, means("the headline")]
    published: Annotated[str | None, means("the day of publication", unit="YYYY-MM-DD")]
    published_basis: Annotated[str | None, means("how that day is known")]
    updated: Annotated[str | None, means("the time of the last update that the page states", unit="ISO 8601")]
    byline: Annotated[str | None, means("the author as named")]
    credit: Annotated[str | None, means("the outlet or agency from which it is taken")]
    language: Annotated[str | None, means("the language of the text", unit="BCP 47")]
    diplomatic: Annotated[bool, means("whether the report tells a contact", "diplomatic")]
    characters: Annotated[int, means("the length of the text", unit="code points")]
    text_sha256: Annotated[str, means("SHA-256 of the text in UTF-8: all offsets count on this text")]
    reader: Annotated[str, means("which program and tables read it")]


class TextRow(Struct, frozen=True):
    """A piece of a report's text; the pieces in order, put together, are the text on which offsets count."""

    report_id: ReportId
    start: Annotated[int, means("where the piece begins", unit="code points from 0")]
    text: Annotated[str, means("the piece, at most 16,000 code points")]


class ContactRow(Struct, frozen=True):
    """One contact after all reports that tell it: an exchange between two or more countries or organisations."""

    contact_id: ContactId
    form: Annotated[Form, means("what kind of exchange it was", "form")]
    mode: Annotated[Mode, means("how the sides met", "mode")]
    status: Annotated[Status, means("whether it was held, is planned, is only recalled, or was cancelled", "status")]
    trigger: Annotated[str, means("the word of the main telling that tells the contact")]
    date: Annotated[str | None, means("when it took place; XXXX is a year not known", "date", "EDTF")]
    date_basis: Annotated[str | None, means("how the date was read: stated, from the day of publication, inferred")]
    date_candidates: Annotated[
        str | None, means("the dates that are possible, where the year is not decided", "", "EDTF")
    ]
    first_day: Annotated[str | None, means("the first day that the date can mean", unit="YYYY-MM-DD")]
    last_day: Annotated[str | None, means("the last day that the date can mean", unit="YYYY-MM-DD")]
    venue: Annotated[str | None, means("the house or hall", "venue")]
    city: Annotated[str | None, means("the city or province", "city")]
    country: Annotated[str | None, means("where it took place", "country", "ISO 3166-1 alpha-2")]
    occasion: Annotated[str | None, means("the occasion in the report's words")]
    visit_kind: Annotated[str | None, means("the kind of visit in the report's words")]
    session: Annotated[str | None, means("the number of the session in the report's words")]
    channels: Annotated[tuple[Channel, ...], means("on which channels the sides met", "channels_f1")]
    tellings: Annotated[int, means("how many findings of reports tell it", unit="findings")]
    sources: Annotated[int, means("how many reports that do not repeat another tell it", unit="reports")]
    disagreements: Annotated[tuple[str, ...], means("fields on which the reports differ")]
    main: Annotated[str, means("the finding whose words are shown (table tellings)")]
    decision: Annotated[str | None, means("the standing decision of a person about it")]


class SideRow(Struct, frozen=True):
    """One side of a contact: a country or an organisation."""

    contact_id: ContactId
    side: SideNumber
    label: Annotated[str, means("the country's code or the organisation's name", "found")]
    country: Annotated[str | None, means("the country", unit="ISO 3166-1 alpha-2")]
    org: Annotated[str | None, means("the organisation as reports write it")]


class ParticipantRow(Struct, frozen=True):
    """A person in a contact, in the office of that day."""

    contact_id: ContactId
    side: SideNumber
    position: Position
    person_id: MaybePerson
    name: Annotated[str | None, means("the person's name; empty where only the office is told", "people")]
    office: Annotated[str | None, means("the office in the report's words", "office")]
    role: Annotated[Role | None, means("what the person did there, where words say it")]


class BodyRow(Struct, frozen=True):
    """A ministry, party organ or other body that took part in a contact."""

    contact_id: ContactId
    side: SideNumber
    position: Position
    body: Annotated[str, means("the body in the report's words")]


class PersonRow(Struct, frozen=True):
    """A person of the register."""

    person_id: Annotated[str, means("the id of the person")]
    name: Annotated[str, means("the spelling that is shown")]
    side: Annotated[str, means("the country's code or organisation on whose side the person stands", "side_of_person")]


class SpellingRow(Struct, frozen=True):
    """A spelling of a person's name."""

    person_id: Annotated[str, means("the person (table people)")]
    spelling: Annotated[str, means("the name as reports write it")]
    findings: Annotated[int, means("how often it occurs", unit="findings")]


class OfficeRow(Struct, frozen=True):
    """A post of one side, under its commonest wording."""

    office_id: Annotated[str, means("the id of the office")]
    title: Annotated[str, means("the office in words")]
    side: Annotated[str, means("the country's code or organisation")]
    channel: Annotated[Channel | None, means("the channel to which it belongs, where known")]
    rank: Annotated[int | None, means("its place in the protocol table of its country; 1 is highest", unit="rank")]


class TellingRow(Struct, frozen=True):
    """What one report says of a contact, before reports are put together."""

    finding_id: FindingId
    report_id: ReportId
    contact_id: ContactId
    form: Annotated[Form, means("the form that this report tells", "form")]
    mode: Annotated[Mode, means("the mode that this report tells", "mode")]
    status: Annotated[Status, means("the status that this report tells", "status")]
    trigger: Annotated[str, means("the word that tells the contact")]
    date: Annotated[str | None, means("the date that this report tells", "date", "EDTF")]
    date_basis: Annotated[str | None, means("how that date was read")]
    venue: Annotated[str | None, means("the house or hall that this report tells", "venue")]
    city: Annotated[str | None, means("the city that this report tells", "city")]
    country: Annotated[str | None, means("the country that this report tells", "country", "ISO 3166-1 alpha-2")]
    channels: Annotated[tuple[Channel, ...], means("the channels that this report tells", "channels_f1")]
    sides: Annotated[tuple[str, ...], means("the sides that this report tells, in order")]


class MentionRow(Struct, frozen=True):
    """A person as one report shows them in a contact: the attestation of an office."""

    finding_id: FindingId
    side: SideNumber
    position: Position
    person_id: MaybePerson
    name: Annotated[str | None, means("the name as this report writes it", "people")]
    office: Annotated[str | None, means("the office as this report writes it", "office")]
    role: Annotated[Role | None, means("what the person did there, where words say it")]
    day: Annotated[str | None, means("the day on which the person is seen in the office", unit="YYYY-MM-DD")]


class PostRow(Struct, frozen=True):
    """One of the single posts that the words of an office name."""

    finding_id: FindingId
    side: SideNumber
    position: Position
    number: Annotated[int, means("the number of the post, from 0", unit="order")]
    office_id: Annotated[str, means("the office (table offices)")]
    title: Annotated[str, means("the post in the report's words")]


class CommitmentRow(Struct, frozen=True):
    """A sentence that agrees, proposes, pledges, invites, signs or lifts relations."""

    commitment_id: Annotated[str, means("the id of the commitment; it stays when the report is read again")]
    finding_id: FindingId
    report_id: ReportId
    kind: Annotated[CommitmentKind, means("what the sentence does", "kind")]
    by: Annotated[tuple[str, ...], means("who commits: countries' codes or organisations", "by")]
    topics: Annotated[tuple[Topic, ...], means("what it is about", "topics")]
    line: Annotated[int, means("the line of the sentence", "commitments", "lines from 1")]


class StatementRow(Struct, frozen=True):
    """A sentence between contact and commitment: informed, thanked, valued, affirmed …"""

    statement_id: Annotated[str, means("the id of the statement; it stays when the report is read again")]
    finding_id: FindingId
    report_id: ReportId
    kind: Annotated[StatementKind, means("what the sentence does")]
    by: Annotated[tuple[str, ...], means("whose word it is: countries' codes or organisations")]
    speaker: Annotated[str | None, means("who said it, where a person is named")]
    topics: Annotated[tuple[Topic, ...], means("what it is about")]
    line: Annotated[int, means("the line of the sentence", unit="lines from 1")]


class ChangeRow(Struct, frozen=True):
    """A change of hands in an office that a report tells."""

    report_id: ReportId
    position: Annotated[int, means("the number within the report, from 0", unit="order")]
    kind: Annotated[ChangeKind, means("whether the person takes, keeps or leaves the office")]
    name: Annotated[str, means("the person as named")]
    side: Annotated[str, means("the country's code or organisation")]
    office: Annotated[str, means("the office in the report's words")]
    told: Annotated[str | None, means("the day of the report: the change came on it or before", unit="YYYY-MM-DD")]
    start: Start
    end: End
    line: Line
    quote: Annotated[str, means("the words that tell it")]


class CitationRow(Struct, frozen=True):
    """The words on which one field of a finding rests, or the reason where no words say it outright."""

    finding_id: FindingId
    basis: Annotated[Basis, means("whether the words say the field, or it is inferred")]
    position: Annotated[int, means("the number within the finding and basis, from 0", unit="order")]
    report_id: ReportId
    field: Annotated[str, means("the field: sides.0.people.1.office is that of the second person of the first side")]
    quote: Annotated[str, means("the quoted words; empty where the reason rests on no words")]
    prefix: Annotated[str, means("the text before them", unit="at most 32 code points")]
    suffix: Annotated[str, means("the text after them", unit="at most 32 code points")]
    start: Start
    end: End
    line: Line
    rule: Annotated[str, means("the rule that read them")]
    reason: Annotated[str, means("why the field is inferred")]


class DoubtRow(Struct, frozen=True):
    """Something that the reader could not do or is not sure of."""

    doubt_id: Annotated[str, means("the id of the doubt")]
    kind: Annotated[str, means("the kind of doubt")]
    message: Annotated[str, means("what is doubtful and what to do")]
    report_id: Annotated[str | None, means("the report in which it arose")]
    contact_id: Annotated[str | None, means("the contact on which reports differ")]
    start: Start
    end: End
    line: Line
    quote: Annotated[str, means("the words in question")]


Row = (
    ReportRow
    | TextRow
    | ContactRow
    | SideRow
    | ParticipantRow
    | BodyRow
    | PersonRow
    | SpellingRow
    | OfficeRow
    | TellingRow
    | MentionRow
    | PostRow
    | CommitmentRow
    | StatementRow
    | ChangeRow
    | CitationRow
    | DoubtRow
)

# the tables of a release in their order; `texts` is empty unless texts are asked for
TABLES: dict[str, type[Struct]] = {
    "reports": ReportRow,
    "texts": TextRow,
    "contacts": ContactRow,
    "sides": SideRow,
    "participants": ParticipantRow,
    "bodies": BodyRow,
    "people": PersonRow,
    "spellings": SpellingRow,
    "offices": OfficeRow,
    "tellings": TellingRow,
    "mentions": MentionRow,
    "posts": PostRow,
    "commitments": CommitmentRow,
    "statements": StatementRow,
    "changes": ChangeRow,
    "citations": CitationRow,
    "doubts": DoubtRow,
}
