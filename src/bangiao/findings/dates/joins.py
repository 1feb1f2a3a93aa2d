"""Points in time joined into one expression: "từ … đến", "và", "hoặc", a dash, a comma."""

import re

from msgspec import Struct

from bangiao.findings.dates.numbers import fill_from, in_order, possible
from bangiao.findings.dates.points import PointReader
from bangiao.findings.dates.spans import Point
from bangiao.model.dates import Day, Narrow

_RANGE = re.compile(r"(?: {0,2}- {0,2}| {1,2}(?:cho đến|cho tới|đến|tới)(?: hết| khoảng)? {1,2})(?:hết )?")
_LIST = re.compile(r"(?: {0,2}, {0,2}| {1,2}(?:và|hoặc|hay|rồi) {1,2})")
_EITHER = ("hoặc", "hay")
_UNTIL_NOW = re.compile(r" {1,2}(?:cho )?(?:đến|tới) (?:nay|giờ)(?!\w)")
_COUNT_BEFORE = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|các|những|[2-9]) {1,2}\Z")
_LINK_BEFORE = re.compile(
    r"(?<!\w)(?P<link>từ|đến hết|cho đến|cho tới|đến|tới|trước|sau|hồi|vào|trong|dịp)(?: lúc| khoảng)? {1,2}\Z"
)
_COUNTS_AFTER = re.compile(r" ?%| {1,2}(?:tháng|năm|ngày|nước|đại|lần|văn|tỷ|tỉ|triệu)")
_BARE_YEAR = re.compile(r"(\d{4})(?!\d)(?![.,/-]\d)")
_EDGE = re.compile(r"(?:đầu|giữa|cuối|hết) {1,2}")
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


class JoinReader(PointReader):
    """Reads points that belong together: an interval, or a list of days."""

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

    def _narrowed(self, word: str) -> Narrow | None:
        value = self.words.edges.get(word)
        if value == "start" or value == "first_half":
            return "start"
        if value == "middle":
            return "middle"
        return "end" if value in ("end", "second_half") else None
