"""Candidates for a new name among many known ones, through an index like the register's, in a file of its own."""

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from bangiao.spelling import keys
from bangiao.spelling.compare import forget

BATCH = 50_000
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE spellings (base_id INTEGER PRIMARY KEY, spelling TEXT NOT NULL);
CREATE TABLE name_keys (key TEXT NOT NULL, base_id INTEGER NOT NULL);
"""
CANDIDATES = """
SELECT DISTINCT spellings.base_id, spelling FROM name_keys JOIN spellings USING (base_id)
WHERE key IN (SELECT value FROM json_each(?))
"""


class Looked(Struct, frozen=True):
    """One new name: seconds for its keys, for its candidates and for one plain look-up; keys and candidates."""

    keying: float
    looking: float
    plain: float
    keys: int
    found: int


def look_up(known: list[str], new: list[str]) -> list[Looked]:
    """File the known names by their keys and look for the candidates of each new one."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "names.sqlite")
        try:
            _file(connection, known)
            return list(_looked(connection, known, new))
        finally:
            connection.close()


def _file(connection: sqlite3.Connection, known: list[str]) -> None:
    connection.executescript(TABLES)
    for start in range(0, len(known), BATCH):
        batch = list(enumerate(known[start : start + BATCH], start))
        connection.executemany("INSERT INTO spellings VALUES (?, ?)", batch)
        rows = ((key, place) for place, name in batch for key in keys(name))
        connection.executemany("INSERT INTO name_keys VALUES (?, ?)", rows)
        forget()
    connection.execute("CREATE INDEX ix_name_keys_key ON name_keys (key, base_id)")
    connection.commit()


def _looked(connection: sqlite3.Connection, known: list[str], new: list[str]) -> Iterator[Looked]:
    for turn, name in enumerate(new):
        place = turn * len(known) // len(new)
        start = time.perf_counter()
        own = keys(name)
        keyed = time.perf_counter()
        found = connection.execute(CANDIDATES, (json.dumps(sorted(own)),)).fetchall()
        looked = time.perf_counter()
        connection.execute("SELECT spelling FROM spellings WHERE base_id = ?", (place,)).fetchall()
        yield Looked(keyed - start, looked - keyed, time.perf_counter() - looked, len(own), len(found))
