"""Candidates for a new name among many known ones, through an index like the register's, in a file of its own."""

import json
import random
import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from bangiao.spelling import keys, sought
from bangiao.spelling.compare import forget

BATCH = 50_000
PLAIN = 2_000
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
    """One new name: seconds for its keys and for its candidates, and how many these are."""

    keying: float
    looking: float
    keys: int
    found: int


def look_up(known: list[str], new: list[str]) -> tuple[float, list[Looked]]:
    """File the known names by their keys: seconds for one plain look-up, and the candidates of each new name."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "names.sqlite")
        try:
            _file(connection, known)
            return _plain(connection, len(known)), [_looked(connection, name) for name in new]
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


def _plain(connection: sqlite3.Connection, known: int) -> float:
    """Seconds for one row by its id, on average over rows all through the table."""
    places = random.Random(known).choices(range(known), k=PLAIN)
    start = time.perf_counter()
    for place in places:
        connection.execute("SELECT spelling FROM spellings WHERE base_id = ?", (place,)).fetchall()
    return (time.perf_counter() - start) / PLAIN


def _looked(connection: sqlite3.Connection, name: str) -> Looked:
    start = time.perf_counter()
    own = sought(name)
    keyed = time.perf_counter()
    found = connection.execute(CANDIDATES, (json.dumps(sorted(own)),)).fetchall()
    return Looked(keyed - start, time.perf_counter() - keyed, len(own), len(found))
