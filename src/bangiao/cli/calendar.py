"""`bangiao calendar`: what lies ahead, as a list or as a file for calendars."""

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer_as_known
from bangiao.cli.messages import clean, count, say
from bangiao.cli.options import AsJson, NoColor, OnDay, RegisterPlace, With

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.calendar import CalendarView, Entry

EXAMPLE = """\b
Examples:
  bangiao calendar
  bangiao calendar --with JP --on 2022-07-06
  bangiao calendar --with LA -o lao.ics"""
SHOWN = 100

Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Up to this day; by default a year ahead.", show_default=False),
]
Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE.ics", help="Write a calendar file.", show_default=False)
]


def calendar(
    country: With = None,
    on: OnDay = None,
    until: Until = None,
    output: Out = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List what lies ahead: plans, announced events, anniversaries, sessions due, commitments with a day."""
    from bangiao.views.calendar import calendar as ask

    def draw(screen: "Console", view: "CalendarView") -> None:
        if output:
            from bangiao.exports.calendar_ics import calendar_ics

            output.write_bytes(calendar_ics(view))
            say(f"wrote {output} with {count(len(view.entries), 'entry', 'entries')}")
        else:
            print_calendar(screen, view)

    answer_as_known(
        register, on, lambda known: ask(known, country, until), draw, as_json=as_json and not output, no_color=no_color
    )


def print_calendar(screen: "Console", view: "CalendarView") -> None:
    """Print entries by day."""
    from bangiao.cli.screen import show_table

    rows = [(_days(one), one.kind, _told(one)) for one in view.entries[:SHOWN]]
    if rows:
        show_table(screen, ("day", "kind", "what"), rows, fixed=(0, 1))
    more = f", {SHOWN} shown: -o FILE.ics or --json gives all" if len(view.entries) > SHOWN else ""
    screen.print(f"{count(len(view.entries), 'entry', 'entries')} from {view.on} to {view.until}{more}")


def _days(one: "Entry") -> str:
    return one.first if one.first == one.last else f"{one.first}\nto {one.last}"


def _told(one: "Entry") -> str:
    """The title, and the first sentence or page that says so."""
    source = one.sources[0] if one.sources else None
    if source and source.citation and source.report:
        cited = source.citation
        words = f"“{shorten(cited.quote, 150, placeholder=' …')}” {source.report.id[:10]} line {cited.line}"
    else:
        words = source.page if source else ""
    times = f" ({one.times} reports)" if one.times > 1 else ""
    return clean(f"{one.title}{times}\n{one.why}: {words}")
