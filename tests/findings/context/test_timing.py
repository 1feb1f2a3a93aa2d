"""Which date, place and occasion of a sentence belong to which contact; held, planned, recalled by the days."""

import pytest

from tests.findings.reading import of_form, one, read, told

VISIT = "Thủ tướng Trần Quang Hải thăm chính thức Ấn Độ từ ngày 11-13/3."


@pytest.mark.parametrize(
    ("when", "date", "status"),
    [
        ("Sáng nay, ", "2025-03-14", "held"),
        ("Sáng 14/3, ", "2025-03-14", "held"),
        ("Chiều qua, ", "2025-03-13", "held"),
        ("Ngày 12/3, ", "2025-03-12", "held"),
        ("Ngày 12/03/2025, ", "2025-03-12", "held"),
        ("Ngày 12 tháng 3 năm 2025, ", "2025-03-12", "held"),
        ("Thứ Tư (12/3), ", "2025-03-12", "held"),
        ("Tối 28/2, ", "2025-02-28", "held"),
        ("Hôm 30/12, ", "2024-12-30", "recalled"),
        ("", None, "held"),
    ],
)
def test_the_day_is_reckoned_from_publication(when: str, date: str | None, status: str) -> None:
    contact = one(f"{when}Thủ tướng Ba Lan Jan Kowalski đã gặp Thủ tướng Séc Petr Novák.")
    assert (contact.date, contact.status) == (date, status)


@pytest.mark.parametrize(
    ("sentence", "date", "status"),
    [
        ("Ngày 20/3, Thủ tướng Ba Lan Jan Kowalski sẽ gặp Thủ tướng Séc Petr Novák.", "2025-03-20", "planned"),
        ("Ngày mai, Thủ tướng Ba Lan Jan Kowalski gặp Thủ tướng Séc Petr Novák.", "2025-03-15", "planned"),
        ("Thủ tướng Ba Lan Jan Kowalski dự kiến gặp Thủ tướng Séc Petr Novák vào tháng 4.", "2025-04", "planned"),
        ("Tháng 5/2023, Thủ tướng Ba Lan Jan Kowalski gặp Thủ tướng Séc Petr Novák.", "2023-05", "recalled"),
        (
            "Cuộc gặp ngày 12/3 giữa Thủ tướng Ba Lan Jan Kowalski và Thủ tướng Séc Petr Novák bị hoãn.",
            "2025-03-12",
            "cancelled",
        ),
    ],
)
def test_status_follows_verb_and_day(sentence: str, date: str, status: str) -> None:
    contact = one(sentence)
    assert (contact.date, contact.status) == (date, status)


@pytest.mark.parametrize(
    ("published", "date", "basis"),
    [("2025-03-14", "2025-03-12", "from publication date"), (None, "XXXX-03-12", "stated")],
)
def test_without_a_day_of_publication_the_year_stays_unknown(published: str | None, date: str, basis: str) -> None:
    contact = one("Ngày 12/3, Thủ tướng Ba Lan Jan Kowalski gặp Thủ tướng Séc Petr Novák.", published=published)
    assert (contact.date, contact.date_basis) == (date, basis)


def test_a_year_that_is_told_needs_no_publication() -> None:
    contact = one("Ngày 12/3/2025, Thủ tướng Ba Lan Jan Kowalski gặp Thủ tướng Séc Petr Novák.", published=None)
    assert (contact.date, contact.date_basis) == ("2025-03-12", "stated")


def test_the_day_of_a_meeting_is_not_that_of_the_visit_in_the_background() -> None:
    assert told(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Ngoại trưởng Ba Lan Jan Kowalski thăm Việt Nam từ ngày 11-13/3."
    ) == [
        "meeting held 2025-03-12 PL[Jan Kowalski] VN[Trần Quang Hải]",
        "visit held 2025-03-11/2025-03-13 PL[Jan Kowalski] VN[]",
    ]


def test_the_day_of_a_feast_dates_nothing() -> None:
    contact = one(
        "Nhân kỷ niệm Quốc khánh Ba Lan (11/11), Chủ tịch nước Trần Quang Hải gửi điện mừng Tổng thống Ba Lan."
    )
    assert contact.date is None


def test_the_same_day_is_that_of_the_contact_before() -> None:
    dates = [
        contact.date
        for contact in read(
            VISIT,
            "Ngày 12/3, Thủ tướng Trần Quang Hải hội đàm với Thủ tướng Ấn Độ Ravi Kumar Sharma.",
            "Cùng ngày, Thủ tướng Trần Quang Hải gặp Chủ tịch Hạ viện Ấn Độ Anil Gupta.",
        ).contacts
        if contact.form == "meeting"
    ]
    assert dates == ["2025-03-12"]


def test_a_place_belongs_to_the_nearest_verb() -> None:
    meeting = of_form(
        "meeting", "Sau khi thăm Ba Lan, ngày 12/3, tại Rome, Thủ tướng Trần Quang Hải gặp Thủ tướng Ý Paolo Ricci."
    )
    assert (meeting.city, meeting.country) == ("Rome", "IT")


def test_a_place_in_what_is_said_is_not_where_it_was_said() -> None:
    contact = one(
        "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Đại sứ Peru Luis Torres, đề nghị sớm mở đường bay tại Lima."
    )
    assert contact.city is None


@pytest.mark.parametrize(
    ("line", "occasion"),
    [
        (
            "Nhân dịp Quốc khánh Lào, {sender} gửi điện mừng đến Thủ tướng Lào Bounmy Sisavath.",
            "Nhân dịp Quốc khánh Lào",
        ),
        ("{sender} gặp Thủ tướng Ba Lan Jan Kowalski bên lề Hội nghị Đại dương.", "bên lề Hội nghị Đại dương"),
        ("{sender} tiếp Thủ tướng Ba Lan Jan Kowalski nhân chuyến thăm Việt Nam.", "nhân chuyến thăm Việt Nam"),
        ("Sau khi dự lễ, {sender} gặp Thủ tướng Ba Lan Jan Kowalski.", None),
        ("{sender} gặp Thủ tướng Ba Lan Jan Kowalski.", None),
    ],
)
def test_the_occasion_is_quoted_as_told(line: str, occasion: str | None) -> None:
    lines = line.format(sender="Thủ tướng Trần Quang Hải")
    contact = next(contact for contact in read(lines).contacts if contact.form in ("meeting", "message"))
    assert contact.occasion == occasion
    assert [e.quote for e in contact.evidence if e.field == "occasion"] == [occasion] * (occasion is not None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Trong khuôn khổ chuyến thăm Việt Nam, lúc 9h ngày 12/3, Thủ tướng Séc Petr Novák gặp Chủ tịch Quốc hội"
            " Trần Quang Hải.",
            ["meeting held 2025-03-12 CZ[Petr Novák] VN[Trần Quang Hải]", "visit held - CZ[Petr Novák] VN[]"],
        ),
        (
            "Trong thời gian thăm Việt Nam, từ ngày 11 đến 13/3, Thủ tướng Séc Petr Novák đã chào xã giao Chủ tịch Quốc"
            " hội Trần Quang Hải.",
            [
                "meeting held - CZ[Petr Novák] VN[Trần Quang Hải]",
                "visit held 2025-03-11/2025-03-13 CZ[Petr Novák] VN[]",
            ],
        ),
        (
            "Sau cuộc hội đàm với Thủ tướng Séc Petr Novák tại Praha hôm 12/3, Thủ tướng Ba Lan Jan Kowalski nói quan"
            " hệ tốt đẹp.",
            ["talks held 2025-03-12 CZ[Petr Novák] PL[Jan Kowalski]"],
        ),
        (
            "Thủ tướng Ba Lan Jan Kowalski dự Hội nghị vì các mục tiêu đến năm 2030 tại Praha, Séc.",
            ["conference held - CZ[] PL[Jan Kowalski]"],
        ),
    ],
    ids=["hour after the occasion", "interval of the stay", "day inside the occasion", "goal in a name"],
)
def test_each_date_goes_to_its_own_contact(line: str, expected: list[str]) -> None:
    assert told(line) == expected


def test_what_was_done_on_a_visit_of_long_ago_was_done_there_and_then() -> None:
    line = "Thủ tướng Séc Petr Novák hội kiến Chủ tịch nước Trần Quang Hải trong chuyến thăm Việt Nam tháng 9/2016."
    assert told(line) == [
        "meeting recalled 2016-09 CZ[Petr Novák] VN[Trần Quang Hải]",
        "visit recalled 2016-09 CZ[Petr Novák] VN[]",
    ]
    assert of_form("meeting", line).country == "VN"


def test_back_in_makes_a_plan_of_words_an_event_of_the_past() -> None:
    lines = [
        "Chủ tịch nước Trần Quang Hải sẽ thăm Ba Lan từ ngày 20/3.",
        "Chủ tịch nước Trần Quang Hải thăm Séc hồi cuối năm 2022.",
    ]
    assert told(*lines) == [
        "visit planned 2025-03-20/.. PL[] VN[Trần Quang Hải]",
        "visit recalled 2022 CZ[] VN[Trần Quang Hải]",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ngày 12/3, Tổng thống Ba Lan Jan Kowalski sau cuộc hội đàm với Thủ tướng Séc Petr Novák tại Praha đã bày"
            " tỏ hy vọng.",
            ["talks held 2025-03-12 CZ[Petr Novák] PL[Jan Kowalski]"],
        ),
        (
            "Trước khi gặp Thủ tướng Séc Petr Novák, Tổng thống Ba Lan Jan Kowalski sẽ hội đàm với Tổng thống Pháp Luc"
            " Moreau.",
            ["meeting planned - CZ[Petr Novák] PL[Jan Kowalski]", "talks planned - FR[Luc Moreau] PL[Jan Kowalski]"],
        ),
        ("Thủ tướng Séc Petr Novák đang cân nhắc chuyến thăm tới Ba Lan.", []),
        (
            "Thủ tướng Séc Petr Novák đến Việt Nam nhân dịp dự Hội nghị ASEAN tại Hà Nội năm 2006.",
            ["conference recalled 2006 ASEAN[] CZ[Petr Novák]", "visit held - CZ[Petr Novák] VN[]"],
        ),
    ],
    ids=["same day", "before a plan", "only considered", "an occasion of long ago"],
)
def test_what_stands_beside_tells_when(line: str, expected: list[str]) -> None:
    assert told(line) == expected


def test_a_host_without_a_country_is_of_the_country_where_the_guest_has_come_last() -> None:
    lines = [
        "Thủ tướng Séc Petr Novák thăm Ba Lan và Pháp.",
        "Ngày 12/3, Thủ tướng Petr Novák tới Paris, bắt đầu chuyến thăm Pháp.",
        "Quốc vương Luc Moreau chủ trì lễ đón Thủ tướng Petr Novák.",
    ]
    assert "ceremony held - CZ[Petr Novák] FR[Luc Moreau]" in told(*lines)


def test_a_visit_to_come_does_not_say_where_the_guest_is() -> None:
    lines = [
        "Ngày 12/3, Thủ tướng Séc Petr Novák tới Paris, bắt đầu chuyến thăm Pháp.",
        "Thủ tướng Petr Novák sẽ thăm Ba Lan trong tuần tới.",
        "Quốc vương Luc Moreau chủ trì lễ đón Thủ tướng Petr Novák.",
    ]
    assert "ceremony held - CZ[Petr Novák] FR[Luc Moreau]" in told(*lines)
