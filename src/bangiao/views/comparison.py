"""A table of visits or events beside the register: what both have, what only one has."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.model.errors import QuestionError
from bangiao.reference.events import EventRow
from bangiao.register.records import ContactQuestion, ContactRecord
from bangiao.resolution.dates import Bounds, bounds
from bangiao.spelling.compare import compare as compare_names
from bangiao.views.lines import ContactLine, contact_line
from bangiao.views.names import country_code, is_known

if TYPE_CHECKING:
    from bangiao.register.store import Register


class Shared(Struct, frozen=True):
    """A row and the contact that tells the same: `days` apart (0 where their days meet), people found in both.

    `people` are the row's people whom the contact names too, `missing` those whom it does not.
    """

    row: EventRow
    contact: ContactLine
    days: int
    people: tuple[str, ...]
    missing: tuple[str, ...]


class OnlyInTable(Struct, frozen=True):
    """A row that no contact of the register matches, and why."""

    row: EventRow
    reason: str


class Comparison(Struct, frozen=True):
    """Overlap and misses on both sides.

    `covered` are further contacts of the same sides within the days of a matched row (the meetings of a visit).
    `only_register` are contacts between countries that the table pairs, within its first and last day, that no
    row matches or covers: held or recalled ones, those planned or cancelled are left out.
    """

    since: str | None
    until: str | None
    rows: int
    shared: tuple[Shared, ...]
    covered: tuple[ContactLine, ...]
    only_table: tuple[OnlyInTable, ...]
    only_register: tuple[ContactLine, ...]


class _Ready(Struct, frozen=True):
    row: EventRow
    codes: tuple[str, ...]
    days: Bounds | None
    problem: str = ""


def compare(register: "Register", rows: Sequence[EventRow], days: int = 2, language: str = "vi") -> Comparison:
    """Match each row with at most one contact of the same countries whose days lie at most `days` apart."""
    ready = [_ready(row) for row in rows]
    spans = [one.days for one in ready if one.days]
    if not spans:
        raise QuestionError("no row of the table has a date and its countries", "look at the map of its columns")
    since, until = min(one.first for one in spans), max(one.last for one in spans)
    scope = _contacts(register, {one.codes for one in ready if one.days}, since, until, days)
    taken = _matched(ready, scope, days)
    inside = {
        contact.id
        for number in taken
        for contact in scope
        if _sides_fit(ready[number], contact) and _distance(ready[number].days, _bounds(contact)) == 0
    }
    matched = {contact.id for contact in taken.values()}
    return Comparison(
        since,
        until,
        len(rows),
        tuple(_shared(ready[number], contact, language) for number, contact in sorted(taken.items())),
        tuple(contact_line(one, language) for one in scope if one.id in inside - matched),
        tuple(
            OnlyInTable(one.row, one.problem or _reason(one, days))
            for number, one in enumerate(ready)
            if number not in taken
        ),
        tuple(
            contact_line(one, language)
            for one in scope
            if one.id not in inside | matched and _within(one, since, until) and one.status in ("held", "recalled")
        ),
    )


def _ready(row: EventRow) -> _Ready:
    codes = tuple(dict.fromkeys(country_code(one) for one in row.countries))
    unknown = [one for one in codes if not is_known(one)]
    days = bounds(row.date)
    if unknown:
        return _Ready(row, codes, None, f"{unknown[0]!r} is no country")
    if len(codes) < 2:
        return _Ready(row, codes, None, "fewer than two countries are named")
    return _Ready(row, codes, days, "" if days else "no date")


def _contacts(
    register: "Register", pairs: Iterable[tuple[str, ...]], since: str, until: str, days: int
) -> list[ContactRecord]:
    """The contacts of the table's countries in its time, each once, by date."""
    found: dict[str, ContactRecord] = {}
    first, last = _moved(since, -days), _moved(until, days)
    wanted = [frozenset(one) for one in set(pairs)]
    for country in sorted({one[0] for one in map(sorted, wanted)}):
        page = register.contacts(ContactQuestion(country=country, since=first, until=last))
        found |= {one.id: one for one in page.contacts if any(pair <= _labels(one) for pair in wanted)}
    return sorted(found.values(), key=lambda one: (one.date or "", one.id))


def _matched(rows: Sequence[_Ready], scope: Sequence[ContactRecord], days: int) -> dict[int, ContactRecord]:
    """The best pairs first, each row and each contact once."""
    by_labels: dict[frozenset[str], list[ContactRecord]] = {}
    for contact in scope:
        by_labels.setdefault(_labels(contact), []).append(contact)
    scores = []
    for number, row in enumerate(rows):
        if row.days:
            near = [one for labels, ones in by_labels.items() if set(row.codes) <= labels for one in ones]
            scores += [
                (_fit(row, contact), number, contact.id, contact)
                for contact in near
                if _distance(row.days, _bounds(contact)) <= days
            ]
    taken: dict[int, ContactRecord] = {}
    used: set[str] = set()
    for _, number, ident, contact in sorted(scores, key=lambda one: one[:3]):
        if number not in taken and ident not in used:
            taken[number] = contact
            used.add(ident)
    return taken


def _fit(row: _Ready, contact: ContactRecord) -> tuple[int, int, int]:
    """Smaller is better: people missing, another form, days apart."""
    _, missing = _people(row.row, contact)
    return len(missing), int(row.row.form not in (None, contact.form)), _distance(row.days, _bounds(contact))


def _shared(row: _Ready, contact: ContactRecord, language: str) -> Shared:
    found, missing = _people(row.row, contact)
    return Shared(row.row, contact_line(contact, language), _distance(row.days, _bounds(contact)), found, missing)


def _people(row: EventRow, contact: ContactRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = [one.name for side in contact.sides for one in side.people if one.name]
    found = tuple(one for one in row.people if any(compare_names(one, name).verdict == "same" for name in named))
    return found, tuple(one for one in row.people if one not in found)


def _labels(contact: ContactRecord) -> frozenset[str]:
    return frozenset(side.label for side in contact.sides)


def _sides_fit(row: _Ready, contact: ContactRecord) -> bool:
    return set(row.codes) <= _labels(contact)


def _bounds(contact: ContactRecord) -> Bounds | None:
    return bounds(contact.date)


def _within(contact: ContactRecord, since: str, until: str) -> bool:
    known = _bounds(contact)
    return bool(known and since <= known.first and known.last <= until)


def _distance(one: Bounds | None, other: Bounds | None) -> int:
    """Days between two spans, 0 where they meet; very far where one is unknown."""
    if not one or not other:
        return 10**6
    apart = max(one.first, other.first), min(one.last, other.last)
    return max((date.fromisoformat(apart[0]) - date.fromisoformat(apart[1])).days, 0)


def _moved(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day


def _reason(row: _Ready, days: int) -> str:
    return (
        f"no contact of {' and '.join(row.codes)} within {days} days of {row.row.date} that another row has not taken"
    )
