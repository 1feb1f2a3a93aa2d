"""Date expressions of several points, and the words around them: từ … đến, và, hoặc, cuối, khoảng, giờ địa phương."""

import re

from bangiao.findings.dates.joins import Chain
from bangiao.findings.dates.numerals import NumeralReader
from bangiao.findings.dates.spans import Point
from bangiao.findings.dates.words import DateWords
from bangiao.model.dates import DateMention, Day, Open, Tense

_UNTIL = ("đến hết", "cho đến", "cho tới", "đến", "tới", "trước")
_FROM = ("từ", "sau")
_RESTATED_BEFORE = re.compile(r"(?:\(|,|;| )(?:tức|tức là|nhằm) (?:là |vào )?\Z")
_GAP = re.compile(r" {1,2}")
_OPEN_ENDED = ("qua", "rồi", "tới")


class ChainReader(NumeralReader):
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
        if not self._fill(chain) or not self._accepted(chain, floor):
            return None
        if counted:
            head.start = counted
        return self._built(chain, floor)

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
        found = self.before(self.words.about_before, start)
        if found and start - len(found[0]) >= floor:
            return start - len(found[0]), True
        return start, False

    def _tense(self, chain: Chain, end: int) -> Tense | tuple[Tense, int] | None:
        """ "tháng 12 tới", "ngày 5/3 vừa qua"; "tới" before a place is *to*, so it needs a stop after it."""
        gap = self.match(_GAP, end)
        if chain.head.kind not in ("day", "month", "period") or not gap or chain.head.relative not in (None, "weekday"):
            return None
        found = self.match(self.words.tense, gap.end())
        if not found or (found[0] in _OPEN_ENDED and not self.match(self.words.stop_after, found.end())):
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
        if word in _UNTIL and not self.before(self.words.arrives_before, before):
            return before, "start", None
        return (before, "end", None) if word in _FROM else (start, None, None)

    def _zone(self, end: int) -> tuple[bool, bool]:
        """Whether the words after the date say local time, and whether they say home time."""
        found = self.match(self.words.local, end)
        if not found:
            return False, False
        home = found[1] in self.words.home_times
        named = found[1] in self.words.zones or self.text[found.start(1)].isupper()  # "giờ Mỹ", but not "giờ đã"
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
