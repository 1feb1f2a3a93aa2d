"""A release holds the same on every database, in the same order, and the whole of one moment."""

from msgspec import Struct

from bangiao.register.released import TABLES
from bangiao.register.store import Register
from tests.register.conftest import NewStore
from tests.register.making import contact, side, told

HOA = ("Nguyễn Văn Hòa", "Bộ trưởng Bộ Ngoại giao")
TALKS = contact(side("VN", HOA, bodies=("Bộ Ngoại giao",)), side("JP", ("Sato Hana", "Chủ tịch")), city="Hà Nội")
VISIT = contact(side("VN", HOA), side("LA"), form="visit", date="2025-02", status="planned")


def tables(register: Register) -> dict[str, list[Struct]]:
    """All rows of all tables."""
    with register.snapshot() as snapshot:
        return {name: list(snapshot.rows(name)) for name in TABLES}


def filled(register: Register) -> Register:
    for number in range(12):
        register.add(*told(f"r{number:02}", TALKS, VISIT, outlet=f"Báo {number}", agreed="Hai bên nhất trí"))
    return register


def test_every_store_gives_the_same_rows(new_store: NewStore) -> None:
    with Register.open(":memory:") as other:
        assert tables(filled(new_store())) == tables(filled(other))


def test_rows_are_those_of_the_register(store: Register) -> None:
    found = tables(filled(store))
    counts = store.counts()
    sizes = {name: len(rows) for name, rows in found.items()}
    assert (sizes["reports"], sizes["contacts"], sizes["people"]) == (counts.reports, counts.contacts, counts.people)
    assert (sizes["commitments"], sizes["statements"]) == (counts.commitments, counts.statements)
    assert sizes["tellings"] == 24
    assert sizes["citations"] == 12 * 16


def test_a_snapshot_of_nothing_is_empty(store: Register) -> None:
    assert [rows for rows in tables(store).values() if rows] == []
