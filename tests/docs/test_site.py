"""The documents: the site builds without a warning, and its examples print what is written."""

import os
import subprocess
import sys
from pathlib import Path


def run(repository: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)


def test_the_site_builds_strictly(repository: Path, tmp_path: Path) -> None:
    """Every link and anchor within the documents leads somewhere; the reference is made from the program."""
    done = run(repository, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    commands = (tmp_path / "reference" / "commands.html").read_text(encoding="utf-8")
    assert "bangiao timeline" in commands
    records = (tmp_path / "reference" / "records.html").read_text(encoding="utf-8")
    assert "ContactView" in records
    assert "https://fonts.g" not in commands


def test_the_examples_print_what_is_written(repository: Path) -> None:
    done = run(repository, sys.executable, "tools/examples.py", "--check")
    assert done.returncode == 0, done.stdout + done.stderr
