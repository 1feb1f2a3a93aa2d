"""Streams, signals and start-up of the real process."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bangiao.register.store import Register
from tests.cli.conftest import REPORT, SOURCE, finished, process

COMMANDS = [
    [],
    ["read"],
    ["follow"],
    ["timeline"],
    ["show"],
    ["show", "contact"],
    ["show", "person"],
    ["show", "report"],
    ["doubts"],
    ["extract"],
    ["explain"],
    ["evaluate"],
    ["demo"],
]
LISTING = (
    "import sys\n"
    "from bangiao.cli.main import run\n"
    "code = run(sys.argv[1:])\n"
    "names = {name.partition('.')[0] for name in sys.modules}\n"
    "heavy = sorted(names & {'sqlalchemy', 'alembic', 'httpx', 'rich', 'babel'})\n"
    "print(heavy, len(sys.modules), file=sys.stderr)\n"
    "sys.exit(code)\n"
)


def imported(*arguments: str) -> tuple[str, list[str], int]:
    """Standard output of a command, the heavy packages that it imported, and the number of all modules."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *arguments], env=environment, capture_output=True, check=True, text=True
    )
    names, _, number = done.stderr.strip().rpartition(" ")
    return done.stdout, json.loads(names.replace("'", '"')), int(number)


def test_help_imports_nothing_heavy() -> None:
    out, heavy, number = imported("--help")
    assert "Usage: bangiao" in out
    assert heavy == []
    assert number < 450


@pytest.mark.parametrize("command", COMMANDS[1:], ids=" ".join)
def test_every_command_has_an_example(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    from bangiao.cli.main import run

    assert run([*command, "--help"]) == 0
    out = capfd.readouterr().out
    assert "Example" in out
    assert f"  bangiao {' '.join(command)}" in out
    assert max(map(len, out.splitlines())) <= 100


def test_reading_without_a_register_imports_no_database(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    for command in ("extract", "explain"):
        out, heavy, _ = imported(command, str(path))
        assert "bao-cao" in out
        assert set(heavy) <= {"babel"}


def test_a_closed_pipe_ends_quietly(archive: Path) -> None:
    with process(["extract", archive]) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert json.loads(running.stdout.readline())["id"] == "n0"
        running.stdout.close()
        err = running.stderr.read()
        code = running.wait(600)
    assert (code, err) == (0, b"")


def test_lines_come_as_they_are_read() -> None:
    with process(["extract", "-"], stdin=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(REPORT.encode())
        running.stdin.close()
        assert json.loads(running.stdout.readline())["headline"] == REPORT.splitlines()[0]
        running.stdout.close()
        assert running.wait(600) == 0


def test_stopping_extract(archive: Path) -> None:
    with process(["extract", archive]) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest = running.stdout.read()
        err = running.stderr.read().decode()
        code = running.wait(600)
    assert code == 130
    assert "Traceback" not in err
    assert err.endswith("bangiao: stopped\n")
    assert all(json.loads(line)["id"] for line in (first + rest).splitlines())


def test_stopping_read_leaves_a_sound_register(archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with process(["read", archive, "--register", place]) as running:
        assert running.stderr is not None
        while running.poll() is None and not stored(place):
            pass
        running.send_signal(signal.SIGINT)
        err = running.stderr.read().decode()
        code = running.wait(600)
    assert code == 130
    assert "Traceback" not in err
    with Register.open(str(place), create=False) as register:
        assert register.check() == []
        assert 0 < register.counts().reports < 6000
        assert f"{register.counts().reports} reports are stored" in err


TIDYING = """
import signal, sys, time
from bangiao.cli.main import hear_again
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.unraisablehook = hear_again
class Tidied:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
try:
    Tidied()
    time.sleep(300)
except KeyboardInterrupt:
    sys.exit(130)
"""
LETTING_GO = """
import sys
from sqlalchemy import event
from bangiao.register.store import Register
def stopped(*_):
    raise KeyboardInterrupt
with Register.open(sys.argv[1]) as register:
    event.listen(register._engine, "reset", stopped)
    try:
        register.counts()
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("script", [TIDYING, LETTING_GO], ids=["an object", "a connection"])
def test_ctrl_c_is_heard_while_something_is_let_go(tmp_path: Path, script: str) -> None:
    line = [sys.executable, "-c", script, str(tmp_path / "register.sqlite")]
    done = subprocess.run(line, env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


def stored(place: Path) -> int:
    """How many reports a register holds, as another process sees it."""
    if not place.exists():
        return 0
    from bangiao.model.errors import RegisterError

    try:
        with Register.open(str(place), create=False) as register:
            return register.counts().reports
    except RegisterError:  # not yet laid out
        return 0


def test_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    answer = finished(["explain", path], env=plain)
    assert answer.code == 0
    assert "Bộ trưởng Đặng Văn Thử" in answer.out


def through_terminal(arguments: list[object], **options: object) -> tuple[int, str]:
    """Run a command whose standard error is a terminal; give its exit code and what it drew there."""
    ours, theirs = pty.openpty()
    with process(arguments, stdout=subprocess.DEVNULL, stderr=theirs, env={"TERM": "xterm", **options}) as running:
        os.close(theirs)
        drawn = b""
        while True:
            try:
                block = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            drawn += block
        code = running.wait(600)
    os.close(ours)
    return code, drawn.decode("utf-8", "replace")


def test_a_bar_on_a_terminal_and_none_elsewhere(archive: Path, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(archive.read_text(encoding="utf-8").splitlines(True)[:400]), encoding="utf-8")
    code, drawn = through_terminal(["extract", few])
    assert code == 0
    assert "/400" in drawn
    assert "/s" in drawn
    assert finished(["extract", few]).err == ""
