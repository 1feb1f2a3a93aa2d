"""`bangiao compare` and `bangiao diff` as a researcher runs them."""

import json
from pathlib import Path

import pytest

from bangiao.samples import sample_paths
from tests.cli.conftest import Command

MAP = '[columns]\nid = "ref"\ndate = "day"\ncountries = ["a", "b"]\n'


@pytest.fixture
def register(bangiao: Command, tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    assert bangiao("read", *sample_paths(), "--register", place).code == 0
    return place


def test_a_table_is_held_against_the_register(bangiao: Command, register: Path, tmp_path: Path) -> None:
    table, plan = tmp_path / "visits.csv", tmp_path / "map.toml"
    table.write_text("ref,day,a,b\n1,2022-07-05,VN,JP\n2,1999-01-01,VN,FR\n", encoding="utf-8")
    plan.write_text(MAP, encoding="utf-8")
    shown = bangiao("compare", table, "--map", plan, "--register", register)
    assert shown.code == 0
    assert "2 rows of the table" in shown.out
    assert "Only in the table" in shown.out
    answer = json.loads(bangiao("compare", table, "--map", plan, "--register", register, "--json").out)
    assert [one["row"]["id"] for one in answer["shared"]] == ["1"]


def test_what_is_wrong_with_a_table_is_said_without_a_trace(bangiao: Command, register: Path, tmp_path: Path) -> None:
    table, plan = tmp_path / "visits.csv", tmp_path / "map.toml"
    table.write_text("ref,day,a,b\n1,gestern,VN,JP\n", encoding="utf-8")
    plan.write_text(MAP, encoding="utf-8")
    failed = bangiao("compare", table, "--map", plan, "--register", register)
    assert failed.code == 2 or failed.code == 3
    assert "line 2" in failed.err
    assert "Traceback" not in failed.err
    assert "needs a map" in bangiao("compare", table, "--register", register).err


def test_a_register_beside_itself_is_the_same(bangiao: Command, register: Path) -> None:
    shown = bangiao("diff", register, register)
    assert shown.code == 0
    assert "0 changed, 0 only in the new, 0 only in the old" in shown.out
    assert json.loads(bangiao("diff", register, register, "--json").out)["changed"] == []
