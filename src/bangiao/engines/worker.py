"""What a process for reading does: take tasks, answer each by itself, within bounds of memory."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

READY = b"ready"


def serve(pipe: Connection, work: Callable[[bytes], bytes], memory: int) -> None:
    """Answer lists of tasks until the other end is closed."""
    _bound(memory)
    try:
        pipe.send_bytes(READY)
        while True:
            for task in pipe.recv():
                pipe.send_bytes(work(task))
    except (EOFError, OSError):  # the other end is gone: there is nobody to answer
        return
    except Exception:
        raise SystemExit(1) from None  # told where answers are collected, without a trace on the screen


def _bound(memory: int) -> None:
    """Memory beyond the bound is refused to this process, not taken from the others; no files of memory are left."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        return
    for kind, value in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CORE, 0)):
        most = resource.getrlimit(kind)[1]
        bound = value if most == resource.RLIM_INFINITY else min(value, most)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (bound, most))
