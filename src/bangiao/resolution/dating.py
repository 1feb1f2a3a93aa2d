"""Give the contacts of one report their years, where known tenures decide them; what stays open stays as stated."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bangiao.model.evidence import Doubt, Evidence, Inference
from bangiao.model.findings import Contact, Findings
from bangiao.model.tenure import Tenure
from bangiao.reference.load import tenures
from bangiao.resolution.dates import bounds
from bangiao.resolution.holders import Held, Holders, holders
from bangiao.resolution.years import Inferred, InOffice, in_year, infer_year

UNKNOWN = "XXXX"
_APART = 31  # days of one year within which the dates of one report are of one year
_DOUBT = (
    "no year fits the offices of the people whom the report dates without one; look whether names or offices are wrong"
)


class Dated(Struct, frozen=True):
    """What known tenures say of a contact's date: one date with its basis and reasons, or the set that is left.

    `candidates` is an EDTF one-of set such as `[2023-04-02,2024-04-02]`, null where one date is left.
    """

    date: str | None
    basis: str
    candidates: str | None
    reasons: tuple[Inference, ...]


def dated(findings: Findings, known: tuple[Tenure, ...] | None = None) -> Findings:
    """The findings of a report, contacts without a year dated where that is sure.

    `known` are the tenures to go by, by default those that ship with the program. A single date takes the
    place of the stated one; several stand in `date_candidates` beside it.
    """
    found, doubts = date_contacts(findings.contacts, known)
    if not found and not doubts:
        return findings
    contacts = tuple(_filled(one, found.get(at)) for at, one in enumerate(findings.contacts))
    return replace(findings, contacts=contacts, doubts=(*findings.doubts, *doubts))


def date_contacts(
    contacts: Sequence[Contact], known: tuple[Tenure, ...] | None = None
) -> tuple[dict[int, Dated], tuple[Doubt, ...]]:
    """What tenures say of each contact that has no year, by its place; and where they contradict the report."""
    if not any(map(_yearless, contacts)):
        return {}, ()
    table = holders(tenures() if known is None else known)
    found: dict[int, Dated] = {}
    doubts = []
    for group in _groups(contacts):
        people = [one for at in group for one in in_office(contacts[at], table)]
        dates = sorted({contacts[at].date or "" for at in group})
        inferred = infer_year(dates, people)
        if inferred:
            found |= {at: _dated(contacts[at].date or "", inferred) for at in group}
        elif people and _nobody_fits(dates, people):
            doubts.append(_doubt(contacts[group[0]]))
    return found, tuple(doubts)


def in_office(contact: Contact, table: Holders) -> Iterator[InOffice]:
    """The people of a contact in the posts in which they are known, each with the words that name the office."""
    for number, side in enumerate(contact.sides):
        for position, one in enumerate(side.people):
            for held in table.held(one.name, one.office, side.country):
                yield InOffice(held, _words(contact, f"sides.{number}.people.{position}"))


def _yearless(contact: Contact) -> bool:
    """Whether a contact's date lacks its year; what is recalled may be of any year, under offices of today."""
    return UNKNOWN in (contact.date or "") and contact.status != "recalled"


def _groups(contacts: Sequence[Contact]) -> Iterator[list[int]]:
    """Contacts whose dates without a year lie so close that one report means one year by them."""
    days = sorted((when, at) for at, one in enumerate(contacts) if _yearless(one) and (when := _day_of_year(one.date)))
    group: list[int] = []
    first = 0
    for when, at in days:
        if group and when - first > _APART:
            yield sorted(group)
            group = []
        if not group:
            first = when
        group.append(at)
    if group:
        yield sorted(group)


def _day_of_year(edtf: str | None) -> int | None:
    """The place of a date in the year, counted by months of 31 days, from 1."""
    days = bounds(in_year(edtf or "", 2000))
    return int(days.first[5:7]) * 31 - 31 + int(days.first[8:]) if days else None


def _dated(stated: str, inferred: Inferred) -> Dated:
    named = _joined([_naming(one.held) for one in inferred.deciding])
    reasons = tuple(_reason(one) for one in inferred.deciding)
    if len(inferred.years) == 1:
        year = inferred.years[0]
        return Dated(in_year(stated, year), f"inferred: {year} is the only year that fits {named}", None, reasons)
    options = ",".join(in_year(stated, year) for year in inferred.years)
    years = " or ".join(map(str, inferred.years))
    return Dated(None, f"inferred: {years}, by {named}", f"[{options}]", reasons)


def _filled(contact: Contact, known: Dated | None) -> Contact:
    if not known:
        return contact
    inferred = (*contact.inferred, *known.reasons)
    if known.date:
        return replace(contact, date=known.date, date_basis=known.basis, inferred=inferred)
    return replace(contact, date_candidates=known.candidates, inferred=inferred)


def _reason(one: InOffice) -> Inference:
    """Why a tenure counts: the words that name the office, the time in it, the page that says so."""
    reason = f"{_naming(one.held)}; sources: {'; '.join(_sources(one.held.tenures))}"
    words = one.words
    if not words:
        return Inference("date", reason)
    return Inference("date", reason, words.start, words.end, words.line, words.quote)


def _naming(held: Held) -> str:
    """A holder in words: "Trương Thị Mai, Thường trực Ban Bí thư 2023-03-06 to 2024-05-16"."""
    spans = " and ".join(dict.fromkeys(one.span for one in held.tenures))
    return f"{held.person}, {'former ' if held.former else ''}{held.tenures[0].title} {spans}"


def _sources(known: Iterable[Tenure]) -> list[str]:
    pages = [page for one in known for page in (one.start_source, one.end_source) if page]
    return list(dict.fromkeys(pages))


def _joined(words: Sequence[str]) -> str:
    return "; ".join(words)


def _words(contact: Contact, path: str) -> Evidence | None:
    """The words that name a person's office, else those that name the person."""
    for field in (f"{path}.office", f"{path}.name"):
        for one in contact.evidence:
            if one.field == field:
                return one
    return None


def _nobody_fits(dates: Sequence[str], people: Sequence[InOffice]) -> bool:
    """Whether each holder fits some year, and yet no year fits all."""
    alone = [infer_year(dates, [one]) for one in people]
    return len(people) > 1 and all(alone)


def _doubt(contact: Contact) -> Doubt:
    first = next((one for one in contact.evidence if one.field == "date"), None)
    if not first:
        return Doubt("date-offices-disagree", _DOUBT)
    return Doubt("date-offices-disagree", _DOUBT, first.start, first.end, first.line, first.quote)
