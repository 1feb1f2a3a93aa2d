"""Events and kept days that sentences name: the table's own examples, and what is no announcement."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.events import due_days, events, kept_days
from bangiao.text.fold import fold


def rows() -> list[dict[str, Any]]:
    table = tomllib.loads((files("bangiao.resolution") / "data" / "events.toml").read_text(encoding="utf-8"))
    assert table["source"]
    found: list[dict[str, Any]] = table["event"]
    words = [word for row in found for word in row["words"]]
    words += [word for part in ("home", "not_its_day") for word in table[part]["words"]]
    assert all(fold(word).lower == word for word in words)
    assert all(row["gloss"] and row["examples"] for row in found)
    return found


@pytest.mark.parametrize(("key", "example"), [(row["key"], one) for row in rows() for one in row["examples"]])
def test_each_example_announces_its_event(key: str, example: str) -> None:
    assert [one.key for one in events(example, "2025-06-01")] == [key]


@pytest.mark.parametrize(("key", "example"), [(row["key"], one) for row in rows() for one in row["not_examples"]])
def test_no_counter_example_announces_it(key: str, example: str) -> None:
    assert key not in {one.key for one in events(example, "2025-06-01")}


@pytest.mark.parametrize(
    ("words", "published", "date"),
    [
        ("cuộc bầu cử Hạ viện vào ngày 10/7 tới", "2022-07-05", "2022-07-10"),
        ("tổ chức Đại hội lần thứ 29 vào đầu năm 2024", "2023-12-25", "2024-01/2024-04"),
        ("Đại hội Đảng lần thứ 29 vào tháng 1-2024", "2023-12-25", "2024-01"),
        ("Đại hội Đảng lần thứ 29 vào tháng 1-2024", "2024-03-01", None),
        ("Hội nghị Cấp cao ASEAN diễn ra trong hai ngày 5-6/3", "2024-03-07", None),
        ("Diễn đàn cấp cao năm 2025", "2025-02-01", None),
        ("Diễn đàn cấp cao năm 2026", "2025-02-01", "2026"),
        ("Nghị quyết ngày 5/9/2026 về bầu cử", "2025-02-01", None),
        ("cuộc bầu cử sẽ diễn ra", "2025-02-01", None),
        ("cuộc bầu cử vào ngày 10/7/2026", None, "2026-07-10"),
        ("cuộc bầu cử vào ngày 10/7", None, None),
    ],
)
def test_an_event_is_announced_by_a_day_after_the_report(words: str, published: str | None, date: str | None) -> None:
    assert [one.date for one in events(words, published)] == ([date] if date else [])


def test_the_nearest_day_is_the_events() -> None:
    told = "Sau chuyến thăm ngày 3/3/2026, cuộc bầu cử Quốc hội diễn ra ngày 8/5/2026."
    (one,) = events(told, "2026-01-01")
    assert told[one.start : one.end] == "bầu cử"
    assert (one.date, told[one.date_start : one.date_end]) == ("2026-05-08", "ngày 8/5/2026")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            "Nhân dịp kỷ niệm 67 năm Quốc khánh Ghana (06/3/1957 - 06/3/2024), gửi điện",
            ("Quốc khánh Ghana", 3, 6, 1957),
        ),
        ("kỷ niệm Quốc khánh Đan Mạch (5/6), Chủ tịch nước", ("Quốc khánh Đan Mạch", 6, 5, None)),
        ("kỷ niệm lần thứ 79 Quốc khánh Hàn Quốc (15/8/1945-15/8/2024)", ("Quốc khánh Hàn Quốc", 8, 15, 1945)),
        ("kỷ niệm 50 năm quan hệ hai nước", None),
        ("Quốc khánh Đan Mạch (5/6)", None),
        ("kỷ niệm Quốc khánh (35/13)", None),
    ],
)
def test_a_kept_day_is_named_with_its_origin(words: str, kept: tuple[str, int, int, int | None] | None) -> None:
    found = [(one.what, one.month, one.day, one.year) for one in kept_days(words)]
    assert found == ([kept] if kept else [])


def test_days_ahead_are_those_after_the_report() -> None:
    told = "Hai bên phấn đấu đạt 10 tỷ USD vào năm 2030, sau khi đã ký ngày 5/6/2020."
    assert [edtf for edtf, _, _ in due_days(told, "2024-01-01")] == ["2030"]


@given(st.text(max_size=120), st.none() | st.dates().map(str))
def test_any_text_is_read_without_failing(words: str, published: str | None) -> None:
    for one in events(f"bầu cử {words}", published):
        assert 0 <= one.start < one.end <= len(words) + 7
    for kept in kept_days(f"kỷ niệm {words} (2/9/1945)"):
        assert 1 <= kept.month <= 12
        assert 1 <= kept.day <= 31
