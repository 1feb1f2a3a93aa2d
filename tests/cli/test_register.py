"""From reports to a register and back: read, timeline, show, doubts, demo."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Command


@pytest.fixture
def register(bangiao: Command, report: Path, tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    assert bangiao("read", report, "--register", place).code == 0
    return place


def contacts(answer: Answer) -> list[dict[str, object]]:
    found = json.loads(answer.out)["contacts"]
    assert isinstance(found, list)
    return found


def test_reading_ends_with_a_summary_and_the_contacts(bangiao: Command, report: Path, tmp_path: Path) -> None:
    answer = bangiao("read", report, tmp_path / "absent.txt", "--register", tmp_path / "r.sqlite")
    assert answer.code == 1
    assert "Read      1 report: 1 new" in answer.out
    assert "absent.txt" in "".join(answer.out.split())
    assert "2024-12-05" in answer.out
    assert "Khamla Vongsa" in answer.out


def test_reading_again_changes_nothing(bangiao: Command, report: Path, register: Path) -> None:
    before = bangiao("timeline", "--register", register, "--json").out
    answer = bangiao("read", report, "--register", register)
    assert answer.code == 0
    assert "1 page read before" in answer.out
    assert "1 unchanged" in bangiao("read", report, "--again", "--register", register).out
    assert bangiao("timeline", "--register", register, "--json").out == before


def test_a_changed_report_is_a_new_version_and_is_said_to_be(bangiao: Command, report: Path, register: Path) -> None:
    report.write_text(report.read_text(encoding="utf-8").replace("hai cửa khẩu", "ba cửa khẩu"), encoding="utf-8")
    assert "version" in bangiao("read", report, "--register", register).out
    versions = json.loads(bangiao("show", "report", "bao-cao", "--register", register, "--json").out)["versions"]
    assert len(versions) == 2


def test_the_summary_as_json(bangiao: Command, report: Path, tmp_path: Path) -> None:
    told = json.loads(bangiao("read", report, tmp_path / "no.txt", "--register", tmp_path / "r", "--json").out)
    assert told["read"] == 1
    assert [one["input"].endswith("no.txt") for one in told["refused"]] == [True]


def test_where_nothing_is_read_no_register_is_made(bangiao: Command, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    (tmp_path / "empty.jsonl").touch()
    for name in ("nowhere", "empty.jsonl"):
        answer = bangiao("read", tmp_path / name, "--register", place)
        assert answer.code == 3
        assert "Read      0 reports\nRefused   1\n" in answer.out
        told = bangiao("read", tmp_path / name, "--register", place, "--json")
        assert (told.code, json.loads(told.out)["read"], len(json.loads(told.out)["refused"])) == (3, 0, 1)
    assert not place.exists()
    assert bangiao("read", tmp_path / "nowhere").code == 3
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ([], 1),
        (["--with", "LA"], 1),
        (["--with", "Lào"], 1),
        (["--with", "JP"], 0),
        (["--person", "khamla vongsa"], 1),
        (["--channel", "government"], 1),
        (["--channel", "party"], 0),
        (["--form", "talks"], 1),
        (["--status", "planned"], 0),
        (["--since", "2024-12", "--until", "2024-12-05"], 1),
        (["--since", "2025"], 0),
    ],
)
def test_the_timeline_answers(bangiao: Command, register: Path, question: list[str], number: int) -> None:
    answer = bangiao("timeline", *question, "--register", register, "--json")
    assert answer.code == 0
    assert len(contacts(answer)) == number


@pytest.mark.parametrize(
    "question",
    [["--form", "tolks"], ["--channel", "x"], ["--since", "yesterday"], ["--person", "Nobody"], ["--status", "hold"]],
)
def test_a_question_that_cannot_be_read(bangiao: Command, register: Path, question: list[str]) -> None:
    answer = bangiao("timeline", *question, "--register", register)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert " – " in answer.err


def test_showing_a_contact_quotes_its_words(bangiao: Command, register: Path) -> None:
    [contact] = contacts(bangiao("timeline", "--register", register, "--json"))
    ident = str(contact["id"])
    for name in (ident, ident[:10]):
        answer = bangiao("show", "contact", name, "--register", register)
        assert answer.code == 0
        assert "“hội đàm”" in answer.out
        assert "Đặng Văn Thử" in answer.out
    assert json.loads(bangiao("show", "contact", ident, "--register", register, "--json").out)["contact"]["id"] == ident


def test_showing_a_person(bangiao: Command, register: Path) -> None:
    answer = bangiao("show", "person", "dang van thu", "--register", register)
    assert answer.code == 0
    assert "Bộ trưởng Ngoại giao" in answer.out
    assert "2024-12-05" in answer.out


def test_showing_a_report(bangiao: Command, register: Path) -> None:
    answer = bangiao("show", "report", "bao-cao", "--register", register)
    assert answer.code == 0
    assert "cửa khẩu" in answer.out


@pytest.mark.parametrize("kind", ["contact", "person", "report"])
def test_what_does_not_exist(bangiao: Command, register: Path, kind: str) -> None:
    answer = bangiao("show", kind, "zzz", "--register", register)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_doubts_are_listed(bangiao: Command, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    undated = tmp_path / "undated.txt"
    undated.write_text("Bộ trưởng tiếp Đại sứ Lào\nBộ trưởng Đặng Văn Thử tiếp Đại sứ Lào Khamla Vongsa.\n", "utf-8")
    bangiao("read", undated, "--register", place)
    told = json.loads(bangiao("doubts", "--register", place, "--json").out)
    answer = bangiao("doubts", "--register", place)
    assert answer.code == 0
    assert told["total"] == len(told["doubts"]) > 0
    assert all(one["kind"] in answer.out for one in told["kinds"])


def test_the_default_register_is_in_the_data_folder(bangiao: Command, report: Path, tmp_path: Path) -> None:
    assert bangiao("read", report).code == 0
    assert list((tmp_path / "data").rglob("*.sqlite"))
    assert len(contacts(bangiao("timeline", "--json"))) == 1


def test_everything_is_legible_at_80_columns(bangiao: Command, register: Path) -> None:
    commands = [["timeline"], ["show", "person", "dang van thu"], ["doubts"], ["show", "report", "bao-cao"]]
    for command in commands:
        answer = bangiao(*command, "--register", register)
        assert answer.code == 0
        assert max(map(len, answer.out.splitlines())) <= 80
        assert "…" not in answer.out


def test_colours_only_where_they_are_wanted(bangiao: Command, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in bangiao("timeline", "--register", register).out
    for off in ("3", "4"):
        assert f"\x1b[{off}" not in bangiao("timeline", "--register", register, "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in bangiao("timeline", "--register", register).out


def test_the_demo_reads_the_samples(bangiao: Command, tmp_path: Path) -> None:
    answer = bangiao("demo")
    assert (answer.code, answer.err) == (0, "")
    assert "Read      30 reports: 30 new" in answer.out
    assert "bangiao timeline --with JP" in answer.out
    assert not (tmp_path / "data").exists()
