"""The list of commands in `bangiao --help`: under headings, each with its whole first line."""

from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

HEADINGS = {
    "Read reports": ("demo", "read", "follow"),
    "Ask the register": (
        *("timeline", "show", "person", "office", "who", "tenures", "names", "lexicon"),
        *("coverage", "serve", "mcp"),
    ),
    "Before a meeting": ("brief", "relation", "readouts", "calendar", "commitments", "threads", "check"),
    "What is unsure, and what you decide": ("doubts", "review", "judge", "undo", "decisions", "withdraw"),
    "Give to others, and compare": ("export", "extract", "compare", "diff"),
    "Look after the register": ("doctor", "backup", "restore", "rebuild", "users"),
    "See how it reads": ("explain", "evaluate", "coding"),
}


class Outline(TyperGroup):
    """Commands under headings, in the order in which a reader needs them; typer would list groups of commands last."""

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write heading by heading, the names of all in one column."""
        wide = max(map(len, self.commands), default=0)
        for heading, names in self._headed().items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(wide), _summary(self.commands[name])) for name in names])

    def _headed(self) -> dict[str, list[str]]:
        """The program's commands by their heading; those of a group of commands in the order of the group."""
        if self.name != "bangiao":
            return {"Commands": list(self.commands)}
        return {heading: [name for name in names if name in self.commands] for heading, names in HEADINGS.items()}


def _summary(command: "Command") -> str:
    """The first paragraph of the help, as one line to be wrapped."""
    return " ".join((command.help or "").split("\n\n", 1)[0].split())
