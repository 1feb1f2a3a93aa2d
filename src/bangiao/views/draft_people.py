"""The people whom a draft names and the register or the tables know: who they are, and their offices on a day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from bangiao.model.report import Report
from bangiao.model.tenure import Tenure
from bangiao.register.records import ContactQuestion, Person
from bangiao.resolution.dates import Bounds
from bangiao.resolution.names import name_key, plain
from bangiao.text.place import Lines
from bangiao.views.citations import Citation
from bangiao.views.holders import Holder, holders
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.names import country_name
from bangiao.views.office import How, how_known
from bangiao.views.person import times_in_office

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

_RUN = re.compile(r"[^\W\d_][\w.'’-]*(?:[ \u00a0][^\W\d_][\w.'’-]*)+")
_LONGEST = 6  # words of a name
STALE = timedelta(days=400)  # after so long an office in which one was seen last says little beside one that is known
DRAFT = "draft"

Then = Literal["stated", "seen", "open", "possible", "last seen"]


class OfficeThen(Struct, frozen=True):
    """An office that somebody held on a day, and how that is known: as `who` tells it, or last seen in it before."""

    office: str
    how: Then
    since: str | None
    last_seen: str | None
    source: str


class PersonInDraft(Struct, frozen=True):
    """Somebody whom the draft names: as written there, who that is, the offices of the day, the last contact.

    `id` is null for a person whom only a table knows. `others` are ids of other people whose name has the same letters.
    """

    id: str | None
    name: str
    side: str
    side_name: str
    written: Citation
    offices: tuple[OfficeThen, ...]
    contacts: int
    last_contact: ContactLine | None
    others: tuple[str, ...] = ()


class Named(Struct, frozen=True):
    """A name in a draft with those whom it can mean, those of the very spelling first; a table's person has no id."""

    start: int
    end: int
    words: str
    meant: tuple[Person, ...]


def named(register: "Known", text: str) -> tuple[Named, ...]:
    """The names of known people in a text, from left to right; of one place the longest."""
    runs = list(_runs(text))
    tables = _in_tables(register.known_tenures())
    known = register.spelt_like(words for _, _, words in runs)
    found: list[Named] = []
    for start, end, words in sorted(runs, key=lambda one: (one[0], -one[1])):
        if found and start < found[-1].end:
            continue
        people = [(person, spelling) for person, spelling in known.get(plain(words), ()) if _known(register, person)]
        exact = [person for person, spelling in people if name_key(spelling) == name_key(words)]
        meant = exact or [person for person, _ in people] or list(tables.get(name_key(words), ()))
        if meant:
            found.append(Named(start, end, words, tuple(dict.fromkeys(meant))))
    return tuple(found)


def _known(register: "Known", person: Person) -> bool:
    return bool(register.contacts(ContactQuestion(people=(person.id,), limit=1)).total)


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Every stretch of two to six words that begin with capitals: where a name can stand."""
    for run in _RUN.finditer(text):
        words = [(run.start() + one.start(), run.start() + one.end()) for one in re.finditer(r"\S+", run[0])]
        for at in range(len(words)):
            for to in range(at, min(at + _LONGEST, len(words))):
                start, end = words[at][0], words[to][1]
                while text[end - 1] in ".’'-":
                    end -= 1
                if not text[words[to][0]].isupper():
                    break
                if to > at:
                    yield start, end, text[start:end]


def _in_tables(known: Sequence[Tenure]) -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[Person, None]] = {}
    for one in known:
        for name in (one.person, *one.other_names):
            found.setdefault(name_key(name), {})[Person("", one.person, one.country)] = None
    return {name: tuple(people) for name, people in found.items()}


def people_in(
    register: "Known", report: Report, found: Sequence[Named], day: str, language: str = "vi"
) -> tuple[PersonInDraft, ...]:
    """Each person once, where the draft names them first."""
    lines = Lines(report.text)
    seen: dict[tuple[str, str, str], PersonInDraft] = {}
    for one in found:
        who = one.meant[0]
        key = (who.id, who.name, who.side)
        if key not in seen:
            written = Citation(DRAFT, one.words, lines.number(one.start), one.start, one.end)
            seen[key] = _person(
                register, who, written, day, language, tuple(each.id for each in one.meant[1:] if each.id)
            )
    return tuple(seen.values())


def _person(
    register: "Known", who: Person, written: Citation, day: str, language: str, others: tuple[str, ...]
) -> PersonInDraft:
    times = times_of(register, who, language)
    records = register.contacts(ContactQuestion(people=(who.id,))).contacts if who.id else ()
    held = [one for one in records if one.status == "held" and one.date and not one.date.startswith("XXXX")]
    return PersonInDraft(
        who.id or None,
        who.name,
        who.side,
        country_name(who.side, language) or who.side,
        written,
        offices_then(times, day),
        len(records),
        contact_line(held[-1], language) if held else None,
        others,
    )


def times_of(register: "Known", who: Person, language: str = "vi") -> tuple[Holder, ...]:
    """The times in office of a person of the register, or of one whom only tables know."""
    if who.id:
        return times_in_office(register, who, language)
    own = [one for one in register.known_tenures() if (one.person, one.country) == (who.name, who.side)]
    return tuple(each for one in own for each in holders((), [one], (), language))


def offices_then(times: Sequence[Holder], day: str) -> tuple[OfficeThen, ...]:
    """The offices of a day: those known to be held, and where no end is told those in which one was seen last."""
    at = Bounds(day, day)
    found = [(one, how) for one in times if (how := how_known(one, at, (one,)))]
    open_ = [one for one in times if not one.end and _seen_last(one, day) and one not in [each for each, _ in found]]
    latest = max((_seen_last(one, day) for one in open_), default="")
    if found and latest < _moved(day, -STALE):
        open_ = []
    last: list[tuple[Holder, Then]] = [(one, "last seen") for one in open_ if _seen_last(one, day) == latest]
    order: tuple[How, ...] = ("stated", "seen", "open", "possible")
    sure: list[tuple[Holder, Then]] = [*sorted(found, key=lambda one: order.index(one[1]))]
    return tuple(_then(one, how) for one, how in (*sure, *last))


def _moved(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _seen_last(one: Holder, day: str) -> str:
    days = [each.day for each in (one.first, one.last) if each and each.day and each.day <= day]
    return max(days, default="")


def _then(one: Holder, how: Then) -> OfficeThen:
    seen = one.last.day if one.last else None
    source = one.start.source if one.start else one.last.report.id if one.last else ""
    return OfficeThen(one.office, how, one.start.date if one.start else None, seen, source)
