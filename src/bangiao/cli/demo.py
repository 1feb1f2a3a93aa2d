"""`bangiao demo`: the samples read into a temporary register, and what can be asked of it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from bangiao.cli.messages import Outcome
from bangiao.cli.options import NoColor

EXAMPLE = """\b
Example:
  bangiao demo"""

NEXT = """
These were samples: most people in them are invented. With your own reports:
  bangiao read PATH|URL...           into your register
  bangiao timeline --with JP         who met whom, by date
  bangiao show contact ID            one contact with the words that say it
  bangiao doubts                     what the reader is not sure of
  bangiao explain FILE --html OUT    how a report was read, on one page"""
SHOWN = 10


def demo(no_color: NoColor = False) -> None:
    """Read the samples into a temporary register and show what can be asked."""
    from bangiao.cli.contacts import show_contacts
    from bangiao.cli.read import fill, summary_lines
    from bangiao.cli.reading import readings
    from bangiao.cli.screen import console
    from bangiao.cli.show import print_contact
    from bangiao.register.store import Register
    from bangiao.samples import sample_paths
    from bangiao.views.contact import contact
    from bangiao.views.summary import summary
    from bangiao.views.timeline import TimelineQuestion, timeline

    outcome, screen = Outcome(), console(no_color)
    with TemporaryDirectory(prefix="bangiao-") as folder, Register.open(str(Path(folder) / "demo.sqlite")) as store:
        added = fill(store, readings([str(path) for path in sample_paths()], outcome, None), outcome)
        for line in summary_lines(summary(store, added, outcome.refused)):
            screen.print(line)
        screen.print("\nbangiao timeline --with JP")
        answer = timeline(store, TimelineQuestion(country="JP", limit=SHOWN))
        show_contacts(screen, answer.contacts)
        if answer.contacts:
            first = answer.contacts[0]
            screen.print(f"\nbangiao show contact {first.id}")
            print_contact(screen, contact(store, first.id))
    screen.print(NEXT)
    raise typer.Exit(outcome.code)
