"""Where sentences begin and end: a full stop, question or exclamation mark before a capital; never after an initial."""

import re
from collections.abc import Iterator

_END = r"(?<![.!?…])[.!?…]+[\"')\]]*"
_STOP = re.compile(rf"(?:\./\.|{_END})(?=\s+[\"'(\[“‘]?[^\W\d_a-z])|{_END}\s*$")
_ABBREVIATION = re.compile(
    r"(?:(?:^|[\s.(])[A-ZĐ]|\b(?:TP|GS|TS|PGS|ThS|BS|Th|St|Jr|Sr|Mr|Mrs|Ms|Dr|No|vs|tr|Tp|KS|LS|Ts|Gs))\.$"
)


LONGEST = 4000
"""Characters of the longest sentence: what is longer is no sentence, and is read in parts."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of text[start:end], line by line, without the white space around it."""
    for line_start, line_end in _lines(text, start, end):
        begin = line_start
        for match in _STOP.finditer(text, line_start, line_end):
            stop = match.end()
            if stop < line_end and match[0] == "." and _ABBREVIATION.search(text, max(begin, stop - 6), stop):
                continue
            yield from _strip(text, begin, stop)
            begin = stop
        yield from _strip(text, begin, line_end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _strip(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        stop = text.rfind(" ", start + 1, start + LONGEST)
        stop = stop if stop > 0 else start + LONGEST
        yield start, stop
        start = stop + (text[stop] == " ")
    if start < end:
        yield start, end
