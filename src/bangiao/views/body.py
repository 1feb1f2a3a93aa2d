"""One body (ministry, party, committee, province …): its offices, and the contacts in which it takes part."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.languages import HOME
from bangiao.model.errors import QuestionError
from bangiao.register.ask_bodies import BodyRecord, PostSeen
from bangiao.register.records import ContactQuestion
from bangiao.resolution.bodies import body_id
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.names import country_code, country_name

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class BodyView(Struct, frozen=True):
    """A body with the posts that reports give in it, and one page of the contacts that name it, the latest first."""

    body: BodyRecord
    side_name: str
    posts: tuple[PostSeen, ...]
    contacts: tuple[ContactLine, ...]
    contacts_total: int
    offset: int


def body(
    register: "Answers",
    words: str,
    side: str | None = None,
    today: str = "9999-12-31",
    *,
    offset: int = 0,
    limit: int = 50,
    language: str = "vi",
) -> BodyView:
    """Show one body by its id, or by its name and side; raises QuestionError where no report names it."""
    found = _meant(register, words, side)
    page = register.contacts(ContactQuestion(body=found.id, offset=offset, limit=limit, newest=today))
    return BodyView(
        found,
        country_name(found.side, language) or found.side,
        register.posts_in(found.id),
        tuple(contact_line(one, language) for one in page.contacts),
        page.total,
        offset,
    )


def _meant(register: "Answers", words: str, side: str | None) -> BodyRecord:
    ident = words if words.startswith("b-") else body_id(words, country_code(side) if side else HOME)
    found = register.body(ident)
    if found is None:
        raise QuestionError(f"the register has no body {words!r}", "give its name as reports do, with its country")
    return found
