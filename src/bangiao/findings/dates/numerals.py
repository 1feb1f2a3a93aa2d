"""Which bare numbers are dates: "12/6" may be a day, a share, a law's number, or the name of a street."""

import re

from bangiao.findings.dates.joins import Chain, JoinReader

_NAME_OF_DAY = re.compile(r"(?<!\w)Ngày (?=[^\W\d_])(?=[A-ZĐÀÁẢÃẠÂĂÈÉÊÌÍÒÓÔƠÙÚƯÝ])")
_SENTENCE_END = re.compile(r"[.;:!?\n]\s|\n")
_QUANTITY = re.compile(r"(?:mỗi|một|hằng|hàng|từng|\d) {1,2}\Z")


class NumeralReader(JoinReader):
    """Tells the numbers that are dates from those that count or name something else."""

    def _accepted(self, chain: Chain, floor: int) -> bool:
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
        if self.match(self.words.figure_after, chain.end):
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
        return bool(before) or bool(self.match(self.words.counted_after, head.end)) or head.end - head.start > 12

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
