"""Leaders whose country only another mention tells, and spouses who are no participants."""

from tests.findings.reading import told


def test_a_leader_without_a_country_is_the_one_whom_the_report_calls_by_country() -> None:
    lines = [
        "Máy bay của lãnh đạo Kim Min-ho rời Đại Liên.",
        "Lãnh đạo Triều Tiên rất vui.",
        "Ông Kim Min-ho vừa có chuyến thăm tới Nga và hội đàm với Tổng thống Nga Ivan Petrov.",
    ]
    assert "talks held - KP[Kim Min-ho] RU[Ivan Petrov]" in told(*lines)


def test_a_consort_without_a_name_takes_no_part() -> None:
    line = "Quốc vương Bỉ Philippe Maes và hoàng hậu tiếp Chủ tịch nước Trần Quang Hải."
    assert told(line) == ["meeting held - BE[Philippe Maes] VN[Trần Quang Hải]"]


def test_a_double_surname_is_one_person() -> None:
    lines = ["Chủ tịch Cuba Miguel Ruiz - Mora tới Hà Nội.", "Ông Ruiz - Mora gặp Thủ tướng Trần Quang Hải."]
    assert "meeting held - CU[Miguel Ruiz - Mora] VN[Trần Quang Hải]" in told(*lines)
