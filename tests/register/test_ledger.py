"""Decisions take effect, are never lost, and can be taken back."""

import pytest

from bangiao.model.errors import QuestionError
from bangiao.register import chunks
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from tests.register.making import contact, side, told

WORD = {"why": "read both", "by": "Lan"}
LATIN = contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Sato Hana", None)))
MARRIED = contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Kimura Aya", None)))


def both(store: Register) -> tuple[str, str]:
    store.add(*told("a", LATIN))
    store.add(*told("b", MARRIED))
    return store.find_people("Sato Hana")[0].id, store.find_people("Kimura Aya")[0].id


def test_people_called_the_same_become_one_and_so_do_their_contacts(store: Register) -> None:
    people = both(store)
    before = [line for line in store.dump() if '"table":"decisions"' not in line]
    decision = store.decide("same", people, at="2025-01-01", **WORD)
    assert (store.counts().people, store.counts().contacts) == (2, 1)
    assert store.person(people[0]) == store.person(people[1])
    assert {one.spelling for one in store.spellings(min(people))} == {"Sato Hana", "Kimura Aya"}
    undo = store.undo(decision.id, at="2025-01-02", **WORD)
    assert [line for line in store.dump() if '"table":"decisions"' not in line] == before
    assert [(one.id, one.undone_by) for one in store.decisions()] == [(decision.id, undo.id), (undo.id, None)]
    store.undo(undo.id, at="2025-01-03", **WORD)
    assert store.counts().contacts == 1
    assert store.check() == []


def test_a_merge_holds_for_reports_that_come_later(store: Register) -> None:
    store.decide("same", both(store), at="2025-01-01", **WORD)
    store.add(*told("c", MARRIED, more="Lần nữa."))
    assert (store.counts().people, store.counts().contacts) == (2, 1)


def test_people_called_different_are_not_joined_by_way_of_a_third(store: Register) -> None:
    store.add(*told("a", contact(side("VN", ("A B", None), ("A C", None), ("A D", None)), side("JP"))))
    first, second, third = (one.id for one in store.find_people("A"))
    store.decide("different", (first, third), at="2025-01-01", **WORD)
    store.decide("same", (first, second), at="2025-01-02", **WORD)
    store.decide("same", (second, third), at="2025-01-03", **WORD)
    assert store.counts().people == 2
    store.decide("same", (first, third), at="2025-01-04", **WORD)
    assert store.counts().people == 1


def test_a_rejected_contact_is_out_of_sight_also_after_a_better_reading(store: Register) -> None:
    (ident,) = store.add(*told("a", LATIN), reader="1").contacts
    decision = store.decide("reject", (ident,), at="2025-01-01", **WORD)
    assert store.contact(ident).rejected
    assert store.contacts(ContactQuestion()).total == 0
    better = contact(side("VN", ("Trần Thị Bình", "Bộ trưởng")), side("JP", ("Sato Hana", None)), date=None)
    report, findings = told("a", LATIN)
    start = findings.contacts[0].evidence[0]
    changed = told("a", better).findings.contacts[0]
    kept = type(changed)(**{**{f: getattr(better, f) for f in changed.__struct_fields__}, "evidence": (start,)})
    (other,) = store.add(report, type(findings)("a", (kept,)), reader="2").contacts
    assert other == ident
    assert store.contact(other).decision == decision.id
    store.undo(decision.id, at="2025-01-02", **WORD)
    assert store.contacts(ContactQuestion()).total == 1


def test_a_decision_needs_its_words_and_known_ids(store: Register) -> None:
    first, second = both(store)
    with pytest.raises(QuestionError, match="must say why"):
        store.decide("same", (first, second), why=" ", by="Lan", at="2025-01-01")
    with pytest.raises(QuestionError, match="no 'p-unknown'"):
        store.decide("same", (first, "p-unknown"), at="2025-01-01", **WORD)
    with pytest.raises(QuestionError, match="two different people"):
        store.decide("same", (first, first), at="2025-01-01", **WORD)
    with pytest.raises(QuestionError, match="no 'c-a'"):
        store.decide("reject", ("c-a", "c-b"), at="2025-01-01", **WORD)
    assert store.decisions() == []


def test_the_same_word_twice_is_one_entry(store: Register) -> None:
    people = both(store)
    assert store.decide("same", people, at="2025-01-01", **WORD) == store.decide(
        "same", people, at="2025-01-01", **WORD
    )
    assert len(store.decisions()) == 1


def test_a_decision_that_touches_many_reports_is_carried_through_piece_by_piece(
    store: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "CHUNK", 1)
    people = both(store)
    for number in range(4):
        store.add(*told(f"m{number}", LATIN if number % 2 else MARRIED, more=str(number)))
    decision = store.decide("same", people, at="2025-01-01", **WORD)
    assert (store.counts().people, store.counts().contacts) == (2, 1)
    store.undo(decision.id, at="2025-01-02", **WORD)
    assert (store.counts().people, store.counts().contacts) == (3, 2)
    before = list(store.dump())
    store.rebuild()
    assert list(store.dump()) == before
    assert store.check() == []
