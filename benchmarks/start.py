"""How long a command takes to start, in bare starts of Python: `python -m benchmarks.start` prints it alone.

A reader who types a command waits for its modules first. Counted are seconds of the processor, user and system, since
a busy machine would lengthen a long start more than a bare one; the bare start and the commands are run in turn, and of
each the quickest round counts. What Python compiles is kept, as it is where the program is installed.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bangiao.samples import sample_paths

ROUNDS = 15
BARE = ("-c", "pass")
AT_MOST = {("--help",): 12, ("timeline",): 60}


def started() -> Iterator[str]:
    """A line for each command: seconds, and how many bare starts that is."""
    with TemporaryDirectory() as place:
        register = Path(place) / "register.sqlite"
        environment = {**os.environ, "BANGIAO_REGISTER": str(register)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _run(environment, "-m", "bangiao", "read", *map(str, sample_paths()))
        lines = [BARE, *(("-m", "bangiao", *command) for command in AT_MOST)]
        seconds = [min(times) for times in zip(*_rounds(environment, lines), strict=True)]
    yield f"- `python -c pass`: {seconds[0]:.3f} s of the processor"
    for (command, most), took in zip(AT_MOST.items(), seconds[1:], strict=True):
        times = took / seconds[0]
        yield f"- `bangiao {' '.join(command)}`: {took:.2f} s of the processor, {times:.1f} times that (at most {most})"


def _rounds(environment: dict[str, str], lines: list[tuple[str, ...]]) -> Iterator[list[float]]:
    for line in lines:
        _run(environment, *line)  # what is not compiled yet is compiled here
    for _ in range(ROUNDS):
        yield [_run(environment, *line) for line in lines]


def _run(environment: dict[str, str], *arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    for one in started():
        print(one)
