"""Signings: what is signed by whom, before whom, and joint statements."""

import pytest

from tests.findings.reading import of_form, read, told

CASES = [
    (
        "Ngày 12/3, tại Viêng Chăn, Bộ trưởng Công an Nguyễn Đức Thịnh và Bộ trưởng Công an Lào Bounmy Sisavath"
        " đã ký Kế hoạch hợp tác năm 2025.",
        ["signing held 2025-03-12 LA[Bounmy Sisavath] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Ngày 11/3, Bộ trưởng Năng lượng Đức Klaus von Bergmann và Bộ trưởng Năng lượng Na Uy Erik Larsen ký"
        " Hiệp định hợp tác về hydro.",
        ["signing held 2025-03-11 DE[Klaus von Bergmann] NO[Erik Larsen]"],
    ),
    (
        "Chiều 12/3, Thủ tướng Trần Quang Hải và Thủ tướng Singapore Tan Wei Ming chứng kiến lễ ký các văn kiện hợp tác"
        " giữa hai nước.",
        ["signing held 2025-03-12 SG[Tan Wei Ming] VN[Trần Quang Hải]"],
    ),
    (
        "Ngày 20/3, Bộ trưởng Tư pháp Lê Thị Hương Giang sẽ ký Hiệp định tương trợ tư pháp với Bộ trưởng Tư pháp Maroc"
        " Youssef Alami.",
        ["signing planned 2025-03-20 MA[Youssef Alami] VN[Lê Thị Hương Giang]"],
    ),
    (
        "Ngày 12/3, Thống đốc Ngân hàng Nhà nước Nguyễn Đức Thịnh ký Bản ghi nhớ với Giám đốc Quốc gia ADB Mori Keiko.",
        ["signing held 2025-03-12 ADB[Mori Keiko] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Ngày 12/3, UBND tỉnh Nghệ An và UBND tỉnh Xiêng Khoảng (Lào) ký Biên bản hợp tác.",
        ["signing held 2025-03-12 LA[] VN[]"],
    ),
    (
        "Ngày 12/3, ASEAN và EU đã ra Tuyên bố chung.",
        ["signing held 2025-03-12 ASEAN[] EU[]"],
    ),
    (
        "Ngày 12/3, Bộ trưởng Tài chính Nguyễn Đức Thịnh ký Bản ghi nhớ với Chủ tịch ADB Mori Keiko.",
        ["signing held 2025-03-12 ADB[Mori Keiko] VN[Nguyễn Đức Thịnh]"],
    ),
    (
        "Ngày 12/3, Thống đốc Ngân hàng Nhà nước Nguyễn Đức Thịnh ký Bản ghi nhớ với Bộ trưởng Tài chính Lào"
        " Somphone Keo.",
        ["signing held 2025-03-12 LA[Somphone Keo] VN[Nguyễn Đức Thịnh]"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_who_signs_with_whom(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 12/3, Thủ tướng Trần Quang Hải ký Quyết định phê duyệt quy hoạch cảng biển.",
        "Hiệp định thương mại tự do giữa Việt Nam và EU có hiệu lực từ tháng 8/2020.",
        "Ngày 12/3, Tổng thống Mỹ John F. Miller ký sắc lệnh áp thuế đối với thép nhập khẩu.",
    ],
)
def test_an_act_of_one_side_is_no_signing(sentence: str) -> None:
    assert told(sentence) == []


def test_leaders_who_witness_take_part() -> None:
    signing = of_form("signing", CASES[2][0])
    assert {person.name for side in signing.sides for person in side.people} == {"Trần Quang Hải", "Tan Wei Ming"}


def test_talks_and_the_signing_after_them_are_two_contacts() -> None:
    found = read(
        "Ngày 12/3, tại Hà Nội, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Lào Bounmy Sisavath.",
        "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký các văn kiện hợp tác giữa hai nước.",
    )
    assert sorted((contact.form, contact.date) for contact in found.contacts) == [
        ("signing", "2025-03-12"),
        ("talks", "2025-03-12"),
    ]


def test_a_joint_statement_is_a_signing() -> None:
    signing = of_form(
        "signing",
        "Thủ tướng Trần Quang Hải thăm chính thức Brazil từ ngày 10-12/3.",
        "Nhân dịp này, hai nước đã ra Tuyên bố chung Việt Nam - Brazil.",
    )
    assert {side.country for side in signing.sides} == {"VN", "BR"}
