"""What the documents say of the project holds: commands, tasks, decision records, one licence, two languages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

READMES = ("README.md", "README.vi.md")


def text_of(repository: Path, name: str) -> str:
    return (repository / name).read_text(encoding="utf-8")


def tasks(repository: Path) -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", text_of(repository, "Makefile"), re.MULTILINE))


@pytest.mark.parametrize("name", READMES)
def test_a_fresh_machine_needs_two_commands(repository: Path, name: str) -> None:
    assert "\n```\nmake demo\nmake check\n```\n" in text_of(repository, name)


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_every_task_that_is_named_exists(repository: Path, name: str) -> None:
    assert set(re.findall(r"\bmake ([a-z-]+)\b", text_of(repository, name))) <= tasks(repository)


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_within_the_project_lead_somewhere(repository: Path, name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text_of(repository, name))
    assert [link for link in links if not (repository / link).exists()] == []


def test_both_readmes_show_the_same(repository: Path) -> None:
    """The blocks of code, the tables' commands and the output of the demo do not drift apart."""
    blocks = [re.findall(r"^```.*?^```", text_of(repository, name), re.MULTILINE | re.DOTALL) for name in READMES]
    commands = [re.findall(r"^\| `(bangiao \w+)", text_of(repository, name), re.MULTILINE) for name in READMES]
    assert blocks[0] == blocks[1]
    assert commands[0] == commands[1]


def test_the_readmes_show_what_the_demo_prints(repository: Path) -> None:
    command = [sys.executable, str(repository / "tools" / "readme.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_decision_is_numbered_short_and_dated(repository: Path) -> None:
    """The first two digits tell the part of the project, so numbers have gaps; no number stands for two decisions."""
    records = sorted((repository / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in records]
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name) for path in records)
    assert len(set(numbers)) == len(numbers)
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} "), path.name
        assert len(text.splitlines()) <= 60, path.name
        assert (status := re.search(r"^\d{4}-\d{2}-\d{2} · (?:accepted|replaced by (\d{4}))$", text, re.MULTILINE))
        assert status[1] in (None, *numbers), path.name
