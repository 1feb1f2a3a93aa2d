"""`bangiao export` as a user runs it: files, folders, standard output, checksums, and what it refuses."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from bangiao.cli.export import NAMES
from bangiao.exports.formats import FORMATS
from tests.cli.conftest import Command


@pytest.fixture
def filled(bangiao: Command, report: Path) -> None:
    assert bangiao("read", report).code == 0


def sums(place: Path) -> dict[str, str]:
    lines = place.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_codebook_and_true_checksums(bangiao: Command, tmp_path: Path, name: str) -> None:
    form = FORMATS[name]
    target = tmp_path / ("out" if form.folder else f"out.{form.suffix}")
    answer = bangiao("export", "--format", name, "-o", target)
    assert (answer.code, answer.out) == (0, "")
    assert f"wrote {target}" in answer.err
    folder = target if form.folder else tmp_path
    told = sums(folder / "SHA256SUMS" if form.folder else Path(f"{target}.sha256"))
    assert ("codebook.md" if form.folder else f"{target.name}.codebook.md") in told
    assert {file: sha256((folder / file).read_bytes()).hexdigest() for file in told} == told
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []
    before = {file: (folder / file).read_bytes() for file in told}
    assert bangiao("export", "--format", name, "-o", target).code == 0
    assert {file: (folder / file).read_bytes() for file in told} == before


@pytest.mark.usefixtures("filled")
def test_lines_are_printed(bangiao: Command) -> None:
    answer = bangiao("export", "--format", "jsonl", "-o", "-")
    assert answer.code == 0
    assert {json.loads(line)["table"] for line in answer.out.splitlines()} >= {"reports", "contacts", "citations"}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "xls", "-o", "x"), "did you mean xlsx"),
        (("--format", "csv", "-o", "-"), "cannot be printed"),
        (("--format", "xlsx", "-o", "-"), "cannot be printed"),
        (("--format", "jsonl", "-o", "/nowhere/x"), "does not exist"),
        (("--format", "csv", "-o", __file__), "is a file"),
        (("--format", "csv"), "Missing option"),
        (("-o", "x"), "--format NAME"),
        (("-o", "release.csv"), "--format NAME"),
    ],
)
def test_what_cannot_be_done_is_told(bangiao: Command, arguments: tuple[str, ...], message: str) -> None:
    answer = bangiao("export", *arguments)
    assert answer.code == 2
    assert message in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("file", "name"), [("r.jsonl", "jsonl"), ("R.BIB", "bibtex"), ("r.csl.json", "csl")])
def test_the_name_of_a_file_tells_the_format(bangiao: Command, tmp_path: Path, file: str, name: str) -> None:
    assert bangiao("export", "-o", tmp_path / file).code == 0
    assert bangiao("export", "--format", name, "-o", tmp_path / "named").code == 0
    assert (tmp_path / file).read_bytes() == (tmp_path / "named").read_bytes()


def test_without_a_register_there_is_nothing_to_export(bangiao: Command, tmp_path: Path) -> None:
    answer = bangiao("export", "--format", "csv", "-o", tmp_path / "out")
    assert answer.code == 3
    assert "read some reports first" in answer.err
    assert not (tmp_path / "out").exists()


def test_the_help_names_every_format(bangiao: Command) -> None:
    assert set(NAMES.split(", ")) == set(FORMATS)
    assert "csv" in bangiao("export", "--help").out
