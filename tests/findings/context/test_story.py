"""The story: what later sentences lean on — both sides, the pronoun, the trip, the day."""

from tests.findings.reading import of_form, offices, read, told

TALKS = "Ngày 12/3, tại Rome, Thủ tướng Ý Paolo Ricci hội đàm với Thủ tướng Ba Lan Jan Kowalski."


def test_both_sides_are_those_who_met_last() -> None:
    signing = of_form("signing", TALKS, "Sau hội đàm, hai Thủ tướng chứng kiến lễ ký các văn kiện hợp tác.")
    assert set(offices(signing)) == {"Paolo Ricci", "Jan Kowalski"}


def test_a_pronoun_is_whom_the_sentence_before_spoke_of() -> None:
    assert told(
        "Tổng thống Ba Lan Jan Kowalski phát biểu trước báo giới.",
        "Ngày 12/3, ông đã gặp Tổng thống Ukraine Oleh Kovalenko.",
    ) == ["meeting held 2025-03-12 PL[Jan Kowalski] UA[Oleh Kovalenko]"]


def test_a_short_name_later_is_the_person_named_in_full_before() -> None:
    assert told(
        "Tổng thống Ba Lan Jan Kowalski phát biểu trước báo giới.",
        "Ngày 12/3, Tổng thống Kowalski đã gặp Tổng thống Ukraine Oleh Kovalenko.",
    ) == ["meeting held 2025-03-12 PL[Jan Kowalski] UA[Oleh Kovalenko]"]


def test_the_trip_tells_the_country_of_a_meeting_without_a_place() -> None:
    meeting = of_form(
        "meeting",
        "Từ ngày 11-13/3, Chủ tịch Quốc hội Lê Thị Hương Giang thăm chính thức Maroc.",
        "Ngày 12/3, Chủ tịch Quốc hội Lê Thị Hương Giang hội kiến Quốc vương Maroc.",
    )
    assert meeting.country == "MA"


def test_a_person_without_a_country_is_of_the_one_that_the_trip_goes_to() -> None:
    meeting = of_form(
        "meeting",
        "Từ ngày 11-13/3, Thủ tướng Trần Quang Hải thăm chính thức Hungary.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải gặp Chủ tịch Quốc hội Nagy Péter.",
    )
    assert {side.country for side in meeting.sides} == {"VN", "HU"}


def test_a_person_without_any_country_leaves_a_doubt() -> None:
    found = read("Ngày 12/3, Thủ tướng Trần Quang Hải gặp Chủ tịch Quốc hội Nagy Péter.")
    assert found.contacts == ()
    assert {doubt.kind for doubt in found.doubts} & {"person-without-country", "verb-without-contact"}


def test_a_report_of_two_foreign_countries_has_no_home_side() -> None:
    (talks,) = read(TALKS).contacts
    assert {side.country for side in talks.sides} == {"IT", "PL"}
