"""The days on which a contact can have been."""

import pytest

from bangiao.model.findings import Contact
from bangiao.model.vocabulary import Form
from bangiao.resolution.windows import window


def told(form: Form, date: str | None) -> Contact:
    return Contact(form, "dự", "in_person", "held", (), (), date, "stated" if date else None)


def test_the_year_in_the_name_of_a_conference_says_no_more_than_the_day_of_its_report() -> None:
    published = "2024-11-19T10:00:00+07:00"
    assert window(told("conference", "2024"), published) == window(told("conference", None), published) is not None
    assert window(told("conference", "2023"), published) is None
    assert window(told("conference", "2024"), None) is None


@pytest.mark.parametrize("form", ["visit", "meeting"])
def test_any_other_contact_of_a_year_is_too_wide_to_be_found(form: Form) -> None:
    assert window(told(form, "2024"), "2024-11-19") is None


@pytest.mark.parametrize(("form", "days"), [("visit", 3), ("conference", 3), ("ceremony", 1), ("meeting", 0)])
def test_what_a_journey_is_for_is_told_before_it_takes_place(form: Form, days: int) -> None:
    found = window(told(form, None), "2024-11-19")
    assert found is not None
    assert found.last - found.aim == days
