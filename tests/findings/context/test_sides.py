"""Sides: whose somebody is where no office says it, with the reason."""

import pytest

from tests.findings.reading import one


@pytest.mark.parametrize(
    ("sentence", "country", "reason"),
    [
        (
            "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Thủ tướng Lào Bounmy Sisavath.",
            "VN",
            "office and name of the home form, no other country is told with them",
        ),
        (
            "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Thủ tướng Lào Bounmy Sisavath.",
            "LA",
            "the country or organisation that these words name",
        ),
        (
            "Ngày 12/3, tại Budapest, Bộ trưởng Công an Nguyễn Đức Thịnh hội đàm với Bộ trưởng Nội vụ Nagy Péter.",
            "HU",
            "the country in which it took place",
        ),
    ],
)
def test_why_somebody_stands_on_a_side(sentence: str, country: str, reason: str) -> None:
    contact = one(sentence)
    number = next(number for number, side in enumerate(contact.sides) if side.country == country)
    assert [why.reason for why in contact.inferred if why.field == f"sides.{number}.country"] == [reason]


def test_a_person_stands_once_in_a_contact() -> None:
    contact = one(
        "Ngày 12/3, Thủ tướng Ý Paolo Ricci và Bộ trưởng Ngoại giao Ý Luca Bianchi gặp Tổng thống Peru Luis Torres.",
        "Cùng dự có Bộ trưởng Ngoại giao Luca Bianchi.",
    )
    names = [person.name for side in contact.sides for person in side.people]
    assert sorted(name or "" for name in names) == ["Luca Bianchi", "Luis Torres", "Paolo Ricci"]


def test_a_joint_delegation_is_one_side() -> None:
    contact = one("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp đoàn đại biểu Quốc hội Hungary do Nagy Péter dẫn đầu.")
    assert {side.country for side in contact.sides} == {"VN", "HU"}
