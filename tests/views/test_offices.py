"""Who held an office: tables and reports side by side, open ends left open."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.report import Page
from bangiao.model.tenure import Tenure
from bangiao.pipeline import Reading, read_page
from bangiao.register.store import Register
from bangiao.views.office import office, who
from bangiao.views.person import person
from bangiao.views.tenures import tenures
from bangiao.views.timeline import TimelineQuestion, timeline
from tests.register.making import contact, side, told

SPEAKER = "Chủ tịch Hội đồng thử"
A, B = ("Sato Hana", SPEAKER), ("Kato Jiro", SPEAKER)
HOST = ("Trần Thị Bình", "Bộ trưởng")


def row(person: str, start: str | None, end: str | None, *names: str) -> Tenure:
    return Tenure(
        person, "JP", SPEAKER, start=start, end=end, start_source="A page", end_source="A page", other_names=names,
        origin="mine.csv",
    )  # fmt: skip


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        register.add(*told("a", contact(side("JP", A), side("VN", HOST), date="2020-05-01"), published="2020-05-02"))
        register.add(*told("b", contact(side("JP", A), side("VN", HOST), date="2021-05-01"), published="2021-05-02"))
        register.add(*told("c", contact(side("JP", B), side("VN", HOST), date="2023-05-01"), published="2023-05-02"))
        yield register


def how(register: Register, day: str) -> list[tuple[str, str]]:
    return [(one.how, one.holder.name) for one in who(register, SPEAKER, day).answers]


def test_reports_alone_give_first_and_last_day_and_no_more(register: Register) -> None:
    first, second = office(register, SPEAKER).holders
    assert (first.name, first.times, first.start, first.end, first.follows) == ("Sato Hana", 2, None, None, None)
    assert first.first
    assert first.last
    assert (first.first.day, first.last.day, first.first.day_basis) == ("2020-05-01", "2021-05-01", "stated")
    assert second.name == "Kato Jiro"
    assert how(register, "2020-12") == [("seen", "Sato Hana")]
    assert how(register, "2022-01-01") == []
    view = who(register, SPEAKER, "2022-01-01")
    assert view.before
    assert view.after
    assert (view.before.name, view.after.name) == ("Sato Hana", "Kato Jiro")


def test_imported_tenures_stand_beside_what_reports_show(register: Register) -> None:
    done = register.import_tenures([row("Sato Hana", "2019-11-03", "2022-06-01"), row("Kato Jirō", "2022-06-01", None)])
    assert (done.new, done.known) == (2, 0)
    first, second = office(register, SPEAKER, "Japan").holders
    assert first.start
    assert first.end
    assert (first.start.date, first.start.date_basis, first.end.date, first.origin) == (
        "2019-11-03",
        "stated",
        "2022-06-01",
        "mine.csv",
    )
    assert (second.name, second.known_as, second.follows, second.end) == ("Kato Jiro", "Kato Jirō", "Sato Hana", None)
    assert how(register, "2022-01-01") == [("stated", "Sato Hana")]
    assert how(register, "2023-05-01") == [("seen", "Kato Jiro")]
    assert how(register, "2030") == [("open", "Kato Jiro")]
    assert how(register, "2019") == [("stated", "Sato Hana")]
    assert how(register, "2018") == []


def test_importing_twice_changes_nothing_and_a_shipped_row_is_never_replaced(register: Register) -> None:
    rows = [row("Sato Hana", "2019", None)]
    register.import_tenures(rows)
    shipped = [one for one in tenures(register).tenures if one.origin == "shipped"]
    before = list(register.dump())
    again = register.import_tenures([*rows, *(msgspec.structs.replace(one, origin="mine.csv") for one in shipped)])
    assert (again.new, again.known) == (0, 1 + len(shipped))
    assert list(register.dump()) == before
    register.rebuild()
    assert list(register.dump()) == before
    assert [one.origin for one in tenures(register, "jp").tenures if one.person == "Sato Hana"] == ["mine.csv"]


def test_an_import_dates_what_has_no_year(register: Register) -> None:
    register.add(*told("d", contact(side("JP", A), side("VN", HOST), date="XXXX-04-02"), published=None))
    assert timeline(register, TimelineQuestion()).contacts[-1].date == "XXXX-04-02"
    register.import_tenures([row("Sato Hana", "2019-01", "2020-12-31")])
    last = timeline(register, TimelineQuestion()).contacts[-1]
    assert (last.date, last.date_basis, last.date_candidates) == ("XXXX-04-02", "stated", "[2019-04-02,2020-04-02]")
    register.import_tenures([row("Trần Thị Bình", "2015", "2019-12-31")])
    assert timeline(register, TimelineQuestion()).contacts[-1].date == "XXXX-04-02"  # another country, another office
    minister = Tenure("Trần Thị Bình", "VN", "Bộ trưởng", start="2015", end="2019-10", start_source="P", end_source="P")
    register.import_tenures([minister])
    first = timeline(register, TimelineQuestion()).contacts[0]
    assert first.date == "2019-04-02"
    assert first.date_basis
    assert first.date_basis.startswith("inferred: 2019 is the only year that fits Sato Hana")
    assert "Trần Thị Bình, Bộ trưởng 2015 to 2019-10" in first.date_basis
    before = list(register.dump())
    register.rebuild()
    assert list(register.dump()) == before
    assert register.check() == []


def test_a_report_that_tells_the_change_bounds_the_start(register: Register) -> None:
    text = f"Nhân dịp bà Sato Hana được bầu giữ chức {SPEAKER}, ông gửi điện."
    one = told("e", contact(side("JP", A), side("VN", HOST), form="message", date="2019-11-05"),
               published="2019-11-06", more=text)  # fmt: skip
    register.add(*one)
    first = office(register, SPEAKER).holders[0]
    assert first.start
    assert (first.start.date, first.start.quote) == ("../2019-11-06", f"Sato Hana được bầu giữ chức {SPEAKER}")
    assert first.start.date_basis.startswith("inferred")
    assert register.check() == []


def test_a_person_is_shown_with_known_posts(register: Register) -> None:
    register.import_tenures([row("Sato Hana", "2019-11-03", "2022-06-01")])
    (one,) = person(register, "sato hana").tenures
    assert one.start
    assert one.end
    assert (one.office, one.start.date, one.end.date, one.times) == (SPEAKER, "2019-11-03", "2022-06-01", 2)


def test_an_office_that_nobody_names_is_told_with_near_ones(register: Register) -> None:
    with pytest.raises(QuestionError) as caught:
        office(register, "hội đồng thử")
    assert "chủ tịch hội đồng thử" in caught.value.hint
    with pytest.raises(QuestionError, match="no date"):
        who(register, SPEAKER, "yesterday")


def test_the_report_without_a_year_is_dated_by_the_tenures_that_decide(shared_dir: Path) -> None:
    (seed,) = (shared_dir / "corpus" / "seeds").glob("002_*.txt")
    reading = read_page(Page("seed", seed.read_text(encoding="utf-8")))
    assert isinstance(reading, Reading)
    assert reading.report.published is None
    with Register.open(":memory:") as register:
        register.add(reading.report, reading.findings)
        lines = [one for one in timeline(register, TimelineQuestion()).contacts if one.date]
        assert {one.date for one in lines} == {"2024-04-02", "2024-04-03"}
        for one in lines:
            basis = one.date_basis or ""
            assert basis.startswith("inferred: 2024 is the only year that fits")
            for words in ("Shii Kazuo", "since 2024-01-18", "Nukaga Fukushiro", "2023-10-20 to 2026-01-23",
                          "Trương Thị Mai", "2023-03-06 to 2024-05-16"):  # fmt: skip
                assert words in basis
        assert register.check() == []
        told_by = register.told(lines[0].id)[0].contact
        reasons = [each for each in told_by.inferred if each.field == "date" and "sources: " in each.reason]
        assert all(reading.report.text[each.start : each.end] == each.quote for each in reasons)
        assert len(reasons) >= 3
        json.loads(msgspec.json.encode(lines))
