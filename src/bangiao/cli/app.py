"""The commands and their names."""

from typing import Annotated

import typer

from bangiao import __version__
from bangiao.cli import evaluate, explain, extract

OUTLINE = """Read official reports about diplomacy and keep an auditable register of who met whom.

Every field cites the words that say it; what is unknown stays unknown."""
EXAMPLE = """\b
Examples:
  bangiao demo
  bangiao read reports/ && bangiao timeline --with JP
  bangiao extract report.txt
Exit codes: 0 all read, 1 some inputs refused, 2 wrong usage, 3 nothing read, 130 stopped."""

app = typer.Typer(
    name="bangiao",
    help=OUTLINE,
    epilog=EXAMPLE,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bangiao {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options that stand before a command."""


app.command("extract", epilog=extract.EXAMPLE)(extract.extract)
app.command("explain", epilog=explain.EXAMPLE)(explain.explain)
app.command("evaluate", epilog=evaluate.EXAMPLE)(evaluate.evaluate)
