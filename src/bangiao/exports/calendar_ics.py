"""A calendar as RFC 5545: one all-day event for each entry, with stable ids and the words that it rests on.

https://www.rfc-editor.org/rfc/rfc5545. Needs the package icalendar (extra `office`).
"""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bangiao.model.errors import InputError, installing

if TYPE_CHECKING:
    from icalendar import Event

    from bangiao.views.calendar import CalendarView, Entry, Source

PRODUCT = "-//Bangiao//What lies ahead//EN"
HOST = "bangiao"
LONGEST = 600  # characters of a quotation in a description


def calendar_ics(view: "CalendarView") -> bytes:
    """The file's bytes; the same view gives the same bytes. Raises InputError where the package is missing."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise InputError("calendar files need one more package", installing("office")) from None
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("x-wr-calname", "Bangiao" + (f" {view.country}" if view.country else ""))
    for one in view.entries:
        book.add_component(_event(one, view.on))
    return bytes(book.to_ical())


def _event(one: "Entry", on: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.uid}@{HOST}")
    # when the entry was made: the morning of asking, so that no clock is in the file
    event.add("dtstamp", datetime.combine(date.fromisoformat(on), datetime.min.time(), UTC))
    event.add("dtstart", date.fromisoformat(one.first))
    event.add(
        "dtend", date.fromisoformat(one.last) + timedelta(days=1)
    )  # the day after the last, as the standard has it
    event.add("summary", plain(one.title))
    event.add("description", description(one))
    event.add("categories", [one.kind, *map(plain, one.sides)])
    event.add("transp", "TRANSPARENT")  # nobody is busy because a day is kept
    address = next((source.report.url for source in one.sources if source.report and source.report.url), None)
    if address and address.isascii() and address.startswith(("http://", "https://")):
        event.add("url", address)
    return event


def description(one: "Entry") -> str:
    """What the entry rests on, in words that a calendar shows."""
    lines = [f"{one.why}; {one.date}"]
    lines += [_source(source) for source in one.sources]
    if one.times > len(one.sources):
        lines.append(f"{one.times} reports in all")
    return plain("\n".join(lines))


def _source(one: "Source") -> str:
    if one.report is None or one.citation is None:
        return one.page
    head = one.report
    told = ", ".join(filter(None, (head.outlet, head.published, head.url))) or head.given
    quote = one.citation.quote
    return f"“{quote if len(quote) <= LONGEST else quote[:LONGEST] + '…'}” ({told}, line {one.citation.line})"


def plain(words: str) -> str:
    """The words without control characters, which the format does not allow."""
    return "".join(
        letter for letter in words.replace("\r", "") if letter == "\n" or letter.isprintable() or letter == "\t"
    )
