"""The register itself: reports go in, and what they say together can be asked, proved and made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Literal

from msgspec import Struct
from sqlalchemy import Connection, Engine, select

from bangiao.model.errors import ReadOnly
from bangiao.model.findings import Findings
from bangiao.model.report import Report
from bangiao.model.tenure import Tenure
from bangiao.model.visit import Visit
from bangiao.register import keep, known, ledger, maker, proof, sentence_index, visited
from bangiao.register import seen as seeing
from bangiao.register.ask import Answers
from bangiao.register.database import connect, shown_as, take_turn, told_plainly
from bangiao.register.known import Imported
from bangiao.register.place import database_address
from bangiao.register.reader import this_reader
from bangiao.register.reading import reading_of
from bangiao.register.schema import findings as finding_table
from bangiao.register.schema import readings
from bangiao.register.subjects import whole_id
from bangiao.resolution.decisions import Decision, DecisionKind, Rulings

Outcome = Literal["new", "unchanged", "new version current", "older version kept", "read anew", "withdrawn"]


class Added(Struct, frozen=True):
    """What adding one report did to the register.

    `report` is the register's id of the report, `given` the id it came with. `read anew` means the same
    text with other findings, as after an upgrade of the reader; a report that was `withdrawn` stays so.
    `contacts` are the contacts that the current version tells, in its order.
    """

    report: str
    given: str
    outcome: Outcome
    contacts: tuple[str, ...] = ()


class Register(Answers):
    """One register, open; use it in a `with` block. Every report is stored whole or not at all."""

    def __init__(self, engine: Engine, shown: str) -> None:
        super().__init__(engine, shown)
        self._rulings: tuple[int, Rulings] = (-1, Rulings())
        self._indexed_at = ""
        self._signed = False

    @classmethod
    def open(cls, target: str | None = None, *, create: bool = True) -> Register:
        """Open a file, an address such as postgresql://HOST/NAME, or the user's own register.

        Raises RegisterError when it cannot be opened, is no register, or was made by a newer program.
        """
        address = database_address(target, create=create)
        engine = connect(address, create=create, make_again=keep.make_again)
        return cls(engine, shown_as(engine))

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the register; a file is left in one piece."""
        self._watch.close()
        self._engine.dispose()

    def add(self, report: Report, findings: Findings, *, reader: str | None = None) -> Added:
        """Store a report and what was found in it; the same report twice changes nothing.

        `reader` names the program and tables that read it, by default those of this process: findings of
        another reader replace the old ones of the same text. Raises InputError for text that cannot be
        stored, RegisterError when the database refuses; then nothing of this report is stored.
        """
        return self.add_many([(report, findings)], reader=reader)[0]

    def add_many(
        self, told: Sequence[tuple[Report, Findings]], *, reader: str | None = None, pages: Iterable[str] = ()
    ) -> tuple[Added, ...]:
        """Store several reports at once, all of them or none: the same register as one by one, sooner made.

        What they touch is resolved once for all; `contacts` are those of the register with all of them. `pages` are
        marks of the pages in which they stood, to be asked for by `pages_read`.
        """
        by = reader or this_reader()
        new = [reading_of(report, findings, by) for report, findings in told]
        with self._writing() as connection:
            rulings = self._current_rulings(connection)
            shelved = [keep.shelve(connection, one) for one in new]
            outcomes = [_outcome(connection, one, rulings.withdrawn) for one in shelved]
            keep.take_in(connection, shelved, rulings)
            visited.remember_pages(connection, pages, by)
            return tuple(
                Added(one.report, reading.given_id, outcome, _contacts_of(connection, one.report))
                for one, reading, outcome in zip(shelved, new, outcomes, strict=True)
            )

    def decide(
        self,
        kind: DecisionKind,
        subjects: Sequence[str],
        *,
        why: str,
        by: str,
        at: str,
        field: str | None = None,
        value: str | None = None,
        last: bool = False,
        seen: str | None = None,
        about: Sequence[str] | None = None,
    ) -> Decision:
        """Enter a person's word into the ledger and let it take effect.

        `same` and `different` take the ids of two or more people or contacts, `confirm` and `reject` that
        of one contact, `correct` that of a contact or person with a field and its value, `withdraw` that of
        a report or person, `settle` that of a doubt, `nobody` that of a name which is none; `at` is an ISO
        time. With `last` the word is said now: it gets a later time than all before it, whatever the clock
        says. `seen` is the mark, by `mark`, under which `about` (by default the subjects) were seen: Overtaken
        is raised where they changed since.
        Raises QuestionError when an id is unknown or a word is missing.
        """
        with self._writing() as connection:
            watched = subjects if about is None else about
            if seen is not None and seen != seeing.mark(connection, watched):
                raise seeing.Overtaken(seeing.entries(connection, watched))
            ids = tuple(whole_id(connection, one) for one in subjects)
            word = ledger.Word(kind, ids, why, by, at, field, value)
            decision = ledger.draft(connection, ledger.as_last(connection, word) if last else word)
            self._enter(connection, decision)
        return decision

    def undo(self, decision_id: str, *, why: str, by: str, at: str, seen: str | None = None) -> Decision:
        """Take a decision back; both stay in the ledger. `seen` is its mark, as with `decide`."""
        return self.decide("undo", (decision_id,), why=why, by=by, at=at, seen=seen)

    def decisions(self) -> list[Decision]:
        """The whole ledger in order of time, each entry with what undid it."""
        with self._reading() as connection:
            return ledger.read(connection)

    def mark(self, subjects: Sequence[str]) -> str:
        """A mark of contacts, people or doubts as they are now, to be handed to `decide`."""
        with self._reading() as connection:
            return seeing.mark(connection, subjects)

    def decided_about(self, subjects: Sequence[str]) -> list[Decision]:
        """The ledger's entries about these, in order of time."""
        with self._reading() as connection:
            return seeing.entries(connection, subjects)

    def import_tenures(self, rows: Sequence[Tenure]) -> Imported:
        """Take in tenures that a user knows, beside the shipped ones, and date anew what has no year."""
        with self._writing() as connection:
            done = known.enter(connection, rows)
            touched = known.undated_reports(connection) if done.new else []
            keep.refresh(connection, touched, self._current_rulings(connection))
        return Imported(done.new, done.known, len(touched))

    def visit(self, address: str) -> Visit | None:
        """What is known of a web address since it was last asked; null for one that never was."""
        with self._reading() as connection:
            return visited.visit(connection, address)

    def remember(self, visits: Sequence[Visit]) -> None:
        """Keep what servers said, once the pages that they gave are stored."""
        with self._writing() as connection:
            visited.remember(connection, visits)

    def pages_read(self, marks: Iterable[str], *, reader: str | None = None) -> set[str]:
        """Those of these pages that the reader, by default that of this process, was the last to read and store."""
        with self._reading() as connection:
            return visited.pages_read(connection, marks, reader or this_reader())

    def index_words(self) -> bool:
        """Bring the index of the words of all reports up to date, for searching; a moment where little is new.

        False where that cannot be, since the register may only be read: some reports, or all, cannot be searched.
        """
        moment = self.moment()
        if moment == self._indexed_at:
            return True
        with self._reading() as connection:
            current = sentence_index.is_current(connection)
        if not current:
            try:
                with self._writing() as connection:
                    sentence_index.mend(connection)
            except ReadOnly:
                return False
        self._indexed_at = moment if current else self.moment()
        return True

    def is_behind(self) -> bool:
        """Whether other rules joined what the register holds: the first change joins it all again, which takes long."""
        with self._reading() as connection:
            return maker.made_by_others(connection)

    def catch_up(self) -> None:
        """Join again what other rules have joined, before anybody waits for a change; nothing where that is done."""
        with self._writing():
            pass

    def rebuild(self) -> None:
        """Make every table again from the stored readings and decisions, in one transaction."""
        with self._writing() as connection:
            keep.make_again(connection)

    def dump(self) -> Iterator[str]:
        """The whole register as sorted JSON lines, without times of running: equal registers, equal lines."""
        with self._reading() as connection:
            yield from proof.lines(connection)

    def fingerprint(self) -> dict[str, str]:
        """One mark for each table of the dump: equal registers, equal marks."""
        with self._reading() as connection:
            return proof.fingerprint(connection)

    def check(self) -> list[proof.Fault]:
        """Prove the register: references, quotations against the stored texts, current versions."""
        with self._reading() as connection:
            return list(proof.faults(connection))

    def _enter(self, connection: Connection, decision: Decision) -> None:
        before = ledger.rulings(connection)
        ledger.enter(connection, decision)
        after = ledger.rulings(connection)
        keep.refresh(connection, ledger.touched_reports(connection, before, after), after)
        keep.rename(connection, ledger.touched_names(before, after), after)

    def _current_rulings(self, connection: Connection) -> Rulings:
        """The rulings, read again only when the ledger has grown; it never shrinks."""
        size = ledger.size(connection)
        if size != self._rulings[0]:
            self._rulings = (size, ledger.rulings(connection))
        return self._rulings[1]

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: everything in it is stored, or nothing; also when the user stops the program."""
        with (
            told_plainly(self.shown),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            take_turn(connection)
            if not self._signed:
                self._sign(connection)
            yield connection
        self._signed = True

    def _sign(self, connection: Connection) -> None:
        """Before the first change, make again what other rules have joined; their keys would not be found."""
        if maker.made_by_others(connection):
            keep.make_again(connection)
        else:
            maker.sign(connection)


def _outcome(connection: Connection, shelved: keep.Shelved, withdrawn: frozenset[str]) -> Outcome:
    if shelved.report in withdrawn:
        return "withdrawn"
    if shelved.alone:
        return "new"
    if shelved.before is not None:
        same = (shelved.before.report, shelved.before.findings) == (shelved.standing.report, shelved.standing.findings)
        if same:
            return "unchanged"
    mine = readings.c.reading_id == shelved.standing.reading_id
    current, digest = connection.execute(select(readings.c.current, readings.c.text_hash).where(mine)).one()
    siblings = select(readings.c.text_hash).where(readings.c.report_id == shelved.report, ~mine)
    others = set(connection.scalars(siblings))
    if shelved.before is not None or digest in others:
        return "read anew"
    if not others:
        return "new"
    return "new version current" if current else "older version kept"


def _contacts_of(connection: Connection, report: str) -> tuple[str, ...]:
    query = select(finding_table.c.contact_id).where(
        finding_table.c.report_id == report, finding_table.c.contact_id.is_not(None)
    )
    return tuple(connection.scalars(query.order_by(finding_table.c.number)))
