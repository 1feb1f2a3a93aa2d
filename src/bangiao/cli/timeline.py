"""`bangiao timeline`: who met whom, by date."""

from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import NOTHING_FOUND, count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace, With

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.timeline import Timeline

EXAMPLE = """\b
Examples:
  bangiao timeline --with JP --since 2021
  bangiao timeline --person "Lê Hoài Trung" --channel party
  bangiao timeline --form talks --status planned --json"""

PersonName = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="A person, by name or id.", show_default=False)
]
Channel = Annotated[
    str | None, typer.Option("--channel", metavar="CHANNEL", help="A channel: party, state, …", show_default=False)
]
Form = Annotated[
    str | None, typer.Option("--form", metavar="FORM", help="A form: visit, talks, meeting, …", show_default=False)
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.", show_default=False)
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.", show_default=False)
]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help="held, planned, recalled or cancelled.", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N contacts.")]


def timeline(
    country: With = None,
    person: PersonName = None,
    channel: Channel = None,
    form: Form = None,
    since: Since = None,
    until: Until = None,
    status: Status = None,
    limit: Limit = 50,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List who met whom, by date; those without a year come last."""
    from bangiao.views.timeline import TimelineQuestion
    from bangiao.views.timeline import timeline as ask

    question = TimelineQuestion(country, person, channel, form, status, since, until, limit=limit)
    answer(register, lambda store: ask(store, question), print_timeline, as_json=as_json, no_color=no_color)


def print_timeline(screen: "Console", view: "Timeline") -> None:
    """Print contacts by date, and how many there are."""
    from bangiao.cli.contacts import show_contacts

    if view.contacts:
        show_contacts(screen, view.contacts)
    screen.print(summary_line(view.total, len(view.contacts), view.undated))


def summary_line(total: int, shown: int, undated: int) -> str:
    """How many contacts fit, how many of them are shown, and how many fell out for want of a date."""
    line = count(total, "contact")
    if shown < total:
        line += f", {shown} shown: --limit {total} shows all"
    if undated:
        line += f"; {undated} more whose year no report tells"
    return line if total or undated else line + NOTHING_FOUND
