"""What a newcomer meets first: the list of commands, each command's help, and what is said of a wrong file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from bangiao.cli.app import app
from bangiao.cli.outline import HEADINGS
from tests.cli.conftest import Command


def _names(command: object, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, child in getattr(command, "commands", {}).items():
        yield (*before, name)
        yield from _names(child, (*before, name))


COMMANDS = tuple(_names(typer.main.get_command(app)))


def test_every_command_stands_under_a_heading_with_its_whole_line(bangiao: Command) -> None:
    shown = bangiao("--help").out
    places = [shown.index(f"\n{heading}:\n") for heading in HEADINGS]
    assert places == sorted(places)
    assert "\nCommands:" not in shown
    assert "..." not in shown.split("Read reports:")[1]
    for name in (one[0] for one in COMMANDS if len(one) == 1):
        assert shown.count(f"\n  {name} ") == 1
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_help_has_an_example_of_its_own_and_fits_a_narrow_screen(bangiao: Command, command: tuple[str, ...]) -> None:
    """An example may be longer, for it is copied whole."""
    shown = bangiao(*command, "--help")
    assert shown.code == 0
    assert f"bangiao {' '.join(command)}" in shown.out.split("Example", 1)[1]
    assert [line for line in shown.out.splitlines() if len(line) > 80 and not line.startswith("    ")] == []


@pytest.mark.parametrize("command", [("restore", "absent.sqlite"), ("diff", "absent.sqlite", "absent.sqlite")])
def test_a_file_that_was_named_is_not_to_be_read_first(bangiao: Command, command: tuple[str, ...]) -> None:
    answer = bangiao(*command)
    assert (answer.code, answer.out) == (3, "")
    assert "absent.sqlite – check the name and the folder" in answer.err


def test_a_folder_in_place_of_a_file(bangiao: Command, tmp_path: Path) -> None:
    answer = bangiao("follow", tmp_path)
    assert answer.code == 3
    assert f"{tmp_path}: Is a directory – that is a folder: name a file" in answer.err


def test_a_brief_that_cannot_be_put_there_names_its_own_place(bangiao: Command, report: Path, tmp_path: Path) -> None:
    bangiao("read", report)
    target = tmp_path / "taken.md"
    (target / "full").mkdir(parents=True)
    answer = bangiao("brief", "--with", "LA", "-o", target)
    assert answer.code == 3
    assert f"bangiao: {target}: " in answer.err
    assert [one.name for one in tmp_path.glob(".brief-*")] == []
