"""The program runs as a module too."""

import subprocess
import sys


def test_python_m_bangiao_is_the_command_line() -> None:
    done = subprocess.run([sys.executable, "-m", "bangiao", "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
