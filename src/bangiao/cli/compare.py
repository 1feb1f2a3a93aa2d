"""`bangiao compare` and `bangiao diff`: the register beside another table, and beside an older register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import count
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.comparison import Comparison
    from bangiao.views.recoding import Recoding

EXAMPLE = """\b
Examples:
  bangiao compare visits.csv --map visits.toml
  bangiao compare events.ftm.json --days 5 --json
A map for a table with the columns ref, visitor, host, leader, from, to:
  countries = []
  date_format = "%d/%m/%Y"
  [columns]
  id = "ref"
  start = "from"
  end = "to"
  countries = ["visitor", "host"]
  people = ["leader"]
FollowTheMoney entities (Event, Trip, Call) need no map."""
DIFF_EXAMPLE = """\b
Examples:
  bangiao diff new.sqlite old.sqlite
  bangiao diff new.sqlite old.sqlite --json"""

TableFile = Annotated[
    Path, typer.Argument(metavar="TABLE", help="CSV, or FollowTheMoney entities as JSON.", show_default=False)
]
Map = Annotated[
    Path | None, typer.Option("--map", metavar="MAP.toml", help="Which column holds what.", show_default=False)
]
Days = Annotated[int, typer.Option("--days", metavar="N", min=0, help="How far apart the dates of one event may lie.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="List at most N of each kind.")]
New = Annotated[str, typer.Argument(metavar="REGISTER", help="A register: a file or an address.", show_default=False)]
Old = Annotated[str, typer.Argument(metavar="OLD", help="An older one of the same reports.", show_default=False)]


def compare(
    table: TableFile,
    map_file: Map = None,
    days: Days = 2,
    limit: Limit = 20,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Hold a table of visits or events against the register: overlap, and misses on both sides."""
    from bangiao.cli.tenures import read_text
    from bangiao.reference.events import read_events, read_map
    from bangiao.views.comparison import compare as ask

    plan = read_map(read_text(map_file), map_file.name) if map_file else None
    rows = read_events(read_text(table), table.name, plan)
    answer(
        register,
        lambda store: ask(store, rows, days),
        lambda screen, view: print_comparison(screen, view, limit),
        as_json=as_json,
        no_color=no_color,
    )


def print_comparison(screen: "Console", view: "Comparison", limit: int = 20) -> None:
    """Print the counts, then the misses of both sides."""
    from bangiao.cli.contacts import show_contacts
    from bangiao.cli.screen import show_table

    screen.print(f"{view.since} to {view.until}: {count(view.rows, 'row')} of the table")
    further = count(len(view.covered), "further contact")
    screen.print(f"in both            {len(view.shared)}, with {further} in their days")
    screen.print(f"only in the table  {len(view.only_table)}")
    screen.print(f"only in register   {len(view.only_register)}")
    if view.only_table:
        screen.print("\nOnly in the table")
        rows = [(one.row.date or "", one.row.id, one.reason) for one in view.only_table[:limit]]
        show_table(screen, ("date", "row", "why"), rows, fixed=(0,))
    if view.only_register:
        screen.print("\nOnly in the register")
        show_contacts(screen, view.only_register[:limit])


def diff(new: New, old: Old, limit: Limit = 20, as_json: AsJson = False, no_color: NoColor = False) -> None:
    """Tell which records of an older register read otherwise in a newer one."""
    from bangiao.model.errors import NoRegister, RegisterError
    from bangiao.register.store import Register
    from bangiao.views.recoding import recoding

    try:
        with Register.open(old, create=False) as before:
            answer(
                new,
                lambda after: recoding(after, before),
                lambda screen, view: print_recoding(screen, view, limit),
                as_json=as_json,
                no_color=no_color,
            )
    except NoRegister as missing:  # both were named: reading reports would make neither
        raise RegisterError(str(missing), "check the name and the folder") from None


def print_recoding(screen: "Console", view: "Recoding", limit: int = 20) -> None:
    """Print the counts, then each field that changed, with its value before and after."""
    from bangiao.cli.screen import show_table

    alone = f"{len(view.added)} only in the new, {len(view.gone)} only in the old"
    screen.print(f"{count(view.same, 'contact')} alike, {len(view.changed)} changed, {alone}")
    if view.changed:
        rows = [
            (one.contact, field.name, field.before or "–", field.after or "–")
            for one in view.changed[:limit]
            for field in one.fields
        ]
        show_table(screen, ("contact", "field", "before", "after"), rows, fixed=(0, 1))
    for name, lines in (("Only in the new register", view.added), ("Only in the old register", view.gone)):
        if lines:
            from bangiao.cli.contacts import show_contacts

            screen.print(f"\n{name}")
            show_contacts(screen, lines[:limit])
