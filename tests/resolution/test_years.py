"""A year is inferred only where the tenures leave one, and never outside the tenures that decide."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.tenure import Tenure
from bangiao.resolution.dates import bounds
from bangiao.resolution.holders import Held, Holders
from bangiao.resolution.years import Inferred, InOffice, in_year, infer_year


def held(start: str | None, end: str | None, person: str = "Sato Hana", former: bool = False) -> InOffice:
    return InOffice(Held((Tenure(person, "JP", "Chủ tịch Hạ viện", start=start, end=end),), former))


def years(dates: str, *people: InOffice) -> tuple[int, ...]:
    found = infer_year([dates], people)
    return found.years if found else ()


def test_offices_that_overlap_in_one_year_give_it() -> None:
    minister, speaker = held("2019-09-11", "2021-11-04", "A B"), held("2021-04-08", None, "C D")
    found = infer_year(["XXXX-06-01"], [minister, speaker])
    assert found == Inferred((2021,), (speaker, minister))


def test_an_open_end_leaves_the_years_open() -> None:
    assert years("XXXX-06-01", held("2021-04-08", None)) == ()
    assert years("XXXX-06-01", held(None, "2016-04")) == ()
    assert years("XXXX-06-01", held(None, None)) == ()
    assert years("XXXX-06-01") == ()


def test_several_years_are_all_kept() -> None:
    assert years("XXXX-06-01", held("2019-03", "2022")) == (2019, 2020, 2021, 2022)


def test_days_near_a_change_of_hands_rule_nothing_out() -> None:
    """Pages and reports differ by some days: a year is neither ruled out nor inferred by them."""
    assert years("XXXX-04-02", held("2023-04-20", "2024-12-31")) == (2023, 2024)
    assert years("XXXX-04-02", held("2024-04-20", "2024-12-31")) == ()


def test_a_leap_day_is_of_a_leap_year() -> None:
    assert years("XXXX-02-29", held("2021", "2026")) == (2024,)
    found = infer_year(["XXXX-02-29"], [speaker := held("2021", "2026")])
    assert found == Inferred((2024,), (speaker,)), "the calendar leaves 2020 and 2028, the tenure rules them out"


def test_a_former_office_dates_from_its_end_on() -> None:
    gone, in_office = held("2016", "2021-04-05", former=True), held("2016-03", "2021-12-31", "C D")
    assert years("XXXX-06-01", gone, in_office) == (2021,)
    assert years("XXXX-06-01", held("2016", None, former=True), in_office) == (2016, 2017, 2018, 2019, 2020, 2021)


def test_a_second_time_in_the_same_office_counts() -> None:
    twice = Held(
        (
            Tenure("A B", "CN", "Bộ trưởng Ngoại giao", start="2013-03-16", end="2014-12-30"),
            Tenure("A B", "CN", "Bộ trưởng Ngoại giao", start="2023-07-25", end="2024-02-01"),
        )
    )
    assert years("XXXX-10-01", InOffice(twice)) == (2013, 2014, 2023)


def test_people_are_known_by_country_name_and_post() -> None:
    chair = Tenure("Sato Hana", "JP", "Chủ tịch Hạ viện", other_names=("佐藤花", "Hana", "Hana Sato"), start="2020")
    mai = Tenure("Trần Thị Mai", "VN", "Thường trực Ban Bí thư", start="2020")
    table = Holders([chair, mai])
    for name in ("Sato Hana", "HANA SATO", "Hana Satō", "佐藤花"):
        assert [one.person for one in table.held(name, "Chủ tịch Hạ viện", "JP")] == ["Sato Hana"]
    assert table.held("Xa-tô Ha-na", "Chủ tịch Hạ viện", "JP")
    assert table.held("Hana", "Chủ tịch Hạ viện", "JP") == ()
    assert table.held("Sato Hana", "Chủ tịch Hạ viện", "LA") == ()
    assert table.held("Sato Hana", "Chủ tịch Thượng viện", "JP") == ()
    assert table.held("Sato Hana", "Nguyên Chủ tịch Hạ viện", "JP")[0].former
    assert table.held("Trần Thị Mai", "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư", "VN")
    assert table.held("Mai Trần Thị", "Thường trực Ban Bí thư", "VN") == ()
    assert table.held("Trân Thi Mai", "Thường trực Ban Bí thư", "VN") == ()


days = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def tenures(draw: st.DrawFn) -> tuple[str | None, str | None]:
    start, end = sorted((draw(days).isoformat(), draw(days).isoformat()))
    cut = draw(st.sampled_from([4, 7, 10]))
    return draw(st.sampled_from([start[:cut], start, None])), draw(st.sampled_from([end[:cut], end, None]))


@given(st.lists(tenures(), max_size=4), days)
def test_no_year_lies_outside_a_tenure_that_decides(spans: list[tuple[str | None, str | None]], day: date) -> None:
    people = [held(start, end, f"Person {number}") for number, (start, end) in enumerate(spans)]
    stated = f"XXXX{day.isoformat()[4:]}"
    found = infer_year([stated], people)
    if not found:
        return
    assert found.deciding
    assert {one.held.person for one in found.deciding} <= {one.held.person for one in people}
    sure = len(found.years) == 1
    slack = timedelta(0 if sure else 31)
    for year in found.years:
        meant = bounds(in_year(stated, year))
        assert meant
        at = date.fromisoformat(meant.first)
        for one in found.deciding if sure else people:
            assert one.held.allows((at - slack).isoformat(), (at + slack).isoformat())


@given(st.lists(tenures(), min_size=1, max_size=4), days)
def test_the_order_of_people_does_not_matter(spans: list[tuple[str | None, str | None]], day: date) -> None:
    people = [held(start, end, f"Person {number}") for number, (start, end) in enumerate(spans)]
    stated = f"XXXX{day.isoformat()[4:]}"
    assert infer_year([stated], people) == infer_year([stated], people[::-1])
