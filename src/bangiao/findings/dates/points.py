"""One point in time as words give it: a day, a part of one, a weekday, "sáng nay", "ngày 5/12", a feast.

`PointReader` reads the point that begins at a position; what stands before it (từ, đến, cuối …) and what
follows it (và, đến …) is read by `chains`.
"""

import re

from bangiao.findings.dates.numbers import Numbers, possible
from bangiao.findings.dates.spans import Point, SpanReader
from bangiao.model.dates import Day

_PLAUSIBLE = re.compile(
    r"\d{1,2}(?: {0,2}[-/.:,] {0,2}\d| ?(?:giờ|h|g)| {1,2}(?:tháng|đến|tới|và|hoặc|hay|cho))|\d{4}-\d\d-\d\d"
)
_DAYS_OF_MONTH = re.compile(r"(\d{1,2}) ?(?:-|đến|và) ?(\d{1,2})(?= {1,2}tháng {1,2}[\d\w])")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?![\dhg])(?![/.,:-]\d)(?! ?giờ)")
_MONTH_WORD = re.compile(r" {1,2}tháng {1,2}")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d\d)(?![\d/])(?![.-]\d)")
_CLOCK = re.compile(r"(\d{1,2})(?: ?giờ| ?h| ?g|:)(?: ?(\d{1,2})(?: ?phút| ?')?)?(?!\d),? {1,2}")
_WEEKDAY_BEFORE = re.compile(r"(?:hôm|vào|sáng|trưa|chiều|tối|đêm) {1,2}\Z")
_WEEK_AFTER = re.compile(r" {1,2}tuần {1,2}")
_PASSING = re.compile(r" {1,2}(vừa qua|vừa rồi|tới|sắp tới|tới đây)(?!\w)")
_STRETCH_OF_TIME_BEFORE = re.compile(r"(?:năm|tuần|tháng|ngày|thời gian|thập kỷ|thập niên|giờ) {1,2}\Z")
_CALENDAR = re.compile(r" {1,2}\(?(?:âm lịch|tết(?! dương))")


class PointReader(SpanReader):
    """Reads single points of a folded text; `steps` counts what was tried."""

    def point(self, position: int) -> Point | None:
        """The point in time that begins here, or null."""
        if self.lower[position : position + 1].isdecimal():
            return self._digits(position)
        return self._feast(position) or self._relative(position) or self._part(position) or self._named(position)

    def _named(self, position: int) -> Point | None:
        """What its own first word tells: ngày, tháng, năm, thứ, quý …"""
        first = self.lower[position : position + 1]
        point = self._day(position) if first in "nhm" else None
        if point is None and first == "n":
            return self._year(position)
        if first == "t":
            return self._month_or_week(position) or self._weekday(position)
        if first == "c":
            return self._ago(position) or self._weekday(position)
        if first == "q":
            return self._quarter(position)
        return point or (self._season(position) if first == "m" else None)

    # days

    def _digits(self, position: int) -> Point | None:
        if not self.match(_PLAUSIBLE, position):
            return None
        if point := self._clock(position):
            return point
        if not self.match(_DAYS_OF_MONTH, position):
            if month := self.match(_MONTH_AND_YEAR, position):
                day = Day(int(month[2]), int(month[1]))
                return Point("month", position, month.end(), day, slashed=True) if 1 <= (day.month or 0) <= 12 else None
            if numbers := self._numbers(position, announced=False):
                return self._dated(position, numbers, announced=False)
        return self._day_and_month(position, announced=False)

    def _clock(self, position: int) -> Point | None:
        found = self.match(_CLOCK, position)
        if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
            return None
        after = found.end()
        if self.lower[after : after + 1].isdecimal():
            point = self._number_after(after, after, None)
            if point and point.lone:  # "9h, 2 nhà lãnh đạo"
                return None
        else:
            point = self._part(after) or self._day(after)
        if point and (point.first.day or point.relative):
            point.start, point.clock = position, f"{int(found[1]):02d}:{int(found[2] or 0):02d}"
            return point
        return None

    def _day(self, position: int) -> Point | None:
        """ "ngày 5/12", "hôm 12-5", "ngày 24", "mùng 5 tháng 5", "ngày thứ Hai"."""
        word = self.match(self.words.day, position)
        if not word:
            return None
        point = self._number_after(word.end(), position, word[0].strip())
        if point is None and not word[0].startswith("m"):
            second = self.lower.find(" ", word.end(), word.end() + 8) + 1
            capital = self.text[second : second + 1].isupper()
            point = self._weekday(word.end(), named=word[0].strip() == "hôm" or capital)
            if point:
                point.start = position
        return point

    def _number_after(self, position: int, start: int, word: str | None) -> Point | None:
        numbers = None if self.match(_DAYS_OF_MONTH, position) else self._numbers(position, announced=True)
        point = self._dated(start, numbers, True) if numbers else self._day_and_month(position, announced=True)
        if point:
            point.start = start
            point.tense = "past" if word == "hôm" else point.tense
            lunar = word is not None and word.endswith(("mùng", "mồng"))
            point.lunar = point.lunar or (lunar and not point.slashed and point.lone)
        return point

    def _dated(self, start: int, numbers: Numbers, announced: bool) -> Point:
        point = Point("day", start, numbers.end, numbers.first, numbers.last, announced=announced)
        point.slashed = numbers.slashed or numbers.iso
        self._year_after(point)
        self._calendar_after(point)
        return point

    def _day_and_month(self, position: int, announced: bool) -> Point | None:
        """ "30 tháng 7 năm 2024", "6-7 tháng 9", or the day's number alone."""
        if (pair := self.match(_DAYS_OF_MONTH, position)) and int(pair[1]) < int(pair[2]):
            point = self._day_and_month(pair.start(2), announced)
            if point and point.first.month and not point.last:
                point.start, point.last, point.slashed = position, point.first, True
                point.first = Day(point.first.year, point.first.month, int(pair[1]))
                return point if possible(point.first) else None
        found = self.match(_DAY_NUMBER, position)
        if not found or not 1 <= int(found[1]) <= 31:
            return None
        point = Point("day", position, found.end(), Day(day=int(found[1])), announced=announced)
        month = self.match(_MONTH_WORD, found.end())
        if month and (named := self._month_name(month.end(), sure=announced)):
            day = Day(named.first.year, named.first.month, point.first.day)
            if not possible(day):
                return None
            point.first, point.end, point.relative = day, named.end, named.relative
            point.lunar = self.lower[month.end() : month.end() + 4] in ("giên", "chạp") and day.year is None
            point.slashed = announced or day.year is not None
        elif month and (unit := self._unit("month", month.end())):
            point.relative, point.end = unit
        self._calendar_after(point)
        return point

    def _calendar_after(self, point: Point) -> None:
        if found := self.match(_CALENDAR, point.end) or self.match(self.words.lunar_year, point.end):
            point.lunar = True
            if found[0].lstrip()[0] not in "(,":
                point.end = found.end()

    # parts of the day, today and yesterday

    def _relative(self, position: int) -> Point | None:
        found = self.match(self.words.relative, position)
        if not found:
            return None
        value = self.words.relatives[found[0]]
        if value == "recently":
            if self.before(_STRETCH_OF_TIME_BEFORE, position):
                return None
            return Point("vague", position, found.end(), relative=value)
        point = Point("day", position, found.end(), relative=value, announced=True)
        return self._attach(point)

    def _part(self, position: int) -> Point | None:
        """ "sáng nay", "chiều 12/11", "tối thứ Hai", "rạng sáng ngày 3/4"."""
        found = self.match(self.words.part, position)
        if not found:
            return None
        after = found.end()
        while self.lower[after : after + 1] == " " and after < found.end() + 2:
            after += 1
        point = self._suffix(position, after) if after > found.end() else None
        point = point or self._day(after) or self._weekday(after, named=True)
        if point is None and self.lower[after : after + 1].isdecimal():
            point = self._clock(after) or self._number_after(after, position, None)
        if point is None:
            return None
        point.start, point.part = position, self.words.parts[found[0]]
        return point

    def _suffix(self, start: int, position: int) -> Point | None:
        found = self.match(self.words.suffix, position)
        if not found or self.text[position].isupper():
            return None
        if found[0] == "qua" and self.match(self.words.through_after, found.end()):
            return None
        point = Point("day", start, found.end(), relative=self.words.suffixes[found[0]], announced=True)
        return self._attach(point)

    def _weekday(self, position: int, named: bool = False) -> Point | None:
        """ "thứ Hai tuần trước", "Chủ nhật (5/12)"; `named` means that the words before call for a day.

        "thứ hai" is also *second*: it is a day only beside other words of time.
        """
        found = self.match(self.words.weekday, position)
        if not found or (found[0].startswith("ch") and self.lower.startswith(" bản", found.end())):
            return None
        point = Point("day", position, found.end(), relative="weekday", weekday=self.words.weekdays[found[0]])
        point.announced = True
        week = self.match(_WEEK_AFTER, point.end)
        unit = self._unit("week", week.end()) if week else None
        if unit:
            point.relative, point.end = unit
        bare = point.end
        if passing := self.match(_PASSING, bare):
            point.end, point.tense = passing.end(), "past" if passing[1].startswith("vừa") else "future"
        passed = point.end
        self._attach(point)
        if passing and point.end == passed:  # "thứ hai tới Hà Nội": what follows says whether it is *to*
            point.end, point.tense = bare, None
        sure = named or unit is not None or point.end > bare or found[0].startswith("ch")
        sure = sure or bool(self.before(_WEEKDAY_BEFORE, position)) or self._passing(position, bare)
        ordinal = unit is None and self.before(self.words.ordinal_before, position) is not None
        return point if sure and not ordinal else None

    def _passing(self, position: int, end: int) -> bool:
        """Whether a weekday in capitals is followed by "vừa qua", "tới": "thứ Hai vừa qua"."""
        found = self.match(_PASSING, end)
        return found is not None and self.text[self.lower.find(" ", position) + 1].isupper()

    def _ago(self, position: int) -> Point | None:
        found = self.match(self.words.ago, position)
        if not found:
            past = self.match(self.words.long_ago, position)
            return Point("vague", position, past.end(), relative="long_ago") if past else None
        count = int(found[1]) if found[1].isdecimal() else self.words.numbers[found[1]]
        return Point("day", position, found.end(), relative="days_ago", offset=-count, announced=True)

    def _feast(self, position: int) -> Point | None:
        if self.lower[position : position + 1] not in self.words.feast_letters:
            return None
        found = self.match(self.words.festival, position)
        if not found:
            return None
        words = self.text[found.start() : found.end()]
        point = Point("feast", position, found.end(), festival=words, announced=True)
        cyclic = self.match(self.words.feast_year, point.end)
        if cyclic:
            point.end = cyclic.end()
            point.first = Day(int(cyclic[1])) if cyclic[1] else Day()
        return point
