"""`bangiao read`: reports into the register, a summary, and the contacts just read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from bangiao.cli.messages import Outcome, clean, count, say
from bangiao.cli.options import AllowHost, AsJson, Inputs, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.register.records import Counts
    from bangiao.register.store import Added, Register
    from bangiao.views.summary import ReadSummary

EXAMPLE = """\b
Examples:
  bangiao read reports/
  bangiao read --register work.sqlite archive.jsonl.gz https://example.org/report.html
  bangiao read inbox/ --json"""


def read(
    inputs: Inputs,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
    allow_host: AllowHost = None,
) -> None:
    """Read reports into the register; the same report twice changes nothing."""
    from bangiao.register.store import Register
    from bangiao.views.summary import summary

    outcome = Outcome()
    with Register.open(register) as store:
        added = fill(store, inputs, outcome, allow_host)
        result = summary(store, added, outcome.refused)
        if as_json:
            print_json(result)
        else:
            print_summary(store, result, no_color)
    raise typer.Exit(outcome.code)


def fill(
    store: "Register", inputs: Sequence[str], outcome: Outcome, allow_host: Sequence[str] | None = None
) -> "list[Added]":
    """Read everything into an open register, a report at a time; Ctrl-C leaves what is stored."""
    from bangiao.cli.reading import readings
    from bangiao.model.errors import InputError
    from bangiao.model.report import Refusal

    added: list[Added] = []
    try:
        for reading in readings(inputs, outcome, allow_host):
            try:
                added.append(store.add(reading.report, reading.findings))
            except InputError as error:
                outcome.read -= 1
                outcome.refuse(Refusal(reading.report.id, str(error), error.hint))
    except KeyboardInterrupt:
        say(f"{len(added)} reports are stored, each whole, in {store.shown}")
        raise
    return added


def print_json(answer: object) -> None:
    """Print a view as one JSON object."""
    import msgspec

    typer.echo(msgspec.json.encode(answer))


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
    _print_rest(screen, result.contacts_total - len(result.contacts))


def holds(counts: "Counts") -> str:
    """How much a register holds."""
    people = count(counts.people, "person", "people")
    reports, contacts, doubts = count(counts.reports, "report"), count(counts.contacts, "contact"), counts.doubts
    return f"{reports}, {contacts}, {people}, {count(doubts, 'doubt')}"


def _print_rest(screen: "Console", left: int) -> None:
    if left > 0:
        screen.print(f"… and {left} more: bangiao timeline shows all")


def summary_lines(result: "ReadSummary") -> list[str]:
    """The summary in plain words, one fact a line."""
    outcomes = ", ".join(f"{one.number} {one.outcome}" for one in result.outcomes)
    doubts = ", ".join(f"{one.number} {one.kind}" for one in result.doubts)
    lines = [f"Read      {count(result.read, 'report')}" + (f": {outcomes}" if outcomes else "")]
    lines.append(f"Refused   {len(result.refused)}")
    lines += [f"          {clean(item.input)}: {clean(item.reason)}" for item in result.refused]
    people = count(result.people_total, "person", "people")
    lines.append(f"Contacts  {result.contacts_total} with {people}")
    lines.append(f"Doubts    {sum(one.number for one in result.doubts)}" + (f": {doubts}" if doubts else ""))
    return lines
