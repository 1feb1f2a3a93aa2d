"""`evaluate` on the command line."""

import json
from pathlib import Path

import pytest

from bangiao.evaluation.halves import half_of
from bangiao.samples import expected
from tests.cli.conftest import Command


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in expected().values()), encoding="utf-8")
    return path


def test_gold_against_itself_is_right_throughout(bangiao: Command, gold: Path) -> None:
    told = json.loads(bangiao("evaluate", gold, gold, "--json").out)
    assert all(told[name]["f1"] == 1 for name in ("found", "exact", "full", "people", "recalled", "commitments"))
    assert told["intervals"]["exact"] == [1, 1]


def test_the_samples_are_read_first(bangiao: Command) -> None:
    answer = bangiao("evaluate", "samples", "samples", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["documents"] == 30
    assert bangiao("evaluate", "samples", "samples", "--json").out == answer.out


def test_extract_then_evaluate_is_the_same_as_reading_first(bangiao: Command, report: Path, tmp_path: Path) -> None:
    record = bangiao("extract", report, "--with-text").out
    read = tmp_path / "read.jsonl"
    read.write_text(record, encoding="utf-8")
    assert bangiao("evaluate", read, read, "--json").out == bangiao("evaluate", read, report, "--json").out


def test_the_table(bangiao: Command, gold: Path) -> None:
    answer = bangiao("evaluate", gold, gold)
    assert answer.code == 0
    assert "30 documents" in answer.out
    assert "1.000-1.000" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_halves_share_the_documents_out(bangiao: Command, gold: Path) -> None:
    counts = [
        json.loads(bangiao("evaluate", gold, gold, "--json", "--half", half).out)["documents"]
        for half in ("read", "figures")
    ]
    assert sum(counts) == 30
    assert counts[0] == sum(half_of(name) == "read" for name in expected())


def test_floors(bangiao: Command, gold: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text(
        "".join(json.dumps({"id": name, "contacts": []}) + "\n" for name in expected()), encoding="utf-8"
    )
    assert bangiao("evaluate", gold, gold, "--fail-under", "exact=0.9, found=1,kind=1,office=1").code == 0
    short = bangiao("evaluate", gold, nothing, "--fail-under", "exact=0.5")
    assert short.code == 1
    assert short.err == "bangiao: falls short: exact 0.000 < 0.5\n"
    unknown = bangiao("evaluate", gold, gold, "--fail-under", "exactly=0.5")
    assert unknown.code == 2
    assert "exact" in unknown.err


def test_errors_are_shown_for_documents_that_are_not_exact(bangiao: Command, gold: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text(
        "".join(json.dumps({"id": name, "contacts": []}) + "\n" for name in expected()), encoding="utf-8"
    )
    assert bangiao("evaluate", gold, nothing, "--errors", "3").out.count("\n— ") == 2  # the first begins the output
    assert "— " not in bangiao("evaluate", gold, gold, "--errors", "3").out


def test_readings_of_other_documents_are_not_measured(bangiao: Command, gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "none", "contacts": []}\n', encoding="utf-8")
    answer = bangiao("evaluate", gold, other)
    assert (answer.code, answer.out) == (3, "")
    assert "other.jsonl: none of its 1 documents is in" in answer.err
    assert "'none'" in answer.err
    assert "same ids" in answer.err


def test_documents_that_are_missing_are_counted_aloud(bangiao: Command, gold: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.jsonl"
    part.write_text("".join(gold.read_text(encoding="utf-8").splitlines(keepends=True)[:10]), encoding="utf-8")
    answer = bangiao("evaluate", gold, part)
    assert answer.code == 0
    assert "20 of 30 documents are missing" in answer.err


@pytest.mark.parametrize(
    "content", ["", "not json\n", '{"contacts": []}\n', '{"id": "a", "contacts": [{"form": 3}]}\n']
)
def test_bad_gold_is_named_with_its_line(bangiao: Command, gold: Path, tmp_path: Path, content: str) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(content, encoding="utf-8")
    answer = bangiao("evaluate", bad, gold)
    assert (answer.code, answer.out) == (3, "")
    assert "bad.jsonl" in answer.err
    assert answer.err.count("\n") == 1
