"""The names of events: how far they go, and which of them a verb governs."""

import pytest

from bangiao.findings.contacts.event_names import extent, governed_events
from tests.findings.reading import at, scene


@pytest.mark.parametrize(
    ("sentence", "noun", "name"),
    [
        ("Thủ tướng Lào dự Hội nghị Cấp cao ASEAN tại Kuala Lumpur.", "Hội nghị Cấp cao", "Hội nghị Cấp cao ASEAN"),
        ("Thủ tướng Lào dự Hội nghị của Liên hợp quốc ngày 12/3.", "Hội nghị", "Hội nghị của Liên hợp quốc"),
        ("Thủ tướng Lào dự Hội nghị, gặp Tổng thống Ý.", "Hội nghị", "Hội nghị"),
    ],
)
def test_how_far_a_name_goes(sentence: str, noun: str, name: str) -> None:
    laid = scene(sentence)
    position = at(laid, noun)
    last = extent(laid, position)
    assert sentence[laid.phrases[position].start : laid.phrases[last - 1].end] == name


@pytest.mark.parametrize(
    ("sentence", "verb", "events"),
    [
        (
            "Thủ tướng Lào dự Hội nghị Cấp cao ASEAN và Lễ kỷ niệm Quốc khánh.",
            "dự",
            ["Hội nghị Cấp cao", "Lễ kỷ niệm Quốc khánh"],
        ),
        ("Thủ tướng Lào dự và phát biểu tại Hội nghị Cấp cao ASEAN.", "dự và phát biểu tại", ["Hội nghị Cấp cao"]),
        (
            "Thủ tướng Lào dự Hội nghị Cấp cao ASEAN, khẳng định Hội thảo là cần thiết.",
            "dự",
            ["Hội nghị Cấp cao"],
        ),
    ],
)
def test_which_events_a_verb_governs(sentence: str, verb: str, events: list[str]) -> None:
    laid = scene(sentence)
    assert [laid.phrases[index].text for index in governed_events(laid, at(laid, verb))] == events
