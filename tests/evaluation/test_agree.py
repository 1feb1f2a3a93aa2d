"""When two values say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.evaluation.agree import same_date, same_name, same_phrase, words

names = st.text(alphabet="abcđêăàgn ", min_size=1, max_size=20).filter(lambda text: bool(words(text)))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lê Hoài Trung", "Lê Hoài Trung", True),
        ("Lê Hoài Trung", "Le Hoai Trung", True),
        ("Shii Kazuo", "Kazuo Shii", True),
        ("Đinh Thị Thúy", "Đinh Thị Thuý", True),
        ("Sonexay Siphandone", "Siphandone", False),
        ("Samdech Techo Hun Sen", "Hun Sen", True),
        ("Nguyễn Văn An", "Nguyễn Văn Bình", False),
        ("志位和夫", "志位和夫", True),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@given(names)
def test_a_name_is_its_own_in_any_order_and_case(name: str) -> None:
    assert same_name(name, name)
    assert same_name(name, " ".join(reversed(name.upper().split())))


@pytest.mark.parametrize(
    ("gold", "seen", "same"),
    [
        ("2024-12-05", "2024-12-05", True),
        ("XXXX-12-05", "2024-12-05", True),
        ("2024-12-05", "XXXX-12-05", False),
        ("../2024-12-07", "2024-12-07", True),
        ("2024-12-07/..", "../2024-12-07", True),
        ("2024-12-03/2024-12-07", "2024-12-07", False),
        ("XXXX-12-03/XXXX-12-07", "2024-12-03/2024-12-07", True),
        ("2024-12", "2024-12-05", False),
        (None, None, True),
        (None, "2024", False),
        ("2024", None, False),
    ],
)
def test_dates(gold: str | None, seen: str | None, same: bool) -> None:
    assert same_date(gold, seen) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nhà Quốc hội", "nhà quốc hội", True),
        ("Trụ sở Trung ương Đảng", "trụ sở Trung ương", True),
        ("Nhà Quốc hội", "Trụ sở Chính phủ", False),
        (None, "", True),
        ("Москва", "Москва", True),
        ("Москва", "Киев", False),
    ],
)
def test_phrases(one: str | None, other: str | None, same: bool) -> None:
    assert same_phrase(one, other) is same
    assert same_phrase(other, one) is same
