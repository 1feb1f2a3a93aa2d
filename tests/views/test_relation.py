"""A relation: what is counted, on what it rests, and what is only announced."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from bangiao.model.errors import QuestionError
from bangiao.model.report import Page
from bangiao.pipeline import Reading, read_page
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.coverage import coverage
from bangiao.views.relation import RelationView, relation
from tests.register.making import contact, side, told

BINH = ("Trần Thị Bình", "Bộ trưởng Bộ Ngoại giao")
HANA = ("Sato Hana", "Thủ tướng")
JIRO = ("Kato Jiro", "Chủ tịch Đảng Thử Nhật Bản")
NOW = Morning("2026-01-01", undated=True)
SESSION = """Kỳ họp lần thứ 5 Ủy ban hỗn hợp Việt Nam - Nhật Bản
Thứ Năm, 05/12/2024 10:30
Sáng 5/12, tại Hà Nội, Bộ trưởng Ngoại giao Trần Thị Bình và Bộ trưởng Ngoại giao Nhật Bản Sato Hana đồng chủ trì Kỳ họp lần thứ {number} Ủy ban hỗn hợp Việt Nam - Nhật Bản, tiến hành hội đàm.
Hai bên rà soát việc thực hiện các thỏa thuận từ đầu năm 2024 và thông qua kế hoạch hợp tác 6 tháng cuối năm 2025.
Hai nước nâng cấp quan hệ lên Đối tác chiến lược toàn diện.
"""  # noqa: E501


def read(register: Register, ident: str, text: str) -> None:
    reading = read_page(Page(ident, text))
    assert isinstance(reading, Reading)
    register.add(reading.report, reading.findings)


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        talks = contact(side("VN", BINH), side("JP", HANA), date="2023-05-04")
        register.add(*told("a", talks, published="2023-05-05", outlet="Báo A"))
        party = replace(contact(side("VN", BINH), side("JP", JIRO), date="2024-02-03"), channels=("party",))
        register.add(*told("b", party, published="2024-02-04", outlet="Báo B"))
        plan = contact(
            side("VN", BINH), side("JP", HANA), form="visit", date="2024-06-01", status="planned", country="JP"
        )
        register.add(*told("c", plan, published="2024-05-01", outlet="Báo A"))
        register.add(*told("d", contact(side("VN", BINH), side("LA")), published="2024-09-01", outlet="Báo A"))
        yield register


def ask(register: Register, first: str = "VN", second: str = "JP", on: Morning = NOW) -> RelationView:
    return relation(register.as_known(on), first, second)


def test_every_count_says_what_it_rests_on(register: Register) -> None:
    view = ask(register)
    assert (view.contacts, view.planned, view.reports, view.read.reports) == (2, 1, 3, 4)
    cells = {row.channel: [(one.year, one.contacts, one.reports_read) for one in row.cells] for row in view.chart}
    assert cells["party"] == [("2023", 1, 1), ("2024", 1, 3)]
    assert cells["state"] == [("2023", 1, 1), ("2024", 0, 3)]


def test_the_last_contact_by_channel_and_level(register: Register) -> None:
    last = {(one.channel, one.level): (one.contact.date, one.days) for one in ask(register).last}
    assert last["party", None] == ("2024-02-03", 698)
    assert last["party", "ministers"] == ("2024-02-03", 698)
    assert last["state", None] == ("2023-05-04", 973)


def test_who_met_whom_and_who_stood_lower(register: Register) -> None:
    view = ask(register)
    assert {(one.first_name, one.second_name, one.times) for one in view.met} == {
        ("Trần Thị Bình", "Sato Hana", 1), ("Trần Thị Bình", "Kato Jiro", 1),
    }  # fmt: skip
    assert (view.levels.known, view.levels.first_lower) == (2, 2)


def test_a_plan_that_nobody_reported_as_held(register: Register) -> None:
    (plan,) = ask(register).not_reported_held
    assert (plan.contact.date, plan.days, plan.perhaps) == ("2024-06-01", 579, None)
    then = ask(register, on=Morning("2024-05-20"))
    assert (then.not_reported_held, [one.contact.date for one in then.plans_ahead]) == ((), ["2024-06-01"])


def test_a_visit_held_by_others_about_then_is_another(register: Register) -> None:
    other = contact(side("VN", ("Lê Văn Sáu", "Bộ trưởng")), side("JP"), form="visit", date="2024-06-01", country="JP")
    register.add(*told("e", other, published="2024-06-02"))
    assert ask(register).not_reported_held[0].perhaps is None


def test_nothing_of_the_day_or_later_is_counted(register: Register) -> None:
    view = ask(register, on=Morning("2024-02-04"))
    assert (view.contacts, view.planned, view.reports) == (1, 0, 1)
    assert (view.read.reports, view.read.left_out) == (1, 3)


def test_a_party_is_one_end_of_a_relation(register: Register) -> None:
    view = ask(register, "VN", "dang thu nhat ban")
    assert (view.second.label, view.second.body, view.contacts) == ("JP", "dang thu nhat ban", 1)


def test_ends_that_cannot_be_read(register: Register) -> None:
    with pytest.raises(QuestionError, match="two ends"):
        ask(register, "JP", "Nhật Bản")
    with pytest.raises(QuestionError, match="no country, organisation or body"):
        ask(register, "VN", "Hội không có")


def test_a_relation_of_which_nothing_was_read(register: Register) -> None:
    view = ask(register, "VN", "PE")
    assert (view.contacts, view.chart, view.last, view.mechanisms, view.framework) == (0, (), (), (), ())
    with Register.open(":memory:") as empty:
        assert ask(empty).read.reports == 0


def test_a_mechanism_with_its_sessions_what_they_reviewed_and_planned(register: Register) -> None:
    read(register, "five", SESSION.format(number=5))
    read(register, "six", SESSION.replace("lần thứ 5", "lần thứ 6").replace("2024", "2025").format(number=6))
    (one,) = [each for each in ask(register).mechanisms if each.key == "joint committee"]
    assert [(each.number, each.date, each.date_basis) for each in one.sessions] == [
        (5, "2024-12-05", "contact"), (6, "2025-12-05", "contact"),
    ]  # fmt: skip
    first = one.sessions[0]
    assert [plan.periods for plan in first.adopted] == [("từ đầu năm 2024", "6 tháng cuối năm 2025")]
    assert first.reviewed
    assert first.contacts
    assert (one.every, one.overdue, one.due) == (365, None, "2026-12-05")
    later = relation(register.as_known(Morning("2028-01-01", undated=True)), "VN", "JP")
    assert [each.overdue for each in later.mechanisms] == [757 - 365]


def test_the_framework_with_the_sentence_that_raises_it(register: Register) -> None:
    read(register, "five", SESSION.format(number=5))
    (one,) = ask(register).framework
    assert (one.key, one.first.day, [each.sentence.line for each in one.raised]) == (
        "comprehensive strategic partnership", "2024-12-05", [5],
    )  # fmt: skip
    text = next(iter(register.texts([one.first.report.id]))).report.text
    cited = one.first.sentence
    assert text[cited.start : cited.end] == cited.quote


def test_coverage_names_outlets_months_and_gaps(register: Register) -> None:
    view = coverage(register.as_known(NOW))
    assert [(one.period, one.reports) for one in view.years] == [("2023", 1), ("2024", 3)]
    assert [(one.outlet, one.reports) for one in view.outlets] == [("Báo A", 3), ("Báo B", 1)]
    assert [(one.first, one.last) for one in view.gaps] == [
        ("2023-06", "2024-01"), ("2024-03", "2024-04"), ("2024-06", "2024-08"),
    ]  # fmt: skip
    assert (view.undated, view.left_out) == (0, 0)


def test_the_five_seeds(shared_dir: object) -> None:
    from pathlib import Path

    folder = Path(str(shared_dir)) / "corpus" / "seeds"
    with Register.open(":memory:") as register:
        for path in sorted(folder.glob("*.txt")):
            read(register, path.stem, path.read_text(encoding="utf-8"))
        now = ask(register)
        (group,) = [one for one in now.mechanisms if one.key == "friendship parliamentarians' group"]
        (session,) = group.sessions
        assert (session.number, session.date) == (3, "2023-06-03")
        assert any("6 tháng cuối năm 2023" in plan.periods for plan in session.adopted)
        keys = [one.key for one in now.framework]
        assert keys.index("extensive strategic partnership") < keys.index("comprehensive strategic partnership")
        then = ask(register, on=Morning("2023-12-25"))
        assert (then.read.reports, then.read.left_out) == (3, 2)
        assert max(one.contact.date or "" for one in then.last) == "2023-06-03"
        assert [one.contact.date for one in now.not_reported_held] == ["2024-04-03"]
