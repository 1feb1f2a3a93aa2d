"""How names are told is kept beside the mentions, and follows them when a report is read anew."""

from sqlalchemy import select

from bangiao.register import attestations, near
from bangiao.register.schema import filed_names, near_names
from bangiao.register.store import Register
from bangiao.resolution.names import person_id
from tests.register.conftest import NewStore
from tests.register.making import contact, side, told

HOA = person_id("Trần Văn Hoà", "VN")
BINH = person_id("Lê Thị Bình", "VN")
MINISTER, DEPUTY = "Bộ trưởng Bộ Ngoại giao", "Thứ trưởng Bộ Ngoại giao"
JAPAN = side("JP", ("Sato Hana", None))


def shown(register: Register, *bases: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Name, office and days of these names."""
    with register._reading() as connection:
        found = attestations.read(connection, bases)
    return sorted((one.base, one.office, one.first, one.last) for one in found)


def test_a_name_is_kept_with_its_offices_and_days(new_store: NewStore) -> None:
    register = new_store()
    for ident, office, day in (("a", MINISTER, "2024-12-05"), ("b", MINISTER, "2024-12-01"), ("c", DEPUTY, None)):
        register.add(*told(ident, contact(side("VN", ("Trần Văn Hoà", office)), JAPAN, date=day), published=None))
    assert shown(register, HOA) == [(HOA, MINISTER, "2024-12-01", "2024-12-05"), (HOA, DEPUTY, None, None)]


def test_what_no_report_says_any_more_goes(new_store: NewStore) -> None:
    register = new_store()
    both = side("VN", ("Trần Văn Hoà", MINISTER), ("Lê Thị Bình", None))
    register.add(*told("a", contact(both, JAPAN)), reader="old")
    with register._reading() as connection:
        assert attestations.beside(connection, {HOA, BINH}) == {(HOA, BINH), (BINH, HOA)}
    register.add(*told("a", contact(side("VN", ("Trần Văn Hoà", DEPUTY)), JAPAN)), reader="new")
    assert [office for _, office, _, _ in shown(register, HOA, BINH)] == [DEPUTY]
    with register._reading() as connection:
        assert attestations.beside(connection, {HOA, BINH}) == set()
        assert near.filed(connection, [BINH]) == {}


def test_names_that_may_be_one_are_noted_once_for_both(new_store: NewStore) -> None:
    register = new_store()
    for ident, name in (("a", "Sato Hana"), ("b", "Xa-tô Ha-na"), ("c", "Kishida Fumio")):
        register.add(*told(ident, contact(side("VN", ("Trần Văn Hoà", None)), side("JP", (name, None)))))
    sato, twin = person_id("Sato Hana", "JP"), person_id("Xa-tô Ha-na", "JP")
    with register._reading() as connection:
        pairs = {tuple(row) for row in connection.execute(select(near_names))}
        assert pairs == {(sato, twin), (twin, sato)}
        assert len(connection.execute(select(filed_names)).all()) == 4
