"""Every way in which pages print a date, and what is no date."""

import pytest

from bangiao.reports.dates import read_date

FORMATS = [
    ("25-12-2023", "2023-12-25"),
    ("3.12.2021", "2021-12-03"),
    ("21/06/2025 11:30", "2025-06-21T11:30"),
    ("10:25 | 02/09/2024", "2024-09-02T10:25"),
    ("16:05, 07/01/2023 (GMT+7)", "2023-01-07T16:05"),
    ("Thứ hai, 26/04/2021 19:36", "2021-04-26T19:36"),
    ("Thứ 4, 06/03/2019 | 10:00", "2019-03-06T10:00"),
    ("• Cập nhật: Thứ ba, 5/7/2022 | 4:14:14 PM", "2022-07-05T16:14:14"),
    ("Cập nhật lúc 08h05 ngày 1/3/2020", "2020-03-01T08:05"),
    ("Thứ Sáu, ngày 3 tháng 12 năm 2021", "2021-12-03"),
    ("Ngày đăng: 3/2/2023", "2023-02-03"),
    ("12:30 SA 9/8/2018", "2018-08-09T00:30"),
    ("2024-10-13T17:41:00+09:00", "2024-10-13T17:41:00"),
    ("2024-10-13", "2024-10-13"),
    ("17:41 JST, October 13, 2024", "2024-10-13T17:41"),
    ("Published on Oct. 3rd, 2019 at 9:05 p.m.", "2019-10-03T21:05"),
    ("Monday 4 March 2024", "2024-03-04"),
    ("2025年1月13日 21時37分", "2025-01-13T21:37"),
    ("2025年1月13日（月）", "2025-01-13"),
    ("令和元年5月1日", "2019-05-01"),
]


@pytest.mark.parametrize(("text", "iso"), FORMATS)
def test_a_date_line_gives_its_day_and_time_and_nothing_is_left(text: str, iso: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.iso == iso
    assert found.rest == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cập nhật: Thứ ba, 5/7/2022 | 4:14:14 PM", "updated"),
        ("Ngày đăng: 3/2/2023", "published"),
        ("Last updated: 3 May 2021", "updated"),
        ("更新 2025年1月13日", "updated"),
        ("26/04/2021 19:36", None),
    ],
)
def test_the_label_tells_what_the_date_is_of(text: str, label: str | None) -> None:
    found = read_date(text)
    assert found is not None
    assert found.label == label


def test_a_name_beside_the_date_is_left_over() -> None:
    found = read_date("Lê Thị Sơn - Thứ hai, 26/04/2021 19:36")
    assert found is not None
    assert found.rest == "Lê Thị Sơn"


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn thanh niên lên đường thăm nước bạn  (10/12/2023)",
        "Đoàn thanh niên lên đường thăm nước bạn 10-12-2023",
        "Đoàn thanh niên lên đường thăm nước bạn10/12/2023",
        "10/12/2023 | Đoàn thanh niên lên đường thăm nước bạn",
        "Đoàn thanh niên lên đường thăm nước bạn - Chủ nhật, 10/12/2023",
    ],
)
def test_a_headline_beside_a_date_is_kept_as_printed(text: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.beside == "Đoàn thanh niên lên đường thăm nước bạn"
    assert found.apart


def test_a_date_tied_to_its_sentence_stands_not_apart() -> None:
    found = read_date("Thông báo về việc phân công theo Quyết định ngày 13/6/2024")
    assert found is not None
    assert not found.apart


@pytest.mark.parametrize("text", ["", "30/2/2023", "ngày 5/12", "1/2023", "2019", "số 12-3-45", "x" * 200 + "1/2/2023"])
def test_what_names_no_full_day_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_month_and_day_change_places_only_where_nothing_else_is_a_day() -> None:
    found = read_date("12/31/2021")
    assert found is not None
    assert found.day == "2021-12-31"
