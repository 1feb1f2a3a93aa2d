"""`bangiao show contact|person|report ID`: one thing in full, with the words that say it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import clean
from bangiao.cli.options import AsJson, NoColor, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.citations import Citation
    from bangiao.views.contact import ContactView, Field
    from bangiao.views.person import PersonView
    from bangiao.views.report import ReportView

Ident = Annotated[str, typer.Argument(metavar="ID", help="An id or its beginning.", show_default=False)]
NameOrId = Annotated[
    str, typer.Argument(metavar="ID", help="An id, or a name with or without marks.", show_default=False)
]
CONTACT_EXAMPLE = """\b
Example:
  bangiao show contact c-4xq7abcd"""
PERSON_EXAMPLE = """\b
Examples:
  bangiao show person p-2mzk7abc
  bangiao show person "Shii Kazuo" """
REPORT_EXAMPLE = """\b
Example:
  bangiao show report party-talks"""
EXAMPLE = """\b
Examples:
  bangiao show contact c-4xq7abcd
  bangiao show person "Shii Kazuo"
  bangiao show report party-talks --json"""


def show_contact(
    ident: Ident, register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False
) -> None:
    """Show one contact: every field with the words that say it, report beside report."""
    from bangiao.views.contact import contact

    answer(register, lambda store: contact(store, ident), print_contact, as_json=as_json, no_color=no_color)


def show_person(
    ident: NameOrId, register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False
) -> None:
    """Show one person: offices by date, contacts, spellings."""
    from bangiao.views.person import person

    answer(register, lambda store: person(store, ident), print_person, as_json=as_json, no_color=no_color)


def show_report(
    ident: Ident, register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False
) -> None:
    """Show one report: its parts, what it tells, its versions."""
    from bangiao.views.report import report

    answer(register, lambda store: report(store, ident), print_report, as_json=as_json, no_color=no_color)


def print_contact(screen: "Console", view: "ContactView") -> None:
    """Print a contact as fields, values and quoted words."""
    from bangiao.cli.screen import show_table

    line = view.contact
    screen.print(f"{line.id}: {line.form}, {line.date or 'no date'}", style="bold")
    rows = [row for field in view.fields for row in field_rows(field, field.name)]
    for person in view.people:
        rows += [row for field in person.fields for row in field_rows(field, f"{clean(person.side)} {field.name}")]
    rows += [row for body in view.bodies for row in field_rows(body, f"{clean(body.name)} body")]
    show_table(screen, ("field", "value", "read from"), rows)
    for report in view.reports:
        told = ", ".join(filter(None, (report.outlet, report.published, report.url)))
        screen.print(clean(f"told by {report.id}: {report.headline or 'no headline'}" + (f" ({told})" if told else "")))
    for one in view.repeated:
        screen.print(f"{one.report} repeats {one.original} ({one.how}): one source")
    if view.part_of:
        screen.print(clean(f"part of {view.part_of.id}: {view.part_of.form}, {view.part_of.date or 'no date'}"))
    for part in view.parts:
        screen.print(clean(f"with {part.id}: {part.form}, {part.date or 'no date'}"))
    if view.decision:
        screen.print(f"decided: {clean(view.decision)}")


def field_rows(field: "Field", label: str) -> Iterator[tuple[str, str, str]]:
    """One row for each value that reports give; several values stand one below the other."""
    for place, saying in enumerate(field.sayings):
        mark = " (reports differ)" if field.disputed and place == 0 else ""
        yield label if place == 0 else "", saying.value + mark, citations(saying.citations)


def citations(cited: "Iterable[Citation]") -> str:
    """The words, each once, or the reason of what no words say outright."""
    said = (f"“{one.quote}” line {one.line}" if not one.reason else f"inferred: {one.reason}" for one in cited)
    return "\n".join(dict.fromkeys(said))


def print_person(screen: "Console", view: "PersonView") -> None:
    """Print a person's offices, contacts and spellings."""
    from bangiao.cli.contacts import show_contacts
    from bangiao.cli.offices import show_posts

    screen.print(clean(f"{view.person.id}: {view.person.name}, {view.side_name}"), style="bold")
    show_posts(screen, view.tenures)
    show_contacts(screen, view.contacts)
    left = view.contacts_total - len(view.contacts)
    if left > 0:
        screen.print(f"… and {left} more: bangiao timeline --person {view.person.id}")
    spelt = "; ".join(f"{one.spelling} ({one.findings}, {one.id})" for one in view.spellings)
    screen.print(clean(f"spelt: {spelt}"))
    if len({one.id for one in view.spellings}) > 1:
        screen.print("two people? bangiao judge different ID ID --why …, with the ids of two spellings")


def print_report(screen: "Console", view: "ReportView") -> None:
    """Print a report: its page fields, its text, what it tells, what is doubtful."""
    from bangiao.cli.contacts import show_contacts

    head = view.report
    screen.print(clean(f"{head.id} ({head.given}): {head.headline or 'no headline'}"), style="bold")
    fields = {"outlet": head.outlet, "published": head.published, "address": head.url, "byline": view.byline}
    screen.print(clean(", ".join(f"{name} {value}" for name, value in fields.items() if value) or "no page fields"))
    for part in view.parts:
        if part.kind in ("headline", "body", "caption"):
            screen.print(clean(f"{part.line:>4}  {part.text}"))
    show_contacts(screen, view.contacts)
    for commitment in view.commitments:
        quote = commitment.evidence[0].quote if commitment.evidence else ""
        screen.print(clean(f"{commitment.kind} by {', '.join(commitment.by)}, line {commitment.line}: “{quote}”"))
    for doubt in view.doubts:
        screen.print(clean(f"doubt ({doubt.kind}): {doubt.message}"))
    if len(view.versions) > 1:
        screen.print(f"{len(view.versions)} versions are kept")
