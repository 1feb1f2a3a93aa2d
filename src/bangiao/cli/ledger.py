"""`bangiao decisions` and `bangiao rebuild`: the ledger, and the proof that the register follows from it."""

import typer

from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

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
    from bangiao.cli.read import print_json
    from bangiao.cli.screen import console, show_table
    from bangiao.register.store import Register
    from bangiao.views.decisions import decisions as ask

    with Register.open(register, create=False) as store:
        answer = ask(store)
    if as_json:
        print_json(answer)
        return
    screen = console(no_color)
    rows = []
    for one in answer.decisions:
        said = "\n".join([*one.subjects, *([f"{one.field} = {one.value or 'nothing'}"] if one.field else [])])
        undone = f"\nundone by {one.undone_by}" if one.undone_by else ""
        rows.append((one.at[:10], f"{one.kind}\n{one.id}", said, f"{one.by}: {one.why}{undone}"))
    if rows:
        show_table(screen, ("date", "decision", "about", "who and why"), rows, fixed=(0, 1))
    screen.print(count(len(rows), "decision"))


def rebuild(register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Make everything again from the stored readings and decisions, and say whether it is the same."""
    from bangiao.cli.read import print_json
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
