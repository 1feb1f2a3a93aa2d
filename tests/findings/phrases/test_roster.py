"""The people of a report: every mention of one person together, with the fullest name and office."""

import pytest

from tests.findings.reading import roster


def people(text: str) -> list[tuple[str | None, str]]:
    """Name and office of everybody in a text."""
    return [(one.name, ", ".join(text[a:b] for a, b in one.office_at)) for one in roster(text).all()]


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thống Nga Ivan Petrov phát biểu. Tổng thống Petrov khẳng định.",
        "Tổng thống Nga Ivan Petrov phát biểu. Tổng thống Nga khẳng định.",
        "Tổng thống Petrov khẳng định. Tổng thống Nga Ivan Petrov phát biểu.",
        "Tổng thống Nga Ivan Petrov phát biểu. Ông Petrov khẳng định.",
        "Tổng thống Nga Ivan Petrov phát biểu. Tổng thống I. Petrov khẳng định.",
    ],
)
def test_name_and_office_in_parts_are_one_person(text: str) -> None:
    assert people(text) == [("Ivan Petrov", "Tổng thống Nga")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thủ tướng Lào gặp Thủ tướng Thái Lan.", 2),
        ("Bộ trưởng Ngoại giao Nguyễn Đức Thịnh gặp Bộ trưởng Công an Nguyễn Đức Bình.", 2),
        ("Tổng thống Hàn Quốc Kim Min-jae gặp Chủ tịch Triều Tiên Kim Chol-su.", 2),
        ("Thủ tướng Trần Quang Hải nói. Thủ tướng khẳng định. Thủ tướng Chính phủ nhấn mạnh.", 1),
        ("Thủ tướng Trần Quang Hải tiếp Thủ tướng Lào Bounmy Sisavath. Thủ tướng Bounmy Sisavath cảm ơn.", 2),
        ("Ông Trần Quang Hải gặp ông Trần Quang Minh.", 2),
    ],
)
def test_how_many_there_are(text: str, number: int) -> None:
    assert len(people(text)) == number


def test_the_fullest_office_is_kept() -> None:
    assert people(
        "Phó Thủ tướng Nguyễn Đức Thịnh phát biểu. Phó Thủ tướng, Bộ trưởng Ngoại giao Nguyễn Đức Thịnh nhấn mạnh."
    ) == [("Nguyễn Đức Thịnh", "Phó Thủ tướng, Bộ trưởng Ngoại giao")]


def test_a_country_is_told_by_any_mention() -> None:
    (person,) = roster("Ông Ivan Petrov phát biểu. Tổng thống Nga Ivan Petrov nhấn mạnh.").all()
    assert person.country == "RU"


def test_an_empty_text_has_nobody() -> None:
    assert people("") == []
