"""What is handed on: the same wheel from the same tree, a core that needs no extra, a bill of materials."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.test_requirements import locked

# Run in a process of its own: every distribution that the core's requirement file does not name is out of reach.
ALONE = """
import importlib.metadata, re, sys

allowed = set(sys.argv[1].split(","))
homes = importlib.metadata.packages_distributions()
plain = lambda name: re.sub(r"[-_.]+", "-", name).lower()
theirs = {top for top, names in homes.items() if not any(plain(name) in allowed for name in names)}
forbidden = theirs - {"bangiao"} - sys.stdlib_module_names

class Closed:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in forbidden:
            raise ModuleNotFoundError(f"{name} is no part of the core", name=name)

sys.meta_path.insert(0, Closed())
sys.argv = ["bangiao", *sys.argv[2:]]
from bangiao.cli.main import main
main()
"""


def alone(repository: Path, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command with nothing but the core."""
    core = ",".join(pin.name for pin in locked(repository, "core"))
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "COLUMNS": "80"}
    command = [sys.executable, "-c", ALONE, core, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_main_job_needs_the_core_alone(repository: Path, tmp_path: Path) -> None:
    samples = str(repository / "src" / "bangiao" / "samples")
    for arguments in (("read", samples), ("timeline",), ("doubts",), ("doctor",), ("rebuild",)):
        done = alone(repository, tmp_path, *arguments)
        assert "Traceback" not in done.stderr, done.stderr
        assert "is no part of the core" not in done.stderr
        assert done.stdout.strip()


@pytest.mark.parametrize(
    ("arguments", "extra"), [(("mcp", "--register", "{samples}/x.sqlite"), "mcp"), (("serve",), "web")]
)
def test_a_command_of_an_extra_names_it(
    repository: Path, tmp_path: Path, arguments: tuple[str, ...], extra: str
) -> None:
    register = tmp_path / "x.sqlite"
    samples = sorted((repository / "src" / "bangiao" / "samples").glob("*.txt"))[0]
    alone(repository, tmp_path, "read", str(samples), "--register", str(register))
    place = [one.replace("{samples}/x.sqlite", str(register)) for one in arguments]
    done = alone(repository, tmp_path, *place)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr, done.stderr
    assert f"bangiao[{extra}]" in done.stderr


def test_the_same_tree_gives_the_same_wheel(repository: Path, tmp_path: Path) -> None:
    marks = set()
    for name in ("one", "two"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / name)]
        subprocess.run(command, cwd=repository, check=True, capture_output=True)
        (wheel,) = (tmp_path / name).glob("*.whl")
        marks.add(sha256(wheel.read_bytes()).hexdigest())
    assert len(marks) == 1


@pytest.mark.parametrize("name", ["core", "check"])
def test_a_bill_of_materials_lists_every_package_with_its_hashes(repository: Path, tmp_path: Path, name: str) -> None:
    bill = tmp_path / "bill.json"
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", f"requirements/{name}.txt"]
    command += ["--pyproject", "pyproject.toml", "--output-reproducible", "-o", str(bill)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    parts = json.loads(bill.read_text(encoding="utf-8"))["components"]
    assert {part["name"] for part in parts} == {pin.name for pin in locked(repository, name)}
    assert all(one["content"] for part in parts for one in part["externalReferences"][0]["hashes"])
