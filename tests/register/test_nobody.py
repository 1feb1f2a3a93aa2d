"""Words that name nobody: said once, out of every telling, also of later reports, until that is taken back."""

from typing import Any

import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.findings import Statement
from bangiao.register.store import Register
from tests.register.making import Told, contact, side, told

WORD: dict[str, Any] = {"why": "an agency is cited", "by": "Lan"}
WORDS = "Theo Reuters"


def report(ident: str, *people: tuple[str | None, str | None], label: str = "US", day: str = "05") -> Told:
    sides = side("VN", ("Trần Thị Bình", None)), side(label, *people)
    return told(ident, contact(*sides, date=f"2024-12-{day}"), more=ident)


def without_ledger(store: Register) -> list[str]:
    return [line for line in store.dump() if '"table":"decisions"' not in line]


def shown(store: Register, ident: str) -> list[tuple[str | None, str | None]]:
    (found,) = store.contacts_of(one for one in store.report(ident).contacts if one)
    return [(one.name, one.office) for one in found.sides[1].people]


def test_words_that_name_nobody_are_out_of_every_telling(store: Register) -> None:
    store.add(*report("a", (WORDS, None)))
    store.add(*report("b", ("Ann Lee", "Đại sứ"), ("THEO Reuters", None)))
    before = without_ledger(store)
    (ident,) = store.report("a").contacts
    (read,) = store.find_people(WORDS)
    made = store.decide("nobody", (read.id,), at="2025-01-01", **WORD)
    assert made.value == read.name
    assert store.find_people(WORDS) == ()
    assert shown(store, "b") == [("Ann Lee", "Đại sứ")]
    assert store.report("a").contacts == (ident,), "the contact keeps its address"
    assert not [one for one in store.report("a").findings.contacts[0].evidence if one.quote == WORDS]
    store.add(*report("c", (WORDS, None)))
    store.add(*report("a", (WORDS, None)), reader="another")
    assert store.find_people(WORDS) == ()
    assert store.check() == []
    kept = list(store.dump())
    store.rebuild()
    assert list(store.dump()) == kept
    store.decide("withdraw", ("c",), at="2025-01-02", **WORD)
    store.undo(made.id, at="2025-01-03", **WORD)
    store.add(*report("a", (WORDS, None)), reader="another still")
    assert {one.name for one in store.find_people(WORDS)} == {read.name}
    assert [one for one in without_ledger(store) if '"table":"readings"' not in one] == [
        one for one in before if '"table":"readings"' not in one
    ]


def test_an_office_told_with_the_words_stays_unless_another_holds_it(store: Register) -> None:
    store.add(*report("a", (WORDS, "Bộ trưởng Quốc phòng")))
    store.add(*report("b", ("Ann Lee", "Đại sứ"), (WORDS, "Đại sứ")))
    (read,) = store.find_people(WORDS)
    store.decide("nobody", (read.id,), at="2025-01-01", **WORD)
    assert shown(store, "a") == [(None, "Bộ trưởng Quốc phòng")]
    assert shown(store, "b") == [("Ann Lee", "Đại sứ")]
    assert store.check() == []


def test_nobody_speaks(store: Register) -> None:
    one, findings = report("a", (WORDS, None))
    said = Statement(1, "informed", ("US",), WORDS, ())
    store.add(one, type(findings)("a", findings.contacts, statements=(said,)))
    (read,) = store.find_people(WORDS)
    store.decide("nobody", (read.id,), at="2025-01-01", **WORD)
    (kept,) = store.report("a").findings.statements
    assert kept.speaker is None


def test_the_words_alone_are_none_not_the_person_whom_they_were_joined_with(store: Register) -> None:
    store.add(*report("a", ("Vì Kim Min Su", None), label="KR"))
    store.add(*report("b", ("Kim Min Su", None), label="KR", day="25"))
    (wrong,), (right,) = store.find_people("Vì Kim Min Su"), store.find_people("Kim Min Su")
    store.decide("same", (wrong.id, right.id), at="2025-01-01", **WORD)
    store.decide("nobody", (wrong.id,), at="2025-01-02", **WORD)
    (left,) = store.find_people("Kim Min Su")
    assert [one.spelling for one in store.spellings(left.id)] == ["Kim Min Su"]
    assert (shown(store, "a"), shown(store, "b")) == ([], [("Kim Min Su", None)])


def test_only_a_name_that_a_report_gives_can_be_none(store: Register) -> None:
    (ident,) = store.add(*report("a", (WORDS, None))).contacts
    (read,) = store.find_people(WORDS)
    with pytest.raises(QuestionError, match="no report gives a name"):
        store.decide("nobody", (ident,), at="2025-01-01", **WORD)
    with pytest.raises(QuestionError, match="one id"):
        store.decide("nobody", (read.id, ident), at="2025-01-01", **WORD)
    assert store.decisions() == []
