"""Readings that go on while the browser waits: how far each is, and what it brought."""

import logging
from secrets import token_urlsafe
from threading import Lock, Thread

from bangiao.model.report import Refusal
from bangiao.register.store import Added, Register
from bangiao.web.taking import Given, take_in

log = logging.getLogger("bangiao.web")
_KEPT = 100


class Job:
    """One reading; `added` and `refused` grow until it is `done`."""

    def __init__(self) -> None:
        self.added: list[Added] = []
        self.refused: list[Refusal] = []
        self.done = False

    @property
    def number(self) -> int:
        """How many reports were looked at so far."""
        return len(self.added) + len(self.refused)


class Jobs:
    """All readings since the desk was opened; one at a time writes, the others wait for their turn."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._turn = Lock()

    def start(self, register: Register, given: Given) -> str:
        """Begin to read, and give the name by which the reading is asked for."""
        ident, job = token_urlsafe(9), Job()
        self._jobs[ident] = job
        while len(self._jobs) > _KEPT:
            self._jobs.pop(next(iter(self._jobs)))
        Thread(target=self._run, args=(job, register, given), daemon=True).start()
        return ident

    def find(self, ident: str) -> Job | None:
        """A reading by its name."""
        return self._jobs.get(ident)

    def _run(self, job: Job, register: Register, given: Given) -> None:
        try:
            with self._turn:
                for one in take_in(register, given):
                    if isinstance(one, Refusal):
                        job.refused.append(one)
                    else:
                        job.added.append(one)
        except Exception as error:  # whatever it is, the page has to come to an end and say so
            log.error("a reading failed", exc_info=error)
            job.refused.append(
                Refusal("the rest", f"could not be read: {type(error).__name__}", "look at the terminal")
            )
        finally:
            job.done = True
