"""Every table names its source, and every example in it holds."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bangiao.spelling import compare
from bangiao.spelling.chinese import pinyin_syllables, reading_pairs
from bangiao.spelling.name import coded, strip_marks, strip_tones
from bangiao.spelling.transcription import spelt, spelt_syllables, syllable_cost

FOLDER = Path(__file__).resolve().parents[2] / "src" / "bangiao" / "spelling"
TABLES = sorted(FOLDER.glob("*.toml"))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_table_names_its_source(path: Path) -> None:
    assert read(path)["source"]


def test_examples_of_syllable_spelling_hold() -> None:
    wrong = []
    for entry in read(FOLDER / "syllables.toml")["pairs"]:
        if "example" in entry:
            left, right = (side.strip().lower() for side in entry["example"].split("="))
            if syllable_cost(spelt_syllables((tuple(left.split("-")),)), spelt(((strip_marks(right),),)), 3) is None:
                wrong.append(entry["example"])
    assert wrong == []


def test_examples_of_korean_readings_hold() -> None:
    for entry in read(FOLDER / "sino_korean.toml")["pairs"]:
        if "example" in entry:
            assert compare(*(side.strip() for side in entry["example"].split("="))).verdict == "same"


def test_finals_are_told_from_initials() -> None:
    assert [coded(strip_tones(part)) for part in ("xéng", "bích", "anh", "tờ")] == ["xeG", "biK", "aH", "tơ"]


def test_pinyin_syllables_are_those_of_the_characters_in_common_use() -> None:
    assert pinyin_syllables() == frozenset().union(*reading_pairs().values())
