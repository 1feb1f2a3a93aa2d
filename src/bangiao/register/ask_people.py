"""People out of the register: who they are, how they are spelt, in which offices they are seen."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from bangiao.model.findings import Contact
from bangiao.register import ledger
from bangiao.register.ask_offices import office_quotes, place_of
from bangiao.register.ask_reports import HEAD, head
from bangiao.register.chunks import chunks
from bangiao.register.records import Attestation, Body, Person, Spelling
from bangiao.register.schema import bodies, decisions, findings, mentions, offices, people, reports, spellings
from bangiao.resolution.attested import attested as seen_on
from bangiao.resolution.names import name_key, plain
from bangiao.resolution.namesakes import unsigned


def persons(connection: Connection, ids: Sequence[str]) -> tuple[Person, ...]:
    """The people of these ids, by name."""
    query = select(people).where(people.c.person_id.in_(ids)).order_by(people.c.name, people.c.person_id)
    return tuple(Person(row["person_id"], row["name"], row["side"]) for row in connection.execute(query).mappings())


def find(connection: Connection, name: str) -> tuple[Person, ...]:
    """The whole name with its marks, else without marks, else every name that holds the syllables in order.

    Namesakes who were parted are found by the name that they share.
    """
    bare = plain(name)
    if not bare:
        return ()
    query = select(spellings.c.person_id, spellings.c.spelling)
    alike = spellings.c.plain == bare
    if ledger.rulings(connection).parted:
        alike |= spellings.c.plain.startswith(f"{bare} (", autoescape=True)
    rows = connection.execute(query.where(alike)).all()
    exact = [person for person, spelling in rows if name_key(unsigned(spelling)) == name_key(unsigned(name))]
    found = exact or [person for person, _ in rows]
    if not found:
        found = _corrected(connection, bare)
    if not found:
        # percent and underscore are no wildcards here: autoescape
        within = query.where(spellings.c.plain.contains(bare, autoescape=True))
        words = f" {bare} "
        found = [person for person, spelling in connection.execute(within) if words in f" {plain(spelling)} "]
    return persons(connection, sorted(set(found)))


def spelt_like(connection: Connection, names: Iterable[str]) -> dict[str, tuple[tuple[Person, str], ...]]:
    """The people with a spelling of these letters, marks aside, with that spelling, by the letters without marks."""
    found: dict[str, set[tuple[Person, str]]] = {}
    for chunk in chunks(sorted({plain(name) for name in names} - {""})):
        query = select(spellings.c.plain, spellings.c.spelling, people.c.person_id, people.c.name, people.c.side)
        query = query.join(people, people.c.person_id == spellings.c.person_id).where(spellings.c.plain.in_(chunk))
        for bare, spelling, ident, name, side in connection.execute(query):
            found.setdefault(bare, set()).add((Person(ident, name, side), spelling))
    return {bare: tuple(sorted(each, key=lambda one: (one[0].id, one[1]))) for bare, each in found.items()}


def bodies_called(connection: Connection, words: str) -> tuple[Body, ...]:
    """The bodies of this name, with marks or without; else those, and the offices, whose words hold the name."""
    bare = plain(words)
    if not bare:
        return ()
    rows = [(str(name), str(side)) for name, side in connection.execute(select(bodies.c.name, bodies.c.side))]
    found = [one for one in rows if plain(one[0]) == bare]
    if not found:
        found = [one for one in rows if f" {bare} " in f" {plain(one[0])} "]
    if not found:
        seen = connection.execute(select(offices.c.title, offices.c.side).distinct())
        found = [(words, str(side)) for title, side in seen if f" {bare} " in f" {plain(str(title))} "]
    return tuple(Body(*one) for one in sorted(set(found)))


def _corrected(connection: Connection, bare: str) -> list[str]:
    """The people whose spelling was set right to this one, which no report may have."""
    right = select(decisions.c.value).where(decisions.c.kind == "correct", decisions.c.field == "name")
    query = select(people.c.person_id, people.c.name).where(people.c.name.in_(right))
    return [person for person, name in connection.execute(query) if f" {bare} " in f" {plain(name)} "]


def spelt(connection: Connection, person: str) -> tuple[Spelling, ...]:
    """All spellings of a person, the commonest first, each with the report in which it is first seen."""
    query = select(mentions.c.base_id, mentions.c.name, func.count()).where(mentions.c.person_id == person)
    query = query.group_by(mentions.c.base_id, mentions.c.name)
    query = query.order_by(func.count().desc(), mentions.c.name, mentions.c.base_id)
    found = []
    for base, name, number in connection.execute(query).all():
        first = select(*HEAD).join(findings, findings.c.report_id == reports.c.report_id).join(mentions)
        first = first.where(mentions.c.base_id == base, mentions.c.name == name)
        first = first.order_by(func.coalesce(reports.c.published, "~"), reports.c.report_id).limit(1)
        found.append(Spelling(base, name, number, head(connection.execute(first).mappings().one())))
    return tuple(found)


def attested(connection: Connection, person: str) -> tuple[Attestation, ...]:
    """Every time a person is seen in an office, by day; undated ones last."""
    query = select(mentions, findings.c.contact_id, findings.c.content, *HEAD).join(
        findings, findings.c.finding_id == mentions.c.finding_id
    )
    query = query.join(reports, reports.c.report_id == findings.c.report_id)
    query = query.where(mentions.c.person_id == person, mentions.c.office.is_not(None))
    order = (func.coalesce(mentions.c.attested, "~"), mentions.c.finding_id, mentions.c.side, mentions.c.position)
    rows = connection.execute(query.order_by(*order)).mappings().all()
    said = office_quotes(connection, sorted({str(row["finding_id"]) for row in rows}))
    found = []
    for row in rows:
        quotes = said.get(place_of(row), [])
        found.append(
            Attestation(
                row["office"],
                row["attested"],
                head(row),
                row["contact_id"],
                tuple(quote for quote, _ in quotes),
                quotes[0][1] if quotes else None,
                seen_on(msgspec.json.decode(row["content"], type=Contact), row["published"]).basis,
                row["office_basis"],
            )
        )
    return tuple(found)
