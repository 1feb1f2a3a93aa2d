"""What a report tells of a change of hands is read with its words; other people's changes are not."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

import pytest

from bangiao.model.evidence import Span
from bangiao.model.findings import Contact, Findings, Participant, Side
from bangiao.model.report import Block, Report
from bangiao.resolution.changes import Change, change_titles, changes

PEOPLE = ("Nguyễn Văn A", "Trần Thị B")


def told(text: str, name: str = "Nguyễn Văn A", office: str | None = "Đại sứ", side: str = "LA") -> tuple[Change, ...]:
    people = tuple(Participant(one, office) for one in dict.fromkeys((name, *PEOPLE)))
    contact = Contact("meeting", "gặp", "in_person", "held", (Side("VN"), Side(side, people=people)), ())
    report = Report("a", text, (Block("body", Span(0, len(text))),), published="2024-12-06")
    found = changes(report, Findings("a", (contact,)))
    assert all(text[one.start : one.end] == one.quote for one in found)
    return found


def examples(key: str) -> Iterator[tuple[str, str]]:
    table = tomllib.loads((files("bangiao.resolution") / "data" / "changes.toml").read_text(encoding="utf-8"))
    for row in table["change"]:
        assert row["gloss"]
        for example in row.get(key, []):
            yield row["kind"], example


@pytest.mark.parametrize(("kind", "example"), list(examples("examples")))
def test_the_tables_examples_tell_a_change(kind: str, example: str) -> None:
    assert [one.kind for one in told(example)] == [kind]


@pytest.mark.parametrize(("kind", "example"), list(examples("not_examples")))
def test_the_tables_counter_examples_tell_none(kind: str, example: str) -> None:
    assert told(example) == ()


def test_the_office_ends_where_the_sentence_goes_on() -> None:
    (one,) = told(
        "Nhân dịp ông Nguyễn Văn A được bầu làm Tổng thống thứ 47 của Lào, ngày 6/12, bà Trần Thị B gửi điện."
    )
    assert (one.name, one.kind, one.office, one.told) == (
        "Nguyễn Văn A",
        "takes",
        "Tổng thống thứ 47 của Lào",
        "2024-12-06",
    )
    assert change_titles(one) == {"tổng thống"}
    (one,) = told("Ông Nguyễn Văn A được bổ nhiệm làm Bộ trưởng Văn hóa và Thông tin và được bà chúc mừng.")
    assert one.office == "Bộ trưởng Văn hóa và Thông tin"


def test_without_words_for_the_office_it_is_the_one_in_which_the_report_shows_the_person() -> None:
    (one,) = told("Ông Nguyễn Văn A vừa nhậm chức hôm 4/6.", office="Tổng thống Lào")
    assert one.office == "Tổng thống Lào"
    assert told("Ông Nguyễn Văn A vừa nhậm chức.", office=None) == told("Ông vừa nhậm chức Tổng thống.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ông Nguyễn Văn A chúc mừng Thủ tướng C vừa tái đắc cử Tổng thống.",
        "Ông Nguyễn Văn A dự Lễ nhậm chức Tổng thống.",
        "Ông Nguyễn Văn A gặp gỡ, bà ấy được bầu làm Tổng thống.",
        "Ông Nguyễn Văn A chưa được bầu làm Tổng thống.",
    ],
)
def test_the_change_of_somebody_else_is_not_taken(text: str) -> None:
    assert told(text) == ()


def test_decomposed_letters_keep_their_places() -> None:
    import unicodedata

    name = unicodedata.normalize("NFD", "Nguyễn Văn A")
    text = unicodedata.normalize("NFD", "Ông Nguyễn Văn A được bầu làm Tổng thống.")
    assert [one.kind for one in told(text, name)] == ["takes"]
