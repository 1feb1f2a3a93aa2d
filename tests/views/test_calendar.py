"""What lies ahead of a morning, and what does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bangiao.model.errors import QuestionError
from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.calendar import CalendarView, calendar
from tests.register.making import contact, side, told

BINH = ("Trần Thị Bình", "Bộ trưởng Bộ Ngoại giao")
HEAD = """Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào
Thứ Năm, 05/12/2024 10:30
Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa.
"""
MORE = (
    "Bộ trưởng chúc Lào tổ chức thành công cuộc bầu cử Quốc hội vào ngày 22/2/2026.\n"
    "Nhân dịp kỷ niệm 49 năm Quốc khánh Lào (2/12/1975 - 2/12/2024), Bộ trưởng gửi lời chúc mừng.\n"
    "Hai bên nhất trí đưa kim ngạch thương mại đạt 5 tỷ USD vào năm 2027.\n"
)


def read(register: Register, ident: str, text: str) -> None:
    reading = read_page(Page(ident, text))
    assert isinstance(reading, Reading)
    register.add(reading.report, reading.findings)


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        plan = contact(side("VN", BINH), side("JP"), form="visit", date="2025-03-01/2025-03-03", country="JP")
        register.add(*told("a", replace(plan, status="planned"), published="2025-01-02"))
        register.add(*told("b", contact(side("VN", BINH), side("JP"), date="2025-02-01"), published="2025-02-02"))
        read(register, "c", HEAD + MORE)
        yield register


def ask(register: Register, on: str, country: str | None = None, until: str | None = None) -> CalendarView:
    return calendar(register.as_known(Morning(on, undated=True)), country, until)


def kinds(view: CalendarView, kind: str) -> list[tuple[str, str]]:
    return [(one.first, one.last) for one in view.entries if one.kind == kind]


def test_a_plan_stands_in_it_until_its_last_day_has_passed(register: Register) -> None:
    assert kinds(ask(register, "2025-02-01", "JP"), "planned") == [("2025-03-01", "2025-03-03")]
    assert kinds(ask(register, "2025-03-03", "JP"), "planned") == [("2025-03-01", "2025-03-03")]
    assert kinds(ask(register, "2025-03-04", "JP"), "planned") == []
    assert kinds(ask(register, "2025-01-02", "JP"), "planned") == []


def test_an_event_that_a_report_announces_with_its_sentence(register: Register) -> None:
    (one,) = [each for each in ask(register, "2025-12-01", "LA").entries if each.kind == "event"]
    assert (one.first, one.sides) == ("2026-02-22", ("LA",))
    assert one.title.startswith("election: bầu cử Quốc hội vào ngày 22/2/2026")
    (source,) = one.sources
    assert source.citation
    text = next(iter(register.texts([source.citation.report]))).report.text
    assert text[source.citation.start : source.citation.end] == source.citation.quote


def test_a_day_of_the_table_that_a_report_names_too_is_one_entry(register: Register) -> None:
    (one,) = [each for each in ask(register, "2025-11-01", "LA", "2026-01").entries if each.kind == "anniversary"]
    assert (one.first, one.title, one.times) == ("2025-12-02", "Quốc khánh Lào (50)", 2)
    assert [bool(source.page) for source in one.sources] == [True, False]


def test_a_commitment_stands_on_the_last_day_by_which_it_can_be_meant(register: Register) -> None:
    assert kinds(ask(register, "2025-06-01", "LA", "2028"), "commitment") == [("2027-12-31", "2027-12-31")]


def test_an_anniversary_begins_with_what_it_commemorates(register: Register) -> None:
    titles = [one.title for one in ask(register, "2022-01-01", "JP", "2023").entries]
    assert any("Nhật Bản" in title for title in titles)
    assert not any("(0)" in title or "(-" in title for title in titles)


def test_the_session_that_is_due(register: Register) -> None:
    session = HEAD.replace("hội đàm với", "đồng chủ trì Kỳ họp lần thứ {n} Ủy ban hỗn hợp Việt Nam - Lào, hội đàm với")
    read(register, "d", session.format(n=4).replace("05/12/2024", "05/06/2023").replace("5/12", "5/6"))
    read(register, "e", session.format(n=5).replace("05/12/2024", "05/06/2024").replace("5/12", "5/6"))
    (one,) = [each for each in ask(register, "2025-01-01", "LA").entries if each.kind == "session_due"]
    assert one.first == "2025-06-06"
    assert "2024-06-05" in one.why


def test_the_ids_stay_and_the_days_are_in_order(register: Register) -> None:
    first, again = (ask(register, "2025-01-05"), ask(register, "2025-01-06"))
    same = {one.uid for one in first.entries} & {one.uid for one in again.entries}
    assert len(same) > 5
    assert len({one.uid for one in first.entries}) == len(first.entries)
    assert [one.first for one in first.entries] == sorted(one.first for one in first.entries)
    assert all(one.first <= one.last for one in first.entries)


def test_an_empty_register_has_the_days_of_the_table() -> None:
    with Register.open(":memory:") as empty:
        assert {one.kind for one in ask(empty, "2025-01-01").entries} == {"anniversary"}


@pytest.mark.parametrize(("country", "until"), [("Atlantis", None), (None, "soon")])
def test_words_that_cannot_be_read(register: Register, country: str | None, until: str | None) -> None:
    with pytest.raises(QuestionError):
        ask(register, "2025-01-01", country, until)


def test_the_five_seeds(shared_dir: Path) -> None:
    with Register.open(":memory:") as register:
        for path in sorted((shared_dir / "corpus" / "seeds").glob("*.txt")):
            read(register, path.stem, path.read_text(encoding="utf-8"))
        summer = ask(register, "2022-07-06", "JP")
        assert ("2022-07-10", "2022-07-10") in kinds(summer, "event")
        (founding,) = [one for one in summer.entries if one.first == "2022-07-15"]
        assert founding.title.endswith("(100)")
        congress = [one for one in ask(register, "2023-12-26", "JP").entries if one.kind == "event"]
        assert [(one.first, one.last) for one in congress] == [
            ("2024-01-01", "2024-01-31"),
            ("2024-01-01", "2024-04-30"),
        ]
