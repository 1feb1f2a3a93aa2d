"""The threads in which pages are made: whatever goes wrong in one comes back as an answer, never as silence."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Threads(ThreadPoolExecutor):
    """A loop cannot hand StopIteration to the one who waits for a thread: the browser would wait for ever."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Do it in a thread; a StopIteration that nobody caught is told as the fault that it is."""

        def told() -> T:
            try:
                return fn(*args, **kwargs)
            except StopIteration as error:
                raise RuntimeError("something that had to be there was looked for and not found") from error

        return super().submit(told)
