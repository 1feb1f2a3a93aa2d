"""How long a desk waits: each command asked of a register of both corpora, of one report and of none.

Beside it stands a bare process that opens the file and counts one table. Two seconds are the limit of patience.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from benchmarks.material import ROOT

PATIENCE = 2.0
ROUNDS = 2
COUNT = (
    "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM contacts').fetchone()[0])"
)
SAMPLE = ROOT / "src" / "bangiao" / "samples" / "parliament-argentina.txt"
COMMANDS = (
    ("timeline", "--with", "JP"),
    ("relation", "VN", "JP"),
    ("relation", "VN", "CN"),
    ("relation", "US", "RU"),
    ("relation", "VN", "Đảng Cộng sản Nhật Bản"),
    ("coverage",),
    ("commitments", "--with", "JP", "--open"),
    ("calendar",),
    ("calendar", "--with", "JP"),
    ("brief", "--with", "JP"),
    ("export", "--format", "jsonl", "-o", "-"),
)


class Waited(Struct, frozen=True):
    """Seconds of one command: on the clock, and of the processor, the quicker of some rounds."""

    command: str
    clock: float
    processor: float


def desk(folder: Path, ready: Path | None = None) -> Iterator[str]:
    """The table of docs/performance.md: a row for each command, a column for each register.

    `ready` is a register of both corpora that is there already; it is read, never written.
    """
    with TemporaryDirectory() as place:
        registers = {name: Path(place) / f"{name}.sqlite" for name in ("corpora", "one", "none")}
        if ready:
            registers["corpora"] = ready
        else:
            corpora = [folder / "corpus" / f"{name}.jsonl" for name in ("leads", "reports")]
            _run("read", "--register", registers["corpora"], *corpora)
        _run("read", "--register", registers["one"], SAMPLE)
        _empty(registers["none"])
        bare = waited([sys.executable, "-c", COUNT, str(registers["corpora"])], "SELECT count(*), a bare process")
        yield "| command | both corpora (s) | of the processor | times the bare process | one report | none |"
        yield "|---|---:|---:|---:|---:|---:|"
        yield f"| {bare.command} | {bare.clock:.2f} | {bare.processor:.2f} | 1 | | |"
        late = []
        for command in (*COMMANDS, ("readouts", _contact(registers["corpora"]))):
            asked = registers if command[0] != "readouts" else {"corpora"}  # its contact is in no other register
            times = [_asked(registers[name], command) for name in asked]
            cells = [f"{one.clock:.2f}" for one in times[1:]] or ["", ""]
            ratio = times[0].clock / bare.clock
            shown = " ".join(command[:1]) if command[0] == "readouts" else " ".join(command)
            yield f"| `{shown}` | {times[0].clock:.2f} | {times[0].processor:.2f} | {ratio:.0f} | {' | '.join(cells)} |"
            late += [shown] if times[0].clock > PATIENCE else []
        yield ""
        yield f"- longer than {PATIENCE:.0f} s: {', '.join(late) or 'none'}"


def waited(line: list[str], name: str) -> Waited:
    """Run a process some times; the quicker round counts."""
    rounds = []
    for _ in range(ROUNDS):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(line, check=False, capture_output=True)  # where a body is not named, saying so takes time too
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        rounds.append((clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return Waited(name, min(clock for clock, _ in rounds), min(used for _, used in rounds))


def _asked(register: Path, command: tuple[str, ...]) -> Waited:
    return waited([sys.executable, "-m", "bangiao", *command, "--register", str(register)], " ".join(command))


def _run(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "bangiao", *map(str, arguments)], check=True, capture_output=True)


def _empty(place: Path) -> None:
    from bangiao.register.store import Register

    with Register.open(str(place)):
        pass


def _contact(register: Path) -> str:
    """The contact that most reports tell."""
    from bangiao.register.records import ContactQuestion
    from bangiao.register.store import Register

    with Register.open(str(register), create=False) as store:
        found = store.contacts(ContactQuestion(form="talks")).contacts
    return max(found, key=lambda one: (one.tellings, one.id)).id


def main() -> None:
    """Print the table alone: `python -m benchmarks.desk [REGISTER]`."""
    from benchmarks.material import shared

    for line in desk(shared(), Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        print(line, flush=True)


if __name__ == "__main__":
    main()
