"""What was agreed, asked and promised, as the view shows it."""

from collections.abc import Iterator

import pytest

from bangiao.model.errors import QuestionError
from bangiao.register.as_known import Known
from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.views.commitments import CommitmentsQuestion, commitments
from tests.register.making import contact, side, told

TALKS = contact(side("VN", ("Nguyễn Văn Hòa", "Bộ trưởng")), side("JP", ("Sato Hana", "Chủ tịch")))
UNDATED = contact(side("VN"), side("JP", ("Sato Hana", "Chủ tịch")), date="XXXX-04-02")
WORDS = "Hai bên nhất trí mở thêm hai cửa khẩu"


def known(register: Register, on: str = "2024-12-25", undated: bool = True) -> Known:
    return register.as_known(Morning(on, undated))


@pytest.fixture
def register() -> Iterator[Register]:
    with Register.open(":memory:") as register:
        register.add(*told("a", TALKS, agreed=WORDS))
        register.add(*told("b", UNDATED, agreed="Hai bên nhất trí nhận thêm lao động", published=None))
        yield register


def test_a_commitment_is_shown_with_its_words_contact_and_age(register: Register) -> None:
    view = commitments(known(register), CommitmentsQuestion())
    assert (view.total, view.undated, view.on) == (2, 1, "2024-12-25")
    first, last = view.commitments
    assert (first.words, first.by, first.topics, first.kind) == (WORDS, ("VN", "JP"), ("party", "labour"), "agreed")
    assert (first.date, first.date_basis, first.age) == ("2024-12-05", "stated", 20)
    assert (first.status, first.open, first.status_citation) == ("agreed", True, first.citation)
    assert first.contact
    assert first.contact.id == register.contacts_of([first.contact.id])[0].id
    assert first.contact_basis == "the last talks of these sides told before the sentence"
    text = register.report(first.report.id).report.text
    assert text[first.citation.start : first.citation.end] == first.citation.quote == WORDS
    assert (last.date, last.age) == ("XXXX-04-02", None)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ({"country": "Nhật Bản"}, 2),
        ({"country": "LA"}, 0),
        ({"by": "vn", "topic": "Labour"}, 2),
        ({"topic": "health"}, 0),
        ({"only_open": True, "limit": 1}, 1),
        ({"offset": 1}, 1),
    ],
)
def test_commitments_are_asked_by_side_and_topic(register: Register, question: dict[str, str], number: int) -> None:
    assert len(commitments(known(register), CommitmentsQuestion(**question)).commitments) == number  # type: ignore[arg-type]


def test_words_that_cannot_be_read_are_told(register: Register) -> None:
    with pytest.raises(QuestionError, match="no topic"):
        commitments(known(register), CommitmentsQuestion(topic="labor camp"))
    with pytest.raises(QuestionError, match="is no country"):
        commitments(known(register), CommitmentsQuestion(country="Atlantis"))


def test_a_rejected_contact_is_not_where_it_was_said(register: Register) -> None:
    said = commitments(known(register), CommitmentsQuestion()).commitments[0]
    assert said.contact
    register.decide("reject", [said.contact.id], why="none", by="Lan", at="2025-01-01T00:00:00+00:00")
    after = next(one for one in commitments(known(register), CommitmentsQuestion()).commitments if one.id == said.id)
    assert (after.contact, after.date, after.date_basis) == (None, "2024-12-06", "from publication date")


def test_what_came_later_is_not_known(register: Register) -> None:
    assert commitments(known(register, undated=False), CommitmentsQuestion()).total == 1
    assert commitments(known(register, "2024-12-06"), CommitmentsQuestion()).total == 1
    assert commitments(known(register, "2024-12-06", undated=False), CommitmentsQuestion()).total == 0


def test_an_empty_register_has_none() -> None:
    with Register.open(":memory:") as register:
        assert commitments(known(register), CommitmentsQuestion()).commitments == ()
