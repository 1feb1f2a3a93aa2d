"""People, bodies, offices and outlets, which many reports name: kept as long as one report names them."""

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, exists, func, select, update

from bangiao.register.chunks import chunks
from bangiao.register.dialect import dialect_of
from bangiao.register.rows import Rows
from bangiao.register.schema import (
    bodies,
    body_mentions,
    findings,
    mentions,
    offices,
    participants,
    people,
    posts,
    reports,
    sources,
    spellings,
)
from bangiao.resolution.decisions import Rulings
from bangiao.resolution.names import best_spelling

_WORDED = ((offices, "title"), (bodies, "name"), (sources, "outlet"))


class Named(Struct, frozen=True):
    """Ids of shared things that some reports name."""

    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


def named_by(connection: Connection, chunk: list[str]) -> Named:
    """The shared things that the rows of these reports name."""

    def ids(column: ColumnElement[str], table: Table) -> frozenset[str]:
        query = select(column).where(column.is_not(None)).distinct()
        if table is not reports:
            query = query.join(findings, findings.c.finding_id == table.c.finding_id)
            return frozenset(connection.scalars(query.where(findings.c.report_id.in_(chunk))))
        return frozenset(connection.scalars(query.where(reports.c.report_id.in_(chunk))))

    return Named(
        ids(mentions.c.base_id, mentions),
        ids(mentions.c.person_id, mentions),
        ids(posts.c.office_id, posts),
        ids(body_mentions.c.body_id, body_mentions),
        ids(reports.c.source_id, reports),
    )


def enter(connection: Connection, rows: Rows) -> None:
    """Enter what reports name, where it is not there yet; of several wordings the first by code point is shown."""
    dialect = dialect_of(connection)
    if rows["people"]:
        connection.execute(dialect.insert(people).on_conflict_do_nothing(), rows["people"])
        wish = dialect.insert(spellings)
        decided = wish.excluded.person_id != spellings.c.person_id
        keys = list(spellings.primary_key.columns)
        values = {"person_id": wish.excluded.person_id}
        wish = wish.on_conflict_do_update(index_elements=keys, set_=values, where=decided)
        connection.execute(wish, rows["spellings"])
    for table, shown in _WORDED:
        _enter_worded(connection, table, shown, rows)


def _enter_worded(connection: Connection, table: Table, shown: str, rows: Rows) -> None:
    if not rows[table.name]:
        return
    wish = dialect_of(connection).insert(table)
    better = wish.excluded[shown] < table.c[shown]
    keys = list(table.primary_key.columns)
    wish = wish.on_conflict_do_update(index_elements=keys, set_={shown: wish.excluded[shown]}, where=better)
    connection.execute(wish, rows[table.name])


def tidy(connection: Connection, named: Named) -> None:
    """Take away what no report names any more, and show the rest in the best of the spellings that are left."""
    tidy_people(connection, named.people)
    _tidy_worded(connection, offices, "office_id", "title", posts, "title", named.offices)
    _tidy_worded(connection, bodies, "body_id", "name", body_mentions, "name", named.bodies)
    _tidy_worded(connection, sources, "source_id", "outlet", reports, "outlet", named.sources)


def enter_offices(connection: Connection, rows: Rows) -> None:
    """Enter offices that a person wrote."""
    _enter_worded(connection, offices, "title", rows)


def tidy_offices(connection: Connection, ids: frozenset[str]) -> None:
    """Take away offices that nobody is seen in any more."""
    for chunk in chunks(sorted(ids)):
        _tidy_worded(connection, offices, "office_id", "title", posts, "title", frozenset(chunk))


def _tidy_worded(
    connection: Connection, table: Table, key: str, shown: str, naming: Table, word: str, ids: frozenset[str]
) -> None:
    """Delete what is not named; else show the first wording by code point, found through the index."""
    if not ids:
        return
    mine = table.c[key].in_(sorted(ids))
    connection.execute(delete(table).where(mine, ~exists().where(naming.c[key] == table.c[key])))
    wording = select(func.min(naming.c[word])).where(naming.c[key] == table.c[key]).scalar_subquery()
    connection.execute(update(table).where(mine).values({shown: wording}))


def tidy_spellings(connection: Connection, names: Collection[str]) -> None:
    """Take away spellings that no report gives any more."""
    for chunk in chunks(sorted(names)):
        spelt = exists().where(mentions.c.base_id == spellings.c.base_id, mentions.c.name == spellings.c.spelling)
        connection.execute(delete(spellings).where(spellings.c.base_id.in_(chunk), ~spelt))


def tidy_people(connection: Connection, ids: Collection[str]) -> None:
    """Take away people whom nothing names any more."""
    for chunk in chunks(sorted(ids)):
        used = [
            ~exists().where(table.c.person_id == people.c.person_id) for table in (spellings, mentions, participants)
        ]
        connection.execute(delete(people).where(people.c.person_id.in_(chunk), *used))


def show(connection: Connection, ids: Collection[str], rulings: Rulings) -> None:
    """Show people in the best of their spellings, or in the one that a person has set right."""
    for chunk in chunks(sorted(ids)):
        changed = _shown(connection, chunk, rulings)
        if changed:
            connection.execute(update(people).where(people.c.person_id == bindparam("at")), changed)


def _shown(connection: Connection, ids: Collection[str], rulings: Rulings) -> list[dict[str, str]]:
    """The name and side under which each person is shown, where it is not so yet."""
    query = select(spellings, people.c.name, people.c.side.label("shown_side")).join(people)
    known: dict[str, list[tuple[str, str, str]]] = {}
    now: dict[str, tuple[str, str]] = {}
    for row in connection.execute(query.where(people.c.person_id.in_(sorted(ids)))).mappings():
        known.setdefault(row["person_id"], []).append((row["base_id"], row["spelling"], row["side"]))
        now[row["person_id"]] = (row["name"], row["shown_side"])
    changed = []
    for person, spelt in known.items():
        corrected = [rulings.names[base] for base, _, _ in sorted(spelt) if base in rulings.names]
        name = corrected[0] if corrected else best_spelling([spelling for _, spelling, _ in spelt])
        # a merged person is shown on the side of the name that gave the id, where that name still occurs
        side = min((base != person, side) for base, _, side in spelt)[1]
        if now[person] != (name, side):
            changed.append({"at": person, "name": name, "side": side})
    return changed
