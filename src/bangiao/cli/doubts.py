"""`bangiao doubts`: what the reader could not do, or is not sure of."""

from typing import Annotated

import typer

from bangiao.cli.messages import count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

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
    from bangiao.cli.read import print_json
    from bangiao.cli.screen import console, show_table
    from bangiao.register.store import Register
    from bangiao.views.doubts import doubts as ask

    with Register.open(register, create=False) as store:
        answer = ask(store, kind, limit=limit)
    if as_json:
        print_json(answer)
        return
    screen = console(no_color)
    show_table(screen, ("kind", "number"), [(one.kind, one.number) for one in answer.kinds])
    rows = [
        (
            one.kind,
            f"{one.message}\n“{one.quote}”" if one.quote else one.message,
            _where(one.report, one.contact, one.line),
        )
        for one in answer.doubts
    ]
    if rows:
        show_table(screen, ("kind", "doubt", "where"), rows)
    screen.print(count(answer.total, "doubt") + (f", {len(rows)} shown" if len(rows) < answer.total else ""))


def _where(report: object, contact: str | None, line: int | None) -> str:
    """The report, by the id it came with, and the line; or the contact on which reports differ."""
    given = getattr(report, "given", None)
    if given:
        return f"{given}" + (f", line {line}" if line else "")
    return contact or ""
