"""A table beside the register: what both have, and the misses of both sides."""

import pytest

from bangiao.model.errors import QuestionError
from bangiao.reference.events import EventRow
from bangiao.register.store import Register
from bangiao.views.comparison import compare
from tests.register.making import contact, side, told

HOA, SATO = ("Nguyễn Văn Hòa", "Bộ trưởng"), ("Sato Hana", "Chủ tịch")
VISIT = contact(side("VN", HOA), side("JP"), form="visit", date="2024-12-04/2024-12-06", country="JP")
TALKS = contact(side("VN", HOA), side("JP", SATO), date="2024-12-05")
LATER = contact(side("VN", HOA), side("JP", SATO), form="meeting", date="2024-12-20")
PLANNED = contact(side("VN", HOA), side("JP"), form="visit", date="2024-12-22", status="planned")
OTHER = contact(side("VN", HOA), side("LA"), form="visit", date="2024-12-10")


def row(ident: str, date: str | None, *countries: str, people: tuple[str, ...] = ()) -> EventRow:
    return EventRow(ident, date, countries, people)


@pytest.fixture
def register() -> Register:
    register = Register.open(":memory:")
    register.add(*told("a", VISIT, TALKS, LATER, PLANNED, OTHER, published="2024-12-07"))
    return register


def test_overlap_and_misses_of_both_sides(register: Register) -> None:
    visit = row("1", "2024-12-04/2024-12-06", "Nhật Bản", "Việt Nam", people=("Hoà Nguyễn Văn", "Nguyễn Văn Hoà"))
    found = compare(register, [visit, row("2", "2024-11-01", "VN", "JP"), row("3", "2024-12-30", "VN", "FR")])
    assert [(one.row.id, one.contact.form, one.days) for one in found.shared] == [("1", "visit", 0)]
    assert "Nguyễn Văn Hoà" in found.shared[0].people
    assert [one.form for one in found.covered] == ["talks"]
    assert [one.row.id for one in found.only_table] == ["2", "3"]
    assert [one.date for one in found.only_register] == ["2024-12-20"]  # no plan, and no pair that the table lacks
    assert (found.since, found.until, found.rows) == ("2024-11-01", "2024-12-30", 3)


def test_each_contact_answers_one_row_and_people_decide(register: Register) -> None:
    rows = [
        row("none", "2024-12-20", "VN", "JP", people=("Ô-ga-ta I-a-sư-ô",)),
        row("sato", "2024-12-20", "VN", "JP", people=("Sato Hana",)),
    ]
    found = compare(register, rows)
    assert [(one.row.id, one.missing) for one in found.shared if one.contact.date == "2024-12-20"] == [("sato", ())]


def test_days_apart_are_told_and_bounded(register: Register) -> None:
    asked = [row("1", "2024-12-12", "VN", "LA")]
    assert [one.days for one in compare(register, asked).shared] == [2]
    missed = compare(register, asked, days=1)
    assert missed.shared == ()
    assert "within 1 days of 2024-12-12" in missed.only_table[0].reason


def test_rows_that_cannot_be_compared_say_why(register: Register) -> None:
    rows = [row("1", "2024-12-10", "VN", "Atlantis"), row("2", None, "VN", "LA"), row("3", "2024", "VN")]
    with pytest.raises(QuestionError, match="no row"):
        compare(register, rows)
    reasons = [one.reason for one in compare(register, [*rows, row("4", "2024-12-10", "VN", "LA")]).only_table]
    assert reasons == ["'Atlantis' is no country", "no date", "fewer than two countries are named"]


def test_an_empty_register_leaves_all_rows_alone() -> None:
    with Register.open(":memory:") as empty:
        found = compare(empty, [row("1", "2024-12-10", "VN", "LA")])
    assert (len(found.only_table), found.only_register) == (1, ())
