"""An index of the words of all reports, for searching: made at the first search, mended at the next.

It follows from the reports and is no part of the register's form: it may be dropped at any time. Words stand in it
in small letters without any mark, so that who types "do muoi" finds "Đỗ Mười"; SQLite looks them up by FTS5,
PostgreSQL by its own text search.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from msgspec import Struct
from sqlalchemy import Column, Connection, MetaData, Table, Text, bindparam, delete, inspect, select, text

from bangiao.model.report import Report
from bangiao.register import ledger
from bangiao.register.chunks import chunks
from bangiao.register.reading import findings_of, report_of, stored
from bangiao.register.schema import readings, reports
from bangiao.resolution.names import plain
from bangiao.resolution.withdrawal import without
from bangiao.text.place import Lines
from bangiao.text.sentences import sentences

_FORM = "1"  # of the index: another one is made anew
_READ = ("headline", "body", "caption")

own = MetaData()
indexed = Table("search_reports", own, Column("report_id", Text, primary_key=True), Column("state", Text))

_FTS = (
    "CREATE VIRTUAL TABLE search_sentences USING fts5"
    "(plain, report_id UNINDEXED, line UNINDEXED, start UNINDEXED, stop UNINDEXED, tokenize='unicode61')"
)
_POSTGRES = (
    "CREATE TABLE search_sentences (plain text, report_id text, line integer, start integer, stop integer,"
    " words tsvector GENERATED ALWAYS AS (to_tsvector('simple', plain)) STORED)",
    "CREATE INDEX search_sentences_words ON search_sentences USING gin (words)",
    "CREATE INDEX search_sentences_report ON search_sentences (report_id)",
)
_ADD = text(
    "INSERT INTO search_sentences (plain, report_id, line, start, stop) VALUES (:plain, :report, :line, :a, :b)"
)


class Place(Struct, frozen=True):
    """A sentence that holds the words: where it stands in its report; `line` is where its part of the page begins."""

    report: str
    line: int
    start: int
    end: int


class Phrases(Struct, frozen=True):
    """What is looked for: sentences with all of the phrases, or with one of the names; each a run of plain words."""

    phrases: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, ...], ...] = ()


def is_made(connection: Connection) -> bool:
    """Whether there is an index."""
    return inspect(connection).has_table("search_reports")


def is_current(connection: Connection) -> bool:
    """Whether the index knows every report as it is."""
    return is_made(connection) and _states(connection) == _known(connection)


def mend(connection: Connection) -> None:
    """Put into the index what is new or other than it was, and take out what is gone."""
    if not is_made(connection):
        _make(connection)
    wanted, known = _states(connection), _known(connection)
    gone = [one for one, state in known.items() if wanted.get(one) != state]
    for chunk in chunks(sorted(gone)):
        connection.execute(delete(indexed).where(indexed.c.report_id.in_(chunk)))
        stale = text("DELETE FROM search_sentences WHERE report_id IN :ids").bindparams(
            bindparam("ids", expanding=True)
        )
        connection.execute(stale, {"ids": chunk})
    ruled = ledger.rulings(connection)
    for chunk in chunks(sorted(one for one, state in wanted.items() if known.get(one) != state)):
        query = select(readings).where(readings.c.report_id.in_(chunk), readings.c.current)
        told: list[dict[str, str | int]] = []
        for row in connection.execute(query).mappings():
            reading = stored(row)
            signs = ruled.parted.get(row["report_id"], {})
            shown, _ = without(report_of(reading), findings_of(reading), ruled.withdrawn, signs)
            told += _lines(row["report_id"], shown)
        if told:
            connection.execute(_ADD, told)
        connection.execute(indexed.insert(), [{"report_id": one, "state": wanted[one]} for one in chunk])


def find(connection: Connection, asked: Phrases, offset: int, limit: int) -> tuple[Sequence[Place], int]:
    """The sentences that fit, the best first, and how many there are."""
    if connection.dialect.name == "postgresql":
        where, order = "words @@ to_tsquery('simple', :asked)", "ts_rank(words, to_tsquery('simple', :asked)) DESC"
        expression = _tsquery(asked)
    else:
        where, order, expression = "search_sentences MATCH :asked", "rank", _match(asked)
    total = connection.scalar(text(f"SELECT count(*) FROM search_sentences WHERE {where}"), {"asked": expression})
    query = text(
        f"SELECT report_id, line, start, stop FROM search_sentences WHERE {where}"
        f" ORDER BY {order}, report_id, start LIMIT :limit OFFSET :offset"
    )
    rows = connection.execute(query, {"asked": expression, "limit": limit, "offset": offset})
    return [Place(*row) for row in rows], int(total or 0)


def _make(connection: Connection) -> None:
    own.create_all(connection)
    for statement in _POSTGRES if connection.dialect.name == "postgresql" else (_FTS,):
        connection.execute(text(statement))


def _states(connection: Connection) -> dict[str, str]:
    """Each report with a mark of what its lines follow from: its reading, the people withdrawn and those parted."""
    ruled = ledger.rulings(connection)
    hidden = [*sorted(ruled.withdrawn), *(json.dumps(ruled.parted, sort_keys=True),) * bool(ruled.parted)]
    mark = blake2b("\0".join(hidden).encode(), digest_size=6).hexdigest()
    rows = connection.execute(select(reports.c.report_id, reports.c.reading_id))
    return {report: f"{_FORM} {reading} {mark}" for report, reading in rows}


def _known(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(indexed)).mappings()
    return {row["report_id"]: row["state"] for row in rows}


def _lines(ident: str, report: Report) -> Iterator[dict[str, str | int]]:
    lines = Lines(report.text)
    for block in report.blocks:
        if block.kind in _READ:
            line = lines.number(block.span.start)
            for start, end in sentences(report.text, block.span.start, block.span.end):
                yield {"plain": plain(report.text[start:end]), "report": ident, "line": line, "a": start, "b": end}


def _match(asked: Phrases) -> str:
    """The question in the language of FTS5; words hold letters and digits alone, so that quotes cannot be broken."""
    every = " AND ".join(f'"{" ".join(words)}"' for words in asked.phrases)
    return " OR ".join([f"({every})"] * bool(every) + [f'"{" ".join(words)}"' for words in asked.names])


def _tsquery(asked: Phrases) -> str:
    every = " & ".join(_followed(words) for words in asked.phrases)
    return " | ".join([f"({every})"] * bool(every) + [_followed(words) for words in asked.names])


def _followed(words: Sequence[str]) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in words) + ")"
