"""Several writers of one register, and writers whose database goes away."""

import gc
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, delete, event, text

from bangiao.model.errors import RegisterError
from bangiao.register.place import database_address
from bangiao.register.schema import readings
from bangiao.register.store import Register
from tests.register.conftest import NewPlace
from tests.register.making import Told, contact, side, told

ROOT = Path(__file__).resolve().parents[2]
WRITER = (
    "import sys\n"
    "from bangiao.register.store import Register\n"
    "from tests.register.test_writers import many\n"
    "with Register.open(sys.argv[1]) as register:\n"
    "    for one in many()[int(sys.argv[2])::2]:\n"
    "        register.add(*one)\n"
)
NAMES = ("Nguyễn Văn Hoà", "Nguyễn Văn Hòa", "Trần Thị Bình", "Lê Thị Cúc", "Phạm Văn Dũng")
GUESTS = ("Sato Hana", "SATO HANA", "Xa-tô Ha-na", "Suzuki Ken")


def many(number: int = 24) -> list[Told]:
    """Reports that tell the same few contacts in different spellings."""
    return [
        told(
            f"r{at}",
            contact(
                side("VN", (NAMES[at % 5], "Bộ trưởng")),
                side("JP", (GUESTS[at % 4], "Chủ tịch")),
                date=f"2024-12-{1 + at % 6:02}",
            ),
            outlet=f"Báo {at % 3}",
            more=f"Tin số {at}.",
        )
        for at in range(number)
    ]


def test_two_writers_at_once_make_the_register_of_one(new_place: NewPlace) -> None:
    alone, shared = new_place(), new_place()
    with Register.open(alone) as register:
        for one in many():
            register.add(*one)
        expected = list(register.dump())
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    lines = [[sys.executable, "-c", WRITER, shared, str(half)] for half in (0, 1)]
    writers = [subprocess.Popen(line, env=environment, cwd=ROOT) for line in lines]
    assert [one.wait(600) for one in writers] == [0, 0]
    with Register.open(shared) as register:
        assert register.check() == []
        assert list(register.dump()) == expected


@contextmanager
def dropped_once(store: Register, server: str) -> Iterator[None]:
    """The server ends the connection of the next writer, in the middle of a report."""
    admin = create_engine(database_address(server, create=True), isolation_level="AUTOCOMMIT")

    waiting = [True]

    def drop(connection: Connection, cursor: Any, statement: str, *rest: Any) -> None:
        if waiting and "findings" in statement and statement.startswith("INSERT"):
            waiting.clear()
            raw = connection.connection.cursor()
            raw.execute("SELECT pg_backend_pid()")
            (number,) = raw.fetchone() or (0,)
            with admin.connect() as other:
                other.execute(text("SELECT pg_terminate_backend(:number, 5000)"), {"number": number})

    event.listen(store._engine, "before_cursor_execute", drop)
    yield
    assert not waiting
    admin.dispose()


def let_go_of_the_dropped_one() -> None:
    """The driver leaves the socket of a dropped connection to the collector, which warns of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.mark.parametrize("new_place", ["postgresql"], indirect=True)
def test_a_dropped_connection_leaves_nothing_half_written(server: str, store: Register) -> None:
    reports = many(4)
    store.add(*reports[0])
    before = list(store.dump())
    with dropped_once(store, server), pytest.raises(RegisterError, match="the connection was lost") as told_:
        store.add(*reports[1])
    assert "run it again" in told_.value.hint
    let_go_of_the_dropped_one()
    assert list(store.dump()) == before
    for one in reports:
        store.add(*one)
    assert store.check() == []
    assert store.counts().reports == 4


def test_a_register_that_somebody_writes_to_can_be_read(new_place: NewPlace) -> None:
    place = new_place()
    with Register.open(place) as writer, Register.open(place) as reader:
        writer.add(*many(1)[0])
        with writer._writing() as connection:
            connection.execute(delete(readings).where(readings.c.given_id == "nobody"))
            assert reader.counts().reports == 1
