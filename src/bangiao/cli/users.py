"""`bangiao users`: who may enter a desk of several, and what they may do there."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from bangiao.cli.messages import print_json, say
from bangiao.cli.options import AsJson, RegisterPlace

EXAMPLE = """\b
Examples:
  bangiao users add "Lan Anh" --role reviewer
  bangiao users list
  bangiao users role "Lan Anh" admin
  bangiao users remove "Lan Anh"
Roles: reader (looks), reviewer (decides as well), admin (sees the accounts,
too).
The accounts lie beside the register, in a file of their own: a register is
handed on without them."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As it will stand in the ledger.", show_default=False)]
RoleOption = Annotated[str, typer.Option("--role", metavar="ROLE", help="reader, reviewer or admin.")]
RoleWord = Annotated[str, typer.Argument(metavar="ROLE", help="reader, reviewer or admin.", show_default=False)]
SHORTEST = 10


def add(name: Name, role: RoleOption = "reader", register: RegisterPlace = None) -> None:
    """Make an account; its password is asked for, or read from standard input."""
    from bangiao.register.accounts import Accounts, place_of
    from bangiao.web.passwords import hashed

    word = typer.prompt("Password", hide_input=True, confirmation_prompt=True) if sys.stdin.isatty() else _piped()
    if len(word) < SHORTEST:
        from bangiao.model.errors import QuestionError

        raise QuestionError("the password is too short", f"take {SHORTEST} characters or more: a few words will do")
    kept = Accounts(place_of(register))
    made = kept.add(name, role, hashed(word), datetime.now(UTC).isoformat(timespec="seconds"))
    kept.close()
    say(f"{made.name} may enter as {made.role}")


def list_all(register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """List the accounts with their roles."""
    from bangiao.register.accounts import Accounts

    kept = Accounts.of(register)
    found = kept.all() if kept else ()
    if as_json:
        print_json(found)
    elif not found:
        typer.echo("there are no accounts: the desk opens on this machine alone")
    for one in () if as_json else found:
        typer.echo(f"{one.role:<9} {one.name}")


def remove(name: Name, register: RegisterPlace = None) -> None:
    """Take an account away; what it decided stays."""
    from bangiao.register.accounts import Accounts, place_of

    Accounts(place_of(register)).remove(name)
    say(f"{name} may not enter any more")


def role(name: Name, role: RoleWord, register: RegisterPlace = None) -> None:
    """Change what an account may do."""
    from bangiao.register.accounts import Accounts, place_of

    Accounts(place_of(register)).give_role(name, role)
    say(f"{name} is now {role}")


def _piped() -> str:
    return sys.stdin.readline().rstrip("\r\n")
