"""What the later paragraphs of a full report tell: who is meant again, whose the other side is, how long ago it was."""

import pytest

from tests.findings.reading import offices, one, read, told

LONG_AGO = [
    (
        "Cách đây gần hai năm, Tổng thống Pháp Jean-Luc Moreau gặp Tổng thống Nga Ivan Petrov ở Berlin.",
        ["meeting recalled - FR[Jean-Luc Moreau] RU[Ivan Petrov]"],
    ),
    (
        "Lần gần đây nhất Thủ tướng Pháp Jean-Luc Moreau hội đàm với Thủ tướng Nga Ivan Petrov là vào tháng 8/2020.",
        ["talks recalled 2020-08 FR[Jean-Luc Moreau] RU[Ivan Petrov]"],
    ),
]


@pytest.mark.parametrize(("line", "expected"), LONG_AGO)
def test_how_long_ago_it_was(line: str, expected: list[str]) -> None:
    assert told(line) == expected


FRONTED = [
    (
        "Trong cuộc hội đàm với Thủ tướng Ý Paolo Ricci, Thủ tướng Lào Bounmy Sisavath đã cảm ơn.",
        ["talks held - IT[Paolo Ricci] LA[Bounmy Sisavath]"],
    ),
    (
        "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Chủ tịch Thượng viện Nga, Chủ tịch Đảng Cộng sản Nga.",
        [
            "meeting held 2025-03-12 RU[(Chủ tịch Thượng viện Nga)] VN[Trần Quang Hải]",
            "meeting held 2025-03-12 RU[(Chủ tịch Đảng Cộng sản Nga)] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Hai nhà lãnh đạo có cuộc gặp riêng, sau đó dẫn đầu đoàn đại biểu tiến hành hội đàm.",
        [
            "meeting held - IT[Paolo Ricci] VN[Trần Quang Hải]",
            "talks held - IT[Paolo Ricci] VN[Trần Quang Hải]",
        ],
    ),
]


@pytest.mark.parametrize(("line", "expected"), FRONTED)
def test_who_acts_and_with_whom(line: str, expected: list[str]) -> None:
    both = "Thủ tướng Ý Paolo Ricci và Thủ tướng Trần Quang Hải bày tỏ vui mừng."
    assert told(*([both] if line.startswith("Hai") else []), line) == expected


def test_the_monarch_is_of_the_consort_s_country() -> None:
    assert told("Thủ tướng Trần Quang Hải hội kiến Nhà vua và Hoàng hậu Bỉ.") == [
        "meeting held - BE[(Nhà vua)] VN[Trần Quang Hải]"
    ]


def test_a_town_s_name_after_a_title_is_a_name() -> None:
    contact = one("Công chúa kế vị Thụy Điển Victoria Anna thăm Việt Nam.", "Công chúa Victoria cảm ơn.")
    assert offices(contact) == {"Victoria Anna": "Công chúa kế vị Thụy Điển"}


def test_the_other_of_two_countries_holds_the_forum_with_ours() -> None:
    lines = ("Thủ tướng Ý Paolo Ricci hội đàm với Thủ tướng Trần Quang Hải.", "Ông dự diễn đàn doanh nghiệp hai nước.")
    assert "conference held - IT[Paolo Ricci] VN[]" in told(*lines)


def test_nobody_with_a_foreign_name_is_of_home() -> None:
    contacts = read("Tổng thống Jean-Luc Moreau hội đàm với Tổng thống Nga Ivan Petrov tại Đà Nẵng, Việt Nam.").contacts
    assert all(side.country != "VN" or not side.people for contact in contacts for side in contact.sides)


@pytest.mark.parametrize("opener", ["Theo Reuters", "Tại Hà Nội"])
def test_what_opens_a_sentence_is_nobody(opener: str) -> None:
    contact = one(f"{opener}, Thủ tướng Ý Paolo Ricci hội đàm với Thủ tướng Trần Quang Hải.")
    assert set(offices(contact)) == {"Paolo Ricci", "Trần Quang Hải"}


def test_the_how_manyeth_is_no_part_of_an_office() -> None:
    contact = one("Thủ tướng Ý Paolo Ricci thăm Việt Nam.", "Ông Ricci là thủ tướng thứ 14 của Cộng hòa Ý.")
    assert offices(contact) == {"Paolo Ricci": "Thủ tướng Ý"}


def test_a_count_of_such_meetings_is_none() -> None:
    line = "Đây là lần tiếp xúc đầu tiên giữa một lãnh đạo cấp cao Việt Nam với Tổng thống Nga Ivan Petrov."
    assert told(line) == []


def test_a_call_at_the_seat_of_a_government_is_the_visit() -> None:
    assert told("Thủ tướng Ý Paolo Ricci thăm Nhà Trắng.") == ["visit held - IT[Paolo Ricci] US[]"]


TWO_IN_ONE = [
    (
        "Hội nghị thượng đỉnh liên Triều hồi tháng 12 mở ra một chương mới.",
        "talks recalled 2024-12 KP[Kim Chol-su] KR[Kim Min-jae]",
    ),
    ("Thượng đỉnh liên Triều năm 2007 đã qua lâu.", "talks recalled 2007 KP[] KR[]"),
]


@pytest.mark.parametrize(("line", "expected"), TWO_IN_ONE)
def test_two_countries_in_one_word_are_the_sides(line: str, expected: str) -> None:
    leaders = "Tổng thống Hàn Quốc Kim Min-jae và Chủ tịch Triều Tiên Kim Chol-su bày tỏ lạc quan."
    assert expected in told(leaders, line)


TENSES = [
    ("Cuộc gặp giữa Thủ tướng Ý Paolo Ricci và Thủ tướng Lào Bounmy Sisavath dự kiến diễn ra ở Roma.", "planned"),
    ("Cuộc gặp với Thủ tướng Ý Paolo Ricci sẽ là cơ hội tốt, Thủ tướng Lào Bounmy Sisavath nói.", "planned"),
]


@pytest.mark.parametrize(("line", "status"), TENSES)
def test_what_is_said_behind_the_sides_tells_the_tense(line: str, status: str) -> None:
    assert {contact.status for contact in read(line).contacts} <= {status}


def test_this_is_the_visit_that_was_told() -> None:
    lines = ("Thủ tướng Ý Paolo Ricci sẽ thăm Việt Nam tuần tới.", "Đây là chuyến thăm Việt Nam thứ hai của ông Ricci.")
    assert [contact.status for contact in read(*lines).contacts] == ["planned"]


def test_who_is_still_to_leave_is_there() -> None:
    lines = ("Thủ tướng Ý Paolo Ricci đang thăm Việt Nam.", "Ông Ricci sẽ rời Việt Nam ngày mai.")
    assert {contact.status for contact in read(*lines).contacts} == {"held"}


def test_guests_dine_with_the_country_that_they_visit() -> None:
    lines = ("Thủ tướng Ý Paolo Ricci dự tiệc chiêu đãi.", "Ông Ricci thăm Việt Nam từ ngày 12/3.")
    assert "ceremony held - IT[Paolo Ricci] VN[]" in told(*lines)


def test_a_list_of_examples_stands_for_the_general_word() -> None:
    line = "Thủ tướng Trần Quang Hải tiếp các lãnh đạo doanh nghiệp Ý như ông Paolo Ricci và ông Luca Bianchi."
    assert {name for contact in read(line).contacts for name in offices(contact)} >= {"Paolo Ricci", "Luca Bianchi"}


@pytest.mark.parametrize("matter", ["về kết quả cuộc hội đàm", "vì sự đón tiếp"])
def test_a_head_of_government_is_of_no_matter(matter: str) -> None:
    contacts = read("Thủ tướng Trần Quang Hải tiếp ông Paolo Ricci.", f"Ông Ricci cảm ơn Thủ tướng {matter}.").contacts
    assert {office for contact in contacts for office in offices(contact).values()} <= {"Thủ tướng", None}


def test_a_noun_with_a_capital_is_no_town() -> None:
    (contact,) = read("Thủ tướng Ý Paolo Ricci hội đàm với Thủ tướng Trần Quang Hải tại Đại sảnh Hòa Bình.").contacts
    assert contact.city is None


VISITS = [
    (
        "Thủ tướng Lào Bounmy Sisavath cho rằng chuyến thăm Lào lần này của Tổng Bí thư Trần Quang Hải là dấu mốc.",
        ["visit held - LA[] VN[Trần Quang Hải]"],
    ),
    (
        "Chủ tịch nước Trần Quang Hải tiếp Thủ tướng Lào Bounmy Sisavath đến thăm.",
        ["meeting held - LA[Bounmy Sisavath] VN[Trần Quang Hải]", "visit held - LA[Bounmy Sisavath] VN[]"],
    ),
    (
        "Cố vấn An ninh Quốc gia Mỹ John Miller đã có chuyến thăm vào ngày 27-2 đến thủ đô Moskva.",
        ["visit held 2025-02-27 RU[] US[John Miller]"],
    ),
    (
        "Ngoại trưởng Mỹ John Miller gặp báo chí trước khi có chuyến thăm thứ tư tới Lào.",
        ["visit planned - LA[] US[John Miller]"],
    ),
]


@pytest.mark.parametrize(("line", "expected"), VISITS)
def test_visits_told_in_passing(line: str, expected: list[str]) -> None:
    assert told(line) == expected
