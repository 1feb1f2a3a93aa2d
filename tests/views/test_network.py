"""Who meets whom in a small register."""

from bangiao.register.store import Register
from bangiao.views.network import network
from bangiao.views.timeline import TimelineQuestion
from tests.register.making import contact, side, told

HOA, BINH, SATO = ("Nguyễn Văn Hòa", None), ("Trần Thị Bình", None), ("Sato Hana", None)


def test_ties_join_people_of_different_sides_who_met() -> None:
    with Register.open(":memory:") as register:
        register.add(*told("a", contact(side("VN", HOA, BINH), side("JP", SATO), date="2024-01-02")))
        register.add(*told("b", contact(side("VN", HOA), side("JP", SATO), date="2024-03-04")))
        register.add(*told("c", contact(side("VN", BINH), side("JP", SATO), form="message", date="2024-05-06")))
        view = network(register, TimelineQuestion(newest="2025-01-01"))
    names = {one.id: one.name for one in view.nodes}
    ties = [({names[one.first], names[one.second]}, one.contacts) for one in view.ties]
    assert ties == [({HOA[0], SATO[0]}, 2), ({BINH[0], SATO[0]}, 1)]
    assert view.looked_at == view.total == 3
