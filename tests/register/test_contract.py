"""What every store must do, whichever database it is."""

import msgspec
import pytest

from bangiao.model.errors import InputError, QuestionError
from bangiao.model.evidence import Doubt
from bangiao.register.records import ContactQuestion
from bangiao.register.store import Register
from tests.register.making import contact, side, told

HOA = ("Nguyễn Văn Hòa", "Bộ trưởng Bộ Ngoại giao")
SATO = ("Sato Hana", "Chủ tịch")
TALKS = contact(side("VN", HOA, bodies=("Bộ Ngoại giao",)), side("JP", SATO), venue="Trụ sở", city="Hà Nội")


def test_a_report_brings_its_contact_people_and_offices(store: Register) -> None:
    added = store.add(*told("a", TALKS, agreed="Hai bên nhất trí", doubts=[Doubt("language", "Not sure.")]))
    assert (added.outcome, added.given, len(added.contacts)) == ("new", "a", 1)
    counts = store.counts()
    assert (counts.reports, counts.contacts, counts.people, counts.offices, counts.bodies) == (1, 1, 2, 2, 1)
    assert (counts.commitments, counts.statements, counts.doubts) == (1, 1, 1)
    record = store.contact(added.contacts[0])
    assert [one.label for one in record.sides] == ["VN", "JP"]
    assert (record.date, record.venue, record.sides[0].people[0].office) == ("2024-12-05", "Trụ sở", HOA[1])
    assert store.check() == []


def test_the_same_report_twice_changes_nothing(store: Register) -> None:
    first = store.add(*told("a", TALKS))
    before = list(store.dump())
    again = store.add(*told("a", TALKS, fetched="2025-01-01T00:00:00+00:00"))
    assert again == msgspec.structs.replace(first, outcome="unchanged")
    assert list(store.dump()) == before


def test_a_changed_report_becomes_the_current_version(store: Register) -> None:
    store.add(*told("a", TALKS))
    changed = told("a", contact(side("VN", HOA), side("JP", SATO), form="visit"), updated="2024-12-09", more="Thêm.")
    added = store.add(*changed)
    assert added.outcome == "new version current"
    found = store.report("a")
    assert [one.current for one in found.versions] == [True, False]
    assert found.report.text == changed.report.text
    assert store.counts().contacts == 1
    assert store.contact(added.contacts[0]).form == "visit"


def test_an_older_version_that_comes_later_is_kept_but_not_shown(store: Register) -> None:
    new = store.add(*told("a", TALKS, updated="2024-12-09", more="Thêm."))
    old = store.add(*told("a", TALKS))
    assert (old.outcome, old.report) == ("older version kept", new.report)
    assert store.report("a").report.updated == "2024-12-09"
    assert len(store.report("a").versions) == 2


def test_another_reader_reads_the_same_text_anew(store: Register) -> None:
    store.add(*told("a", TALKS), reader="1")
    report, findings = told("a", TALKS)
    added = store.add(report, msgspec.structs.replace(findings, contacts=()), reader="2")
    assert (added.outcome, added.contacts) == ("read anew", ())
    assert (store.counts().contacts, store.counts().people, store.counts().offices) == (0, 0, 0)
    assert len(store.report("a").versions) == 1


def test_two_pages_that_share_a_file_name_are_two_reports(store: Register) -> None:
    store.add(*told("index", TALKS, url="https://a.vn/1"))
    store.add(*told("index", TALKS, url="https://b.vn/2", more="Khác."))
    assert (store.counts().reports, store.counts().contacts) == (2, 1)


def test_a_file_joins_the_page_of_its_id(store: Register) -> None:
    plain = store.add(*told("7", TALKS))
    page = store.add(*told("7", TALKS, url="https://a.vn/7", more="Thêm.", updated="2024-12-09"))
    assert page.outcome == "new version current"
    assert plain.report != page.report
    assert store.counts().reports == 1
    assert store.report("https://www.a.vn/7/").head.id == page.report


def test_one_contact_of_two_reports_holds_both(store: Register) -> None:
    store.add(*told("a", TALKS))
    second = contact(side("JP", SATO), side("VN", HOA), form="meeting", country="VN")
    added = store.add(*told("b", second, outlet="Báo B"))
    assert store.counts().contacts == 1
    record = store.contact(added.contacts[0])
    assert (record.tellings, record.venue, record.country) == (2, "Trụ sở", "VN")
    assert [one.report.given for one in store.told(record.id)] == ["a", "b"]


def test_reports_that_disagree_raise_a_doubt_on_the_contact(store: Register) -> None:
    store.add(*told("a", TALKS))
    added = store.add(*told("b", contact(side("VN", HOA), side("JP", SATO), city="Huế")))
    assert store.contact(added.contacts[0]).disagreements == ("city",)
    assert [one.kind for one in store.doubts()] == ["reports-disagree-city"]


def test_contacts_are_asked_by_side_person_form_channel_status_and_days(store: Register) -> None:
    store.add(*told("a", TALKS, contact(side("VN", HOA), side("LA"), form="visit", date="2024-11", status="planned")))
    store.add(
        *told(
            "b", contact(side("VN"), side("ASEAN", SATO), date="XXXX-04-02"), contact(side("VN"), side("JP"), date=None)
        )
    )

    def asked(**words: object) -> list[str | None]:
        return [one.date for one in store.contacts(ContactQuestion(**words)).contacts]  # type: ignore[arg-type]

    everything = ["2024-11", "2024-12-05", "XXXX-04-02", None]
    assert asked() == everything
    assert asked(channel="party") == everything
    assert asked(channel="business") == []
    assert asked(country="JP") == ["2024-12-05", None]
    assert asked(country="ASEAN") == ["XXXX-04-02"]
    assert asked(form="visit") == asked(status="planned") == ["2024-11"]
    assert asked(people=(store.find_people("nguyen van hoa")[0].id,)) == ["2024-11", "2024-12-05"]
    assert asked(since="2024-11-30", until="2024-12-04") == ["2024-11"]
    assert asked(offset=1, limit=2) == ["2024-12-05", "XXXX-04-02"]
    assert store.contacts(ContactQuestion(since="2024-12-01")).undated == 2


def test_people_are_found_with_and_without_marks_and_by_a_syllable(store: Register) -> None:
    store.add(*told("a", TALKS))
    store.add(*told("b", contact(side("VN", ("NGUYỄN VĂN HOÀ", None)), side("JP", SATO), date="2024-12-06")))
    (found,) = store.find_people("nguyễn văn hoà")
    assert found.name == "Nguyễn Văn Hòa"
    assert store.find_people("Hoa") == store.find_people("nguyen van hoa") == (found,)
    assert store.find_people("oa") == store.find_people("%") == store.find_people("") == ()
    assert [(one.spelling, one.first.given) for one in store.spellings(found.id)] == [
        ("NGUYỄN VĂN HOÀ", "b"),
        ("Nguyễn Văn Hòa", "a"),
    ]
    (attested,) = store.attestations(found.id)
    assert (attested.office, attested.day, attested.quotes) == (HOA[1], "2024-12-05", (HOA[1],))


def test_ids_may_be_shortened_and_unknown_ones_are_told(store: Register) -> None:
    (ident,) = store.add(*told("a", TALKS)).contacts
    assert store.contact(ident[:6]).id == ident
    with pytest.raises(QuestionError, match="no contact 'c-nothing'"):
        store.contact("c-nothing")
    with pytest.raises(QuestionError, match="no report"):
        store.report("")


@pytest.mark.parametrize("bad", ["\0", "\ud800"])
def test_text_that_no_database_keeps_is_refused_whole(store: Register, bad: str) -> None:
    with pytest.raises(InputError):
        store.add(*told("a", TALKS, more=bad))
    assert store.counts().versions == 0


def test_a_wrong_quotation_is_found(store: Register) -> None:
    report, findings = told("a", TALKS)
    moved = msgspec.structs.replace(report, text=" " + report.text)
    store.add(moved, findings)
    assert {one.message for one in store.check()} == {"the quoted words do not stand at their place in the text"}
