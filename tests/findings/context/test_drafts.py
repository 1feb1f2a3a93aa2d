"""Drafts: whose side a person or a body is on before the report is put together."""

from bangiao.findings.context.drafts import Party, group_party, nation, parties_of, party_of
from bangiao.findings.phrases.roster import Entity
from bangiao.languages import HOME
from tests.findings.reading import phrases, roster


def entity(text: str) -> Entity:
    """The only person of a text."""
    (person,) = roster(text).all()
    return person


def test_an_office_tells_the_country() -> None:
    assert nation(entity("Thủ tướng Lào Bounmy Sisavath")) == "LA"
    assert party_of(entity("Thủ tướng Lào Bounmy Sisavath")).why == ""


def test_a_name_and_office_of_the_home_form_are_of_home_with_a_reason() -> None:
    party = party_of(entity("Thủ tướng Trần Quang Hải"))
    assert (party.side, bool(party.why)) == (HOME, True)


def test_a_foreign_name_without_a_country_has_no_side_yet() -> None:
    assert nation(entity("Bộ trưởng Nội vụ Nagy Péter")) is None
    assert party_of(entity("Bộ trưởng Nội vụ Nagy Péter")).side == "?"


def test_an_organisation_s_head_is_of_no_country() -> None:
    person = entity("Tổng Thư ký Liên hợp quốc Antonio Mendes")
    assert nation(person) is None
    assert party_of(person).side == "org:UN"


def test_the_dead_are_no_parties() -> None:
    text = "cố Tổng thống Iran Reza Karimi"
    people = roster(text)
    assert [party for phrase in phrases(text) for party in parties_of(phrase, people)] == []


def test_a_delegation_is_a_party_with_its_body() -> None:
    (group,) = (phrase for phrase in phrases("đoàn đại biểu Quốc hội Lào") if phrase.kind == "group")
    party = group_party(group, guest=True)
    assert (party.country, party.guest, party.entity) == ("LA", True, None)
    assert party.body is not None
    assert party.channels_of() == ("parliament",)


def test_a_party_without_country_and_organisation_has_no_side() -> None:
    assert Party(None, None).side == "?"
    assert Party(None, "IT").side == "IT"
    assert Party(None, None, "ASEAN").side == "org:ASEAN"
