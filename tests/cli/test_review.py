"""`bangiao review` and `bangiao users` as a user runs them: the list, one thing a screen, gold, accounts."""

import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bangiao.cli.app import app
from bangiao.register.store import Register
from tests.web.test_review import fill


@pytest.fixture
def register(tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(str(place)) as store:
        fill(store)
    return place


def run(*words: str, given: str = "") -> str:
    answer = CliRunner().invoke(app, words, input=given)
    assert answer.exit_code == 0, (answer.output, answer.exception)
    return answer.output


def test_without_a_terminal_the_open_things_are_listed(register: Path) -> None:
    shown = run("review", "--register", str(register), "--limit", "3")
    assert "31 things to look at, 3 shown" in shown
    asked = json.loads(run("review", "--register", str(register), "--kind", "reports-disagree", "--json"))
    assert [one["kind"] for one in asked["items"]] == ["reports-disagree"] * 4


def test_at_a_terminal_one_thing_a_screen_is_decided(register: Path) -> None:
    """Choose the second value, take it back, say it again, put one off, leave."""
    here, there = pty.openpty()
    command = [sys.executable, "-m", "bangiao", "review", "--by", "Lan", "--register", str(register)]
    done = subprocess.Popen(command, stdin=there, stdout=there, stderr=there, env={**os.environ, "TERM": "dumb"})
    os.close(there)
    os.write(here, b"2\nu\n2\nn\nq\n")
    shown = b""
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(here)
    assert done.wait(600) == 0, shown.decode()
    assert "q quit" in shown.decode()
    assert "taken back: correct Huế – reports-disagree: city" in shown.decode()
    with Register.open(str(register)) as store:
        assert [(one.kind, one.by) for one in store.decisions()] == [
            ("correct", "Lan"),
            ("undo", "Lan"),
            ("correct", "Lan"),
        ]


def test_what_was_reviewed_in_full_is_gold(register: Path) -> None:
    with Register.open(str(register)) as store:
        contacts = store.report("a0").contacts
        for one in contacts:
            store.decide("correct", (one or "",), field="city", value="Đà Nẵng", why="read", by="Lan", at="2025")
    lines = [json.loads(line) for line in run("review", "--register", str(register), "--gold").splitlines()]
    assert [one["id"] for one in lines] == ["a0", "b0"]
    assert {one["city"] for line in lines for one in line["contacts"]} == {"Đà Nẵng"}


def test_accounts_are_made_listed_and_removed(register: Path) -> None:
    place = ("--register", str(register))
    assert "no accounts" in run("users", "list", *place)
    run("users", "add", "Lan Anh", "--role", "reviewer", *place, given="a few plain words\n")
    run("users", "role", "Lan Anh", "admin", *place)
    assert run("users", "list", *place).split() == ["admin", "Lan", "Anh"]
    assert CliRunner().invoke(app, ["users", "add", "x", *place], input="short\n").exit_code != 0
    run("users", "remove", "Lan Anh", *place)
    assert "no accounts" in run("users", "list", *place)


def test_what_takes_long_before_the_first_decision_is_told(register: Path) -> None:
    """Other rules joined the register: it is joined again first, and the user knows why there is a wait."""
    place = ("--register", str(register), "--by", "Lan", "--why", "read")
    with Register.open(str(register)) as store:
        contact = store.report("a0").contacts[0] or ""
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("UPDATE maker SET mark = 'other rules'")
    first = CliRunner().invoke(app, ["judge", "confirm", contact, *place])
    assert (first.exit_code, "36 reports are joined again" in first.stderr) == (0, True)
    second = CliRunner().invoke(app, ["judge", "reject", contact, *place])
    assert (second.exit_code, "joined again" in second.stderr) == (0, False)
