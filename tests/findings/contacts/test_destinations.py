"""Where a visit goes: its countries, and the traveller told beside them."""

import pytest

from bangiao.findings.contacts.destinations import destinations
from tests.findings.reading import at, scene


@pytest.mark.parametrize(
    ("sentence", "words", "countries"),
    [
        ("Thủ tướng Ý thăm Lào.", "thăm", ["LA"]),
        ("Thủ tướng Ý thăm Lào và Ba Lan.", "thăm", ["LA", "PL"]),
        ("Thủ tướng Ý thăm Tổng thống Lào.", "thăm", []),
    ],
)
def test_which_countries_a_visit_goes_to(sentence: str, words: str, countries: list[str]) -> None:
    laid = scene(sentence)
    found, _, _ = destinations(laid, at(laid, words))
    assert [country for country, _ in found] == countries


def test_who_travels_is_told_after_the_noun() -> None:
    laid = scene("Chuyến thăm Lào của Thủ tướng Ý Paolo Ricci đã thành công.")
    found, owner, _ = destinations(laid, at(laid, "Chuyến thăm"))
    assert [country for country, _ in found] == ["LA"]
    assert owner is not None
    assert laid.phrases[owner].mentions[0].name == "Paolo Ricci"
