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
    assert "does not exist" in printed(capsys, "tenures", "import", str(tmp_path / "none"), "--register", place, code=3)
    wrong.write_bytes(b"\xff\xfe\x00")
    assert "no UTF-8 text" in printed(capsys, "tenures", "import", str(wrong), "--register", place, code=3)


def test_a_gap_is_told_with_the_nearest_holders(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(capsys, "who", "--office", SPEAKER, "--on", "2030", "--register", place)
    assert "nobody is known" in shown
    assert "before: JP Sato Hana" in shown


@pytest.mark.parametrize(
    "command",
    [
        ("who", "--office", "Thủ tướng", "--country", "JP", "--on", "2024-04-02"),
        ("office", "Thủ tướng", "--country", "JP"),
        ("tenures", "list", "--country", "JP"),
    ],
)
def test_the_shipped_tables_answer_where_there_is_no_register(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.sqlite"
    assert run([*command, "--register", str(missing), "--json"]) == 0
    out, err = capsys.readouterr()
    assert "Kishida" in out
    json.loads(out)
    assert err.count("\n") == 1
    assert "none.sqlite" in err
    assert "tables of tenures" in err
    assert not missing.exists()


def test_what_is_no_register_is_told_though_the_tables_could_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.sqlite"
    other.write_text("no register", encoding="utf-8")
    for place, said in ((tmp_path, "is a folder"), (other, "cannot be used"), ("foo://bar", "a foo: address")):
        assert said in printed(capsys, "tenures", "list", "--register", str(place), code=3)


def test_a_wrong_day_is_told_with_or_without_a_register(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for register in (place, str(tmp_path / "none.sqlite")):
        who = ("who", "--office", "Thủ tướng", "--on", "2024-13-40", "--register", register)
        assert "'2024-13-40' is no date – write 2024" in printed(capsys, *who, code=2)
