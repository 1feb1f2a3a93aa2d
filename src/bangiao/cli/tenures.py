"""`bangiao tenures`: who is known to have held which office, and a user's own tables of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import count, print_json
from bangiao.cli.options import AsJson, NoColor, OfCountry, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.model.tenure import Tenure
    from bangiao.views.tenures import TenuresView

EXAMPLE = """\b
Examples:
  bangiao tenures list --country JP
  bangiao tenures import ministers.csv --country LA"""
IMPORT_EXAMPLE = """\b
Examples:
  bangiao tenures import ministers.csv --country LA
  bangiao tenures import query.json
Read are: CSV with the columns person, country, office, start, end, source;
Popolo; FollowTheMoney (Person, Position, Occupancy); rows of the Wikidata
query service."""
LIST_EXAMPLE = """\b
Examples:
  bangiao tenures list
  bangiao tenures list --country JP --json"""

File = Annotated[Path, typer.Argument(metavar="FILE", help="A table of offices: .csv .tsv .json", show_default=False)]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="COUNTRY", help="The country of rows that name none.", show_default=False),
]


def import_file(file: File, country: Country = None, register: RegisterPlace = None, as_json: AsJson = False) -> None:
    """Take tenures into the register beside the shipped ones, and date anew what has no year."""
    from bangiao.reference.imports import import_tenures
    from bangiao.register.store import Register
    from bangiao.views.names import country_code

    rows = import_tenures(read_text(file), file.name, country_code(country) if country else None)
    with Register.open(register) as store:
        done = store.import_tenures(rows)
    if as_json:
        print_json(done)
        return
    again = f"{count(done.reports, 'report')} read again for years"
    typer.echo(f"{count(done.new, 'tenure')} taken in, {done.known} known before; {again}")


def read_text(file: Path) -> str:
    """The text of a file; raises InputError where it is no UTF-8 text."""
    from bangiao.model.errors import InputError
    from bangiao.reference.imports import LARGEST

    try:
        if file.stat().st_size > LARGEST:
            raise InputError(f"{file}: is too large for a table of offices", "split it into smaller files")
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{file}: is no UTF-8 text", "save it again as UTF-8") from None
    except FileNotFoundError:
        raise InputError(f"{file}: does not exist", "check the name and the folder") from None
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}", "name a file that exists and may be read") from error


def list_known(
    country: OfCountry = None, register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False
) -> None:
    """List the known tenures: those that ship with the program, and those of the register's user."""
    from bangiao.views.tenures import tenures

    answer(
        register, lambda store: tenures(store, country), print_tenures, as_json=as_json, no_color=no_color, tables=True
    )


def print_tenures(screen: "Console", view: "TenuresView") -> None:
    """Print tenures by country, office and start, and how many there are."""
    from bangiao.cli.screen import show_table

    show_table(screen, ("from", "to", "who", "office"), [row(one) for one in view.tenures], fixed=(0, 1))
    screen.print(count(len(view.tenures), "tenure"))


def row(one: "Tenure") -> tuple[str, str, str, str]:
    """A tenure as a row; what nobody tells stays empty."""
    return one.start or "", one.end or "", f"{one.country} {one.person}", one.title
