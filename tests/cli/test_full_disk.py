"""A disk that is full: a clear message and no trace."""

import resource
import signal
from functools import partial
from pathlib import Path

from bangiao.register.store import Register
from tests.cli.conftest import finished, process
from tests.cli.test_workers import few, lines


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


def test_read_into_a_full_disk_stores_whole_reports_and_goes_on_when_there_is_room(
    archive: Path, tmp_path: Path
) -> None:
    whole, full = tmp_path / "whole.sqlite", tmp_path / "full.sqlite"
    finished(["read", few(archive), "--register", whole])
    finished(["read", few(archive, 1), "--register", full])
    room = full.stat().st_size + 20_000  # for nothing of what follows
    line = ["read", few(archive, 40), "--register", full]
    with process(line, preexec_fn=partial(narrow, room)) as running:
        _, err = running.communicate(timeout=600)
    assert running.returncode == 3
    assert "full" in err.decode() or "room" in err.decode()
    assert "Traceback" not in err.decode()
    with Register.open(str(full), create=False) as register:
        assert (register.check(), register.counts().reports) == ([], 1)
    finished(line)
    assert lines(full) == lines(whole)
