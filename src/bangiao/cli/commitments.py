"""`bangiao commitments`: what was agreed, asked and promised."""

from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer_as_known
from bangiao.cli.contacts import SHORT_ID
from bangiao.cli.messages import NOTHING_FOUND, count
from bangiao.cli.options import AsJson, NoColor, OnDay, Open, RegisterPlace, With

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.commitments import CommitmentLine, CommitmentsView

EXAMPLE = """\b
Examples:
  bangiao commitments --with JP --open
  bangiao commitments --topic labour --by VN
  bangiao commitments --with JP --on 2023-12-25 --json"""
LONGEST_WORDS = 280

By = Annotated[
    str | None, typer.Option("--by", metavar="COUNTRY", help="Who agreed, asked or promised.", show_default=False)
]
TopicName = Annotated[
    str | None, typer.Option("--topic", metavar="TOPIC", help="A topic: labour, energy_climate, …", show_default=False)
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N.")]


def commitments(
    country: With = None,
    topic: TopicName = None,
    only_open: Open = False,
    by: By = None,
    on: OnDay = None,
    limit: Limit = 50,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List what was agreed, asked and promised in its own words, the latest first."""
    from bangiao.views.commitments import CommitmentsQuestion
    from bangiao.views.commitments import commitments as ask

    question = CommitmentsQuestion(country, topic, by, only_open, limit=limit)
    answer_as_known(
        register, on, lambda known: ask(known, question), print_commitments, as_json=as_json, no_color=no_color
    )


def print_commitments(screen: "Console", view: "CommitmentsView") -> None:
    """Print commitments, one row each, and how many there are."""
    from bangiao.cli.screen import show_table

    if view.commitments:
        rows = [(when(one), one.status, what(one), one.id[:SHORT_ID]) for one in view.commitments]
        show_table(screen, ("date", "status", "what", "id"), rows, fixed=(0, 1, 3))
    shown = f", {len(view.commitments)} shown" if len(view.commitments) < view.total else ""
    undated = f", {view.undated:,} of no known day" if view.undated else ""
    screen.print(count(view.total, "commitment") + shown + undated + ("" if view.total or undated else NOTHING_FOUND))


def when(one: "CommitmentLine") -> str:
    """The date, an interval in two lines."""
    return (one.date or "no date").replace("/", "/\n")


def what(one: "CommitmentLine") -> str:
    """The words, who said them about what, where, and how long ago."""
    from bangiao.views.as_known import ago

    said = f"{', '.join(one.by) or 'somebody'} {one.kind} · {', '.join(one.topics)}"
    contact = f" · {one.contact.form} {one.contact.id[:SHORT_ID]}" if one.contact else ""
    since = f" · {ago(one.age)}" if one.age is not None else ""
    return f"{shorten(one.words, LONGEST_WORDS, placeholder=' …')}\n{said}{contact}{since}"
