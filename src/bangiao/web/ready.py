"""What the next reader would wait for, worked out beforehand: while the desk opens, and anew after each change."""

import gc
import logging
from datetime import date
from threading import Event, Thread

from bangiao.register.store import Register
from bangiao.views.calendar import calendar
from bangiao.views.labels import LANGUAGES
from bangiao.views.timeline import TimelineQuestion, timeline
from bangiao.views.weave import weave
from bangiao.web.desk import Answers
from bangiao.web.templating import environment

log = logging.getLogger("bangiao.web")
PAUSE = 2.0  # seconds between two looks; a register that changed in between is left alone until it rests


class Ready:
    """Keeps ready what takes long to work out; all of it lies under marks of its state, so nothing can be stale.

    While nobody asks the desk for anything, a changed register is left as it is.
    """

    def __init__(self, register: Register, answers: Answers, pause: float = PAUSE) -> None:
        self._register, self._answers, self._pause = register, answers, pause
        self._closing = Event()
        self._thread = Thread(target=self._run, name="ready", daemon=True)

    def open(self) -> None:
        """Begin, beside the readers."""
        self._thread.start()

    def close(self) -> None:
        """Come to an end, before the register is closed."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        made = seen = once(self._register, self._answers)
        gc.freeze()  # what stays for good need not be looked through again and again for what can go
        while not self._closing.wait(self._pause):
            before, seen = seen, self._register.moment()
            if seen == before != made and self._answers.asked == seen:
                made = seen = once(self._register, self._answers)


def once(register: Register, answers: Answers) -> str:
    """Lay everything ready for the register as it is now; gives the mark of this state."""
    try:
        register.index_words()  # first, for it changes the register's mark
        moment = register.moment()
        register.names_like("An Mingyun")  # the tables of spellings are read where names are first compared
        known = answers.known(register, date.today().isoformat())
        weave(known)
        for language in LANGUAGES:
            timeline(register, TimelineQuestion(limit=1, language=language))
            calendar(known, language=language)
        for name in environment().list_templates():
            environment().get_template(name)
    except Exception as error:  # whoever asks for it is told what is wrong; here it only costs the head start
        log.info("not everything could be made ready: %s", error)
        return ""
    return moment
