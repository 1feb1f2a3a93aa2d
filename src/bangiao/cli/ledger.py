"""`bangiao decisions` and `bangiao rebuild`: the ledger, and the proof that the register follows from it."""

from typing import TYPE_CHECKING

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import clean, count, print_json
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.decisions import Decisions

DECISIONS_EXAMPLE = """\b
Examples:
  bangiao decisions
  bangiao decisions --json"""
REBUILD_EXAMPLE = """\b
Examples:
  bangiao rebuild
  bangiao rebuild --register work.sqlite --json"""


def decisions(register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False) -> None:
    """List what people decided: who, when, why, and what was taken back."""
    from bangiao.views.decisions import decisions as ask

    answer(register, ask, print_decisions, as_json=as_json, no_color=no_color)


def print_decisions(screen: "Console", view: "Decisions") -> None:
    """Print the ledger, the latest last."""
    from bangiao.cli.screen import show_table

    rows = []
    for one in view.decisions:
        setting = f"{one.field} = {one.value or 'nothing'}" if one.field else one.value
        said = "\n".join([*one.subjects, *filter(None, (setting,))])
        undone = f"\nundone by {one.undone_by}" if one.undone_by else ""
        rows.append((one.at[:10], f"{one.kind}\n{one.id}", said, f"{one.by}: {one.why}{undone}"))
    if rows:
        show_table(screen, ("date", "decision", "about", "who and why"), rows, fixed=(0, 1))
    screen.print(count(len(rows), "decision"))


def rebuild(register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Make everything again from the stored readings and decisions, and say whether it is the same."""
    from bangiao.register.store import Register

    with Register.open(register, create=False) as store:
        before = store.fingerprint()
        store.rebuild()
        after = store.fingerprint()
        faults = store.check()
    changed = sorted(table for table in {*before, *after} if before.get(table) != after.get(table))
    if as_json:
        print_json({"same": not changed, "changed": changed, "faults": faults})
    elif changed:
        typer.echo(f"rebuilt; other than before: {', '.join(changed)} (as after an upgrade of the program)")
    else:
        typer.echo("rebuilt; the same as before, byte for byte")
    for fault in faults:
        typer.echo(clean(f"{fault.where}: {fault.message}"), err=True)
    if faults:
        raise typer.Exit(1)
