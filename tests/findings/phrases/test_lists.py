"""Lists of persons: where they go on, where they end, and who leads a delegation."""

import pytest

from tests.findings.reading import phrases


def lists(sentence: str) -> list[list[str | None]]:
    """The names in each phrase of persons."""
    return [[mention.name for mention in phrase.mentions] for phrase in phrases(sentence) if phrase.kind == "people"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Thủ tướng Ý Paolo Ricci, Thủ tướng Lào Bounmy Sisavath và Tổng thống Nga Ivan Petrov đã gặp nhau.",
            [["Paolo Ricci", "Bounmy Sisavath", "Ivan Petrov"]],
        ),
        (
            "Theo lời mời của Thủ tướng Ý Paolo Ricci, Thủ tướng Lào Bounmy Sisavath thăm Ý.",
            [["Paolo Ricci"], ["Bounmy Sisavath"]],
        ),
        (
            "Thủ tướng Ý Paolo Ricci gửi điện mừng đến Thủ tướng Lào Bounmy Sisavath, Tổng thống Nga Ivan Petrov đã gặp"
            " Đại sứ Ý Luca Bianchi.",
            [["Paolo Ricci"], ["Bounmy Sisavath"], ["Ivan Petrov"], ["Luca Bianchi"]],
        ),
    ],
)
def test_where_a_list_of_persons_ends(sentence: str, expected: list[list[str | None]]) -> None:
    assert lists(sentence) == expected


def test_the_country_after_a_list_is_that_of_all_in_it() -> None:
    (people,) = (p for p in phrases("Nhà vua Erik Lindqvist và Hoàng hậu Anna Lindqvist của Thụy Điển") if p.mentions)
    assert {mention.country for mention in people.mentions} == {"SE"}


def test_an_office_that_is_said_of_a_person_is_his() -> None:
    (people,) = (p for p in phrases("Ông Paolo Ricci được bầu làm Thủ tướng Ý.") if p.kind == "people")
    assert (people.country, [office.country for office in people.mentions[0].offices]) == ("IT", ["IT"])
