"""A register as known on the morning of a day."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import QuestionError
from bangiao.register.records import ContactQuestion, Morning
from bangiao.register.store import Register
from bangiao.resolution.dates import bounds
from bangiao.views.contact import contact as show_contact
from bangiao.views.office import who
from tests.register.making import contact, side, told

HOA = ("Nguyễn Văn Hòa", "Bộ trưởng Bộ Ngoại giao")
HANA = ("Sato Hana", "Chủ tịch Hội đồng thử")
PLAN = contact(side("VN", HOA), side("JP", HANA), form="visit", date="2024-12-05", status="planned", country="JP")
DONE = contact(
    side("VN", HOA), side("JP", HANA), form="visit", date="2024-12-05", status="held", country="JP", city="Tokyo"
)


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        register.add(*told("a", PLAN, published="2024-12-01"))
        register.add(*told("b", DONE, published="2024-12-06"))
        old = contact(side("VN", HOA), side("LA"), date="2023-05-01")
        register.add(*told("c", old, published=None))
        yield register


def test_a_contact_is_shown_as_the_reports_until_then_tell_it(register: Register) -> None:
    (now,) = register.contacts(ContactQuestion(country="JP")).contacts
    assert (now.status, now.tellings) == ("held", 2)
    (then,) = register.as_known(Morning("2024-12-05")).contacts(ContactQuestion(country="JP")).contacts
    assert (then.id, then.status, then.tellings, then.city, then.sources) == (now.id, "planned", 1, None, 1)
    assert then.sides[0].people[0].person == now.sides[0].people[0].person
    assert register.as_known(Morning("2024-12-07")).contacts(ContactQuestion(country="JP")).contacts == (now,)


def test_what_was_published_on_the_day_itself_is_not_known(register: Register) -> None:
    known = register.as_known(Morning("2024-12-01"))
    assert known.contacts(ContactQuestion(country="JP")).total == 0
    with pytest.raises(QuestionError, match="no report before 2024-12-01"):
        known.contact(register.contacts(ContactQuestion(country="JP")).contacts[0].id)


def test_a_plan_that_was_carried_out_since_is_found_among_the_plans(register: Register) -> None:
    asked = ContactQuestion(status="planned")
    assert register.contacts(asked).total == 0
    assert register.as_known(Morning("2024-12-05")).contacts(asked).total == 1


def test_reports_without_a_day_enter_only_where_they_may(register: Register) -> None:
    asked = ContactQuestion(country="LA")
    assert register.as_known(Morning("2025-01-01")).contacts(asked).total == 0
    assert register.as_known(Morning("2025-01-01", undated=True)).contacts(asked).total == 1


def test_pages_and_days_are_counted_as_the_register_does(register: Register) -> None:
    known = register.as_known(Morning("2025-01-01", undated=True))
    for asked in (ContactQuestion(), ContactQuestion(since="2024", limit=1), ContactQuestion(offset=1, limit=1)):
        assert known.contacts(asked) == register.contacts(asked)


def test_views_ask_it_as_they_ask_the_register(register: Register) -> None:
    known = register.as_known(Morning("2024-12-05"))
    ident = known.contacts(ContactQuestion(country="JP")).contacts[0].id
    view = show_contact(known, ident)
    assert [one.given for one in view.reports] == ["a"]
    assert "Tokyo" not in str(view)
    assert who(known, "Chủ tịch Hội đồng thử", "2024-12-04", "JP").before


def test_a_tenure_that_ends_later_is_open_and_one_that_begins_later_unknown(register: Register) -> None:
    tenures = register.known_tenures()
    known = register.as_known(Morning("2020-01-01")).known_tenures()
    assert len(known) < len(tenures)
    assert all((one.start or "") < "2020-01-01" and (one.end or "") < "2020-01-01" for one in known)


@given(st.dates().map(str))
def test_nothing_of_the_day_or_later_enters(day: str) -> None:
    with Register.open(":memory:") as register:
        register.add(*told("a", PLAN, published="2024-12-01"))
        register.add(*told("b", DONE, published="2024-12-06"))
        for one in register.as_known(Morning(day)).contacts(ContactQuestion()).contacts:
            days = bounds(one.date)
            assert one.status == "planned" or (days and days.first < day)
