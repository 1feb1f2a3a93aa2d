"""Persons as sentences name them: offices round the name, in their order, without honours and ranks."""

from typing import NamedTuple

import pytest

from bangiao.findings.phrases.people import Mention, read_mention
from tests.findings.reading import PACK, atoms, offices, one, phrases


class Person(NamedTuple):
    """A person as told, with the name and the office that are to be read."""

    told: str
    name: str
    office: str


FOREIGN = [
    Person("Tổng thống Nga V. Petrov", "V. Petrov", "Tổng thống Nga"),
    Person("Thủ tướng Ấn Độ R.K. Sharma", "R.K. Sharma", "Thủ tướng Ấn Độ"),
    Person("Tổng thống Mỹ John F. Miller", "John F. Miller", "Tổng thống Mỹ"),
    Person("Bộ trưởng Ngoại giao Hàn Quốc Kim Min-jae", "Kim Min-jae", "Bộ trưởng Ngoại giao Hàn Quốc"),
    Person("Thủ tướng Đức Klaus von Bergmann", "Klaus von Bergmann", "Thủ tướng Đức"),
    Person("Thủ tướng Malaysia Ahmad bin Ismail", "Ahmad bin Ismail", "Thủ tướng Malaysia"),
    Person("Chủ tịch Quốc hội Bồ Đào Nha Maria dos Reis", "Maria dos Reis", "Chủ tịch Quốc hội Bồ Đào Nha"),
    Person(
        "Quốc vương Qatar Sheikh Khalid bin Faisal Al-Nasser", "Sheikh Khalid bin Faisal Al-Nasser", "Quốc vương Qatar"
    ),
    Person("Tổng thống Ireland Sean O'Brien", "Sean O'Brien", "Tổng thống Ireland"),
    Person("nguyên Thủ tướng Nhật Bản Mori Keiko", "Mori Keiko", "nguyên Thủ tướng Nhật Bản"),
    Person("cựu Tổng thống Pháp Jean-Luc Moreau", "Jean-Luc Moreau", "cựu Tổng thống Pháp"),
    Person("ông Petr Novák, Bộ trưởng Công Thương Séc", "Petr Novák", "Bộ trưởng Công Thương Séc"),
    Person("bà Anne Tremblay, Đại sứ Canada tại Việt Nam", "Anne Tremblay", "Đại sứ Canada tại Việt Nam"),
    Person("Đại sứ đặc mệnh toàn quyền Ba Lan Jan Kowalski", "Jan Kowalski", "Đại sứ đặc mệnh toàn quyền Ba Lan"),
    Person(
        "Phó Thủ tướng, Bộ trưởng Ngoại giao Thái Lan Somchai Prasert",
        "Somchai Prasert",
        "Phó Thủ tướng, Bộ trưởng Ngoại giao Thái Lan",
    ),
    Person(
        "Ủy viên Bộ Chính trị, Bí thư Thành ủy Viêng Chăn Bounmy Sisavath",
        "Bounmy Sisavath",
        "Ủy viên Bộ Chính trị, Bí thư Thành ủy Viêng Chăn",
    ),
    Person(
        "Thượng tướng Somphone Keo, Tổng Tham mưu trưởng Quân đội nhân dân Lào",
        "Somphone Keo",
        "Tổng Tham mưu trưởng Quân đội nhân dân Lào",
    ),
    Person("Ngài Erik Larsen, Bộ trưởng Tài chính Na Uy", "Erik Larsen", "Bộ trưởng Tài chính Na Uy"),
    Person("Ngoại trưởng Trung Quốc Lý Vĩ Dân", "Lý Vĩ Dân", "Ngoại trưởng Trung Quốc"),
    Person("Thị trưởng thành phố Yokohama Mori Keiko", "Mori Keiko", "Thị trưởng thành phố Yokohama"),
    Person(
        "Chủ tịch Ủy ban Đối ngoại Hạ viện Italy Paolo Ricci", "Paolo Ricci", "Chủ tịch Ủy ban Đối ngoại Hạ viện Italy"
    ),
    Person("Tổng Giám đốc Tập đoàn Boeing (Mỹ) Robert Hall", "Robert Hall", "Tổng Giám đốc Tập đoàn Boeing (Mỹ)"),
    Person(
        "Bí thư toàn quốc Đảng Cộng sản Pháp Jean-Luc Moreau", "Jean-Luc Moreau", "Bí thư toàn quốc Đảng Cộng sản Pháp"
    ),
    Person("Tổng Thư ký ASEAN Haji Yusof", "Haji Yusof", "Tổng Thư ký ASEAN"),
]

HOME = [
    Person("Tổng Bí thư, Chủ tịch nước Trần Quang Hải", "Trần Quang Hải", "Tổng Bí thư, Chủ tịch nước"),
    Person(
        "đồng chí Trần Quang Hải, Ủy viên Bộ Chính trị, Thủ tướng Chính phủ",
        "Trần Quang Hải",
        "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ",
    ),
    Person("Đại tướng Nguyễn Đức Thịnh, Bộ trưởng Bộ Quốc phòng", "Nguyễn Đức Thịnh", "Bộ trưởng Bộ Quốc phòng"),
    Person(
        "Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Thị Hương Giang",
        "Lê Thị Hương Giang",
        "Phó Thủ tướng, Bộ trưởng Ngoại giao",
    ),
    Person(
        "Phó Chủ tịch Thường trực Quốc hội Lê Thị Hương Giang",
        "Lê Thị Hương Giang",
        "Phó Chủ tịch Thường trực Quốc hội",
    ),
    Person(
        "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Quảng Ninh Nguyễn Đức Thịnh",
        "Nguyễn Đức Thịnh",
        "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Quảng Ninh",
    ),
    Person(
        "Thứ trưởng Thường trực Bộ Ngoại giao Nguyễn Đức Thịnh",
        "Nguyễn Đức Thịnh",
        "Thứ trưởng Thường trực Bộ Ngoại giao",
    ),
    Person(
        "GS.TS. Lê Thị Hương Giang, Giám đốc Học viện Chính trị quốc gia",
        "Lê Thị Hương Giang",
        "Giám đốc Học viện Chính trị quốc gia",
    ),
]


def mention(told: str) -> Mention | None:
    """The person that a phrase names."""
    return read_mention(atoms(told), 0, PACK)


@pytest.mark.parametrize("person", [*FOREIGN, *HOME], ids=lambda person: person.told)
def test_a_person_has_name_and_offices_in_their_order(person: Person) -> None:
    found = mention(person.told)
    assert found is not None
    runs = [person.told[office.start : office.end] for office in found.offices]
    assert (found.name, ", ".join(runs)) == (person.name, person.office)


@pytest.mark.parametrize("person", FOREIGN, ids=lambda person: person.told)
def test_a_foreign_person_is_met_as_named(person: Person) -> None:
    contact = one(f"Ngày 12/3, Thủ tướng Trần Quang Hải đã tiếp {person.told}.")
    assert offices(contact) == {"Trần Quang Hải": "Thủ tướng", person.name: person.office}


@pytest.mark.parametrize("person", HOME, ids=lambda person: person.told)
def test_a_home_person_receives_as_named(person: Person) -> None:
    contact = one(f"Ngày 12/3, {person.told}, đã tiếp Đại sứ Peru Luis Torres.")
    assert offices(contact) == {person.name: person.office, "Luis Torres": "Đại sứ Peru"}


@pytest.mark.parametrize(
    ("told", "name", "office"),
    [
        (
            "Chủ tịch Tập đoàn Samsung Lee Dong-won",
            "Lee Dong-won",
            "Chủ tịch Tập đoàn Samsung",
        ),
        (
            "ông Petr Novák, Chủ tịch phân ban Séc trong Ủy ban liên Chính phủ",
            "Petr Novák",
            "Chủ tịch phân ban Séc trong Ủy ban liên Chính phủ",
        ),
    ],
)
def test_offices_that_name_a_company_or_a_committee_are_read_whole(told: str, name: str, office: str) -> None:
    found = mention(told)
    assert found is not None
    assert (found.name, ", ".join(told[one.start : one.end] for one in found.offices)) == (name, office)


def test_a_second_spelling_in_brackets_is_an_alias() -> None:
    found = mention("Tổng thống Nga Ivan Petrov (I.Pê-tơ-rốp)")
    assert found is not None
    assert (found.name, found.alias) == ("Ivan Petrov", "I.Pê-tơ-rốp")


@pytest.mark.parametrize("told", ["Quan hệ hai nước", "Trong những năm qua", "Hòa bình và ổn định", "Tuyên bố chung"])
def test_what_begins_with_a_capital_is_not_yet_a_person(told: str) -> None:
    assert mention(told) is None


def test_the_dead_take_no_part() -> None:
    found = mention("cố Tổng thống Iran Reza Karimi")
    assert found is not None
    assert found.late


def test_a_spouse_is_no_person() -> None:
    contact = one(
        "Từ ngày 11-13/3, Chủ tịch nước Trần Quang Hải và Phu nhân Lê Thị Hương Giang thăm chính thức Ba Lan."
    )
    assert set(offices(contact)) == {"Trần Quang Hải"}


def test_an_office_without_a_name_ends_at_the_comma_before_another_country_s_office() -> None:
    people = [one for one in phrases("Quốc vương Malaysia, Chủ tịch nước Trần Quang Hải") if one.kind == "people"]
    assert [mention.name for phrase in people for mention in phrase.mentions] == [None, "Trần Quang Hải"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sau cuộc hội đàm với Thủ tướng Malaysia, ông Trần Quang Hải cho biết", [None, "Trần Quang Hải"]),
        ("Trong cuộc gặp với ông Trần Quang Hải, Ngoại trưởng Nga khẳng định", ["Trần Quang Hải", None]),
        ("Sau cuộc hội đàm với Thủ tướng Malaysia, ông Anwar Ibrahim, hai bên họp báo", ["Anwar Ibrahim"]),
        ("Thủ tướng Malaysia, ông Anwar Ibrahim cho biết", ["Anwar Ibrahim"]),
    ],
)
def test_after_who_was_met_a_comma_leads_on_to_who_speaks(text: str, names: list[str | None]) -> None:
    people = [one for one in phrases(text) if one.kind == "people"]
    assert [mention.name for phrase in people for mention in phrase.mentions] == names
