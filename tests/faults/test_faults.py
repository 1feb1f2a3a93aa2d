"""A full disk, files that may not be written, a register in another's hands, a clock that goes back.

Each gets one line that says what to do, and the register is what it was before.
"""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bangiao.cli.main import run as run_here
from bangiao.register import database
from bangiao.samples import sample_paths
from tests.faults.conftest import SAMPLES, dump, refused, run

LATER = [str(path) for path in sample_paths()[4:8]]


def contact_of(place: Path) -> str:
    """The id of one of its contacts."""
    connection = sqlite3.connect(place)
    (ident,) = connection.execute("SELECT contact_id FROM contacts ORDER BY contact_id LIMIT 1").fetchone()
    connection.close()
    return str(ident)


@pytest.mark.parametrize("spare", [0, 100_000])
def test_a_disk_that_fills_while_reports_are_stored(register: Path, spare: int) -> None:
    before = dump(register)
    room = register.stat().st_size // 4 + spare  # less than the log of changes needs
    refused(run("read", *LATER, "--register", register, room=room), "make room and read again")
    assert dump(register) == before
    assert run("read", *LATER, "--register", register).code == 0
    assert len(dump(register)) > len(before)


def test_a_disk_that_is_full_from_the_start(tmp_path: Path) -> None:
    place = tmp_path / "new.sqlite"
    refused(run("read", *SAMPLES, "--register", place, room=40_000), "make room and read again")
    assert run("read", *SAMPLES, "--register", place).code == 0
    assert dump(place)


def test_a_backup_on_a_full_disk_is_not_there(register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    answer = run("backup", copy, "--register", register, room=40_000)
    refused(answer, f"the register {copy} cannot be used")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["desk"]


@pytest.mark.parametrize("name", ["jsonl", "ftm"])
def test_an_export_on_a_full_disk_leaves_the_old_one(register: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "old").write_text("kept", encoding="utf-8")
    refused(run("export", "--format", name, "-o", target, "--register", register, room=33_000), "has room")
    assert [one.name for one in target.iterdir()] == ["old"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full: /dev/full of Linux")
@pytest.mark.parametrize("command", [["timeline"], ["timeline", "--json"], ["export", "--format", "jsonl", "-o", "-"]])
def test_output_into_a_full_disk(register: Path, command: list[str]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        refused(run(*command, "--register", register, output=full), "No space left on device")
    finally:
        os.close(full)


def test_what_may_not_be_written_can_be_asked(register: Path, only_readable: Callable[[Path, int], Path]) -> None:
    only_readable(register, 0o400)
    before = register.read_bytes()
    for asked in ("timeline", "doctor"):
        assert run(asked, "--register", register, rights=False).code == 0
    for written in (["read", *LATER], ["rebuild"], ["judge", "confirm", contact_of(register), "--why", "seen"]):
        refused(run(*written, "--register", register, rights=False), "copy it into a folder of your own")
    for left in register.parent.glob("*.sqlite-*"):
        left.unlink()
    only_readable(register.parent, 0o500)  # no room for locks: it is opened as a file that lies still
    assert run("timeline", "--register", register, rights=False).code == 0
    refused(run("read", *LATER, "--register", register, rights=False), "copy it into a folder of your own")
    assert register.read_bytes() == before


def test_nothing_is_written_into_a_folder_that_may_not_be(
    register: Path, tmp_path: Path, only_readable: Callable[[Path, int], Path]
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    only_readable(closed, 0o500)
    for words in (
        ["export", "--format", "csv", "-o", closed / "release"],
        ["export", "--format", "xlsx", "-o", closed / "book.xlsx"],
        ["backup", closed / "copy.sqlite"],
    ):
        refused(run(*words, "--register", register, rights=False), "look whether the")
    refused(run("read", *SAMPLES, "--register", closed / "r.sqlite", rights=False), "look whether the folder")
    assert list(closed.iterdir()) == []


def test_a_register_that_another_writes_to(
    register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    before = dump(register)
    other = sqlite3.connect(register, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for words in (["read", *LATER], ["rebuild"], ["judge", "confirm", contact_of(register), "--why", "w", "--by", "L"]):
        assert run_here([*words, "--register", str(register)]) == 3
        assert "another program is writing to it; try again when it has finished" in capsys.readouterr().err
    assert run_here(["timeline", "--register", str(register), "--json"]) == 0
    assert capsys.readouterr().out
    other.execute("ROLLBACK")
    other.close()
    assert dump(register) == before


def test_a_clock_that_goes_back_lets_no_old_word_overrule_a_new_one(
    register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first word is said while the clock runs ahead; the later ones by a clock that was put right."""
    from datetime import UTC, datetime, timedelta

    from bangiao.cli import judging

    hours = iter([5, 0, -48, -48])

    class Wavering(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=next(hours))

    monkeypatch.setattr(judging, "datetime", Wavering)
    contact, place = contact_of(register), ["--register", str(register)]
    word = ["--why", "w", "--by", "Lan", "--json", *place]
    for city in ("Huế", "Vinh", "Cần Thơ"):
        assert run_here(["judge", "correct", contact, "city", city, *word]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert run_here(["show", "contact", contact, "--json", *place]) == 0
    assert "Cần Thơ" in capsys.readouterr().out
    assert run_here(["undo", last["id"], *word]) == 0
    capsys.readouterr()
    assert run_here(["show", "contact", contact, "--json", *place]) == 0
    assert "Vinh" in capsys.readouterr().out
    assert run_here(["decisions", "--json", *place]) == 0
    entered = json.loads(capsys.readouterr().out)["decisions"]
    assert [one["at"][11:19] for one in entered] == ["05:00:00", "05:00:01", "05:00:02", "05:00:03"]
    assert dump(register)
