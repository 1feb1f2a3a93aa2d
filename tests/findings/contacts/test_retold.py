"""What a report comes back to: the days of a visit or of talks, told after them."""

import pytest

from tests.findings.reading import of_form, told


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Chuyến thăm diễn ra từ ngày 11 đến 13/3.", "2025-03-11/2025-03-13"),
        ("Đại sứ Séc vui mừng về chuyến thăm của ông Petr Novák, diễn ra từ ngày 11-13/3.", "2025-03-11/2025-03-13"),
        ("Báo chí viết nhiều về chuyến thăm của ông Petr Novák.", None),
        ("Chuyến thăm có ý nghĩa quan trọng.", None),
    ],
)
def test_the_days_of_a_visit_may_follow_it(line: str, date: str | None) -> None:
    assert of_form("visit", "Thủ tướng Séc Petr Novák thăm Việt Nam.", line).date == date


def test_from_the_arrival_to_the_end() -> None:
    line = "Thủ tướng Séc Petr Novák đến Hà Nội tối 11/3 trong chuyến thăm chính thức kéo dài đến 13/3."
    assert told(line) == ["visit held 2025-03-11/2025-03-13 CZ[Petr Novák] VN[]"]


def test_the_arrival_and_the_end_of_one_visit_told_apart_are_one_visit() -> None:
    lines = [
        "Ngày 11/3, Thủ tướng Séc Petr Novák đến Hà Nội.",
        "Chuyến thăm Việt Nam của Thủ tướng Séc Petr Novák diễn ra từ ngày 11 đến 13/3.",
    ]
    assert told(*lines) == ["visit held 2025-03-11/2025-03-13 CZ[Petr Novák] VN[]"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Hai bộ trưởng sau đó đã hội đàm.", "2025-03-12"),
        ("Cuộc hội đàm diễn ra chiều 13/3 tại trụ sở Bộ Quốc phòng.", "2025-03-13"),
        ("Hai bên đánh giá cao kết quả cuộc hội đàm.", None),
    ],
)
def test_the_day_of_talks_may_follow_them(line: str, date: str | None) -> None:
    lines = [
        "Bộ trưởng Quốc phòng Trần Quang Hải và Bộ trưởng Quốc phòng Séc Petr Novák hội đàm.",
        "Ngày 12/3, Bộ trưởng Quốc phòng Trần Quang Hải chủ trì lễ đón Bộ trưởng Quốc phòng Séc Petr Novák.",
        line,
    ]
    assert of_form("talks", *lines).date == date


def test_meetings_in_turn_are_one_with_each() -> None:
    line = (
        "Ngày 12/3, Thủ tướng Séc Petr Novák hội đàm với lần lượt 2 lãnh đạo cấp cao của Việt Nam gồm: Chủ tịch nước"
        " Trần Quang Hải, Chủ tịch Quốc hội Lê Văn Bình."
    )
    assert told(line) == [
        "talks held 2025-03-12 CZ[Petr Novák] VN[Lê Văn Bình]",
        "talks held 2025-03-12 CZ[Petr Novák] VN[Trần Quang Hải]",
    ]


def test_a_count_of_meetings_over_years_tells_none() -> None:
    line = "Kể từ tháng 3/2018, Thủ tướng Séc Petr Novák đã có bốn cuộc gặp với Thủ tướng Ba Lan Jan Kowalski."
    assert told(line) == []


def test_who_is_met_on_a_leg_of_a_tour_is_of_that_country() -> None:
    lines = ["Thủ tướng Séc Petr Novák thăm Ba Lan.", "Trước đó, ông thăm Pháp và hội đàm với Tổng thống Luc Moreau."]
    assert "talks held - CZ[Petr Novák] FR[Luc Moreau]" in told(*lines)


def test_a_document_of_long_ago_was_signed_by_the_states() -> None:
    lines = [
        "Thủ tướng Séc Petr Novák hội đàm với Thủ tướng Ba Lan Jan Kowalski.",
        "Hai nước đã ký bản ghi nhớ về nghề cá năm 2010.",
    ]
    assert "signing recalled 2010 CZ[] PL[]" in told(*lines)


def test_since_when_somebody_rules_takes_no_meeting_away() -> None:
    line = "Ngày 12/3, Thủ tướng Séc Petr Novák có cuộc gặp với Thủ tướng Ba Lan Jan Kowalski, nắm quyền từ năm 2015."
    assert "meeting held 2025-03-12 CZ[Petr Novák] PL[Jan Kowalski]" in told(line)


def test_what_was_on_two_dates_of_long_ago_was_twice() -> None:
    lines = [
        "Thủ tướng Séc Petr Novák hội đàm với Thủ tướng Ba Lan Jan Kowalski.",
        "Tuyên bố tương tự hai cuộc gặp thượng đỉnh vào các năm 2000 và 2007.",
    ]
    assert [contact for contact in told(*lines) if contact.startswith("talks recalled")] == [
        "talks recalled 2000 CZ[] PL[]",
        "talks recalled 2007 CZ[] PL[]",
    ]
