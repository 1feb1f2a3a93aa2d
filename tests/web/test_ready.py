"""What readers would wait for is laid ready beside them, at the opening and after each change."""

import time
from datetime import date
from pathlib import Path

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.web.desk import Answers
from bangiao.web.ready import Ready
from tests.web.conftest import PATIENCE, fill


def is_ready(register: Register, answers: Answers) -> bool:
    return answers.known(register, date.today().isoformat()).kept.find("woven") is not None


def test_all_is_ready_at_the_opening_and_again_after_a_change(tmp_path: Path) -> None:
    answers = Answers()
    with Register.open(str(fill(tmp_path / "register.sqlite", *sample_paths()[:3]))) as register:
        ready = Ready(register, answers, pause=0.01)
        ready.open()
        _wait_until_ready(register, answers)
        contact = register.contacts(ContactQuestion(limit=1)).contacts[0].id
        register.decide("confirm", (contact,), why="seen", by="Lan", at="2026-01-01T00:00:00", last=True)
        answers.asked = register.moment()
        _wait_until_ready(register, answers)
        ready.close()


def test_closing_waits_for_what_is_being_laid_ready(tmp_path: Path) -> None:
    answers = Answers()
    with Register.open(str(fill(tmp_path / "register.sqlite", sample_paths()[0]))) as register:
        ready = Ready(register, answers)
        ready.open()
        ready.close()
        assert is_ready(register, answers)


def _wait_until_ready(register: Register, answers: Answers) -> None:
    """Nothing but a desk that never gets ready takes so long."""
    end = time.monotonic() + PATIENCE / 1000
    while not is_ready(register, answers):
        assert time.monotonic() < end
        time.sleep(0.01)
