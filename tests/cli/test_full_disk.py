"""A disk that is full: a clear message and no trace."""

import resource
import signal
from functools import partial
from pathlib import Path

from tests.cli.conftest import process
from tests.cli.test_workers import few


def narrow(room: int) -> None:
    """Let no file of this process grow beyond some bytes, as on a disk that is full; and hear Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def test_extract_into_a_full_disk(archive: Path, tmp_path: Path) -> None:
    with (
        (tmp_path / "out.jsonl").open("wb") as out,
        process(["extract", few(archive)], stdout=out, preexec_fn=partial(narrow, 20_000)) as running,
    ):
        _, err = running.communicate(timeout=600)
    assert running.returncode == 3
    assert "has room" in err.decode()
    assert "Traceback" not in err.decode()
