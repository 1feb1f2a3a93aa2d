"""`bangiao coding` as a researcher runs it: two codings taken in, settled by a third, given as files."""

import csv
import json
import os
import pty
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bangiao.register.store import Register
from tests.cli.conftest import Command
from tests.register.making import contact, side, told


def coded(form: str, city: str) -> str:
    sides = [{"country": "VN", "people": []}, {"country": "LA", "people": []}]
    one = {"form": form, "trigger": "gặp", "date": "2025-01-02", "city": city, "sides": sides, "channels": ["party"]}
    return json.dumps({"id": "a", "contacts": [one]}) + "\n"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    with Register.open(str(tmp_path / "r.sqlite")) as store:
        store.add(*told("a", contact(side("VN"), side("LA"))))
    (tmp_path / "lan.jsonl").write_text(coded("talks", "Huế"))
    (tmp_path / "minh.jsonl").write_text(coded("meeting", "Vinh"))
    return tmp_path


def take(bangiao: Command, study: Path) -> None:
    files = study / "lan.jsonl", study / "minh.jsonl"
    taken = bangiao("coding", "take", *files, "--codebook", "guide 3", "--register", study / "r.sqlite")
    assert (taken.code, "2 differences to settle" in taken.err) == (0, True)


def rows(place: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(place.read_text(encoding="utf-8").splitlines()))


def at_terminal(study: Path, keys: bytes) -> str:
    here, there = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "bangiao",
        "coding",
        "settle",
        "--by",
        "Hoa",
        "--register",
        str(study / "r.sqlite"),
    ]
    done = subprocess.Popen(command, stdin=there, stdout=there, stderr=there, env={**os.environ, "TERM": "dumb"})
    os.close(there)
    os.write(here, keys)
    shown = b""
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(here)
    assert done.wait(60) == 0, shown.decode()
    return shown.decode()


def test_a_third_settles_item_by_item_and_everything_is_given(bangiao: Command, study: Path) -> None:
    take(bangiao, study)
    shown = at_terminal(study, b"1\nu\n2\nc\nThanh H\xc3\xb3a\n")
    assert "minh: meeting" in shown
    assert "nothing is left to settle" in shown
    take_again = bangiao("coding", "settle", "--json", "--register", study / "r.sqlite").out
    assert json.loads(take_again)["open"] == []
    out = study / "out"
    assert (
        "1 of 1 document settled, 0 open"
        in bangiao("coding", "export", "-o", out, "--register", study / "r.sqlite").err
    )
    settled = json.loads((out / "settled.jsonl").read_text())
    assert [(one["form"], one["city"]) for one in settled["contacts"]] == [("meeting", "Thanh Hóa")]
    assert json.loads((out / "coding-one.jsonl").read_text())["contacts"][0]["form"] == "talks"
    assert [one["by"] for one in rows(out / "rulings.csv")] == ["Hoa"] * 4
    assert "guide 3" in (out / "codebook.md").read_text()
    for line in (out / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert sha256((out / name).read_bytes()).hexdigest() == digest
    both = {row["field"]: (row["units"], row["alike"]) for row in rows(out / "agreement.csv")}
    assert (both["form"], both["date"]) == (("1", "0"), ("1", "1"))


def test_the_same_two_taken_in_again_keep_what_was_settled(bangiao: Command, study: Path) -> None:
    take(bangiao, study)
    at_terminal(study, b"1\nq\n")
    files = study / "lan.jsonl", study / "minh.jsonl"
    again = bangiao("coding", "take", *files, "--codebook", "guide 3", "--register", study / "r.sqlite")
    assert "1 difference to settle" in again.err


def test_what_cannot_be_meant_is_told(bangiao: Command, study: Path) -> None:
    place = ("--register", study / "r.sqlite")
    assert "no codings lie beside this register" in bangiao("coding", "settle", *place).err
    one = study / "lan.jsonl"
    assert bangiao("coding", "take", one, one, "--codebook", "x", *place).code == 2
    assert not (study / "r.sqlite.codings.sqlite").exists()
