"""`bangiao doctor`, `backup`, `restore`: look after a register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import clean, count, print_json
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.health import Health

EXAMPLE = """\b
Examples:
  bangiao doctor
  bangiao doctor --register desk.sqlite --json
Exit codes: 0 sound, 1 faults found."""
BACKUP_EXAMPLE = """\b
Examples:
  bangiao backup register-2024-12-05.sqlite
  bangiao backup copy.sqlite --register postgresql://localhost/desk
Others may go on reading and writing meanwhile; the copy is of one moment."""
RESTORE_EXAMPLE = """\b
Examples:
  bangiao restore register-2024-12-05.sqlite --register new.sqlite
  bangiao restore copy.sqlite --register postgresql://localhost/desk"""

MOST = 20  # faults in a table; --json has them all
To = Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the copy.", show_default=False)]
From = Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or any register file.", show_default=False)]


def doctor(register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False) -> None:
    """Look a register over and say what is wrong with it."""
    from bangiao.views.health import health

    faults: list[int] = []

    def ask(store: object) -> "Health":
        found = health(store)  # type: ignore[arg-type]
        faults.append(len(found.faults))
        return found

    answer(register, ask, print_health, as_json=as_json, no_color=no_color)
    if faults[0]:
        raise typer.Exit(1)


def print_health(screen: "Console", view: "Health") -> None:
    """Print what the register holds, who read it, and the first faults."""
    screen.print(f"Register  {clean(view.place)} ({view.database}, tables {view.tables})")
    held = view.counts
    screen.print(
        f"Holds     {count(held.reports, 'report')}, {count(held.contacts, 'contact')}, "
        f"{count(held.people, 'person', 'people')}, {count(held.decisions, 'decision')}"
    )
    if view.outdated:
        screen.print(f"Readers   {count(view.outdated, 'report')} read by another version: read them again to see more")
    for one in view.faults[:MOST]:
        screen.print(f"  {clean(one.where)}: {clean(one.message)}")
    if len(view.faults) > MOST:
        screen.print(f"  and {len(view.faults) - MOST} more: --json lists all")
    advice = ": `bangiao rebuild` makes all again from the stored readings; else restore a backup"
    screen.print(f"{count(len(view.faults), 'fault')}{advice}" if view.faults else "Sound: no fault")


def backup(to: To, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Copy a register into a new file, of one moment, while others go on using it."""
    from bangiao.register.backup import back_up
    from bangiao.register.store import Register

    with Register.open(register, create=False) as store:
        number = back_up(store, to)
    if as_json:
        print_json({"file": str(to), "readings": number})
    else:
        typer.echo(f"{to}: {count(number, 'reading')} and all decisions")


def restore(file: From, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Put a backup into a new register."""
    from bangiao.register.backup import restore as put_back

    number = put_back(file, register)
    if as_json:
        print_json({"file": str(file), "readings": number})
    else:
        typer.echo(f"{count(number, 'reading')} put back, and all decisions")
