"""The register is a function of readings and decisions: order, repetition and rebuilding change nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.register import schema
from bangiao.register.store import Register
from tests.register.conftest import NewStore
from tests.register.making import Told, readings

several = st.lists(readings, min_size=1, max_size=6)


SPARE: list[Register] = []


@pytest.fixture(scope="module", autouse=True)
def _close_spare_registers() -> Iterator[None]:
    yield
    while SPARE:
        SPARE.pop().close()


@contextmanager
def filled(told: list[Told]) -> Iterator[Register]:
    """A register in memory with these readings; it is emptied and used again, because making one takes long."""
    register = SPARE.pop() if SPARE else Register.open(":memory:")
    try:
        with register._writing() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                if table is not schema.maker:
                    connection.execute(table.delete())
        for one in told:
            register.add(*one)
        yield register
    finally:
        SPARE.append(register)


@given(several.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_the_order_of_reading_changes_nothing(pair: tuple[list[Told], list[Told]]) -> None:
    with filled(pair[0]) as one, filled(pair[1]) as other:
        assert list(one.dump()) == list(other.dump())


@given(several)
def test_reading_all_again_changes_nothing(told: list[Told]) -> None:
    with filled(told) as once, filled([*told, *reversed(told)]) as twice:
        assert list(once.dump()) == list(twice.dump())


@given(several)
def test_many_at_once_are_the_same_as_one_by_one(told: list[Told]) -> None:
    with filled(told) as register:
        one_by_one = list(register.dump())
    with filled([]) as register:
        added = register.add_many(told)
        assert list(register.dump()) == one_by_one
        assert [one.given for one in added] == [one.report.id for one in told]


@given(several)
def test_a_rebuild_is_the_same_byte_for_byte_and_sound(told: list[Told]) -> None:
    with filled(told) as register:
        before = list(register.dump())
        assert register.check() == []
        register.rebuild()
        assert list(register.dump()) == before


@given(several, st.data())
def test_decisions_before_or_after_a_reading_give_the_same(told: list[Told], data: st.DataObject) -> None:
    with filled(told) as register:
        people = [one.id for name in ("Nguyễn", "Trần", "Sato", "Khamphone") for one in register.find_people(name)]
        if len(people) < 2:
            return
        pair = data.draw(st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True))
        register.decide("same", pair, why="w", by="b", at="2025-01-01")
        before = list(register.dump())
        for one in told:
            register.add(*one)
        assert list(register.dump()) == before
        register.rebuild()
        assert list(register.dump()) == before
        assert register.check() == []


@pytest.mark.parametrize("seed", range(3))
def test_every_store_prints_the_same_register(new_store: NewStore, seed: int) -> None:
    """What the memory of SQLite gives, the store on its own medium gives as well."""
    told = [_example(seed * 10 + number) for number in range(4)]
    register = new_store()
    for one in told:
        register.add(*one)
    with filled(list(reversed(told))) as other:
        assert list(register.dump()) == list(other.dump())
    register.rebuild()
    assert register.check() == []


def _example(seed: int) -> Told:
    from random import Random

    from tests.register.making import DATES, WHO, contact, side
    from tests.register.making import told as tell

    pick = Random(seed)
    label, name, office = pick.choice(WHO[:3])
    other = pick.choice(WHO[3:])
    one = contact(side(label, (name, office), bodies=("Bộ A",)), side(other[0], other[1:]), date=pick.choice(DATES))
    return tell(f"t{seed}", one, outlet=pick.choice(["Báo A", "báo A", None]), agreed="Hai bên nhất trí")
