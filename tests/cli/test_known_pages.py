"""A page that was read and stored is not read again, unless it says something else or is asked for."""

import json
from pathlib import Path

import pytest

from bangiao.register.store import Register
from tests.cli.conftest import Command

REPORT = "Chiều 5/12/2024, Bộ trưởng Ngoại giao {} hội đàm với Bộ trưởng Ngoại giao Nhật Bản Sato Hana tại Hà Nội."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three reports in one file."""
    file = tmp_path / "archive.jsonl"
    names = ("Trần Văn Hòa", "Lê Thị Bình", "Phạm Văn Sơn")
    lines = [{"id": f"r{at}", "published": "2024-12-06", "text": REPORT.format(one)} for at, one in enumerate(names)]
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return file


def dump(place: Path) -> list[str]:
    """What the register says."""
    with Register.open(str(place), create=False) as register:
        return list(register.dump())


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_read_is_not_read_again(bangiao: Command, archive: Path, tmp_path: Path, workers: int) -> None:
    place = tmp_path / "r.sqlite"
    assert bangiao("read", archive, "--register", place).code == 0
    before = dump(place)
    again = bangiao("read", archive, "--register", place, "--workers", workers)
    assert (again.code, again.err) == (0, "")
    assert "Read      0 reports" in again.out
    assert "Known     3 pages read before; --again reads them anew" in again.out
    assert dump(place) == before


def test_only_the_page_that_changed_is_read(bangiao: Command, archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    bangiao("read", archive, "--register", place)
    archive.write_text(archive.read_text(encoding="utf-8").replace("Phạm Văn Sơn", "Phạm Văn Sang"), encoding="utf-8")
    answer = json.loads(bangiao("read", archive, "--register", place, "--json").out)
    assert (answer["read"], answer["known"]) == (1, 2)
    assert answer["outcomes"] == [{"outcome": "new version current", "number": 1}]


def test_again_reads_all_anew_and_changes_nothing(bangiao: Command, archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    bangiao("read", archive, "--register", place)
    before = dump(place)
    answer = json.loads(bangiao("read", archive, "--register", place, "--again", "--json").out)
    assert (answer["read"], answer["known"]) == (3, 0)
    assert answer["outcomes"] == [{"outcome": "unchanged", "number": 3}]
    assert dump(place) == before


def test_what_was_refused_is_tried_again(bangiao: Command, archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    with archive.open("a", encoding="utf-8") as file:
        file.write("no record\n")
    for read, known in ((3, 0), (0, 3)):
        answer = bangiao("read", archive, "--register", place, "--json")
        told = json.loads(answer.out)
        assert (answer.code, told["read"], told["known"], len(told["refused"])) == (1, read, known, 1)


def test_a_mistyped_name_leaves_no_register(bangiao: Command, tmp_path: Path) -> None:
    place = tmp_path / "r.sqlite"
    assert bangiao("read", tmp_path / "nothing.jsonl", "--register", place).code == 3
    assert not place.exists()
