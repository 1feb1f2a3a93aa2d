"""`bangiao coverage`: what was read, by outlet and month, and where nothing was."""

from typing import TYPE_CHECKING

from bangiao.cli.asking import answer, answer_as_known
from bangiao.cli.messages import clean, count
from bangiao.cli.options import AsJson, NoColor, OnDay, RegisterPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from bangiao.views.coverage import Coverage, Gap, OutletRead
    from bangiao.views.gold import Reviewed

EXAMPLE = """\b
Examples:
  bangiao coverage
  bangiao coverage --on 2023-12-25 --json"""
BAR = 40
OUTLETS = 12


def coverage(
    on: OnDay = None, register: RegisterPlace = None, as_json: AsJson = False, no_color: NoColor = False
) -> None:
    """Say what the register rests on: reports by outlet and month, the gaps named."""
    from bangiao.views.coverage import coverage as ask

    answer_as_known(register, on, ask, print_coverage, as_json=as_json, no_color=no_color)
    if not as_json:
        from bangiao.views.gold import reviewed

        answer(register, reviewed, print_reviewed, as_json=False, no_color=no_color)


def print_coverage(screen: "Console", view: "Coverage") -> None:
    """Print reports by month as bars, then by outlet."""
    from bangiao.cli.screen import show_table

    read = f"{count(view.reports, 'report')} read by the morning of {view.on}"
    late = f"; {view.left_out:,} left out as later or undated" if view.left_out else ""
    told = f"{view.diplomatic:,} of them tell a contact; {view.undated:,} state no day of publication"
    screen.print(f"{read}, {told}{late}", style="bold")
    if not view.reports:
        return
    if view.months:
        top = max(one.reports for one in view.months)
        rows = [(one.period, _bar(one.reports, top), one.reports, one.diplomatic) for one in view.months]
        show_table(screen, ("month", "", "reports", "with contacts"), rows, fixed=(0, 1))
        whole = "no month between the first and the last is without a report"
        screen.print(f"nothing read of {gaps(view.gaps)}" if view.gaps else whole)
    show_table(
        screen, ("outlet", "reports", "no day", "months", "gaps"), [*map(_outlet, view.outlets[:OUTLETS])], (1, 2)
    )
    if len(view.outlets) > OUTLETS:
        screen.print(f"… and {count(len(view.outlets) - OUTLETS, 'outlet')} more: --json shows all")
    if view.doubts:
        kinds = ", ".join(f"{one.kind} {one.number:,}" for one in view.doubts)
        screen.print(clean(f"left unsure: {kinds} (bangiao doubts)"))


def print_reviewed(screen: "Console", view: "Reviewed") -> None:
    """Print how much was reviewed, and how much of that stood as it was read."""
    if view.accuracy is None:
        screen.print("no contact was reviewed yet (bangiao review)")
        return
    kinds = f"{view.right:,} stood as read, {view.corrected:,} were corrected, {view.rejected:,} were none"
    screen.print(f"{view.reviewed:,} of {count(view.contacts, 'contact')} reviewed: {kinds} ({view.accuracy:.1%})")


def _bar(number: int, top: int) -> str:
    return "▇" * max(1, round(BAR * number / top))


def _outlet(one: "OutletRead") -> tuple[str, int, int, str, str]:
    span = f"{one.months[0].period} to {one.months[-1].period}" if one.months else "–"
    return one.outlet or "not stated", one.reports, one.undated, span, gaps(one.gaps) if one.gaps else "–"


def gaps(found: "Sequence[Gap]", shown: int = 6) -> str:
    """Stretches of months in words, the last ones where there are many."""
    named = [one.first if one.first == one.last else f"{one.first} to {one.last}" for one in found[-shown:]]
    return ", ".join(named) + (f" and {len(found) - shown} more" if len(found) > shown else "")
