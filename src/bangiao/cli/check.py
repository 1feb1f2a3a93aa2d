"""`bangiao check`: hold a draft against the register."""

import sys
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer, morning
from bangiao.cli.contacts import show_contacts
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, OnDay, RegisterPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from bangiao.views.check import CheckView
    from bangiao.views.draft_claims import Claim
    from bangiao.views.draft_people import OfficeThen

EXAMPLE = """\b
Examples:
  bangiao check draft.txt
  xclip -o | bangiao check - --on 2023-12-25
  bangiao check draft.txt --json"""
LARGEST = 500_000  # bytes of a draft
LONGEST_SOURCE = 70

Draft = Annotated[
    str, typer.Argument(metavar="FILE|-", help="A draft as plain text, or - for standard input.", show_default=False)
]


def check(
    draft: Draft,
    on: OnDay = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Tell who is named in a draft, in which office on that day, what went before, and what the register denies."""
    from bangiao.model.errors import InputError
    from bangiao.model.report import Refusal
    from bangiao.pipeline import read_draft
    from bangiao.views.check import check as ask

    known_on = morning(on)
    reading = read_draft(_words(draft), known_on.on)
    if isinstance(reading, Refusal):
        raise InputError(f"{draft}: {reading.reason}", reading.hint)
    whole, parts = reading
    answer(
        register,
        lambda store: ask(store.as_known(known_on), whole.report, whole.findings, parts),
        print_check,
        as_json=as_json,
        no_color=no_color,
        tables=True,
    )


def _words(draft: str) -> str:
    """The text of a draft; raises InputError where it cannot be read."""
    from bangiao.model.errors import InputError
    from bangiao.sources.decode import decode

    try:
        if draft == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(draft).open("rb") as file:
                data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"{draft}: {reason}", "name a text file, or - for standard input") from None
    if len(data) > LARGEST:
        raise InputError(f"{draft}: longer than {LARGEST:,} bytes", "check a part of it")
    try:
        return decode(data)
    except InputError as error:
        raise InputError(f"{draft}: {error}", error.hint) from None


def print_check(screen: "Console", view: "CheckView") -> None:
    """Print people, contradictions and earlier contacts; say so where there is nothing."""
    from bangiao.cli.screen import show_table

    people = count(len(view.people), "known person", "known people")
    screen.print(f"as known on the morning of {view.on}: {people}, {count(view.contacts, 'contact')} in the draft")
    if view.people:
        rows = [
            (
                one.side,
                one.name if one.name == one.written.quote else f"{one.written.quote}\n= {one.name}",
                "\n".join(map(_office, one.offices)) or "no office known",
                f"{one.contacts}" + (f", last {one.last_contact.date}" if one.last_contact else ""),
            )
            for one in view.people
        ]
        show_table(screen, ("side", "who", "office then", "contacts"), rows, fixed=(0,))
    _print_claims(screen, "The register says otherwise", view.contradictions)
    _print_claims(screen, "Look again", view.doubtful)
    if view.unknown:
        names = ", ".join(one.quote for one in view.unknown)
        screen.print(clean(f"\nnot known to the register: {names}"))
    if view.earlier:
        screen.print("\nearlier contacts, the latest first:")
        show_contacts(screen, view.earlier)
        if view.earlier_total > len(view.earlier):
            screen.print(f"{view.earlier_total - len(view.earlier):,} more")
    if not view.contradictions:
        screen.print("\nnothing in the register speaks against the draft")


def _print_claims(screen: "Console", title: str, found: "Sequence[Claim]") -> None:
    from bangiao.cli.screen import show_table

    if not found:
        return
    screen.print(f"\n{title}:")
    rows = [(f"line {one.written.line}", one.kind, _why(one)) for one in found]
    show_table(screen, ("where", "what", "why"), rows, fixed=(0,))


def _why(one: "Claim") -> str:
    """The draft's words, what is known instead, and who says so."""
    said = [f"“{each.quote}” {each.report}" if each.quote else each.report for each in one.evidence if each.report]
    sources = "; ".join(shorten(each, LONGEST_SOURCE, placeholder=" …") for each in dict.fromkeys(said))
    return "\n".join(filter(None, (f"“{one.written.quote}”", one.message, sources)))


def _office(one: "OfficeThen") -> str:
    if one.how == "last seen":
        return f"{one.office} (last seen {one.last_seen})"
    since = f" since {one.since}" if one.since and not one.since.startswith("..") else ""
    return f"{one.office} ({one.how}{since})"
