"""`read --workers`: the register of one process, and a clean end whatever befalls the others."""

import os
import signal
from pathlib import Path

from bangiao.register.store import Register
from tests.cli.conftest import Command, finished, process
from tests.cli.test_processes import stored


def lines(place: Path) -> list[str]:
    """A sound register as its canonical lines."""
    with Register.open(str(place), create=False) as register:
        assert register.check() == []
        return list(register.dump())


def few(archive: Path, number: int = 40) -> Path:
    """The first reports of an archive."""
    path = archive.with_name("few.jsonl")
    path.write_text("".join(archive.read_text(encoding="utf-8").splitlines(True)[:number]), encoding="utf-8")
    return path


def children(process_id: int) -> list[int]:
    """The processes for reading that a process started."""
    found = []
    for task in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((task / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == process_id and b"spawn_main" in (task / "cmdline").read_bytes():
                found.append(int(task.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def test_several_processes_make_the_register_of_one(archive: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    inputs = [few(archive), tmp_path / "nowhere.txt"]
    alone = finished(["read", *inputs, "--json", "--register", one])
    several = finished(["read", *inputs, "--json", "--register", two, "--engine", "local", "--workers", "2"])
    assert several == alone
    assert lines(two) == lines(one)


def test_extract_gives_the_same_lines(archive: Path) -> None:
    assert finished(["extract", "--workers", "3", few(archive)]) == finished(["extract", few(archive)])


def test_a_killed_process_costs_nothing(archive: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    whole = few(archive, 40)
    with whole.open("a", encoding="utf-8") as more:  # reports that tell nothing: quickly stored, many still to read
        more.writelines(f'{{"id": "m{number}", "text": "Tin số {number} của ngày."}}\n' for number in range(2000))
    finished(["read", whole, "--register", one])
    with process(["read", whole, "--register", two, "--workers", "2"]) as running:
        while running.poll() is None and not stored(two):
            pass
        victims = children(running.pid)
        os.kill(victims[0], signal.SIGKILL)
        assert running.stderr is not None
        assert (running.wait(600), running.stderr.read()) == (0, b"")
    assert lines(two) == lines(one)


def test_stopping_several_processes(archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    with process(["read", archive, "--register", place, "--workers", "2"], start_new_session=True) as running:
        assert running.stderr is not None
        while running.poll() is None and not stored(place):
            pass
        helpers = children(running.pid)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: everybody hears it
        err = running.stderr.read().decode()
        code = running.wait(600)
    assert (code, len(helpers)) == (130, 2)
    assert [one for one in helpers if Path(f"/proc/{one}").exists()] == []
    assert len(err.splitlines()) == 2
    assert err.endswith("bangiao: stopped\n")
    assert lines(place)


def test_an_unknown_engine_is_wrong_usage(bangiao: Command, archive: Path) -> None:
    for wrong in (["--engine", "abacus"], ["--workers", "0"]):
        answer = bangiao("read", archive, *wrong)
        assert (answer.code, wrong[0] in answer.err) == (2, True)
