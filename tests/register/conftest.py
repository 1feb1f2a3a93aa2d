"""The stores on which every register test runs: SQLite, and PostgreSQL, skipped where no server is named."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from bangiao.register.place import database_address
from bangiao.register.store import Register

# a server on which tests may make databases, such as postgresql://USER@/postgres?unix_sock=/run/.s.PGSQL.5432
SERVER = os.environ.get("BANGIAO_TEST_POSTGRES", "")
STORES = ["sqlite", "postgresql"]

NewStore = Callable[[], Register]


@pytest.fixture(params=STORES)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Make empty registers; all are closed, and those on the server dropped, when the test ends."""
    if request.param == "postgresql" and not SERVER:
        pytest.skip("no PostgreSQL: set BANGIAO_TEST_POSTGRES to a server on which tests may make databases")
    opened: list[Register] = []
    databases: list[str] = []

    def make() -> Register:
        """One more empty register."""
        target = str(tmp_path / f"{len(opened)}.sqlite")
        if request.param == "postgresql":
            databases.append(f"test_{uuid4().hex}")
            # a database whose own order of words is that of English, as servers are often set up
            order = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'"
            _on_server(f"CREATE DATABASE {databases[-1]} {order}")
            target = make_url(SERVER).set(database=databases[-1]).render_as_string(hide_password=False)
        opened.append(Register.open(target))
        return opened[-1]

    yield make
    for register in opened:
        register.close()
    for database in databases:
        _on_server(f"DROP DATABASE {database}")


@pytest.fixture
def store(new_store: NewStore) -> Register:
    """One empty register."""
    return new_store()


def _on_server(statement: str) -> None:
    engine = create_engine(database_address(SERVER, create=True), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
