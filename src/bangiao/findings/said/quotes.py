"""Whether a word of a sentence is quoted: what X says in quotation marks is not what the sentence tells of X."""

import re

_MARKS = ('"', "“", "”")
_CLOSES = re.compile(r'"\s*[,-]')


def quoted(text: str, span: tuple[int, int], at: int) -> bool:
    """Whether a place of text[span] stands between quotation marks; a quotation may begin in the sentence before."""
    start, end = span
    if text.count("“", start, at) > text.count("”", start, at):
        return True
    closing, opening = text.find("”", at, end), text.find("“", at, end)
    if closing >= 0 and not 0 <= opening < closing:
        return True
    before, after = text.count('"', start, at), text.count('"', at, end)
    if (before + after) % 2 == 0:
        return before % 2 == 1
    first = text.find('"', start, end)
    begun_before = _CLOSES.match(text, first, end) is not None
    return before % 2 == (0 if begun_before else 1)


def has_mark(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark stands in text[start:end]."""
    return any(text.find(mark, start, end) >= 0 for mark in _MARKS)
