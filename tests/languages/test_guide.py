"""docs/languages.md: its commands run, its example is an entry of the table, its tables and tasks exist."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from bangiao.cli.main import run
from bangiao.languages.load import read_table


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    """The text of the guide."""
    return (repository / "docs" / "languages.md").read_text(encoding="utf-8")


def test_its_commands_read_a_contact(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [line for line in guide.splitlines() if line.startswith("bangiao ")]
    assert len(commands) == 2
    for command in commands:
        assert run(shlex.split(command)[1:]) == 0
        shown = capsys.readouterr().out
        assert [word for word in ("words ", "verb ", "tells ", "contact 1:") if word not in shown] == []


def test_its_example_is_of_the_table(guide: str) -> None:
    (block,) = re.findall(r"^ *```toml\n(.*?)^ *```$", guide, re.MULTILINE | re.DOTALL)
    (written,) = tomllib.loads(block)["trigger"]
    (held,) = [row for row in read_table("vi", "triggers")["trigger"] if written["words"][0] in row["words"]]
    assert set(written["words"]) <= set(held["words"])
    assert {key: held[key] for key in written if key != "words"} == {
        key: written[key] for key in written if key != "words"
    }


def test_every_table_is_told(guide: str, repository: Path) -> None:
    tables = {path.name for path in (repository / "src/bangiao/languages/vi").glob("*.toml")}
    assert set(re.findall(r"`(\w+\.toml)`", guide)) == tables


def test_its_tasks_exist(guide: str, repository: Path) -> None:
    tasks = re.findall(r"^([a-z-]+):.*## ", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z-]+)", guide)) <= set(tasks)
