"""The list of commands in `bangiao --help`: under headings, each with its whole first line."""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

READ = "Read reports"
ASK = "Ask the register"
PREPARE = "Before a meeting"
DECIDE = "What is unsure, and what you decide"
GIVE = "Give to others, and compare"
CARE = "Look after the register"
MEASURE = "See how it reads"
HEADINGS = (READ, ASK, PREPARE, DECIDE, GIVE, CARE, MEASURE)


class Outline(TyperGroup):
    """Commands under the heading that each was registered with; typer draws headings only with markup, we use none."""

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write heading by heading, the names of all in one column."""
        wide = max(map(len, self.commands), default=0)
        headed: dict[str, list[tuple[str, str]]] = {heading: [] for heading in HEADINGS}
        for name, command in self.commands.items():
            headed.setdefault(_heading(command), []).append((name.ljust(wide), _summary(command)))
        for heading, rows in headed.items():
            if not rows:
                continue
            with formatter.section(heading):
                formatter.write_dl(rows)


def _heading(command: "Command") -> str:
    found = getattr(command, "rich_help_panel", None)
    return found if isinstance(found, str) else "Commands"


def _summary(command: "Command") -> str:
    """The first paragraph of the help, as one line to be wrapped."""
    return " ".join((command.help or "").split("\n\n", 1)[0].split())
