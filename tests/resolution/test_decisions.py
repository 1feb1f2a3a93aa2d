"""What a ledger of decisions means."""

from hypothesis import given
from hypothesis import strategies as st

from bangiao.resolution.corrections import verdict
from bangiao.resolution.decisions import Decision, DecisionKind, decision_id, rule, with_undone


def decide(kind: DecisionKind, *subjects: str, at: str) -> Decision:
    return Decision(decision_id(kind, subjects, "Lan", at, "why"), kind, subjects, "Lan", at, "why")


def test_a_chain_of_sames_is_one_person() -> None:
    ruled = rule([decide("same", "p-c", "p-b", at="1"), decide("same", "p-b", "p-a", at="2")])
    assert [ruled.person(one) for one in ("p-a", "p-b", "p-c", "p-d")] == ["p-a", "p-a", "p-a", "p-d"]


def test_the_later_word_on_a_pair_counts() -> None:
    same, different = decide("same", "p-a", "p-b", at="1"), decide("different", "p-b", "p-a", at="2")
    assert rule([different, same]).persons == {}


def test_a_same_against_a_standing_different_is_disputed() -> None:
    ledger = [decide("different", "p-a", "p-c", at="1"), decide("same", "p-a", "p-b", at="2")]
    last = decide("same", "p-b", "p-c", at="3")
    ruled = rule([*ledger, last])
    assert (ruled.persons, ruled.disputed) == ({"p-b": "p-a"}, (last.id,))


def test_an_undo_can_be_undone() -> None:
    same = decide("same", "p-a", "p-b", at="1")
    undo = decide("undo", same.id, at="2")
    again = decide("undo", undo.id, at="3")
    assert rule([same, undo]).persons == {}
    assert [one.undone_by for one in with_undone([again, same, undo])] == [None, again.id, None]
    assert rule([again, undo, same]).persons == {"p-b": "p-a"}


def test_of_confirm_and_reject_the_later_counts() -> None:
    ledger = [decide("reject", "c-a", at="2"), decide("confirm", "c-a", at="1"), decide("correct", "c-a", at="3")]
    found = verdict(ledger)
    assert found is not None
    assert found.kind == "reject"


pairs = st.tuples(st.sampled_from(["same", "different"]), st.permutations(["p-a", "p-b", "p-c", "p-d"]))


@given(st.lists(pairs, max_size=8))
def test_order_of_entry_does_not_matter_and_merges_are_settled(words: list[tuple[DecisionKind, list[str]]]) -> None:
    ledger = [decide(kind, *people[:2], at=str(at)) for at, (kind, people) in enumerate(words)]
    ruled = rule(ledger)
    assert rule(reversed(ledger)) == ruled
    assert all(ruled.person(one) == one for one in ruled.persons.values())
