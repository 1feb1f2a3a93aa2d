"""`bangiao timeline`: who met whom, by date."""

from typing import Annotated

import typer

from bangiao.cli.messages import count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

EXAMPLE = """\b
Examples:
  bangiao timeline --with JP --since 2021
  bangiao timeline --person "Lê Hoài Trung" --channel party
  bangiao timeline --form talks --status planned --json"""

With = Annotated[
    str | None,
    typer.Option("--with", metavar="JP", help="A country (code or name) or an organisation.", show_default=False),
]
PersonName = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="A person, by name or id.", show_default=False)
]
Channel = Annotated[
    str | None, typer.Option("--channel", metavar="party", help="A channel: party, state, …", show_default=False)
]
Form = Annotated[
    str | None, typer.Option("--form", metavar="talks", help="A form: visit, talks, meeting, …", show_default=False)
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="D", help="From this day, month or year on.", show_default=False)
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="D", help="Up to this day, month or year.", show_default=False)
]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar="planned", help="held, planned, recalled or cancelled.", show_default=False),
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
    from bangiao.cli.contacts import show_contacts
    from bangiao.cli.read import print_json
    from bangiao.cli.screen import console
    from bangiao.register.store import Register
    from bangiao.views.timeline import Timeline, TimelineQuestion
    from bangiao.views.timeline import timeline as ask

    question = TimelineQuestion(country, person, channel, form, status, since, until, limit=limit)
    with Register.open(register, create=False) as store:
        answer: Timeline = ask(store, question)
    if as_json:
        print_json(answer)
        return
    screen = console(no_color)
    if answer.contacts:
        show_contacts(screen, answer.contacts)
    screen.print(summary_line(answer.total, len(answer.contacts), answer.undated))


def summary_line(total: int, shown: int, undated: int) -> str:
    """How many contacts fit, how many of them are shown, and how many fell out for want of a date."""
    line = count(total, "contact")
    if shown < total:
        line += f", {shown} shown: --limit {total} shows all"
    if undated:
        line += f"; {undated} more whose year no report tells"
    return line
