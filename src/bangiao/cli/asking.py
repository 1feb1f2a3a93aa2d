"""What every question to the register has in common: open it, ask, print JSON or draw."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from bangiao.cli.messages import print_json, say, sentence

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.register.as_known import Known
    from bangiao.register.records import Morning
    from bangiao.register.store import Register

View = TypeVar("View")


def answer(
    register: str | None,
    ask: "Callable[[Register], View]",
    draw: "Callable[[Console, View], None]",
    *,
    as_json: bool,
    no_color: bool,
    tables: bool = False,
) -> None:
    """Ask a register and print what it says; with `tables` the known tenures answer where there is no register yet."""
    from bangiao.cli.screen import console
    from bangiao.register.store import Register

    with _tables_alone(register) if tables else Register.open(register, create=False) as store:
        view = ask(store)
    if as_json:
        print_json(view)
    else:
        draw(console(no_color), view)


def answer_as_known(
    register: str | None,
    on: str | None,
    ask: "Callable[[Known], View]",
    draw: "Callable[[Console, View], None]",
    *,
    as_json: bool,
    no_color: bool,
) -> None:
    """Ask a register as it was known on the morning of a day, by default today, and print what it says."""
    known_on = morning(on)
    answer(register, lambda store: ask(store.as_known(known_on)), draw, as_json=as_json, no_color=no_color)


def morning(on: str | None) -> "Morning":
    """The morning of the day that was asked for, or of today: the one place that looks at the calendar for it."""
    from bangiao.views.as_known import morning as meant

    return meant(on, date.today().isoformat())


def catch_up(store: "Register") -> None:
    """Join again what other rules have joined, and say so first: of a large register this takes minutes."""
    if store.is_behind():
        reports = store.counts().reports
        say(f"the rules that join reports have changed: {reports} reports are joined again, which takes a while; wait")
        store.catch_up()
        say("done")


def _tables_alone(register: str | None) -> "Register":
    """The register; where no file is there, an empty one in memory, and the user is told so."""
    from bangiao.model.errors import NoRegister
    from bangiao.register.store import Register

    try:
        return Register.open(register, create=False)
    except NoRegister as missing:
        say(sentence(str(missing), "asked are the tables of tenures that come with the program"))
        return Register.open(":memory:")
