"""The picture of a relation is well-formed, says what every cell rests on, and lets no markup of a report through."""

import xml.etree.ElementTree as ElementTree

from msgspec.structs import replace

from bangiao.exports.relation_svg import relation_svg
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.relation import relation
from tests.register.making import contact, side, told

SVG = "{http://www.w3.org/2000/svg}"


def test_a_bar_for_each_cell_and_words_for_an_empty_one() -> None:
    with Register.open(":memory:") as register:
        talks = replace(contact(side("VN"), side("JP"), date="2023-05-04"), channels=("party",))
        register.add(*told("a", talks, published="2023-05-05"))
        meeting = replace(contact(side("VN"), side("JP"), date="2024-05-04"), channels=("local",))
        register.add(*told("b", meeting, published="2024-05-05"))
        view = relation(register.as_known(Morning("2026-01-01")), "VN", "JP")
    root = ElementTree.fromstring(relation_svg(replace(view, first=replace(view.first, name="<script>&"))))
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert titles[0] == "<script>& – Nhật Bản: contacts by channel and year"
    assert "none in 1 reports of 2024 read" in titles
    assert "party, 2023: 1 contacts; 1 reports of that year read" in titles
    assert not list(root.iter(f"{SVG}script"))


def test_a_relation_without_contacts_is_a_picture_too() -> None:
    with Register.open(":memory:") as register:
        view = relation(register.as_known(Morning("2026-01-01")), "VN", "JP")
    assert ElementTree.fromstring(relation_svg(view)).tag == f"{SVG}svg"
