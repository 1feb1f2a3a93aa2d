"""Who else was there: lists of those present join the contact told before."""

import pytest

from tests.findings.reading import of_form, offices, read

TALKS = "Ngày 12/3, tại Hà Nội, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath."
BOTH = {"Trần Quang Hải", "Bounmy Sisavath"}


@pytest.mark.parametrize(
    ("sentence", "also"),
    [
        ("Cùng dự hội đàm có Bộ trưởng Ngoại giao Nguyễn Đức Thịnh.", {"Nguyễn Đức Thịnh"}),
        (
            "Tham dự hội đàm có Phó Thủ tướng Lê Thị Hương Giang và Đại sứ Lào tại Việt Nam Khamphao Vongsa.",
            {"Lê Thị Hương Giang", "Khamphao Vongsa"},
        ),
        (
            "Về phía Việt Nam có Bộ trưởng Công an Nguyễn Đức Thịnh; về phía Lào có Bộ trưởng Tài chính Somphone Keo.",
            {"Nguyễn Đức Thịnh", "Somphone Keo"},
        ),
        (
            "Cùng dự có Bộ trưởng Quốc phòng Nguyễn Đức Thịnh, Chủ nhiệm Văn phòng Chính phủ Lê Thị Hương Giang.",
            {"Nguyễn Đức Thịnh", "Lê Thị Hương Giang"},
        ),
        ("Đại sứ Lào Khamphao Vongsa cho biết hội đàm thành công.", set()),
    ],
)
def test_those_listed_take_part(sentence: str, also: set[str]) -> None:
    assert set(offices(of_form("talks", TALKS, sentence))) == BOTH | also


def test_a_list_of_those_present_is_no_contact_of_its_own() -> None:
    assert [contact.form for contact in read(TALKS, "Cùng dự có Đại sứ Lào Khamphao Vongsa.").contacts] == ["talks"]


def test_a_list_without_a_contact_before_it_gives_nothing() -> None:
    assert read("Cùng dự có Bộ trưởng Công an Nguyễn Đức Thịnh và Đại sứ Lào Khamphao Vongsa.").contacts == ()


def test_who_is_listed_for_a_side_stands_on_that_side() -> None:
    talks = of_form("talks", TALKS, "Về phía Lào có Bộ trưởng Tài chính Somphone Keo, Thứ trưởng Công an Bounthong Sy.")
    (laos,) = (side for side in talks.sides if side.country == "LA")
    assert {person.name for person in laos.people} == {"Bounmy Sisavath", "Somphone Keo", "Bounthong Sy"}
