"""Doubts: what a person should look at, with the words; and no doubt where all is clear."""

import pytest

from bangiao.findings.find import find
from bangiao.model.evidence import Doubt
from tests.findings.reading import read, report


def kinds(*lines: str) -> set[str]:
    """The kinds of doubt that these lines leave."""
    return {doubt.kind for doubt in read(*lines).doubts}


def test_a_person_without_a_country_is_doubtful() -> None:
    found = read("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Nội vụ Nagy Péter.")
    (doubt,) = (doubt for doubt in found.doubts if doubt.kind == "person-without-country")
    assert (doubt.quote, doubt.line) == ("Nagy Péter", 1)


def test_a_verb_of_contact_without_a_contact_is_doubtful() -> None:
    found = read("Ngày 12/3, Thủ tướng Lào Bounmy Sisavath tiếp một số nhà khoa học trẻ.")
    assert found.contacts == ()
    assert [(doubt.kind, doubt.quote) for doubt in found.doubts] == [("verb-without-contact", "tiếp")]


@pytest.mark.xfail(strict=True, reason="a place in what is spoken of gives somebody without a country his side")
def test_a_place_that_is_spoken_of_gives_nobody_a_country() -> None:
    found = read("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Nội vụ Nagy Péter, đề cập tình hình tại Lào.")
    assert found.contacts == ()


def test_a_day_that_cannot_be_reckoned_is_doubtful() -> None:
    found = find(report("Chiều qua, Thủ tướng Lào Bounmy Sisavath tiếp Đại sứ Peru Luis Torres.", published=None))
    (doubt,) = (doubt for doubt in found.doubts if doubt.kind == "date-not-placed")
    assert "publication" in doubt.message
    assert found.contacts[0].date is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 12/3, Thủ tướng Lào Bounmy Sisavath tiếp Đại sứ Peru Luis Torres.",
        "Kim ngạch thương mại hai nước năm 2024 đạt 15 tỷ USD.",
        "Đại sứ quán khuyến cáo công dân theo dõi thời tiết.",
        "",
    ],
)
def test_no_doubt_where_all_is_clear(sentence: str) -> None:
    assert kinds(sentence) == set()


def test_a_doubt_quotes_the_text() -> None:
    told = report("Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Nội vụ Nagy Péter.")
    for doubt in find(told).doubts:
        assert doubt.start is None or told.text[doubt.start : doubt.end] == doubt.quote
        assert doubt.message


def test_each_doubt_is_told_once() -> None:
    doubts = read(*["Ngày 12/3, Thủ tướng Trần Quang Hải tiếp Bộ trưởng Nội vụ Nagy Péter."] * 2).doubts
    assert len(set(doubts)) == len(doubts)


def test_doubts_of_cutting_the_report_are_kept() -> None:
    from msgspec.structs import replace

    told = replace(report("Một dòng."), doubts=(Doubt("no-date", "no day of publication"),))
    assert find(told).doubts == (Doubt("no-date", "no day of publication"),)
