"""An office that a person set right stands wherever its reports show people in offices, and goes when taken back."""

from typing import Any

from bangiao.model.errors import QuestionError
from bangiao.register.store import Register
from bangiao.views.office import who
from tests.register.making import contact, side, told

WORD: dict[str, Any] = {"why": "read both", "by": "Lan"}
READ, RIGHT = "Chủ tịch Quốc hội", "Phó Chủ tịch Quốc hội"
TALKS = contact(side("VN", ("Trần Thị Bình", "Bộ trưởng Bộ Ngoại giao")), side("LA", ("Khamphone Sen", READ)))


def offices(store: Register) -> set[str]:
    return {one.office for one in store.attestations(store.find_people("Khamphone Sen")[0].id)}


def holds(store: Register, office: str) -> bool:
    """Whether `who` knows the person in an office on the day of the talks."""
    try:
        return any(one.holder.name == "Khamphone Sen" for one in who(store, office, "2024-12-05", "LA").answers)
    except QuestionError:  # nobody is seen in it
        return False


def without_ledger(store: Register) -> list[str]:
    return [line for line in store.dump() if '"table":"decisions"' not in line]


def right(store: Register) -> str:
    ident = store.report("a").contacts[0] or ""
    person = store.find_people("Khamphone Sen")[0].id
    return store.decide("correct", (ident,), field=f"office of {person}", value=RIGHT, at="2025-01-01", **WORD).id


def test_a_corrected_office_is_attested_in_every_report_of_the_contact(store: Register) -> None:
    for ident in "ab":
        store.add(*told(ident, TALKS, more=ident))
    assert (offices(store), holds(store, READ), holds(store, RIGHT)) == ({READ}, True, False)
    right(store)
    store.add(*told("c", TALKS, more="c"))  # comes later and carries no decision of its own
    assert (offices(store), holds(store, READ), holds(store, RIGHT)) == ({RIGHT}, False, True)
    seen = store.posts_of(store.find_people("Khamphone Sen")[0].id)
    assert {one.seen.office_basis for one in seen} == {"corrected by Lan: read both"}
    assert READ not in {one.title for one in store.posts()}
    assert store.check() == []
    stands = list(store.dump())
    store.rebuild()
    assert list(store.dump()) == stands


def test_taken_back_it_is_as_it_was_read(store: Register) -> None:
    for ident in "ab":
        store.add(*told(ident, TALKS, more=ident))
    made = right(store)
    store.add(*told("c", TALKS, more="c"))
    store.undo(made, at="2025-01-02", **WORD)
    assert (offices(store), holds(store, READ), holds(store, RIGHT)) == ({READ}, True, False)
    taken_back = without_ledger(store)
    store.rebuild()
    assert without_ledger(store) == taken_back


def test_a_telling_that_was_split_off_keeps_the_office_that_it_gives(store: Register) -> None:
    for ident in "ab":
        store.add(*told(ident, TALKS, more=ident))
    right(store)
    store.add(*told("c", TALKS, more="c"))
    contact_id = store.report("a").contacts[0] or ""
    (late,) = (one.finding for one in store.told(contact_id) if one.report.given == "c")
    store.decide("different", (contact_id, late), at="2025-01-03", **WORD)
    assert offices(store) == {READ, RIGHT}
    stands = list(store.dump())
    store.rebuild()
    assert list(store.dump()) == stands
    assert store.check() == []
