"""The public contact: every field has its words or its reason; channels, places and modes by form."""

import pytest

from bangiao.model.findings import Contact
from tests.findings.reading import of_form, one, place, read

MEETING = "Sáng 12/3, tại Phủ Chủ tịch, Chủ tịch nước Trần Quang Hải tiếp Ngoại trưởng Cuba Ernesto Ruiz Delgado."
FIELDS = ("form", "mode", "status", "channels")


def explained(contact: Contact) -> set[str]:
    """The fields that are quoted or have a reason."""
    return {entry.field for entry in contact.evidence} | {entry.field for entry in contact.inferred}


@pytest.mark.parametrize(
    "sentence",
    [
        MEETING,
        "Từ ngày 9-11/3, Chủ tịch nước Trần Quang Hải thăm cấp Nhà nước Indonesia.",
        "Ngày 12/3, Ngoại trưởng Mỹ John F. Miller điện đàm với Ngoại trưởng Ý Paolo Ricci.",
        "Ngày 12/3, Thủ tướng Trần Quang Hải gửi điện mừng Thủ tướng Hungary Nagy Péter.",
        "Ngày 12/3, tại Geneva, Bộ trưởng Y tế Lê Thị Hương Giang dự Hội nghị của Tổ chức Y tế Thế giới.",
        "Ngày 11/3, tại Rome, Ngoại trưởng Ý Paolo Ricci và Ngoại trưởng Peru Luis Torres ký Hiệp định thương mại.",
    ],
)
def test_every_field_has_its_words_or_its_reason(sentence: str) -> None:
    contact = one(sentence)
    told = explained(contact)
    assert {"trigger", *FIELDS} <= told
    for name in ("date", "venue", "city", "country"):
        assert (getattr(contact, name) is None) or name in told
    for number, side in enumerate(contact.sides):
        assert f"sides.{number}.{'country' if side.country else 'org'}" in told
        for place_of, person in enumerate(side.people):
            path = f"sides.{number}.people.{place_of}"
            assert person.name is None or f"{path}.name" in told
            assert person.office is None or f"{path}.office" in told


def test_the_trigger_stands_first_and_is_verbatim() -> None:
    contact = one(MEETING)
    assert (contact.trigger, contact.evidence[0].field, contact.evidence[0].quote) == ("tiếp", "trigger", "tiếp")


def test_quoted_fields_are_the_quotes() -> None:
    contact = one(MEETING)
    quotes = {entry.field: entry.quote for entry in contact.evidence}
    assert quotes["venue"] == contact.venue == "Phủ Chủ tịch"
    assert quotes["date"] == "Sáng 12/3"
    assert {quotes[field] for field in quotes if field.endswith(".name")} == {"Trần Quang Hải", "Ernesto Ruiz Delgado"}


def test_the_day_of_publication_is_given_as_the_reason_of_the_year() -> None:
    contact = one(MEETING)
    assert contact.date_basis == "from publication date"
    assert any(why.field == "date" and "2025-03-14" in why.reason for why in contact.inferred)


@pytest.mark.parametrize(
    ("sentence", "mode", "channels"),
    [
        (MEETING, "in_person", {"state", "government"}),
        ("Ngày 12/3, Tổng Bí thư Trần Quang Hải điện đàm với Tổng Bí thư Lào Bounmy Sisavath.", "phone", {"party"}),
        ("Ngày 12/3, Thủ tướng Trần Quang Hải gửi thư chúc mừng Thủ tướng Ý Paolo Ricci.", "written", {"government"}),
        (
            "Ngày 12/3, Chánh án Tòa án nhân dân tối cao Lê Thị Hương Giang tiếp Chánh án Tòa án Tối cao Lào Khamphao.",
            "in_person",
            {"justice"},
        ),
        (
            "Ngày 12/3, Tổng Tham mưu trưởng Quân đội nhân dân Việt Nam Nguyễn Đức Thịnh tiếp Tổng Tham mưu trưởng"
            " Quân đội Thái Lan Somchai Prasert.",
            "in_person",
            {"defence_security"},
        ),
        (
            "Ngày 12/3, Chủ tịch UBND thành phố Đà Nẵng Nguyễn Đức Thịnh tiếp"
            " Thị trưởng thành phố Yokohama Mori Keiko.",
            "in_person",
            {"local"},
        ),
        (
            "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Tổng Thư ký ASEAN Haji Yusof.",
            "in_person",
            {"government", "international"},
        ),
        (
            "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Tổng Giám đốc Tập đoàn Boeing (Mỹ) Robert Hall.",
            "in_person",
            {"government", "business"},
        ),
    ],
)
def test_mode_and_channels(sentence: str, mode: str, channels: set[str]) -> None:
    contact = one(sentence)
    assert (contact.mode, set(contact.channels)) == (mode, channels)
    assert len(contact.channels) == len(set(contact.channels))


def test_the_seat_of_a_foreign_president_tells_the_country() -> None:
    contact = one("Ngày 12/3, tại Nhà Trắng, Tổng thống Mỹ John F. Miller gặp Thủ tướng Israel David Cohen.")
    assert place(contact) == ("Nhà Trắng", None, "US")


def test_a_call_happens_nowhere() -> None:
    contact = one("Ngày 12/3, từ Hà Nội, Thủ tướng Trần Quang Hải điện đàm với Thủ tướng Ý Paolo Ricci.")
    assert contact.country is None


def test_a_visit_that_begins_after_publication_is_planned_whatever_the_verb() -> None:
    contact = one("Thủ tướng Trần Quang Hải thăm chính thức Ý từ ngày 20-22/3.")
    assert (contact.status, contact.date) == ("planned", "2025-03-20/2025-03-22")


def test_a_contact_has_two_sides_at_least() -> None:
    found = read(MEETING, "Thủ tướng gặp. Ngày 12/3 hội đàm. Ngoại trưởng Cuba cũng gặp bạn bè.").contacts
    assert [len(contact.sides) for contact in found] == [2]


def test_an_organisation_is_named_in_its_short_form() -> None:
    contact = of_form(
        "meeting", "Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Chủ tịch Ngân hàng Phát triển châu Á Mori Keiko."
    )
    assert {side.org or side.country for side in contact.sides} == {"ADB", "VN"}
