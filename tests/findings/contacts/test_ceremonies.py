"""Ceremonies: welcomes, credentials, orders, wreaths, commemorations with somebody from abroad."""

import pytest

from tests.findings.reading import of_form, one, place, told

CASES = [
    (
        "Sáng 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải chủ trì lễ đón Tổng thống Hàn Quốc Kim Min-jae.",
        ["ceremony held 2025-03-12 KR[Kim Min-jae] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 11/3, Đại sứ Việt Nam Nguyễn Đức Thịnh đã trình Quốc thư lên Tổng thống Ai Cập Omar Hassan.",
        ["ceremony held 2025-03-11 EG[Omar Hassan] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Chiều 11/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải nhận Quốc thư của Đại sứ Chile Carlos Vega.",
        ["ceremony held 2025-03-11 CL[Carlos Vega] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 12/3, Phó Chủ tịch nước Lê Thị Hương Giang đã trao Huân chương Hữu nghị tặng Đại sứ Cuba"
        " Ernesto Ruiz Delgado.",
        ["ceremony held 2025-03-12 CU[Ernesto Ruiz Delgado] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Chiều 12/3, Bộ trưởng Ngoại giao Nguyễn Đức Thịnh đến Đại sứ quán Iran tại Hà Nội viếng và ghi sổ tang"
        " Tổng thống Iran Reza Karimi.",
        ["ceremony held 2025-03-12 IR[] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Tối 12/3, Tổng thống Ấn Độ Ravi Kumar Sharma chủ trì chiêu đãi trọng thể chào mừng"
        " Chủ tịch nước Trần Quang Hải.",
        ["ceremony held 2025-03-12 IN[Ravi Kumar Sharma] VN[Trần Quang Hải]"],
    ),
    (
        "Sáng 13/3, Thủ tướng Thái Lan Somchai Prasert đã đặt vòng hoa tại Đài tưởng niệm các Anh hùng liệt sĩ"
        " và vào Lăng viếng Chủ tịch Hồ Chí Minh.",
        ["ceremony held 2025-03-13 TH[Somchai Prasert] VN[]"],
    ),
    (
        "Tối 13/3, Thứ trưởng Ngoại giao Lê Thị Hương Giang dự lễ kỷ niệm 50 năm quan hệ ngoại giao Việt Nam - Canada"
        " do Đại sứ quán Canada tổ chức.",
        ["ceremony held 2025-03-13 CA[] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Ngày 10/3, Quốc vương Nhật Bản chủ trì lễ đón Tổng thống Pháp Jean-Luc Moreau tại Hoàng cung.",
        ["ceremony held 2025-03-10 FR[Jean-Luc Moreau] JP[(Quốc vương Nhật Bản)]"],
    ),
    (
        "Thủ tướng Trần Quang Hải sẽ dự lễ nhậm chức của Tổng thống Indonesia Budi Santoso ngày 20/3.",
        ["ceremony planned 2025-03-20 ID[Budi Santoso] VN[Trần Quang Hải]"],
    ),
    (
        "Sáng 12/3, Hội Hữu nghị Việt Nam - Cuba tổ chức lễ kỷ niệm Quốc khánh Cuba với sự tham dự của"
        " Đại sứ Cuba Ernesto Ruiz Delgado.",
        ["ceremony held 2025-03-12 CU[Ernesto Ruiz Delgado] VN[]"],
    ),
    (
        "Ngày 12/3, Tổng thống Hàn Quốc Kim Min-jae trao tặng Huân chương cho cựu Đại sứ Việt Nam tại Hàn Quốc"
        " Nguyễn Đức Thịnh.",
        ["ceremony held 2025-03-12 KR[Kim Min-jae] VN[Nguyễn Đức Thịnh]"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_honours_whom(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sáng 12/3, Chủ tịch nước Trần Quang Hải trao Huân chương Lao động cho tỉnh Nghệ An.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải dự lễ khởi công cầu vượt sông tại tỉnh Cà Mau.",
        "Sáng 12/3, đoàn cán bộ thành phố đặt vòng hoa tại Nghĩa trang liệt sĩ quốc gia Trường Sơn.",
    ],
)
def test_what_is_celebrated_at_home_alone_is_none(sentence: str) -> None:
    assert told(sentence) == []


def test_a_welcome_and_the_visit_are_two_contacts() -> None:
    assert told(
        "Sáng 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải chủ trì lễ đón Tổng thống Hàn Quốc Kim Min-jae"
        " thăm cấp Nhà nước Việt Nam từ ngày 12-14/3."
    ) == [
        "ceremony held 2025-03-12 KR[Kim Min-jae] VN[Trần Quang Hải]",
        "visit held 2025-03-12/2025-03-14 KR[Kim Min-jae] VN[]",
    ]


def test_a_welcome_takes_place_where_the_sentence_says() -> None:
    welcome = of_form("ceremony", CASES[0][0])
    assert (welcome.mode, place(welcome)) == ("in_person", ("Phủ Chủ tịch", None, "VN"))
    assert welcome.channels == ("state",)


def test_credentials_are_presented_in_the_country_of_the_receiver() -> None:
    assert of_form("ceremony", CASES[2][0]).country == "VN"


@pytest.mark.xfail(strict=True, reason="a home ambassador who presents credentials abroad is placed at home")
def test_credentials_presented_abroad_are_not_presented_at_home() -> None:
    assert of_form("ceremony", CASES[1][0]).country != "VN"


def test_a_welcome_abroad_is_given_by_the_country_visited() -> None:
    found = told(
        "Chủ tịch nước Trần Quang Hải thăm cấp Nhà nước Ba Lan.",
        headline="Lễ đón Chủ tịch nước Trần Quang Hải thăm cấp Nhà nước Ba Lan",
    )
    assert "ceremony held - PL[] VN[Trần Quang Hải]" in found


def test_a_banquet_for_a_guest_on_a_visit_has_the_day_of_the_sentence() -> None:
    contact = of_form(
        "ceremony",
        "Tối 12/3, tại Hà Nội, Chủ tịch nước Trần Quang Hải chủ trì chiêu đãi trọng thể Tổng thống Pháp Luc Moreau đang"
        " thăm cấp Nhà nước tới Việt Nam.",
    )
    assert contact.date == "2025-03-12"


def test_a_funeral_that_a_delegation_comes_for() -> None:
    assert told(
        "Sáng 12/3, Chủ tịch nước Trần Quang Hải tiếp bà Sok Vanna, Phó Chủ tịch Đảng Nhân dân Campuchia nhân dịp bà"
        " sang viếng và dự truy điệu nguyên Chủ tịch nước Lê Đức Thịnh."
    ) == [
        "ceremony held - KH[Sok Vanna] VN[]",
        "meeting held 2025-03-12 KH[Sok Vanna] VN[Trần Quang Hải]",
    ]


def test_a_reception_that_an_embassy_gives() -> None:
    contact = one("Tối 12/3, tại Hà Nội, Đại sứ quán Lào tại Việt Nam đã tổ chức chiêu đãi kỷ niệm 75 năm Quốc khánh.")
    assert (contact.form, contact.city) == ("ceremony", "Hà Nội")
    assert {side.country for side in contact.sides} == {"LA", "VN"}


def test_what_a_guest_has_come_for_has_not_the_day_of_the_reception() -> None:
    contact = of_form(
        "ceremony",
        "Ngày 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải đã tiếp ông Sok Vanna, Chủ tịch Thượng viện"
        " Campuchia sang dự lễ Quốc tang Tổng Bí thư Lê Đức Thịnh.",
    )
    assert (contact.date, contact.venue) == (None, None)


def test_a_guest_who_has_come_to_condole_attends_the_funeral() -> None:
    found = told(
        "Ngày 12/3, Thủ tướng Trần Quang Hải đã tiếp Chủ tịch Quốc hội Cuba Ernesto Ruiz sang chia buồn"
        " và tham dự lễ Quốc tang Tổng Bí thư Lê Đức Thịnh."
    )
    assert "ceremony held - CU[Ernesto Ruiz] VN[]" in found
