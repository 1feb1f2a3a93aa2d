"""The ledger of decisions: entries are added, never changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Column, Connection, func, select
from sqlalchemy.engine import RowMapping

from bangiao.model.errors import QuestionError
from bangiao.register import namesakes, nobody, righted
from bangiao.register.contact_rows import told
from bangiao.register.schema import (
    commitments,
    contacts,
    decisions,
    doubts,
    evidence,
    findings,
    participants,
    people,
    readings,
    reports,
    spellings,
)
from bangiao.resolution.anchors import anchor, around
from bangiao.resolution.corrections import OFFICE_OF, checked
from bangiao.resolution.decisions import (
    DECISION_KINDS,
    ON_COMMITMENTS,
    Anchor,
    Decision,
    DecisionKind,
    Rulings,
    decision_id,
    rule,
    with_undone,
)
from bangiao.resolution.ladder import rung

_PERSON = (people.c.person_id, spellings.c.base_id)
_PAIRED = ("same", "different", "link", "unlink")


class Word(msgspec.Struct, frozen=True):
    """What a person says, before it is entered: kind, what it is about, for `correct` and `status` field and value."""

    kind: DecisionKind
    subjects: tuple[str, ...]
    why: str
    by: str
    at: str
    field: str | None = None
    value: str | None = None


def is_telling(ident: str) -> bool:
    """Whether an id is that of what one report tells of a contact."""
    return "/contact/" in ident


def is_report(ident: str) -> bool:
    """Whether an id is that of a report, not of something within it."""
    return ident.startswith("r-") and "/" not in ident


def size(connection: Connection) -> int:
    """How many entries the ledger has."""
    return connection.scalar(select(func.count()).select_from(decisions)) or 0


def read(connection: Connection) -> list[Decision]:
    """The whole ledger in order of time."""
    return with_undone(map(_entry, connection.execute(select(decisions)).mappings()))


def rulings(connection: Connection) -> Rulings:
    """What the standing decisions mean."""
    return rule(map(_entry, connection.execute(select(decisions)).mappings()))


def as_last(connection: Connection, word: Word) -> Word:
    """The word as the last one said: where a clock is not past the newest entry, a second is put after that.

    Of two words on one thing the later counts, so a clock that was set back would let an old word overrule a new one.
    """
    newest = connection.scalar(select(func.max(decisions.c.at)))
    if newest is None or newest < word.at:
        return word
    after = datetime.fromisoformat(newest) + timedelta(seconds=1)
    return msgspec.structs.replace(word, at=after.isoformat(timespec="seconds"))


def draft(connection: Connection, word: Word) -> Decision:
    """A decision ready to be entered; raises QuestionError when a word is missing or an id unknown."""
    if word.kind not in DECISION_KINDS:
        raise QuestionError(f"{word.kind!r} is no decision", f"one of: {', '.join(DECISION_KINDS)}")
    for label, said in (("who decides", word.by), ("why", word.why), ("when", word.at)):
        if not said.strip():
            raise QuestionError(f"a decision must say {label}", "give a few words")
    _refuse_number(word)
    about_contacts = _about_contacts(connection, word)
    subjects = _withdrawn_names(connection, word.subjects) if word.kind == "withdraw" else word.subjects
    field, value = _setting(connection, word, about_contacts)
    anchors = _anchors(connection, subjects) if about_contacts else ()
    if _parts_namesakes(word):
        anchors = namesakes.anchors(connection, subjects[0], subjects[1:])
    if word.kind in ON_COMMITMENTS:
        anchors = _sentences(connection, subjects)
    if word.kind == "settle":
        anchors = _words_of_doubt(connection, subjects[0])
    if word.kind == "nobody":
        value = nobody.words(connection, subjects[0])
    setting = (field, value) if word.kind in ("correct", "status") else ()
    ident = decision_id(word.kind, subjects, word.by, word.at, word.why, setting)
    return Decision(ident, word.kind, tuple(subjects), word.by, word.at, word.why, anchors, field, value)


def enter(connection: Connection, decision: Decision) -> None:
    """Append one decision; the same word at the same time is one entry."""
    if connection.scalar(select(decisions.c.decision_id).where(decisions.c.decision_id == decision.id)):
        return
    row = {name: getattr(decision, name) for name in ("kind", "by", "at", "why", "field", "value")}
    row |= {name: msgspec.json.encode(getattr(decision, name)).decode() for name in ("subjects", "anchors")}
    connection.execute(decisions.insert().values(decision_id=decision.id, **row))


def touched_names(before: Rulings, after: Rulings) -> set[str]:
    """The names whose person, or whose shown spelling, can change when the rulings do."""
    changed = {base for base in {*before.persons, *after.persons} if before.person(base) != after.person(base)}
    changed |= {base for pair in before.apart ^ after.apart for base in pair}
    return changed | {base for base, _ in before.names.items() ^ after.names.items()}


def touched_reports(connection: Connection, before: Rulings, after: Rulings) -> set[str]:
    """The reports whose own rows change when the rulings do: those decided about, and those withdrawn."""
    named = {*before.anchors, *after.anchors}
    changed = {report for report in named if _marks(before, report) != _marks(after, report)}
    parting = {*before.parted, *after.parted}
    changed |= {report for report in parting if before.parted.get(report) != after.parted.get(report)}
    said = {ident: one for ident, one in (before.standing | after.standing).items() if _parted(before, after, ident)}
    changed |= righted.touched(connection, said.values())
    changed |= nobody.naming(connection, after.nobody - before.nobody)
    changed |= nobody.read_so(connection, before.nobody - after.nobody, before)
    gone = before.withdrawn ^ after.withdrawn
    known = select(readings.c.report_id).where(readings.c.report_id.in_(sorted(changed | gone))).distinct()
    found = set(connection.scalars(known))
    if any(one.startswith("p-") for one in gone):
        found |= set(connection.scalars(select(readings.c.report_id).distinct()))
    return found


def _parted(before: Rulings, after: Rulings, ident: str) -> bool:
    """Whether a decision stands in one of the two alone."""
    return (ident in before.standing) != (ident in after.standing)


def _marks(ruled: Rulings, report: str) -> list[tuple[Anchor, tuple[str, ...]]]:
    return [(one, ruled.marks[one]) for one in ruled.anchors.get(report, ())]


def _entry(row: RowMapping) -> Decision:
    return Decision(
        id=row["decision_id"],
        kind=row["kind"],
        subjects=msgspec.json.decode(row["subjects"], type=tuple[str, ...]),
        by=row["by"],
        at=row["at"],
        why=row["why"],
        anchors=msgspec.json.decode(row["anchors"], type=tuple[Anchor, ...]),
        field=row["field"],
        value=row["value"],
    )


def _anchors(connection: Connection, subjects: Sequence[str]) -> tuple[Anchor, ...]:
    """The tellings on which the contacts rest now, each with the number of its contact."""
    found: set[Anchor] = set()
    parted = [one for one in subjects if is_telling(one)]
    for number, subject in enumerate(subjects):
        query = select(findings, reports.c.published).join(reports)
        if subject in parted:
            query = query.where(findings.c.finding_id == subject)
        else:
            query = query.where(findings.c.contact_id == subject, findings.c.finding_id.not_in(parted))
        found |= {anchor(told(row), number) for row in connection.execute(query).mappings()}
    return tuple(sorted(found))


def _words_of_doubt(connection: Connection, doubt: str) -> tuple[Anchor, ...]:
    """The words of a report that are doubted, with the kind of doubt; none for a doubt on people or contacts."""
    query = select(doubts.c.report_id, doubts.c.start, doubts.c.quote, doubts.c.kind)
    report, start, quote, kind = connection.execute(query.where(doubts.c.doubt_id == doubt)).one()
    if not report:
        return ()
    text = connection.scalar(select(readings.c.text).where(readings.c.report_id == report, readings.c.current)) or ""
    near = around(text, start or 0, (start or 0) + len(quote)) if quote else ()
    return (Anchor(report, start or 0, quote, 0, kind, near=near),)


def _sentences(connection: Connection, subjects: Sequence[str]) -> tuple[Anchor, ...]:
    """The sentences of commitments, each with the number of its commitment."""
    query = select(findings.c.report_id, evidence.c.start, evidence.c.quote)
    query = query.join(commitments, commitments.c.finding_id == findings.c.finding_id)
    query = query.join(evidence, (evidence.c.finding_id == findings.c.finding_id) & (evidence.c.position == 0))
    return tuple(
        Anchor(report, start, quote, number)
        for number, subject in enumerate(subjects)
        for report, start, quote in connection.execute(query.where(commitments.c.commitment_id == subject))
    )


def _setting(connection: Connection, word: Word, about_contacts: bool) -> tuple[str | None, str | None]:
    """The field and value of a correction or of a status, checked."""
    if word.kind == "status":
        return "status", rung(word.value)
    if word.kind != "correct":
        return None, None
    if about_contacts and (word.field or "").startswith(OFFICE_OF):
        who = _taking_part(connection, word.subjects[0], (word.field or "").removeprefix(OFFICE_OF).strip())
        return OFFICE_OF + who, checked(OFFICE_OF, word.value)
    if about_contacts:
        return word.field, checked(word.field or "", word.value)
    if word.field != "name" or not (word.value or "").strip():
        raise QuestionError("of a person only the name can be corrected", "say: name and the right spelling")
    return word.field, " ".join((word.value or "").split())


def _taking_part(connection: Connection, contact: str, who: str) -> str:
    """The person of a contact whom an id or a name means; raises QuestionError."""
    query = select(participants.c.person_id, participants.c.name).where(participants.c.contact_id == contact)
    people_there = [(str(one), str(name)) for one, name in connection.execute(query) if one]
    found = [one for one, name in people_there if who in (one, name)]
    if not found:
        known = ", ".join(f"{name} ({one})" for one, name in people_there) or "nobody by name"
        raise QuestionError(f"{who!r} takes no part in {contact}", f"there are: {known}")
    return found[0]


def _refuse_number(word: Word) -> None:
    needed = 2 if word.kind in _PAIRED else 1
    number = len(word.subjects)
    if len(set(word.subjects)) != number or number < needed or (needed == 1 and number > 1):
        what = "commitments" if word.kind in ON_COMMITMENTS else "people or contacts"
        wanted = f"two different {what}" if needed == 2 else "one id"
        raise QuestionError(f"{word.kind} needs {wanted}", "give the ids as the register shows them")


def _about_contacts(connection: Connection, word: Word) -> bool:
    """Whether the subjects are contacts, not people or reports; raises QuestionError for what cannot be meant."""
    columns: dict[str, tuple[Column[str], ...]] = {"c": (contacts.c.contact_id,)}
    if word.kind in ("same", "different", "correct", "withdraw"):
        columns["p"] = _PERSON
    if word.kind == "nobody":
        columns = {"p": (spellings.c.base_id,)}
    if word.kind in ON_COMMITMENTS:
        columns = {"k": (commitments.c.commitment_id,)}
    if word.kind == "withdraw":
        columns = {"p": _PERSON, "r": (reports.c.report_id,)}
    if word.kind == "settle":
        columns = {"r": (doubts.c.doubt_id,), "p": (doubts.c.doubt_id,), "c": (doubts.c.doubt_id,)}
    if word.kind == "undo":
        columns = {"d": (decisions.c.decision_id,)}
    if word.kind == "different" and _parts_a_telling(connection, word.subjects):
        return True
    if _parts_namesakes(word):
        columns = {"p": _PERSON, "r": (reports.c.report_id,)}
    kinds = {subject[:1] for subject in word.subjects}
    for subject in word.subjects:
        if not _known(connection, columns.get(subject[:1], ()), subject):
            if word.kind == "nobody":
                hint = "bangiao person NAME shows the ids of a person's names"
                raise QuestionError(f"no report gives a name with the id {subject}", hint)
            raise QuestionError(
                f"the register has no {subject} to {word.kind}",
                "look the id up in the timeline, in the commitments, or with `show`",
            )
    if len(kinds) > 1 and not _parts_namesakes(word):
        raise QuestionError(f"{word.kind} needs ids of one kind", "give two people or two contacts")
    return kinds == {"c"} and word.kind != "settle"


def _parts_namesakes(word: Word) -> bool:
    """Whether a person is named with reports, which name another one of that spelling."""
    first, *others = word.subjects
    return word.kind == "different" and first.startswith("p-") and all(map(is_report, others))


def _parts_a_telling(connection: Connection, subjects: Sequence[str]) -> bool:
    """Whether a contact and one of its several tellings are named: the telling is of another contact."""
    if len(subjects) != 2 or not is_telling(subjects[1]):
        return False
    query = select(findings.c.finding_id).where(findings.c.contact_id == subjects[0])
    told_by = list(connection.scalars(query))
    return subjects[1] in told_by and len(told_by) > 1


def _known(connection: Connection, columns: Sequence[Column[str]], subject: str) -> bool:
    return any(connection.scalar(select(column).where(column == subject).limit(1)) for column in columns)


def _withdrawn_names(connection: Connection, subjects: Sequence[str]) -> tuple[str, ...]:
    """A person is withdrawn under all names that the register knows."""
    query = select(spellings.c.base_id).where(spellings.c.person_id.in_(subjects) | spellings.c.base_id.in_(subjects))
    return tuple(dict.fromkeys([*subjects, *sorted(set(connection.scalars(query)))]))
