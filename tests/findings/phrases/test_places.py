"""Places: venue, city and region with the country that they lie in."""

import pytest

from tests.findings.reading import phrases

CASES = [
    ("tại Phủ Chủ tịch", "Phủ Chủ tịch", None, "VN"),
    ("tại Nhà Quốc hội", "Nhà Quốc hội", None, "VN"),
    ("tại Trụ sở Trung ương Đảng", "Trụ sở Trung ương Đảng", None, "VN"),
    ("tại Hà Nội", None, "Hà Nội", "VN"),
    ("tại thủ đô Viêng Chăn", None, "Viêng Chăn", "LA"),
    ("tại Thành phố Hồ Chí Minh", None, "Hồ Chí Minh", "VN"),
    ("tại Berlin, Đức", None, "Berlin", "DE"),
    ("tại Geneva (Thụy Sĩ)", None, "Geneva", "CH"),
    ("tại Kuala Lumpur, Malaysia", None, "Kuala Lumpur", "MY"),
]


@pytest.mark.parametrize(("told", "venue", "city", "country"), CASES)
def test_venue_city_country(told: str, venue: str | None, city: str | None, country: str) -> None:
    sentence = f"Hai bên hội đàm {told}."
    (found,) = (phrase.place for phrase in phrases(sentence) if phrase.place is not None)
    assert (sentence[slice(*found.venue)] if found.venue else None) == venue
    assert (sentence[slice(*found.city)] if found.city else None) in (city, f"TP {city}", f"Thành phố {city}")
    assert found.country == country


def test_a_province_alone_is_the_venue_of_a_contact() -> None:
    from tests.findings.reading import one, place

    contact = one(
        "Ngày 12/3, tại tỉnh Quảng Ninh, Bộ trưởng Công an Nguyễn Đức Thịnh gặp Bộ trưởng Công an Lào Somphone Keo."
    )
    assert place(contact) == ("tỉnh Quảng Ninh", None, "VN")


@pytest.mark.parametrize("sentence", ["Hai bên nhất trí tăng cường hợp tác.", "Ngày 12/3, hai bên hội đàm."])
def test_no_place_where_none_is_told(sentence: str) -> None:
    assert [phrase for phrase in phrases(sentence) if phrase.kind == "place"] == []
