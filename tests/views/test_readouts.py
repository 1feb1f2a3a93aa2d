"""Two reports of one contact side by side."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.register.records import ContactQuestion, Morning
from bangiao.register.store import Register
from bangiao.views.readouts import ReadoutsView, readouts

NOW = Morning("2026-01-01", undated=True)
LEAD = """{headline}
Thứ Năm, 05/12/2024 10:30
Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa.
"""
ONE = LEAD.format(headline="Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào") + (
    "Hai bên nhất trí sớm mở thêm cửa khẩu Đồi Thông cho xe tải chở hoa quả.\n"
    "Sau hội đàm, hai Bộ trưởng chứng kiến lễ ký 14 văn kiện hợp tác.\n"
    "Bộ trưởng Đặng Văn Thử đề nghị Lào tạo điều kiện cho người lao động Việt Nam.\n"
)
TWO = LEAD.replace("05/12/2024", "06/12/2024").format(headline="Việt Nam và Lào bàn về cửa khẩu") + (
    "Bộ trưởng Khamla Vongsa đề nghị sớm mở thêm cửa khẩu Đồi Thông cho xe tải chở hoa quả.\n"
    "Sau hội đàm, hai Bộ trưởng chứng kiến lễ ký 16 văn kiện hợp tác.\n"
    "Hai bên nhất trí hợp tác phòng, chống ma túy ở vùng biên.\n"
)


def read(register: Register, ident: str, text: str) -> None:
    reading = read_page(Page(ident, text))
    assert isinstance(reading, Reading)
    register.add(reading.report, reading.findings)


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        read(register, "one", ONE)
        read(register, "two", TWO)
        yield register


def talks(register: Register) -> list[str]:
    return [one.id for one in register.contacts(ContactQuestion(form="talks")).contacts]


def ask(register: Register) -> ReadoutsView:
    return readouts(register.as_known(NOW), talks(register))


def test_both_tell_one_matter_and_one_verb_binds_more(register: Register) -> None:
    (row,) = [one for one in ask(register).rows if "Đồi Thông" in one.sentences[0].citation.quote]
    assert (row.letters, row.missing, row.strongest, row.by_differs) == (("A", "B"), (), ("A",), True)
    assert [(one.kind, one.verb) for one in row.sentences] == [("agreed", "nhất trí"), ("proposed", "đề nghị")]


def test_what_only_one_tells_is_told_so(register: Register) -> None:
    only = {one.letters[0]: one.sentences[0].citation.quote for one in ask(register).rows if len(one.letters) == 1}
    assert "người lao động" in only["A"]
    assert "ma túy" in only["B"]


def test_numbers_that_differ_stand_side_by_side(register: Register) -> None:
    (row,) = [one for one in ask(register).counts if one.noun == "văn kiện"]
    assert row.differs
    assert [(letter, number) for letter, number, _ in row.said] == [("A", 14), ("B", 16)]


def test_every_cell_cites_its_place(register: Register) -> None:
    view = ask(register)
    texts = {one.head.id: one.report.text for one in register.texts()}
    cited = [one.citation for row in view.rows for one in row.sentences] + [
        one[2] for row in view.counts for one in row.said
    ]
    assert cited
    for one in cited:
        assert texts[one.report][one.start : one.end] == one.quote
        assert one.line == texts[one.report].count("\n", 0, one.start or 0) + 1


def test_length_order_and_day_of_each_report(register: Register) -> None:
    first, second = ask(register).readouts
    assert (first.letter, second.letter, first.report.published) == ("A", "B", "2024-12-05")
    assert first.words > 50
    assert first.sentences >= 3
    assert first.order
    assert (first.repeats, second.repeats) == (None, None)


def test_one_report_has_nothing_beside_it(register: Register) -> None:
    with Register.open(":memory:") as alone:
        read(alone, "one", ONE)
        view = readouts(alone.as_known(NOW), talks(alone))
    assert [one.letter for one in view.readouts] == ["A"]
    assert all(one.missing == () and one.strongest == () for one in view.rows)


def test_what_was_not_published_then_is_not_set_beside_it(register: Register) -> None:
    with pytest.raises(QuestionError, match="no report before"):
        readouts(register.as_known(Morning("2024-12-05")), talks(register))
    with pytest.raises(QuestionError, match="no contact is named"):
        readouts(register.as_known(NOW), [])


def test_contacts_of_the_same_people_on_that_day_are_offered(register: Register) -> None:
    undated = TWO.replace("Thứ Năm, 06/12/2024 10:30\n", "").replace("hội đàm với", "có cuộc hội đàm kín với")
    with Register.open(":memory:") as apart:
        read(apart, "one", ONE)
        read(apart, "two", undated)
        found = talks(apart)
        if len(found) > 1:
            view = readouts(apart.as_known(NOW), found[:1])
            assert [one.id for one in view.others] == found[1:]


def test_real_pairs_cite_what_stands_there(shared_dir: Path) -> None:
    """Two reports of one meeting in the corpus: what both tell is found, and every sentence is theirs."""
    import json

    wanted = ("train-014030", "train-057957")
    with (
        Register.open(":memory:") as register,
        (shared_dir / "corpus" / "reports.jsonl").open(encoding="utf-8") as file,
    ):
        for line in file:
            one = json.loads(line)
            if one["id"] in wanted:
                read(register, one["id"], one["text"])
        view = readouts(register.as_known(NOW), talks(register))
        texts = {one.head.id: one.report.text for one in register.texts()}
    assert len(view.readouts) == 2
    assert sum(len(one.letters) > 1 for one in view.rows) >= 5
    for row in view.rows:
        assert all(
            texts[one.citation.report][one.citation.start : one.citation.end] == one.citation.quote
            for one in row.sentences
        )
