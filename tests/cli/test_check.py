"""A draft checked on the command line."""

import json
from pathlib import Path

from tests.cli.conftest import Command, finished

WRONG = "Ngày 6/12/2024, Bộ trưởng Ngoại giao Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa."


def test_a_draft_is_held_against_the_register(bangiao: Command, report: Path, tmp_path: Path) -> None:
    place, draft = tmp_path / "r.sqlite", tmp_path / "draft.txt"
    bangiao("read", report, "--register", place)
    draft.write_text(WRONG, encoding="utf-8")
    shown = bangiao("check", draft, "--on", "2024-12-20", "--register", place)
    assert shown.code == 0
    assert all(word in shown.out for word in ("2 known people", "wrong date", "earlier contacts", "2024-12-05"))
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    told = json.loads(bangiao("check", draft, "--on", "2024-12-20", "--register", place, "--json").out)
    assert [one["kind"] for one in told["contradictions"]] == ["wrong date"]
    before = bangiao("check", draft, "--on", "2024-12-01", "--register", place)
    assert "wrong date" not in before.out


def test_a_draft_comes_from_standard_input_and_needs_no_register(tmp_path: Path) -> None:
    answer = finished(["check", "-", "--register", tmp_path / "none.sqlite"], input=WRONG.encode())
    assert answer.code == 0
    assert "0 known people" in answer.out
    assert "there is no register" in answer.err


def test_what_is_no_draft_is_told(bangiao: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "binary").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    for name, words in (("empty.txt", "blank"), ("none.txt", "No such file"), ("binary", "binary")):
        answer = bangiao("check", tmp_path / name)
        assert answer.code in (2, 3)
        assert words in answer.err
        assert "Traceback" not in answer.err
