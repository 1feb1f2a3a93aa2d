"""A date as a report's words give it, before anything is taken from the day of publication."""

from typing import Literal

from msgspec import Struct

Open = Literal["start", "end"]
Narrow = Literal["start", "middle", "end"]
Tense = Literal["past", "future"]


class Day(Struct, frozen=True):
    """The parts of a date that the words state; a part that they leave out is null.

    `month` is 1-12; as in EDTF, 21-24 is a season, 33-36 a quarter, 40-41 a half of a year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None


class DateMention(Struct, frozen=True):
    """One date expression and what it says.

    `start` and `end` hold the words alone ("ngày 5/12", "Sáng nay (8/12)"), half-open, in code points.
    `first` to `last` is an interval; `also` lists further days beside `first` ("ngày 24 và 25/11"),
    one of which is meant where `either` is true. `open` is the end that an interval leaves open:
    "đến ngày 7/12" has an open start, "từ ngày 7/12" an open end; the day told is always `first`.
    `relative` is what is reckoned from another day: today, yesterday, tomorrow, last_week, this_month,
    next_year, weekday (with `weekday`, Monday 0) … from publication; same_day, next_day, previous_day
    from the text before; recently and long_ago from nothing that can be reckoned. `offset` counts days from
    publication where the words give a number ("cách đây 3 ngày": -3).
    `narrow` is the part of a week, month or year meant ("cuối tháng 5"); `era` a decade or century
    in EDTF ("199X"); `festival` a feast that stays as words; `lunar` a day of the lunar calendar.
    `anniversary` marks a day that only names or dates what is commemorated ("Quốc khánh 2/9").
    `restates` marks a date in brackets that gives the day before it once more, in home time.
    `tense` is what the words say of past or future ("hôm 5/12", "tháng 12 tới").
    """

    start: int
    end: int
    first: Day
    last: Day | None = None
    also: tuple[Day, ...] = ()
    either: bool = False
    relative: str | None = None
    weekday: int | None = None
    offset: int | None = None
    part_of_day: str | None = None
    clock: str | None = None
    local_time: bool = False
    open: Open | None = None
    narrow: Narrow | None = None
    era: str | None = None
    festival: str | None = None
    lunar: bool = False
    approximate: bool = False
    anniversary: bool = False
    restates: bool = False
    tense: Tense | None = None
