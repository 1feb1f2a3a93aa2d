"""`bangiao names`: pairs in, one JSON line each out."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_two_names(bangiao: Command) -> None:
    answer = bangiao("names", "Si-i Ca-dư-ô", "Shii Kazuo")
    row = json.loads(answer.out)
    assert (answer.code, row["a"], row["b"], row["verdict"]) == (0, "Si-i Ca-dư-ô", "Shii Kazuo", "same")
    assert list(row) == ["a", "b", "verdict", "score", "reason"]


def test_file_of_pairs_with_further_columns(bangiao: Command, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("\ufeffTô Lâm\tTo Lam\tsame\tx\r\n\n Kim Jong Un\tKim Jong Il\n", encoding="utf-8")
    answer = bangiao("names", str(table))
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [(row["a"], row["verdict"]) for row in rows] == [("Tô Lâm", "same"), (" Kim Jong Un", "different")]
    assert answer.code == 0


def test_bad_lines_are_told_and_the_rest_is_read(bangiao: Command, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_bytes(b"one column\n\xff\tTo Lam\n\tTo Lam\n" + b"x" * 20_000 + b"\tb\nTo Lam\tTo Lam\n")
    answer = bangiao("names", str(table))
    assert answer.code == 1
    assert len(answer.out.splitlines()) == 1
    assert [f"line {number}" in answer.err for number in (1, 2, 3, 4)] == [True] * 4


def test_nothing_read(bangiao: Command, tmp_path: Path) -> None:
    assert bangiao("names", str(tmp_path / "absent.tsv")).code == 3
    answer = bangiao("names", "", "To Lam")
    assert (answer.code, "give two names, each in quotation marks" in answer.err) == (3, True)
    empty = tmp_path / "empty.tsv"
    empty.write_text("\n\n", encoding="utf-8")
    for place, said in ((empty, "empty.tsv: is empty – write two names"), ("", "the name is empty – give two names")):
        answer = bangiao("names", place)
        assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
        assert said in answer.err
