"""A PostgreSQL server for the tests, from the system's package: no network, an ordinary user, gone at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NAMED = os.environ.get("BANGIAO_TEST_POSTGRES", "")
_USER = "postgres"  # the package makes this user; the server refuses to run as root


def programs() -> Path | None:
    """Where the newest server's programs lie; null where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    return Path(here).resolve().parent if here else None


@contextmanager
def running() -> Iterator[str]:
    """The address of a server on which databases may be made: the one that is named, or one of our own."""
    if NAMED:
        yield NAMED
        return
    binaries = programs()
    if binaries is None:
        pytest.skip("no PostgreSQL: install the package postgresql, or name a server in BANGIAO_TEST_POSTGRES")
    with tempfile.TemporaryDirectory(prefix="bangiao-pg-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, _USER)
        data = f"{folder}/data"
        _run(binaries, folder, "initdb", "-D", data, "-A", "trust", "-U", "postgres", "--no-sync")
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(binaries, folder, "pg_ctl", "-D", data, "-w", "-s", "-o", settings, "-l", f"{folder}/log", "start")
        try:
            yield f"postgresql://postgres@/postgres?unix_sock={folder}/.s.PGSQL.5432"
        finally:
            _run(binaries, folder, "pg_ctl", "-D", data, "-m", "immediate", "-s", "stop")


def _run(binaries: Path, folder: str, name: str, *words: str) -> None:
    as_user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    line = [*as_user, str(binaries / name), *words]
    subprocess.run(line, cwd=folder, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=600)
