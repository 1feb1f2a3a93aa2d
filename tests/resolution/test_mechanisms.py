"""Mechanisms and their sessions, frameworks and levels: the tables' own examples, and what must hold of any text."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.frameworks import frameworks
from bangiao.resolution.levels import level_of, levels
from bangiao.resolution.mechanisms import adopts, mechanisms, periods, reviews
from bangiao.resolution.spoken_of import countries_in, speaks_of
from bangiao.text.fold import fold


def rows(name: str) -> list[dict[str, Any]]:
    table = tomllib.loads((files("bangiao.resolution") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
    assert table["source"]
    kind = name.removesuffix("s")
    found: list[dict[str, Any]] = table[kind]
    assert all(row["gloss"] and row["examples"] for row in found)
    assert all(fold(word).lower == word for row in found for word in row["words"])
    return found


def examples(name: str, key: str) -> list[tuple[dict[str, Any], str]]:
    return [(row, example) for row in rows(name) for example in row.get(key, [])]


@pytest.mark.parametrize(("row", "example"), examples("mechanisms", "examples"))
def test_each_example_tells_its_mechanism(row: dict[str, Any], example: str) -> None:
    (one,) = mechanisms(example)
    assert one.key == row["key"]
    assert one.number


@pytest.mark.parametrize(("row", "example"), examples("mechanisms", "not_examples"))
def test_no_counter_example_tells_it(row: dict[str, Any], example: str) -> None:
    assert row["key"] not in {one.key for one in mechanisms(example)}


@pytest.mark.parametrize(("row", "example"), examples("frameworks", "examples"))
def test_each_example_names_its_framework(row: dict[str, Any], example: str) -> None:
    assert [one.key for one in frameworks(example)] == [row["key"]]


@pytest.mark.parametrize(("row", "example"), examples("frameworks", "not_examples"))
def test_no_counter_example_names_it(row: dict[str, Any], example: str) -> None:
    assert row["key"] not in {one.key for one in frameworks(example)}


@pytest.mark.parametrize(("row", "example"), examples("levels", "examples"))
def test_each_office_has_its_level(row: dict[str, Any], example: str) -> None:
    level = level_of(example, "VN")
    assert level
    assert level.number == row["level"]


@pytest.mark.parametrize(("row", "example"), examples("levels", "not_examples"))
def test_an_office_of_another_level_has_not(row: dict[str, Any], example: str) -> None:
    level = level_of(example, "VN")
    assert level is None or level.number != row["level"]


def test_the_level_is_that_of_the_highest_post_and_one_lower_for_who_held_it_before() -> None:
    level = level_of("Ủy viên Bộ Chính trị, Thường trực Ban Bí thư", "VN")
    assert level
    assert level.number == 2
    assert level_of("nguyên Thủ tướng", "JP") == levels()[1]
    assert level_of("nghệ sĩ", "JP") is None
    assert level_of(None, "JP") is None


@pytest.mark.parametrize(
    ("words", "number", "sides"),
    [
        ("Kỳ họp lần thứ 47 Ủy ban liên Chính phủ Việt Nam - Lào", 47, "LA VN"),
        ("Khóa họp 25 Uỷ ban liên Chính phủ Việt Nam – Liên bang Nga về hợp tác", 25, "RU VN"),
        ("Kỳ họp thứ VII của Ủy ban hỗn hợp Việt Nam - Thái Lan", 7, "TH VN"),
        ("Phiên họp lần thứ ba Ủy ban hợp tác liên Nghị viện Việt Nam - Nga", 3, "RU VN"),
        ("Tham khảo chính trị Việt Nam – Singapore lần thứ mười một", 11, "SG VN"),
        ("Nhóm Nghị sĩ hữu nghị Việt - Nhật tổ chức họp nhóm lần thứ 3", 3, "JP VN"),
        ("Ủy ban liên Chính phủ Việt Nam - Lào, sau chuyến thăm lần thứ 2", None, "LA VN"),
    ],
)
def test_numbers_and_sides_are_read_beside_the_name(words: str, number: int | None, sides: str) -> None:
    (one,) = mechanisms(words)
    assert (one.number, " ".join(sorted(one.sides))) == (number, sides)


def test_a_session_takes_place_lies_ahead_or_is_looked_back_at() -> None:
    session = "Kỳ họp lần thứ 5 Ủy ban hỗn hợp Việt Nam - Lào"
    for words, convened, ahead in (
        (f"Hai Bộ trưởng đồng chủ trì {session}.", True, False),
        (f"Tại {session}, hai bên nhất trí.", True, False),
        (f"Hai bên sẽ tổ chức {session} vào năm sau.", True, True),
        (f"Hai bên triển khai kết quả chuyến thăm cũng như {session}.", False, False),
    ):
        (one,) = mechanisms(words)
        assert (one.convened, one.ahead) == (convened, ahead), words


def test_what_was_reviewed_and_what_was_adopted_for_which_period() -> None:
    told = "Hai bên rà soát việc thực hiện, thông qua kế hoạch hoạt động 6 tháng cuối năm 2023."
    assert reviews(told)
    assert adopts(told)
    assert periods(told) == ("6 tháng cuối năm 2023",)
    assert adopts("Trong 6 tháng cuối năm 2023, hai bên sẽ tiếp tục trao đổi đoàn.")
    assert not adopts("Hai bên có kế hoạch và sẽ ký.")
    assert not reviews("Hai bên chúc mừng nhau.")
    assert periods("giai đoạn 2021-2025 và quý II/2024") == ("giai đoạn 2021-2025", "quý II/2024")


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Hai nước nâng cấp quan hệ lên Đối tác chiến lược toàn diện", "raised"),
        ("Hai bên kỳ vọng sẽ nâng cấp quan hệ lên Đối tác chiến lược", "ahead"),
        ("Việt Nam là đối tác toàn diện của Lào", "named"),
    ],
)
def test_a_framework_is_raised_wished_or_named(words: str, how: str) -> None:
    assert [one.how for one in frameworks(words)] == [how]


VN_JP = frozenset({"VN", "JP"})


@pytest.mark.parametrize(
    ("words", "told", "about"),
    [
        ("Quan hệ Việt Nam - Nhật Bản phát triển", [], True),
        ("Hai nước phát triển quan hệ", [VN_JP], True),
        ("Hai nước phát triển quan hệ", [VN_JP, frozenset({"VN", "LA"})], False),
        ("Nhật Bản coi trọng quan hệ hai nước", [VN_JP], True),
        ("Quan hệ Việt Nam - Lào phát triển", [VN_JP], False),
        ("Kinh tế phát triển", [VN_JP], False),
    ],
)
def test_of_which_sides_a_sentence_speaks(words: str, told: list[frozenset[str]], about: bool) -> None:
    assert speaks_of(words, VN_JP, told) is about


def test_a_province_that_holds_a_countrys_name_is_no_country() -> None:
    assert [code for _, _, code in countries_in("Tại tỉnh Lào Cai, Nhóm Việt - Nhật họp")] == ["VN", "JP"]


@given(st.text(max_size=200) | st.sampled_from(["kỳ họp lần thứ ", "ủy ban hỗn hợp ", "đối tác chiến lược "]))
def test_any_text_is_read_without_failing_and_offsets_lie_in_it(words: str) -> None:
    spans = [(one.start, one.end) for one in mechanisms(words)] + [(one.start, one.end) for one in frameworks(words)]
    assert all(0 <= start < end <= len(words) for start, end in spans)
    for start, end, _ in countries_in(words):
        assert 0 <= start < end <= len(words)
    assert all(period in words for period in periods(words))
