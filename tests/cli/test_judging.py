"""Decisions on the command line: entered, listed, taken back; what is withdrawn is gone; a rebuild is the same."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

REPORT = (
    "Thủ tướng Trần Văn Bình hội đàm với Thủ tướng Nhật Bản\n"
    "Ngày 29/4/2022, tại Hà Nội, Thủ tướng Trần Văn Bình hội đàm với Thủ tướng Nhật Bản Kimura Aya.\n"
)


@pytest.fixture
def contact(bangiao: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A register with one report in it; gives the id of its contact."""
    monkeypatch.delenv("BANGIAO_NAME", raising=False)
    file = tmp_path / "talks.txt"
    file.write_text(REPORT, encoding="utf-8")
    assert bangiao("read", file).code == 0
    return str(json.loads(bangiao("timeline", "--json").out)["contacts"][0]["id"])


def test_nobody_decides_unnamed(bangiao: Command, contact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    unsigned = bangiao("judge", "confirm", contact, "--why", "read it")
    assert (unsigned.code, "BANGIAO_NAME" in unsigned.err) == (2, True)
    assert bangiao("judge", "confirm", contact, "--by", "Lan").code == 2
    monkeypatch.setenv("BANGIAO_NAME", "Lan")
    assert bangiao("judge", "confirm", contact, "--why", "read it").code == 0
    (entry,) = json.loads(bangiao("decisions", "--json").out)["decisions"]
    assert (entry["by"], entry["kind"], entry["why"]) == ("Lan", "confirm", "read it")


def test_a_correction_is_shown_and_taken_back(bangiao: Command, contact: str) -> None:
    word = ("--why", "the host says so", "--by", "Lan")
    entered = json.loads(bangiao("judge", "correct", contact[:8], "city", "Huế", *word, "--json").out)
    assert "Huế" in bangiao("show", "contact", contact, "--json").out
    assert bangiao("rebuild").out.startswith("rebuilt; the same as before")
    assert bangiao("undo", entered["id"], *word).code == 0
    assert "Huế" not in bangiao("show", "contact", contact, "--json").out
    assert "undone by" in bangiao("decisions").out
    wrong = bangiao("judge", "correct", contact, "city-of", "Huế", *word)
    assert (wrong.code, "one of: date" in wrong.err) == (2, True)


def test_what_is_withdrawn_is_on_no_screen(bangiao: Command, contact: str) -> None:
    word = ("--why", "no official", "--by", "Lan")
    person = json.loads(bangiao("show", "person", "Kimura Aya", "--json").out)["person"]["id"]
    assert bangiao("withdraw", "person", person, *word).code == 0
    for command in (("timeline",), ("show", "report", "talks"), ("doubts",), ("decisions",), ("lexicon",)):
        assert "Kimura" not in bangiao(*command).out
    assert bangiao("withdraw", "report", "talks", *word).code == 0
    assert json.loads(bangiao("timeline", "--json").out)["contacts"] == []
    gone = bangiao("show", "report", "talks")
    assert (gone.code, "withdrawn" in gone.err) == (2, True)
    assert len(json.loads(bangiao("decisions", "--json").out)["decisions"]) == 2


def test_the_lexicon_can_be_kept_as_a_file(bangiao: Command, contact: str, tmp_path: Path) -> None:
    other = tmp_path / "spelt.txt"
    other.write_text(
        REPORT.replace("Kimura Aya", "Kimura Aya (Ki-mu-ra Ai-a)").replace("29/4", "30/5"), encoding="utf-8"
    )
    assert bangiao("read", other).code == 0
    lines = bangiao("lexicon", "--taught", "--tsv").out.splitlines()
    assert lines[0].split("\t")[:4] == ["name", "alias", "side", "kind"]
    assert lines[1].split("\t")[:4] == ["Kimura Aya", "Ki-mu-ra Ai-a", "JP", "bracket"]
    assert "also spelt" in bangiao("lexicon").out


def test_two_spellings_can_be_told_apart_by_the_ids_that_show_prints(
    bangiao: Command, contact: str, tmp_path: Path
) -> None:
    other = tmp_path / "spelt.txt"
    other.write_text(REPORT.replace("Kimura Aya", "Aya Kimura").replace("29/4", "30/5"), encoding="utf-8")
    assert bangiao("read", other).code == 0
    shown = bangiao("show", "person", "Kimura Aya").out
    spellings = json.loads(bangiao("show", "person", "Kimura Aya", "--json").out)["spellings"]
    ids = [one["id"] for one in spellings]
    assert {one["spelling"] for one in spellings} == {"Kimura Aya", "Aya Kimura"}
    assert all(one in shown for one in (*ids, "bangiao judge different"))
    assert bangiao("judge", "different", *ids, "--why", "mother and daughter", "--by", "Lan").code == 0
    assert len(json.loads(bangiao("show", "person", "Kimura Aya", "--json").out)["spellings"]) == 1
