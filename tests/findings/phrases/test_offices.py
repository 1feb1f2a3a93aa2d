"""Offices: where they end, whose they are, and on which channel."""

import pytest

from bangiao.findings.phrases.offices import Office, read_office
from tests.findings.reading import PACK, atoms


def office(text: str) -> Office | None:
    """The office that a text begins with."""
    return read_office(atoms(text), 0, PACK)


@pytest.mark.parametrize(
    ("text", "words", "country", "channels"),
    [
        ("Thủ tướng Lào đến", "Thủ tướng Lào", "LA", ("government",)),
        ("Tổng thống Cộng hòa Pháp nói", "Tổng thống Cộng hòa Pháp", "FR", ("state",)),
        ("Chủ tịch Hạ viện Thái Lan gặp", "Chủ tịch Hạ viện Thái Lan", "TH", ("parliament",)),
        ("Bộ trưởng Quốc phòng Canada và", "Bộ trưởng Quốc phòng Canada", "CA", ("defence_security",)),
        ("Bộ trưởng Công an tiếp", "Bộ trưởng Công an", None, ("defence_security",)),
        ("Chánh án Tòa án Tối cao Lào nói", "Chánh án Tòa án Tối cao Lào", "LA", ("justice",)),
        ("Đại sứ Việt Nam tại Ba Lan đến", "Đại sứ Việt Nam tại Ba Lan", "VN", ("government",)),
        ("Đại sứ Ba Lan tại Việt Nam đến", "Đại sứ Ba Lan tại Việt Nam", "PL", ("government",)),
        ("Quốc vương Thụy Điển thăm", "Quốc vương Thụy Điển", "SE", ("state",)),
        ("Tổng Bí thư thăm", "Tổng Bí thư", None, ("party",)),
        ("Chủ tịch Quốc hội thăm", "Chủ tịch Quốc hội", None, ("parliament",)),
        ("Phó Chủ tịch UBND tỉnh Cà Mau tiếp", "Phó Chủ tịch UBND tỉnh Cà Mau", "VN", ("local",)),
        ("Chủ tịch Hội Hữu nghị Việt - Nhật thăm", "Chủ tịch Hội Hữu nghị Việt - Nhật", None, ("people",)),
        ("Chủ tịch Đảng Nhân dân Campuchia gặp", "Chủ tịch Đảng Nhân dân Campuchia", "KH", ("party",)),
        ("Thống đốc bang California đến", "Thống đốc bang California", "US", ("local",)),
        (
            "Thủ tướng Chính phủ Cộng hòa XHCN Việt Nam gặp",
            "Thủ tướng Chính phủ Cộng hòa XHCN Việt Nam",
            "VN",
            ("government",),
        ),
    ],
)
def test_where_an_office_ends_and_whose_it_is(
    text: str, words: str, country: str | None, channels: tuple[str, ...]
) -> None:
    found = office(text)
    assert found is not None
    assert text[found.start : found.end] == words
    assert found.channels == channels
    if country is not None:
        assert found.country == country


def test_an_organisation_s_office_is_of_the_organisation() -> None:
    found = office("Tổng Thư ký Liên hợp quốc Antonio Mendes")
    assert found is not None
    assert (found.country, found.org, found.channels) == (None, "UN", ("international",))


def test_a_commissioner_of_the_eu_acts_for_an_organisation() -> None:
    found = office("Cao ủy EU về thương mại Anna Berg")
    assert found is not None
    assert "international" in found.channels


@pytest.mark.parametrize("text", ["nguyên Thủ tướng Nhật Bản", "cựu Thủ tướng Nhật Bản"])
def test_a_former_office_is_known_as_such_and_keeps_its_word(text: str) -> None:
    found = office(text)
    assert found is not None
    assert found.former
    assert text[found.start : found.end] == text


@pytest.mark.parametrize("text", ["", "quan hệ hai nước", "Kim Min-jae", "nguyên nhân", "12/3"])
def test_what_is_no_office(text: str) -> None:
    assert office(text) is None
