"""Two registers of the same reports: each changed record is told with its fields."""

from msgspec.structs import replace

from bangiao.register.store import Register
from bangiao.views.recoding import recoding
from tests.register.making import contact, side, told

HOA, SATO = ("Nguyễn Văn Hòa", "Bộ trưởng"), ("Sato Hana", "Chủ tịch")
TALKS = contact(side("VN", HOA), side("JP", SATO), date="2024-12-05", city="Hà Nội")
VISIT = contact(side("VN", HOA), side("LA"), form="visit", date="2024-12-10")


def register(*contacts: object) -> Register:
    made = Register.open(":memory:")
    made.add(*told("a", *contacts, published="2024-12-11"))  # type: ignore[arg-type]
    return made


def test_the_same_reading_changes_nothing() -> None:
    with register(TALKS, VISIT) as one, register(TALKS, VISIT) as other:
        found = recoding(one, other)
    assert (found.same, found.changed, found.added, found.gone) == (2, (), (), ())


def test_a_changed_field_is_told_with_both_values() -> None:
    with register(replace(TALKS, form="meeting", city=None), VISIT) as new, register(TALKS, VISIT) as old:
        found = recoding(new, old)
    (change,) = found.changed
    assert [(one.name, one.before, one.after) for one in change.fields] == [
        ("form", "talks", "meeting"),
        ("city", "Hà Nội", None),
    ]
    assert (found.same, found.added, found.gone) == (1, (), ())


def test_what_only_one_register_has_is_listed() -> None:
    with register(TALKS) as fewer, register(TALKS, VISIT) as more:
        assert [one.form for one in recoding(fewer, more).gone] == ["visit"]
        assert [one.form for one in recoding(more, fewer).added] == ["visit"]
