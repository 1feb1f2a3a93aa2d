"""Dates that belong to something else than a contact: "kể từ khi nhậm chức vào tháng 7", "được thành lập năm 1995"."""

from msgspec.structs import replace

from bangiao.findings.phrases.phrase import Phrase
from bangiao.languages.grammar import Grammar

_REACH = 40  # code points between the words and their date


def of_others(phrases: list[Phrase], lower: str, grammar: Grammar) -> list[Phrase]:
    """The phrases, with the dates of an election, an inauguration or a founding marked as no contact's."""
    return [
        replace(phrase, date=replace(phrase.date, anniversary=True))
        if phrase.date is not None and _of_other(phrases, index, lower, grammar)
        else phrase
        for index, phrase in enumerate(phrases)
    ]


def _of_other(phrases: list[Phrase], index: int, lower: str, grammar: Grammar) -> bool:
    """Whether words of another event stand before a date, with neither a comma nor a contact between."""
    start = index
    while start and phrases[start - 1].kind not in ("mark", "trigger", "date") and phrases[start - 1].text != ",":
        start -= 1
    before = lower[max(phrases[start].start, phrases[index].start - _REACH) : phrases[index].start]
    return any(words in before for words in grammar.other_events)
