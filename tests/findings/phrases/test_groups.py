"""Delegations, bodies and the many: whose they are, and one office of several countries."""

import pytest

from tests.findings.reading import phrases


@pytest.mark.parametrize(
    ("text", "country", "channel"),
    [
        ("Đoàn đại biểu Quốc hội Lào thăm Ba Lan", "LA", "parliament"),
        ("Bộ Quốc phòng Canada tiếp", "CA", "defence_security"),
    ],
)
def test_whose_a_body_is(text: str, country: str, channel: str) -> None:
    group = phrases(text)[0]
    assert (group.kind, group.country, group.channels) == ("group", country, (channel,))


def test_an_office_of_several_countries_has_a_holder_for_each() -> None:
    people = phrases("Đại sứ các nước Ý, Lào và Canada đã dự")[0]
    assert [mention.country for mention in people.mentions] == ["IT", "LA", "CA"]
    assert len({(mention.start, mention.end) for mention in people.mentions}) == 3


def test_those_whom_nobody_can_count_are_of_no_country() -> None:
    group = phrases("Lãnh đạo các nước, các tổ chức quốc tế đã gửi điện mừng")[0]
    assert (group.kind, group.country, group.channels) == ("group", None, ("international",))
