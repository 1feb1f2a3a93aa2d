"""`bangiao read`: reports into the register, a summary, and the contacts just read."""

from collections.abc import Iterable
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING

import typer

from bangiao.cli.messages import Outcome, clean, count, print_json, say
from bangiao.cli.options import (
    Again,
    AllowHost,
    AsJson,
    EngineName,
    FindingsFolder,
    Inputs,
    Master,
    NoColor,
    RegisterPlace,
    Workers,
)

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.pipeline import Reading
    from bangiao.register.records import Counts
    from bangiao.register.store import Added, Register
    from bangiao.views.summary import Brought, ReadSummary

TOGETHER = 128  # reports that are stored at once, as long as they
LETTERS = 8_000_000  # do not hold more letters than this

EXAMPLE = """\b
Examples:
  bangiao read reports/
  bangiao read --register work.sqlite archive.jsonl.gz https://example.org/report.html
  bangiao read inbox/ --json
  bangiao read --engine local --workers 4 archive/
  bangiao read --engine spark --master spark://host:7077 /shared/crawl/"""


def read(
    inputs: Inputs,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
    allow_host: AllowHost = None,
    engine: EngineName = "local",
    workers: Workers = 1,
    master: Master = None,
    findings: FindingsFolder = None,
    again: Again = False,
) -> None:
    """Read reports into the register; the same report twice changes nothing, the same page is read once."""
    from bangiao.cli.reading import Engine, readings

    outcome = Outcome()
    with ExitStack() as opened:
        store = _existing(register)
        known = opened.enter_context(store).pages_read if store and not again else None
        found = readings(inputs, outcome, allow_host, engine=Engine(engine, workers, master, findings), known=known)
        first = next(found, None)
        if first is None and not outcome.known:  # a mistyped name must not leave an empty register behind
            _print_nothing(outcome, as_json, no_color)
        else:
            store = store or opened.enter_context(_made(register))
            _take_in(store, chain([first] if first else [], found), outcome, as_json, no_color)
    raise typer.Exit(outcome.code)


def _existing(register: str | None) -> "Register | None":
    """The register, open, where there is one already."""
    from bangiao.model.errors import NoRegister
    from bangiao.register.store import Register

    try:
        return Register.open(register, create=False)
    except NoRegister:
        return None


def _made(register: str | None) -> "Register":
    from bangiao.register.store import Register

    return Register.open(register)


def _take_in(store: "Register", found: "Iterable[Reading]", outcome: Outcome, as_json: bool, no_color: bool) -> None:
    from bangiao.views.summary import summary

    result = summary(store, fill(store, found, outcome), outcome.refused, known=outcome.known)
    if as_json:
        print_json(result)
    else:
        print_summary(store, result, no_color)


def _print_nothing(outcome: Outcome, as_json: bool, no_color: bool) -> None:
    from bangiao.cli.screen import console
    from bangiao.views.summary import nothing

    result = nothing(outcome.refused)
    if as_json:
        print_json(result)
        return
    screen = console(no_color)
    for line in summary_lines(result):
        screen.print(line)


def fill(
    store: "Register", found: "Iterable[Reading]", outcome: Outcome, brought: "Brought | None" = None
) -> "Brought":
    """Read everything into an open register, some reports at a time; Ctrl-C leaves what is read stored."""
    from bangiao.views.summary import Brought

    brought = Brought() if brought is None else brought
    waiting: list[Reading] = []
    try:
        for reading in found:
            waiting.append(reading)
            if len(waiting) >= TOGETHER or sum(len(one.report.text) for one in waiting) > LETTERS:
                together, waiting = waiting, []
                brought.add(_store(store, together, outcome))
    except BaseException as stopped:
        brought.add(_store(store, waiting, outcome))
        if isinstance(stopped, KeyboardInterrupt):
            say(f"{brought.read} reports are stored, each whole, in {store.shown}")
        raise
    brought.add(_store(store, waiting, outcome))
    return brought


def _store(store: "Register", waiting: "list[Reading]", outcome: Outcome) -> "list[Added]":
    """Store reports together; where one of them cannot be stored, each by itself, and that one is refused."""
    from bangiao.model.errors import InputError
    from bangiao.model.report import Refusal

    if not waiting:
        return []
    told, pages = [(one.report, one.findings) for one in waiting], [one.page for one in waiting if one.page]
    try:
        return list(store.add_many(told, pages=pages))
    except InputError as error:
        if len(waiting) > 1:
            return [added for one in waiting for added in _store(store, [one], outcome)]
        outcome.read -= 1
        outcome.refuse(Refusal(waiting[0].report.id, str(error), error.hint))
        return []


def print_summary(store: "Register", result: "ReadSummary", no_color: bool = False) -> None:
    """Print what was read, then the contacts just read."""
    from bangiao.cli.contacts import show_contacts
    from bangiao.cli.screen import console

    screen = console(no_color)
    for line in summary_lines(result):
        screen.print(line)
    counts = store.counts()
    screen.print(f"Register  {holds(counts)}\n          {clean(store.shown)}")
    if result.contacts:
        show_contacts(screen, result.contacts)
    _print_rest(screen, len(result.contacts), result.contacts_total)


def holds(counts: "Counts") -> str:
    """How much a register holds."""
    people = count(counts.people, "person", "people")
    reports, contacts, doubts = count(counts.reports, "report"), count(counts.contacts, "contact"), counts.doubts
    return f"{reports}, {contacts}, {people}, {count(doubts, 'doubt')}"


def _print_rest(screen: "Console", shown: int, total: int) -> None:
    if shown < total:
        screen.print(f"… and {total - shown} more: bangiao timeline --limit {total} shows all")


def summary_lines(result: "ReadSummary") -> list[str]:
    """The summary in plain words, one fact a line."""
    outcomes = ", ".join(f"{one.number} {one.outcome}" for one in result.outcomes)
    doubts = ", ".join(f"{one.number} {one.kind}" for one in result.doubts)
    lines = [f"Read      {count(result.read, 'report')}" + (f": {outcomes}" if outcomes else "")]
    if result.known:
        lines.append(f"Known     {count(result.known, 'page')} read before; --again reads them anew")
    lines.append(f"Refused   {len(result.refused)}")
    lines += [f"          {clean(item.input)}: {clean(item.reason)}" for item in result.refused]
    people = count(result.people_total, "person", "people")
    lines.append(f"Contacts  {result.contacts_total} with {people}")
    lines.append(f"Doubts    {sum(one.number for one in result.doubts)}" + (f": {doubts}" if doubts else ""))
    return lines
