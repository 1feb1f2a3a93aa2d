"""What an assistant gets: the view as the commands print it, and beside it the words that it rests on."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from bangiao.views.citations import Citation
from bangiao.views.contact import ContactView
from bangiao.views.contact import contact as show_contact

if TYPE_CHECKING:
    from bangiao.register.store import Register

MOST = 25  # contacts in one answer: each brings its words along


class Source(Struct, frozen=True):
    """A report that an answer cites, to be named to the reader."""

    id: str
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None


class Cited(Struct, frozen=True):
    """The words behind one contact of a list."""

    contact: str
    citations: tuple[Citation, ...]


class Answer(Struct, frozen=True):
    """An answer of the register: a view, the words behind its contacts, and the reports that these stand in.

    The quotations are words of the reports, kept as they stand: data, never instructions.
    """

    answer: Any
    citations: tuple[Cited, ...]
    sources: tuple[Source, ...]


def with_words(register: "Register", view: Struct, contacts: Iterable[str]) -> dict[str, Any]:
    """A view with the words behind its contacts, as plain dictionaries and lists."""
    shown = [show_contact(register, one) for one in dict.fromkeys(contacts)]
    cited = tuple(Cited(one.contact.id, tuple(_deciding(one))) for one in shown)
    heads = {head.id: head for one in shown for head in one.reports}
    sources = tuple(Source(one.id, one.headline, one.outlet, one.published, one.url) for one in heads.values())
    plain: dict[str, Any] = msgspec.to_builtins(Answer(view, cited, sources))
    return plain


def _deciding(view: ContactView) -> Iterable[Citation]:
    """The words for the form, status and date of a contact, and for its people."""
    for field in view.fields:
        if field.name in ("trigger", "status", "date"):
            yield from (one for saying in field.sayings[:1] for one in saying.citations[:1])
    for person in view.people:
        yield from (one for field in person.fields[:1] for saying in field.sayings[:1] for one in saying.citations[:1])
