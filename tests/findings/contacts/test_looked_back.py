"""Visits, meetings and documents of long ago, told in passing."""

import pytest

from tests.findings.reading import told

MAIN = "Ngày 12/3, Tổng thống Ba Lan Jan Kowalski hội đàm với Tổng thống Pháp Luc Moreau tại Warszawa."
TALKS = "talks held 2025-03-12 FR[Luc Moreau] PL[Jan Kowalski]"


@pytest.mark.parametrize(
    ("sentence", "contact"),
    [
        (
            "Quan hệ được nâng cấp trong chuyến thăm của Tổng thống Pháp Luc Moreau năm 2016.",
            "visit recalled 2016 FR[Luc Moreau] PL[]",
        ),
        (
            "Hai bên tiếp tục những việc đã nhất trí trong cuộc hội đàm tháng 12/2021.",
            "talks recalled 2021-12 FR[] PL[]",
        ),
        (
            "Sau cuộc hội đàm năm 2021, ông Kowalski cho rằng quan hệ đã khá hơn.",
            "talks recalled 2021 FR[Luc Moreau] PL[Jan Kowalski]",
        ),
        ("Thỏa thuận Ba Lan - Pháp ký năm 2006 vẫn có hiệu lực.", "signing recalled 2006 FR[] PL[]"),
        ("Hiệp ước được ký năm 1987 giữa Ba Lan và Pháp đã hết hạn.", "signing recalled 1987 FR[] PL[]"),
    ],
)
def test_what_a_report_looks_back_on(sentence: str, contact: str) -> None:
    assert told(MAIN, sentence) == sorted([TALKS, contact])


def test_a_visit_without_a_destination_goes_where_the_visit_before_went() -> None:
    lines = [
        "Tổng thống Ba Lan Jan Kowalski thăm Pháp từ ngày 11 đến 13/3.",
        "Trong chuyến thăm lần thứ nhất năm 2006, ông Kowalski đã đề nghị hợp tác.",
    ]
    assert told(*lines) == [
        "visit held 2025-03-11/2025-03-13 FR[] PL[Jan Kowalski]",
        "visit recalled 2006 FR[] PL[Jan Kowalski]",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai bên mong chờ cuộc hội đàm ngày 12/3.",
        "Ông Kowalski nhắc đến chuyến thăm.",
        "Kim ngạch theo thỏa thuận ký năm nay sẽ tăng.",
    ],
)
def test_what_is_not_long_past_is_not_looked_back_on(sentence: str) -> None:
    assert told(MAIN, sentence) == [TALKS]


def test_the_two_leaders_met_before_at_a_summit_of_others() -> None:
    line = "Lần gần nhất hai nhà lãnh đạo gặp nhau là bên lề hội nghị G20 ở Buenos Aires hồi tháng 12."
    assert told(MAIN, line) == sorted([TALKS, "meeting recalled 2024-12 FR[Luc Moreau] PL[Jan Kowalski]"])


def test_what_was_signed_on_a_visit_of_long_ago_was_signed_then_by_the_states() -> None:
    line = "Trong chuyến thăm của Thủ tướng Ba Lan Adam Nowak đến Pháp năm 2007, hai nước đã ký hiệp định."
    assert told(MAIN, line) == sorted(
        [TALKS, "signing recalled 2007 FR[] PL[]", "visit recalled 2007 FR[] PL[Adam Nowak]"]
    )
