"""Commitments on the command line."""

import json
from pathlib import Path

from bangiao.register.store import Register
from tests.cli.conftest import Command


def test_commitments_are_listed_with_their_words(bangiao: Command, report: Path, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    bangiao("read", report, "--register", place)
    shown = bangiao("commitments", "--with", "Lào", "--open", "--register", place)
    assert shown.code == 0
    assert "agreed" in shown.out
    assert "mở thêm hai cửa khẩu" in " ".join(shown.out.split())
    assert "1 commitment\n" in shown.out
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    told = json.loads(bangiao("commitments", "--register", place, "--json").out)
    assert told["commitments"][0]["words"].startswith("Hai bên nhất trí")
    assert bangiao("commitments", "--topic", "labr", "--register", place).code == 2


def test_an_empty_register_says_so(bangiao: Command, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    Register.open(str(place)).close()
    assert bangiao("commitments", "--register", place).out.startswith("0 commitments – ask with fewer conditions")
