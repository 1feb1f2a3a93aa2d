"""`bangiao lexicon`: second spellings of people, as a table, as JSON, or as lines with tabs for a file."""

from typing import Annotated

import typer

from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

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
    from bangiao.cli.read import print_json
    from bangiao.cli.screen import console, show_table
    from bangiao.register.store import Register
    from bangiao.views.lexicon import COLUMNS
    from bangiao.views.lexicon import lexicon as ask

    with Register.open(register, create=False) as store:
        answer = ask(store, taught)
    if as_json:
        print_json(answer)
        return
    if as_tsv:
        for row in (COLUMNS, *answer.table()):
            typer.echo(clean("\t".join(word.replace("\t", " ") for word in row)))
        return
    screen = console(no_color)
    rows = [
        (one.name, one.alias, one.side, f"{one.kind}: “{one.quote}”" if one.quote else one.kind) for one in answer.pairs
    ]
    if rows:
        show_table(screen, ("name", "also spelt", "side", "shown by"), rows, fixed=(2,))
    screen.print(count(len(rows), "pair"))
