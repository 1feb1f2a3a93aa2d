"""In which contact a sentence was said."""

from bangiao.model.vocabulary import Form, Status
from bangiao.resolution.commitments import ToldContact, setting


def told(contact: str, start: int, form: Form = "talks", status: Status = "held", *sides: str) -> ToldContact:
    return ToldContact(contact, start, form, status, frozenset(sides or ("VN", "JP")))


VISIT, TALKS, LATER = told("visit", 5, "visit"), told("talks", 10), told("later", 90)


def where(*contacts: ToldContact, by: tuple[str, ...] = ("VN", "JP")) -> str | None:
    found = setting(50, 80, by, contacts)
    return found.contact if found else None


def test_the_last_contact_of_the_sides_before_the_sentence_is_meant() -> None:
    assert where(VISIT, TALKS, told("other", 40, "talks", "held", "LA", "CN"), LATER) == "talks"
    assert where(VISIT, told("message", 45, "message")) == "message"
    assert where(VISIT, LATER) == "later"


def test_what_took_place_goes_before_what_is_planned_and_what_is_recalled_is_left_out() -> None:
    assert where(told("plan", 40, "talks", "planned"), TALKS) == "talks"
    assert where(told("plan", 40, "talks", "planned")) == "plan"
    assert where(told("old", 40, "talks", "recalled")) is None


def test_the_contact_of_all_sides_goes_before_that_of_one() -> None:
    assert where(told("both", 10), told("one", 40, "talks", "held", "VN", "LA")) == "both"
    assert where(told("one", 40, "talks", "held", "VN", "LA"), by=("VN",)) == "one"


def test_the_reason_says_where_the_contact_is_told() -> None:
    assert [setting(50, 80, ("VN",), [one]).why for one in (TALKS, told("in", 60), LATER)] == [  # type: ignore[union-attr]
        "the last talks of these sides told before the sentence",
        "the talks that the sentence itself tells",
        "the talks of these sides that the report tells",
    ]


def test_an_invitation_that_tells_the_visit_belongs_to_the_visit() -> None:
    visit = told("visit", 60, "visit")
    found = setting(50, 80, ("VN",), [TALKS, visit], invites=True)
    assert found
    assert (found.contact, found.why) == ("visit", "the visit that the sentence itself tells")
    assert where(TALKS, visit) == "talks"
