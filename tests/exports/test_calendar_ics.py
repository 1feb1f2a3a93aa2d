"""A calendar file is read back by two readers that know nothing of each other, and says what the view says."""

from datetime import date, timedelta

import icalendar
import vobject  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from bangiao.exports.calendar_ics import calendar_ics, description, plain
from bangiao.register.records import Morning, ReportHead
from bangiao.register.store import Register
from bangiao.views.calendar import CalendarView, Entry, Source, calendar
from bangiao.views.citations import Citation

HEAD = ReportHead("r-a", "a", "Tin", "Báo A", "2024-12-05", "https://example.org/a?x=1;y=2", "vi")
TEXT = st.text(min_size=1, max_size=120)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))


def entry(title: str, first: date, long: int, quote: str, uid: str = "e-a") -> Entry:
    source = Source(HEAD, Citation("r-a", quote, 3, 0, len(quote)))
    last = first + timedelta(days=long)
    return Entry(uid, "planned", str(first), str(first), str(last), title, "announced", ("VN", "JP"), (source,))


@given(st.lists(st.tuples(TEXT, DAYS, st.integers(0, 40), TEXT), max_size=5))
def test_two_readers_read_back_what_was_written(told: list[tuple[str, date, int, str]]) -> None:
    entries = tuple(entry(title, day, long, quote, f"e-{at}") for at, (title, day, long, quote) in enumerate(told))
    written = calendar_ics(CalendarView("2025-01-01", "2026-01-01", "JP", entries))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    book = icalendar.Calendar.from_ical(written)
    assert [_first_reader(one) for one in book.walk("VEVENT")] == [_wanted(one) for one in entries]
    other = vobject.readOne(written.decode("utf-8"))
    assert [_second_reader(one) for one in getattr(other, "vevent_list", [])] == [_wanted(one) for one in entries]


Row = tuple[str, date, date, str, str]


def _wanted(one: Entry) -> Row:
    end = date.fromisoformat(one.last) + timedelta(days=1)
    return f"{one.uid}@bangiao", date.fromisoformat(one.first), end, plain(one.title), description(one)


def _first_reader(one: icalendar.Component) -> Row:
    first, end = one.decoded("DTSTART"), one.decoded("DTEND")
    return str(one["UID"]), first, end, str(one["SUMMARY"]), str(one["DESCRIPTION"])


def _second_reader(one: vobject.base.Component) -> Row:
    return one.uid.value, one.dtstart.value, one.dtend.value, one.summary.value, one.description.value


def test_the_same_view_gives_the_same_bytes_and_no_clock() -> None:
    view = CalendarView("2025-01-01", "2026-01-01", None, (entry("Thăm", date(2025, 3, 1), 2, "sẽ thăm"),))
    assert calendar_ics(view) == calendar_ics(view)
    assert b"DTSTAMP:20250101T000000Z" in calendar_ics(view)


def test_a_link_of_a_report_is_kept_and_nothing_else_is_a_link() -> None:
    view = CalendarView("2025-01-01", "2026-01-01", None, (entry("Thăm", date(2025, 3, 1), 0, "sẽ thăm"),))
    (one,) = icalendar.Calendar.from_ical(calendar_ics(view)).walk("VEVENT")
    assert str(one["URL"]) == HEAD.url
    assert "“sẽ thăm” (Báo A, 2024-12-05, https://example.org/a?x=1;y=2, line 3)" in str(one["DESCRIPTION"])


def test_a_register_without_reports_gives_the_days_of_the_table() -> None:
    with Register.open(":memory:") as register:
        written = calendar_ics(calendar(register.as_known(Morning("2025-01-01")), "JP"))
    titles = [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(written).walk("VEVENT")]
    assert "Ngày thiết lập quan hệ ngoại giao Việt Nam - Nhật Bản (52)" in titles
