"""Offices out of the register: who is seen in them, what reports tell of changes, which tenures are known."""

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager

from msgspec import Struct
from sqlalchemy import Connection, RowMapping, Select, func, select

from bangiao.model.tenure import Tenure
from bangiao.register import known
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.chunks import chunks
from bangiao.register.records import Attestation, Person, ReportHead
from bangiao.register.schema import changes, evidence, findings, mentions, offices, people, posts, reports, spellings
from bangiao.resolution.changes import ChangeKind


class Post(Struct, frozen=True, order=True):
    """A post of a side, in the form that compares."""

    side: str
    title: str


class SeenInOffice(Struct, frozen=True):
    """A person whom a report shows in an office, under the name that it uses there."""

    person: Person
    name: str
    seen: Attestation


class ChangeTold(Struct, frozen=True):
    """A change of hands that a report tells, with its words; `person` is null where the register shows nobody so named.

    `told` is the day of publication: who takes, keeps or leaves the office does so on or before it.
    """

    kind: ChangeKind
    person: str | None
    name: str
    side: str
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
        with self._reading() as connection:
            return tuple(Post(side, title) for side, title in connection.execute(_POSTS))

    def seen_in(self, wanted: Collection[Post]) -> tuple[SeenInOffice, ...]:
        """Everybody who is seen in one of these posts, by day; undated ones last."""
        with self._reading() as connection:
            return seen_in(connection, wanted)

    def changes_in(self, wanted: Collection[Post]) -> tuple[ChangeTold, ...]:
        """What reports tell of changes in these posts, by day of publication."""
        titles = sorted({one.title for one in wanted})
        with self._reading() as connection:
            found = [row for chunk in chunks(titles) for row in _told(connection, changes.c.post.in_(chunk))]
        sides = {(one.side, one.title) for one in wanted}
        return _changes(row for row in found if (row["side"], row["post"]) in sides)

    def changes_of(self, person: str) -> tuple[ChangeTold, ...]:
        """What reports tell of a person's changes of office, by day of publication."""
        bases = select(spellings.c.base_id).where(spellings.c.person_id == person)
        with self._reading() as connection:
            return _changes(_told(connection, changes.c.base_id.in_(bases)))


_POSTS = select(offices.c.side, offices.c.post).distinct().order_by(offices.c.side, offices.c.post)


def seen_in(connection: Connection, wanted: Collection[Post]) -> tuple[SeenInOffice, ...]:
    """Everybody who is seen in one of these posts, with the words that name the office."""
    sides = {(one.side, one.title) for one in wanted}
    found: dict[tuple[str, int, int], RowMapping] = {}
    for chunk in chunks(sorted({one.title for one in wanted})):
        for row in connection.execute(_seen(chunk)).mappings():
            if (row["office_side"], row["post"]) in sides:
                found.setdefault((row["finding_id"], row["side"], row["position"]), row)
    order = sorted(found.items(), key=lambda item: (item[1]["attested"] or "~", item[0]))
    return tuple(_attested(connection, row) for _, row in order)


def _seen(titles: list[str]) -> Select[tuple[object, ...]]:
    query = select(
        mentions.c.finding_id, mentions.c.side, mentions.c.position, mentions.c.name, mentions.c.attested,
        people.c.person_id, people.c.name.label("shown"), people.c.side.label("person_side"),
        posts.c.title.label("words"), offices.c.post, offices.c.side.label("office_side"), findings.c.contact_id, *HEAD,
    )  # fmt: skip
    at = (posts.c.finding_id == mentions.c.finding_id) & (posts.c.side == mentions.c.side)
    query = query.select_from(posts).join(mentions, at & (posts.c.position == mentions.c.position))
    query = query.join(offices, offices.c.office_id == posts.c.office_id)
    query = query.join(people, people.c.person_id == mentions.c.person_id)
    query = query.join(findings, findings.c.finding_id == mentions.c.finding_id)
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    return query.where(offices.c.post.in_(titles)).order_by(mentions.c.finding_id, posts.c.number)


def _attested(connection: Connection, row: RowMapping) -> SeenInOffice:
    field = f"sides.{row['side']}.people.{row['position']}.office"
    words = select(evidence.c.quote, evidence.c.line).where(
        evidence.c.finding_id == row["finding_id"], evidence.c.field == field
    )
    quotes = connection.execute(words.order_by(evidence.c.position)).all()
    seen = Attestation(
        row["words"],
        row["attested"],
        head(row),
        row["contact_id"],
        tuple(quote for quote, _ in quotes),
        quotes[0][1] if quotes else None,
    )
    return SeenInOffice(Person(row["person_id"], row["shown"], row["person_side"]), row["name"], seen)


def _told(connection: Connection, condition: object) -> list[RowMapping]:
    person = select(func.min(spellings.c.person_id)).where(spellings.c.base_id == changes.c.base_id).scalar_subquery()
    columns = [one for one in changes.c if one.name != "report_id"]
    query = select(*columns, person.label("person_id"), *HEAD).join(reports)
    return list(connection.execute(query.where(condition)).mappings())  # type: ignore[arg-type]


def _changes(rows: Iterable[RowMapping]) -> tuple[ChangeTold, ...]:
    found = {
        (row["told"] or "~", row["report_id"], row["position"]): ChangeTold(
            row["kind"],
            row["person_id"],
            row["name"],
            row["side"],
            row["office"],
            row["told"],
            head(row),
            row["line"],
            row["quote"],
        )
        for row in rows
    }
    return tuple(found[key] for key in sorted(found))
