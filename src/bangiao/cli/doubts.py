"""`bangiao doubts`: what the reader could not do, or is not sure of."""

from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.doubts import Doubts

EXAMPLE = """\b
Examples:
  bangiao doubts
  bangiao doubts --kind date-not-placed --limit 20"""

Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="One kind of doubt.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N doubts.")]


def doubts(
    kind: Kind = None,
    limit: Limit = 50,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List what the reader could not do or is not sure of."""
    from bangiao.views.doubts import doubts as ask

    answer(register, lambda store: ask(store, kind, limit=limit), print_doubts, as_json=as_json, no_color=no_color)


def print_doubts(screen: "Console", view: "Doubts") -> None:
    """Print the kinds with their numbers, then the doubts."""
    from bangiao.cli.screen import show_table

    show_table(screen, ("kind", "number"), [(one.kind, one.number) for one in view.kinds])
    rows = [
        (
            one.kind,
            f"{one.message}\n“{one.quote}”" if one.quote else one.message,
            _where(one.report, one.contact, one.line),
        )
        for one in view.doubts
    ]
    if rows:
        show_table(screen, ("kind", "doubt", "where"), rows)
    screen.print(count(view.total, "doubt") + (f", {len(rows)} shown" if len(rows) < view.total else ""))


def _where(report: object, contact: str | None, line: int | None) -> str:
    """The report, by the id it came with, and the line; or the contact on which reports differ."""
    given = getattr(report, "given", None)
    if given:
        return f"{given}" + (f", line {line}" if line else "")
    return contact or ""
