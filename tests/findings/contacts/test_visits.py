"""Visits: who travels where and when; legs, ends, inviters, background, what was put off."""

import pytest

from tests.findings.reading import of_form, one, place, told, wrong

CASES = [
    (
        "Chủ tịch nước Trần Quang Hải thăm cấp Nhà nước Indonesia từ ngày 9 đến 11/3.",
        ["visit held 2025-03-09/2025-03-11 ID[] VN[Trần Quang Hải]"],
    ),
    (
        "Từ ngày 5-10/3, Thủ tướng Trần Quang Hải thăm chính thức Lào và Campuchia.",
        [
            "visit held 2025-03-05/2025-03-10 KH[] VN[Trần Quang Hải]",
            "visit held 2025-03-05/2025-03-10 LA[] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Thủ tướng Trần Quang Hải sẽ thăm chính thức Ba Lan từ ngày 16-18/3 và thăm chính thức Cộng hòa Séc"
        " từ ngày 18-20/3.",
        [
            "visit planned 2025-03-16/2025-03-18 PL[] VN[Trần Quang Hải]",
            "visit planned 2025-03-18/2025-03-20 CZ[] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Sáng 12/3, Chủ tịch Quốc hội Lê Thị Hương Giang rời Hà Nội, lên đường thăm chính thức Ấn Độ.",
        ["visit held 2025-03-12/.. IN[] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Ngày 13/3, Thủ tướng Thái Lan Somchai Prasert đã đến Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam.",
        ["visit held 2025-03-13/.. TH[Somchai Prasert] VN[]"],
    ),
    (
        "Ngày 13/3, Tổng thống Hàn Quốc Kim Min-jae đã rời Hà Nội, kết thúc chuyến thăm Việt Nam.",
        ["visit held ../2025-03-13 KR[Kim Min-jae] VN[]"],
    ),
    (
        "Chiều 12/3, Thủ tướng Trần Quang Hải tiếp Ngoại trưởng Cuba Ernesto Ruiz Delgado"
        " đang thăm chính thức Việt Nam.",
        [
            "meeting held 2025-03-12 CU[Ernesto Ruiz Delgado] VN[Trần Quang Hải]",
            "visit held - CU[Ernesto Ruiz Delgado] VN[]",
        ],
    ),
    (
        "Nhận lời mời của Thủ tướng Lào Bounmy Sisavath, Thủ tướng Trần Quang Hải sẽ thăm Lào từ ngày 20-22/3.",
        ["visit planned 2025-03-20/2025-03-22 LA[] VN[Trần Quang Hải]"],
    ),
    (
        "Theo lời mời của Quốc vương Malaysia, Chủ tịch nước Trần Quang Hải thăm cấp Nhà nước Malaysia"
        " từ ngày 12-15/3.",
        ["visit held 2025-03-12/2025-03-15 MY[] VN[Trần Quang Hải]"],
    ),
    ("Ngày 8/3, Tổng thống Nga Ivan Petrov đã thăm Trung Quốc.", ["visit held 2025-03-08 CN[] RU[Ivan Petrov]"]),
    (
        "Ngoại trưởng Mỹ John F. Miller đã hủy chuyến thăm Trung Quốc dự kiến ngày 16/3.",
        ["visit cancelled 2025-03-16 CN[] US[John F. Miller]"],
    ),
    (
        "Tổng thống Brazil João da Silva hoãn chuyến thăm Nhật Bản dự kiến vào ngày 20/3.",
        ["visit cancelled 2025-03-20 BR[João da Silva] JP[]"],
    ),
    (
        "Chuyến thăm Việt Nam của Tổng thống Hàn Quốc Kim Min-jae hồi tháng 6/2023 đã mở ra giai đoạn mới.",
        ["visit recalled 2023-06 KR[Kim Min-jae] VN[]"],
    ),
    (
        "Trong khuôn khổ chuyến thăm Hàn Quốc, ngày 12/3, Bộ trưởng Công an Nguyễn Đức Thịnh hội đàm với"
        " Bộ trưởng Tư pháp Hàn Quốc Park Ji-hoon.",
        [
            "talks held 2025-03-12 KR[Park Ji-hoon] VN[Nguyễn Đức Thịnh]",
            "visit held - KR[] VN[Nguyễn Đức Thịnh]",
        ],
    ),
    (
        "Đoàn đại biểu Quốc hội Việt Nam do Phó Chủ tịch Quốc hội Lê Thị Hương Giang dẫn đầu đang thăm và làm việc"
        " tại Maroc từ ngày 11-14/3.",
        ["visit held 2025-03-11/2025-03-14 MA[] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Quốc vương Bỉ và Hoàng hậu sẽ thăm cấp Nhà nước Việt Nam từ ngày 31/3 đến 4/4.",
        ["visit planned 2025-03-31/2025-04-04 BE[(Quốc vương Bỉ)] VN[]"],
    ),
    (
        "Từ ngày 3-7/3, Bộ trưởng Ngoại giao Nam Phi Thabo Mokoena thăm Ai Cập.",
        ["visit held 2025-03-03/2025-03-07 EG[] ZA[Thabo Mokoena]"],
    ),
    (
        "Thủ tướng Trần Quang Hải thăm chính thức Singapore và thăm làm việc tại Philippines trong các ngày 10-13/3.",
        [
            "visit held 2025-03-10/2025-03-13 PH[] VN[Trần Quang Hải]",
            "visit held 2025-03-10/2025-03-13 SG[] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Từ ngày 10-16/3, Thủ tướng Trần Quang Hải thăm chính thức Brazil, dự Hội nghị thượng đỉnh G20"
        " và thăm Cộng hòa Dominica.",
        [
            "conference held - G20[] VN[Trần Quang Hải]",
            "visit held 2025-03-10/2025-03-16 BR[] VN[Trần Quang Hải]",
            "visit held 2025-03-10/2025-03-16 DO[] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Ngày 12/3, Ngoại trưởng Nhật Bản Mori Keiko thông báo hoãn chuyến thăm Ấn Độ dự kiến từ ngày 18-20/3.",
        ["visit cancelled 2025-03-18/2025-03-20 IN[] JP[Mori Keiko]"],
    ),
    wrong(
        "Sáng 14/3, Chủ tịch nước Trần Quang Hải rời Hà Nội, bắt đầu chuyến thăm cấp Nhà nước tới Ba Lan,"
        " sau đó thăm chính thức Hungary từ ngày 17-19/3.",
        [
            "visit held 2025-03-14/.. PL[] VN[Trần Quang Hải]",
            "visit planned 2025-03-17/2025-03-19 HU[] VN[Trần Quang Hải]",
        ],
        reason="the dates of the second leg are given to the first, and the second is lost",
    ),
    (
        "Thủ tướng Trần Quang Hải đã nhận lời mời thăm Ba Lan của Thủ tướng Ba Lan Jan Kowalski.",
        ["visit planned - PL[] VN[Trần Quang Hải]"],
    ),
    (
        "Tổng thống Ba Lan Jan Kowalski hôm 12/3 tới Paris trong chuyến công du nước ngoài đầu tiên.",
        ["visit held 2025-03-12/.. FR[] PL[Jan Kowalski]"],
    ),
    (
        "Trong chuyến thăm thứ hai của ông tới Pháp năm 2018, Tổng thống Séc Petr Novák gặp Thủ tướng Pháp Luc Moreau.",
        ["meeting recalled 2018 CZ[Petr Novák] FR[Luc Moreau]", "visit recalled 2018 CZ[Petr Novák] FR[]"],
    ),
]

NONE = [
    "Thủ tướng Trần Quang Hải mong sớm được đón Thủ tướng Lào Bounmy Sisavath thăm Việt Nam.",
    "Hai tháng đầu năm, Việt Nam đón gần 4 triệu lượt khách quốc tế đến thăm.",
    "Ngày 12/3, Thủ tướng Trần Quang Hải thăm và làm việc tại tỉnh Cà Mau.",
    "Thủ tướng Trần Quang Hải chuyển lời mời của Tổng Bí thư tới Tổng thống Pháp Jean-Luc Moreau thăm Việt Nam.",
    "Du khách Hàn Quốc thăm vịnh Hạ Long tăng mạnh trong quý I.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_travels_where(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_visit(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (CASES[0][0], (None, None, "ID")),
        (CASES[4][0], (None, "Hà Nội", "VN")),
        (CASES[9][0], (None, None, "CN")),
        (
            "Ngày 13/3, Thủ tướng Trần Quang Hải đến sân bay Wattay, thủ đô Viêng Chăn, bắt đầu chuyến thăm Lào.",
            ("sân bay Wattay", "Viêng Chăn", "LA"),
        ),
    ],
)
def test_where_a_visit_leads(sentence: str, where: tuple[str | None, str | None, str | None]) -> None:
    assert place(one(sentence)) == where


def test_a_visit_has_the_channels_of_the_visitors_alone() -> None:
    contact = one("Chủ tịch Quốc hội Thái Lan Somchai Prasert thăm chính thức Việt Nam từ ngày 11 đến 13/3.")
    assert contact.channels == ("parliament",)


def test_headline_and_lead_tell_one_visit() -> None:
    assert told(
        "Sáng 12/3, Thủ tướng Trần Quang Hải rời Hà Nội, lên đường thăm chính thức Ấn Độ từ ngày 12-14/3.",
        headline="Thủ tướng Trần Quang Hải thăm chính thức Ấn Độ",
    ) == ["visit held 2025-03-12/2025-03-14 IN[] VN[Trần Quang Hải]"]


def test_a_call_at_a_university_abroad_is_a_meeting_there() -> None:
    meeting = of_form(
        "meeting",
        "Thủ tướng Trần Quang Hải thăm chính thức New Zealand từ ngày 10-13/3.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải đã đến thăm Đại học Waikato.",
    )
    assert (meeting.date, meeting.venue) == ("2025-03-12", "Đại học Waikato")
    assert "other" in meeting.channels
    assert {side.country for side in meeting.sides} == {"VN", "NZ"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("thăm chính thức", "thăm chính thức"),
        ("bắt đầu chuyến thăm cấp Nhà nước tới", "thăm cấp Nhà nước"),
        ("thăm", None),
    ],
)
def test_the_kind_of_a_visit_is_quoted_as_told(words: str, kind: str | None) -> None:
    assert one(f"Ngày 12/3, Thủ tướng Trần Quang Hải {words} Ấn Độ.").visit_kind == kind


def test_the_kind_of_a_visit_may_stand_in_the_headline_alone() -> None:
    visit = one(
        "Ngày 12/3, Thủ tướng Trần Quang Hải thăm Ấn Độ.", headline="Thủ tướng Trần Quang Hải thăm chính thức Ấn Độ"
    )
    assert visit.visit_kind == "thăm chính thức"


def test_a_name_without_marks_is_not_taken_for_a_home_name() -> None:
    assert told(
        "Thủ tướng Sok Vanna sẽ thăm chính thức Việt Nam vào tuần tới, theo lời mời của Thủ tướng Trần Quang Hải.",
        headline="Thủ tướng Campuchia sắp thăm Việt Nam",
    ) == ["visit planned [2025-03-17..2025-03-23] KH[Sok Vanna] VN[]"]


def test_whoever_leaves_one_country_for_another_begins_the_next_visit() -> None:
    found = told("Ngày 12/3, Chủ tịch nước Trần Quang Hải rời Baku (Azerbaijan) đi thăm chính thức Ba Lan.")
    assert "visit held 2025-03-12/.. PL[] VN[Trần Quang Hải]" in found


def test_a_coming_visit_is_planned() -> None:
    contact = one("Chuyến thăm Việt Nam sắp tới của Thủ tướng Lào Bounmy Sisavath sẽ mở ra nhiều cơ hội.")
    assert (contact.form, contact.status) == ("visit", "planned")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Máy bay chở Thủ tướng Séc Petr Novák đã hạ cánh xuống sân bay Nội Bài chiều 12/3.",
            ["visit held 2025-03-12/.. CZ[Petr Novák] VN[]"],
        ),
        ("Thủ tướng Séc Petr Novák đã có mặt tại Hà Nội.", ["visit held - CZ[Petr Novák] VN[]"]),
        (
            "Manila là chặng dừng chân cuối của Thủ tướng Séc Petr Novák trong chuyến công du từ ngày 11 đến 13/3.",
            ["visit held 2025-03-11/2025-03-13 CZ[Petr Novák] PH[]"],
        ),
        ("Quán nhỏ là điểm dừng chân của Thủ tướng Séc Petr Novák.", []),
    ],
    ids=["landing", "there", "a stop", "a stop that is no country"],
)
def test_arrivals_and_stops(line: str, expected: list[str]) -> None:
    assert told(line) == expected


def test_the_day_of_taking_office_dates_no_visit() -> None:
    line = "Đây là chuyến thăm Việt Nam đầu tiên của Thủ tướng Séc Petr Novák kể từ khi nhậm chức vào tháng 7/2022."
    assert told(line) == ["visit held - CZ[Petr Novák] VN[]"]


def test_after_a_list_of_inviters_the_home_guest_travels() -> None:
    assert told(
        "Nhận lời mời của Chủ tịch Thượng viện Ba Lan Anna Kowalska, Chủ tịch Quốc hội Armenia Alen Petrosyan, Chủ tịch"
        " Quốc hội Trần Quang Hải thay mặt lãnh đạo Đảng, Nhà nước sẽ thăm Ba Lan và Armenia từ ngày 22-28/3."
    ) == [
        "visit planned 2025-03-22/2025-03-28 AM[] VN[Trần Quang Hải]",
        "visit planned 2025-03-22/2025-03-28 PL[] VN[Trần Quang Hải]",
    ]
