"""Exit codes and one-line messages: 0 all read, 1 some refused, 2 wrong usage, 3 nothing read."""

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def one_line(text: str, *words: str) -> None:
    assert text.count("\n") == 1
    assert text.startswith("bangiao: ")
    for word in words:
        assert word in text


def test_all_read(bangiao: Command, report: Path) -> None:
    answer = bangiao("extract", report)
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out)["id"] == "bao-cao"


@pytest.mark.parametrize("command", ["extract", "read", "explain"])
def test_a_missing_file(bangiao: Command, command: str, tmp_path: Path) -> None:
    answer = bangiao(command, tmp_path / "absent.txt")
    assert answer.code == 3
    assert "absent.txt" in answer.err
    assert " – " in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x7fELF" * 200, b"\x89PNG\r\n\x1a\n" + bytes(600)])
def test_an_empty_or_binary_file(bangiao: Command, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.txt"
    path.write_bytes(content)
    answer = bangiao("extract", path)
    assert (answer.code, answer.out) == (3, "")
    one_line(answer.err, "thing.txt", " – ")


def test_mixed_input_is_read_as_far_as_it_can_be(bangiao: Command, tmp_path: Path, report: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 100)
    lines = [json.dumps({"id": "good", "text": report.read_text(encoding="utf-8")}), "{broken", '{"id": "none"}']
    (tmp_path / "some.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    answer = bangiao("extract", tmp_path / "bad.txt", report, tmp_path / "some.jsonl.gz", tmp_path / "absent")
    assert answer.code == 1
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == ["bao-cao", "good"]
    assert len(answer.err.splitlines()) == 4
    assert all(line.startswith("bangiao: ") for line in answer.err.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--nothing-such"],
        ["timeline", "--limit", "many"],
        ["nothing-such"],
        ["evaluate", "samples", "samples", "--half", "third"],
        ["evaluate", "samples", "samples", "--fail-under", "exact"],
        ["explain", "một câu", "--published", "hôm qua"],
        ["show"],
    ],
)
def test_wrong_usage_says_where_help_is(bangiao: Command, arguments: list[str]) -> None:
    answer = bangiao(*arguments)
    assert answer.code == 2
    one_line(answer.err, "--help")


def test_no_command_at_all_shows_the_help(bangiao: Command) -> None:
    answer = bangiao()
    assert answer.code == 2
    assert "Usage: bangiao" in answer.out


def test_version(bangiao: Command) -> None:
    from bangiao import __version__

    assert bangiao("--version").out == f"bangiao {__version__}\n"


@pytest.mark.parametrize("command", [["timeline"], ["doubts"], ["show", "contact", "c-x"], ["show", "report", "x"]])
def test_a_register_that_is_not_there(bangiao: Command, command: list[str], tmp_path: Path) -> None:
    place = tmp_path / "none.sqlite"
    answer = bangiao(*command, "--register", place)
    assert (answer.code, answer.out) == (3, "")
    one_line(answer.err, "none.sqlite", "bangiao read")
    assert not place.exists()


def test_a_file_that_is_no_register(bangiao: Command, report: Path) -> None:
    answer = bangiao("read", report, "--register", report)
    assert answer.code == 3
    one_line(answer.err, "bao-cao.txt")


def test_a_message_cannot_reach_the_terminal(bangiao: Command, tmp_path: Path) -> None:
    answer = bangiao("extract", f"{tmp_path}/\x1b[31m\u202eđỏ.txt")
    assert answer.code == 3
    assert "\x1b" not in answer.err
    assert "\u202e" not in answer.err


def test_half_a_character_in_a_question_is_told(bangiao: Command, tmp_path: Path) -> None:
    report, place = tmp_path / "a.txt", tmp_path / "r.sqlite"
    report.write_text("Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào.", encoding="utf-8")
    bangiao("read", report, "--register", place)
    asked = bangiao("person", "\ud800", "--register", place)
    assert asked.code == 2
    assert "half a character" in asked.err
