"""Meetings, talks and calls: who with whom, on which day, how, and what is none."""

import pytest

from tests.findings.reading import of_form, offices, one, place, read, summary, told

CASES = [
    (
        "Chiều 12/3, tại Trụ sở Chính phủ, Thủ tướng Trần Quang Hải đã tiếp Bộ trưởng Ngoại giao Hàn Quốc Kim Min-jae.",
        ["meeting held 2025-03-12 KR[Kim Min-jae] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 13/3, Chủ tịch Quốc hội Lê Thị Hương Giang hội đàm với Chủ tịch Hạ viện Thái Lan Somchai Prasert.",
        ["talks held 2025-03-13 TH[Somchai Prasert] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Tối 13/3, Bộ trưởng Quốc phòng Nguyễn Đức Thịnh điện đàm với Bộ trưởng Quốc phòng Pháp Jean-Luc Moreau.",
        ["call held 2025-03-13 FR[Jean-Luc Moreau] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Cuộc gặp giữa Tổng thống Indonesia Budi Santoso và Thủ tướng Malaysia Ahmad bin Ismail diễn ra ngày 11/3.",
        ["meeting held 2025-03-11 ID[Budi Santoso] MY[Ahmad bin Ismail]"],
    ),
    (
        "Ngày 10/3, Tổng thống Pháp Jean-Luc Moreau và Thủ tướng Đức Klaus von Bergmann đã hội đàm tại Berlin.",
        ["talks held 2025-03-10 DE[Klaus von Bergmann] FR[Jean-Luc Moreau]"],
    ),
    (
        "Hôm nay, Phó Thủ tướng Nguyễn Đức Thịnh làm việc với Phó Chủ tịch Ngân hàng Thế giới Maria Lopez.",
        ["meeting held 2025-03-14 VN[Nguyễn Đức Thịnh] World Bank[Maria Lopez]"],
    ),
    (
        "Chiều 12/3, Chủ tịch nước Trần Quang Hải lần lượt tiếp Đại sứ Cuba Ernesto Ruiz Delgado"
        " và Đại sứ Ấn Độ Ravi Kumar Sharma.",
        [
            "meeting held 2025-03-12 CU[Ernesto Ruiz Delgado] VN[Trần Quang Hải]",
            "meeting held 2025-03-12 IN[Ravi Kumar Sharma] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Sáng 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Thương mại Australia Peter Collins"
        " cùng Đại sứ Australia tại Việt Nam Helen Brown.",
        ["meeting held 2025-03-12 AU[Helen Brown; Peter Collins] VN[Trần Quang Hải]"],
    ),
    (
        "Chiều 12/3, tại Tokyo, Thủ tướng Trần Quang Hải gặp Chủ tịch Hạ viện Nhật Bản Mori Keiko"
        " và Chủ tịch Thượng viện Nhật Bản Yamaguchi Haruto.",
        [
            "meeting held 2025-03-12 JP[Mori Keiko] VN[Trần Quang Hải]",
            "meeting held 2025-03-12 JP[Yamaguchi Haruto] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Ngày 20/3 tới, Thủ tướng Trần Quang Hải sẽ hội đàm với Thủ tướng Lào Bounmy Sisavath.",
        ["talks planned 2025-03-20 LA[Bounmy Sisavath] VN[Trần Quang Hải]"],
    ),
    (
        "Cuộc hội đàm ngày 13/3 giữa Ngoại trưởng Đức Klaus von Bergmann và Ngoại trưởng Iran Reza Karimi đã bị hủy.",
        ["talks cancelled 2025-03-13 DE[Klaus von Bergmann] IR[Reza Karimi]"],
    ),
    (
        "Thủ tướng Trần Quang Hải từng gặp Thủ tướng Thái Lan Somchai Prasert tại Bangkok hồi tháng 9/2024.",
        ["meeting recalled 2024-09 TH[Somchai Prasert] VN[Trần Quang Hải]"],
    ),
    (
        "Sáng 12/3, Bộ trưởng Y tế Lê Thị Hương Giang hội đàm trực tuyến với Bộ trưởng Y tế Cuba Ernesto Ruiz Delgado.",
        ["talks held 2025-03-12 CU[Ernesto Ruiz Delgado] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Chiều 11/3, Đại sứ Hungary Nagy Péter đã đến chào từ biệt Chủ tịch nước Trần Quang Hải.",
        ["meeting held 2025-03-11 HU[Nagy Péter] VN[Trần Quang Hải]"],
    ),
    (
        "Trong cuộc tiếp Đại sứ Canada Anne Tremblay, Phó Thủ tướng Nguyễn Đức Thịnh đề nghị hai bên mở rộng đầu tư.",
        ["meeting held - CA[Anne Tremblay] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Khi tiếp Ngoại trưởng Mông Cổ Bat Erdene chiều 12/3, Thủ tướng Trần Quang Hải cảm ơn sự giúp đỡ của bạn.",
        ["meeting held 2025-03-12 MN[Bat Erdene] VN[Trần Quang Hải]"],
    ),
    (
        "Tại buổi hội kiến Quốc vương Campuchia ngày 11/3, Chủ tịch Quốc hội Lê Thị Hương Giang gửi lời cảm ơn.",
        ["meeting held 2025-03-11 KH[(Quốc vương Campuchia)] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Ngày 12/3, Tổng Bí thư Trần Quang Hải tiếp đoàn đại biểu Đảng Cộng sản Pháp do Bí thư toàn quốc"
        " Jean-Luc Moreau dẫn đầu.",
        ["meeting held 2025-03-12 FR[Jean-Luc Moreau] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 12/3, Bí thư Thành ủy Hải Phòng Nguyễn Đức Thịnh tiếp Tổng Lãnh sự Trung Quốc Lý Vĩ Dân.",
        ["meeting held 2025-03-12 CN[Lý Vĩ Dân] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Hôm 12/3, Tổng thống Mỹ John F. Miller đã điện đàm với Tổng thống Ukraine Oleh Kovalenko.",
        ["call held 2025-03-12 UA[Oleh Kovalenko] US[John F. Miller]"],
    ),
    (
        "Ngày 13/3, Phó Chủ tịch Ủy ban nhân dân tỉnh Lào Cai Nguyễn Đức Thịnh đã hội đàm với"
        " Phó Tỉnh trưởng tỉnh Vân Nam (Trung Quốc) Lý Vĩ Dân.",
        ["talks held 2025-03-13 CN[Lý Vĩ Dân] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Trước đó, trưa cùng ngày, Ngoại trưởng Singapore Tan Wei Ming tiếp Ngoại trưởng Brunei Haji Yusof.",
        ["meeting held - BN[Haji Yusof] SG[Tan Wei Ming]"],
    ),
    (
        "Sau cuộc điện đàm ngày 10/3, Tổng thống Mỹ John F. Miller và Tổng thống Nga Ivan Petrov nhất trí gặp nhau.",
        ["call held 2025-03-10 RU[Ivan Petrov] US[John F. Miller]"],
    ),
    (
        "Ngày 12/3, ông Nguyễn Đức Thịnh - Thứ trưởng Bộ Ngoại giao - đã tiếp ông Luis Torres - Đại sứ Peru.",
        ["meeting held 2025-03-12 PE[Luis Torres] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Phó Thủ tướng Nguyễn Đức Thịnh đã có buổi tiếp bà Anna Berg, Giám đốc Quốc gia Ngân hàng Thế giới.",
        ["meeting held - VN[Nguyễn Đức Thịnh] World Bank[Anna Berg]"],
    ),
    (
        "Ngày 12/3, phái đoàn Mỹ và phái đoàn Nga đã đàm phán tại Riyadh.",
        ["talks held 2025-03-12 RU[] US[]"],
    ),
    (
        "Ngày 12/3, Nhà Trắng thông báo Tổng thống Mỹ John F. Miller sẽ gặp Thủ tướng Nhật Bản Mori Keiko ngày 20/3.",
        ["meeting planned 2025-03-20 JP[Mori Keiko] US[John F. Miller]"],
    ),
    (
        "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Chủ tịch Quốc hội Hàn Quốc, Bộ trưởng Tài chính Hàn Quốc.",
        [
            "meeting held 2025-03-12 KR[(Bộ trưởng Tài chính Hàn Quốc)] VN[Trần Quang Hải]",
            "meeting held 2025-03-12 KR[(Chủ tịch Quốc hội Hàn Quốc)] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Ngày 12/3, Chủ tịch Thượng viện Campuchia Sok Vannak và Chủ tịch Quốc hội Lào Khamphao Vongsa lần lượt tiếp"
        " Chủ tịch Quốc hội Lê Thị Hương Giang.",
        [
            "meeting held 2025-03-12 KH[Sok Vannak] VN[Lê Thị Hương Giang]",
            "meeting held 2025-03-12 LA[Khamphao Vongsa] VN[Lê Thị Hương Giang]",
        ],
    ),
    (
        "Ngày 12/3, Thủ tướng Đức Klaus von Bergmann tiếp Tổng thống Ukraine Oleh Kovalenko, Thủ tướng Ba Lan"
        " Jan Kowalski.",
        [
            "meeting held 2025-03-12 DE[Klaus von Bergmann] PL[Jan Kowalski]",
            "meeting held 2025-03-12 DE[Klaus von Bergmann] UA[Oleh Kovalenko]",
        ],
    ),
    (
        "Ngày 12/3, Tổng thống Ba Lan Jan Kowalski đã gặp Thủ tướng Séc Petr Novák. Kowalski sau đó điện đàm"
        " với Thủ tướng Ý Mario Bianchi.",
        [
            "call held 2025-03-12 IT[Mario Bianchi] PL[Jan Kowalski]",
            "meeting held 2025-03-12 CZ[Petr Novák] PL[Jan Kowalski]",
        ],
    ),
    ("Tổng thống Ba Lan Jan Kowalski muốn gặp Thủ tướng Séc Petr Novák trong tháng 5.", []),
    ("Tổng thống Ba Lan Jan Kowalski không gặp Thủ tướng Séc Petr Novák.", []),
    (
        "Ngày 12/3, hãng tin PAP cho biết Tổng thống Ba Lan Jan Kowalski đã gặp Thủ tướng Séc Petr Novák ngày 11/3.",
        ["meeting held 2025-03-11 CZ[Petr Novák] PL[Jan Kowalski]"],
    ),
    (
        '"Chúng tôi sẽ đi xa hơn", Tổng thống Ba Lan Jan Kowalski nói trong cuộc gặp với Thủ tướng Séc Petr Novák.',
        ["meeting held - CZ[Petr Novák] PL[Jan Kowalski]"],
    ),
]

OUTLETS = [
    (
        "VOV.VN - Chiều nay (14/3), Thủ tướng Trần Quang Hải tiếp Đại sứ Peru Luis Torres.",
        ["meeting held 2025-03-14 PE[Luis Torres] VN[Trần Quang Hải]"],
    ),
    (
        "(Chinhphu.vn) - Sáng 12/3, tại Trụ sở Chính phủ, Thủ tướng Trần Quang Hải tiếp Đại sứ Peru Luis Torres.",
        ["meeting held 2025-03-12 PE[Luis Torres] VN[Trần Quang Hải]"],
    ),
    (
        "TTO - Ngày 12-3, Bộ trưởng Quốc phòng Nguyễn Đức Thịnh điện đàm với"
        " Bộ trưởng Quốc phòng Canada Anne Tremblay.",
        ["call held 2025-03-12 CA[Anne Tremblay] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Hà Nội (TTXVN 12/3) Thủ tướng Trần Quang Hải đã tiếp Đại sứ Peru Luis Torres sáng 12/3.",
        ["meeting held 2025-03-12 PE[Luis Torres] VN[Trần Quang Hải]"],
    ),
    (
        "NDO - Ngày 12/3, tại Bắc Kinh, Tổng Bí thư, Chủ tịch nước Trung Quốc Lý Vĩ Dân tiếp"
        " Tổng thống Nga Ivan Petrov.",
        ["meeting held 2025-03-12 CN[Lý Vĩ Dân] RU[Ivan Petrov]"],
    ),
    (
        "Theo phóng viên TTXVN tại Tokyo, ngày 12/3, Đại sứ Việt Nam tại Nhật Bản Nguyễn Đức Thịnh đã có cuộc gặp"
        " Thống đốc tỉnh Wakayama Mori Keiko.",
        ["meeting held 2025-03-12 JP[Mori Keiko] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "THX đưa tin ngày 12/3 Ngoại trưởng Nga Ivan Petrov đã hội đàm với người đồng cấp Ấn Độ Ravi Kumar Sharma.",
        ["talks held 2025-03-12 IN[Ravi Kumar Sharma] RU[Ivan Petrov]"],
    ),
    (
        "Ngày 12/3, đoàn công tác liên ngành Việt Nam do Thứ trưởng Ngoại giao Nguyễn Đức Thịnh dẫn đầu làm việc với"
        " Bộ Ngoại giao Hungary.",
        ["meeting held 2025-03-12 HU[] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Ngày 12/3, đồng chí Nguyễn Đức Thịnh, Bí thư Tỉnh ủy Hà Giang tiếp đồng chí Lý Vĩ Dân, Phó Bí thư Khu ủy"
        " Quảng Tây (Trung Quốc).",
        ["meeting held 2025-03-12 CN[Lý Vĩ Dân] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Ngày 12/3, Thủ tướng Trần Quang Hải hội kiến Tổng thống Ba Lan Jan Kowalski; gặp Chủ tịch Thượng viện Ba Lan"
        " Anna Berg.",
        [
            "meeting held 2025-03-12 PL[Anna Berg] VN[Trần Quang Hải]",
            "meeting held 2025-03-12 PL[Jan Kowalski] VN[Trần Quang Hải]",
        ],
    ),
    (
        "Ngày 12/3, Ngoại trưởng ba nước Nhật Bản, Hàn Quốc và Trung Quốc họp tại Seoul.",
        ["conference held 2025-03-12 CN[(Ngoại trưởng)] JP[(Ngoại trưởng)] KR[(Ngoại trưởng)]"],
    ),
    (
        "Ngày 12/3, Thường trực Ban Bí thư Trần Quang Hải gặp Phó Chủ tịch Đảng Nước Nga Thống nhất Ivan Petrov.",
        ["meeting held 2025-03-12 RU[Ivan Petrov] VN[Trần Quang Hải]"],
    ),
]

NONE = [
    "Sáng 12/3, Chủ tịch Quốc hội Lê Thị Hương Giang tiếp xúc cử tri quận Lê Chân, thành phố Hải Phòng.",
    "Ngày 12/3, Thủ tướng Trần Quang Hải làm việc với Ban Thường vụ Tỉnh ủy Lào Cai về xây dựng nông thôn mới.",
    "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Bộ trưởng Bộ Tài chính Nguyễn Đức Thịnh bàn về ngân sách.",
    "Người phát ngôn Bộ Ngoại giao Lê Thị Hương Giang cho biết Việt Nam luôn coi trọng quan hệ với Hàn Quốc.",
    "Năm 2024, kim ngạch thương mại giữa Việt Nam và Ấn Độ đạt 15 tỷ USD, tăng 8% so với năm trước.",
    "Đội tuyển Việt Nam gặp đội tuyển Thái Lan trong trận chung kết tối 12/3.",
    "Chiều 12/3, Đại sứ Việt Nam tại Ba Lan Nguyễn Đức Thịnh gặp gỡ cộng đồng người Việt Nam tại Warsaw.",
    "Đại sứ quán Việt Nam tại Italy khuyến cáo công dân theo dõi sát tình hình thời tiết.",
    "Triển lãm tranh của họa sĩ Pháp Jean-Luc Moreau mở cửa tại Hà Nội đến hết tháng 4.",
    "Theo Bộ Ngoại giao, gần 300 công dân Việt Nam tại Israel đã được sơ tán an toàn.",
    "Thủ tướng Trần Quang Hải khẳng định Việt Nam sẵn sàng đối thoại với các nước liên quan.",
    "Chủ tịch Quốc hội Lê Thị Hương Giang trả lời phỏng vấn Hãng tin Sputnik (Nga) ngày 12/3.",
    "Ngày 12/3, Bộ Ngoại giao khai giảng lớp tập huấn cho cán bộ ngoại giao Lào.",
    "Ngày 12/3, ca sĩ Hàn Quốc Park Ji-hoon gặp người hâm mộ Việt Nam tại Hà Nội.",
    "Ngày 12/3, Tòa án nhân dân tỉnh Tây Ninh xét xử một bị cáo người Campuchia.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_met_whom(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), OUTLETS, ids=lambda value: value if isinstance(value, str) else "")
def test_who_met_whom_in_an_outlet_s_own_way(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_contact(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mode", "where"),
    [
        (CASES[0][0], "in_person", ("Trụ sở Chính phủ", None, "VN")),
        (CASES[2][0], "phone", (None, None, None)),
        (CASES[4][0], "in_person", (None, "Berlin", "DE")),
        (CASES[5][0], "in_person", (None, None, None)),
        (CASES[11][0], "in_person", (None, "Bangkok", "TH")),
        (CASES[12][0], "online", (None, None, None)),
        (
            "Sáng 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải tiếp Đại sứ Ý Paolo Ricci.",
            "in_person",
            ("Phủ Chủ tịch", None, "VN"),
        ),
        ("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Đại sứ Ý Paolo Ricci.", "in_person", (None, None, "VN")),
        ("Ngày 12/3, Thủ tướng Trần Quang Hải hội kiến Tổng thống Ý Paolo Ricci.", "in_person", (None, None, None)),
        (
            "Ngày 12/3, tại thủ đô Viêng Chăn, Thủ tướng Trần Quang Hải gặp Thủ tướng Lào Bounmy Sisavath.",
            "in_person",
            (None, "Viêng Chăn", "LA"),
        ),
        (
            "Ngày 12/3, Thứ trưởng Ngoại giao Nguyễn Đức Thịnh làm việc với Bộ Ngoại giao Hungary tại Budapest.",
            "in_person",
            (None, "Budapest", "HU"),
        ),
        (
            "Ngày 12/3, Thủ tướng Trần Quang Hải có cuộc điện đàm trực tuyến với Thủ tướng Đức Klaus von Bergmann.",
            "online",
            (None, None, None),
        ),
    ],
)
def test_how_and_where(sentence: str, mode: str, where: tuple[str | None, str | None, str | None]) -> None:
    contact = one(sentence)
    assert (contact.mode, place(contact)) == (mode, where)


def test_each_person_keeps_the_fullest_office() -> None:
    contact = one(
        "Ngày 12/3, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Trần Quang Hải tiếp Ủy viên Bộ Chính trị,"
        " Bí thư Trung ương Đảng, Trưởng Ban Tuyên huấn Trung ương Đảng Nhân dân Cách mạng Lào Bounmy Sisavath."
    )
    assert offices(contact) == {
        "Trần Quang Hải": "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
        "Bounmy Sisavath": "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tuyên huấn Trung ương Đảng"
        " Nhân dân Cách mạng Lào",
    }
    assert contact.channels == ("party",)


def test_offices_before_and_after_the_name_are_joined() -> None:
    contact = one(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Công Thương Séc Petr Novák, Chủ tịch phân ban Séc"
        " trong Ủy ban liên Chính phủ."
    )
    assert offices(contact)["Petr Novák"] == (
        "Bộ trưởng Công Thương Séc, Chủ tịch phân ban Séc trong Ủy ban liên Chính phủ"
    )


def test_a_person_with_two_offices_gives_two_channels() -> None:
    contact = one("Ngày 12/3, Tổng Bí thư, Chủ tịch nước Trần Quang Hải hội đàm với Tổng thống Pháp Jean-Luc Moreau.")
    assert contact.channels == ("party", "state")


def test_those_who_are_only_quoted_take_no_part() -> None:
    contact = one(
        "Ngày 12/3, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath.",
        "Đại sứ Lào tại Việt Nam Khamphao Vongsa cho biết kết quả rất tốt đẹp.",
    )
    assert set(offices(contact)) == {"Trần Quang Hải", "Bounmy Sisavath"}


def test_talks_after_a_welcome_take_its_day_not_its_place() -> None:
    talks = of_form(
        "talks",
        "Sáng 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải chủ trì lễ đón Tổng thống Hàn Quốc Kim Min-jae.",
        "Ngay sau lễ đón, hai nhà lãnh đạo đã tiến hành hội đàm.",
    )
    assert (talks.date, talks.venue) == ("2025-03-12", None)
    assert set(offices(talks)) == {"Trần Quang Hải", "Kim Min-jae"}


@pytest.mark.parametrize(
    ("sentence", "recalled"),
    [
        (
            "Đại sứ Luis Torres nhắc lại cuộc gặp giữa Thủ tướng và Tổng thống Peru Carlos Vega tháng 11/2024.",
            "meeting recalled 2024-11 PE[Carlos Vega] VN[Trần Quang Hải]",
        ),
        (
            "Hai bên từng gặp nhau hồi tháng 10/2024.",
            "meeting recalled 2024-10 PE[Luis Torres] VN[Trần Quang Hải]",
        ),
    ],
)
def test_an_earlier_meeting_is_recalled_beside_the_one_that_is_told(sentence: str, recalled: str) -> None:
    assert told("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Đại sứ Peru Luis Torres.", sentence) == [
        "meeting held 2025-03-12 PE[Luis Torres] VN[Trần Quang Hải]",
        recalled,
    ]


def test_an_agency_of_an_organisation_acts_for_it() -> None:
    contact = one(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp bà Anna Berg, Tổng Thư ký Cơ quan Liên hợp quốc về Thương mại."
    )
    assert contact.channels == ("government", "international")


def test_a_company_s_town_is_no_local_office() -> None:
    contact = one("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp ông Jan Novak, Chủ tịch Hội đồng Kinh doanh Sydney.")
    assert contact.channels == ("government", "business")


def test_officials_who_meet_each_other() -> None:
    assert told("Ngày 12/3, các quan chức Nhật Bản và Hàn Quốc đã họp với nhau tại Seoul.") == [
        "meeting held 2025-03-12 JP[] KR[]"
    ]


def test_a_spouse_told_by_her_husband_s_office_is_no_participant() -> None:
    assert (
        told("Ngày 12/3, Phu nhân Thủ tướng Trần Quang Hải - bà Lê Thị Hương Giang đã thăm Bảo tàng Quốc gia Lào.")
        == []
    )


@pytest.mark.parametrize(
    ("told_as", "name", "office"),
    [
        (
            "Tổng Giám đốc, Hội đồng Kinh doanh Hoa Kỳ - ASEAN John Miller",
            "John Miller",
            "Tổng Giám đốc, Hội đồng Kinh doanh Hoa Kỳ - ASEAN",
        ),
        (
            "Quốc vụ khanh phụ trách thương mại, Bộ Kinh tế Na Uy, bà Anna Berg",
            "Anna Berg",
            "Quốc vụ khanh phụ trách thương mại, Bộ Kinh tế Na Uy",
        ),
        (
            "Chủ tịch Hội đồng Cố vấn kinh tế Nhà Trắng John Miller",
            "John Miller",
            "Chủ tịch Hội đồng Cố vấn kinh tế Nhà Trắng",
        ),
        ("Giám đốc Trung tâm Tài chính Dubai Arif Amir", "Arif Amir", "Giám đốc Trung tâm Tài chính Dubai"),
        (
            "Bộ trưởng Bộ Công tác Công cộng Campuchia Sok Vannak",
            "Sok Vannak",
            "Bộ trưởng Bộ Công tác Công cộng Campuchia",
        ),
    ],
)
def test_the_guest_s_office_is_read_whole(told_as: str, name: str, office: str) -> None:
    assert offices(one(f"Ngày 12/3, Thủ tướng Trần Quang Hải tiếp {told_as}.")) == {
        "Trần Quang Hải": "Thủ tướng",
        name: office,
    }


def test_an_organisation_s_office_alone_is_not_the_host_s() -> None:
    contact = one(
        "Ngày 12/3, Chủ tịch Quốc hội Trần Quang Hải tiếp Chủ tịch Liên minh Nghị viện Pháp ngữ (APF), Phó Chủ tịch"
        " Quốc hội Cameroon Paul Etonga.",
        headline="Chủ tịch Quốc hội Trần Quang Hải tiếp Chủ tịch Liên minh Nghị viện Pháp ngữ",
    )
    assert summary(contact) == "meeting held 2025-03-12 CM[Paul Etonga] VN[Trần Quang Hải]"


def test_the_day_of_talks_that_a_press_meeting_follows() -> None:
    assert told(
        "Trong cuộc gặp báo chí sau hội đàm với Chủ tịch nước Trần Quang Hải sáng 12/3, Tổng thống Hàn Quốc"
        " Kim Min-jae chia sẻ về quan hệ hai nước."
    ) == ["talks held 2025-03-12 KR[Kim Min-jae] VN[Trần Quang Hải]"]


def test_a_headline_that_asks_tells_nothing() -> None:
    assert told("Báo chí hai nước chưa nhắc tới.", headline="Tổng thống Nga Ivan Petrov sẽ gặp Thủ tướng Lào?") == []


@pytest.mark.parametrize(
    ("guest", "side", "channel"),
    [
        ("Bộ trưởng châu Âu và Ngoại giao Pháp Luc Moreau", "FR[Luc Moreau]", "government"),
        ("Thủ tướng nước chủ nhà Singapore Lý Hiển Dân", "SG[Lý Hiển Dân]", "government"),
        ("bà Sok Vanna, Chủ tịch Mặt trận Đoàn kết phát triển Tổ quốc Campuchia", "KH[Sok Vanna]", "people"),
    ],
)
def test_a_guest_s_country_is_found_behind_the_field(guest: str, side: str, channel: str) -> None:
    contact = one(f"Ngày 12/3, Thủ tướng Trần Quang Hải tiếp {guest}.")
    assert side in summary(contact)
    assert channel in contact.channels


def test_a_town_with_its_noun_after_a_comma_is_the_place() -> None:
    contact = one(
        "Chiều 12/3, tại nhà Quốc hội, Thủ đô Canberra, Australia, Thủ tướng Trần Quang Hải hội kiến Chủ tịch"
        " Thượng viện Australia Susan Clark."
    )
    assert place(contact) == ("nhà Quốc hội", "Canberra", "AU")


def test_each_clause_of_a_list_has_its_own_place() -> None:
    found = read(
        "Trong khuôn khổ chuyến thăm Trung Quốc, sáng 12/3, Chủ tịch nước Trần Quang Hải đã dâng hương tại Công viên"
        " Trung tâm; thăm Khu di tích Hội Thanh niên Việt Nam; hội kiến Bí thư Tỉnh ủy Quảng Đông Lý Vĩ Dân."
    )
    meetings = [contact for contact in found.contacts if contact.form == "meeting"]
    assert [(contact.venue, contact.country) for contact in meetings] == [
        ("Khu di tích Hội Thanh niên Việt Nam", "CN"),
        (None, "CN"),
    ]


def test_an_office_that_somebody_has_become_is_no_further_person() -> None:
    assert told("Thủ tướng Singapore Lý Hiển Dân trở thành nhà lãnh đạo thứ hai gặp Tổng thống Nga Ivan Petrov.") == [
        "meeting held - RU[Ivan Petrov] SG[Lý Hiển Dân]"
    ]


def test_a_delegation_of_bodies_is_of_their_country() -> None:
    assert told(
        "Sáng 12/3, Thủ tướng Trần Quang Hải làm việc với Đoàn đại biểu 21 trường đại học hàng đầu của Hoa Kỳ."
    ) == ["meeting held 2025-03-12 US[] VN[Trần Quang Hải]"]
