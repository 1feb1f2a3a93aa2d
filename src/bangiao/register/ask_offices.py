"""Offices out of the register: who is seen in them, what reports tell of changes, which tenures are known."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, RowMapping, func, select

from bangiao.model.findings import Contact
from bangiao.model.tenure import Tenure
from bangiao.register import known
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.chunks import chunks
from bangiao.register.records import Attestation, Person, ReportHead
from bangiao.register.schema import changes, evidence, findings, mentions, offices, people, posts, reports, spellings
from bangiao.resolution.attested import attested
from bangiao.resolution.changes import ChangeKind

Place = tuple[str, int, int]  # a finding, a side, a position


class Post(Struct, frozen=True, order=True):
    """A post of a side, in the form that compares."""

    side: str
    title: str


class SeenInOffice(Struct, frozen=True):
    """A person whom a report shows in a post, under the name that it uses there."""

    person: Person
    name: str
    post: Post
    seen: Attestation


class ChangeTold(Struct, frozen=True):
    """A change of hands that a report tells, with its words; `person` is null where the register shows nobody so named.

    `told` is the day of publication: who takes, keeps or leaves the office does so on or before it.
    """

    kind: ChangeKind
    person: str | None
    name: str
    post: Post
    office: str
    told: str | None
    report: ReportHead
    line: int
    quote: str


class OfficeAnswers:
    """The part of a register that is asked about offices."""

    def _reading(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def known_tenures(self) -> tuple[Tenure, ...]:
        """The tenures that ship with the program, then those that the user imported."""
        with self._reading() as connection:
            return known.known(connection)

    def posts(self) -> tuple[Post, ...]:
        """Every post that a report names, by side and title."""
        query = select(offices.c.side, offices.c.post).distinct().order_by(offices.c.side, offices.c.post)
        with self._reading() as connection:
            return tuple(Post(side, title) for side, title in connection.execute(query))

    def seen_in(self, wanted: Collection[Post]) -> tuple[SeenInOffice, ...]:
        """Everybody who is seen in one of these posts, by day; undated ones last."""
        with self._reading() as connection:
            titles = sorted({one.title for one in wanted})
            found = [one for chunk in chunks(titles) for one in _seen(connection, offices.c.post.in_(chunk))]
        return _by_day(one for one in found if one.post in wanted)

    def posts_of(self, person: str) -> tuple[SeenInOffice, ...]:
        """Every post in which a person is seen, by day; undated ones last."""
        with self._reading() as connection:
            return _by_day(_seen(connection, mentions.c.person_id == person))

    def changes_in(self, wanted: Collection[Post]) -> tuple[ChangeTold, ...]:
        """What reports tell of changes in these posts, by day of publication."""
        with self._reading() as connection:
            titles = sorted({one.title for one in wanted})
            found = [one for chunk in chunks(titles) for one in _told(connection, changes.c.post.in_(chunk))]
        return _by_publication(one for one in found if one.post in wanted)

    def changes_of(self, person: str) -> tuple[ChangeTold, ...]:
        """What reports tell of a person's changes of office, by day of publication."""
        bases = select(spellings.c.base_id).where(spellings.c.person_id == person)
        with self._reading() as connection:
            return _by_publication(_told(connection, changes.c.base_id.in_(bases)))


def _by_day(found: Iterable[SeenInOffice]) -> tuple[SeenInOffice, ...]:
    return tuple(sorted(found, key=lambda one: (one.seen.day or "~", one.seen.report.id, one.seen.line or 0, one.name)))


def _by_publication(found: Iterable[ChangeTold]) -> tuple[ChangeTold, ...]:
    return tuple(sorted(found, key=lambda one: (one.told or "~", one.report.id, one.line, one.name, one.post)))


def _seen(connection: Connection, condition: ColumnElement[bool]) -> list[SeenInOffice]:
    """Each person once for each post of a finding, with the words that name the office."""
    named = (
        mentions.c.finding_id,
        mentions.c.side,
        mentions.c.position,
        mentions.c.name.label("called"),
        mentions.c.office_basis,
    )
    who = (people.c.person_id, people.c.name.label("shown"), people.c.side.label("person_side"))
    what = (posts.c.title, offices.c.post, offices.c.side.label("label"), findings.c.content, findings.c.contact_id)
    at = (posts.c.finding_id == mentions.c.finding_id) & (posts.c.side == mentions.c.side)
    query = select(*named, *who, *what, *HEAD).select_from(posts)
    query = query.join(mentions, at & (posts.c.position == mentions.c.position))
    query = query.join(offices, offices.c.office_id == posts.c.office_id)
    query = query.join(people, people.c.person_id == mentions.c.person_id)
    query = query.join(findings, findings.c.finding_id == mentions.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    rows = connection.execute(query.where(condition)).mappings().all()
    quotes = office_quotes(connection, sorted({str(row["finding_id"]) for row in rows}))
    return list({(place_of(row), row["post"], row["label"]): _seen_in_office(row, quotes) for row in rows}.values())


def _seen_in_office(row: RowMapping, quotes: dict[Place, list[tuple[str, int]]]) -> SeenInOffice:
    day = attested(msgspec.json.decode(row["content"], type=Contact), row["published"])
    words = quotes.get(place_of(row), [])
    seen = Attestation(
        office=row["title"],
        day=day.day,
        report=head(row),
        contact=row["contact_id"],
        quotes=tuple(quote for quote, _ in words),
        line=words[0][1] if words else None,
        day_basis=day.basis,
        office_basis=row["office_basis"],
    )
    person = Person(row["person_id"], row["shown"], row["person_side"])
    return SeenInOffice(person, row["called"], Post(row["label"], row["post"]), seen)


def place_of(row: RowMapping) -> Place:
    """Where a person stands in a finding."""
    return row["finding_id"], row["side"], row["position"]


def office_quotes(connection: Connection, ids: Sequence[str]) -> dict[Place, list[tuple[str, int]]]:
    """The words that name offices, with their lines, by finding and person."""
    found: dict[Place, list[tuple[str, int]]] = {}
    for chunk in chunks(list(ids)):
        query = select(evidence.c.finding_id, evidence.c.field, evidence.c.quote, evidence.c.line)
        query = query.where(evidence.c.finding_id.in_(chunk), evidence.c.field.like("sides.%.office"))
        for finding, field, quote, line in connection.execute(
            query.order_by(evidence.c.finding_id, evidence.c.position)
        ):
            _, side, _, position, _ = field.split(".")
            found.setdefault((finding, int(side), int(position)), []).append((quote, line))
    return found


def _told(connection: Connection, condition: ColumnElement[bool]) -> list[ChangeTold]:
    person = select(func.min(spellings.c.person_id)).where(spellings.c.base_id == changes.c.base_id).scalar_subquery()
    columns: list[Any] = [one for one in changes.c if one.name != "report_id"]
    query = select(*columns, person.label("person_id"), *HEAD).join(reports).where(condition)
    return [_change(row) for row in connection.execute(query).mappings()]


def _change(row: RowMapping) -> ChangeTold:
    return ChangeTold(
        kind=row["kind"],
        person=row["person_id"],
        name=row["name"],
        post=Post(row["side"], row["post"]),
        office=row["office"],
        told=row["told"],
        report=head(row),
        line=row["line"],
        quote=row["quote"],
    )
