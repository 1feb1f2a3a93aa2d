"""Date expressions of several points, and the words around them: từ … đến, và, hoặc, cuối, khoảng, giờ địa phương."""

import re

from msgspec import Struct

from bangiao.findings.dates.numbers import fill_from, in_order, possible
from bangiao.findings.dates.points import PointReader
from bangiao.findings.dates.spans import Point
from bangiao.findings.dates.words import DateWords
from bangiao.model.dates import DateMention, Day, Narrow, Open, Tense

_RANGE = re.compile(r"(?: {0,2}- {0,2}| {1,2}(?:cho đến|cho tới|đến|tới)(?: hết| khoảng)? {1,2})(?:hết )?")
_LIST = re.compile(r"(?: {0,2}, {0,2}| {1,2}(?:và|hoặc|hay|rồi) {1,2})")
_EITHER = ("hoặc", "hay")
_UNTIL_NOW = re.compile(r" {1,2}(?:cho )?(?:đến|tới) (?:nay|giờ)(?!\w)")
_COUNT_BEFORE = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|các|những|[2-9]) {1,2}\Z")
_APPROXIMATE_BEFORE = re.compile(r"(?<!\w)(?:khoảng|chừng) {1,2}\Z")
_LINK_BEFORE = re.compile(
    r"(?<!\w)(?P<link>từ|đến hết|cho đến|cho tới|đến|tới|trước|sau|hồi|vào|trong|dịp)(?: lúc| khoảng)? {1,2}\Z"
)
_ARRIVES_BEFORE = re.compile(r"(?<!\w)(?:đã|vừa|sẽ|đang|mới|vừa mới|đưa|khi|đi) {1,2}\Z")
_UNTIL = ("đến hết", "cho đến", "cho tới", "đến", "tới", "trước")
_FROM = ("từ", "sau")
_HOME_TIME = ("việt nam", "hà nội", "vn")
_ZONES = ("địa phương", "gmt", "miền", "bờ")
_LOCAL = re.compile(r" {0,2}[,(]? ?(?:theo )?(?:múi )?giờ (địa phương|việt nam|hà nội|vn(?!\w)|gmt|[^\W\d_]+)")
_RESTATED_BEFORE = re.compile(r"(?:\(|,|;| )(?:tức|tức là|nhằm) (?:là |vào )?\Z")
_NAME_OF_DAY = re.compile(r"(?<!\w)Ngày (?=[^\W\d_])(?=[A-ZĐÀÁẢÃẠÂĂÈÉÊÌÍÒÓÔƠÙÚƯÝ])")
_SENTENCE_END = re.compile(r"[.;:!?\n]\s|\n")
_NOT_A_DATE_AFTER = re.compile(
    r" ?%| (?:số|đại biểu|triệu|tỷ|tỉ|usd|điểm|phiếu|thành viên|ghế|tổng|dân|diện tích|thời gian)(?!\w)"
)
_UNIT_AFTER = re.compile(
    r" {1,2}(?:chiến sĩ|lần|người|giờ|tiếng|phút|tỷ|tỉ|triệu|nghìn|ngàn|đồng|năm|ngày|đoàn|nước|thành viên|%|ca|vụ|km|"
    r"tấn)(?!\w)"
)
_COUNTS_AFTER = re.compile(r" ?%| {1,2}(?:tháng|năm|ngày|nước|đại|lần|văn|tỷ|tỉ|triệu)")
_BARE_YEAR = re.compile(r"(\d{4})(?!\d)(?![.,/-]\d)")
_EDGE = re.compile(r"(?:đầu|giữa|cuối|hết) {1,2}")
_QUANTITY = re.compile(r"(?:mỗi|một|hằng|hàng|từng|\d) {1,2}\Z")
_GAP = re.compile(r" {1,2}")
_STOP_AFTER = re.compile(r" {0,2}(?:[.,;:)\]\"'!?\n-]|\Z)| {1,2}(?:ở|tại|theo|giữa|nhằm|là|sẽ|trong|do|của)(?!\w)")
_OPEN_ENDED = ("qua", "rồi", "tới")
_CALENDAR_KINDS = ("day", "month", "year")
_LIMIT = 8


class Chain(Struct):
    """Points joined into one expression: an interval, or a list of days."""

    points: list[Point]
    interval: bool = False
    either: bool = False
    open_end: bool = False

    @property
    def head(self) -> Point:
        return self.points[0]

    @property
    def end(self) -> int:
        return self.points[-1].end


class ChainReader(PointReader):
    """Reads whole date expressions of a folded text."""

    def __init__(self, text: str, lower: str, words: DateWords) -> None:
        super().__init__(text, lower, words)
        self.previous: DateMention | None = None

    def mention(self, position: int, floor: int) -> DateMention | None:
        """The date expression whose first number or word of time stands here; `floor` is where the last one ended."""
        head = self.point(position)
        if head is None:
            return None
        if head.kind in ("vague", "feast", "week"):
            self._edged(head, floor)
            return self._built(Chain([head]), floor)
        self._edged(head, floor)
        counted = self._counted(head, floor)
        chain = self._chained(head, counted, floor)
        if not self._fill(chain) or not self._accepted(chain, counted, floor):
            return None
        if counted:
            head.start = counted
        return self._built(chain, floor)

    def _counted(self, head: Point, floor: int) -> int:
        """Where the count of days begins in "hai ngày 24 và 25/11", else 0."""
        if not self.lower.startswith("ngày ", head.start):
            return 0
        found = self.before(_COUNT_BEFORE, head.start)
        start = head.start - len(found[0]) if found else 0
        return start if start >= floor else 0

    def _link(self, start: int, floor: int) -> re.Match[str] | None:
        found = self.before(_LINK_BEFORE, start)
        return found if found and start - len(found[0]) >= floor else None

    # joining points

    def _chained(self, head: Point, counted: int, floor: int) -> Chain:
        chain = Chain([head])
        link = self._link(counted or head.start, floor)
        opened = link is not None and link["link"] == "từ"
        if head.last is None and self._ranged(chain, opened):
            return chain
        if opened and (now := self.match(_UNTIL_NOW, head.end)):
            head.end, head.tense, chain.open_end = now.end(), "past", True
            return chain
        while len(chain.points) < _LIMIT and self._listed(chain, bool(counted)):
            pass
        return chain

    def _ranged(self, chain: Chain, opened: bool) -> bool:
        head = chain.head
        found = self.match(_RANGE, head.end)
        following = self._following(found.end(), head, mixed=opened) if found else None
        if not found or not following or following.last:
            return False
        if "-" in found[0] and following.lone:
            return False
        if following.lone and not (head.lone or opened):
            return False
        chain.points.append(following)
        chain.interval = True
        return True

    def _listed(self, chain: Chain, counted: bool) -> bool:
        last = chain.points[-1]
        found = self.match(_LIST, last.end)
        if not found or last.last:
            return False
        following = self._following(found.end(), last)
        if not following:
            return False
        comma, full = found[0].strip() == ",", not last.lone
        lends = last.first.year is None and following.first.year is not None
        if full and (comma or (self._repeats(following) and not lends)) and not counted:
            return False
        if full and following.lone:
            return False
        if following.last and not last.lone:
            return False
        chain.points.append(following)
        chain.either = chain.either or found[0].strip() in _EITHER
        return True

    def _repeats(self, point: Point) -> bool:
        """Whether the point says its own word for day or part of the day."""
        return not self.lower[point.start].isdecimal()

    def _following(self, position: int, before: Point, mixed: bool = False) -> Point | None:
        """The next point of the same kind; bare numbers go on in the unit of the point before.

        `mixed` allows another kind: "từ năm 2006 đến tháng 8/2011".
        """
        edge = self.match(_EDGE, position)
        start = edge.end() if edge else position
        if self.lower[start : start + 1].isdecimal():
            return self._bare(start, before)
        point = self.point(start)
        alike = point is not None and (point.kind == before.kind or (mixed and point.kind in _CALENDAR_KINDS))
        if point and alike and point.festival is None:
            if edge:
                point.narrow = self._narrowed(edge[0].strip())
            return point
        return None

    def _bare(self, position: int, before: Point) -> Point | None:
        if before.kind == "year":
            year = self.match(_BARE_YEAR, position)
            day = Day(int(year[1])) if year else None
            return Point("year", position, year.end(), day) if year and day and possible(day) else None
        if before.kind == "month":
            point = self._month_name(position, sure=False)
            if point and not self.match(_COUNTS_AFTER, point.end):
                point.start = position
                return point
            return None
        if before.kind != "day":
            return None
        point = self._number_after(position, position, None)
        if point:
            point.announced = False
        return point

    def _fill(self, chain: Chain) -> bool:
        """Hand month and year back from the last point to those before; false for an impossible sequence."""
        points = chain.points
        for point in points:
            if point.relative and point.first == Day() and len(points) > 1:
                return chain.interval
        if len(points) == 1:
            return possible(chain.head.first)
        for index in range(len(points) - 2, -1, -1):
            following = points[index + 1]
            if points[index].kind == following.kind:
                points[index].first = fill_from(points[index].first, following.first)
            if points[index].relative is None and following.relative in ("last_year", "this_year", "next_year"):
                points[index].relative = following.relative
        first, last = points[0].first, points[-1].first
        if chain.interval and last.year is None and first.year is not None:
            turns = (last.month or 13) < (first.month or 0)
            points[-1].first = last = Day(first.year + turns, last.month, last.day)
        days = [point.first for point in points]
        return all(possible(day) for day in days) and (not chain.interval or in_order(first, last))

    # which bare numbers are dates

    def _accepted(self, chain: Chain, counted: int, floor: int) -> bool:
        head = chain.head
        if head.kind == "month" and not head.announced:  # "(9/2016)", "từ 9/2016"
            linked = self._link(head.start, floor) is not None
            return (linked or self._bracketed(head.start, chain.end)) and not self._numbered(head.start, chain.end)
        if head.kind != "day":
            return True
        if head.announced:
            return not (head.lone and head.relative is None and self._is_count(chain))
        if head.first.month is None or self._numbered(head.start, chain.end):
            return False
        return head.first.year is not None or self._placed(chain, floor)

    def _placed(self, chain: Chain, floor: int) -> bool:
        """Whether bare numbers without a year stand where only a date can stand."""
        head = chain.head
        if self.match(_NOT_A_DATE_AFTER, chain.end):
            return False
        link = self._link(head.start, floor)
        bracketed, event = self._bracketed(head.start, chain.end), self.before(self.words.event_before, head.start)
        ranged = chain.interval or head.last is not None
        if head.slashed or chain.points[-1].slashed:
            saying = self.lower[head.start : chain.end] in self.words.idioms
            headed = self.text[chain.end : chain.end + 2] == ": " and not saying
            return bool(ranged or link or bracketed or event or headed or self._names(head.start, chain.end))
        if len(chain.points) > 1:
            return link is not None or bracketed
        # a dash alone may part goals, pages or prices: only a high day tells "12-6" from them
        day, linked = head.first.day or 0, link is not None and link["link"] != "từ"
        return (day > 9 and bool(event)) or (day > 12 and (bracketed or linked))

    def _is_count(self, chain: Chain) -> bool:
        """ "ngày 64 chiến sĩ", "mỗi ngày 8 giờ": a number beside the word for day that counts something else."""
        head = chain.head
        if len(chain.points) > 1:
            return False
        if head.part and not self.lower[head.end - 8 : head.end].count("ngày"):
            return True
        before = self.before(_QUANTITY, head.start)
        return bool(before) or bool(self.match(_UNIT_AFTER, head.end)) or head.end - head.start > 12

    def _numbered(self, start: int, end: int) -> bool:
        """A law's number, a share, a score, the name of a street: no date."""
        follows = self.text[end : end + 2]
        if follows[:1] == "/" and follows[1:2].isalpha():
            return True
        return (follows[:1] == "-" and follows[1:2].isalpha()) or bool(self.before(self.words.refuse_before, start))

    def _bracketed(self, start: int, end: int) -> bool:
        return self.text[start - 1 : start] in ("(", "[") and self.text[end : end + 1] in (")", ",", ";", "]")

    def _names(self, start: int, end: int) -> bool:
        """Whether the numbers name or date a day of remembrance: "Quốc khánh 2/9"."""
        stretch = self.text[max(0, start - 60) : start]
        for stop in _SENTENCE_END.finditer(stretch):
            stretch = " " * stop.end() + stretch[stop.end() :]
        stretch = stretch[stretch.rfind(",") + 1 :]
        bare = self._bracketed(start, end) or not stretch.endswith("(")
        return bare and bool(self.words.anniversary_before.search(stretch.lower()) or _NAME_OF_DAY.search(stretch))

    # the mention

    def _built(self, chain: Chain, floor: int) -> DateMention:
        head = chain.head
        start, end = head.start, chain.end
        start, approximate = (start, False) if head.clock else self._approximate(start, floor)
        tense = self._tense(chain, end)
        if isinstance(tense, tuple):
            tense, end = tense
        start, opened, hinted = self._opened(chain, start, floor)
        local, home = self._zone(end)
        first, last, also = _days(chain)
        mention = DateMention(
            start,
            end,
            first,
            last,
            also,
            either=chain.either,
            relative=head.relative or (chain.points[-1].relative if len(chain.points) > 1 else None),
            weekday=head.weekday,
            offset=head.offset,
            part_of_day=head.part,
            clock=head.clock,
            local_time=local,
            open=opened,
            narrow=head.narrow,
            era=head.era,
            festival=head.festival,
            lunar=any(point.lunar for point in chain.points),
            approximate=approximate,
            anniversary=self._commemorates(chain, first, last),
            restates=self._restates(start, home, floor),
            tense=tense or hinted or head.tense,
        )
        self.previous = mention
        return mention

    def _narrowed(self, word: str) -> Narrow | None:
        value = self.words.edges.get(word)
        if value == "start" or value == "first_half":
            return "start"
        if value == "middle":
            return "middle"
        return "end" if value in ("end", "second_half") else None

    def _edged(self, head: Point, floor: int) -> None:
        """Take "cuối", "nửa đầu" before a week, month or year; half of a year becomes a period of its own."""
        if head.kind not in ("week", "month", "year", "period"):
            return
        found = self.before(self.words.edge_before, head.start)
        if not found or head.start - len(found[0]) < floor:
            return
        value = self.words.edges[found[0].strip()]
        if value in ("first_half", "second_half") and head.kind == "year" and head.last is None:
            head.first = Day(head.first.year, 40 if value == "first_half" else 41)
        head.start, head.narrow = head.start - len(found[0]), self._narrowed(found[0].strip())

    def _approximate(self, start: int, floor: int) -> tuple[int, bool]:
        found = self.before(_APPROXIMATE_BEFORE, start)
        if found and start - len(found[0]) >= floor:
            return start - len(found[0]), True
        return start, False

    def _tense(self, chain: Chain, end: int) -> Tense | tuple[Tense, int] | None:
        """ "tháng 12 tới", "ngày 5/3 vừa qua"; "tới" before a place is *to*, so it needs a stop after it."""
        gap = self.match(_GAP, end)
        if chain.head.kind not in ("day", "month", "period") or not gap or chain.head.relative not in (None, "weekday"):
            return None
        found = self.match(self.words.tense, gap.end())
        if not found or (found[0] in _OPEN_ENDED and not self.match(_STOP_AFTER, found.end())):
            return None
        value: Tense = "future" if self.words.tenses[found[0]] == "future" else "past"
        return value, found.end()

    def _opened(self, chain: Chain, start: int, floor: int) -> tuple[int, Open | None, Tense | None]:
        """Take "từ", "đến", "trước", "sau" before the date, which open one end of it."""
        if chain.open_end:
            found = self._link(start, floor)
            return (start - len(found[0]) if found else start), "end", None
        found = self._link(start, floor)
        word = found["link"] if found else ""
        if (
            not found
            or chain.head.kind in ("vague", "feast")
            or chain.head.era
            or (chain.head.kind == "week" and word != "từ")
        ):
            return start, None, None
        if word == "hồi":
            return start, None, "past"
        whole = chain.interval or chain.head.last is not None
        before = start - len(found[0])
        if whole or chain.points[1:]:
            return (before if word == "từ" and whole else start), None, None
        if word in _UNTIL and not self.before(_ARRIVES_BEFORE, before):
            return before, "start", None
        return (before, "end", None) if word in _FROM else (start, None, None)

    def _zone(self, end: int) -> tuple[bool, bool]:
        """Whether the words after the date say local time, and whether they say home time."""
        found = self.match(_LOCAL, end)
        if not found:
            return False, False
        home = found[1] in _HOME_TIME
        named = found[1] in _ZONES or self.text[found.start(1)].isupper()  # "giờ Mỹ", but not "giờ đã"
        return named and not home, home

    def _restates(self, start: int, home: bool, floor: int) -> bool:
        """Whether the date gives the one just before once more: "(tức sáng 8/3 giờ Việt Nam)"."""
        before = self.previous
        if before is None or start - floor > 40 or before.lunar or before.festival:
            return False
        between = self.lower[floor:start]
        told = home and ("(" in between or "tức" in between or "giờ địa phương" in between)
        return (told or bool(_RESTATED_BEFORE.search(between))) and "." not in between

    def _commemorates(self, chain: Chain, first: Day, last: Day | None) -> bool:
        if first.year and last and last.year and first.day:
            return last.year - first.year > 1 or (first.month, first.day) == (last.month, last.day)
        head = chain.head
        return head.kind == "day" and not head.announced and self._names(head.start, chain.end)


def _days(chain: Chain) -> tuple[Day, Day | None, tuple[Day, ...]]:
    head = chain.head
    if chain.interval:
        return head.first, chain.points[-1].first, ()
    also = tuple(day for point in chain.points[1:] for day in (point.first, point.last) if day)
    return head.first, head.last, also
