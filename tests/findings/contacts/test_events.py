"""Conferences, sessions and feasts that are attended: whose they are, their dates and what is none."""

import pytest

from tests.findings.reading import of_form, place, told, wrong

CASES = [
    (
        "Ngày 12/3, tại Geneva, Bộ trưởng Y tế Lê Thị Hương Giang dự Hội nghị của Tổ chức Y tế Thế giới.",
        ["conference held 2025-03-12 VN[Lê Thị Hương Giang] WHO[]"],
    ),
    (
        "Sáng 13/3, Thủ tướng Trần Quang Hải dự Hội nghị Cấp cao ASEAN tại Kuala Lumpur, Malaysia.",
        ["conference held 2025-03-13 ASEAN[] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 12/3, Thủ tướng Trần Quang Hải dự Hội nghị Cấp cao ASEAN - Ấn Độ.",
        ["conference held 2025-03-12 ASEAN[] IN[] VN[Trần Quang Hải]"],
    ),
    (
        "Bên lề Hội nghị Bộ trưởng WTO, ngày 12/3, Bộ trưởng Công Thương Nguyễn Đức Thịnh gặp"
        " Bộ trưởng Thương mại Australia Peter Collins.",
        [
            "conference held - AU[Peter Collins] VN[Nguyễn Đức Thịnh] WTO[]",
            "meeting held 2025-03-12 AU[Peter Collins] VN[Nguyễn Đức Thịnh]",
        ],
    ),
    (
        "Ngày 13/3, tại Hà Nội, Bộ trưởng Ngoại giao Nguyễn Đức Thịnh và Bộ trưởng Ngoại giao Nga Ivan Petrov"
        " đồng chủ trì Phiên họp lần thứ 5 Ủy ban liên Chính phủ Việt Nam - Nga.",
        ["talks held 2025-03-13 RU[Ivan Petrov] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Sáng 12/3, tại Seoul, Thủ tướng Trần Quang Hải tọa đàm với các doanh nghiệp Hàn Quốc.",
        ["conference held 2025-03-12 KR[] VN[Trần Quang Hải]"],
    ),
    (
        "Từ ngày 20-22/3, Chủ tịch Quốc hội Lê Thị Hương Giang sẽ dự Đại hội đồng"
        " Liên minh Nghị viện Thế giới tại Tashkent.",
        ["conference planned 2025-03-20/2025-03-22 IPU[] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Tổng thống Indonesia Budi Santoso và Tổng thống Brazil João da Silva dự Hội nghị thượng đỉnh BRICS ngày 9/3.",
        ["conference held 2025-03-09 BR[João da Silva] BRICS[] ID[Budi Santoso]"],
    ),
    (
        "Ngày 12/3, Thứ trưởng Quốc phòng Nguyễn Đức Thịnh đồng chủ trì Đối thoại Chính sách Quốc phòng"
        " Việt Nam - Canada với Thứ trưởng Quốc phòng Canada Anne Tremblay.",
        ["talks held 2025-03-12 CA[Anne Tremblay] VN[Nguyễn Đức Thịnh]"],
    ),
    wrong(
        "Ngày 12/3, Bộ trưởng Ngoại giao Nguyễn Đức Thịnh dự Hội nghị Bộ trưởng Ngoại giao ASEAN - Nhật Bản.",
        ["conference held 2025-03-12 ASEAN[] JP[] VN[Nguyễn Đức Thịnh]"],
        reason="an office in a conference's name (Bộ trưởng Ngoại giao ASEAN) is taken for the attendee's office",
    ),
    (
        "Ngày 12/3, Việt Nam và Lào tổ chức Kỳ họp lần thứ 45 Ủy ban liên Chính phủ tại Viêng Chăn.",
        ["talks held 2025-03-12 LA[] VN[]"],
    ),
    (
        "Ngày 12/3, tại New York, bên lề Khóa họp Đại hội đồng Liên hợp quốc, Ngoại trưởng Mỹ John F. Miller gặp"
        " Ngoại trưởng Nga Ivan Petrov.",
        [
            "conference held - RU[Ivan Petrov] UN[] US[John F. Miller]",
            "meeting held 2025-03-12 RU[Ivan Petrov] US[John F. Miller]",
        ],
    ),
]

NONE = [
    "Sáng 12/3, Thủ tướng Trần Quang Hải chủ trì Hội nghị toàn quốc về chuyển đổi số.",
    "Chiều 12/3, Chủ tịch Quốc hội Lê Thị Hương Giang dự Đại hội Đảng bộ tỉnh Quảng Ninh.",
    "Hội thảo về cà phê do Hiệp hội Cà phê Việt Nam tổ chức thu hút nhiều nông dân.",
    "Hội nghị Trung ương lần thứ 10 khai mạc sáng 12/3 tại Hà Nội.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_attends_what(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_held_among_ones_own_is_none(sentence: str) -> None:
    assert told(sentence) == []


def test_a_conference_stands_where_it_is_held() -> None:
    assert place(of_form("conference", CASES[0][0])) == (None, "Geneva", "CH")
    assert place(of_form("conference", CASES[1][0])) == (None, "Kuala Lumpur", "MY")


def test_an_organisation_gives_the_international_channel() -> None:
    assert set(of_form("conference", CASES[1][0]).channels) == {"government", "international"}


def test_the_interval_of_the_trip_is_not_that_of_the_conference() -> None:
    assert told("Thủ tướng Trần Quang Hải thăm chính thức Thụy Sĩ và dự Hội nghị thường niên WEF từ ngày 10-13/3.") == [
        "conference held - VN[Trần Quang Hải] WEF[]",
        "visit held 2025-03-10/2025-03-13 CH[] VN[Trần Quang Hải]",
    ]


def test_a_conference_online_is_held_online_and_nowhere() -> None:
    found = of_form(
        "conference", "Ngày 12/3, Phó Thủ tướng Nguyễn Đức Thịnh dự trực tuyến Hội nghị cấp cao của Liên hợp quốc."
    )
    assert (found.mode, found.country) == ("online", None)
    assert {side.country or side.org for side in found.sides} == {"VN", "UN"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổng thống Brazil Joao Lima mời Thủ tướng Trần Quang Hải dự Hội nghị Thượng đỉnh G20.",
        "Chủ tịch Lào Khamphao Vongsa đã được gửi lời mời thăm Nga, trong dịp diễn ra Diễn đàn Kinh tế phương Đông.",
    ],
)
def test_an_invitation_to_an_event_is_no_attendance(sentence: str) -> None:
    assert [contact for contact in told(sentence) if contact.startswith("conference")] == []


def test_those_with_whom_the_last_named_attend() -> None:
    assert told(
        "Ngày 12/3, Thủ tướng Trần Quang Hải cùng lãnh đạo cấp cao của 36 quốc gia, cùng Tổng Thư ký Liên hợp quốc"
        " Antonio Mendes dự Diễn đàn Khí hậu tại Geneva, Thụy Sĩ."
    ) == ["conference held 2025-03-12 CH[] UN[Antonio Mendes] VN[Trần Quang Hải]"]


def test_the_place_that_opens_the_sentence_tells_the_host() -> None:
    assert told(
        "Sáng 12/3, tại Phnom Penh của Campuchia, Chủ tịch Quốc hội Trần Quang Hải dự Diễn đàn Nghị viện lần thứ 11."
    ) == ["conference held 2025-03-12 KH[] VN[Trần Quang Hải]"]
