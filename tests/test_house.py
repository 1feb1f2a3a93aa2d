"""The house rules that a machine can check: modules stay small, public names are explained, tables are in NFC."""

import ast
import builtins
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from bangiao.model import errors

ERRORS = {
    name
    for room in (builtins, errors)
    for name, one in vars(room).items()
    if isinstance(one, type) and issubclass(one, BaseException)
}
LONGEST = 450  # lines; most modules have about a hundred
VAGUE = {"common", "helper", "helpers", "misc", "util", "utils"}


def modules(repository: Path) -> Iterator[Path]:
    """Every module of the package but the migrations, which a tool lays out."""
    for path in sorted((repository / "src" / "bangiao").rglob("*.py")):
        if "migrations" not in path.parts:
            yield path


def unexplained(tree: ast.Module) -> Iterator[str]:
    """The public functions and classes of a module that have no docstring."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            yield node.name


def kept_errors(tree: ast.Module) -> Iterator[str]:
    """The errors that a module makes once for all: each time one is raised it keeps what was at hand then."""
    for node in tree.body:
        call = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ERRORS:
            yield ast.unparse(call)


def test_no_module_is_long_or_vaguely_named(repository: Path) -> None:
    long = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(repository)}
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}
    assert {path.stem for path in modules(repository)} & VAGUE == set()


def test_every_public_name_says_what_it_is(repository: Path) -> None:
    silent = [
        f"{path.relative_to(repository)}: {name}"
        for path in modules(repository)
        for name in unexplained(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_error_is_made_once_and_raised_again_and_again(repository: Path) -> None:
    kept = {path.name: list(kept_errors(ast.parse(path.read_text(encoding="utf-8")))) for path in modules(repository)}
    assert {name: found for name, found in kept.items() if found} == {}


def test_tables_are_in_composed_unicode(repository: Path) -> None:
    """A decomposed letter looks the same and matches nothing."""
    tables = {path: path.read_text(encoding="utf-8") for path in (repository / "src" / "bangiao").rglob("*.toml")}
    assert [path.name for path, text in tables.items() if unicodedata.normalize("NFC", text) != text] == []
