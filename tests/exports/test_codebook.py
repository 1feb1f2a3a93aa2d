"""The codebook names every field that the files have, its words, and the figures of the quality gate."""

import re
import tomllib
from pathlib import Path

import pytest

from bangiao.exports.codebook import codebook
from bangiao.exports.formats import FORMATS
from bangiao.model.vocabulary import CHANNELS, FORMS
from bangiao.register.released import TABLES
from bangiao.views.release import Release


@pytest.mark.parametrize("name", FORMATS)
def test_every_field_is_explained(whole: Release, name: str) -> None:
    form = FORMATS[name]
    text = codebook(form, whole)
    for one in form.described(whole):
        part = text.split(f"\n## {one.name}\n")[1].split("\n## ")[0]
        assert one.columns
        assert [column.name for column in one.columns if f"| `{column.name}` |" not in part] == []
        assert all(column.meaning for column in one.columns)
    assert all(note in text for note in form.notes)


def test_vocabularies_units_and_figures_stand_beside_the_fields(whole: Release) -> None:
    text = codebook(FORMATS["csv"], whole)
    assert all(f"`{word}`" in text for word in (*FORMS, *CHANNELS))
    assert re.search(r"\| `date` .* EDTF \| 0\.\d\d / 0\.\d\d \|", text)
    assert re.search(r"\| `sides.people.name` \| \d+ \| 0 \|", text)
    assert "apostrophe" in text


def test_the_figures_are_those_of_the_quality_gate(repository: Path) -> None:
    shipped = tomllib.loads((repository / "src/bangiao/exports/accuracy.toml").read_text(encoding="utf-8"))
    told = (repository / "docs" / "quality.md").read_text(encoding="utf-8")
    for name in ("leads", "reports"):
        table = told.split(f"\n### {name}\n")[1].split("\n### ")[0]
        rows = dict(re.findall(r"^\| (\w+) \| (?:[\d.]+|–) \| ([\d.]+) \|", table, re.MULTILINE))
        assert {figure: float(value) for figure, value in rows.items()} == {
            figure: value for figure, value in shipped[name].items() if figure != "documents"
        }


def test_every_table_says_what_a_row_is() -> None:
    assert [name for name, kind in TABLES.items() if not kind.__doc__] == []
