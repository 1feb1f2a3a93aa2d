"""Any words on the command line and any name of a file: one line, a known exit code, nothing written elsewhere."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangiao.cli.main import run
from bangiao.pipeline import read_pages
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions
from tests.hostile.seeds import BODY, MEETING

COMMANDS = [
    ["timeline"], ["show", "contact"], ["show", "person"], ["show", "report"], ["relation"], ["readouts"],
    ["calendar"], ["coverage"], ["person"], ["office"], ["who"], ["tenures", "list"], ["commitments"], ["threads"],
    ["check"], ["doubts"], ["lexicon"], ["judge", "same"], ["judge", "correct"], ["judge", "status"], ["undo"],
    ["withdraw", "person"], ["brief"], ["export"], ["extract"], ["explain"], ["names"], ["compare"], ["diff"],
    ["doctor"], ["tenures", "import"], [],
]  # fmt: skip
OPTIONS = [
    "--with", "--since", "--until", "--limit", "--offset", "--on", "--form", "--json", "--no-color", "--format", "--by",
    "--why", "--country", "--published", "--lang", "--days", "--map", "--half", "--newest", "--", "-", "--weeks",
]  # fmt: skip
WORDS = [
    "VN", "JP", "c-a", "p-", "'; DROP TABLE contacts;--", "%", "\ud800", "\u202e", "\x1b[2J", "../../etc/passwd",
    "{0}", "%s", "-1", "9" * 30, "2024-02-30", "0000", "", " ", "NaN", "file:///etc/passwd", "http://127.0.0.1:1/",
    "csv", "x" * 5000,
]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register, and an empty folder to work in, which must stay empty."""
    folder = tmp_path_factory.mktemp("arguments")
    assert run(["read", *map(str, sample_paths()[:3]), "--register", str(folder / "register.sqlite"), "--json"]) == 0
    (folder / "here").mkdir()
    return folder


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.sampled_from(COMMANDS),
    st.lists(st.sampled_from(OPTIONS) | st.sampled_from(WORDS) | st.text(max_size=6), max_size=5),
)
def test_any_arguments_get_an_answer(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    command: list[str],
    given: list[str],
) -> None:
    monkeypatch.chdir(place / "here")
    monkeypatch.setenv("BANGIAO_REGISTER", str(place / "register.sqlite"))
    monkeypatch.setenv("BANGIAO_NAME", "Lan")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    capfd.readouterr()
    code = run([*command, *(word.replace("\0", "") for word in given if word != "-o")])
    printed = capfd.readouterr()
    assert code in (0, 1, 2, 3), printed.err
    assert "Traceback" not in printed.err
    assert "a fault of the program" not in printed.err
    for mark in ("\x1b", "\u202e"):
        assert mark not in printed.err
        assert mark not in printed.out
    assert list((place / "here").iterdir()) == []


NAMES = ["-rf.txt", "\u202eexe.txt", "a\nb.txt", "a\x1b[2Jb.txt", "%s{0}.txt", "$(id).txt", "=1+1.txt",
         "<script>.txt", "'; DROP TABLE--.txt", "CON.txt", "a" * 200 + ".txt", "\udcff.txt"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_read(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text(MEETING + BODY, encoding="utf-8")
    (found,) = read_pages([str(tmp_path)], SourceOptions())
    assert found.report.text == MEETING + BODY  # type: ignore[union-attr]
    place = tmp_path / "register.sqlite"
    assert run(["read", str(tmp_path / name), "--register", str(place), "--no-color"]) == 0
    for command in (["doubts"], ["coverage"], ["doctor"], ["export", "--format", "csv", "-o", str(tmp_path / "out")]):
        assert run([*command, "--register", str(place)]) == 0
    printed = capfd.readouterr()
    assert not {"\x1b", "\u202e"} & {*printed.out, *printed.err}
    assert sorted(os.listdir(tmp_path)) == sorted([name, "out", "register.sqlite"])
    for file in (tmp_path / "out").glob("*.csv"):
        assert not [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("=")]


@pytest.mark.parametrize("target", ["a\0b", "/dev/full/x", "/proc/1/x", "\ud800"])
def test_an_export_to_no_name_is_refused(tmp_path: Path, place: Path, target: str) -> None:
    assert run(["export", "--format", "jsonl", "-o", target, "--register", str(place / "register.sqlite")]) in (2, 3)
