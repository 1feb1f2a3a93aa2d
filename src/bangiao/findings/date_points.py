"""One point in time as words give it: a day, a month, a year, a weekday, "sáng nay", "quý III/2024" …

`PointReader` reads the point that begins at a position; what stands before it (từ, đến, cuối …) and what
follows it (và, đến …) is read by `date_chains`.
"""

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from bangiao.findings.date_numbers import Numbers, possible, read_numbers
from bangiao.findings.date_words import DateWords
from bangiao.model.dates import Day, Narrow, Tense

Kind = Literal["day", "week", "month", "year", "period", "feast", "vague"]

_PLAUSIBLE = re.compile(
    r"\d{1,2}(?: {0,2}[-/.:,] {0,2}\d| ?(?:giờ|h|g)| {1,2}(?:tháng|đến|tới|và|hoặc|hay|cho))|\d{4}-\d\d-\d\d"
)
_DAYS_OF_MONTH = re.compile(r"(\d{1,2}) ?(?:-|đến|và) ?(\d{1,2})(?= {1,2}tháng {1,2}[\d\w])")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?![\dhg])(?![/.,:-]\d)(?! ?giờ)")
_MONTH_WORD = re.compile(r" {1,2}tháng {1,2}")
_MONTH_NUMBER = re.compile(r"(\d{1,2})(?:/| ?- ?)(\d{1,2})(?:/(\d{4}))?(?![\d/.-])")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d\d)(?![\d/])(?![.-]\d)")
_ONE_MONTH = re.compile(r"(\d{1,2})(?: ?[/-] ?(\d{4}))?(?!\d)(?![/.,]\d)")
_YEAR_AFTER = re.compile(r"(?:,? {1,2}năm {1,2}|, {0,2}|/)(\d{4})(?!\d)(?![.,/-]\d)")
_YEAR_WORD_AFTER = re.compile(r" {1,2}năm {1,2}")
_YEAR = re.compile(r"năm {1,2}(\d{4})(?: {0,2}- {0,2}(\d{4}))?(?!\d)(?![.,]\d)")
_DECADE = re.compile(r"(?:năm|thập niên|thập kỷ)(?: năm)? {1,2}(\d{1,3}0)(?!\d)(?: (?:của )?thế kỷ (trước|xx|20))?")
_CENTURY = re.compile(r"thế kỷ (?:thứ )?(\d{1,2}|[ivx]{1,5})(?!\w)")
_ROMAN = {"xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xv": 15, "xiv": 14, "xiii": 13}
_CLOCK = re.compile(r"(\d{1,2})(?: ?giờ| ?h| ?g|:)(?: ?(\d{1,2})(?: ?phút| ?')?)?(?!\d),? {1,2}")
_ATTACHED = re.compile(r"(?: {0,2}[,-] {0,2}| {1,2}| {0,2}(?P<open>\() ?)(?:tức )?(?P<word>(?:ngày|hôm) )?(?=\d)")
_AGO = re.compile(r"cách đây (\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (ngày|hôm)(?!\w)")
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUANTITY_BEFORE = re.compile(
    r"(?:\d[\d.,]{0,12}(?<![.,])|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|chục|vài|mấy|nhiều|mỗi|hằng|hàng|từng|bao|"
    r"các|những|ít|nửa|suốt|rưỡi) {1,2}\Z"
)
_PLURAL_BEFORE = re.compile(r"(?:những|các|đầu|cuối|giữa|thập niên|thập kỷ|từ|trong|thuộc) {1,2}\Z")
_ORDINAL_BEFORE = re.compile(r"(?:lần|họp|phiên|khóa|kỳ|hạng|nhất|đứng|người|và|vị trí|thế chiến|ngày làm việc) {1,2}\Z")
_WEEKDAY_BEFORE = re.compile(r"(?:hôm|vào|sáng|trưa|chiều|tối|đêm) {1,2}\Z")
_WEEK_AFTER = re.compile(r" {1,2}tuần {1,2}")
_REVOLUTION_BEFORE = re.compile(r"cách mạng {1,2}\Z")
_NOT_YESTERDAY = re.compile(r" {1,2}(?:điện|đường|kênh|hình|cầu|đời|trung gian|các|hội|việc|thư|mạng|trực|một)")
_STRETCH_BEFORE = re.compile(r"(?:(?:tháng|tuần|ngày|năm|quý) (?:đầu|cuối)|\d (?:tháng|tuần|quý)) {1,2}\Z")
_NOT_A_YEAR = re.compile(r" (?:học|mới|âm|dương|châu|nước|bên|tài|thứ)(?!\w)")
_PASSING = re.compile(r" {1,2}(vừa qua|vừa rồi|tới|sắp tới|tới đây)(?!\w)")
_EDGE_OF_THIS = re.compile(r"hồi (?:đầu|giữa) {1,2}\Z")
_STRETCH_OF_TIME_BEFORE = re.compile(r"(?:năm|tuần|tháng|ngày|thời gian|thập kỷ|thập niên|giờ) {1,2}\Z")
_CALENDAR = re.compile(r" {1,2}\(?(?:âm lịch|tết(?! dương))")
_BEFORE = 24


class Point(Struct):
    """One point of a date expression while it is being read."""

    kind: Kind
    start: int
    end: int
    first: Day = Day()
    last: Day | None = None
    relative: str | None = None
    weekday: int | None = None
    offset: int | None = None
    part: str | None = None
    clock: str | None = None
    narrow: Narrow | None = None
    era: str | None = None
    festival: str | None = None
    lunar: bool = False
    tense: Tense | None = None
    announced: bool = False  # a word for day, month or part of day stands before the number
    slashed: bool = False

    @property
    def lone(self) -> bool:
        """Whether the day's number alone is told, its month to come from elsewhere."""
        return self.kind == "day" and self.first.day is not None and self.first.month is None


class PointReader:
    """Reads single points of a folded text; `steps` counts what was tried."""

    def __init__(self, text: str, lower: str, words: DateWords) -> None:
        self.text, self.lower, self.words = text, lower, words
        self.steps = 0
        self._readers: dict[str, Callable[[int], Point | None]] = {
            "t": self._month_or_week,
            "n": self._day_or_year,
            "q": self._quarter,
            "c": self._ago,
        }

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Try a pattern at a position, and count it."""
        self.steps += 1
        return pattern.match(self.lower, position)

    def before(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Try a pattern on the few characters that end at a position, and count it."""
        self.steps += 1
        return pattern.search(self.lower[max(0, position - _BEFORE) : position])

    def point(self, position: int) -> Point | None:
        """The point in time that begins here, or null."""
        if self.lower[position : position + 1].isdecimal():
            return self._digits(position)
        return self._feast(position) or self._relative(position) or self._part(position) or self._named(position)

    def _named(self, position: int) -> Point | None:
        first = self.lower[position : position + 1]
        if first in "hm" and (point := self._day(position)):
            return point
        reader = self._readers.get(first)
        point = reader(position) if reader else None
        if point is None and first in "tc":
            point = self._weekday(position)
        if point is None and first == "m":
            point = self._season(position)
        return point

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

    def _numbers(self, position: int, announced: bool) -> Numbers | None:
        self.steps += 1
        return read_numbers(self.lower, position, announced)

    def _clock(self, position: int) -> Point | None:
        found = self.match(_CLOCK, position)
        if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
            return None
        after = found.end()
        if self.lower[after : after + 1].isdecimal():
            point = self._number_after(after, after, None)
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
            point = self._weekday(word.end(), named=word[0].strip() == "hôm" or self.text[second : second + 1].isupper())
            if point:
                point.start = position
        return point

    def _number_after(self, position: int, start: int, word: str | None) -> Point | None:
        numbers = None if self.match(_DAYS_OF_MONTH, position) else self._numbers(position, announced=True)
        point = self._dated(start, numbers, True) if numbers else self._day_and_month(position, announced=True)
        if point:
            point.start = start
            point.tense = "past" if word == "hôm" else point.tense
            point.lunar = point.lunar or (word is not None and "m" in word and not point.slashed and point.lone)
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
                point.start, point.last = position, point.first
                point.first = Day(point.first.year, point.first.month, int(pair[1]))
                return point if possible(point.first) else None
        found = self.match(_DAY_NUMBER, position)
        if not found or not 1 <= int(found[1]) <= 31:
            return None
        point = Point("day", position, found.end(), Day(day=int(found[1])), announced=announced)
        month = self.match(_MONTH_WORD, found.end())
        if month and (named := self._month_name(month.end(), sure=announced)):
            day = Day(named.first.year, named.first.month, point.first.day)
            if not possible(day) or (not announced and day.year is None and named.relative is None):
                return None
            point.first, point.end, point.relative = day, named.end, named.relative
            point.lunar = self.lower[month.end() : month.end() + 4] in ("giên", "chạp") and day.year is None
            point.slashed = True
        elif month and (unit := self._unit("month", month.end())):
            point.relative, point.end = unit
        self._calendar_after(point)
        return point

    def _calendar_after(self, point: Point) -> None:
        if found := self.match(_CALENDAR, point.end) or self.match(self.words.lunar_year, point.end):
            point.lunar = True
            if point.lone:
                point.end = found.end()

    def _year_after(self, point: Point) -> None:
        """Take the year that follows a day or month: "năm 2024", "năm ngoái", "/2024"."""
        day = point.last or point.first
        if day.year is not None:
            return
        if found := self.match(_YEAR_AFTER, point.end):
            if found[0].startswith(",") and "năm" not in found[0]:
                return
            dated = Day(int(found[1]), day.month, day.day)
            if not possible(dated):
                return
            if point.last:
                point.last = dated
                point.first = Day(dated.year, point.first.month, point.first.day)
            else:
                point.first = dated
            point.end = found.end()
        elif found := self.match(_YEAR_WORD_AFTER, point.end):
            if unit := self._unit("year", found.end()):
                point.relative, point.end = unit

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
        if found[0] == "qua" and self.match(_NOT_YESTERDAY, found.end()):
            return None
        point = Point("day", start, found.end(), relative=self.words.suffixes[found[0]], announced=True)
        return self._attach(point)

    def _attach(self, point: Point) -> Point:
        """Take the written date that follows: "hôm nay (9-9)", "thứ Hai, ngày 5/12"."""
        found = self.match(_ATTACHED, point.end)
        numbers = self._numbers(found.end(), announced=True) if found else None
        if not found or not numbers or numbers.last:
            return point
        point.first, point.end, point.slashed = numbers.first, numbers.end, numbers.slashed
        self._year_after(point)
        if found["open"] and self.lower[point.end : point.end + 1] == ")":
            point.end += 1
        return point

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
        if self.before(_ORDINAL_BEFORE, position) or not sure:
            return None
        return point

    def _passing(self, position: int, end: int) -> bool:
        """Whether a weekday in capitals is followed by "vừa qua", "tới": "thứ Hai vừa qua"."""
        found = self.match(_PASSING, end)
        return found is not None and self.text[self.lower.find(" ", position) + 1].isupper()

    def _ago(self, position: int) -> Point | None:
        found = self.match(_AGO, position)
        if not found:
            return None
        count = int(found[1]) if found[1].isdecimal() else _NUMBERS[found[1]]
        return Point("day", position, found.end(), relative="days_ago", offset=-count, announced=True)

    # months, weeks, years and longer

    def _month_or_week(self, position: int) -> Point | None:
        if self.lower.startswith("tháng ", position):
            return self._month(position)
        if self.lower.startswith("tuần ", position) and not self.before(_QUANTITY_BEFORE, position):
            unit = self._unit("week", position + 5)
            if not unit and self.before(_EDGE_OF_THIS, position):
                return self._attach(Point("week", position, position + 4, relative="this_week", tense="past"))
            return self._attach(Point("week", position, unit[1], relative=unit[0])) if unit else None
        if found := self.match(_CENTURY, position):
            number = int(found[1]) if found[1].isdecimal() else _ROMAN.get(found[1], 0)
            return Point("period", position, found.end(), era=f"{number - 1:02d}XX") if 2 <= number <= 22 else None
        return self._decade(position)

    def _month(self, position: int) -> Point | None:
        if self.before(_QUANTITY_BEFORE, position) and not self.before(_PLURAL_BEFORE, position):
            return None
        if unit := self._unit("month", position + 6):
            return Point("month", position, unit[1], relative=unit[0], announced=True)
        if self.before(_EDGE_OF_THIS, position) and not self.lower[position + 6 : position + 7].isdecimal():
            return Point("month", position, position + 5, relative="this_month", tense="past", announced=True)
        point = self._month_name(position + 6, sure=False)
        if point and not self.before(_REVOLUTION_BEFORE, position):
            point.start = position
            return point
        return None

    def _month_name(self, position: int, sure: bool) -> Point | None:
        """ "12", "12/2021", "3-4/2024", "Mười Hai năm 2021": what follows the word for month."""
        if found := self.match(_MONTH_NUMBER, position):
            first, last = int(found[1]), int(found[2])
            year = int(found[3]) if found[3] else None
            if 1 <= first < last <= 12:
                point = Point("month", position, found.end(), Day(year, first), Day(year, last), announced=True)
                self._year_after(point)
                return point
        if found := self.match(_ONE_MONTH, position):
            day = Day(int(found[2]) if found[2] else None, int(found[1]))
        elif found := self.match(self.words.month, position):
            if not self._is_month_word(found, position, sure):
                return None
            day = Day(None, self.words.months[found[0]])
        else:
            return None
        if not possible(day) or not 1 <= (day.month or 0) <= 12:
            return None
        point = Point("month", position, found.end(), day, announced=True)
        self._year_after(point)
        return point

    def _is_month_word(self, found: re.Match[str], position: int, sure: bool) -> bool:
        """A month's name is written with a capital, or stands where only a month can: "hồi tháng hai"."""
        if self.text[position].isupper() or sure:
            return True
        if found[0] == "năm" and re.match(r" {1,2}(?:\d|nay|ngoái|tới|sau|qua|trước)", self.lower[found.end() :][:8]):
            return False
        word = position - 6
        return bool(re.search(r"(?:hồi|vào|đầu|cuối|giữa|trong|từ|đến) {1,2}\Z", self.lower[max(0, word - 8) : word]))

    def _unit(self, unit: str, position: int) -> tuple[str, int] | None:
        """ "trước", "này", "ngoái" after a unit of time, as "last_week" and where it ends."""
        found = self.match(self.words.unit, position)
        if found and (value := self.words.units.get((unit, found[0]))):
            if self.lower.startswith((" khi ", " đó", " đây"), found.end()):
                return None
            return f"{value}_{unit}", found.end()
        return None

    def _day_or_year(self, position: int) -> Point | None:
        if point := self._day(position):
            return point
        if not self.lower.startswith("năm", position) or self.lower[position + 3 : position + 4].isalnum():
            return None
        return self._year(position)

    def _year(self, position: int) -> Point | None:
        if self.before(_STRETCH_BEFORE, position):  # "9 tháng đầu năm 2018": a stretch, no date
            return None
        found = self.match(_YEAR, position)
        if found:
            if self.lower[max(0, position - 6) : position] == "những " and found[1].endswith("0") and not found[2]:
                return Point("period", position - 6, found.end(), era=found[1][:3] + "X")
            first, last = Day(int(found[1])), Day(int(found[2])) if found[2] else None
            if not possible(first) or (last and (not possible(last) or (last.year or 0) <= (first.year or 0))):
                return None
            return Point("year", position, found.end(), first, last, announced=True)
        unit = self._unit("year", position + 4)
        if unit and not self.before(_QUANTITY_BEFORE, position):
            return Point("year", position, unit[1], relative=unit[0], announced=True)
        edged = self.before(self.words.edge_before, position)
        if edged and not self.match(_NOT_A_YEAR, position + 3):
            return Point("year", position, position + 3, relative="this_year")
        return self._decade(position) if self.before(re.compile(r"những {1,2}\Z"), position) else None

    def _decade(self, position: int) -> Point | None:
        found = self.match(_DECADE, position)
        if not found:
            return None
        digits = found[1]
        if len(digits) == 4:
            return Point("period", position, found.end(), era=digits[:3] + "X")
        if len(digits) != 2 or digits == "00":
            return None
        return Point("period", position, found.end(), era=("19" if found[2] else "XX") + digits[0] + "X")

    def _quarter(self, position: int) -> Point | None:
        """ "quý III/2024", "quý I năm nay", "quý tới"."""
        if not self.lower.startswith("quý ", position):
            return None
        found = self.match(self.words.quarter, position + 4)
        if not found or not (found[0].isdecimal() or self.text[position + 4].isupper()):
            return None
        point = Point("period", position, found.end(), Day(None, self.words.quarters[found[0]]), announced=True)
        if year := self.match(re.compile(r"[/-](\d{4})(?!\d)"), point.end):
            point.first, point.end = Day(int(year[1]), point.first.month), year.end()
        else:
            self._year_after(point)
        return point

    def _season(self, position: int) -> Point | None:
        """ "mùa thu năm 2024"; a season without a year is weather."""
        found = self.match(self.words.season, position)
        if not found:
            return None
        point = Point("period", position, found.end(), Day(None, self.words.seasons[found[0]]))
        if year := self.match(re.compile(r" {1,2}(?:năm )?(\d{4})(?!\d)"), point.end):
            point.first, point.end = Day(int(year[1]), point.first.month), year.end()
        else:
            self._year_after(point)
        return point if possible(Day(point.first.year)) and (point.first.year or point.relative) else None

    def _feast(self, position: int) -> Point | None:
        found = self.match(self.words.festival, position) if self.lower[position] in "tglđ" else None
        if not found:
            return None
        words = self.text[found.start() : found.end()]
        return Point("feast", position, found.end(), festival=words, announced=True)
