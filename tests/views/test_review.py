"""What review settles and counts: doubts that an edit moved, gold, accuracy by field, agreement of two reviewers."""

import json
from typing import Any

import pytest

from bangiao.exports.gold_lines import parts
from bangiao.model.evidence import Doubt
from bangiao.register.store import Register
from bangiao.views.gold import reviewed
from bangiao.views.release import release
from bangiao.views.review import item, queue
from bangiao.views.review_item import item_view
from tests.register.making import Told, contact, side, told

WORD: dict[str, Any] = {"why": "read", "at": "2025-01-01", "last": True}
TALKS = contact(side("VN", ("Lê Hoa", "Bộ trưởng")), side("LA"), city="Huế")


def doubted(words: str, *, moved: str = "", updated: str | None = None, at: int = 0) -> Told:
    """A report in which the `at`-th of some words is doubted; `moved` words stand before."""
    report, findings = told("a", TALKS, more=f"{moved}{words}", updated=updated)
    start = -1
    for _ in range(at + 1):
        start = report.text.index("gặp", start + 1)
    doubts = (Doubt("verb-without-contact", "look", start, start + 3, 1, "gặp"),)
    return Told(report, type(findings)("a", findings.contacts, doubts=doubts))


def open_now(store: Register) -> int:
    return sum(one.kind == "verb-without-contact" for one in queue(store).items)


WORDS = "Ông đã gặp khó khăn trên đường đi. Rồi hai người gặp nhau ở cảng."


def test_a_settled_doubt_stays_settled_where_an_edit_moves_its_words() -> None:
    with Register.open(":memory:") as store:
        store.add(*doubted(WORDS))
        store.decide("settle", (queue(store).items[0].id,), by="Lan", **WORD)
        assert open_now(store) == 0
        store.add(*doubted(WORDS, moved="Một câu mới. ", updated="2024-12-07T08:00:00"))
        assert open_now(store) == 0


def test_the_same_verb_elsewhere_in_the_report_is_another_doubt() -> None:
    with Register.open(":memory:") as store:
        store.add(*doubted(WORDS))
        store.decide("settle", (queue(store).items[0].id,), by="Lan", **WORD)
        store.add(*doubted(WORDS, moved="Một câu mới. ", updated="2024-12-07T08:00:00", at=1))
        assert open_now(store) == 1


def test_any_contact_can_be_looked_at_and_says_how_often_a_name_was_read() -> None:
    """Also one a side of which sent nobody by name."""
    with Register.open(":memory:") as store:
        for ident, day in (("a", "05"), ("b", "25")):
            (found,) = store.add(*told(ident, contact(side("CU"), side("VN", ("Lê Hoa", None)), side("LA"),
                                                      date=f"2024-12-{day}"), more=ident)).contacts  # fmt: skip
        view = item_view(store, item(store, f"low-trust/{found}"))
        assert [(one.key, one.who, one.times) for one in view.choices if one.deed == "nobody"] == [("1", "Lê Hoa", 2)]
        (person,) = store.find_people("Lê Hoa")
        assert [one.who for one in item_view(store, item(store, f"{person.id}/namesakes")).choices] == ["Lê Hoa"]


def test_what_was_reviewed_is_counted_by_field_and_given_as_gold() -> None:
    with Register.open(":memory:") as store:
        for number in range(4):
            talks = contact(side("VN", ("Lê Hoa", "Bộ trưởng")), side("LA"), city="Huế", date=f"2024-0{number + 1}-02")
            store.add(*told(f"r{number}", talks, more=str(number)))
        first, second, third, _ = ((store.report(f"r{number}").contacts[0] or "") for number in range(4))
        store.decide("confirm", (first,), by="Lan", **WORD)
        store.decide("confirm", (first,), by="Minh", **WORD)
        store.decide("correct", (second,), field="city", value="Vinh", by="Lan", **WORD)
        store.decide("confirm", (second,), by="Minh", **WORD)
        store.decide("reject", (third,), by="Lan", **WORD)
        found = reviewed(store)
        assert (found.contacts, found.reviewed, found.right, found.corrected, found.rejected) == (4, 3, 1, 1, 1)
        by_field = {one.field: (one.right, one.reviewed) for one in found.fields}
        assert (by_field["city"], by_field["form"], by_field["office"]) == ((1, 2), (2, 2), (2, 2))
        assert (found.twice, found.alike) == (2, 1)
        assert found.alpha == pytest.approx(0.0)  # Do = 1/2, De = 1/2: right, right, corrected, right
        with release(store) as whole:
            lines = b"".join(piece for part in parts(whole) for piece in part.content).splitlines()
    told_of = {one["id"]: one for one in map(json.loads, lines)}
    assert {ident: one["diplomatic"] for ident, one in told_of.items()} == {"r0": True, "r1": True, "r2": False}
    assert told_of["r1"]["contacts"][0]["city"] == "Vinh"
