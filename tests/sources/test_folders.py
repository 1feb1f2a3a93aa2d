"""Walking a folder, lazily and in the order of names."""

from pathlib import Path

from bangiao.model.report import Refusal
from bangiao.sources.folders import walk


def test_order_of_names_with_folders_in_their_place(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/y.jsonl", "c/x.html.gz", "0.htm"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [str(path.relative_to(tmp_path)) for path in walk(tmp_path) if isinstance(path, Path)]
    assert found == ["0.htm", "a/b/y.jsonl", "a/z.txt", "b.txt", "c/x.html.gz"]


def test_a_folder_that_vanishes_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b").mkdir()
    walking = walk(tmp_path)
    assert next(walking) == tmp_path / "a.txt"
    (tmp_path / "b").rmdir()
    (last,) = walking
    assert isinstance(last, Refusal)
    assert last.reason == "does not exist"


def test_a_reading_by_hand_is_no_report(tmp_path: Path) -> None:
    for name in ("wire.jsonl", "wire.expected.jsonl", "expected.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in walk(tmp_path) if isinstance(path, Path)] == ["expected.txt", "wire.jsonl"]
