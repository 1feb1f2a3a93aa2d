"""`bangiao demo`: the samples read into a temporary register, and what can be asked of it."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bangiao.cli.messages import Outcome, count
from bangiao.cli.options import NoColor

EXAMPLE = """\b
Examples:
  bangiao demo
  bangiao demo --samples samples && bangiao read samples"""

NEXT = """
These were samples: most people in them are invented. With your own reports:
  bangiao read PATH|URL...           into your register
  bangiao timeline --with JP         who met whom, by date
  bangiao show contact ID            one contact with the words that say it
  bangiao doubts                     what the reader is not sure of
  bangiao explain FILE --html OUT    how a report was read, on one page"""
SHOWN = 10


Samples = Annotated[
    Path | None,
    typer.Option("--samples", metavar="FOLDER", help="Only put the sample reports into a folder.", show_default=False),
]


def demo(samples: Samples = None, no_color: NoColor = False) -> None:
    """Read the samples into a temporary register and show what can be asked."""
    if samples:
        _hand_out(samples)
        return
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
    for line in _where():
        screen.print(line)
    raise typer.Exit(outcome.code)


def _where() -> Iterator[str]:
    """Where the program is, for those who cannot call it by its name yet."""
    program = Path(sys.executable).with_name("bangiao")
    if not shutil.which("bangiao") and program.is_file():
        yield f"\nIn this terminal `bangiao` is {_near(program)}; its name alone will do after"
        yield f"  source {_near(program.with_name('activate'))}"


def _near(path: Path) -> Path:
    """A path as it is written from here, where it lies below this folder."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _hand_out(folder: Path) -> None:
    """Copy the sample reports into a folder, over older copies of themselves and nothing else."""
    from bangiao.model.errors import InputError
    from bangiao.samples import sample_paths

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for sample in sample_paths():
            shutil.copyfile(sample, folder / sample.name)
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror}", "choose another folder") from None
    typer.echo(f"{folder}: {count(len(sample_paths()), 'file')}; read them with: bangiao read {folder}")
