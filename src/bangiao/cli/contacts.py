"""Contacts of the register as rows of a table that stays legible at 80 columns."""

import re
from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.lines import ContactLine, PersonLine, SideLine

SHORT_ID = 10  # "c-" and eight letters: enough for a person to name a contact
LONGEST_OFFICE = 30
COLUMNS = ("date", "form", "who", "id")


def show_contacts(screen: "Console", contacts: "Sequence[ContactLine]") -> None:
    """Print contacts, one row each, in the order given."""
    from bangiao.cli.screen import show_table

    show_table(screen, COLUMNS, [row(contact) for contact in contacts], fixed=(0, 1, 3))


def row(contact: "ContactLine") -> tuple[str, str, str, str]:
    """Date, form, sides with their people and the place, short id."""
    form = "\n".join(filter(None, (contact.form, manner(contact))))
    lines = [*map(side_line, contact.sides), *place(contact)]
    if contact.disagreements:
        lines.append(f"reports differ on {', '.join(contact.disagreements)}")
    return when(contact), form, "\n".join(lines), contact.id[:SHORT_ID]


def when(contact: "ContactLine") -> str:
    """The date; marked where it is inferred, with the years that are left where there are several."""
    date = (contact.date or "no date").replace("/", "/\n")
    if (contact.date_basis or "").startswith("inferred"):
        return f"{date}\n(inferred)"
    years = list(dict.fromkeys(re.findall(r"(?<![-\d])\d{4}", contact.date_candidates or "")))
    if not years:
        return date
    options = " or\n".join(years) if len(years) < 3 else f"{years[0]}…{years[-1]}"
    return f"{date}\n({options})"


def manner(contact: "ContactLine") -> str:
    """What is out of the ordinary: not held, online, rejected."""
    words: list[str] = [] if contact.status == "held" else [contact.status]
    words += ["online"] if contact.mode == "online" else []
    words += ["rejected"] if contact.rejected else []
    return "\n".join(words)


def side_line(side: "SideLine") -> str:
    """A side in one line: its code or name, then its people, else its bodies."""
    people = "; ".join(filter(None, map(person_line, side.people)))
    return f"{side.label} {people or '; '.join(side.bodies)}".rstrip()


def person_line(person: "PersonLine") -> str:
    """A person with the office in short, or the office where no name is told; `show` gives it whole."""
    if not person.name or not person.office:
        return person.name or person.office or ""
    return f"{person.name}, {shorten(person.office, LONGEST_OFFICE, placeholder=' …')}"


def place(contact: "ContactLine") -> list[str]:
    """Where it took place, from the narrowest to the widest that is known; no line where nothing is."""
    where = ", ".join(filter(None, (contact.venue, contact.city, contact.country)))
    return [f"{'at' if contact.venue else 'in'} {where}"] if where else []
