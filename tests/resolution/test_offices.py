"""Offices as single posts, bodies under their names, ranks with their days."""

import pytest

from bangiao.resolution.bodies import body_id, body_key
from bangiao.resolution.offices import posts, telling_titles, titles
from bangiao.resolution.protocol import channel_of, rank_of


@pytest.mark.parametrize(
    ("office", "label", "expected"),
    [
        ("Thủ tướng Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam", "VN", {"thủ tướng"}),
        ("Thủ tướng", "VN", {"thủ tướng"}),
        ("Bộ trưởng Bộ Giáo dục, Khoa học và Thể thao Lào", "LA", {"bộ trưởng giáo dục, khoa học và thể thao"}),
        ("Tổng Bí thư, Chủ tịch nước Lào", "LA", {"tổng bí thư", "chủ tịch nước"}),
        ("Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam", "JP", {"đại sứ đặc mệnh toàn quyền tại việt nam"}),
        ("Phó Thủ tướng kiêm Ngoại trưởng", "KH", {"phó thủ tướng", "bộ trưởng ngoại giao"}),
        (None, "VN", set()),
    ],
)
def test_an_office_is_its_posts_without_the_country(office: str | None, label: str, expected: set[str]) -> None:
    assert titles(office, label) == expected


def test_each_post_keeps_its_own_words() -> None:
    found = posts("Ủy viên Bộ Chính trị, Thường trực Ban Bí thư", "VN")
    assert [one.words for one in found] == ["Ủy viên Bộ Chính trị", "Thường trực Ban Bí thư"]


def test_posts_that_many_hold_tell_nobody() -> None:
    assert telling_titles("Ủy viên Bộ Chính trị, Phó Thủ tướng", "VN") == set()
    assert telling_titles("Ủy viên Bộ Chính trị, Thủ tướng", "VN") == {"thủ tướng"}


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Đảng ta", "Đảng Cộng sản Việt Nam", "VN"),
        ("Ban Đối ngoại Trung ương Đảng", "Ban Đối ngoại Trung ương", "VN"),
        ("Bộ Ngoại giao Nhật Bản", "Bộ Ngoại giao", "JP"),
    ],
)
def test_a_body_under_its_names_is_one(one: str, other: str, label: str) -> None:
    assert body_id(one, label) == body_id(other, label)


def test_bodies_of_two_countries_are_two() -> None:
    assert body_id("Bộ Ngoại giao", "VN") != body_id("Bộ Ngoại giao", "JP")
    assert body_key("Đảng Công Minh", "JP") != body_key("Đảng Cộng sản", "JP")


def test_a_rank_holds_for_its_days_and_cites_its_page() -> None:
    rank = rank_of("thủ tướng", "VN", "2023-05-01")
    assert rank is not None
    assert (rank.rank, "http" in rank.source) == (3, True)
    assert rank_of("thủ tướng", "VN", "1999-01-01") is None
    commission = rank_of("trưởng ban đối ngoại trung ương", "VN", "2023-05-01")
    assert commission is not None
    assert commission.rank == 6


def test_a_post_stands_for_a_channel() -> None:
    posts_ = ("thủ tướng", "chủ tịch quốc hội", "trưởng ban đối ngoại trung ương")
    assert [channel_of(post) for post in posts_] == ["government", "parliament", "party"]
