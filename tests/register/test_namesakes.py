"""Two people of one spelling: doubted where their posts exclude each other, parted by a decision that lasts."""

from typing import Any

import pytest

from bangiao.model.errors import QuestionError
from bangiao.register.store import Register
from tests.register.making import Told, contact, side, told

WORD: dict[str, Any] = {"why": "two people of one name", "by": "Lan"}
NAME = "Nguyễn Văn Hùng"


def reports() -> list[Told]:
    """The envoy is told in spring and autumn, the deputy minister of the same name in between and after."""
    days = ("2024-03-04", "2024-05-06", "2024-09-10", "2024-11-12")
    offices = ("Đại sứ tại Nhật Bản", "Thứ trưởng Bộ Y tế") * 2
    return [
        told(
            f"n{at}",
            contact(side("VN", (NAME, office)), side("JP", (f"Sato {'ABCD'[at]}ya", None)), date=day),
            published=day,
        )
        for at, (day, office) in enumerate(zip(days, offices, strict=True))
    ]


def doubted(store: Register) -> list[str]:
    return [one.id for one in store.doubts(kind="likely-two-people")]


def without_ledger(store: Register) -> list[str]:
    return [line for line in store.dump() if '"table":"decisions"' not in line]


def test_posts_that_exclude_each_other_are_a_doubt(store: Register) -> None:
    for one in reports()[:3]:
        store.add(*one)
    (doubt,) = store.doubts(kind="likely-two-people")
    assert "đại sứ" in doubt.message
    assert "judge different" in doubt.message


def test_one_post_after_the_other_is_no_doubt(store: Register) -> None:
    first, second, *_ = reports()
    store.add(*first)
    store.add(*second)
    assert doubted(store) == []


def test_a_namesake_is_parted_and_stays_so(store: Register) -> None:
    every = reports()
    for one in every[:3]:
        store.add(*one)
    before = without_ledger(store)
    (person,) = store.find_people(NAME)
    decision = store.decide("different", (person.id, "n1"), at="2025-01-01", **WORD)
    assert doubted(store) == []
    shown = {one.name for one in store.find_people(NAME)}
    assert shown == {NAME, f"{NAME} (Thứ trưởng Bộ Y tế)"}
    assert store.report("n1").findings.contacts[0].sides[0].people[0].name in shown - {NAME}
    store.add(*every[3])  # the name alone does not say which of the two it is
    assert len(store.find_people(NAME)) == 2
    kept = store.dump()
    store.rebuild()
    assert list(store.dump()) == list(kept)
    assert store.check() == []
    store.decide("withdraw", ("n3",), at="2025-01-02", **WORD)
    store.undo(decision.id, at="2025-01-03", **WORD)
    assert without_ledger(store)[:1] == before[:1]
    assert [one.name for one in store.find_people(NAME)] == [NAME]


def test_undoing_gives_the_register_as_it_was(store: Register) -> None:
    for one in reports():
        store.add(*one)
    before = without_ledger(store)
    (person,) = store.find_people(NAME)
    decision = store.decide("different", (person.id, "n1", "n3"), at="2025-01-01", **WORD)
    assert without_ledger(store) != before
    store.undo(decision.id, at="2025-01-02", **WORD)
    assert without_ledger(store) == before


def test_a_later_word_that_they_are_one_counts(store: Register) -> None:
    for one in reports()[:2]:
        store.add(*one)
    (person,) = store.find_people(NAME)
    store.decide("different", (person.id, "n1"), at="2025-01-01", **WORD)
    two = tuple(one.id for one in store.find_people(NAME))
    store.decide("same", two, at="2025-01-02", **WORD)
    assert len(store.find_people(NAME)) == 1


def test_withdrawing_a_namesake_leaves_the_other(store: Register) -> None:
    for one in reports()[:2]:
        store.add(*one)
    (person,) = store.find_people(NAME)
    store.decide("different", (person.id, "n1"), at="2025-01-01", **WORD)
    (other,) = (one for one in store.find_people(NAME) if one.name != NAME)
    store.decide("withdraw", (other.id,), at="2025-01-02", **WORD)
    assert [one.name for one in store.find_people(NAME)] == [NAME]
    assert NAME not in store.report("n1").report.text
    assert NAME in store.report("n0").report.text


def test_a_report_that_does_not_name_the_person_is_refused(store: Register) -> None:
    for one in reports()[:2]:
        store.add(*one)
    (japanese,) = store.find_people("Sato Aya")
    with pytest.raises(QuestionError, match="does not name"):
        store.decide("different", (japanese.id, "n1"), at="2025-01-01", **WORD)
