"""A process that writes a register may be killed at any moment; `make torture` does it far more often."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killing.py")
TIMES = int(os.environ.get("BANGIAO_KILLS", "3"))  # for each task


@pytest.mark.parametrize("task", ["read", "rebuild", "decide", "upgrade"])
def test_a_kill_leaves_a_sound_register(task: str, tmp_path: Path) -> None:
    command = [sys.executable, str(SCRIPT), task, str(TIMES), "1", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert f"killed {TIMES} times" in done.stdout
    print(done.stdout)
