"""`bangiao threads`: one matter from contact to contact."""

from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer_as_known
from bangiao.cli.commitments import TopicName
from bangiao.cli.contacts import SHORT_ID
from bangiao.cli.messages import NOTHING_FOUND, clean, count
from bangiao.cli.options import AsJson, NoColor, OnDay, Open, RegisterPlace, With

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.threads import Step, ThreadsView, ThreadView

EXAMPLE = """\b
Examples:
  bangiao threads --with JP --open
  bangiao threads k-aumkdopf
  bangiao threads --with JP --on 2023-12-25 --json
A person's word: bangiao judge link, unlink, status."""
LONGEST_WORDS, LONGEST_WHY, MOST_STEPS = 260, 160, 6

Ident = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="A commitment: show the thread that it belongs to.", show_default=False),
]
Least = Annotated[
    int, typer.Option("--least", metavar="N", min=1, help="Only threads that were told on at least N occasions.")
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N threads.")]


def threads(
    ident: Ident = None,
    country: With = None,
    topic: TopicName = None,
    only_open: Open = False,
    least: Least = 2,
    on: OnDay = None,
    limit: Limit = 10,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Follow what was agreed from contact to contact: taken up, sharpened, repeated, signed, delivered, dropped."""
    from bangiao.views.threads import ThreadsQuestion
    from bangiao.views.threads import thread as one
    from bangiao.views.threads import threads as ask

    if ident:
        answer_as_known(register, on, lambda known: one(known, ident), print_thread, as_json=as_json, no_color=no_color)
        return
    question = ThreadsQuestion(country, topic, only_open, least, limit=limit)
    answer_as_known(register, on, lambda known: ask(known, question), print_threads, as_json=as_json, no_color=no_color)


def print_threads(screen: "Console", view: "ThreadsView") -> None:
    """Print threads one after the other, and how many there are."""
    for one in view.threads:
        print_thread(screen, one, MOST_STEPS)
        screen.print()
    shown = f", {len(view.threads)} shown" if len(view.threads) < view.total else ""
    screen.print(count(view.total, "thread") + (shown if view.total else NOTHING_FOUND))


def print_thread(screen: "Console", view: "ThreadView", most: int | None = None) -> None:
    """Print one thread: its sides, status and what says so, then its steps; of many the first and the last ones."""
    from bangiao.cli.screen import show_table
    from bangiao.views.as_known import ago

    state = f"{view.status}, {'open' if view.open else 'closed'}"
    since = f", last told {ago(view.age)}" if view.age is not None else ""
    screen.print(clean(f"{view.id[:SHORT_ID]}  {'–'.join(view.sides)}  {state}{since}  ({', '.join(view.topics)})"))
    if view.status_decision:
        screen.print(clean(f"{view.status_decision}: {view.status_citation.reason}"))
    left_out = max(0, len(view.steps) - most) if most else 0
    steps = [*view.steps[:1], *view.steps[1 + left_out :]]
    show_table(screen, ("date", "step", "what", "id"), [_row(step) for step in steps], fixed=(0, 1, 3))
    if left_out:
        screen.print(f"{count(left_out, 'step')} more: bangiao threads {view.id[:SHORT_ID]}")


def _row(step: "Step") -> tuple[str, str, str, str]:
    date = (step.date or "no date").replace("/", "/\n")
    words = shorten(step.citation.quote, LONGEST_WORDS, placeholder=" …") if step.citation else ""
    if step.how == "referred to" and step.contact:
        words = step.contact.form
    where = f" · {step.contact.form} {step.contact.id[:SHORT_ID]}" if step.contact else ""
    said = f"{', '.join(step.by)} {step.rung}{where}".strip()
    why = shorten(step.why, LONGEST_WHY, placeholder=" …")
    return date, step.how, "\n".join(filter(None, (words, said, why))), step.id[:SHORT_ID]
