"""Months, weeks, quarters, years, decades as words give them, and the point in time that they make.

`SpanReader` reads what is longer than a day; days are read by `date_points`, the words around them by
`date_chains`.
"""

import re
from typing import Literal

from msgspec import Struct

from bangiao.findings.dates.numbers import Numbers, possible, read_numbers
from bangiao.findings.dates.words import DateWords
from bangiao.model.dates import Day, Narrow, Tense

Kind = Literal["day", "week", "month", "year", "period", "feast", "vague"]

_MONTH_NUMBER = re.compile(r"(\d{1,2})(?:/| ?- ?)(\d{1,2})(?:/(\d{4}))?(?![\d/.-])")
_ONE_MONTH = re.compile(r"(\d{1,2})(?: ?[/-] ?(\d{4}))?(?!\d)(?![/.,]\d)")
_YEAR_AFTER = re.compile(r"(?:,? {1,2}năm {1,2}|, {0,2}|/)(\d{4})(?!\d)(?![.,/-]\d)")
_YEAR_WORD_AFTER = re.compile(r" {1,2}năm {1,2}")
_YEAR = re.compile(r"năm {1,2}(\d{4})(?: {0,2}- {0,2}(\d{4}))?(?!\d)(?![.,]\d)")
_DECADE = re.compile(r"(?:năm|thập niên|thập kỷ)(?: năm)? {1,2}(\d{1,3}0)(?!\d)(?: (?:của )?thế kỷ (trước|xx|20))?")
_CENTURY = re.compile(r"thế kỷ (?:thứ )?(\d{1,2}|[ivx]{1,5})(?!\w)")
_ROMAN = {"xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xv": 15, "xiv": 14, "xiii": 13}
_QUANTITY_BEFORE = re.compile(
    r"(?:\d[\d.,]{0,12}(?<![.,])|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|chục|vài|mấy|nhiều|mỗi|hằng|hàng|từng|bao|"
    r"các|những|ít|nửa|suốt|rưỡi) {1,2}\Z"
)
_PLURAL_BEFORE = re.compile(r"(?:những|các|đầu|cuối|giữa|thập niên|thập kỷ|từ|trong|thuộc) {1,2}\Z")
_REVOLUTION_BEFORE = re.compile(r"cách mạng {1,2}\Z")
_STRETCH_BEFORE = re.compile(r"(?:(?:tháng|tuần|ngày|năm|quý) (?:đầu|cuối)|\d (?:tháng|tuần|quý)) {1,2}\Z")
_NOT_A_YEAR = re.compile(r" (?:học|mới|âm|dương|châu|nước|bên|tài|thứ)(?!\w)")
_EDGE_OF_THIS = re.compile(r"hồi (?:đầu|giữa) {1,2}\Z")
_ATTACHED = re.compile(r"(?: {0,2}[,-] {0,2}| {1,2}| {0,2}(?P<open>\() ?)(?:tức )?(?P<word>(?:ngày|hôm) )?(?=\d)")
_QUARTER_YEAR = re.compile(r"[/-](\d{4})(?!\d)")
_SEASON_YEAR = re.compile(r" {1,2}(?:năm )?(\d{4})(?!\d)")
_MANY_BEFORE = re.compile(r"những {1,2}\Z")
_MAY_GOES_ON = re.compile(r" {1,2}(?:\d|nay|ngoái|tới|sau|qua|trước)")
_MONTH_BEFORE = re.compile(r"(?:hồi|vào|đầu|cuối|giữa|trong|từ|đến) {1,2}\Z")
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


class SpanReader:
    """Reads points longer than a day in a folded text; `steps` counts what was tried."""

    def __init__(self, text: str, lower: str, words: DateWords) -> None:
        self.text, self.lower, self.words = text, lower, words
        self.steps = 0

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Try a pattern at a position, and count it."""
        self.steps += 1
        return pattern.match(self.lower, position)

    def before(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Try a pattern on the few characters that end at a position, and count it."""
        self.steps += 1
        return pattern.search(self.lower[max(0, position - _BEFORE) : position])

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
        point = self._month_name(position + 6, sure=False)
        if point and not self.before(_REVOLUTION_BEFORE, position):
            point.start = position
            return point
        if point is None and self.before(_EDGE_OF_THIS, position):
            return Point("month", position, position + 5, relative="this_month", tense="past", announced=True)
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
        if found[0] == "năm" and self.match(_MAY_GOES_ON, found.end()):
            return False
        return bool(self.before(_MONTH_BEFORE, position - 6))

    def _unit(self, unit: str, position: int) -> tuple[str, int] | None:
        """ "trước", "này", "ngoái" after a unit of time, as "last_week" and where it ends."""
        found = self.match(self.words.unit, position)
        if found and (value := self.words.units.get((unit, found[0]))):
            if self.lower.startswith((" khi ", " đó", " đây"), found.end()):
                return None
            return f"{value}_{unit}", found.end()
        return None

    def _year(self, position: int) -> Point | None:
        """ "năm 2024", "năm 1976-1980", "năm ngoái", "cuối năm", "những năm 1960"."""
        if not self.lower.startswith("năm", position) or self.lower[position + 3 : position + 4].isalnum():
            return None
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
        return self._decade(position) if self.before(_MANY_BEFORE, position) else None

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
        if year := self.match(_QUARTER_YEAR, point.end):
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
        if year := self.match(_SEASON_YEAR, point.end):
            point.first, point.end = Day(int(year[1]), point.first.month), year.end()
        else:
            self._year_after(point)
        return point if possible(Day(point.first.year)) and (point.first.year or point.relative) else None

    def _numbers(self, position: int, announced: bool) -> Numbers | None:
        self.steps += 1
        return read_numbers(self.lower, position, announced)

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
        elif (found := self.match(_YEAR_WORD_AFTER, point.end)) and (unit := self._unit("year", found.end())):
            point.relative, point.end = unit
