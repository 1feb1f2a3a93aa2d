"""One matter from contact to contact, as the view shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.report import Refusal
from bangiao.pipeline import read_pages
from bangiao.register.as_known import Known
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions
from bangiao.views.commitments import CommitmentsQuestion, commitments
from bangiao.views.threads import ThreadsQuestion, ThreadView, thread, threads

FIRST = """Bộ trưởng Đặng Văn Thử hội đàm với Bộ trưởng Ngoại giao Lào
Thứ Năm, 07/03/2024 10:30
Sáng 7/3/2024, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa.
Hai bên nhất trí xây dựng tuyến đường sắt Bình Hải - Nam Phong và mở thêm cửa khẩu dọc tuyến.
"""
LATER = """Bộ trưởng Ngoại giao Lào Khamla Vongsa thăm Việt Nam
Thứ Ba, 10/12/2024 16:00
Ngày 10/12/2024, tại Hà Nội, Bộ trưởng Ngoại giao Đặng Văn Thử đã hội đàm với Bộ trưởng Ngoại giao Lào Khamla Vongsa.
Hai bên nhất trí đẩy nhanh xây dựng tuyến đường sắt Bình Hải - Nam Phong với số vốn 2 tỷ USD.
Hai bên cũng nhất trí tăng cường dạy tiếng Việt tại Lào.
"""
DONE = """Bộ trưởng Đặng Văn Thử gặp Bộ trưởng Ngoại giao Lào
Thứ Hai, 05/10/2026 09:00
Ngày 5/10/2026, tại Vientiane, Bộ trưởng Ngoại giao Đặng Văn Thử đã gặp Bộ trưởng Ngoại giao Lào Khamla Vongsa.
Bộ trưởng Đặng Văn Thử đánh giá cao việc tuyến đường sắt Bình Hải - Nam Phong đã khánh thành và được đưa vào khai thác.
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    for name, text in (("1", FIRST), ("2", LATER), ("3", DONE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Register.open(":memory:") as register:
        read(register, tmp_path)
        yield register


def read(register: Register, *places: Path) -> None:
    for reading in read_pages([str(one) for one in places], SourceOptions()):
        assert not isinstance(reading, Refusal)
        register.add(reading.report, reading.findings)


def known(register: Register, on: str = "2026-11-01") -> Known:
    return register.as_known(Morning(on))


def railway(register: Register, on: str = "2026-11-01") -> ThreadView:
    found = threads(known(register, on), ThreadsQuestion(country="LA", least=1))
    return next(
        one for one in found.threads if any(step.citation and "sắt" in step.citation.quote for step in one.steps)
    )


def test_a_matter_is_followed_until_it_is_delivered(register: Register) -> None:
    view = railway(register)
    assert [(step.date, step.how) for step in view.steps] == [
        ("2024-03-07", "first told"),
        ("2024-12-10", "sharpened"),
        ("2026-10-05", "delivered"),
    ]
    assert (view.status, view.open, view.sides) == ("delivered", False, ("LA", "VN"))
    assert "đã khánh thành" in view.status_citation.quote
    assert (view.first, view.last, view.age) == ("2024-03-07", "2026-10-05", 27)
    assert "đường sắt" in view.steps[1].why or "tuyến" in view.steps[1].why
    for step in view.steps:
        cited = step.citation
        assert cited
        text = register.report(cited.report).report.text
        assert text[cited.start : cited.end] == cited.quote


def test_before_it_was_delivered_it_was_open(register: Register) -> None:
    view = railway(register, "2026-10-05")
    assert (view.status, view.open, len(view.steps), view.age) == ("agreed", True, 2, 664)
    assert railway(register, "2024-12-10").age == 278
    assert threads(known(register, "2024-03-07"), ThreadsQuestion(least=1)).total == 0


def test_commitments_show_the_status_of_their_thread(register: Register) -> None:
    lines = commitments(known(register), CommitmentsQuestion()).commitments
    by_words = {line.words[-20:]: line for line in lines}
    open_ = commitments(known(register), CommitmentsQuestion(only_open=True)).commitments
    assert {line.status for line in lines if line.in_thread == 2} == {"delivered"}
    assert [line.id for line in open_] == [line.id for line in by_words.values() if "tiếng Việt" in line.words]
    assert len({line.thread for line in lines}) == 2


def test_a_person_links_parts_and_sets_a_status(register: Register) -> None:
    lines = commitments(known(register), CommitmentsQuestion()).commitments
    lessons = next(one for one in lines if "tiếng Việt" in one.words)
    first = next(one for one in lines if one.date == "2024-03-07")
    second = next(one for one in lines if "2 tỷ" in one.words)

    def decide(kind: str, *ids: str, field: str | None = None, value: str | None = None) -> str:
        at = f"2027-01-0{len(register.decisions()) + 1}T00:00:00+00:00"
        entered = register.decide(kind, ids, why="so", by="Lan", at=at, field=field, value=value)  # type: ignore[arg-type]
        return entered.id

    linked = decide("link", first.id, lessons.id[:9])
    view = thread(known(register), first.id)
    assert {step.id for step in view.steps} >= {first.id, second.id, lessons.id}
    assert f"linked by the decision {linked}" in {step.why for step in view.steps}
    parted = decide("unlink", first.id, second.id)
    assert second.id not in {step.id for step in thread(known(register), first.id).steps}
    status = decide("status", second.id, field="status", value="Lapsed")
    view = thread(known(register), second.id)
    assert (view.status, view.open, view.status_decision) == ("lapsed", False, status)
    assert view.status_citation.reason == "decided by Lan: so"
    before = [thread(known(register), one.id) for one in lines]
    register.rebuild()
    assert [thread(known(register), one.id) for one in lines] == before
    for decision in (linked, parted, status):
        register.undo(decision, why="no", by="Lan", at="2027-02-01T00:00:00+00:00")
    assert [one.steps for one in [railway(register)]] == [thread(known(register), second.id).steps]
    assert railway(register).status == "delivered"


@pytest.mark.parametrize(
    ("kind", "ids", "value", "message"),
    [
        ("link", ("k-zzzz", "k-yyyy"), None, "has no"),
        ("status", ("first",), "done", "no status"),
        ("link", ("first",), None, "two different commitments"),
        ("link", ("first", "contact"), None, "has no"),
        ("same", ("first", "second"), None, "has no"),
    ],
)
def test_words_that_cannot_be_meant_are_refused(
    register: Register, kind: str, ids: tuple[str, ...], value: str | None, message: str
) -> None:
    lines = commitments(known(register), CommitmentsQuestion()).commitments
    named = {"first": lines[0].id, "second": lines[1].id, "contact": lines[0].contact.id if lines[0].contact else ""}
    with pytest.raises(QuestionError, match=message):
        register.decide(
            kind,  # type: ignore[arg-type]
            [named.get(one, one) for one in ids],
            why="so",
            by="Lan",
            at="2027-01-01T00:00:00+00:00",
            field="status",
            value=value,
        )
    assert register.decisions() == []


def test_an_id_that_names_no_commitment_is_told(register: Register) -> None:
    for ident in ("k-zzzz", "", "k-"):
        with pytest.raises(QuestionError):
            thread(known(register), ident)


def test_an_empty_register_and_one_report_have_no_thread() -> None:
    with Register.open(":memory:") as register:
        assert threads(known(register), ThreadsQuestion()).threads == ()


def test_the_talks_of_december_2021_are_followed_to_july_2022(shared_dir: Path) -> None:
    with Register.open(":memory:") as register:
        read(register, shared_dir / "corpus" / "seeds", *sample_paths())
        found = threads(known(register, "2023-12-25"), ThreadsQuestion(country="JP"))
        meant = [one for one in found.threads if one.steps[0].how == "referred to"]
        steps = [(step.date, step.how) for step in meant[0].steps]
        assert steps[:2] == [("2021-12", "referred to"), ("2022-07-05", "taken up")]
        assert {date for date, _ in steps} == {"2021-12", "2022-07-05"}
        later = threads(known(register, "2023-12-26"), ThreadsQuestion(country="JP")).threads
        assert ("2023-12-25", "repeated") in [(step.date, step.how) for one in later for step in one.steps]
        assert meant[0].steps[0].contact
        assert meant[0].steps[0].contact.form == "talks"
        assert "refers to the talks of 2021-12" in meant[0].steps[1].why
        assert (meant[0].status, meant[0].open) == ("agreed", True)


def test_an_invitation_is_delivered_by_the_visit(tmp_path: Path) -> None:
    words = (
        "{} thăm chính thức Lào\nThứ Hai, {}\nNhận lời mời của Chủ tịch Quốc hội Lào Khamla Vongsa, {}"
        "Chủ tịch Quốc hội Đặng Văn Thử {} thăm chính thức Lào từ ngày 10 đến 12/6/2024.\n"
    )
    announced = words.format("Chủ tịch Quốc hội Đặng Văn Thử sẽ", "03/06/2024 09:00", "", "sẽ")
    begun = words.format("Chủ tịch Quốc hội Đặng Văn Thử", "10/06/2024 12:00", "sáng 10/6/2024, ", "đã tới")
    for name, text in (("1", announced), ("2", begun)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Register.open(":memory:") as register:
        read(register, tmp_path)
        asked = commitments(known(register, "2024-06-05"), CommitmentsQuestion())
        assert {(one.kind, one.status, one.open) for one in asked.commitments} == {("invited", "proposed", True)}
        made = commitments(known(register, "2024-06-20"), CommitmentsQuestion())
        assert {(one.kind, one.status, one.open) for one in made.commitments} == {("invited", "delivered", False)}
        assert len({one.thread for one in made.commitments}) == 1
