"""Decisions take effect, are never lost, and can be taken back."""

from typing import Any

import pytest

from bangiao.model.errors import QuestionError
from bangiao.register import chunks
from bangiao.register.records import ContactQuestion
from bangiao.register.seen import Overtaken
from bangiao.register.store import Register
from tests.register.making import contact, side, told

WORD: dict[str, Any] = {"why": "read both", "by": "Lan"}
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


TWICE = contact(side("VN", ("Trần Thị Bình", None)), side("LA", ("Khamphone Sen", None)), date="2024-12-05")
LATER = contact(side("VN", ("Trần Thị Bình", None)), side("LA", ("Khamphone Sen", None)), date="2024-12-15")


def two(store: Register) -> tuple[str, str]:
    (first,) = store.add(*told("a", TWICE)).contacts
    (second,) = store.add(*told("b", LATER)).contacts
    return first, second


def test_contacts_called_the_same_become_one_and_can_be_parted_again(store: Register) -> None:
    before = two(store)
    plain = [line for line in store.dump() if '"table":"decisions"' not in line]
    same = store.decide("same", before, at="2025-01-01", **WORD)
    assert store.counts().contacts == 1
    (ident,) = {one.id for one in store.contacts(ContactQuestion()).contacts}
    assert len(store.told(ident)) == 2
    assert store.contact(ident).disagreements == ("date",)
    store.rebuild()
    assert store.counts().contacts == 1
    store.undo(same.id, at="2025-01-02", **WORD)
    assert [line for line in store.dump() if '"table":"decisions"' not in line] == plain
    assert store.counts().contacts == 2


def test_contacts_called_different_stay_apart_also_when_told_again(store: Register) -> None:
    store.add(*told("a", TWICE))
    store.add(*told("b", TWICE, more="Hết."))
    assert store.counts().contacts == 1
    (third,) = store.add(*told("c", LATER)).contacts
    (joined,) = {one.id for one in store.contacts(ContactQuestion()).contacts if one.date == "2024-12-05"}
    store.decide("same", (joined, third), at="2025-01-01", **WORD)
    assert store.counts().contacts == 1
    (one,) = {one.id for one in store.contacts(ContactQuestion()).contacts}
    with pytest.raises(QuestionError, match="needs two different"):
        store.decide("different", (one,), at="2025-01-02", **WORD)


def test_a_corrected_field_outlives_a_better_reading_and_says_who(store: Register) -> None:
    (ident,) = store.add(*told("a", TWICE), reader="1").contacts
    store.decide("correct", (ident,), field="city", value="Vientiane", at="2025-01-01", **WORD)
    store.decide("correct", (ident,), field="date", value="2024-12-06", at="2025-01-02", **WORD)
    shown = store.contact(ident)
    assert (shown.city, shown.date, shown.date_basis) == ("Vientiane", "2024-12-06", "corrected by Lan: read both")
    better = contact(*TWICE.sides, date="2024-12-05", venue="Nhà Quốc hội")
    (again,) = store.add(*told("a", better, updated="2024-12-08T10:00:00+07:00"), reader="2").contacts
    assert (store.contact(again).city, store.contact(again).venue) == ("Vientiane", "Nhà Quốc hội")
    wrong = [("form", "dance"), ("country", "Laos"), ("country", "XX"), ("country", "EU"), ("colour", "red")]
    days = ("soon", "2024-02-30", "XXXX-13-05", "XXXX-soon", "2024-12-05/2024-12-01")
    for field, value in (*wrong, *(("date", day) for day in days)):
        with pytest.raises(QuestionError):
            store.decide("correct", (again,), field=field, value=value, at="2025-01-03", **WORD)


def test_a_corrected_spelling_is_shown_found_and_joined(store: Register) -> None:
    store.add(*told("a", contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Nukawa Fukushiro", None)))))
    (person,) = store.find_people("Nukawa")
    store.decide("correct", (person.id,), field="name", value="Nukaga Fukushiro", at="2025-01-01", **WORD)
    assert [one.name for one in store.find_people("Nukaga")] == ["Nukaga Fukushiro"]
    store.add(*told("b", contact(side("VN", ("Trần Thị Bình", None)), side("JP", ("Nukaga Fukushiro", None)))))
    assert store.counts().people == 2
    assert store.check() == []


def test_a_withdrawn_report_is_gone_until_that_is_undone(store: Register) -> None:
    store.add(*told("a", LATIN, outlet="Báo A"))
    decision = store.decide("withdraw", ("a",), at="2025-01-01", **WORD)
    counts = store.counts()
    assert (counts.reports, counts.contacts, counts.people, counts.doubts) == (0, 0, 0, 0)
    with pytest.raises(QuestionError, match="withdrawn"):
        store.report("a")
    assert store.add(*told("a", LATIN, outlet="Báo A", more="Mới."), reader="2").outcome == "withdrawn"
    assert [one.kind for one in store.decisions()] == ["withdraw"]
    store.rebuild()
    assert store.check() == []
    assert store.counts().reports == 0
    store.undo(decision.id, at="2025-01-02", **WORD)
    assert store.counts().contacts == 1


def test_a_withdrawn_person_is_named_nowhere_until_that_is_undone(store: Register) -> None:
    store.add(*told("a", LATIN, agreed="Bà Sato Hana nhất trí hợp tác"))
    full = [line for line in store.dump() if '"table":"decisions"' not in line]
    (person,) = store.find_people("Sato Hana")
    decision = store.decide("withdraw", (person.id,), at="2025-01-01", **WORD)
    assert store.find_people("Sato") == ()
    shown = store.report("a")
    assert "Sato" not in shown.report.text
    assert all("Sato" not in one.evidence[0].quote for one in shown.findings.commitments)
    assert not any("Sato" in line for line in store.dump())
    assert [who.name for one in store.contacts(ContactQuestion()).contacts for s in one.sides for who in s.people] == [
        "Trần Thị Bình"
    ]
    store.add(*told("b", LATIN, more="Lần nữa."))
    assert store.find_people("Sato") == ()
    assert store.check() == []
    store.undo(decision.id, at="2025-01-02", **WORD)
    store.decide("withdraw", ("b",), at="2025-01-03", **WORD)
    kept = [line for line in store.dump() if '"table":"decisions"' not in line and '"given_id":"b"' not in line]
    assert kept == full


def offices(store: Register, ident: str) -> list[str | None]:
    return [one.office for side in store.contact(ident).sides for one in side.people]


def test_a_corrected_office_stands_when_the_report_is_read_anew(store: Register) -> None:
    """The office goes with the person, in whatever spelling a later reading or report names them."""
    first = contact(side("VN", ("Trần Thị Bình", "Bộ trưởng")), side("JP", ("Sato Hana", "Chủ tịch")))
    (ident,) = store.add(*told("a", first), reader="1").contacts
    before = list(store.dump())
    entered = store.decide("correct", (ident,), field="office of Sato Hana", value="Phó Chủ tịch", at="2025", **WORD)
    assert entered.field == f"office of {store.find_people('Sato Hana')[0].id}"
    assert offices(store, ident) == ["Bộ trưởng", "Phó Chủ tịch"]
    anew = contact(side("VN", ("Trần Thị Bình", "Bộ trưởng")), side("JP", ("Sato Hana", "chủ tịch")))
    store.add(*told("a", anew), reader="2")
    assert offices(store, ident) == ["Bộ trưởng", "Phó Chủ tịch"]
    store.rebuild()
    assert offices(store, ident) == ["Bộ trưởng", "Phó Chủ tịch"]
    store.add(*told("a", first), reader="1")
    store.undo(entered.id, at="2026", **WORD)
    # both versions of the report stay readable, and both words in the ledger; all that follows is as before
    source = ('"table":"decisions"', '"table":"readings"')
    after = [one for one in store.dump() if not any(table in one for table in source)]
    assert after == [one for one in before if not any(table in one for table in source)]
    assert offices(store, ident) == ["Bộ trưởng", "Chủ tịch"]
    with pytest.raises(QuestionError, match="takes no part"):
        store.decide("correct", (ident,), field="office of Nobody", value="x", at="2025", **WORD)


def test_one_telling_can_be_split_off_a_contact(store: Register) -> None:
    store.add(*told("a", LATIN))
    store.add(*told("b", LATIN, more="Lần nữa."))
    (whole,) = store.contacts(ContactQuestion()).contacts
    other = max(one.finding for one in store.told(whole.id) if one.finding != whole.main)
    parted = store.decide("different", (whole.id, other), at="2025-01-01", **WORD)
    assert store.counts().contacts == 2
    store.rebuild()
    assert (store.counts().contacts, store.check()) == (2, [])
    store.undo(parted.id, at="2025-01-02", **WORD)
    assert store.contacts(ContactQuestion()).contacts == (whole,)


def test_who_did_not_see_the_latest_word_is_told(store: Register) -> None:
    (ident,) = store.add(*told("a", LATIN)).contacts
    seen = store.mark([ident])
    store.decide("confirm", (ident,), at="2025-01-01", seen=seen, why="read", by="An")
    with pytest.raises(Overtaken, match="by An") as told_so:
        store.decide("reject", (ident,), at="2025-01-02", seen=seen, **WORD)
    assert [one.kind for one in told_so.value.entries] == ["confirm"]
    assert len(store.decisions()) == 1
    store.decide("reject", (ident,), at="2025-01-02", seen=store.mark([ident]), **WORD)
    assert store.contact(ident).rejected
