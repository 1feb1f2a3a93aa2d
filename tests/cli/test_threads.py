"""Threads on the command line, and a person's word about them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.views.test_threads import DONE, FIRST, LATER


@pytest.fixture
def place(bangiao: Command, tmp_path: Path) -> Path:
    for name, text in (("1", FIRST), ("2", LATER), ("3", DONE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    place = tmp_path / "r.sqlite"
    assert bangiao("read", *sorted(tmp_path.glob("*.txt")), "--register", place).code == 0
    return place


def test_threads_are_printed_with_their_steps(bangiao: Command, place: Path) -> None:
    shown = bangiao("threads", "--with", "Lào", "--on", "2026-11-01", "--register", place)
    assert shown.code == 0
    assert all(word in shown.out for word in ("first told", "sharpened", "delivered, closed", "1 thread\n"))
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    told = json.loads(bangiao("threads", "--on", "2026-11-01", "--register", place, "--json").out)
    one = bangiao("threads", told["threads"][0]["id"][:10], "--on", "2026-11-01", "--register", place)
    assert "delivered, closed" in one.out
    assert bangiao("threads", "k-zzzz", "--register", place).code == 2
    assert bangiao("threads", "--open", "--on", "2026-11-01", "--register", place).out.startswith(
        "0 threads – ask with fewer conditions"
    )


def test_a_person_says_how_far_a_matter_has_come(bangiao: Command, place: Path) -> None:
    told = json.loads(bangiao("commitments", "--register", place, "--json").out)["commitments"]
    entered = bangiao(
        "judge", "status", told[0]["id"], "lapsed", "--why", "given up", "--by", "Lan", "--register", place, "--json"
    )
    assert entered.code == 0
    shown = bangiao("threads", told[0]["id"], "--register", place)
    assert "lapsed, closed" in shown.out
    assert "decided by Lan: given up" in " ".join(shown.out.split())
    decision = json.loads(entered.out)["id"]
    assert bangiao("undo", decision, "--why", "no", "--by", "Lan", "--register", place).code == 0
    assert "lapsed" not in bangiao("threads", told[0]["id"], "--register", place).out
    refused = bangiao("judge", "status", told[0]["id"], "done", "--why", "x", "--by", "Lan", "--register", place)
    assert (refused.code, "one of: mentioned" in refused.err) == (2, True)
    two = (told[0]["id"], told[1]["id"], "--why", "one", "--by", "Lan", "--register", place)
    assert bangiao("judge", "link", *two).code == bangiao("judge", "unlink", *two).code == 0
