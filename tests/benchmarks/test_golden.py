"""Differences from a reading by hand: what is compared, and how a change of the list is told."""

from copy import deepcopy
from typing import Any

from bangiao.samples import expected
from benchmarks.golden import changes, compared, composed, shown

GOLD: dict[str, Any] = expected()["wire-joint-statement"]


def seen(**changed: Any) -> dict[str, Any]:
    """A reading that agrees with the person's, but for what is changed."""
    body = f"{GOLD['text_starts']} … {GOLD['text_ends']}"
    return deepcopy(GOLD) | {"body": body, "text": body} | changed


def test_the_same_reading_has_no_differences() -> None:
    assert list(compared(GOLD, seen())) == []


def test_a_field_of_a_contact_is_named() -> None:
    contacts = deepcopy(GOLD["contacts"])
    contacts[0]["date"] = "2020-01-01"
    assert list(compared(GOLD, seen(contacts=contacts))) == [
        ("contact 1 date", GOLD["contacts"][0]["date"], "2020-01-01")
    ]


def test_contacts_missed_and_told_too_often_are_named() -> None:
    assert [field for field, _, had in compared(GOLD, seen(contacts=[])) if had is None] == [
        f"contact {number + 1}" for number in range(len(GOLD["contacts"]))
    ]
    twice = [*GOLD["contacts"], GOLD["contacts"][0]]
    assert [field for field, *_ in compared(GOLD, seen(contacts=twice))] == ["contact too many"]


def test_furniture_in_the_text_is_a_difference() -> None:
    gold = GOLD | {"not_text": ["Đọc nhiều"]}
    body = f"{GOLD['text_starts']} Đọc nhiều {GOLD['text_ends']}"
    assert ("not_text", None, "Đọc nhiều") in list(compared(gold, seen(body=body)))


def test_letters_and_marks_apart_are_the_same_words() -> None:
    assert composed({"name": ["Hô\u0323i"]}) == {"name": ["Hội"]}


def test_a_cell_is_one_line() -> None:
    assert shown(["a\tb", None, "c\nd"]) == "a b | — | c d"


def test_changes_in_either_direction_are_told() -> None:
    before, now = ["one\tdate\t2020\t—", "two\tcity\t—\tHuế"], ["two\tcity\t—\tHuế", "two\tform\ttalks\tmeeting"]
    assert changes(before, now) == [
        "new:  two: form: by hand talks, read meeting",
        "gone: one: date: by hand 2020, read —",
    ]
