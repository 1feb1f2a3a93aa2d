"""The rule for skipping: on a desk a skipped test is told, under BANGIAO_NO_SKIP=1 it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = """
import pytest

def test_that_skips_itself():
    pytest.skip("no browser here")

@pytest.mark.skipif(True, reason="no server here")
def test_that_is_marked():
    pass

def test_that_needs_the_corpora(shared_dir):
    pass

@pytest.mark.xfail(reason="known", strict=True)
def test_that_is_expected_to_fail():
    assert False

def test_that_passes():
    pass
"""
MODULE = """
import pytest

pytest.skip("no Java here", allow_module_level=True)
"""


def outcome(folder: Path, repository: Path, content: str, **setting: str) -> str:
    """The last line that pytest prints over one test file under this repository's conftest."""
    (folder / "conftest.py").write_text(
        (repository / "tests" / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "test_it.py").write_text(content, encoding="utf-8")
    environment = {**os.environ, "BANGIAO_NO_SKIP": "", "BANGIAO_SHARED": str(folder / "absent"), **setting}
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(folder), "-p", "no:cacheprovider", str(folder)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[-1]


def test_on_a_desk_a_skip_is_told(tmp_path: Path, repository: Path) -> None:
    assert outcome(tmp_path, repository, SKIPPING).startswith("1 passed, 3 skipped, 1 xfailed")


def test_where_nothing_may_be_skipped_a_skip_fails(tmp_path: Path, repository: Path) -> None:
    told = outcome(tmp_path, repository, SKIPPING, BANGIAO_NO_SKIP="1")
    assert told.startswith("1 failed, 1 passed, 1 xfailed, 2 errors")  # a skip before the test itself is an error


@pytest.mark.parametrize(("setting", "end"), [("", "1 skipped"), ("1", "1 error")])
def test_a_module_that_skips_itself(tmp_path: Path, repository: Path, setting: str, end: str) -> None:
    assert outcome(tmp_path, repository, MODULE, BANGIAO_NO_SKIP=setting).startswith(end)
