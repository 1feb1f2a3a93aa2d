"""Pairs of spellings that a report itself teaches."""

from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.resolution.lexicon import lessons


def taught(text: str) -> list[tuple[str, str, str]]:
    read = read_page(Page("t", text, published="2022-05-01"))
    assert isinstance(read, Reading)
    found = lessons(read.report, read.findings)
    assert all(read.report.text[one.start : one.end] == one.quote for one in found)
    return [(one.name, one.alias, one.kind) for one in found]


def test_brackets_teach_a_second_spelling() -> None:
    told = "Ngày 29/4, Thủ tướng Trần Văn Bình hội đàm với Thủ tướng Nhật Bản Kishida Fumio"
    text = f"Hội đàm tại Hà Nội\n{told} (Ki-si-đa Phu-mi-ô)."
    assert taught(text) == [("Kishida Fumio", "Ki-si-đa Phu-mi-ô", "bracket")]


def test_a_country_or_a_remark_in_brackets_teaches_nothing() -> None:
    text = "Hội đàm tại Hà Nội\nNgày 29/4, Thủ tướng Trần Văn Bình hội đàm với ông Kishida Fumio (Nhật Bản) tại Hà Nội."
    assert taught(text) == []


def test_a_headline_spelt_by_syllables_teaches_the_name_of_the_text() -> None:
    text = (
        "Thủ tướng Trần Văn Bình hội đàm với Thủ tướng Ki-si-đa Phu-mi-ô\n"
        "Ngày 29/4, tại Hà Nội, Thủ tướng Trần Văn Bình hội đàm với Thủ tướng Nhật Bản Kishida Fumio."
    )
    assert ("Kishida Fumio", "Ki-si-đa Phu-mi-ô", "headline") in taught(text)
