"""What a draft claims and the register says otherwise: an office, a day, a first time."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.languages import HOME
from bangiao.model.errors import QuestionError
from bangiao.model.evidence import Evidence
from bangiao.model.findings import Contact, Participant, Side
from bangiao.model.report import Report
from bangiao.register.records import ContactQuestion, ContactRecord, Person
from bangiao.resolution.dates import Bounds, bounds, is_exact, ordinal
from bangiao.resolution.firsts import First, first_of
from bangiao.resolution.matching import family
from bangiao.resolution.names import name_key, plain, side_label
from bangiao.resolution.offices import posts, telling_titles
from bangiao.text.place import Lines
from bangiao.text.sentences import sentences
from bangiao.views.citations import Citation, cited
from bangiao.views.draft_people import DRAFT, times_of
from bangiao.views.holders import Holder
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.office import who

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

_NEAR = 7  # days within which another day of the same people's contact is taken for a slip
_TERM = 5 * 365  # days of a term of office
_SURE = ("stated", "seen")
_TOOK_PLACE = ("held", "recalled")

ClaimKind = Literal["wrong office", "wrong date", "not the first", "perhaps not the first", "office not confirmed"]
CONTRADICTIONS: tuple[ClaimKind, ...] = ("wrong office", "wrong date", "not the first")


class Claim(Struct, frozen=True):
    """Words of a draft that the register does not bear out: what it says instead, and the words that say so.

    `written` are the draft's words; `contact` is the register's contact that speaks against them.
    """

    kind: ClaimKind
    message: str
    written: Citation
    evidence: tuple[Citation, ...] = ()
    contact: ContactLine | None = None


class Draft(Struct, frozen=True):
    """A draft as it was read: its text, the contacts that it tells, and the people whom its names can mean.

    `by_sentence` are the contacts as each sentence alone tells them, with the offices that stand in it.
    """

    report: Report
    contacts: tuple[Contact, ...]
    by_sentence: tuple[Contact, ...]
    people: Mapping[str, tuple[Person, ...]]
    day: str

    def meant(self, one: Participant, label: str) -> Person | None:
        """Who is meant by somebody in a contact: of several of one name the one of that side."""
        found = self.people.get(plain(one.name or ""), ())
        return next((each for each in found if each.side == label), None)


def claims(register: "Known", draft: Draft, language: str = "vi") -> tuple[Claim, ...]:
    """What speaks against a draft, in the order of its words, each once."""
    found = [one for contact in draft.contacts for one in _date(register, draft, contact, language)]
    found += [one for contact in draft.by_sentence for one in _offices(register, draft, contact, language)]
    found += _firsts(register, draft, language)
    each = {(one.kind, one.written.start, one.message): one for one in found}
    return tuple(sorted(each.values(), key=lambda one: (one.written.start or 0, one.kind)))


def _written(contact: Contact, path: str) -> Citation:
    """The draft's own words for a field, else those of the contact's verb."""
    at: Evidence = next((one for one in contact.evidence if one.field == path), contact.evidence[0])
    return Citation(DRAFT, at.quote, at.line, at.start, at.end)


# -- offices ---------------------------------------------------------------------------------------


def _offices(register: "Known", draft: Draft, contact: Contact, language: str) -> Iterator[Claim]:
    """Each office that one person holds at a time, on the contact's day where it is told, else on the draft's."""
    days = bounds(contact.date) if is_exact(contact.date) and contact.status in _TOOK_PLACE else None
    day = min(days.first, draft.day) if days else draft.day
    for number, side in enumerate(contact.sides):
        label = side_label(side)
        for position, one in enumerate(side.people):
            if not one.name or not one.office:
                continue
            written = _written(contact, f"sides.{number}.people.{position}.office")
            for post in posts(one.office, label):
                if post.title in telling_titles(one.office, label) and not post.title.startswith("nguyên "):
                    claim = _office(register, draft.meant(one, label), one.name, post.words, label, day, language)
                    if claim:
                        kind, message, evidence = claim
                        yield Claim(kind, message, written, evidence)


def _office(
    register: "Known", person: Person | None, name: str, office: str, label: str, day: str, language: str
) -> tuple[ClaimKind, str, tuple[Citation, ...]] | None:
    try:
        view = who(register, office, day, label, language)
    except QuestionError:
        return None
    answers = [one for one in view.answers if one.holder.side == label]
    if any(_is(one.holder, person, name) for one in answers):
        return None
    sure = [one.holder for one in answers if one.how in _SURE or (one.how == "open" and _fresh(one.holder, day))]
    if sure:
        return "wrong office", f"on {day} {sure[0].name} was {office}, not {name}", _sources(sure[0])
    own = [one for one in times_of(register, person, language) if _same_post(one, office, label)] if person else []
    left = next((one for one in own if one.end and _past(one.end.date) < day), None)
    if left and left.end:
        return "wrong office", f"{name} was {office} until {left.end.date}, not on {day}", _sources(left)
    if person and not own:
        return "office not confirmed", f"no report and no table until {day} shows {name} as {office}", ()
    return None


def _fresh(one: Holder, day: str) -> bool:
    """Whether somebody took office so short before a day that the term can hardly be over."""
    began, at = ordinal(one.begins), ordinal(day)
    return began is not None and at is not None and at - began <= _TERM


def _same_post(one: Holder, office: str, label: str) -> bool:
    return bool(telling_titles(one.office, label) & telling_titles(office, label))


def _past(date: str) -> str:
    known = bounds(date.removeprefix("../"))
    return known.last if known else "~"


def _is(holder: Holder, person: Person | None, name: str) -> bool:
    if person and person.id and holder.person == person.id:
        return True
    names = {name_key(each) for each in (holder.name, holder.known_as or "")}
    return name_key(name) in names or bool(person and name_key(person.name) in names)


def _sources(one: Holder) -> tuple[Citation, ...]:
    """The pages or reports that tell start and end; where none does, the report that shows the person in office."""
    told = [each for each in (one.start, one.end) if each]
    if told:
        return tuple(Citation(each.source, each.quote, None, None, None, reason=each.date) for each in told)
    seen = [one.last] if one.last else []
    return tuple(Citation(each.report.id, ", ".join(each.quotes), each.line, None, None) for each in seen)


# -- days ------------------------------------------------------------------------------------------


def _alike(register: "Known", draft: Draft, contact: Contact, shared: int) -> list[ContactRecord]:
    """Contacts of the register of the same form and sides, in which at least so many sides share a named person."""
    meant = [(side_label(side), _meant(draft, side)) for side in contact.sides]
    ids = tuple(sorted({ident for _, people in meant for ident in people}))
    labels = {label for label, _ in meant}
    if len(labels) < 2:
        return []
    asked = ContactQuestion(people=ids) if shared and ids else ContactQuestion(country=min(labels - {HOME} or labels))
    found = []
    for one in register.contacts(asked).contacts:
        sides = {each.label: {who.person for who in each.people} for each in one.sides}
        if one.status not in _TOOK_PLACE or family(one.form) != family(contact.form) or not labels <= set(sides):
            continue
        if sum(bool(people & sides.get(label, set())) for label, people in meant) >= shared:
            found.append(one)
    return found


def _meant(draft: Draft, side: Side) -> set[str]:
    """The ids of the people of a side whom the register knows."""
    found = (draft.meant(one, side_label(side)) for one in side.people)
    return {who.id for who in found if who and who.id}


def _misdated(register: "Known", draft: Draft, contact: Contact) -> ContactRecord | None:
    """The contact that the register has on another day, where it has none of these people on the draft's."""
    days = bounds(contact.date)
    if not days or contact.status not in _TOOK_PLACE or sum(bool(_meant(draft, side)) for side in contact.sides) < 2:
        return None
    near = [(one, there) for one in _alike(register, draft, contact, 2) if (there := bounds(one.date))]
    if not near or any(there.first <= days.last and days.first <= there.last for _, there in near):
        return None
    best, there = min(near, key=lambda one: (_distance(days, one[1]), one[0].id))
    slip = is_exact(contact.date) and there.first[5:] == days.first[5:]
    return best if slip or _distance(days, there) <= _NEAR else None


def _date(register: "Known", draft: Draft, contact: Contact, language: str) -> Iterator[Claim]:
    """A day on which the register knows nothing of these people, while it knows the like of another day."""
    best = _misdated(register, draft, contact)
    if best:
        evidence = tuple(
            each
            for one in register.told(best.id)
            for each in cited(one.report.id, "date", one.contact.evidence, one.contact.inferred)
        )
        message = f"the register has their {best.form} on {best.date}, none on {contact.date}"
        yield Claim("wrong date", message, _written(contact, "date"), evidence, contact_line(best, language))


def _distance(one: Bounds, other: Bounds) -> int:
    first, last = (max, min)
    gap = (ordinal(first(one.first, other.first)) or 0) - (ordinal(last(one.last, other.last)) or 0)
    return max(gap, 0)


# -- first times -----------------------------------------------------------------------------------


def _firsts(register: "Known", draft: Draft, language: str) -> Iterator[Claim]:
    """Claims of a first time in sentences that tell a contact, and the earliest like it that the register knows."""
    text = draft.report.text
    for start, end in sentences(text, 0, len(text)):
        claim = first_of(text[start:end])
        told = [one for one in draft.contacts if one.evidence and start <= one.evidence[0].start < end]
        if claim and told:
            words = text[start + claim.start : start + claim.end]
            line = Lines(text).number(start)
            at = Citation(DRAFT, words, line, start + claim.start, start + claim.end)
            for contact in told:
                yield from _first(register, draft, contact, claim, at, language)


def _first(
    register: "Known", draft: Draft, contact: Contact, claim: First, at: Citation, language: str
) -> Iterator[Claim]:
    """The earliest contact like it: between all people named, else with one of them, else of these sides."""
    days, slip = bounds(contact.date), _misdated(register, draft, contact)
    since, before = claim.since or "", days.first if days else draft.day
    named = sum(bool(_meant(draft, side)) for side in contact.sides)
    told = sum(any(one.name for one in side.people) for side in contact.sides)
    for shared in range(named, -1, -1):
        earlier = [
            (there.first, one.id, one)
            for one in _alike(register, draft, contact, shared)
            if one != slip and (there := bounds(one.date)) and since <= there.first and there.last < before
        ]
        if earlier:
            first = min(earlier)[2]
            evidence = tuple(
                each
                for one in register.told(first.id)
                for each in cited(one.report.id, "trigger", one.contact.evidence, one.contact.inferred)
            )
            whom = ("of these sides", "with one of these people", "between these people")[min(shared, 2)]
            message = f"the register has {len(earlier)} earlier {whom}, the first of {first.date} ({first.form})"
            kind: ClaimKind = "perhaps not the first" if claim.limited or shared < told else "not the first"
            yield Claim(kind, message, at, evidence, contact_line(first, language))
            return
