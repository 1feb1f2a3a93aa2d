"""Kill a process that writes a register, at a random moment, many times over; told by the last line what held.

    python tests/faults/killing.py TASK TIMES SEED FOLDER

A task is read, rebuild, decide or upgrade. The program is loaded once and forked for each trial, so that the moments
fall into the work, not into the loading. After each kill the register must open, prove sound, hold all that was
there before (or be untouched), and come out of the repeated task as if nothing had happened.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from bangiao.pipeline import Reading, read_pages
from bangiao.register.migrate import settings
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions

Task = Callable[[Path, list[Reading]], None]


def read(place: Path, readings: list[Reading]) -> None:
    """Add the reports one by one; each is marked in a file only after it was accepted."""
    with Register.open(str(place)) as register, open(f"{place}.accepted", "a", encoding="utf-8") as accepted:
        for one in readings:
            added = register.add(one.report, one.findings)
            accepted.write(f"{added.report}\n")
            accepted.flush()
            os.fsync(accepted.fileno())


def rebuild(place: Path, readings: list[Reading]) -> None:
    """Make all again."""
    with Register.open(str(place)) as register:
        register.rebuild()


def decide(place: Path, readings: list[Reading]) -> None:
    """Correct the city of every contact; the same word twice is one decision."""
    with Register.open(str(place)) as register:
        for line in list(register.dump()):
            if line.startswith('{"block"') or '"table":"contacts"' not in line:
                continue
            ident = line.split('"contact_id":"')[1].split('"')[0]
            register.decide(
                "correct", (ident,), why="trial", by="Lan", at="2025-01-01T00:00:00Z", field="city", value="Huế"
            )


def upgrade(place: Path, readings: list[Reading]) -> None:
    """Open a register whose tables are of the first version."""
    Register.open(str(place)).close()


TASKS: dict[str, Task] = {"read": read, "rebuild": rebuild, "decide": decide, "upgrade": upgrade}


def prepared(task: str, folder: Path, readings: list[Reading]) -> Path:
    """The register that a task starts from."""
    place = folder / "start.sqlite"
    if task == "read":
        Register.open(str(place)).close()
    else:
        read(place, readings)
    if task == "upgrade":
        _as_of_old(place)
    return place


def _as_of_old(place: Path) -> None:
    """Put the stored readings and decisions into tables of the first version, made as that version made them."""
    old = place.with_name("old.sqlite")
    engine = create_engine(f"sqlite:///{old}")
    config = settings()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    copy = sqlite3.connect(old)
    copy.execute("ATTACH ? AS today", (str(place),))
    for table in ("readings", "decisions"):
        names = ", ".join(f'"{row[1]}"' for row in copy.execute(f"PRAGMA main.table_info({table})"))
        copy.execute(f"INSERT INTO main.{table} SELECT {names} FROM today.{table}")
    copy.commit()
    copy.close()
    for file in place.parent.glob(f"{place.name}*"):
        file.unlink()
    old.rename(place)


def killed(task: Task, place: Path, readings: list[Reading], after: float) -> bool:
    """Run a task in a child and kill it after so many seconds; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            task(place, readings)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def dump(place: Path) -> list[str]:
    """The register in print; fails where it is not sound."""
    with Register.open(str(place)) as register:
        faults = register.check()
        assert not faults, faults[:3]
        return list(register.dump())


def trial(task: str, start: Path, folder: Path, readings: list[Reading], whole: list[str], after: float) -> bool:
    """One kill and all that must hold after it."""
    place = folder / "trial.sqlite"
    for old in folder.glob("trial.sqlite*"):
        old.unlink()
    for file in folder.glob("start.sqlite*"):
        shutil.copy(file, folder / file.name.replace("start", "trial"))
    hit = killed(TASKS[task], place, readings, after)
    found = dump(place)
    marks = Path(f"{place}.accepted")
    if task == "read" and marks.exists():
        stored = "\n".join(found)
        lost = [one for one in marks.read_text(encoding="utf-8").split() if f'"report_id":"{one}"' not in stored]
        assert not lost, f"accepted and lost: {lost}"
    if task == "rebuild":
        assert found == whole, "a rebuild that was killed changed something"
    TASKS[task](place, readings)
    assert dump(place) == whole, "done again, the register is another"
    return hit


def main(task: str, times: int, seed: int, folder: Path) -> None:
    """Try it so often, and print how often the process was hit at work."""
    chance = random.Random(seed)
    samples = map(str, sample_paths()[:10])  # few reports: many kills
    readings = [one for one in read_pages(samples, SourceOptions()) if isinstance(one, Reading)]
    start = prepared(task, folder, readings)
    lasts = 0.0
    for name in ("warm", "done"):  # the first run loads what is loaded once
        for file in folder.glob("start.sqlite*"):
            shutil.copy(file, folder / file.name.replace("start", name))
        begun = time.monotonic()
        TASKS[task](folder / f"{name}.sqlite", readings)
        lasts = time.monotonic() - begun
    whole = dump(folder / "done.sqlite")
    hits = sum(trial(task, start, folder, readings, whole, chance.uniform(0, lasts)) for _ in range(times))
    print(f"{task}: killed {times} times, {hits} of them at work; sound each time, nothing lost")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
