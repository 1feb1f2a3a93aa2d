"""What each view shows of a small register."""

from collections.abc import Iterator

import msgspec
import pytest

from bangiao.model.errors import QuestionError
from bangiao.model.evidence import Doubt
from bangiao.model.report import Refusal
from bangiao.register.store import Register
from bangiao.views.contact import contact as show_contact
from bangiao.views.doubts import doubts as show_doubts
from bangiao.views.names import country_code, country_name
from bangiao.views.person import person as show_person
from bangiao.views.report import report as show_report
from bangiao.views.summary import Brought, summary
from bangiao.views.timeline import TimelineQuestion, timeline
from tests.register.making import contact, side, told

HOA = ("Nguyễn Văn Hòa", "Bộ trưởng Bộ Ngoại giao")
SATO = ("Sato Hana", "Chủ tịch")
TALKS = contact(
    side("VN", HOA, bodies=("Bộ Ngoại giao",)), side("JP", SATO), venue="Trụ sở", city="Hà Nội", country="VN"
)
TALKS_B = contact(
    side("JP", SATO), side("VN", (HOA[0], "Ủy viên, Bộ trưởng Bộ Ngoại giao")), form="meeting", city="Huế"
)
VISIT = contact(side("VN", (HOA[0], "Phó Thủ tướng")), side("LA"), form="visit", date="2025-02", status="planned")
OLD = contact(side("VN", HOA), side("ASEAN"), date="XXXX-04-02")


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        register.add(
            *told("a", TALKS, outlet="Báo A", agreed="Hai bên nhất trí", doubts=[Doubt("language", "Not sure.")])
        )
        register.add(*told("b", TALKS_B, VISIT, OLD, published="2024-12-07", outlet="Báo B"))
        yield register


def ask(register: Register, **words: object) -> list[str | None]:
    return [one.date for one in timeline(register, TimelineQuestion(**words)).contacts]  # type: ignore[arg-type]


def test_the_timeline_is_by_date_and_asked_in_the_users_words(register: Register) -> None:
    assert ask(register) == ["2024-12-05", "2025-02", "XXXX-04-02"]
    assert (
        ask(register, country="nhat ban")
        == ask(register, country="jp")
        == ask(register, country="Japan")
        == ["2024-12-05"]
    )
    assert ask(register, country="ASEAN") == ["XXXX-04-02"]
    assert ask(register, country="PE") == []
    assert ask(register, person="sato") == ["2024-12-05"]
    assert ask(register, form="Visit", status="planned") == ask(register, since="2025") == ["2025-02"]
    assert ask(register, until="2024") == ["2024-12-05"]
    shown = timeline(register, TimelineQuestion(since="2024", limit=1))
    assert (len(shown.contacts), shown.total, shown.undated) == (1, 2, 1)
    assert [one.name for one in shown.contacts[0].sides] == ["Việt Nam", "Nhật Bản"]
    assert shown.contacts[0].reports == 2


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ({"form": "talk"}, "no form", "did you mean talks"),
        ({"channel": "zzz"}, "no channel", "one of: party"),
        ({"since": "tomorrow"}, "no date", "write 2024"),
        ({"person": "Nobody"}, "nobody called", "one syllable"),
        ({"country": "XX"}, "no country", "write a code"),
        ({"country": "Atlantis"}, "no contact has an organisation", "(ASEAN)"),
        ({"since": "2024-05", "until": "2024-04"}, "is after until", "earlier date first"),
    ],
)
def test_words_that_cannot_be_read_are_told(register: Register, words: dict[str, str], message: str, hint: str) -> None:
    with pytest.raises(QuestionError, match=message) as caught:
        ask(register, **words)
    assert hint in caught.value.hint


def test_a_contact_shows_every_field_with_its_words_and_what_reports_differ_on(register: Register) -> None:
    (ident, *_) = (one.id for one in timeline(register, TimelineQuestion()).contacts)
    view = show_contact(register, ident)
    fields = {one.name: one for one in view.fields}
    assert [one.value for one in fields["city"].sayings] == ["Hà Nội", "Huế"]
    assert fields["city"].disputed
    assert [one.citations[0].quote for one in fields["city"].sayings] == ["Hà Nội", "Huế"]
    assert not fields["date"].disputed
    assert [one.report for one in fields["date"].sayings[0].citations] == [one.id for one in view.reports]
    assert fields["mode"].sayings[0].citations[0].reason == "people of both sides are named"
    assert [(one.side, one.fields[0].value) for one in view.people] == [("VN", HOA[0]), ("JP", SATO[0])]
    assert [one.value for one in view.people[0].fields[1].sayings] == [HOA[1], "Ủy viên, Bộ trưởng Bộ Ngoại giao"]
    assert [(one.name, one.value) for one in view.bodies] == [("VN", "Bộ Ngoại giao")]
    assert view.contact.disagreements == ("city",)


def test_a_person_shows_offices_over_time_contacts_and_spellings(register: Register) -> None:
    view = show_person(register, "nguyen van hoa")
    assert [(one.office, one.first, one.times) for one in view.offices] == [
        ("Ủy viên, Bộ trưởng Bộ Ngoại giao", "2024-12-05", 1),
        (HOA[1], "2024-12-05", 2),
        ("Phó Thủ tướng", "2024-12-07", 1),
    ]
    assert view.offices[1].last == "2024-12-07"
    assert view.offices[1].first_seen.quotes == (HOA[1],)
    assert (len(view.contacts), view.contacts_total, view.side_name) == (3, 3, "Việt Nam")
    assert [(one.spelling, one.findings) for one in view.spellings] == [(HOA[0], 4)]
    assert show_person(register, view.person.id[:6]) == view


def test_a_name_of_several_people_is_asked_back(register: Register) -> None:
    register.add(*told("c", contact(side("VN", HOA), side("LA", ("Sato Hana", None)))))
    with pytest.raises(QuestionError, match="2 people are called 'sato hana'") as caught:
        show_person(register, "sato hana")
    assert "Sato Hana (LA)" in caught.value.hint


def test_a_report_shows_its_parts_findings_and_versions(register: Register) -> None:
    register.add(*told("a", TALKS, updated="2024-12-08", more="Thêm.", agreed="Hai bên nhất trí"))
    view = show_report(register, "a", language="en")
    assert [(one.kind, one.line) for one in view.parts] == [("headline", 1), ("body", 2)]
    assert [one.sides[0].name for one in view.contacts] == ["Vietnam"]
    assert (len(view.commitments), len(view.statements), len(view.doubts)) == (1, 1, 0)
    assert [one.current for one in view.versions] == [True, False]


def test_doubts_are_counted_and_listed_by_kind(register: Register) -> None:
    view = show_doubts(register)
    assert [(one.kind, one.number) for one in view.kinds] == [("language", 1), ("reports-disagree-city", 1)]
    assert [one.kind for one in show_doubts(register, kind="language").doubts] == ["language"]
    assert show_doubts(register, limit=1, offset=1).doubts[0].contact is not None
    with pytest.raises(QuestionError, match="no doubt"):
        show_doubts(register, kind="none")


def test_the_summary_of_a_reading(register: Register) -> None:
    added = [
        register.add(
            *told("a", TALKS, outlet="Báo A", agreed="Hai bên nhất trí", doubts=[Doubt("language", "Not sure.")])
        )
    ]
    added.append(register.add(*told("n", VISIT)))
    refused = [Refusal("x.txt", "is empty")]
    view = summary(register, Brought.of(added), refused)
    assert (view.read, view.contacts_total, view.people_total) == (2, 3, 2) or (view.read, view.contacts_total) == (
        2,
        2,
    )
    assert [(one.outcome, one.number) for one in view.outcomes] == [("new", 1), ("unchanged", 1)]
    assert view.refused == tuple(refused)
    assert [(one.kind, one.number) for one in view.doubts] == [("language", 1)]


def test_every_view_is_plain_json(register: Register) -> None:
    shown = timeline(register, TimelineQuestion())
    again = msgspec.json.decode(msgspec.json.encode(shown), type=type(shown))
    assert again == shown
    for view in (
        show_contact(register, shown.contacts[0].id),
        show_person(register, "sato"),
        show_report(register, "b"),
    ):
        assert msgspec.json.decode(msgspec.json.encode(view), type=type(view)) == view


def test_names_of_countries() -> None:
    assert (country_name("JP"), country_name("JP", "en"), country_name("ASEAN"), country_name(None)) == (
        "Nhật Bản",
        "Japan",
        "ASEAN",
        None,
    )
    assert [country_code(one) for one in ("lào", "Laos", "la", "ASEAN", "EU")] == ["LA", "LA", "LA", "ASEAN", "EU"]
    assert [country_code(one) for one in ("Mỹ", "Triều Tiên", "nga")] == ["US", "KP", "RU"]  # as the press writes
