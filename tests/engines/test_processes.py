"""Several processes give what one gives, and a bad document harms only itself."""

import multiprocessing
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from bangiao.engines.processes import Limits, Lost, map_in_processes
from bangiao.model.errors import BangiaoError
from bangiao.model.report import Refusal
from tests.engines import errands


def answers(tasks: list[bytes], **limits: float) -> list[bytes | Lost]:
    """All answers; no process is left behind."""
    found = list[bytes | Lost](map_in_processes(errands.run, tasks, Limits(2, **limits)))  # type: ignore[arg-type]
    assert multiprocessing.active_children() == []
    return found


def test_answers_come_in_the_order_of_the_tasks() -> None:
    tasks = [b"slow 0.3", *(f"task {number}".encode() for number in range(500))]
    assert answers(tasks) == [task.upper() for task in tasks]


def test_what_is_no_task_passes_in_its_place() -> None:
    refusal = Refusal("a.txt", "is empty")
    found = list(map_in_processes(errands.run, [b"a", refusal, b"b"], Limits(2)))
    assert found == [b"A", refusal, b"B"]


def test_no_tasks_start_no_process() -> None:
    assert answers([]) == []


@pytest.mark.parametrize(
    ("bad", "reason", "seconds"),
    [(b"exit", "exit code 7", 60), (b"loop", "longer than 5 seconds", 5), (b"memory", "exit code 1", 60)],
    ids=["ends", "hangs", "devours"],
)
def test_a_bad_document_is_lost_alone(bad: bytes, reason: str, seconds: float) -> None:
    tasks = [f"task {number}".encode() for number in range(40)]
    found = answers([*tasks[:20], bad, *tasks[20:]], seconds=seconds)
    lost = found.pop(20)
    assert isinstance(lost, Lost)
    assert (lost.task, reason in lost.reason) == (bad, True)
    assert found == [task.upper() for task in tasks]


def test_many_bad_documents_do_not_stop_the_rest() -> None:
    tasks = [b"exit" if number % 3 else b"a" for number in range(9)]
    found = answers(tasks)
    assert [isinstance(one, Lost) for one in found] == [task == b"exit" for task in tasks]


def test_a_process_killed_from_outside_costs_no_document(tmp_path: Path) -> None:
    bad = f"once {tmp_path / 'was-here'}".encode()
    tasks = [b"a", b"b", bad, b"c", b"d"]
    assert answers(tasks) == [task.upper() for task in tasks]
    assert (tmp_path / "was-here").exists()


def test_large_answers_block_nobody() -> None:
    assert [len(one) for one in answers([b"long 3000000"] * 40, held=5_000_000) if isinstance(one, bytes)] == [
        3_000_000
    ] * 40


def test_only_so_much_is_taken_at_once() -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        for number in count():
            taken += 1
            yield f"task {number}".encode()

    limits = Limits(2, ahead=10)
    found = map_in_processes(errands.run, endless(), limits)
    for given, _ in enumerate(islice(found, 200), 1):
        assert taken - given <= limits.ahead * limits.workers
    found.close()
    assert multiprocessing.active_children() == []


def test_a_source_that_fails_ends_the_processes() -> None:
    def broken() -> Iterator[bytes]:
        yield b"a"
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        list(map_in_processes(errands.run, broken(), Limits(2)))
    assert multiprocessing.active_children() == []


def test_processes_that_cannot_start_are_told() -> None:
    with pytest.raises(BangiaoError, match="cannot be started"):
        list(map_in_processes(errands.Stillborn(), [b"a"], Limits(1)))
    assert multiprocessing.active_children() == []
