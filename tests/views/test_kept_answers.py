"""What is kept from asking to asking changes no answer: after each change the short way says what the long way says."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from bangiao.model.report import Refusal
from bangiao.pipeline import read_pages
from bangiao.register.as_known import Known
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions
from bangiao.views.as_known import morning
from bangiao.views.brief import BriefQuestion, brief
from bangiao.views.calendar import calendar
from bangiao.views.commitments import CommitmentsQuestion, commitments
from bangiao.views.relation import relation
from bangiao.views.threads import ThreadsQuestion, threads

TODAY = "2026-06-01"
DAYS = (TODAY, "2024-06-01")


def asked(known: Known | None, place: Path, day: str) -> dict[str, bytes]:
    """What every page that weaves threads or reads texts again says, as JSON; each of a register opened just now
    where none is given.
    """
    views: dict[str, Callable[[Known], object]] = {
        "commitments": lambda known: commitments(known, CommitmentsQuestion(limit=None)),
        "open": lambda known: commitments(known, CommitmentsQuestion(only_open=True, limit=5)),
        "of one side": lambda known: commitments(known, CommitmentsQuestion(country="JP")),
        "threads": lambda known: threads(known, ThreadsQuestion(least=1, limit=None)),
        "threads of one side": lambda known: threads(known, ThreadsQuestion(country="JP", least=1)),
        "calendar": lambda known: calendar(known),
        "calendar of one side": lambda known: calendar(known, "JP"),
        "relation": lambda known: relation(known, "VN", "JP"),
        "brief": lambda known: brief(known, BriefQuestion("JP", None, "VN", "vi")),
    }
    if known:
        return {name: msgspec.json.encode(ask(known)) for name, ask in views.items()}
    told = {}
    for name, ask in views.items():
        with Register.open(str(place)) as register:
            told[name] = msgspec.json.encode(ask(register.as_known(morning(day, TODAY))))
    return told


def test_after_every_change_what_was_kept_says_what_is_made_anew(tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    read = list(read_pages([str(path) for path in sample_paths()], SourceOptions()))
    half = len(read) // 2

    def add(register: Register, number: slice) -> None:
        for one in read[number]:
            assert not isinstance(one, Refusal)
            register.add(one.report, one.findings)

    def decide(register: Register) -> None:
        first, *_ = register.contacts(ContactQuestion(country="JP")).contacts
        register.decide("correct", (first.id,), field="date", value="2023-02-03", why="seen", by="A", at="2026-01-01")

    def part(register: Register) -> None:
        known = register.as_known(morning(TODAY, TODAY))
        thread = max(threads(known, ThreadsQuestion(least=1)).threads, key=lambda one: len(one.steps))
        register.decide("status", (thread.id,), value="delivered", why="seen", by="A", at="2026-01-02")

    def withdraw(register: Register) -> None:
        person = next(
            who.person
            for one in register.contacts(ContactQuestion(country="JP")).contacts
            for side in one.sides
            for who in side.people
            if who.person
        )
        register.decide("withdraw", (person,), why="asked", by="A", at="2026-01-03")

    def back(register: Register) -> None:
        register.undo(register.decisions()[-1].id, why="no", by="A", at="2026-01-04")

    steps: list[Callable[[Register], None]] = [
        lambda register: add(register, slice(0, half)),
        lambda register: add(register, slice(half, None)),
        decide,
        part,
        withdraw,
        back,
    ]
    seen = set()
    with Register.open(str(place)) as register:
        for change in steps:
            change(register)
            for day in DAYS:
                on = morning(day, TODAY)
                one = register.as_known(on)
                kept = asked(one, place, day)
                assert asked(one, place, day) == kept, "asked twice, told the same"
                assert kept == asked(None, place, day)
                seen.add(kept["commitments"])
    assert len(seen) > len(steps), "the changes are such that answers differ"
