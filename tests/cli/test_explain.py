"""`explain` on the command line: sentences, files, pages, gold beside."""

import json
from pathlib import Path

import pytest

from bangiao.cli.explain import is_sentence
from tests.cli.conftest import Command

SENTENCE = (
    "Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa."
)


def test_a_sentence_is_explained_with_its_words(bangiao: Command) -> None:
    answer = bangiao("explain", SENTENCE, "--published", "2024-12-05")
    assert (answer.code, answer.err) == (0, "")
    assert "contact 1: talks · held · in_person" in answer.out
    assert "“hội đàm” line 1" in answer.out
    assert "2024-12-05" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_as_json_it_is_the_public_record(bangiao: Command, report: Path) -> None:
    explained = json.loads(bangiao("explain", report, "--json").out)
    assert explained == json.loads(bangiao("extract", report, "--with-text").out)


def test_a_page_is_written(bangiao: Command, report: Path, tmp_path: Path) -> None:
    place = tmp_path / "page.html"
    answer = bangiao("explain", report, "--html", place)
    assert answer.code == 0
    assert "page.html" in answer.err
    assert "Khamla Vongsa" in place.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written(bangiao: Command, report: Path, tmp_path: Path) -> None:
    answer = bangiao("explain", report, "--html", tmp_path / "no-folder" / "page.html")
    assert answer.code == 3
    assert "no-folder" in answer.err
    assert answer.err.count("\n") == 1


def test_documents_can_be_chosen(bangiao: Command, archive: Path, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(archive.read_text(encoding="utf-8").splitlines(True)[:20]), encoding="utf-8")
    ids = {
        half: [json.loads(line)["id"] for line in bangiao("explain", few, "--json", "--half", half).out.splitlines()]
        for half in ("read", "figures")
    }
    assert sorted(ids["read"] + ids["figures"]) == sorted(f"n{number}" for number in range(20))
    chosen = bangiao("explain", few, "--json", "--id", "n3", "--id", "n5").out.splitlines()
    assert [json.loads(line)["id"] for line in chosen] == ["n3", "n5"]
    assert bangiao("explain", few, "--id", "none").code == 3


def test_gold_stands_beside_and_right_readings_can_be_left_out(bangiao: Command, report: Path, tmp_path: Path) -> None:
    told = json.loads(bangiao("extract", report).out)
    gold, page = tmp_path / "gold.jsonl", tmp_path / "page.html"
    gold.write_text(json.dumps(told) + "\n", encoding="utf-8")
    assert bangiao("explain", report, "--gold", gold, "--wrong", "--html", page).code == 3
    told["contacts"][0]["date"] = "2020-01-01"
    gold.write_text(json.dumps(told) + "\n", encoding="utf-8")
    assert bangiao("explain", report, "--gold", gold, "--wrong", "--html", page).code == 0
    assert "<td class='gold wrong'>2020-01-01</td>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        (SENTENCE, True),
        ("x" * 3000 + " y", True),
        ("absent.txt", False),
        ("https://example.org/a b", False),
        ("-", False),
    ],
)
def test_what_is_a_sentence(subject: str, sentence: bool) -> None:
    assert is_sentence(subject) is sentence


def test_a_sentence_shows_every_step(bangiao: Command) -> None:
    told = bangiao("explain", SENTENCE, "--published", "2024-12-05").out
    for step in ("sentence 1 (body)", "words   ", "date    “Sáng 5/12” = 2024-12-05", "verb    “hội đàm”", "rule meet"):
        assert step in told
    assert "\x1b" not in told


def test_a_file_shows_its_steps_when_asked(bangiao: Command, report: Path) -> None:
    assert "  words   " not in bangiao("explain", report).out
    assert "  words   " in bangiao("explain", report, "--steps").out
