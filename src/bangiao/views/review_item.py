"""One item of the review on one screen: the doubted words, the record beside them, and what can be decided."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.model.vocabulary import FORMS, MODES, STATUSES
from bangiao.register.records import Attestation, Person, ReportHead, Spelling, Told
from bangiao.resolution.corrections import FIELDS, OFFICE_OF
from bangiao.resolution.decisions import Decision, DecisionKind
from bangiao.resolution.names import person_id, side_label
from bangiao.resolution.namesakes import Span, exclusive
from bangiao.resolution.offices import titles
from bangiao.views.contact import ContactView, contact
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.marked import Zone, beside, zones
from bangiao.views.marks import Mark
from bangiao.views.review import CONFLICT, TRUST, TWO, Item, doubted_fields

if TYPE_CHECKING:
    from bangiao.register.store import Register

Deed = Literal["accept", "value", "merge", "apart", "split", "part", "nobody", "reject", "dismiss", "missing"]
_SHOWN = 3  # reports whose words are shown at once
_SPLITTING = "sdfghjkx"  # one for each telling that may be of another contact
_SEEN = 2  # offices shown of a person beside another
_ALL_SEEN = 12  # of one who may be two
_KEYS: dict[Deed, str] = {
    "accept": "a",
    "merge": "m",
    "apart": "s",
    "reject": "r",
    "dismiss": "a",
    "missing": "y",
}


class Choice(Struct, frozen=True):
    """What can be decided with one key: the ledger's kind, what it is about, and for a value its field.

    `who` is the person of an office, the report whose telling is split off, the office of somebody else of that name,
    or the words that name nobody; these were read in so many findings as `times` says.
    """

    key: str
    deed: Deed
    kind: DecisionKind
    subjects: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    who: str | None = None
    times: int = 0


class Place(Struct, frozen=True):
    """A field that can be set right by hand: `name` goes into the ledger, `who` is the person of an office or name."""

    subject: str
    name: str
    value: str | None
    who: str | None = None
    closed: tuple[str, ...] = ()


class Words(Struct, frozen=True):
    """A report with the words in question marked; paragraphs without a mark are left out, `left` counts them."""

    report: ReportHead
    zones: tuple[Zone, ...]
    left: int


class Candidate(Struct, frozen=True):
    """A person who may be another: spellings, and the offices in which reports show the person."""

    person: Person
    spellings: tuple[Spelling, ...]
    seen: tuple[Attestation, ...]
    contacts: tuple[ContactLine, ...]


class ItemView(Struct, frozen=True):
    """An item with the words, the records, what can be decided, and the ledger's word on it.

    `mark` is to be handed back with a decision, so that nobody decides on what has changed; `about` names what it
    is a mark of. `low` are the fields of low trust with what speaks against each.
    """

    item: Item
    mark: str
    about: tuple[str, ...]
    words: tuple[Words, ...]
    contacts: tuple[ContactView, ...]
    people: tuple[Candidate, ...]
    near: tuple[ContactLine, ...]
    low: dict[str, tuple[str, ...]]
    choices: tuple[Choice, ...]
    places: tuple[Place, ...]
    history: tuple[Decision, ...]

    @property
    def low_names(self) -> tuple[str, ...]:
        """The kinds of field of low trust, each once."""
        last = ((field, field.rsplit(".", 1)[-1]) for field in self.low)
        of_side = ("country", "org")
        return tuple(dict.fromkeys("side" if "." in field and name in of_side else name for field, name in last))

    @property
    def signs(self) -> tuple[str, ...]:
        """What speaks against them, each once, the commonest first."""
        return tuple(
            sign for sign, _ in Counter(sign for against in self.low.values() for sign in against).most_common(4)
        )

    def chosen(self, key: str) -> Choice:
        """The choice of a key; raises QuestionError where this item has none such."""
        found = next((one for one in self.choices if one.key == key), None)
        if found is None:
            raise QuestionError(f"{key!r} is nothing to decide here", ", ".join(one.key for one in self.choices))
        return found


def item_view(register: "Register", item: Item, language: str = "vi") -> ItemView:
    """Everything about an item that a reviewer needs, on one screen."""
    about = item.subjects or (item.id,)
    mark = register.mark(about)  # before the rest is read: what changes in between is told, not overwritten
    contacts = tuple(contact(register, one, language) for one in item.subjects if one.startswith("c-"))
    people = tuple(_candidates(register, item, language))
    low = doubted_fields(register, register.contact(item.subjects[0])) if item.kind == TRUST else {}
    near = _near(register, item, language)
    return ItemView(
        item,
        mark,
        about,
        tuple(_words(register, item)),
        contacts,
        people,
        near,
        low,
        tuple(_choices(register, item, contacts, people)),
        (*(place for one in contacts for place in _places(one.contact)), *_near_places(near), *_names(people)),
        tuple(register.decided_about(about)),
    )


def _words(register: "Register", item: Item) -> Iterator[Words]:
    if item.report:
        read = register.report(item.report.id)
        start, end = item.start or 0, item.end or 0
        marks = [Mark(start, end, "trigger", "1", "")] if end > start else []
        yield _short(item.report, tuple(zones(read.report, marks)))
    for subject in item.subjects:
        if not subject.startswith("c-"):
            continue
        reports = dict.fromkeys(one.report.id for one in _differing_first(register.told(subject), item.field))
        for report in list(reports)[:_SHOWN]:
            if shown := beside(register, subject, report):
                yield _short(shown.report, shown.zones)


def _differing_first(told: tuple[Told, ...], field: str | None) -> list[Told]:
    """The tellings of a contact, for each value of the doubted field one first, so that every value is seen."""

    def said(one: Told) -> object:
        if field == "office":
            return frozenset(who.office for side in one.contact.sides for who in side.people if who.office)
        return getattr(one.contact, field, None) if field else None

    first = list({value: one for one in reversed(told) if (value := said(one))}.values())[::-1]
    return [*first, *(one for one in told if one not in first)]


def _short(head: ReportHead, parts: tuple[Zone, ...]) -> Words:
    kept = tuple(
        one for one in parts if any(piece.findings for piece in one.pieces) or one.kind in ("headline", "date")
    )
    return Words(head, kept, sum(1 for one in parts if not one.aside and one not in kept))


def _candidates(register: "Register", item: Item, language: str) -> Iterator[Candidate]:
    for subject in item.subjects:
        if not subject.startswith("p-"):
            continue
        try:
            person = register.person(subject)
        except QuestionError:  # a name of the table of tenures, whom no report names
            continue
        spelt = tuple(one for one in register.spellings(person.id) if subject == person.id or one.id == subject)
        seen = register.attestations(person.id)
        shown = _ALL_SEEN if item.kind == TWO else _SEEN
        # two people stand above each other in one window: contacts are told where offices say little
        of = [one.contact for one in seen if one.contact][: max(0, shown - len({one.office for one in seen}))]
        lines = tuple(contact_line(one, language) for one in register.contacts_of(of))
        yield Candidate(person, spelt, tuple({one.office: one for one in seen}.values())[:shown], lines)


def _near(register: "Register", item: Item, language: str) -> tuple[ContactLine, ...]:
    """The contacts of the report whose words are doubted."""
    if not item.report:
        return ()
    told = register.report(item.report.id).contacts
    return tuple(contact_line(one, language) for one in register.contacts_of(one for one in told if one))


def _choices(
    register: "Register", item: Item, contacts: tuple[ContactView, ...], people: tuple[Candidate, ...]
) -> Iterator[Choice]:
    if item.kind in (CONFLICT, TRUST):
        (shown,) = contacts
        values: tuple[Choice, ...] = ()
        yield _choice("accept", "confirm", item.subjects)
        if item.field:
            yield from (values := tuple(_values(shown, item.field)))
        yield from _splits(register, item.subjects[0])
        yield _choice("reject", "reject", item.subjects)
        yield from _nobody(_names_in(register, item.subjects[0]), len(values))
        return
    if item.kind == TWO:
        if item.message:
            yield _choice("dismiss", "settle", (item.id,))
        for one in people:
            yield from _parting(register, one.person)
            yield from _nobody(one.spellings)
        return
    if len(people) == 2 or len(contacts) == 2:
        yield _choice("merge", "same", item.subjects)
        yield _choice("apart", "different", item.subjects)
        yield from _nobody([spelt for one in people for spelt in one.spellings])
        return
    yield _choice("dismiss", "settle", (item.id,))
    if item.kind in ("verb-without-contact", "person-without-country"):
        yield _choice("missing", "settle", (item.id,))


def _splits(register: "Register", contact_: str) -> Iterator[Choice]:
    """Which telling is of another contact: a key for each; of two that differ either one splits them."""
    told, main = register.told(contact_), register.contact(contact_).main
    offered = [one for one in told if one.finding != main or len(told) > 2]
    for key, one in zip(_SPLITTING, offered if len(told) > 1 else (), strict=False):
        who = one.report.headline or one.report.given
        yield Choice(key, "split", "different", (contact_, one.finding), value=one.contact.trigger, who=who)


def _nobody(names: Sequence[Spelling], taken: int = 0) -> Iterator[Choice]:
    """Which words name nobody at all: the numbers that are left after those of values."""
    by_id = {one.id: one for one in names}
    for number, one in enumerate(list(by_id.values())[: 9 - taken], taken + 1):
        times = sum(each.findings for each in names if each.id == one.id)
        yield Choice(str(number), "nobody", "nobody", (one.id,), who=one.spelling, times=times)


def _names_in(register: "Register", contact_: str) -> list[Spelling]:
    """The names that the reports of a contact give."""
    given = {
        (person_id(who.name, side_label(side)), ident)
        for one in register.told(contact_)
        for side, ids in zip(one.contact.sides, one.people, strict=False)
        for who, ident in zip(side.people, ids, strict=False)
        if who.name and ident
    }
    names = {name for name, _ in given}
    people = sorted({person for _, person in given})
    return [spelt for person in people for spelt in register.spellings(person) if spelt.id in names]


def _parting(register: "Register", person: Person) -> Iterator[Choice]:
    """Whose posts are somebody else's of that name: a key for each post, with the reports that tell it."""
    told: dict[str, dict[str, Attestation]] = {}
    for one in register.attestations(person.id):
        for post in titles(one.office, person.side):
            told.setdefault(post, {})[one.report.id] = one
    spans = [
        Span(post, min(days), max(days))
        for post, seen in told.items()
        if (days := [one.day for one in seen.values() if one.day])
    ]
    for key, post in zip(_SPLITTING, [one.post for one in exclusive(spans) or ()] or sorted(told), strict=False):
        who = next(iter(told[post].values())).office
        yield Choice(key, "part", "different", (person.id, *sorted(told[post])), who=who)


def _choice(deed: Deed, kind: DecisionKind, subjects: tuple[str, ...]) -> Choice:
    return Choice(_KEYS[deed], deed, kind, subjects)


def _values(view: ContactView, field: str) -> Iterator[Choice]:
    """What the reports say of the field on which they differ: one key each, from 1 on."""
    found: list[tuple[str, str, str | None]] = []
    for one in view.fields:
        if one.name == field and field in FIELDS:
            found += [(field, saying.value, None) for saying in one.sayings]
    for who in view.people if field == "office" else ():
        given = {one.name: one for one in who.fields}
        office, name = given.get("office"), given.get("name")
        if who.id and office and office.disputed:
            found += [(OFFICE_OF + who.id, one.value, name.value if name else None) for one in office.sayings]
    for number, (name_, value, person) in enumerate(found[:9], 1):
        yield Choice(str(number), "value", "correct", (view.contact.id,), name_, value, person)


def _places(line: ContactLine) -> Iterator[Place]:
    closed = {"form": FORMS, "mode": MODES, "status": STATUSES}
    for name in FIELDS:
        yield Place(line.id, name, getattr(line, name, None), None, closed.get(name, ()))
    for side in line.sides:
        for one in side.people:
            if one.id:
                yield Place(line.id, OFFICE_OF + one.id, one.office, one.name)


def _near_places(near: tuple[ContactLine, ...]) -> Iterator[Place]:
    for line in near[:4]:
        yield from _places(line)


def _names(people: tuple[Candidate, ...]) -> Iterator[Place]:
    for one in people:
        yield Place(one.person.id, "name", one.person.name, one.person.name)
