"""A third settles where two readers differ: what stands, what is open, and the records that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bangiao.evaluation.coding import agreement
from bangiao.evaluation.documents import Document, ToldContact, ToldPerson, ToldSide
from bangiao.evaluation.settling import Ruling, checked, settling
from bangiao.evaluation.sides import parsed, written
from bangiao.model.errors import QuestionError

VN, LA = ToldSide(country="VN"), ToldSide(country="LA")
JP = ToldSide(country="JP", people=(ToldPerson("Sato Hana", "Chủ tịch"), ToldPerson(None, "Đại sứ")))
TALKS = ToldContact("talks", "hội đàm", city="Hà Nội", sides=(VN, JP), channels=("party", "state"))
MEETING = ToldContact("meeting", "hội đàm", city="Hà Nội", sides=(VN, JP), channels=("party",))
ONE = {"a": Document(id="a", contacts=(TALKS, ToldContact("visit", "thăm", sides=(VN, LA)))), "b": Document(id="b")}
OTHER = {"a": Document(id="a", contacts=(MEETING,)), "b": Document(id="b"), "c": Document(id="c")}


def ruling(difference: str, value: str | None, at: str = "2026-01-01") -> Ruling:
    return Ruling(difference, value, "Hoa", at)


def test_what_nobody_settled_is_open_and_its_document_is_not_given() -> None:
    found = settling(ONE, OTHER, ())
    assert [(one.field, one.one, one.other) for one in found.open] == [
        ("form", "talks", "meeting"),
        ("channels", "party, state", "party"),
        ("contact", "told", "not told"),
    ]
    assert [one.id for one in found.documents] == ["b"]


def test_the_settled_records_hold_what_was_said_last() -> None:
    form, channels, told = (one.id for one in agreement(ONE, OTHER).differences)
    said = [ruling(form, "talks"), ruling(told, "not told"), ruling(form, "meeting"), ruling(channels, "people")]
    found = settling(ONE, OTHER, said)
    assert found.open == ()
    (contact,) = found.documents[0].contacts
    assert (contact.form, contact.channels, contact.sides, contact.city) == ("meeting", ("people",), (VN, JP), "Hà Nội")
    opened = settling(ONE, OTHER, [*said, ruling(form, None)])
    assert [one.field for one in opened.open] == ["form"]


def test_a_person_on_another_side_and_in_another_office_is_a_difference_of_sides() -> None:
    moved = ToldSide(country="JP", people=(ToldPerson("Sato Hana", "Phó Chủ tịch"),))
    other = replace(TALKS, sides=(VN, moved))
    found = agreement({"a": Document(id="a", contacts=(TALKS,))}, {"a": Document(id="a", contacts=(other,))})
    assert [one.field for one in found.differences] == ["sides"]
    alike = {one.field: (one.units, one.alike) for one in found.fields}
    assert (alike["sides"], alike["people"], alike["offices"]) == ((1, 1), (1, 0), (1, 0))


@pytest.mark.parametrize(("field", "value"), [("form", "war"), ("channels", "party, tv"), ("sides", ": Lan")])
def test_a_value_that_cannot_be_is_refused(field: str, value: str) -> None:
    one = agreement(ONE, OTHER).differences[0]
    with pytest.raises(QuestionError):
        checked(type(one)(one.id, one.document, one.unit, one.trigger, field, "", ""), value)


LABELS = st.sampled_from(["VN", "JP", "ASEAN", "Liên hợp quốc"])
NAMES = st.one_of(st.none(), st.sampled_from(["Lê Hoa", "Sato Hana"]))
OFFICES = st.one_of(st.none(), st.sampled_from(["Đại sứ", "Ủy viên Bộ Chính trị, Chủ tịch nước"]))


@given(st.dictionaries(LABELS, st.lists(st.tuples(NAMES, OFFICES), max_size=3), max_size=3))
def test_sides_are_read_back_as_they_are_written(told: dict[str, list[tuple[str | None, str | None]]]) -> None:
    sides = []
    for label, people in sorted(told.items()):
        who = tuple(ToldPerson(*one) for one in people if any(one))
        is_country = len(label) == 2
        sides.append(ToldSide(label if is_country else None, None if is_country else label, who))
    assert parsed(written(tuple(sides))) == tuple(sides)
