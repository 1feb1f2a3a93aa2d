"""How reading and the register grow: archives of 1,000, 10,000 … documents, by one process, by two, by Spark.

    python -m benchmarks.scale --documents 1000 10000 --engines one two spark

Figures go to standard output as rows of docs/scale.md. An archive is made once; a register is made anew each time.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from msgspec import Struct

from bangiao.pipeline import Reading, read_page
from bangiao.register.store import Register
from bangiao.sources.inputs import open_inputs
from bangiao.spelling.chinese import reading_pairs
from benchmarks.material import ROOT
from benchmarks.scale_material import write

START = "from bangiao.cli.main import main; main()"
ENGINES = {
    "one": ("one process", []),
    "two": ("two processes", ["--workers", "2"]),
    "spark": ("Spark, local-cluster[2,1,1024]", ["--engine", "spark", "--master", "local-cluster[2,1,1024]"]),
}
PROBES = 200  # reports that are added to a register of each size
OTHERS = 1000  # the archive that they are taken from
LATER = 500  # its copy of the leads: later than any that is read


class Run(Struct, frozen=True):
    """One archive read by one engine: seconds on the clock and of computing, megabytes of memory and of the register.

    Computing and memory are those of our processes (memory of the largest), without Java.
    """

    documents: int
    engine: str
    seconds: float
    computing: float
    memory: float
    register: float
    add: float  # milliseconds for one more report

    def row(self) -> str:
        """A row of the table."""
        rate = self.documents / self.computing
        figures = (self.seconds, self.computing, rate, self.memory)
        plain = " | ".join(f"{figure:,.0f}" for figure in figures)
        return f"| {self.documents:,} | {self.engine} | {plain} | {self.register:,.1f} | {self.add:.1f} |"


COLUMNS = (
    "documents",
    "engine",
    "s",
    "s of computing",
    "documents a s of it",
    "MB memory",
    "MB register",
    "ms one more",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n|---:|---|{'---:|' * (len(COLUMNS) - 2)}"


def read(archive: Path, documents: int, engine: str, folder: Path) -> Run:
    """Read an archive into a new register, in a process of its own, then add a few reports more."""
    place = folder / f"{engine}.sqlite"
    place.unlink(missing_ok=True)
    label, options = ENGINES[engine]
    line = [sys.executable, "-c", START, "read", str(archive), "--register", str(place), "--json", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    start = time.monotonic()
    running = subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if running.returncode not in (0, 1):
        sys.exit(f"{label} ended with exit code {running.returncode}")
    size = sum(one.stat().st_size for one in folder.glob(f"{engine}.sqlite*")) / 1e6
    return Run(
        documents, label, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size, one_more(place, folder)
    )


def one_more(place: Path, folder: Path) -> float:
    """Milliseconds of computing for adding one report that the register did not have, the mean of several."""
    return mean_cost(place, write(OTHERS, folder / "others.jsonl", LATER))


def mean_cost(place: Path, archive: Path) -> float:
    """The mean cost, in milliseconds of computing, of adding some reports of an archive one by one."""
    reading_pairs()  # a table that is made once in each run of the program is no cost of a report
    taken = []
    with Register.open(str(place)) as register:
        for number, page in enumerate(open_inputs([str(archive)])):
            reading = read_page(page)  # type: ignore[arg-type]
            if number % (OTHERS // PROBES) or not isinstance(reading, Reading):
                continue
            start = time.process_time()
            register.add(reading.report, reading.findings)
            taken.append(time.process_time() - start)
    return 1000 * fmean(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    chosen = parser.parse_args()
    print(HEAD, flush=True)
    with TemporaryDirectory(prefix="bangiao-scale-") as name:
        folder = Path(name)
        with Register.open(str(folder / "empty.sqlite")):
            pass
        empty = one_more(folder / "empty.sqlite", folder)
        for documents in chosen.documents:
            archive = write(documents, folder / f"{documents}.jsonl")
            for engine in chosen.engines:
                print(read(archive, documents, engine, folder).row(), flush=True)
    print(f"\nOne more report in an empty register: {empty:.1f} ms")


if __name__ == "__main__":
    main()
