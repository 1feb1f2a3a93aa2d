"""What the first reader would wait for, worked out while the desk opens."""

import gc
import logging
from datetime import date
from threading import Thread

from bangiao.register.store import Register
from bangiao.views.calendar import calendar
from bangiao.views.weave import weave
from bangiao.web.desk import Answers

log = logging.getLogger("bangiao.web")


def making_ready(register: Register, answers: Answers) -> Thread:
    """Begin to lay ready the index of words, the threads and the sentences that name events; join it before closing."""
    thread = Thread(target=_make_ready, args=(register, answers), daemon=True)
    thread.start()
    return thread


def _make_ready(register: Register, answers: Answers) -> None:
    try:
        register.index_words()  # first, for it changes the register's mark
        known = answers.known(register, date.today().isoformat())
        weave(known)
        calendar(known)
        gc.freeze()  # what stays for good need not be looked through again and again for what can go
    except Exception as error:  # whoever asks for it is told what is wrong; here it only costs the head start
        log.info("not everything could be made ready: %s", error)
