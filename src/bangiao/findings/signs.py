"""What speaks for and against a field of a contact: how its contact is told, and where its own words stand.

A sign is a short phrase ("told again", "organisation by its words"). Signs of the contact count for all of its fields;
the others are the field's own. What each is worth was measured: see `confidence`.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bangiao.languages import HOME
from bangiao.model.evidence import Evidence
from bangiao.model.findings import Contact
from bangiao.model.report import Report

MANY = 3  # contacts of a report, up to which they are easily told apart
FAR = 150  # characters between a field's words and the verb, from which they may be another contact's
LONG = 8  # words of an office, from which its end may be missed
RETOLD = "retold."  # evidence of this path cites the other sentences that tell a contact

# what the side of an organisation is like anyway says nothing of that side itself, only of the contact's other fields
ANYWAY = frozenset(("organisation", "organisation by its words", "one side without people", "sides without people"))

_NUMBERS = re.compile(r"\.\d+")
_DOUBTFUL_CHANNELS = ("local", "people", "business", "other")


class Around(Struct, frozen=True):
    """What a report's contacts share: the report, where its first paragraph ends, the contacts that it tells."""

    report: Report
    lead_end: int
    contacts: tuple[Contact, ...]

    def alike(self, contact: Contact) -> bool:
        """Whether the report tells another contact of this form with one of its people and both of its sides."""
        sides, people = _keys(contact), _people(contact)
        return any(
            other is not contact
            and other.form == contact.form
            and len(sides & _keys(other)) > 1
            and not people.isdisjoint(_people(other))
            for other in self.contacts
        )

    def place(self, start: int) -> str:
        """The part of the report in which an offset stands: a block's kind, and of the main text lead or body."""
        block = next((one for one in self.report.blocks if one.span.start <= start < one.span.end), None)
        if block is None or block.kind == "body":
            return "lead" if start < self.lead_end else "body"
        return block.kind

    @property
    def short(self) -> bool:
        """Whether the report is a headline with one paragraph, so that there is little to mistake."""
        return all(block.span.end <= self.lead_end for block in self.report.blocks if block.kind == "body")


def around(report: Report, contacts: Sequence[Contact]) -> Around:
    """What surrounds the contacts of a report."""
    body = next((block.span for block in report.blocks if block.kind == "body"), None)
    if body is None:
        return Around(report, 0, tuple(contacts))
    stop = report.text.find("\n", body.start, body.end)
    return Around(report, stop if stop >= 0 else body.end, tuple(contacts))


def kind_of(field: str) -> str:
    """A field's path without its numbers: "sides.people.office"."""
    return _NUMBERS.sub("", field)


def _keys(contact: Contact) -> set[str]:
    return {side.country or side.org or "" for side in contact.sides}


def _people(contact: Contact) -> set[str]:
    return {person.name for side in contact.sides for person in side.people if person.name}


def of_contact(contact: Contact, near: Around) -> tuple[str, ...]:
    """The signs that count for every field of a contact."""
    return tuple(dict.fromkeys((*_telling(contact, near), *_sides(contact))))


def of_field(field: str, contact: Contact) -> tuple[str, ...]:
    """The signs of one field's own."""
    kind = kind_of(field)
    cited = [entry for entry in contact.evidence if entry.field == field]
    signs = [f"field {kind}", *_away(kind, cited, contact)]
    if kind == "date":
        signs.append("date range" if "/" in (contact.date or "") else f"date of {len(contact.date or '')} characters")
    elif kind == "channels":
        signs += [f"channel {one}" for one in contact.channels if one in _DOUBTFUL_CHANNELS]
        signs.append("one or two channels" if len(contact.channels) <= 2 else "three channels or more")
    elif kind in ("country", "status"):
        signs += _inferred(kind, contact)
    elif kind.startswith("sides."):
        signs += _side(field, kind, contact, cited)
    return tuple(signs)


def _telling(contact: Contact, near: Around) -> Iterator[str]:
    """How the contact is told: by which rule, where, how often, among how many."""
    first = contact.evidence[0] if contact.evidence else None
    yield f"form {contact.form}"
    yield f"rule {first.rule.partition(':')[0] if first else ''}"
    yield f"told in the {near.place(first.start if first else 0)}"
    if any(entry.field.startswith(RETOLD) for entry in contact.evidence):
        yield "told again"
    if near.short:
        yield "short report"
    if len(near.contacts) > MANY:
        yield "many contacts"
    if near.alike(contact):
        yield "one like it beside"
    if contact.status != "held":
        yield contact.status
    if near.report.published is None:
        yield "no day of publication"


def _sides(contact: Contact) -> Iterator[str]:
    """Who the sides are: named, bare, organisations, more than two."""
    bare = sum(not side.people for side in contact.sides)
    yield "everyone named" if not bare else "one side without people" if bare == 1 else "sides without people"
    if len(contact.sides) > 2:
        yield "more than two sides"
    for side in contact.sides:
        if side.org:
            yield "organisation"
            if not side.org.isupper():
                yield "organisation by its words"
        for person in side.people:
            if person.name is None:
                yield "office without a name"
            elif _odd(person.name):
                yield "doubtful name"


def _odd(name: str) -> bool:
    """A name of one word, or one that a dash parts, is often a piece of a longer one."""
    return len(name.split()) == 1 or " - " in name


def _away(kind: str, cited: Sequence[Evidence], contact: Contact) -> Iterator[str]:
    """Whether the field's words stand far from the verb."""
    if cited and min(abs(entry.start - contact.evidence[0].start) for entry in cited) > FAR:
        yield f"far from the verb: {kind}"


def _inferred(kind: str, contact: Contact) -> Iterator[str]:
    if kind == "status":
        yield f"status {contact.status}"
        yield "status with a date" if contact.date else "status without a date"
        return
    reason = next((entry.reason for entry in contact.inferred if entry.field == "country"), "")
    yield "country by its place" if reason.startswith("the country of the place") else "country by another reason"


def _side(field: str, kind: str, contact: Contact, cited: Sequence[Evidence]) -> Iterator[str]:
    """Signs of a side, or of a person of it."""
    parts = field.split(".")
    side = contact.sides[int(parts[1])]
    if side.org:
        yield "own organisation known" if side.org.isupper() else "own organisation by its words"
        yield f"organisation in a {contact.form}"
        return
    yield "home side" if side.country == HOME else "foreign side"
    if kind == "sides.country" and not side.people:
        yield "side without people"
    if len(parts) < 5:
        return
    person = side.people[int(parts[3])]
    if person.name and _odd(person.name):
        yield "own doubtful name"
    if kind.endswith("office"):
        if len(cited) > 1:
            yield "office in two runs"
        if len((person.office or "").split()) > LONG:
            yield "long office"
