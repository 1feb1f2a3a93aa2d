"""What lies ahead: planned contacts, events that reports announce, anniversaries, sessions due, dated commitments."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from bangiao.languages import HOME
from bangiao.model.evidence import Evidence
from bangiao.reference.load import anniversaries
from bangiao.register.records import ContactQuestion, ContactRecord, Morning, ReportHead
from bangiao.resolution.dates import bounds
from bangiao.resolution.events import due_days, events, kept_days, names_event
from bangiao.resolution.ids import short_id
from bangiao.resolution.mechanisms import mechanisms, names_mechanism
from bangiao.resolution.spoken_of import countries_in, names_organisation
from bangiao.views.citations import Citation
from bangiao.views.lines import contact_line
from bangiao.views.passages import Look, Passage, Places, passages
from bangiao.views.sessions import mechanism_views
from bangiao.views.words import days as days_of
from bangiao.views.words import side

if TYPE_CHECKING:
    from bangiao.register.as_known import Known

NATIONAL = frozenset({"congress", "election"})  # of interest abroad though no other country is named
AHEAD = 366  # days: a year, so that every day that is kept comes once
LONGEST = 130  # characters of a title
MOST = 3  # sources shown of an entry that many reports name
EntryKind = Literal["planned", "event", "anniversary", "session_due", "commitment"]


class Source(Struct, frozen=True):
    """A report that says so, with the sentence; or a page that does (no report, `page` names it)."""

    report: ReportHead | None
    citation: Citation | None
    page: str = ""


class Entry(Struct, frozen=True):
    """One day or stretch of days: `first` to `last` (YYYY-MM-DD, both included) are the days that `date` can mean.

    `uid` stays the same from asking to asking. `why` says what the entry rests on in a few words; `times` counts
    the reports that say so, of which `sources` are the first.
    """

    uid: str
    kind: EntryKind
    date: str
    first: str
    last: str
    title: str
    why: str
    sides: tuple[str, ...]
    sources: tuple[Source, ...]
    times: int = 1


class CalendarView(Struct, frozen=True):
    """What lies between the morning of `on` and `until`, by first day; days that cannot be told are not in it."""

    on: str
    until: str
    country: str | None
    entries: tuple[Entry, ...]


def calendar(
    register: "Known", country: str | None = None, until: str | None = None, language: str = "vi"
) -> CalendarView:
    """The calendar of all sides or of one; raises QuestionError for words that cannot be read."""
    on = register.morning
    label = side(register, country) if country else None
    asked = days_of(until, "until")
    end = asked.last if asked else (date.fromisoformat(on.on) + timedelta(days=AHEAD)).isoformat()
    found = [
        *_planned(register, label, language),
        *_kept(on, label, language),
        *_told(register, label, language),
        *_promised(register, label),
    ]
    fitting = [one for one in _joined(found) if on.on <= one.last and one.first <= end]
    return CalendarView(on.on, end, label, tuple(sorted(fitting, key=lambda one: (one.first, one.last, one.uid))))


def _planned(register: "Known", label: str | None, language: str) -> Iterator[Entry]:
    for one in register.contacts(ContactQuestion(country=label, status="planned")).contacts:
        days = bounds(one.date)
        if days and one.date and days.last >= register.morning.on:
            told = register.told(one.id)
            cited = ((each.report, each.contact.evidence[0]) for each in told if each.contact.evidence)
            sources = tuple(Source(head, _cited(head.id, words)) for head, words in cited)
            title = _contact_title(one, language)
            sides = tuple(each.label for each in one.sides)
            yield _entry("planned", one.id, one.date, title, "announced, not held yet", sides, sources, len(told))


def _contact_title(one: ContactRecord, language: str) -> str:
    """Form and people: "visit: Trần Thị Bình (Việt Nam) – Nhật Bản"."""
    line = contact_line(one, language)
    named = []
    for each in line.sides:
        people = ", ".join(filter(None, (who.name or who.office for who in each.people[:2])))
        named.append(f"{people} ({each.name})" if people else each.name)
    place = one.venue or one.city
    return f"{one.form}: {' – '.join(named)}" + (f", {place}" if place else "")


def _kept(on: Morning, label: str | None, language: str) -> Iterator[Entry]:
    """The next return of each day in the table of anniversaries that had begun."""
    for one in anniversaries():
        if (label is None or label in one.countries) and one.date < on.on:
            day = _next(on.on, int(one.date[5:7]), int(one.date[8:]))
            what = one.what if language == "vi" and one.what else one.what_en
            title = f"{what} ({int(day[:4]) - int(one.date[:4])})"
            why = f"{one.kind.replace('_', ' ')}, {one.date}"
            ident = f"{one.date} {' '.join(one.countries)} {one.kind}"
            yield _entry("anniversary", ident, day, title, why, one.countries, (Source(None, None, one.source),))


def _told(register: "Known", label: str | None, language: str) -> Iterator[Entry]:
    """Events, anniversaries and sessions that the texts of reports name."""
    asked = register.contacts(ContactQuestion(country=label)).contacts if label else None
    contacts = {one.id: one for one in asked or ()}
    places = register.telling_places(list(contacts)) if asked is not None else ()
    reports = sorted({one.report for one in places}) if asked is not None else None
    where = Places(places)
    named: list[Passage] = []
    for one in passages(register, where, _LOOK, reports):
        yield from _of_passage(one, register.morning, label)
        if names_mechanism(one.sentence.lower()):
            named.append(one)
    yield from _due(register, named, label, language)


def _wanted(lower: str) -> bool:
    return names_event(lower) or names_mechanism(lower)


_LOOK = Look("calendar", _wanted)


def _of_passage(one: Passage, on: Morning, label: str | None) -> Iterator[Entry]:
    """The events and kept days of a sentence; those of other countries are left out where one is asked for."""
    source = (Source(one.head, one.cited),)
    for event in events(one.sentence, one.head.published):
        days = bounds(event.date)
        if not days or days.last < on.on:
            continue
        sides = tuple(sorted({code for _, _, code in countries_in(one.sentence)}))
        foreign = set(sides) - {HOME} or event.key in NATIONAL or names_organisation(one.sentence)
        if foreign and (not label or label in sides):
            title = f"{event.key}: {_around(one.sentence, event.start, max(event.end, event.date_end), 60)}"
            ident = f"{event.key} {' '.join(sides)}"
            yield _entry("event", ident, event.date, title, "announced by a report", sides, source)
    for kept in kept_days(one.sentence):
        of = tuple(sorted({code for _, _, code in countries_in(kept.what)}))
        if set(of) - {HOME} and (not label or label in of):
            day = _next(on.on, kept.month, kept.day)
            since = f" ({int(day[:4]) - kept.year})" if kept.year else ""
            ident = f"{kept.month:02}-{kept.day:02} {' '.join(of)}"
            yield _entry("anniversary", ident, day, f"{kept.what}{since}", "named by a report", of, source)


def _around(sentence: str, start: int, end: int, most: int) -> str:
    """The words of an event with its day, from its name on; else as many characters as asked for."""
    words = " ".join(sentence[start : max(end, min(len(sentence), start + most))].split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _due(register: "Known", named: list[Passage], label: str | None, language: str) -> Iterator[Entry]:
    """The next session of each mechanism of which two sessions, or its rhythm, are known."""
    pairs = {one.sides for passage in named for one in mechanisms(passage.sentence) if len(one.sides) == 2}
    told = register.contacts_of({ident for passage in named for ident in passage.contacts})
    for sides in sorted(pairs, key=sorted):
        if label and label not in sides:
            continue
        for one in mechanism_views(named, sides, told, register.morning, language):
            if one.due:
                cited = one.sessions[-1].citations
                head = next((each.head for each in named if cited and each.head.id == cited[0].report), None)
                source = (Source(head, cited[0] if cited else None),)
                why = f"last session {one.last}; {one.every_basis}"
                ident = f"{one.key} {' '.join(sorted(sides))}"
                yield _entry("session_due", ident, one.due, f"due: {one.name}", why, sorted(sides), source)


def _promised(register: "Known", label: str | None) -> Iterator[Entry]:
    """Commitments whose sentence names a day ahead: the last day by which it can be meant."""
    for one in register.commitments():
        if label and label not in one.sides:
            continue
        for edtf, _, _ in due_days(one.quote, one.report.published):
            days = bounds(edtf)
            if days and days.last >= register.morning.on:
                title = f"{one.kind} by {', '.join(one.by) or '?'}: {_around(one.quote, 0, 0, 90)}"
                source = (Source(one.report, Citation(one.report.id, one.quote, one.line, one.start, one.end)),)
                entry = _entry("commitment", one.id, edtf, title, "a commitment names this day", one.by, source)
                yield replace(entry, first=entry.last) if _is_long(entry) else entry


def _is_long(one: Entry) -> bool:
    return (date.fromisoformat(one.last) - date.fromisoformat(one.first)).days > 7


def _entry(
    kind: EntryKind,
    ident: str,
    edtf: str,
    title: str,
    why: str,
    sides: Iterable[str],
    sources: tuple[Source, ...],
    times: int = 1,
) -> Entry:
    days = bounds(edtf)
    first, last = (days.first, days.last) if days else (edtf, edtf)
    year = "" if kind in ("planned", "session_due") else edtf
    return Entry(short_id("e", kind, ident, year), kind, edtf, first, last, title, why, tuple(sides), sources, times)


def _cited(report: str, words: Evidence) -> Citation:
    return Citation(report, words.quote, words.line, words.start, words.end)


def _next(on: str, month: int, day: int) -> str:
    """The next return of a day on or after a morning; 29 February returns in leap years only."""
    for year in range(int(on[:4]), int(on[:4]) + 9):
        text = f"{year:04}-{month:02}-{day:02}"
        if bounds(text) and text >= on:
            return text
    return f"{int(on[:4]):04}-{month:02}-{day:02}"


def _joined(found: Iterable[Entry]) -> list[Entry]:
    """Entries of one uid once, with the sources of all; a day of the table that reports name too is one entry."""
    joined: dict[str, Entry] = {}
    kept: dict[tuple[str, tuple[str, ...]], str] = {}
    for one in found:
        uid = one.uid
        if one.kind == "anniversary":
            uid = kept.setdefault((one.first, tuple(sorted(one.sides))), uid)
        before = joined.get(uid)
        if before:
            sources = tuple(dict.fromkeys((*before.sources, *one.sources)))
            one = replace(before, sources=sources[:MOST], times=before.times + one.times)
        joined[uid] = one
    return list(joined.values())
