"""Relations and coverage on the command line."""

import json
from pathlib import Path

import pytest

from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from tests.cli.conftest import Command
from tests.register.making import contact, side, told


@pytest.fixture
def place(tmp_path: Path) -> str:
    target = str(tmp_path / "r.sqlite")
    with Register.open(target) as register:
        talks = contact(side("VN", ("Trần Thị Bình", "Bộ trưởng")), side("JP", ("Sato Hana", "Thủ tướng")))
        register.add(*told("a", talks, published="2024-12-06", outlet="Báo A", agreed="Hai bên nhất trí"))
    return target


def test_a_relation_is_printed_drawn_and_given_as_json(bangiao: Command, place: str, tmp_path: Path) -> None:
    picture = tmp_path / "a.svg"
    told_ = bangiao("relation", "VN", "JP", "--register", place, "-o", picture)
    assert told_.code == 0
    assert "1 contact in 1 of 1 report read" in told_.out
    assert "Sato Hana" in told_.out
    assert all(len(line) <= 80 for line in told_.out.splitlines())
    assert picture.read_text(encoding="utf-8").startswith("<svg")
    given = bangiao("relation", "VN", "JP", "--register", place, "--json", "-o", picture)
    assert json.loads(given.out)["contacts"] == 1


def test_the_chart_of_many_years_fits_a_narrow_terminal(bangiao: Command, tmp_path: Path) -> None:
    target = str(tmp_path / "years.sqlite")
    with Register.open(target) as register:
        for year in range(2015, 2025):
            talks = contact(side("VN"), side("JP"), date=f"{year}-05-04")
            register.add(*told(f"y{year}", talks, published=f"{year}-05-05"))
    shown = bangiao("relation", "VN", "JP", "--register", target).out
    assert "before 2023" in shown
    assert "2024" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "▇▇▇▇ 1" in shown


def test_what_was_not_known_then_is_not_shown(bangiao: Command, place: str) -> None:
    told_ = bangiao("relation", "VN", "JP", "--on", "2024-12-06", "--register", place)
    assert "none of the 0 reports read tells a contact of both" in told_.out
    assert "1 report left out" in told_.out
    assert (
        "0 reports read by the morning of 2024-12-06"
        in bangiao("coverage", "--on", "2024-12-06", "--register", place).out
    )


def test_coverage_is_printed_and_given_as_json(bangiao: Command, place: str) -> None:
    told_ = bangiao("coverage", "--register", place)
    assert told_.code == 0
    assert "2024-12" in told_.out
    assert "Báo A" in told_.out
    assert json.loads(bangiao("coverage", "--register", place, "--json").out)["reports"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("relation", "VN", "VN"), "a relation has two ends"),
        (("relation", "VN", "Zzz"), "'Zzz' is no country, organisation or body"),
        (("relation", "VN", "JP", "--on", "2024"), "is no single day"),
        (("relation", "VN", "JP", "-o", "a.png"), "the chart is an SVG picture"),
        (("coverage", "--on", "now"), "on 'now' is no date"),
    ],
)
def test_mistakes_are_one_line(bangiao: Command, place: str, arguments: tuple[str, ...], said: str) -> None:
    told_ = bangiao(*arguments, "--register", place)
    assert told_.code == 2
    assert told_.err.startswith("bangiao: ")
    assert said in told_.err
    assert len(told_.err.splitlines()) == 1


def test_readouts_are_printed_and_given_as_json(bangiao: Command, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "two.sqlite"
    other = tmp_path / "other.txt"
    other.write_text(
        report.read_text(encoding="utf-8").replace("nhất trí mở thêm", "trao đổi về việc mở thêm"), "utf-8"
    )
    bangiao("read", report, other, "--register", target)
    with Register.open(str(target)) as register:
        (talks,) = [one.id for one in register.contacts(ContactQuestion(form="talks")).contacts]
    told_ = bangiao("readouts", talks, "--register", target)
    assert told_.code == 0
    assert "A: " in told_.out
    assert json.loads(bangiao("readouts", talks, "--register", target, "--json").out)["readouts"]
    missing = bangiao("readouts", "c-zzzz", "--register", target)
    assert (missing.code, "no contact 'c-zzzz'" in missing.err) == (2, True)


def test_a_calendar_is_listed_and_written(bangiao: Command, place: str, tmp_path: Path) -> None:
    listed = bangiao("calendar", "--with", "JP", "--on", "2025-01-01", "--register", place)
    assert listed.code == 0
    assert "2025-09-21" in listed.out
    assert all(len(line) <= 80 for line in listed.out.splitlines())
    target = tmp_path / "b.ics"
    written = bangiao("calendar", "--with", "JP", "--on", "2025-01-01", "--register", place, "-o", target)
    assert "wrote" in written.err
    assert "entries" in written.err
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    given = bangiao("calendar", "--with", "JP", "--on", "2025-01-01", "--register", place, "--json")
    assert json.loads(given.out)["entries"]
    assert bangiao("calendar", "--with", "Atlantis", "--register", place).code == 2
