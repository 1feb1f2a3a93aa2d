"""Questions to the register, answered with records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, Select, Table, func, select

from bangiao.model.errors import QuestionError
from bangiao.register import ask_contacts, ask_lexicon, ask_parts, ask_people, ask_reports, ask_said, ledger
from bangiao.register.ask_bodies import BodyAnswers
from bangiao.register.ask_offices import OfficeAnswers
from bangiao.register.ask_search import SearchAnswers
from bangiao.register.ask_texts import TextAnswers
from bangiao.register.chunks import chunks
from bangiao.register.database import told_plainly
from bangiao.register.kept import Kept
from bangiao.register.moment import Watch
from bangiao.register.records import (
    Attestation,
    Body,
    ContactPage,
    ContactQuestion,
    ContactRecord,
    Counts,
    Density,
    DoubtRecord,
    Morning,
    Pair,
    Person,
    Repeated,
    ReportRecord,
    Spelling,
    Told,
)
from bangiao.register.said import CommitmentRecord, StatementRecord
from bangiao.register.schema import (
    REVISION,
    bodies,
    commitments,
    contacts,
    decisions,
    doubts,
    offices,
    people,
    readings,
    reports,
    spellings,
    statements,
)
from bangiao.resolution.decisions import Decision

if TYPE_CHECKING:
    from bangiao.register.as_known import Known
    from bangiao.register.ask_release import Snapshot

_LASTING = 64  # things that outlive a change of the register


class Answers(SearchAnswers, BodyAnswers, OfficeAnswers, TextAnswers):
    """The part of a register that can be asked; each answer is of one moment.

    `lasting` keeps what views worked out from words that stay the same when the register changes.
    """

    def __init__(self, engine: Engine, shown: str, lasting: Kept | None = None) -> None:
        self._engine = engine
        self.shown = shown
        self._watch = Watch(engine)
        self.lasting = lasting or Kept(_LASTING)

    def moment(self) -> str:
        """A mark that changes whenever the register does: equal marks of one opened register, equal answers."""
        with told_plainly(self.shown):
            return self._watch.mark()

    @property
    def database(self) -> str:
        """The kind of database: sqlite or postgresql."""
        return self._engine.dialect.name

    @property
    def tables(self) -> str:
        """The version of the tables."""
        return REVISION

    def readers(self) -> tuple[str, ...]:
        """Who read the current version of each report."""
        with self._reading() as connection:
            return tuple(connection.scalars(select(readings.c.reader).where(readings.c.current)))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_plainly(self.shown), self._engine.connect() as connection, connection.begin():
            yield connection

    def as_known(self, morning: Morning) -> Known:
        """The register as it was known on the morning of a day: ask it as the register itself."""
        from bangiao.register.as_known import Known

        return Known(self._engine, self.shown, morning, self.lasting)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """The whole register at one moment, table by table."""
        from bangiao.register.ask_release import Snapshot  # most questions ask for no release

        with self._reading() as connection:
            yield Snapshot(connection)

    def counts(self) -> Counts:
        """How many reports, contacts, people … the register holds; rejected contacts are not counted."""
        tables = (reports, readings, contacts, people, bodies, offices, commitments, statements, doubts, decisions)
        with self._reading() as connection:
            found = {table.name: connection.scalar(_count(table)) or 0 for table in tables}
        return Counts(versions=found.pop("readings"), **found)

    def contacts(self, question: ContactQuestion) -> ContactPage:
        """The contacts that fit a question, by date; those without a year come after the dated ones."""
        with self._reading() as connection:
            return ask_contacts.page(connection, question)

    def sides(self) -> tuple[str, ...]:
        """Every country and organisation that is a side of a contact, those with most contacts first."""
        with self._reading() as connection:
            return ask_contacts.sides(connection)

    def density(self, question: ContactQuestion, monthly: bool = False) -> tuple[Density, ...]:
        """How many of the contacts that fit a question begin in each year, or month, by status."""
        with self._reading() as connection:
            return ask_contacts.density(connection, question, monthly)

    def contacts_of(self, ids: Iterable[str]) -> tuple[ContactRecord, ...]:
        """The contacts of these ids, by date."""
        with self._reading() as connection:
            return ask_contacts.records(connection, sorted(set(ids)))

    def contact(self, ident: str) -> ContactRecord:
        """One contact by its id or the beginning of it; raises QuestionError."""
        with self._reading() as connection:
            whole = _whole(connection, contacts, "contact_id", ident, "contact", "bangiao timeline")
            return ask_contacts.records(connection, [whole])[0]

    def told(self, contact: str) -> tuple[Told, ...]:
        """What each report says about a contact, with its evidence; in order of publication."""
        with self._reading() as connection:
            return ask_contacts.tellings(connection, contact)

    def repeated(self, contact: str) -> tuple[Repeated, ...]:
        """The reports of a contact that repeat others."""
        with self._reading() as connection:
            return ask_contacts.repeated(connection, contact)

    def parts(self, contact: str) -> tuple[ContactRecord, ...]:
        """The contacts that belong to a visit, by date."""
        with self._reading() as connection:
            return ask_contacts.records(connection, ask_parts.parts(connection, contact))

    def whole(self, contact: str) -> ContactRecord | None:
        """The visit to which a contact belongs."""
        with self._reading() as connection:
            visit = ask_parts.whole(connection, contact)
            return ask_contacts.records(connection, [visit])[0] if visit else None

    def commitments(self) -> tuple[CommitmentRecord, ...]:
        """What was agreed, proposed, pledged …, by report and place."""
        with self._reading() as connection:
            return ask_said.commitments_made(connection)

    def statements(self, telling: Callable[[str], bool] = bool) -> tuple[StatementRecord, ...]:
        """What was informed, thanked, valued, affirmed …, by report and place; only of wanted words where asked."""
        with self._reading() as connection:
            return ask_said.statements_made(connection, telling)

    def commitment_decisions(self) -> tuple[Decision, ...]:
        """The standing decisions about commitments, in order of time."""
        with self._reading() as connection:
            return ledger.rulings(connection).commitments

    def names_told(self) -> dict[str, tuple[str, ...]]:
        """The names of people that each report gives, by the report's id."""
        with self._reading() as connection:
            return ask_said.names_told(connection)

    def person(self, ident: str) -> Person:
        """One person by id, by the id of one spelling, or by the beginning of an id; raises QuestionError."""
        with self._reading() as connection:
            merged = select(spellings.c.person_id).where(spellings.c.base_id == ident).limit(1)
            found = connection.scalar(merged)
            whole = found or _whole(connection, people, "person_id", ident, "person", "bangiao timeline --person NAME")
            return ask_people.persons(connection, [whole])[0]

    def find_people(self, name: str) -> tuple[Person, ...]:
        """People of this name; the whole name first, else every name that holds these syllables, marks or none."""
        with self._reading() as connection:
            return ask_people.find(connection, name)

    def bodies_called(self, words: str) -> tuple[Body, ...]:
        """Parties, ministries and other bodies of this name; the whole name first, else all that hold its words."""
        with self._reading() as connection:
            return ask_people.bodies_called(connection, words)

    def spelt_like(self, names: Iterable[str]) -> dict[str, tuple[tuple[Person, str], ...]]:
        """The people with a spelling of these letters, marks aside, by the letters without marks; each with it."""
        with self._reading() as connection:
            return ask_people.spelt_like(connection, names)

    def spellings(self, person: str) -> tuple[Spelling, ...]:
        """All spellings of a person, the commonest first."""
        with self._reading() as connection:
            return ask_people.spelt(connection, person)

    def pairs(self) -> tuple[Pair, ...]:
        """The spellings that belong to one person, with what teaches so."""
        with self._reading() as connection:
            return ask_lexicon.pairs(connection)

    def attestations(self, person: str) -> tuple[Attestation, ...]:
        """Every office in which a person is seen, by day."""
        with self._reading() as connection:
            return ask_people.attested(connection, person)

    def report(self, ident: str) -> ReportRecord:
        """One report by the register's id or its beginning, the id it came with, or its address."""
        with self._reading() as connection:
            found = ask_reports.find(connection, ident)
            whole = found or _whole(connection, reports, "report_id", ident, "report", "bangiao timeline")
            return ask_reports.record(connection, whole)

    def doubts(
        self, kind: str | None = None, report: str | None = None, offset: int = 0, limit: int | None = None
    ) -> tuple[DoubtRecord, ...]:
        """Doubts by kind and place, of one kind or of one report where asked."""
        with self._reading() as connection:
            return ask_reports.doubtful(connection, kind, report, offset, limit)

    def doubt_kinds(self, among: Iterable[str] | None = None) -> dict[str, int]:
        """How many doubts of each kind there are, the commonest first; only of some reports where asked."""
        found: Counter[str] = Counter()
        query = select(doubts.c.kind, func.count()).group_by(doubts.c.kind)
        parts = (
            [query] if among is None else [query.where(doubts.c.report_id.in_(one)) for one in chunks(sorted(among))]
        )
        with self._reading() as connection:
            for part in parts:
                found.update({str(kind): int(number) for kind, number in connection.execute(part)})
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _count(table: Table) -> Select[int]:
    query = select(func.count()).select_from(table)
    return query.where(~contacts.c.rejected) if table is contacts else query


def _whole(connection: Connection, table: Table, key: str, ident: str, what: str, command: str) -> str:
    """The id that begins so; raises QuestionError when there is none, or more than one."""
    column = table.c[key]
    upper = ident + "\U0010ffff"
    found = connection.scalars(select(column).where(column >= ident, column < upper).order_by(column).limit(2)).all()
    if ident in found or (len(found) == 1 and "-" in ident):
        return str(found[0])
    if len(found) > 1 and ident:
        hint = "give a longer piece of the id"
        raise QuestionError(f"more than one {what} begins with {ident!r}", hint, key="many_ids", value=ident)
    hint = f"look ids up with: {command}"
    raise QuestionError(f"the register has no {what} {ident!r}", hint, key="no_id", value=ident)
