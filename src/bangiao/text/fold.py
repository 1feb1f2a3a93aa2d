"""One spelling for matching: composed letters, one place for the tone mark, one kind of dash and space.

The folded text is what lexicons match on; the map leads every folded position back to the text as given.
"""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t"), " ")
_QUOTES = dict.fromkeys(map(ord, "“”„‟″"), '"') | dict.fromkeys(map(ord, "‘’‛′"), "'")
_ETH = {ord("Ð"): "Đ", ord("ð"): "đ"}
_LETTERS = _DASHES | _SPACES | _QUOTES | _ETH
_ODD = re.compile("[" + re.escape("".join(map(chr, _LETTERS))) + "]")


class Folded(Struct, frozen=True):
    """Folded text with the map back: `origin[i]` is where folded character i began in the text as given."""

    text: str
    lower: str
    origin: tuple[int, ...] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Turn a folded stretch into the stretch of the text as given."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end]


@lru_cache(maxsize=1)
def _tone_table() -> dict[str, str]:
    """hoà → hòa and the like: every pair of letters whose mark moves, in both cases."""
    table = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            for a in (first, first.upper()):
                for b in (second, second.upper()):
                    new = unicodedata.normalize("NFC", a + b + tone)
                    old = unicodedata.normalize("NFC", a + tone + b)
                    table[new] = old
    return table


@lru_cache(maxsize=1)
def _tone_pattern() -> re.Pattern[str]:
    first, second = ("".join(sorted({pair[at] for pair in _tone_table()})) for at in (0, 1))
    # "quý", "quỳ": after q the u belongs to the consonant, the mark stays. The letters stand first in the
    # pattern: they are rare, and a search that begins with a look behind is made at every character
    return re.compile(f"[{first}][{second}](?<![qQ]..)(?!\\w)")


def fold_tones(text: str) -> str:
    """Put tone marks of oa, oe, uy at the end of a syllable on the first vowel; the length stays."""
    table = _tone_table()
    return _tone_pattern().sub(lambda match: table.get(match[0], match[0]), text)


def fold(text: str) -> Folded:
    """Fold text for matching; works on any input and is the identity on folded text."""
    if unicodedata.is_normalized("NFC", text):
        composed, origin = text, None
    else:
        composed, origin = _compose(text)
    folded = fold_tones(_ODD.sub(lambda match: str(_LETTERS[ord(match[0])]), composed))
    lower = folded.lower()
    if len(lower) != len(folded):  # İ and a few others grow when lowered
        lower = "".join(ch.lower() if len(ch.lower()) == 1 else ch for ch in folded)
    return Folded(folded, lower, origin)


def _compose(text: str) -> tuple[str, tuple[int, ...]]:
    """NFC cluster by cluster, so that each composed character knows where it began."""
    out: list[str] = []
    origin: list[int] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and (unicodedata.combining(text[index]) or _joins(text[index - 1], text[index])):
            continue
        cluster = unicodedata.normalize("NFC", text[start:index])
        out.append(cluster)
        origin.extend([start] * len(cluster))
        start = index
    origin.append(len(text))
    return "".join(out), tuple(origin)


def _joins(before: str, after: str) -> bool:
    """Hangul vowel and final jamo compose with what stands before them."""
    return "\u1160" <= after <= "\u11ff" and "\u1100" <= before <= "\u11ff"
