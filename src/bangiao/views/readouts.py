"""The reports of one contact side by side, aligned by what they are about; every sentence cites its place."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.findings import Commitment, Statement
from bangiao.model.vocabulary import Form, Topic
from bangiao.register.records import ContactQuestion, ContactRecord, ReportHead, ReportRecord, Told
from bangiao.resolution.commitments import ToldContact, setting
from bangiao.resolution.counts import counts_of
from bangiao.resolution.names import side_label
from bangiao.resolution.readouts import Item, Kind, Matter, matters
from bangiao.views.citations import Citation
from bangiao.views.contact import Field, PersonInContact, told_fields, told_people
from bangiao.views.lines import ContactLine, contact_line

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

COMPARED = frozenset({"date", "venue", "city", "country", "mode", "status", "occasion"})
TALKING: frozenset[Form] = frozenset({"talks", "meeting", "call"})
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Readout(Struct, frozen=True):
    """One report of the contact: `letter` names it, `words` and `lines` count its main text.

    `order` are the topics in the order in which the report first comes to them; `repeats` is the letter of the
    report that it reprints, where it does.
    """

    letter: str
    report: ReportHead
    updated: str | None
    words: int
    lines: int
    sentences: int
    order: tuple[Topic, ...]
    repeats: str | None


class Sentence(Struct, frozen=True):
    """A sentence of a readout: who said it by which verb, of which kind it is and how much it binds."""

    letter: str
    kind: Kind
    verb: str
    strength: int
    by: tuple[str, ...]
    speaker: str | None
    citation: Citation


class MatterRow(Struct, frozen=True):
    """One matter over the readouts.

    `missing` are the letters of readouts without it. `strongest` are the letters whose verb binds most, where the
    others' bind less; empty where all bind alike. `by_differs`: the readouts name different sides for it.
    """

    sentences: tuple[Sentence, ...]
    missing: tuple[str, ...]
    strongest: tuple[str, ...]
    by_differs: bool

    @property
    def letters(self) -> tuple[str, ...]:
        """The readouts that have it."""
        return tuple(dict.fromkeys(one.letter for one in self.sentences))


class TopicRows(Struct, frozen=True):
    """The matters of a topic: those that several readouts have first."""

    topic: Topic
    matters: tuple[MatterRow, ...]


class CountRow(Struct, frozen=True):
    """How many documents of a kind each readout tells of; `differs` where no number is in all that give one."""

    noun: str
    said: tuple[tuple[str, int, Citation], ...]
    differs: bool


class PersonRow(Struct, frozen=True):
    """A person as the readouts name them; `missing` are the letters of readouts that do not name them."""

    side: str
    person: PersonInContact
    missing: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether name or office differ, or a readout leaves the person out."""
        return bool(self.missing) or any(one.disputed for one in self.person.fields)


class ReadoutsView(Struct, frozen=True):
    """Readouts of one contact, or of several that a person takes for one, in order of publication.

    `fields` are those on which the readouts differ, `people` all whom one of them names. `others` are contacts of
    the same people on that day, which may be this one: name them too to see their reports beside these.
    """

    contacts: tuple[ContactLine, ...]
    readouts: tuple[Readout, ...]
    topics: tuple[TopicRows, ...]
    counts: tuple[CountRow, ...]
    fields: tuple[Field, ...]
    people: tuple[PersonRow, ...]
    others: tuple[ContactLine, ...]

    @property
    def rows(self) -> tuple[MatterRow, ...]:
        """All matters."""
        return tuple(row for topic in self.topics for row in topic.matters)


def readouts(register: "Known", idents: Sequence[str], language: str = "vi") -> ReadoutsView:
    """Align the reports of a contact; raises QuestionError where an id is unknown or none is given."""
    if not idents:
        raise QuestionError("no contact is named", "give its id: bangiao timeline shows it")
    contacts = list(dict.fromkeys(register.contact(one) for one in idents))
    told = tuple(one for contact in contacts for one in register.told(contact.id))
    records = [register.report(ident) for ident in dict.fromkeys(one.report.id for one in told)]
    records.sort(key=lambda one: (one.head.published or "~", one.head.id))
    letters = {one.head.id: LETTERS[at % 26] + (str(at // 26) if at > 25 else "") for at, one in enumerate(records)}
    wanted = frozenset(one.id for one in contacts)
    items = [one for record in records for one in _items(record, wanted)]
    found = matters(items, _names(told))
    repeats = {one.report: one.original for contact in contacts for one in register.repeated(contact.id)}
    return ReadoutsView(
        contacts=tuple(contact_line(one, language) for one in contacts),
        readouts=tuple(_readout(one, letters, items, repeats) for one in records),
        topics=_topics(found, letters),
        counts=_counts(records, letters),
        fields=tuple(one for one in told_fields(told) if one.disputed and one.name in COMPARED),
        people=tuple(_person(one, letters) for one in told_people(told)),
        others=tuple(contact_line(one, language) for one in _others(register, contacts)),
    )


def _items(record: ReportRecord, wanted: frozenset[str]) -> list[Item]:
    """What a report tells in these contacts, in order of its text; what it tells in other meetings is left out.

    A visit, conference or ceremony beside them is where they took place, not another conversation.
    """
    told = [
        ToldContact(ident, one.evidence[0].start, one.form, one.status, frozenset(map(side_label, one.sides)))
        for ident, one in zip(record.contacts, record.findings.contacts, strict=True)
        if ident and one.evidence and (ident in wanted or one.form in TALKING)
    ]
    found = []
    sentences: list[Commitment | Statement] = [*record.findings.commitments, *record.findings.statements]
    for one in sentences:
        whole, *rest = one.evidence
        said = setting(whole.start, whole.end, one.by, told)
        if not said or said.contact not in wanted:
            continue
        verb = next((each.quote for each in rest if each.field == "kind"), "")
        speaker = getattr(one, "speaker", None)
        place = (record.head.id, whole.line, whole.start, whole.end, whole.quote)
        found.append(Item(*place, one.kind, verb, one.by, speaker, one.topics))
    return sorted(found, key=lambda one: (one.start, one.end))


def _names(told: Iterable[Told]) -> set[str]:
    return {who.name for one in told for side in one.contact.sides for who in side.people if who.name}


def _readout(record: ReportRecord, letters: dict[str, str], items: list[Item], repeats: dict[str, str]) -> Readout:
    own = [one for one in items if one.report == record.head.id]
    body = record.report.body
    original = repeats.get(record.head.id)
    return Readout(
        letter=letters[record.head.id],
        report=record.head,
        updated=record.report.updated,
        words=len(body.split()),
        lines=sum(bool(line.strip()) for line in body.splitlines()),
        sentences=len(own),
        order=tuple(dict.fromkeys(topic for one in own for topic in one.topics)),
        repeats=letters.get(original) if original else None,
    )


def _topics(found: tuple[Matter, ...], letters: dict[str, str]) -> tuple[TopicRows, ...]:
    """Matters by topic, in the order in which the readouts come to them; those that several have first."""
    rows: dict[Topic, list[MatterRow]] = {}
    for one in found:
        rows.setdefault(one.topic, []).append(_row(one, letters))
    order = {topic: sorted(own, key=lambda row: (-len(row.letters), row.letters)) for topic, own in rows.items()}
    return tuple(TopicRows(topic, tuple(own)) for topic, own in order.items())


def _row(matter: Matter, letters: dict[str, str]) -> MatterRow:
    there: dict[str, list[Item]] = {}
    for one in matter.items:
        there.setdefault(one.report, []).append(one)
    strength = {report: max(one.strength for one in own) for report, own in there.items()}
    by = {frozenset(side for one in own for side in one.by) for own in there.values()}
    strongest = sorted(letters[report] for report, value in strength.items() if value == max(strength.values()))
    return MatterRow(
        sentences=tuple(_sentence(one, letters) for one in matter.items),
        missing=tuple(letter for report, letter in letters.items() if report not in there),
        strongest=tuple(strongest) if len(strongest) < len(there) else (),
        by_differs=len(by) > 1,
    )


def _sentence(one: Item, letters: dict[str, str]) -> Sentence:
    citation = Citation(one.report, one.words, one.line, one.start, one.end)
    return Sentence(letters[one.report], one.kind, one.verb, one.strength, one.by, one.speaker, citation)


def _person(one: PersonInContact, letters: dict[str, str]) -> PersonRow:
    naming = {each.report for field in one.fields for saying in field.sayings for each in saying.citations}
    missing = tuple(letter for report, letter in letters.items() if report not in naming)
    return PersonRow(one.side, one, missing)


def _counts(records: Sequence[ReportRecord], letters: dict[str, str]) -> tuple[CountRow, ...]:
    said: dict[str, list[tuple[str, int, Citation]]] = {}
    for record in records:
        for one in counts_of(record.report):
            line = record.report.text.count("\n", 0, one.start) + 1
            citation = Citation(record.head.id, one.quote, line, one.start, one.start + len(one.quote))
            said.setdefault(one.noun, []).append((letters[record.head.id], one.number, citation))
    rows = []
    for noun, found in sorted(said.items()):
        numbers = [{number for letter, number, _ in found if letter == each} for each in {one[0] for one in found}]
        rows.append(CountRow(noun, tuple(found), len(numbers) > 1 and not set.intersection(*numbers)))
    return tuple(rows)


def _others(register: "Known", contacts: Sequence[ContactRecord]) -> list[ContactRecord]:
    """Contacts of the same people on the same day of the year, which may be one with these; messages are none."""
    mine = {one.id for one in contacts}
    found: dict[str, ContactRecord] = {}
    for contact in contacts:
        people = [{who.person for who in side.people if who.person} for side in contact.sides]
        if not contact.date or sum(map(bool, people)) < 2:
            continue
        for one in register.contacts(ContactQuestion(people=tuple(sorted(people[0] or people[1])))).contacts:
            there = [{who.person for who in side.people if who.person} for side in one.sides]
            met = sum(any(own & each for each in there) for own in people)
            day = (one.date or "")[-5:] == contact.date[-5:]
            if day and met > 1 and one.id not in mine and one.form == contact.form != "message":
                found[one.id] = one
    return list(found.values())
