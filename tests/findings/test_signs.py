"""What speaks for and against a field: where and how often it is told, who the sides are, where its words stand."""

from msgspec.structs import replace

from bangiao.findings.confidence import signs_of
from bangiao.findings.signs import ANYWAY, FAR, Around, around, kind_of, of_contact, of_field
from bangiao.model.evidence import Evidence, Inference, Span
from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.report import Block, Report

TRIGGER = Evidence("trigger", 0, 7, 1, "hội đàm", "meet:talks")
CONTACT = Contact(
    "talks",
    "hội đàm",
    "in_person",
    "held",
    (Side("VN", people=(Participant("Đặng Văn Thử", "Bộ trưởng"),)), Side("LA")),
    ("government",),
    date="2024-12-05/2024-12-06",
    country="VN",
    evidence=(TRIGGER,),
    inferred=(Inference("country", "the country of the place that these words name", 0, 7, 1, "hội đàm"),),
)


def near(text: str = "hội đàm", published: str | None = None, among: int = 1) -> Around:
    report = Report("one", text, (Block("body", Span(0, len(text))),), published=published)
    return Around(report, 10, (CONTACT,) * among)


def test_the_first_paragraph_is_the_lead() -> None:
    report = Report("one", "a\nb c\nd", (Block("headline", Span(0, 1)), Block("body", Span(2, 7))))
    told = around(report, [CONTACT, CONTACT])
    assert (told.lead_end, len(told.contacts), told.short) == (5, 2, False)
    assert [told.place(start) for start in (0, 2, 6)] == ["headline", "lead", "body"]
    assert around(Report("one", "a", ()), []).lead_end == 0


def test_a_contact_is_told_by_a_rule_in_a_place_once_or_again() -> None:
    signs = of_contact(CONTACT, near(published="2024-12-05"))
    assert {"form talks", "rule meet", "told in the lead", "short report", "one side without people"} <= set(signs)
    assert "told again" not in signs
    again = replace(CONTACT, evidence=(TRIGGER, Evidence("retold.0", 50, 54, 2, "hội", "meet:talks")))
    assert "told again" in of_contact(again, near())


def test_many_contacts_no_day_and_a_long_report_count() -> None:
    signs = of_contact(CONTACT, near("hội đàm và nhiều câu nữa", among=4))
    assert {"many contacts", "no day of publication"} <= set(signs)
    assert "short report" not in signs


def test_sides_are_named_bare_organisations_or_many() -> None:
    odd = Side(org="Tập đoàn Thử", people=(Participant("Công", "Chủ tịch"), Participant(None, "Thứ trưởng")))
    signs = of_contact(replace(CONTACT, sides=(*CONTACT.sides, odd, Side(org="ASEAN"))), near())
    expected = {"sides without people", "more than two sides", "organisation", "organisation by its words"}
    assert {*expected, "doubtful name", "office without a name"} <= set(signs)


def test_one_like_it_beside_shares_form_sides_and_somebody() -> None:
    report = Report("one", "hội đàm", (Block("body", Span(0, 7)),))
    later = replace(CONTACT, date=None, sides=(*CONTACT.sides, Side("KH")))
    bare = replace(CONTACT, sides=(Side("VN"), Side("LA")))
    assert "one like it beside" in of_contact(CONTACT, around(report, [CONTACT, later]))
    for other in (bare, replace(CONTACT, form="meeting"), replace(CONTACT, sides=(CONTACT.sides[0], Side("KH")))):
        assert "one like it beside" not in of_contact(CONTACT, around(report, [CONTACT, other]))


def test_what_is_not_held_counts_for_every_field() -> None:
    assert "planned" in of_contact(replace(CONTACT, status="planned"), near())
    assert "held" not in of_contact(CONTACT, near())


def test_the_side_of_an_organisation_has_signs_of_its_own() -> None:
    contact = replace(CONTACT, form="conference", sides=(CONTACT.sides[0], Side(org="ASEAN")))
    signs = of_field("sides.1.org", contact)
    assert {"own organisation known", "organisation in a conference"} <= set(signs)
    words = replace(contact, sides=(CONTACT.sides[0], Side(org="Quỹ Thử")))
    assert "own organisation by its words" in of_field("sides.1.org", words)
    told = signs_of(Report("one", "hội đàm", ()), [contact], 0)
    assert not ANYWAY & set(told["sides.1.org"])
    assert set(told["form"]) >= {"organisation", "one side without people"}


def test_a_field_has_signs_of_its_own() -> None:
    assert set(of_field("date", CONTACT)) == {"field date", "date range"}
    assert set(of_field("status", CONTACT)) == {"field status", "status held", "status with a date"}
    assert set(of_field("country", CONTACT)) == {"field country", "country by its place"}
    assert set(of_field("sides.1.country", CONTACT)) == {"field sides.country", "foreign side", "side without people"}
    local = replace(CONTACT, channels=("party", "state", "local"))
    assert set(of_field("channels", local)) == {"field channels", "channel local", "three channels or more"}


def test_an_office_far_from_the_verb_in_two_runs_is_doubtful() -> None:
    path = "sides.0.people.0.office"
    runs = tuple(Evidence(path, FAR + start, FAR + start + 3, 1, "Bộ", "office") for start in (8, 20))
    signs = of_field(path, replace(CONTACT, evidence=(TRIGGER, *runs)))
    assert {"far from the verb: sides.people.office", "office in two runs", "home side"} <= set(signs)


def test_a_path_without_numbers_is_its_kind() -> None:
    assert kind_of("sides.0.people.12.name") == "sides.people.name"
