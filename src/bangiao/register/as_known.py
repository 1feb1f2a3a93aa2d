"""A register as it was known on the morning of a day: the same questions, answered from the reports until then.

Which reports tell one contact, and who is who, is judged by all that is known now; what a contact is shown
to be follows from the reports that had appeared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace
from sqlalchemy import Connection, Engine, select

from bangiao.model.errors import QuestionError
from bangiao.model.findings import Side
from bangiao.model.tenure import Tenure
from bangiao.reference.days import earliest, latest
from bangiao.register import ask_contacts, ledger
from bangiao.register.ask import Answers
from bangiao.register.ask_offices import ChangeTold, Post, SeenInOffice
from bangiao.register.ask_texts import ReportDay, ReportText, TellingPlace
from bangiao.register.blocks import copies_of, tellings_of, with_persons
from bangiao.register.chunks import chunks
from bangiao.register.contact_rows import finding_id
from bangiao.register.kept import Kept
from bangiao.register.records import (
    Attendant,
    Attestation,
    ContactPage,
    ContactQuestion,
    ContactRecord,
    ContactSide,
    Morning,
    Repeated,
    Told,
)
from bangiao.register.said import CommitmentRecord, Said, StatementRecord
from bangiao.register.schema import contacts, findings, reports
from bangiao.resolution.contacts import Resolved, Telling, of_some
from bangiao.resolution.dates import bounds, sort_key
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import person_id, side_label

S = TypeVar("S", bound=Said)
_KEPT = 256  # answers of one morning


class Known(Answers):
    """The part of a register that a reader of that morning could have; ask it as the register itself.

    Contacts are shown as the reports until then tell them; what took place on the day or later is left out,
    a plan for such a day is not. Times in office that began later are unknown, and so are later ends. What was looked
    up is kept, for a view asks for the same more than once: where the register has changed, ask it for another.
    """

    def __init__(self, engine: Engine, shown: str, morning: Morning, lasting: Kept | None = None) -> None:
        super().__init__(engine, shown, lasting)
        self.morning = morning
        self.kept = Kept(_KEPT)

    def contacts(self, question: ContactQuestion) -> ContactPage:
        """The contacts that fit a question, by date, as known on the morning; looked up once."""
        return self.kept.of(question, lambda: self._page(question))

    def _page(self, question: ContactQuestion) -> ContactPage:
        with self._reading() as connection:
            found = [one for one in self._records(connection, question) if fits(one, _any_day(question))]
        dated = [one for one in found if fits(one, question)]
        if question.newest is not None:
            dated = _newest_first(dated, question.newest)
        undated = sum(bounds(one.date) is None for one in found) if question.since or question.until else 0
        end = None if question.limit is None else question.offset + question.limit
        return ContactPage(tuple(dated[question.offset : end]), len(dated), undated)

    def contacts_of(self, ids: Iterable[str]) -> tuple[ContactRecord, ...]:
        """The contacts of these ids that were known, by date."""
        with self._reading() as connection:
            return self._of(connection, sorted(set(ids)))

    def contact(self, ident: str) -> ContactRecord:
        """One contact by its id or the beginning of it; raises QuestionError where it was not known."""
        found = self.contacts_of([super().contact(ident).id])
        if not found:
            raise QuestionError(
                f"no report before {self.morning.on} tells the contact {ident}", "ask without --on, or for a later day"
            )
        return found[0]

    def told(self, contact: str) -> tuple[Told, ...]:
        """What each report until then says about a contact."""
        return tuple(one for one in super().told(contact) if self.morning.knows(one.report.published))

    def repeated(self, contact: str) -> tuple[Repeated, ...]:
        """The reports of a contact that repeat others, among those until then."""
        known = {one.report.id for one in self.told(contact)}
        return tuple(one for one in super().repeated(contact) if {one.report, one.original} <= known)

    def parts(self, contact: str) -> tuple[ContactRecord, ...]:
        """The contacts that belong to a visit."""
        return self.contacts_of(one.id for one in super().parts(contact))

    def whole(self, contact: str) -> ContactRecord | None:
        """The visit to which a contact belongs."""
        visit = super().whole(contact)
        return next(iter(self.contacts_of([visit.id] if visit else [])), None)

    def commitments(self) -> tuple[CommitmentRecord, ...]:
        """What reports until then tell as agreed, proposed, pledged …; looked up once."""
        return self.kept.of("commitments", lambda: self._then(super(Known, self).commitments()))

    def statements(self, telling: Callable[[str], bool] = bool) -> tuple[StatementRecord, ...]:
        """What reports until then tell as informed, valued, affirmed …."""
        return self._then(super().statements(telling))

    def _then(self, said: Sequence[S]) -> tuple[S, ...]:
        """Sentences of reports until then, with the contacts and days as these reports tell them."""
        told = [one for one in said if self.morning.knows(one.report.published)]
        with self._reading() as connection:
            mixed = self._touched(connection)
        known = {one.id: one for one in self.contacts_of(mixed & {one.contact or "" for one in told})}
        return tuple(_as_then(one, known.get(one.contact or "")) if one.contact in mixed else one for one in told)

    def attestations(self, person: str) -> tuple[Attestation, ...]:
        """Every office in which a person had been seen."""
        return tuple(one for one in super().attestations(person) if self._seen(one))

    def posts_of(self, person: str) -> tuple[SeenInOffice, ...]:
        """Every post in which a person had been seen."""
        return tuple(one for one in super().posts_of(person) if self._seen(one.seen))

    def seen_in(self, wanted: Collection[Post]) -> tuple[SeenInOffice, ...]:
        """Everybody who had been seen in one of these posts."""
        return tuple(one for one in super().seen_in(wanted) if self._seen(one.seen))

    def changes_in(self, wanted: Collection[Post]) -> tuple[ChangeTold, ...]:
        """What reports had told of changes in these posts."""
        return tuple(one for one in super().changes_in(wanted) if self.morning.knows(one.report.published))

    def changes_of(self, person: str) -> tuple[ChangeTold, ...]:
        """What reports had told of a person's changes of office."""
        return tuple(one for one in super().changes_of(person) if self.morning.knows(one.report.published))

    def known_tenures(self) -> tuple[Tenure, ...]:
        """The tenures that had begun; an end that lies ahead is not known yet."""
        return tuple(
            replace(one, end=None, end_source=None) if one.end and latest(one.end) >= self.morning.on else one
            for one in super().known_tenures()
            if not one.start or earliest(one.start) < self.morning.on
        )

    def report_days(self) -> tuple[ReportDay, ...]:
        """How many reports had appeared, by outlet and day."""
        return tuple(one for one in super().report_days() if self.morning.knows(one.published))

    def telling_places(self, contacts: Sequence[str]) -> tuple[TellingPlace, ...]:
        """Where the reports until then tell these contacts."""
        known = self._known_reports()
        return tuple(one for one in super().telling_places(contacts) if one.report in known)

    def text_marks(self, ids: Sequence[str] | None = None) -> dict[str, str | None]:
        """A mark of each report's text, of these ids that had appeared, or of all."""
        known = self._known_reports()
        return super().text_marks(sorted(known if ids is None else known & set(ids)))

    def texts(self, ids: Sequence[str] | None = None) -> Iterator[ReportText]:
        """The reports of these ids that had appeared, or all of them."""
        known = self._known_reports()
        return super().texts(sorted(known if ids is None else known & set(ids)))

    def _known_reports(self) -> frozenset[str]:
        return self.kept.of("reports", self._reports_then)

    def _reports_then(self) -> frozenset[str]:
        with self._reading() as connection:
            rows = connection.execute(select(reports.c.report_id, reports.c.published))
            return frozenset(str(ident) for ident, published in rows if self.morning.knows(published))

    def _seen(self, one: Attestation) -> bool:
        return self.morning.knows(one.report.published) and (one.day or "") < self.morning.on

    def _records(self, connection: Connection, question: ContactQuestion) -> list[ContactRecord]:
        """The contacts that can fit; those of which later reports tell too are looked at whatever they are now."""
        now = _any_day(question)
        loose = replace(now, form=None, status=None, channel=None, people=None)
        touched = self._touched(connection)
        ids = {one for one in _fitting(connection, now) if one not in touched}
        ids |= {one for one in _fitting(connection, loose) if one in touched} if touched else set()
        return list(self._of(connection, sorted(ids)))

    def _touched(self, connection: Connection) -> frozenset[str]:
        """The contacts of which later reports tell, alone or beside others; looked up once."""
        return self.kept.of("touched", lambda: self._told_later(connection))

    def _told_later(self, connection: Connection) -> frozenset[str]:
        later = reports.c.published >= self.morning.on
        late = later if self.morning.undated else later | reports.c.published.is_(None)
        theirs = findings.c.report_id.in_(select(reports.c.report_id).where(late))
        query = select(findings.c.contact_id).where(theirs, findings.c.contact_id.is_not(None))
        return frozenset(connection.scalars(query.distinct()))

    def _of(self, connection: Connection, ids: Sequence[str]) -> tuple[ContactRecord, ...]:
        """The contacts of these ids as known; nothing for those that only later reports tell."""
        touched = self._touched(connection)
        whole = ask_contacts.records(connection, [one for one in ids if one not in touched])
        mixed = ask_contacts.records(connection, [one for one in ids if one in touched])
        found = [*whole, *_as_told(connection, self.morning, mixed)]
        known = [one for one in found if self._held_by_then(one)]
        return tuple(sorted(known, key=lambda one: (sort_key(one.date), one.id)))

    def _held_by_then(self, one: ContactRecord) -> bool:
        days = bounds(one.date)
        return one.status in ("planned", "cancelled") or days is None or days.first < self.morning.on


def _fitting(connection: Connection, question: ContactQuestion) -> Iterable[str]:
    return connection.scalars(select(contacts.c.contact_id).where(*ask_contacts.asked(question)))


def _as_then(one: S, contact: ContactRecord | None) -> S:
    """A sentence whose contact later reports tell too, with the day that the reports until then give it."""
    published = (one.report.published, "from publication date") if one.report.published else (None, None)
    told = (contact.date, contact.date_basis) if contact and bounds(contact.date) else published
    return replace(one, contact=contact.id if contact else None, date=told[0], date_basis=told[1])


def _any_day(question: ContactQuestion) -> ContactQuestion:
    return replace(question, since=None, until=None)


def _newest_first(found: Sequence[ContactRecord], day: str) -> list[ContactRecord]:
    """What began up to a day first, the latest at the top, then what is later, then what is undated."""
    known = [(one, at.first) for one in found if (at := bounds(one.date))]
    past, later = [one for one, at in known if at <= day], [one for one, at in known if at > day]
    return past[::-1] + later[::-1] + [one for one in found if not bounds(one.date)]


def fits(one: ContactRecord, question: ContactQuestion) -> bool:
    """Whether a contact fits a question."""
    days = bounds(one.date)
    people = {who.person for side in one.sides for who in side.people}
    return (
        not one.rejected
        and question.form in (None, one.form)
        and question.status in (None, one.status)
        and (question.channel is None or question.channel in one.channels)
        and (question.country is None or question.country in {side.label for side in one.sides})
        and (question.people is None or not people.isdisjoint(question.people))
        and (question.since is None or bool(days and days.last >= question.since))
        and (question.until is None or bool(days and days.first <= question.until))
    )


def _as_told(connection: Connection, morning: Morning, now: Sequence[ContactRecord]) -> list[ContactRecord]:
    """Contacts as the reports until then tell them; nothing for those of which none does."""
    owner = {one.id: one for one in now}
    told: dict[str, list[Telling]] = {}
    belongs: dict[str, str] = {}
    for chunk in chunks(sorted(owner)):
        query = select(findings.c.finding_id, findings.c.contact_id).where(findings.c.contact_id.in_(chunk))
        belongs.update({str(finding): str(contact) for finding, contact in connection.execute(query)})
    tellings = tellings_of(connection, findings.c.contact_id, owner)
    for one in tellings:
        if morning.knows(one.published):
            told.setdefault(belongs[finding_id(one)], []).append(one)
    rulings = with_persons(connection, tellings, ledger.rulings(connection))
    resolved = [of_some(ident, members, rulings) for ident, members in told.items()]
    repeats = copies_of(connection, resolved)
    return [_record(owner[one.id], one, len(repeats.get(one.id, ())), rulings) for one in resolved]


def _record(now: ContactRecord, one: Resolved, repeats: int, rulings: Rulings) -> ContactRecord:
    plain = ("form", "trigger", "mode", "status", "date", "date_basis", "date_candidates", "venue", "city", "country")
    return replace(
        now,
        **{name: getattr(one.contact, name) for name in (*plain, "occasion", "visit_kind", "session", "channels")},
        sides=tuple(_side(side, rulings) for side in one.contact.sides),
        tellings=len(one.tellings),
        sources=len({each.report for each in one.tellings}) - repeats,
        main=finding_id(one.tellings[one.main]),
        disagreements=one.disagreements,
        decision=one.decision.id if one.decision else None,
        rejected=bool(one.decision and one.decision.kind == "reject"),
    )


def _side(side: Side, rulings: Rulings) -> ContactSide:
    label = side_label(side)
    people = []
    for one in side.people:
        base = person_id(one.name, label) if one.name else None
        named = rulings.person(base) if base else None
        people.append(Attendant(named, rulings.name(base, one.name), one.office, one.role))
    return ContactSide(label, side.country, side.org, tuple(people), side.bodies)
