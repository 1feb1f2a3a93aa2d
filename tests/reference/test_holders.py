import pytest

from bangiao.reference.holders import country_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Tập Cận Bình", "CN"),
        ("Shinzo Abe", "JP"),
        ("Abe Shinzo", "JP"),
        ("Moon Jae - in", "KR"),
        ("Trump", "US"),
        ("Abe", "JP"),
    ],
)
def test_a_name_of_the_table_tells_the_country_in_any_order(name: str, country: str) -> None:
    assert country_of(name) == country


@pytest.mark.parametrize("name", ["Moon", "Kim", "Lee", "Bình", "Johnson", "Trần Quang Hải", "Ivan Petrov", ""])
def test_names_outside_the_table_and_common_surnames_tell_none(name: str) -> None:
    assert country_of(name) is None
