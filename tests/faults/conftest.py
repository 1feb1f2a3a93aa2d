"""The command line in a process that lacks something: room on the disk, or the right to write."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from bangiao.register.store import Register
from bangiao.samples import sample_paths

ROOT = Path(__file__).resolve().parents[2]
START = "from bangiao.cli.main import main; main()"
SAMPLES = [str(path) for path in sample_paths()[:4]]


class Answer(Struct, frozen=True):
    """What a command gave: its exit code and the one line that it printed on standard error."""

    code: int
    err: str


def run(*words: object, room: int | None = None, rights: bool = True, output: int | None = None) -> Answer:
    """Run a command; with `room` no file grows beyond so many bytes, without `rights` root is held to them too."""

    def limited() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    line = [sys.executable, "-c", START, *map(str, words)]
    if not rights and os.geteuid() == 0:
        line = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--", *line]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "BANGIAO_NAME": "Lan"}
    done = subprocess.run(
        line,
        env=environment,
        preexec_fn=limited,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if output is None else output,
        stderr=subprocess.PIPE,
        timeout=900,
        check=False,
    )
    return Answer(done.returncode, done.stderr.decode())


def refused(answer: Answer, words: str) -> None:
    """The promised answer: nothing done, and one line that says what and what to do."""
    assert answer.code == 3, answer
    assert answer.err.count("\n") == 1, answer.err
    assert answer.err.startswith("bangiao: ")
    assert " – " in answer.err
    assert words in answer.err


def dump(place: Path) -> list[str]:
    """The register in print; fails where it is not sound."""
    with Register.open(str(place), create=False) as register:
        assert register.check() == []
        return list(register.dump())


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a few reports, which no test may change."""
    place = tmp_path_factory.mktemp("kept") / "register.sqlite"
    assert run("read", *SAMPLES, "--register", place).code == 0
    return place


@pytest.fixture
def register(kept: Path, tmp_path: Path) -> Path:
    """A copy of it in a folder of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return Path(shutil.copy(kept, folder / "register.sqlite"))


@pytest.fixture
def only_readable() -> Callable[[Path, int], Path]:
    """Take the right to write from a file or folder."""

    def without(path: Path, mode: int) -> Path:
        if os.geteuid() == 0 and shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere: install util-linux, whose setpriv takes that right away")
        path.chmod(mode)
        return path

    return without
