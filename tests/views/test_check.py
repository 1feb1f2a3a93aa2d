"""A draft held against a small register."""

from collections.abc import Iterator

import pytest

from bangiao.model.report import Refusal
from bangiao.pipeline import read_draft
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.check import CheckView, check
from bangiao.views.draft_people import DRAFT
from tests.register.making import contact, side, told

HOA, SATO = ("Đặng Văn Thử", "Bộ trưởng Y tế"), ("Khamla Vongsa", "Bộ trưởng Y tế")
TALKS = contact(side("VN", HOA), side("LA", SATO), date="2024-03-07")
OTHER = contact(side("VN", ("Trần Thị Bình", "Đại sứ")), side("LA", ("Boun Sen", "Chủ tịch")), date="2023-06-01")


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        register.add(*told("a", TALKS, published="2024-03-07"))
        register.add(*told("b", OTHER, published="2023-06-01"))
        yield register


def checked(register: Register, words: str, on: str = "2024-12-01") -> CheckView:
    reading = read_draft(words, on)
    assert not isinstance(reading, Refusal)
    whole, parts = reading
    view = check(register.as_known(Morning(on)), whole.report, whole.findings, parts)
    claims = (*view.contradictions, *view.doubtful)
    for cited in (*(one.written for one in view.people), *(one.written for one in claims), *view.unknown):
        assert cited.report == DRAFT
        assert words[cited.start : cited.end] == cited.quote
    return view


SENTENCE = "Ngày {}, tại Hà Nội, Bộ trưởng Y tế Đặng Văn Thử đã hội đàm với Bộ trưởng Y tế Lào Khamla Vongsa."


def test_known_people_are_named_with_their_office_then_and_last_contact(register: Register) -> None:
    view = checked(register, SENTENCE.format("7/3/2024"))
    first, second = view.people
    assert (first.name, first.side, first.contacts) == ("Đặng Văn Thử", "VN", 1)
    assert [(one.office, one.how) for one in first.offices] == [("Bộ trưởng Y tế", "last seen")]
    assert second.last_contact
    assert second.last_contact.date == "2024-03-07"
    assert (view.contradictions, view.unknown, view.earlier_total) == ((), (), 1)


def test_a_name_without_its_marks_is_known_and_a_stranger_is_told(register: Register) -> None:
    view = checked(register, "Bộ trưởng Y tế Dang Van Thu gặp Bộ trưởng Y tế Lào Phomma Keo tại Hà Nội.")
    assert [(one.written.quote, one.name) for one in view.people] == [("Dang Van Thu", "Đặng Văn Thử")]
    assert [one.quote for one in view.unknown] == ["Phomma Keo"]


def test_another_day_of_the_same_talks_is_a_contradiction(register: Register) -> None:
    for day in ("8/3/2024", "7/3/2023"):
        view = checked(register, SENTENCE.format(day))
        [claim] = [one for one in view.contradictions if one.kind == "wrong date"]
        assert "2024-03-07" in claim.message
        assert [one.quote for one in claim.evidence] == ["2024-03-07"]
    assert not checked(register, SENTENCE.format("8/6/2024")).contradictions


def test_a_first_time_that_is_none_is_a_contradiction(register: Register) -> None:
    words = SENTENCE.format("1/11/2024").replace("đã hội đàm", "đã lần đầu tiên hội đàm")
    [claim] = checked(register, words).contradictions
    assert (claim.kind, claim.written.quote) == ("not the first", "lần đầu tiên")
    assert "between these people" in claim.message
    assert claim.contact
    assert claim.contact.date == "2024-03-07"
    assert not checked(register, words, on="2024-03-01").contradictions
    since = words.replace("lần đầu tiên", "lần đầu tiên kể từ tháng 4 năm 2025")
    assert not checked(register, since).contradictions


def test_an_office_that_somebody_else_holds_is_a_contradiction(register: Register) -> None:
    words = "Ngày 2/4/2024, Chủ tịch Quốc hội Đặng Văn Thử tiếp Bộ trưởng Y tế Lào Khamla Vongsa."
    [claim] = checked(register, words, on="2024-04-10").contradictions
    assert (claim.kind, claim.written.quote) == ("wrong office", "Chủ tịch Quốc hội")
    assert "Vương Đình Huệ" in claim.message
    assert claim.evidence
    right = words.replace("Chủ tịch Quốc hội Đặng Văn Thử", "Chủ tịch Quốc hội Vương Đình Huệ")
    view = checked(register, right, on="2024-04-10")
    assert not view.contradictions
    assert {one.name: one.id for one in view.people}["Vương Đình Huệ"] is None


def test_an_office_in_which_nobody_showed_the_person_is_doubtful(register: Register) -> None:
    words = "Ngày 2/4/2024, Chủ tịch Hội Thử nghiệm Đặng Văn Thử tiếp Bộ trưởng Y tế Lào Khamla Vongsa."
    view = checked(register, words)
    assert not view.contradictions
    assert {one.kind for one in view.doubtful} <= {"office not confirmed"}


def test_what_came_later_is_not_known(register: Register) -> None:
    view = checked(register, SENTENCE.format("7/3/2024"), on="2024-03-07")
    assert (view.people, view.earlier) == ((), ())
    assert [one.quote for one in view.unknown] == ["Đặng Văn Thử", "Khamla Vongsa"]


@pytest.mark.parametrize("words", ["xin chào", "…", "A", "Đặng", "\n\n", "Đặng Văn Thử " * 50])
def test_any_text_can_be_checked(register: Register, words: str) -> None:
    assert checked(register, words).contradictions == ()
