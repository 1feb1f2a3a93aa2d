"""`bangiao doctor`, `backup` and `restore` as the keeper of a register runs them."""

import json
import sqlite3
from pathlib import Path

import pytest

from bangiao.samples import sample_paths
from tests.cli.conftest import Command


@pytest.fixture
def register(bangiao: Command, tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    assert bangiao("read", *sample_paths()[:4], "--register", place).code == 0
    return place


def test_a_sound_register_is_called_sound(bangiao: Command, register: Path) -> None:
    shown = bangiao("doctor", "--register", register)
    assert (shown.code, shown.err) == (0, "")
    assert "Sound: no fault" in shown.out
    found = json.loads(bangiao("doctor", "--register", register, "--json").out)
    assert (found["faults"], found["outdated"], found["database"]) == ([], 0, "sqlite")


def test_every_fault_is_named_and_fails_the_command(bangiao: Command, register: Path) -> None:
    connection = sqlite3.connect(register)
    connection.execute("UPDATE evidence SET quote = quote || 'x' WHERE field = 'trigger'")
    connection.execute("UPDATE readings SET reader = 'another'")
    connection.commit()
    connection.close()
    shown = bangiao("doctor", "--register", register)
    assert shown.code == 1
    assert "the quoted words do not stand" in " ".join(shown.out.split())
    assert "read by another version" in " ".join(shown.out.split())
    assert "bangiao rebuild" in shown.out


def test_a_damaged_file_is_told_in_one_line(bangiao: Command, register: Path) -> None:
    damaged = bytearray(register.read_bytes())
    for place in range(3 * 4096, len(damaged) - 4096, 4096):
        damaged[place : place + 2048] = b"\xff" * 2048
    register.write_bytes(damaged)
    shown = bangiao("doctor", "--register", register)
    assert shown.code not in (0, 130)
    assert "Traceback" not in shown.err
    assert "damaged" in shown.err or shown.out


def test_a_backup_is_made_and_put_back(bangiao: Command, register: Path, tmp_path: Path) -> None:
    copy, new = tmp_path / "copy.sqlite", tmp_path / "new.sqlite"
    assert bangiao("backup", copy, "--register", register).code == 0
    again = bangiao("backup", copy, "--register", register)
    assert "exists already" in again.err
    assert again.code != 0
    told = json.loads(bangiao("restore", copy, "--register", new, "--json").out)
    assert told == {"file": str(copy), "readings": 4}
    same = bangiao("diff", new, register)
    assert "0 changed, 0 only in the new, 0 only in the old" in same.out
