"""Work for processes of the tests: it does what the task says, good or bad."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn


def run(task: bytes) -> bytes:
    """Give the task back in capitals, after what its first word asks for."""
    word, _, rest = task.decode().partition(" ")
    if word == "exit":
        os._exit(7)
    elif word == "loop":
        while True:
            pass
    elif word == "memory":
        bytearray(1 << 40)
    elif word == "slow":
        time.sleep(float(rest))
    elif word == "long":
        return b"x" * int(rest)
    elif word == "once":  # a process that is killed from outside, not by its document
        place = Path(rest)
        if not place.exists():
            place.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return task.upper()


class Stillborn:
    """Work that ends the process to which it is sent, before it can begin."""

    def __call__(self, task: bytes) -> bytes:
        return task

    def __reduce__(self) -> tuple[Callable[[int], NoReturn], tuple[int]]:
        return os._exit, (3,)


def opened(name: str, content: bytes | None = None) -> Iterator[tuple[bytes | None, bytes | None]]:
    """The documents of one input: its words, the word `refused` answered already."""
    for word in name.split(","):
        yield (None, b"no") if word == "refused" else (word.encode(), None)


def lost(task: bytes, reason: str) -> bytes:
    """The answer for a document that no process could read."""
    return task + b" is lost"
