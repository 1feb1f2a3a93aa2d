"""Opening a register: where it lies, what is refused, and what an interrupted program leaves behind."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bangiao.model.errors import RegisterError
from bangiao.register import open_register, schema
from bangiao.register.migrate import settings
from bangiao.register.place import data_folder, database_address
from bangiao.register.store import Register
from tests.register.making import contact, side, told

TALKS = contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Sato Hana", None)))


def test_the_users_own_register_lies_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with open_register() as register:
        register.add(*told("a", TALKS))
    assert (tmp_path / "data" / "bangiao" / "register.sqlite").is_file()
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder() == tmp_path / ".local" / "share" / "bangiao"


def test_one_file_is_left_after_closing(tmp_path: Path) -> None:
    with Register.open(str(tmp_path / "r.sqlite")) as register:
        register.add(*told("a", TALKS))
    assert [one.name for one in tmp_path.iterdir()] == ["r.sqlite"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("{}", "is a folder"),
        ("{}/none/r.sqlite", "does not exist"),
        ("{}/text.txt", "file is not a database"),
        ("{}/other.sqlite", "not a register"),
        ("{}/newer.sqlite", "another version of bangiao"),
        ("mysql://h/d", "cannot be kept at a mysql: address"),
        ("sqlite+nothing:///x", "cannot be read"),
    ],
)
def test_what_is_no_register_is_refused_with_a_hint(tmp_path: Path, target: str, message: str) -> None:
    (tmp_path / "text.txt").write_text("Một trang báo, không phải sổ.\n" * 100, encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE things (name TEXT)")
    other.close()
    Register.open(str(tmp_path / "newer.sqlite")).close()
    with sqlite3.connect(tmp_path / "newer.sqlite") as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(RegisterError, match=message) as caught:
        Register.open(target.format(tmp_path))
    assert caught.value.hint
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_asking_a_register_that_is_not_there_makes_none(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    for name in ("none.sqlite", "empty"):
        with pytest.raises(RegisterError, match="there is no register"):
            Register.open(str(tmp_path / name), create=False)
    assert (tmp_path / "empty").read_bytes() == b""
    assert [one.name for one in tmp_path.iterdir()] == ["empty"]


def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        return  # root may write everywhere
    tmp_path.chmod(0o500)
    with pytest.raises(RegisterError, match="unable to open"):
        Register.open(str(tmp_path / "r.sqlite"))


def test_server_addresses_name_the_driver() -> None:
    assert database_address("postgresql://h/d", create=True) == "postgresql+pg8000://h/d"
    assert database_address("sqlite:///f", create=True) == "sqlite:///f"


def test_a_server_without_a_user_is_asked_as_the_one_who_asks() -> None:
    with pytest.raises(RegisterError, match="cannot be used"):
        Register.open("postgresql://127.0.0.1:1/none", create=False)


def test_the_migrations_make_the_tables_that_the_program_uses() -> None:
    assert ScriptDirectory.from_config(settings()).get_current_head() == schema.REVISION
    with Register.open(":memory:") as register, register._engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []


def test_a_current_register_opens_without_the_migration_tool(tmp_path: Path) -> None:
    target = str(tmp_path / "r.sqlite")
    Register.open(target).close()
    script = (
        "import sys; from bangiao.register import open_register\n"
        "assert 'sqlalchemy' not in sys.modules\n"
        f"open_register({target!r}).close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_a_program_that_is_stopped_leaves_a_sound_register(tmp_path: Path, end: signal.Signals) -> None:
    target = str(tmp_path / "r.sqlite")
    script = (
        "from bangiao.register.store import Register\n"
        "from tests.register.making import contact, side, told\n"
        "talks = contact(side('VN', ('A B', 'C')), side('JP', ('D E', 'F')))\n"
        f"register = Register.open({target!r})\n"
        "number = 0\n"
        "while True:\n"
        "    register.add(*told(str(number), talks, more=str(number), agreed='Hai bên nhất trí'))\n"
        "    number += 1\n"
        "    print(number, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    process.send_signal(end)
    process.communicate()
    with Register.open(target, create=False) as register:
        assert register.counts().reports >= 5
        assert register.check() == []
        before = list(register.dump())
        register.rebuild()
        assert list(register.dump()) == before


def test_a_report_that_cannot_be_stored_whole_is_not_stored_at_all(tmp_path: Path) -> None:
    with Register.open(str(tmp_path / "r.sqlite")) as register:
        register.add(*told("a", TALKS))
        before = list(register.dump())
        with register._writing() as connection:
            connection.exec_driver_sql(
                "CREATE TRIGGER refuse BEFORE INSERT ON contact_channels "
                "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            )
        with pytest.raises(RegisterError, match="disk is full") as caught:
            register.add(*told("b", contact(side("VN"), side("LA"))))
        assert "make room" in caught.value.hint
        assert list(register.dump()) == before


def test_two_programs_write_in_turn(tmp_path: Path) -> None:
    target = str(tmp_path / "r.sqlite")
    Register.open(target).close()
    script = (
        "import sys\n"
        "from bangiao.register.store import Register\n"
        "from tests.register.making import contact, side, told\n"
        "talks = contact(side('VN', ('A B', 'C')), side('JP', ('D E', 'F')))\n"
        f"with Register.open({target!r}) as register:\n"
        "    for number in range(10):\n"
        "        register.add(*told(sys.argv[1] + str(number), talks, more=str(number)))\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", script, name]) for name in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    with Register.open(target) as register:
        assert (register.counts().reports, register.counts().contacts) == (20, 1)
        assert register.check() == []


def test_a_wrong_address_of_a_server_is_told() -> None:
    pytest.importorskip("pg8000")
    with pytest.raises(RegisterError, match=r"@127\.0\.0\.1:1/none cannot be used") as caught:
        Register.open("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "server runs" in caught.value.hint
    assert "secret" not in str(caught.value)


def test_settings_of_the_database(tmp_path: Path) -> None:
    with Register.open(str(tmp_path / "r.sqlite")) as register, register._reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "foreign_keys": 1}


WITHOUT_RIGHTS = """
import sys
from bangiao.model.errors import BangiaoError
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
try:
    with Register.open(sys.argv[1], create=False) as register:
        contacts = register.contacts(ContactQuestion()).contacts
        print(len(contacts), register.shown == sys.argv[1])
        register.decide("confirm", (contacts[0].id,), why="seen", by="Lan", at="2026-01-01T00:00:00")
except BangiaoError as error:
    print(type(error).__name__, error, error.hint)
"""


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A register of one contact that nobody may write, in a folder in which nobody may write."""
    folder = tmp_path / "của ai"
    folder.mkdir()
    with Register.open(str(folder / "r.sqlite")) as register:
        register.add(*told("a", TALKS, published="2024-12-06"))
    (folder / "r.sqlite").chmod(0o400)
    folder.chmod(0o500)
    yield folder / "r.sqlite"
    folder.chmod(0o700)


def asked_without_rights(place: Path) -> list[str]:
    """What a program that keeps to the rights of files, as root does not, is told of a register."""
    bound = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*bound, sys.executable, "-c", WITHOUT_RIGHTS, str(place)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_register_is_read_where_nothing_may_be_written(locked: Path) -> None:
    read, refused = asked_without_rights(locked)
    assert read == "1 True"
    assert refused.startswith(f"ReadOnly the register {locked} cannot be used: attempt to write a readonly database")


def test_changes_that_wait_beside_a_register_are_not_passed_over(locked: Path) -> None:
    locked.parent.chmod(0o700)
    locked.with_name("r.sqlite-wal").write_bytes(b"what another program wrote")
    locked.parent.chmod(0o500)
    (refused,) = asked_without_rights(locked)
    assert "changes wait beside it in r.sqlite-wal" in refused
    assert refused.endswith("or copy both files into a folder of your own")
