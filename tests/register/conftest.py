"""The stores on which every register test runs: SQLite always, PostgreSQL where a server is named."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bangiao.register.store import Register

# an empty database that tests may fill, such as postgresql://USER@HOST/NAME?unix_sock=…
SERVER = os.environ.get("BANGIAO_TEST_POSTGRES")
STORES = ["sqlite", *(["postgresql"] if SERVER else [])]

NewStore = Callable[[], Register]


@pytest.fixture(params=STORES)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Make empty registers; all are closed, and those on the server dropped, when the test ends."""
    opened: list[Register] = []
    schemas: list[str] = []

    def make() -> Register:
        if request.param == "sqlite":
            target = str(tmp_path / f"{len(opened)}.sqlite")
        else:
            schemas.append(f"test_{uuid4().hex}")
            target = _new_schema(schemas[-1])
        opened.append(Register.open(target))
        return opened[-1]

    yield make
    for register in opened:
        register.close()
    for schema in schemas:
        _run(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def store(new_store: NewStore) -> Register:
    """One empty register."""
    return new_store()


def _new_schema(name: str) -> str:
    """Each register has a schema of its own in one database."""
    _run(f"CREATE SCHEMA {name}")
    joint = "&" if "?" in str(SERVER) else "?"
    return f"{SERVER}{joint}schema={name}"


def _run(statement: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(str(SERVER).replace("postgresql://", "postgresql+pg8000://"))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
