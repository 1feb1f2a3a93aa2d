"""`bangiao readouts CONTACT`: the reports of one contact side by side."""

from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer_as_known
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, OnDay, RegisterPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from bangiao.views.citations import Citation
    from bangiao.views.readouts import MatterRow, PersonRow, Readout, ReadoutsView

EXAMPLE = """\b
Examples:
  bangiao readouts c-k2aosil5
  bangiao readouts c-k2aosil5 c-4xq7abcd --json"""
SHORT, QUOTED = 10, 200

Idents = Annotated[
    list[str],
    typer.Argument(metavar="CONTACT", help="A contact's id; several that you take for one.", show_default=False),
]


def readouts(
    idents: Idents,
    on: OnDay = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Align the reports of one contact: what only one tells, which verb binds more, what differs."""
    from bangiao.views.readouts import readouts as ask

    answer_as_known(register, on, lambda known: ask(known, idents), print_readouts, as_json=as_json, no_color=no_color)


def print_readouts(screen: "Console", view: "ReadoutsView") -> None:
    """Print the readouts, then topic by topic what they tell, then what differs."""
    from bangiao.cli.relation import who

    for one in view.contacts:
        screen.print(clean(f"{one.id}: {one.date or 'no date'} {who(one)}"), style="bold")
    for readout in view.readouts:
        screen.print(clean(readout_line(readout)))
    if len(view.readouts) < 2:
        screen.print("only one report tells this contact: there is nothing to set beside it")
    for topic in view.topics:
        screen.print(f"\n{topic.topic}", style="bold")
        for row in topic.matters:
            screen.print(clean(f" {stand(row, len(view.readouts))}"))
            for said in row.sentences:
                by = ", ".join(filter(None, (said.speaker, "/".join(said.by)))) or "?"
                words = shorten(said.citation.quote, QUOTED, placeholder=" …")
                told = f"   {said.letter} {said.kind} “{said.verb}” by {by}"
                screen.print(clean(f"{told}: “{words}” line {said.citation.line}"))
    _differences(screen, view)
    for other in view.others:
        screen.print(clean(f"perhaps the same: {other.id[:SHORT]} {other.date} {who(other)}"))


def readout_line(one: "Readout") -> str:
    """A report with its outlet, day and length, and its topics in order."""
    head = one.report
    told = ", ".join(filter(None, (head.outlet or "outlet not stated", one.updated or head.published or "no day")))
    copy = f"; repeats {one.repeats}" if one.repeats else ""
    topics = " > ".join(one.order) or "no topic"
    return (
        f"{one.letter}: {head.headline or 'no headline'} ({told}; {count(one.words, 'word')}, "
        f"{count(one.sentences, 'sentence')} of this contact{copy}) {head.id[:SHORT]}\n   {topics}"
    )


def stand(row: "MatterRow", readouts: int) -> str:
    """How the readouts stand to a matter, in words."""
    there = row.letters
    if len(there) == 1:
        return f"only in {there[0]}" if readouts > 1 else "told"
    whole = f"in {' and '.join(there)}" + (f", not in {', '.join(row.missing)}" if row.missing else "")
    verbs = f": {', '.join(row.strongest)} binds more" if row.strongest else ": binds alike"
    return whole + verbs + ("; said by different sides" if row.by_differs else "")


def _differences(screen: "Console", view: "ReadoutsView") -> None:
    people = [one for one in view.people if one.differs] if len(view.readouts) > 1 else []
    counts = [one for one in view.counts if one.differs]
    if people or counts or view.fields:
        screen.print("\nwhat differs", style="bold")
    letters = {one.report.id: one.letter for one in view.readouts}
    for field in view.fields:
        said = "; ".join(f"{saying.value} ({_letters(saying.citations, letters)})" for saying in field.sayings)
        screen.print(clean(f" {field.name}: {said}"))
    for row in counts:
        said = "; ".join(f"{letter} {number} (“{cited.quote}” line {cited.line})" for letter, number, cited in row.said)
        screen.print(clean(f" number of {row.noun}: {said}"))
    for one in people:
        screen.print(clean(f" {_person(one, letters)}"))


def _letters(citations: "Iterable[Citation]", letters: dict[str, str]) -> str:
    return ", ".join(dict.fromkeys(letters.get(one.report, "?") for one in citations))


def _person(row: "PersonRow", letters: dict[str, str]) -> str:
    told = [
        "; ".join(f"{saying.value} ({_letters(saying.citations, letters)})" for saying in field.sayings)
        for field in row.person.fields
        if field.name != "role" and (field.disputed or field.name == "name")
    ]
    return f"{row.side} {', '.join(told)}" + (f": not in {', '.join(row.missing)}" if row.missing else "")
