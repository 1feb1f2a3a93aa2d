"""Tables and bars on a terminal. The only module that imports rich, and only when something is drawn."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bangiao.cli.messages import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Advance = Callable[[], None]
ODD_JOB = 200  # below so many documents a bar would only flicker


def console(no_color: bool = False) -> "Console":
    """Standard output for tables; NO_COLOR and --no-color are heeded, markup in reports is not."""
    from rich.console import Console

    return Console(no_color=no_color or None, highlight=False, markup=False, emoji=False, soft_wrap=False)


def words(value: object, style: str = "") -> "Text":
    """A value as text for a cell, with nothing in it that a terminal would act on."""
    from rich.text import Text

    return Text(clean("" if value is None else str(value)), style=style)


def show_table(
    screen: "Console",
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    fixed: Sequence[int] = (),
) -> None:
    """Print rows under column names; the columns numbered in `fixed` are never wrapped."""
    from rich import box
    from rich.table import Table

    screen.print()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for index, name in enumerate(columns):
        table.add_column(name, no_wrap=index in fixed, overflow="fold")
    for row in rows:
        table.add_row(*(words(cell) for cell in row))
    screen.print(table)


@contextmanager
def progress(label: str, total: int | None, quiet: bool = False) -> Iterator[Advance]:
    """A bar with rate and remaining time on standard error; none where that is no terminal."""
    if quiet or not sys.stderr.isatty() or (total is not None and total < ODD_JOB):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, rate="")

        def advance() -> None:
            bar.advance(task)
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(task, rate=f"{speed:,.0f}/s" if speed else "")

        yield advance
