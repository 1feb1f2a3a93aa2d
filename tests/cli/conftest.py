"""The command line as a person meets it: run in this process, or in one of its own where streams and signals matter."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec import Struct

from bangiao.cli.main import run

START = "from bangiao.cli.main import main; main()"
SOURCE = Path(__file__).resolve().parents[2] / "src"


class Answer(Struct, frozen=True):
    """What a command gave: its exit code and what it printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the register of the person who runs it, nor depends on their terminal."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("BANGIAO_REGISTER", "BANGIAO_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bangiao(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process."""

    def command(*arguments: object) -> Answer:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Answer(code, captured.out, captured.err)

    return command


def process(arguments: Sequence[object], **options: Any) -> subprocess.Popen[bytes]:
    """Start a command in a process of its own; its streams are pipes unless `options` say otherwise."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), **options.pop("env", {})}
    heed = options.pop("preexec_fn", partial(signal.signal, signal.SIGINT, signal.SIG_DFL))
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    line = [sys.executable, "-c", START, *map(str, arguments)]
    # a job in the background ignores Ctrl-C, and its children with it: these must hear it
    running = subprocess.Popen(line, env=environment, preexec_fn=heed, **streams)
    return cast("subprocess.Popen[bytes]", running)


def finished(arguments: Sequence[object], **options: Any) -> Answer:
    """Run a command in a process of its own to its end."""
    told = options.pop("input", None)
    if told is not None:
        options["stdin"] = subprocess.PIPE
    with process(arguments, **options) as running:
        out, err = running.communicate(told, timeout=600)
    return Answer(running.returncode, out.decode("utf-8"), err.decode("utf-8"))


REPORT = """Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào
Thứ Năm, 05/12/2024 10:30
Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa.
Tại cuộc hội đàm, hai Bộ trưởng đánh giá cao những kết quả mà hai nước đã đạt được trong thời gian qua.
Hai bên nhất trí mở thêm hai cửa khẩu trong năm tới và tăng cường trao đổi đoàn giữa hai Bộ.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report in a file, of invented people."""
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Many reports in one file, enough to be still at work when a person stops it."""
    import json

    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(6000):
            file.write(json.dumps({"id": f"n{number}", "text": f"{REPORT}Tin số {number} của ngày.\n"}) + "\n")
    return path
