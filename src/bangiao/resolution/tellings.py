"""What one report says about one contact, and what of it can be compared with another report's word."""

from msgspec import Struct
from msgspec.structs import astuple

from bangiao.model.findings import Contact, Side
from bangiao.model.vocabulary import Form
from bangiao.resolution.decisions import Mark, Rulings
from bangiao.resolution.kinds import Kind, heading, kind_of
from bangiao.resolution.names import name_key, person_id, side_label
from bangiao.resolution.offices import telling_titles, titles
from bangiao.resolution.windows import Window, window


class Count(Struct, frozen=True, order=True):
    """A number of documents that a report gives: "14 văn kiện" and where the words stand."""

    noun: str
    number: int
    start: int
    quote: str


class Telling(Struct, frozen=True):
    """What one report says about one contact: the report's id, the contact's number in it, its trigger's place.

    `title` is the trigger with the words after it, `name` an id of the telling within its report from its
    content, `counts` the numbers of documents that the report gives.
    """

    report: str
    number: int
    contact: Contact
    published: str | None = None
    start: int = 0
    title: str = ""
    name: str = ""
    judged: tuple[Mark, ...] = ()
    counts: tuple[Count, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """The telling's own mark among all others."""
        return self.report, self.number

    @property
    def first(self) -> tuple[str, str, str, int]:
        """What the tellings of one contact are ordered by: the earliest published first."""
        return self.published or "~", self.report, self.name, self.number


class Party(Struct, frozen=True):
    """A side as it compares: people by id, the posts of those who have no name, the posts of everybody, bodies."""

    people: frozenset[str]
    unnamed: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]

    @property
    def anyone(self) -> bool:
        """Whether anybody is told on this side."""
        return bool(self.people or self.unnamed)


class Sight(Struct, frozen=True):
    """A telling as it compares, without whose it is: copies of one report are seen alike.

    `judged` are the decisions on it, `sends` names the sender's side, `orgs` the organisations, `parties` the
    sides by label.
    """

    form: Form
    trigger: str
    title: str
    country: str | None
    judged: tuple[Mark, ...]
    window: Window | None
    kind: Kind | None
    sends: str | None
    orgs: frozenset[str]
    parties: dict[str, Party]

    @property
    def look(self) -> tuple[object, ...]:
        """All of it in a form to look up by: sights of equal looks get the same verdict from every other."""
        *others, parties = astuple(self)
        return *others, frozenset(parties.items())


def sight(telling: Telling, rulings: Rulings) -> Sight:
    """Make a telling ready to be compared."""
    contact = telling.contact
    parties: dict[str, Party] = {}
    for side in contact.sides:
        label, party = side_label(side), _party(side, rulings)
        known = parties.get(label)
        parties[label] = _joined(known, party) if known else party
    sending = [side_label(side) for side in contact.sides if any(one.role == "sends" for one in side.people)]
    title = heading(contact, telling.title)
    sends = sending[0] if len(set(sending)) == 1 else None
    orgs = frozenset(side.org for side in contact.sides if side.org and not side.country)
    return Sight(
        contact.form,
        contact.trigger,
        title,
        contact.country,
        telling.judged,
        window(contact, telling.published),
        kind_of(contact, title or contact.trigger),
        sends,
        orgs,
        parties,
    )


def _party(side: Side, rulings: Rulings) -> Party:
    label = side_label(side)
    unnamed: set[str] = set()
    posts: set[str] = set()
    for one in side.people:
        posts |= telling_titles(one.office, label)
        if not one.name and one.office:
            unnamed |= telling_titles(one.office, label) or titles(one.office, label)
    return Party(
        frozenset(rulings.person(person_id(one.name, label)) for one in side.people if one.name),
        frozenset(unnamed),
        frozenset(posts),
        frozenset(map(name_key, side.bodies)),
    )


def _joined(one: Party, other: Party) -> Party:
    return Party(
        one.people | other.people, one.unnamed | other.unnamed, one.posts | other.posts, one.bodies | other.bodies
    )
