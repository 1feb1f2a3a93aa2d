"""Who is asked about in a relation: a country, an organisation, or a party or ministry of a country."""

from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.languages import HOME
from bangiao.model.errors import QuestionError
from bangiao.register.records import ContactQuestion, ContactRecord, ContactSide
from bangiao.resolution.bodies import body_id
from bangiao.resolution.names import plain
from bangiao.views.names import country_code, country_name, is_known

if TYPE_CHECKING:
    from bangiao.register.ask import Answers


class Partner(Struct, frozen=True):
    """One end of a relation: `label` is a country's code or an organisation, `body` a body of that side."""

    label: str
    name: str
    body: str | None = None

    def side_of(self, contact: ContactRecord) -> ContactSide | None:
        """The side of a contact on which this partner takes part; null where it does not."""
        side = next((one for one in contact.sides if one.label == self.label), None)
        return side if side and (self.body is None or _within(side, self.body)) else None


def partner(register: "Answers", words: str, language: str = "vi") -> Partner:
    """What a user's words mean; raises QuestionError where nothing bears the name, or bodies of two sides do."""
    code = country_code(words)
    if is_known(code) or register.contacts(ContactQuestion(country=code, limit=1)).total:
        return Partner(code, country_name(code, language) or code)
    found = register.bodies_called(words)
    sides = sorted({one.side for one in found})
    if len(sides) > 1:
        named = "; ".join(f"{one.name} ({one.side})" for one in found[:6])
        raise QuestionError(f"bodies of several sides are called {words!r}", f"write the name in full: {named}")
    if not sides:
        raise QuestionError(
            f"{words!r} is no country, organisation or body that a report names",
            "write a code (JP), a name (Nhật Bản), or a body as reports do (Đảng Cộng sản Nhật Bản)",
            key="no_partner",
            value=words,
        )
    named = next((one.name for one in found if plain(one.name) == plain(words)), words)
    return Partner(sides[0], named, named)


def between(register: "Answers", one: Partner, other: Partner) -> tuple[ContactRecord, ...]:
    """The contacts in which both take part, by date."""
    page = register.contacts(ContactQuestion(country=min((one, other), key=_rarer).label))
    return tuple(contact for contact in page.contacts if one.side_of(contact) and other.side_of(contact))


def _rarer(partner: Partner) -> bool:
    """The home country is a side of most contacts: the other end is asked for first."""
    return partner.label == HOME


def _within(side: ContactSide, body: str) -> bool:
    """Whether a body takes part: named itself, or in the office of somebody who is there."""
    ident, words = body_id(body, side.label), f" {plain(body)} "
    if any(body_id(one, side.label) == ident or words in f" {plain(one)} " for one in side.bodies):
        return True
    return any(words in f" {plain(who.office)} " for who in side.people if who.office)
