"""`bangiao relation`: two sides at a glance, and what every count rests on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.asking import answer_as_known
from bangiao.cli.coverage import gaps
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, OnDay, RegisterPlace

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.views.citations import Citation
    from bangiao.views.lines import ContactLine
    from bangiao.views.relation import RelationView
    from bangiao.views.relation_contacts import Cell
    from bangiao.views.relation_contacts import Plan as Announced
    from bangiao.views.sessions import Plan, Session

EXAMPLE = """\b
Examples:
  bangiao relation VN JP
  bangiao relation VN "Đảng Cộng sản Nhật Bản" --on 2023-12-25
  bangiao relation VN LA -o vn-la.svg
  bangiao relation US RU --json"""
BESIDE, YEAR = 48, 12  # characters of the other columns of the chart, and of one year; what does not fit is summed up
BAR = 4
SHORT = 10
LISTED = 5
QUOTED, LEAD = 120, 50  # characters of a quotation, and of what stands before the words it is quoted for

First = Annotated[str, typer.Argument(metavar="FIRST", help="A country, organisation or body.", show_default=False)]
Second = Annotated[
    str, typer.Argument(metavar="SECOND", help="The other: JP, Nhật Bản, ASEAN, Đảng …", show_default=False)
]
Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE.svg", help="Draw the chart there.", show_default=False)
]


def relation(
    first: First,
    second: Second,
    on: OnDay = None,
    output: Out = None,
    register: RegisterPlace = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Show a relation: contacts by channel and year, last contacts, mechanisms, plans, framework, what is open."""
    from bangiao.views.relation import relation as ask

    def draw(screen: "Console", view: "RelationView") -> None:
        if output:
            _write(output, view)
        print_relation(screen, view)

    if output and output.suffix.lower() != ".svg":
        raise typer.BadParameter(f"the chart is an SVG picture: name a file such as {output.stem or 'relation'}.svg")
    answer_as_known(register, on, lambda store: ask(store, first, second), draw, as_json=as_json, no_color=no_color)


def _write(path: Path, view: "RelationView") -> None:
    from bangiao.exports.relation_svg import relation_svg

    path.write_text(relation_svg(view), encoding="utf-8")


def print_relation(screen: "Console", view: "RelationView") -> None:
    """Print a relation, part by part; a part about which nothing is told says so in one line."""
    screen.print(clean(f"{view.first.name} – {view.second.name}, as known on the morning of {view.on}"), style="bold")
    screen.print(rests_on(view))
    if not view.contacts and not view.planned:
        screen.print(f"none of the {count(view.read.reports, 'report')} read tells a contact of both")
        return
    _chart(screen, view)
    _last(screen, view)
    _met(screen, view)
    _mechanisms(screen, view)
    _plans(screen, view)
    _framework(screen, view)
    _open(screen, view)


def rests_on(view: "RelationView") -> str:
    """What the counts rest on, in words."""
    read = view.read
    parts = [f"{count(view.contacts, 'contact')} in {view.reports:,} of {count(read.reports, 'report')} read"]
    numbers = ((view.planned, "only planned"), (view.cancelled, "cancelled"))
    parts += [f"{number:,} {word}" for number, word in numbers if number]
    if read.undated:
        parts.append(f"{count(read.undated, 'report')} of no stated day")
    if read.left_out:
        parts.append(f"{count(read.left_out, 'report')} left out as later or undated")
    if read.gaps:
        parts.append(f"nothing read of {gaps(read.gaps, shown=3)}")
    return "; ".join(parts) + " (bangiao coverage)"


def _chart(screen: "Console", view: "RelationView") -> None:
    """Channels by year as bars; what is empty says in how many reports of that year nothing was found."""
    from bangiao.cli.screen import show_table

    years = [cell.year for cell in view.chart[0].cells] if view.chart else []
    fitting = max((screen.width - BESIDE) // YEAR, 1)
    early, late = years[:-fitting], years[-fitting:]
    top = max((cell.contacts for row in view.chart for cell in row.cells if cell.year in late), default=1)
    columns = ["channel", *([f"before {late[0]}"] if early else []), *late, "no year", "all"]
    rows = []
    for row in view.chart:
        cells = [_cell(cell, top) for cell in row.cells if cell.year in late]
        before = [_before([cell for cell in row.cells if cell.year in early])] if early else []
        rows.append((row.channel, *before, *cells, row.undated or "none", row.total))
    show_table(screen, columns, rows, fixed=(0,))


def _before(cells: "Sequence[Cell]") -> str:
    contacts, read = sum(one.contacts for one in cells), sum(one.reports_read for one in cells)
    return str(contacts) if contacts else none_in(read)


def none_in(reports: int) -> str:
    """An empty cell in words: nothing was found in so many reports, or none of that year was read."""
    return f"none in\n{reports:,}" if reports else "none\nread"


def _cell(cell: "Cell", top: int) -> str:
    if not cell.contacts:
        return none_in(cell.reports_read)
    return f"{'▇' * max(1, round(BAR * cell.contacts / top))} {cell.contacts}"


def _last(screen: "Console", view: "RelationView") -> None:
    from bangiao.cli.screen import show_table
    from bangiao.views.as_known import ago

    rows = []
    latest: dict[str, str] = {}
    for one in view.last:
        if one.level is None:
            latest[one.channel] = one.contact.id
        elif one.contact.id == latest.get(one.channel):
            continue
        day = f"{one.contact.date}\n{ago(one.days)}"
        label = "" if one.level else one.channel
        rows.append((label, one.level or "last", day, who(one.contact), one.contact.id[:SHORT]))
    if rows:
        show_table(screen, ("channel", "level", "last contact", "who", "id"), rows, fixed=(0, 4))


def who(contact: "ContactLine") -> str:
    """Form and people in one line, short enough for a cell."""
    named = ([one.name or one.office for one in side.people[:2]] or [side.label] for side in contact.sides[:3])
    sides = " – ".join(", ".join(filter(None, one)) for one in named)
    return shorten(f"{contact.form}: {sides}", 70, placeholder=" …")


def _met(screen: "Console", view: "RelationView") -> None:
    from bangiao.cli.screen import show_table

    if view.met:
        rows = [(one.times, one.first_name, one.second_name, one.last or "no date") for one in view.met[:LISTED]]
        show_table(screen, ("times", "who met", "whom", "last"), rows, fixed=(0, 3))
    those = view.levels
    if those.known:
        screen.print(
            f"level: of {count(those.known, 'contact')} whose offices place both sides, {those.equal} equal; "
            f"{clean(view.first.name)} lower in {those.first_lower}, {clean(view.second.name)} in {those.second_lower}"
        )
    for gap in those.widest[:3]:
        one = _placed(gap.first_office, gap.first_level, gap.first_rank)
        other = _placed(gap.second_office, gap.second_level, gap.second_rank)
        screen.print(clean(f"  {gap.contact.date or 'no date'}: {one} – {other} {gap.contact.id[:SHORT]}"))


def _placed(office: str, level: str, rank: int | None) -> str:
    ranked = f", rank {rank} in its order of leaders" if rank else ""
    return f"{shorten(office, 60, placeholder=' …')} ({level}{ranked})"


def _mechanisms(screen: "Console", view: "RelationView") -> None:
    from bangiao.views.as_known import ago

    if not view.mechanisms:
        screen.print("\nmechanisms: none named in the reports of these contacts")
        return
    screen.print("\nmechanisms", style="bold")
    for one in view.mechanisms:
        last = f"last session {one.last}, {ago(one.days)}" if one.last else "no session of known day"
        every = f"; every {one.every} days ({one.every_basis})" if one.every else ""
        late = f"; OVERDUE by {one.overdue} days" if one.overdue else f"; due {one.due}" if one.due else ""
        screen.print(clean(f"{one.key} – “{one.name}”: named in {count(one.named, 'place')}; {last}{every}{late}"))
        for session in one.sessions:
            for line in session_lines(session):
                screen.print(clean(line))


def session_lines(one: "Session") -> Iterator[str]:
    """A session: number and day, the contacts that fall into it, what it reviewed and adopted, cited."""
    told = " (first report)" if one.date_basis == "first report" else ""
    ahead = ", announced" if one.ahead else ""
    inside = "; ".join(f"{each.form} {each.date or 'no date'} {each.id[:SHORT]}" for each in one.contacts[:3])
    more = f" and {len(one.contacts) - 3} more" if len(one.contacts) > 3 else ""
    yield f"  no. {one.number}: {one.date or 'no day told'}{told}{ahead}{f' · {inside}{more}' if inside else ''}"
    for plan in dict.fromkeys((*one.reviewed, *one.adopted)):
        labels = [word for word, plans in (("reviewed", one.reviewed), ("plan", one.adopted)) if plan in plans]
        yield f"      {', '.join(labels)}{_periods(plan)}: {quoted(plan.citation)}"
    if not (one.reviewed or one.adopted) and one.citations:
        yield f"      {quoted(one.citations[0])}"


def _periods(plan: "Plan") -> str:
    return f" ({'; '.join(plan.periods)})" if plan.periods else ""


def quoted(one: "Citation", at: int = 0) -> str:
    """The words of a citation around a place in it, with where they stand."""
    words = one.quote
    if at > LEAD:
        words = "… " + words[words.find(" ", at - LEAD) + 1 :]
    return f"“{shorten(words, QUOTED, placeholder=' …')}” {one.report[:SHORT]} line {one.line}"


def _plans(screen: "Console", view: "RelationView") -> None:
    for title, plans in (
        ("planned, and never reported as held", view.not_reported_held),
        ("planned ahead", view.plans_ahead),
    ):
        if plans:
            screen.print(f"\n{title}", style="bold")
        for plan in plans[:LISTED]:
            screen.print(clean(plan_line(plan)))
        if len(plans) > LISTED:
            screen.print(f"  … and {len(plans) - LISTED} more: --json shows all")
    if view.plans_undated:
        screen.print(f"{count(len(view.plans_undated), 'plan')} more whose year no report tells")


def plan_line(plan: "Announced") -> str:
    """A plan with its age, and what was held about then."""
    from bangiao.views.as_known import ago

    held = f"; perhaps held as {plan.perhaps.id[:SHORT]} on {plan.perhaps.date}" if plan.perhaps else ""
    since = f", {ago(plan.days)}" if plan.days else ""
    return f"  {plan.contact.date}{since}: {who(plan.contact)} {plan.contact.id[:SHORT]}{held}"


def _framework(screen: "Console", view: "RelationView") -> None:
    if view.framework:
        screen.print("\nframework of the relation, as reports name it", style="bold")
    for one in view.framework:
        days = list(dict.fromkeys(each.day or "no day" for each in (one.first, one.last)))
        screen.print(clean(f"{one.key}: {count(one.times, 'sentence')}, {' to '.join(days)}"))
        shown = (one.raised or (one.first,))[0]
        screen.print(clean(f"  {'raised: ' if one.raised else ''}{quoted(shown.sentence, shown.at)}"))


def _open(screen: "Console", view: "RelationView") -> None:
    from bangiao.views.as_known import ago

    if not view.open_total:
        return
    screen.print(f"\nopen commitments: {view.open_total}", style="bold")
    for one in view.open_commitments[:LISTED]:
        since = f", {ago(one.age)}" if one.age is not None else ""
        told = f"{one.kind} by {', '.join(one.by) or '?'} {one.date or 'no date'}{since}"
        screen.print(clean(f"  {told}: {quoted(one.citation)}"))
    if view.open_total > LISTED:
        screen.print(f"  … and {view.open_total - LISTED} more: bangiao commitments --with {view.second.label} --open")
