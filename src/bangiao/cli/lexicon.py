"""`bangiao lexicon`: second spellings of people, as a table, as JSON, or as lines with tabs for a file."""

from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.lexicon import Lexicon

EXAMPLE = """\b
Examples:
  bangiao lexicon
  bangiao lexicon --taught
  bangiao lexicon --tsv > lexicon.tsv"""

Taught = Annotated[bool, typer.Option("--taught", help="Only pairs that a report itself gives.")]
AsTsv = Annotated[bool, typer.Option("--tsv", help="Print lines with tabs, for a file.")]


def lexicon(
    taught: Taught = False,
    as_tsv: AsTsv = False,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List the spellings that belong to one person, and what teaches so."""
    from bangiao.views.lexicon import lexicon as ask

    draw = print_tsv if as_tsv else print_pairs
    answer(register, lambda store: ask(store, taught), draw, as_json=as_json, no_color=no_color)


def print_tsv(_screen: "Console", view: "Lexicon") -> None:
    """Print lines with tabs, whole, however wide the terminal is."""
    from bangiao.views.lexicon import COLUMNS

    for row in (COLUMNS, *view.table()):
        typer.echo(clean("\t".join(word.replace("\t", " ") for word in row)))


def print_pairs(screen: "Console", view: "Lexicon") -> None:
    """Print the pairs, and how many there are."""
    from bangiao.cli.screen import show_table

    rows = [
        (one.name, one.alias, one.side, f"{one.kind}: “{one.quote}”" if one.quote else one.kind) for one in view.pairs
    ]
    if rows:
        show_table(screen, ("name", "also spelt", "side", "shown by"), rows, fixed=(2,))
    screen.print(count(len(rows), "pair"))
