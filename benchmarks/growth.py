"""How one register grows to a million reports: what each hundred thousand cost, and what one more costs then.

    python -m benchmarks.growth --documents 1000000 --every 100000 --workers 2 /var/tmp/growth

The folder keeps the archive, the register and how far it came: started again, the run goes on there. Figures go to
standard output as rows of docs/scale.md. A million take 7 GB of disk. The reports that are added one by one stay: two
hundred amid those that are there, two hundred of a later time.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from msgspec import Struct

from bangiao.cli.messages import Outcome
from bangiao.cli.read import fill
from bangiao.model.report import Refusal
from bangiao.pipeline import Reading, read_pages
from bangiao.register.store import Register
from bangiao.sources.options import SourceOptions
from benchmarks.scale import LATER
from benchmarks.scale_material import leads, write

MOST_LEADS = 1_000_000
OTHERS = 1000  # an archive of which one in five is added once more
BETWEEN = 10  # days: some of those that lie between two copies of a lead
HEAD = (
    "| documents | s | ms of storing | ms of reading | MB memory | MB register | ms one more, amid | later |\n"
    "|---:|---:|---:|---:|---:|---:|---:|---:|"
)


class Used(Struct, frozen=True):
    """Seconds on the clock, of computing here, of computing in the processes that read."""

    clock: float
    here: float
    there: float


def used() -> Used:
    """What was used until now; processes that read count once they have ended."""
    here, there = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return Used(time.monotonic(), here.ru_utime + here.ru_stime, there.ru_utime + there.ru_stime)


def megabytes() -> float:
    """Memory that this process holds now, with its caches."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def parts(archive: Path, folder: Path, every: int, done: int) -> Iterator[tuple[int, Path]]:
    """The archive in parts of so many documents, each a file of its own, those that are done left out."""
    with archive.open("rb") as file:
        for number in range(sys.maxsize):
            lines = list(islice(file, every))
            if not lines:
                return
            if number * every >= done:
                part = folder / f"part-{number:04}.jsonl"
                part.write_bytes(b"".join(lines))
                yield number * every + len(lines), part
                part.unlink()


def one_more(place: Path, folder: Path, copy: int, moved: int) -> float:
    """Milliseconds of computing for one report more, the mean of two hundred, added by a process of its own."""
    archive = write(OTHERS, folder / f"others-{copy}-{moved}.jsonl", copy, moved)
    code = "import sys; from pathlib import Path; from benchmarks.scale import mean_cost; "
    code += "print(mean_cost(Path(sys.argv[1]), Path(sys.argv[2])))"
    line = [sys.executable, "-c", code, str(place), str(archive)]
    return float(subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True).stdout)


def grow(documents: int, every: int, workers: int, folder: Path) -> None:
    """Read the archive part by part, and print what each cost."""
    archive = write(documents, folder / f"{documents}.jsonl")
    place, so_far = folder / "register.sqlite", folder / "so-far.json"
    done = json.loads(so_far.read_text()) if so_far.exists() else 0
    copies = len(leads(MOST_LEADS))
    print(HEAD, flush=True)
    for reached, part in parts(archive, folder, every, done):
        with Register.open(str(place)) as store:
            before = used()
            read = read_pages([str(part)], SourceOptions(), workers=workers)
            fill(store, _accepted(read), Outcome())
            after = used()
        so_far.write_text(json.dumps(reached))
        size = place.stat().st_size / 1e6
        step = reached // every  # so that they are other reports each time
        more = [one_more(place, folder, copy, BETWEEN + step) for copy in (reached // copies // 2, LATER + step)]
        here, there = (
            1000 * (one - two) / every for one, two in ((after.here, before.here), (after.there, before.there))
        )
        figures = f"{after.clock - before.clock:,.0f} | {here:.2f} | {there:.2f} | {megabytes():,.0f} | {size:,.0f}"
        print(f"| {reached:,} | {figures} | {more[0]:.1f} | {more[1]:.1f} |", flush=True)


def _accepted(read: Iterator[Reading | Refusal]) -> Iterator[Reading]:
    for one in read:
        if isinstance(one, Refusal):
            print(f"refused: {one.input}: {one.reason}", file=sys.stderr)
        else:
            yield one


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--every", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    grow(chosen.documents, chosen.every, chosen.workers, chosen.folder)


if __name__ == "__main__":
    main()
