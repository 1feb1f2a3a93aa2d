"""Several processes on this machine: the same answers in the same order, and a bad document harms only itself.

A process that ends or hangs takes no other document with it: which one it was at is known, because each answer is
sent by itself. That document is tried once more, alone in a new process, and given up when it ends that one too.
"""

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TypeVar

from msgspec import Struct

from bangiao.engines.worker import READY, serve
from bangiao.model.errors import BangiaoError

Work = Callable[[bytes], bytes]
T = TypeVar("T")

_BATCH = 16  # tasks sent at once; a process reads them all before it answers, so that neither waits for the other
_TRIES = 2
_LOOK = 0.5  # seconds between two looks at the clock of the processes


class Limits(Struct, frozen=True):
    """How many processes, and what one document may cost: seconds, bytes of memory.

    `ahead` and `held` bound what is in hand at any time: tasks for each process, and bytes of all of them.
    """

    workers: int
    seconds: float = 60.0
    memory: int = 2 << 30
    ahead: int = 64
    held: int = 64 << 20


class Lost(Struct, frozen=True):
    """A task that no process could finish, as it was given, and why."""

    task: bytes
    reason: str


class _Slot:
    """One item on its way, in the order in which answers are given."""

    def __init__(self, item: object) -> None:
        self.task = item if isinstance(item, bytes) else b""
        self.answer: object = None if isinstance(item, bytes) else item
        self.tries = 0


def map_in_processes(work: Work, items: Iterable[bytes | T], limits: Limits) -> Generator[bytes | Lost | T]:
    """The answer to each task, in order; what is no task (no bytes) passes through in its place.

    `work` is a function of a module. Only as many items are taken as are in hand at once. Closing the iterator,
    also by Ctrl-C, ends the processes. Raises BangiaoError when no process can be started.
    """
    crew = _Crew(work, limits)
    try:
        yield from crew.run(items)  # type: ignore[misc]
    finally:
        crew.close()


class _Crew:
    """The processes, and what is in hand."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._limits = limits
        self._work = work
        self._members: list[_Member] = []
        self._order: deque[_Slot] = deque()
        self._todo: deque[_Slot] = deque()
        self._bytes = 0

    def run(self, items: Iterable[object]) -> Iterator[object]:
        """Take items as there is room, hand them out, give the answers in order."""
        source = iter(items)
        more = True
        while more or self._order:
            more = more and self._take(source)
            self._hand_out()
            while self._order and self._order[0].answer is not None:
                yield self._given()
            if self._order:
                self._collect()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for one in self._members:
            one.end()
        self._members.clear()

    def _take(self, source: Iterator[object]) -> bool:
        """Fill the hand; says whether there may be more."""
        limits = self._limits
        while len(self._order) < limits.ahead * limits.workers and (not self._order or self._bytes < limits.held):
            try:
                slot = _Slot(next(source))
            except StopIteration:
                return False
            self._order.append(slot)
            self._bytes += len(slot.task)
            if slot.answer is None:
                self._todo.append(slot)
        return True

    def _given(self) -> object:
        slot = self._order.popleft()
        self._bytes -= len(slot.task) + (len(slot.answer) if isinstance(slot.answer, bytes) else 0)
        return slot.answer

    def _hand_out(self) -> None:
        """Give tasks to processes that are free; start one more where all are busy."""
        if len(self._members) < self._limits.workers and len(self._todo) > 0:
            self._members.append(_Member(self._work, self._limits.memory))
        for one in self._members:
            if self._todo and one.free:
                try:
                    one.give(self._batch())
                except OSError:  # it ended just now; its end is seen when answers are collected
                    continue

    def _batch(self) -> list[_Slot]:
        """The next tasks; one that ended a process before goes alone."""
        share = max(1, min(_BATCH, len(self._todo) // len(self._members)))
        batch = [self._todo.popleft()]
        while not batch[0].tries and len(batch) < share and self._todo and not self._todo[0].tries:
            batch.append(self._todo.popleft())
        return batch

    def _collect(self) -> None:
        """Wait for answers, then look for processes that ended or take too long."""
        wait([one.pipe for one in self._members], _LOOK)
        for one in list(self._members):  # all of them: what has answered by now is not late, however busy we were
            while (answered := one.answered()) is not None:
                self._bytes += answered
            if one.ended:
                self._mourn(one, f"ended the process that read it ({one.way()})", _TRIES)
        for one in [each for each in self._members if each.late(self._limits.seconds)]:
            self._mourn(one, f"took longer than {self._limits.seconds:g} seconds to read", 1)

    def _mourn(self, one: "_Member", reason: str, tries: int) -> None:
        """A process is gone: its document is tried again or given up, the others go to the next one."""
        one.end()
        self._members.remove(one)
        if not one.ready:
            raise BangiaoError(
                f"a process for reading cannot be started ({one.way()})",
                "look at the memory that is free, or use --workers 1",
            )
        if not one.slots:
            return
        first = one.slots.popleft()
        first.tries += 1
        if first.tries >= tries:
            first.answer = Lost(first.task, reason)
            self._todo.extendleft(reversed(one.slots))
        else:
            self._todo.extendleft(reversed([first, *one.slots]))


class _Member:
    """One process, and the tasks that it has not answered."""

    def __init__(self, work: Work, memory: int) -> None:
        context = multiprocessing.get_context("spawn")  # nothing of this process is inherited but what it is given
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, work, memory), daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()
        self.slots: deque[_Slot] = deque()
        self.ready = False
        self.ended = False
        self._since = time.monotonic()

    @property
    def free(self) -> bool:
        """Whether it waits for work."""
        return self.ready and not self.ended and not self.slots

    def give(self, batch: list[_Slot]) -> None:
        """Send tasks."""
        self.slots.extend(batch)
        self._since = time.monotonic()
        self.pipe.send([slot.task for slot in batch])

    def answered(self) -> int | None:
        """Take one answer if there is one; gives its size in bytes."""
        try:
            if self.ended or not self.pipe.poll():
                return None
            answer = self.pipe.recv_bytes()
        except (EOFError, OSError):
            self.ended = True
            return None
        self._since = time.monotonic()
        if not self.ready:
            self.ready = answer == READY
            return 0
        self.slots.popleft().answer = answer
        return len(answer)

    def late(self, seconds: float) -> bool:
        """Whether it is at one document for too long."""
        return bool(self.slots) and time.monotonic() - self._since > seconds

    def way(self) -> str:
        """How it ended."""
        self._process.join(1)
        code = self._process.exitcode
        if code is not None and code < 0:
            with suppress(ValueError):
                return signal.Signals(-code).name
        return f"exit code {code}"

    def end(self) -> None:
        """Stop it at once."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C, which is for this one: it ends them in order."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # else it would be started below, and end the deafness
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
