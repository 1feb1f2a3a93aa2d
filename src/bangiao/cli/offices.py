"""`bangiao person`, `bangiao office`, `bangiao who`: people and their offices over time."""

from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, OfCountry, RegisterPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from bangiao.views.holders import Boundary, Holder
    from bangiao.views.office import Answer, OfficeView, WhoView

PERSON_EXAMPLE = """\b
Examples:
  bangiao person "Lê Hoài Trung"
  bangiao person p-2mzk7abc --json"""
OFFICE_EXAMPLE = """\b
Examples:
  bangiao office "Trưởng Ban Đối ngoại Trung ương"
  bangiao office "Thủ tướng" --country JP"""
WHO_EXAMPLE = """\b
Examples:
  bangiao who --office "Chủ tịch Hạ viện" --country JP --on 2024-04-02
  bangiao who --office "Thường trực Ban Bí thư" --on 2021-12"""

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A name with or without marks, or an id.", show_default=False)
]
Words = Annotated[
    str, typer.Argument(metavar="OFFICE", help="The office as Vietnamese reports word it.", show_default=False)
]
OfficeOption = Annotated[
    str, typer.Option("--office", metavar="OFFICE", help="The office as reports word it.", show_default=False)
]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="A day, month or year.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Show at most N.")]
LONGEST_SOURCE = 60


def person(
    name: Name,
    limit: Limit = 20,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Show a person: posts with their times, contacts, spellings."""
    from bangiao.cli.show import print_person
    from bangiao.views.person import person as ask

    answer(register, lambda store: ask(store, name, limit=limit), print_person, as_json=as_json, no_color=no_color)


def office(
    words: Words,
    country: OfCountry = None,
    limit: Limit = 50,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List who held an office, in order of time. An end that nobody tells is left open: it is not today."""
    from bangiao.views.office import office as ask

    answer(
        register,
        lambda store: ask(store, words, country, limit=limit),
        print_office,
        as_json=as_json,
        no_color=no_color,
        tables=True,
    )


def print_office(screen: "Console", view: "OfficeView") -> None:
    """Print the times in an office, and how many there are."""
    show_holders(screen, view.holders)
    shown = f", {len(view.holders)} shown" if len(view.holders) < view.total else ""
    screen.print(count(view.total, "time in office", "times in office") + shown)


def who(
    office: OfficeOption,
    on: On,
    country: OfCountry = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Tell who held an office on a day, and how that is known."""
    from bangiao.views.office import who as ask

    answer(
        register,
        lambda store: ask(store, office, on, country),
        print_who,
        as_json=as_json,
        no_color=no_color,
        tables=True,
    )


def print_who(screen: "Console", view: "WhoView") -> None:
    """Print who was in office; where nobody is known, the nearest before and after."""
    if view.answers:
        show_answers(screen, view.answers)
        return
    screen.print(clean(f"nobody is known to have been {view.office} on {view.on}"))
    for word, near in (("before", view.before), ("after", view.after)):
        if near:
            screen.print(clean(f"{word}: {near.side} {near.name}, {span(near)}"))


def show_holders(screen: "Console", found: "Sequence[Holder]") -> None:
    """Print times in office: start, end, when reports show them, who, and who says so."""
    from bangiao.cli.screen import show_table

    rows = [(day(one.start), day(one.end), seen(one), who_and_source(one)) for one in found]
    show_table(screen, ("from", "to", "seen in reports", "who"), rows, fixed=(0, 1))


def show_posts(screen: "Console", found: "Sequence[Holder]") -> None:
    """Print one person's posts, in order of time."""
    from bangiao.cli.screen import show_table

    rows = [(day(one.start), day(one.end), seen(one), "\n".join((one.office, *sources(one)))) for one in found]
    show_table(screen, ("from", "to", "seen in reports", "office"), rows, fixed=(0, 1))


def show_answers(screen: "Console", answers: "Sequence[Answer]") -> None:
    """Print who was in office, the surest first."""
    from bangiao.cli.screen import show_table

    rows = [(one.how, span(one.holder), who_and_source(one.holder)) for one in answers]
    show_table(screen, ("known", "in office", "who"), rows, fixed=(0,))


def day(boundary: "Boundary | None") -> str:
    """A start or end: as stated, "by" a day where a report tells it as done, nothing where nobody tells it."""
    if not boundary:
        return ""
    return f"by {boundary.date[3:]}" if boundary.date.startswith("..") else boundary.date


def seen(one: "Holder") -> str:
    """First and last day on which reports show it, and how often."""
    days = list(dict.fromkeys(each.day for each in (one.first, one.last) if each and each.day))
    if not one.times:
        return ""
    return "\n".join([*(filter(None, days)), f"({one.times})"] if days else [f"no day ({one.times})"])


def span(one: "Holder") -> str:
    """The time in office in words, in a few lines."""
    start, end = day(one.start) or "start not told", day(one.end) or "end not told"
    last = f", last seen {one.last.day}" if one.last and one.last.day else ""
    return f"{start} – {end}{last}"


def who_and_source(one: "Holder") -> str:
    """The name, the spelling of the table where it is another, the holder before, and who states the days."""
    name = f"{one.side} {one.name}" + (f" (in tables: {one.known_as})" if one.known_as else "")
    lines = [name, f"after {one.follows}" if one.follows else "", *sources(one)]
    return "\n".join(filter(None, lines))


def sources(one: "Holder") -> list[str]:
    """Who states start and end, in short; --json gives it whole."""
    said = dict.fromkeys(
        f"“{each.quote}”" if each.quote else each.source for each in (one.start, one.end) if each is not None
    )
    told = (f"{change.kind}: “{change.quote}”" for change in one.changes)
    return [shorten(words, LONGEST_SOURCE, placeholder=" …") for words in dict.fromkeys((*said, *told)) if words]
