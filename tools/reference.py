"""The reference pages of the site, made from the program itself whenever the site is built.

Commands come from their own help, records and vocabularies from the model and its labels, the tables of a language
pack from their rows, the Python names from `bangiao` itself.
"""

import importlib
import inspect
import os
import pkgutil
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_args, get_origin

os.environ["COLUMNS"] = "100"
os.environ["NO_COLOR"] = "1"

import msgspec
import typer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import bangiao
import bangiao.model
import bangiao.views
from bangiao.cli.app import app
from bangiao.languages import rows
from bangiao.model import vocabulary
from bangiao.views.labels import labels

LABELLED = {"CommitmentKind": "commitment_kind", "StatementKind": "statement_kind"}


def commands() -> str:
    """Every command with its help."""
    parts = ["# Commands", "", "`bangiao COMMAND --help` prints the same.", ""]
    for name, command, context in _commands(typer.main.get_command(app), "bangiao", None):
        help_text = command.get_help(context)
        parts += [f"## {name}", "", "```text", help_text.rstrip(), "```", ""]
    return "\n".join(parts)


def _commands(command: Any, name: str, parent: Any) -> Iterator[tuple[str, Any, Any]]:
    context = command.make_context(name.split()[-1], [], parent=parent, resilient_parsing=True)
    children = getattr(command, "commands", {})
    if not children or name == "bangiao":
        yield name, command, context
    for child in children:
        yield from _commands(children[child], f"{name} {child}", context)


def records() -> str:
    """The records that stages hand on, and those that answer questions."""
    parts = ["# Records", "", "Each is frozen, and is printed as JSON with the same names by `--json` and the API.", ""]
    for title, package in (("What is read", bangiao.model), ("What is answered", bangiao.views)):
        parts += [f"## {title}", ""]
        for module in _modules(package):
            found = _structs(module)
            if found:
                parts += [f"### {module.__name__.removeprefix('bangiao.')}", "", inspect.getdoc(module) or "", ""]
                parts += [line for struct in found for line in _struct(struct)]
    return "\n".join(parts)


def vocabularies() -> str:
    """The closed vocabularies with their labels."""
    vi, en = labels("vi"), labels("en")
    parts = ["# Vocabularies", "", "What a field may hold, and what people are shown for it.", ""]
    for name, kind in vars(vocabulary).items():
        if get_origin(kind) is None or not isinstance(get_args(kind)[0], str):
            continue
        table = LABELLED.get(name, "".join(f"_{one.lower()}" if one.isupper() else one for one in name).lstrip("_"))
        parts += [f"## {name}", "", "| value | English | Vietnamese |", "|---|---|---|"]
        parts += [f"| `{value}` | {en.of(table, value)} | {vi.of(table, value)} |" for value in get_args(kind)]
        parts.append("")
    return "\n".join(parts)


def tables() -> str:
    """The rows of a language pack's tables."""
    parts = ["# Tables of a language pack", "", inspect.getdoc(rows) or "", ""]
    parts += [line for struct in _structs(rows) for line in _struct(struct, "##")]
    return "\n".join(parts)


def python() -> str:
    """What `import bangiao` offers."""
    notebook = importlib.import_module("bangiao.notebook")
    parts = ["# Python", "", inspect.getdoc(notebook) or "", ""]
    for name in bangiao.__all__:
        found = getattr(bangiao, name)
        parts += [f"## {name}", "", "```python", f"bangiao.{name}{inspect.signature(found)}", "```", ""]
        parts += [inspect.getdoc(found) or "", ""]
    return "\n".join(parts)


PAGES: dict[str, Callable[[], str]] = {
    "commands": commands,
    "records": records,
    "vocabularies": vocabularies,
    "tables": tables,
    "python": python,
}


def _modules(package: ModuleType) -> list[ModuleType]:
    names = sorted(one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
    return [importlib.import_module(name) for name in names]


def _structs(module: ModuleType) -> list[type[msgspec.Struct]]:
    """The public records that a module itself defines, in its order."""
    return [
        one
        for name, one in vars(module).items()
        if inspect.isclass(one)
        and issubclass(one, msgspec.Struct)
        and one.__module__ == module.__name__
        and not name.startswith("_")
    ]


def _struct(struct: type[msgspec.Struct], level: str = "####") -> list[str]:
    lines = [f"{level} {struct.__name__}", "", inspect.getdoc(struct) or "", "", "| field | type |", "|---|---|"]
    for one in inspect.signature(struct).parameters.values():
        lines.append(f"| `{one.name}` | `{_type(one.annotation)}` |")
    return [*lines, ""]


def _type(annotation: object) -> str:
    """A type as the source writes it, the long names of closed vocabularies given by their name."""
    if isinstance(annotation, str):
        return annotation.replace("|", "or")
    for name, kind in vars(vocabulary).items():
        if annotation == kind and get_origin(kind) is not None:
            return name
    shown = inspect.formatannotation(annotation)
    for name, kind in vars(vocabulary).items():
        if get_origin(kind) is not None and isinstance(get_args(kind)[0], str):
            shown = shown.replace(inspect.formatannotation(kind), name)
    shown = re.sub(r"\b(?:bangiao|typing)(?:\.[a-z_]+)*\.(?=[A-Z])", "", shown)
    return shown.replace("| None", "or null").replace("|", "or")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to a site while it is built: mkdocs calls this."""
    for name, make in PAGES.items():
        files.append(File.generated(config, f"reference/{name}.md", content=make()))
    files.append(File.generated(config, "decisions/index.md", content=_decisions(files)))
    return files


def _decisions(files: Files) -> str:
    """The decision records by number."""
    parts = ["# Decisions", "", "Why things are as they are; at most 60 lines each.", ""]
    for file in sorted(files, key=lambda one: one.src_uri):
        if file.src_uri.startswith("decisions/0"):
            title = file.content_string.splitlines()[0].removeprefix("# ")
            parts.append(f"- [{title}]({file.src_uri.removeprefix('decisions/')})")
    return "\n".join(parts)
