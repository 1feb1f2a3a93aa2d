"""People, offices and tenures on the command line."""

import json
from pathlib import Path

import pytest

from bangiao.cli.main import run
from bangiao.register.store import Register
from tests.register.making import contact, side, told

SPEAKER = "Chủ tịch Hội đồng thử"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    target = str(tmp_path / "r.sqlite")
    with Register.open(target) as register:
        register.add(*told("a", contact(side("JP", ("Sato Hana", SPEAKER)), side("VN", ("Trần Thị Bình", None)))))
        register.add(
            *told("b", contact(side("JP", ("Sato Hana", SPEAKER)), side("VN"), date="XXXX-04-02"), published=None)
        )
    return target


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert all(len(line) <= 80 for line in out.splitlines() if not line.startswith("{"))
    return out if code == 0 else err


def test_a_users_table_is_taken_in_and_shown(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        f"person,country,office,start,end,source\nSato Hana,JP,{SPEAKER},2023-11,2024-12,A page\n", encoding="utf-8"
    )
    told_ = printed(capsys, "tenures", "import", str(file), "--register", place)
    assert "1 tenure taken in, 0 known before; 1 report read again for years" in told_
    assert "0 tenures taken in, 1 known before" in printed(capsys, "tenures", "import", str(file), "--register", place)
    for command in (
        ("person", "sato hana"),
        ("office", SPEAKER),
        ("who", "--office", SPEAKER, "--on", "2024-12-05"),
        ("tenures", "list", "--country", "JP"),
    ):
        shown = printed(capsys, *command, "--register", place)
        assert "Sato Hana" in shown
        assert "2023-11" in shown
        json.loads(printed(capsys, *command, "--register", place, "--json"))
    assert "(inferred)" in printed(capsys, "timeline", "--register", place)


def test_mistakes_are_one_line(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no report and no table names" in printed(capsys, "office", "Zzz", "--register", place, code=2)
    assert "is no date" in printed(capsys, "who", "--office", SPEAKER, "--on", "now", "--register", place, code=2)
    for command in (("office", SPEAKER), ("who", "--office", SPEAKER, "--on", "2024"), ("tenures", "list")):
        said = printed(capsys, *command, "--country", "XX", "--register", place, code=2)
        assert said.startswith("bangiao: 'XX' is no country – write a code (JP)")
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("person,country,office\nSato Hana,Japan,X\n", encoding="utf-8")
    assert "no ISO 3166-1" in printed(capsys, "tenures", "import", str(wrong), "--register", place, code=3)
    assert "No such file" in printed(capsys, "tenures", "import", str(tmp_path / "none"), "--register", place, code=3)
    wrong.write_bytes(b"\xff\xfe\x00")
    assert "no UTF-8 text" in printed(capsys, "tenures", "import", str(wrong), "--register", place, code=3)


def test_a_gap_is_told_with_the_nearest_holders(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "who", "--office", SPEAKER, "--on", "2030", "--register", place)
    assert "nobody is known" in shown
    assert "before: JP Sato Hana" in shown
