"""The stores on which every register test runs: SQLite, and a real PostgreSQL, skipped where there is none."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url

from bangiao.register.place import database_address
from bangiao.register.store import Register
from tests.postgres import running

STORES = ["sqlite", "postgresql"]

NewStore = Callable[[], Register]
NewPlace = Callable[[], str]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server on which databases may be made."""
    with running() as address:
        yield address


@pytest.fixture(params=STORES)
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewPlace]:
    """Give the addresses of registers that are not there yet; those on the server are dropped when the test ends."""
    server = request.getfixturevalue("server") if request.param == "postgresql" else ""
    databases: list[str] = []

    def place() -> str:
        """One more address."""
        name = f"test_{uuid4().hex}"
        databases.append(name)
        if not server:
            return str(tmp_path / f"{len(databases)}.sqlite")
        # a database whose own order of words is that of English, as servers are often set up
        _on_server(server, f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C'")
        return make_url(server).set(database=name).render_as_string(hide_password=False)

    yield place
    for name in databases if server else ():
        _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def new_store(new_place: NewPlace) -> Iterator[NewStore]:
    """Make empty registers; all are closed when the test ends."""
    opened: list[Register] = []

    def make() -> Register:
        """One more empty register."""
        opened.append(Register.open(new_place()))
        return opened[-1]

    yield make
    for register in opened:
        register.close()


@pytest.fixture
def store(new_store: NewStore) -> Register:
    """One empty register."""
    return new_store()


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(database_address(server, create=True), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
