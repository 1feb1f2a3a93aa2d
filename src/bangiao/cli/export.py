"""`bangiao export`: the register in other formats, each with its codebook and checksums."""

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.messages import count, say
from bangiao.cli.options import RegisterPlace
from bangiao.model.errors import QuestionError, installing

if TYPE_CHECKING:
    from bangiao.exports.parts import Format
    from bangiao.views.release import Release

NAMES = "csv, parquet, jsonl, ftm, plover, graphml, bibtex, csl, xlsx, gold"
EXAMPLE = """\b
Examples:
  bangiao export --format csv -o release/
  bangiao export --format jsonl -o - | head
  bangiao export -o register.xlsx --with-text"""

FormatName = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="NAME", help=f"One of: {NAMES}. Without it, as the file's name ends.", show_default=False
    ),
]
Target = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="A file, or a folder where a format has several; - prints.",
        show_default=False,
    ),
]
WithText = Annotated[bool, typer.Option("--with-text", help="Add the reports' full texts, where the format can.")]


def export(
    output: Target, name: FormatName = None, with_text: WithText = False, register: RegisterPlace = None
) -> None:
    """Write the whole register in another format, with a codebook and checksums."""
    from bangiao.exports.formats import FORMATS
    from bangiao.register.store import Register
    from bangiao.views.release import release
    from bangiao.views.words import one_of

    name = name or _name_of(output, FORMATS.values())
    form = FORMATS[one_of(name, tuple(FORMATS), "format of export") or ""]
    if output == "-" and (form.folder or not form.text):
        raise QuestionError(f"{form.name} cannot be printed", f"name a {'folder' if form.folder else 'file'}: -o PATH")
    with Register.open(register, create=False) as store, release(store, with_text) as whole:
        try:
            if output == "-":
                _print(form, whole)
            else:
                _write(form, whole, Path(output))
        except ModuleNotFoundError as missing:
            hint = installing(form.extra)
            raise QuestionError(f"{form.name} needs the package {missing.name}", hint) from None


def _name_of(output: str, formats: Iterable["Format"]) -> str:
    """The format that the name of a file tells; raises QuestionError where it tells none."""
    told = [one.name for one in formats if not one.folder and output.lower().endswith(f".{one.suffix}")]
    if not told:
        raise QuestionError("the format is not told", f"say --format NAME, one of: {NAMES}")
    return told[0]


def _print(form: "Format", whole: "Release") -> None:
    for part in form.parts(whole):
        for piece in part.content:
            sys.stdout.buffer.write(piece)


def _write(form: "Format", whole: "Release", target: Path) -> None:
    """Write all files in a place of their own, then move them to theirs: nobody finds half an export."""
    if not form.folder and target.is_dir():
        target = target / f"register.{form.suffix}"
    folder = target if form.folder else target.parent
    _make(folder, form)
    with TemporaryDirectory(prefix=".export-", dir=folder) as made:
        sums = dict(_files(form, whole, Path(made), target.name))
        name = "SHA256SUMS" if form.folder else f"{target.name}.sha256"
        lines = "".join(f"{digest}  {one}\n" for one, digest in sums.items())
        (Path(made) / name).write_text(lines, encoding="utf-8")
        for one in (*sums, name):
            os.replace(Path(made) / one, folder / one)
    say(f"wrote {target} with its codebook and checksums ({count(len(sums) + 1, 'file')})")


def _make(folder: Path, form: "Format") -> None:
    if form.folder and folder.exists() and not folder.is_dir():
        raise QuestionError(f"{folder} is a file, and {form.name} has several files", "name a folder: -o FOLDER")
    if form.folder:
        folder.mkdir(parents=True, exist_ok=True)
    elif not folder.is_dir():
        raise QuestionError(f"the folder {folder} does not exist", "make it first, or choose another place")


def _files(form: "Format", whole: "Release", folder: Path, name: str) -> Iterator[tuple[str, str]]:
    """Write each file of the export; gives its name and checksum."""
    from bangiao.exports.codebook import codebook

    for part in form.parts(whole):
        file = part.name if form.folder else name
        yield file, _pour(folder / file, part.content)
    file = "codebook.md" if form.folder else f"{name}.codebook.md"
    yield file, _pour(folder / file, [codebook(form, whole).encode()])


def _pour(place: Path, content: Iterable[bytes]) -> str:
    digest = sha256()
    with place.open("wb") as file:
        for piece in content:
            file.write(piece)
            digest.update(piece)
    return digest.hexdigest()
