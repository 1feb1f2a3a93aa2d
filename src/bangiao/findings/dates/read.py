"""Find the dates that a text tells, and write them in EDTF.

`find_dates` reads words only. `to_edtf` supplies, from the day of publication alone, what the words leave
out; without it a year stays XXXX and "hôm nay" stays unknown.
"""

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from bangiao.findings.dates.chains import ChainReader
from bangiao.findings.dates.edtf import to_edtf
from bangiao.findings.dates.words import date_words
from bangiao.model.dates import DateMention, Day

__all__ = ["DateMention", "DateScanner", "Day", "find_dates", "to_edtf"]


@lru_cache(maxsize=4)
def _automaton(language: str) -> AhoCorasick:
    """Every word that can begin a date, and the digits: one pass finds the places to try."""
    words = [*sorted(date_words(language).starts), *"0123456789"]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


class DateScanner:
    """One pass over a text; `steps` counts the places tried, for showing that the cost grows with the length."""

    def __init__(self, text: str, language: str = "vi") -> None:
        lower = text.lower()
        if len(lower) != len(text):  # İ and a few others grow when lowered
            lower = "".join(ch.lower() if len(ch.lower()) == 1 else ch for ch in text)
        self.lower = lower
        self.automaton = _automaton(language)
        self.reader = ChainReader(text, lower, date_words(language))
        self.steps = 0

    def mentions(self) -> list[DateMention]:
        """All date expressions, in order; they do not overlap."""
        found: list[DateMention] = []
        floor = 0
        for _, start, _ in self.automaton.find_matches_as_indexes(self.lower):
            if start < floor or not self._begins_word(start):
                continue
            self.steps += 1
            if mention := self.reader.mention(start, floor):
                found.append(mention)
                floor = mention.end
        self.steps += self.reader.steps
        return found

    def _begins_word(self, start: int) -> bool:
        """Whether no word or number runs on into this place ("G20", "3,5", "Covid-19")."""
        before = self.lower[start - 1 : start]
        if before.isalnum():
            return False
        if before and before in ",.-/" and self.lower[start].isdecimal():
            return not self.lower[start - 2 : start - 1].isalnum()
        return True


def find_dates(text: str) -> list[DateMention]:
    """The date expressions of a folded text, in order, none overlapping another."""
    return DateScanner(text).mentions()
