"""Standing mechanisms between two sides, and their sessions by number: "Kỳ họp lần thứ 47 Ủy ban liên Chính phủ …"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from bangiao.resolution.names import name_key
from bangiao.resolution.spoken_of import Named, countries_in
from bangiao.resolution.tables import any_of, openings, table
from bangiao.text.fold import fold

_NEAR = 90  # characters after a mechanism's name in which its sides and its number stand
_CLOSE = 45  # characters around a session in which the words stand that say it takes place
_STOP = re.compile(r"[,;.:!?()\n]")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Mechanism(Struct, frozen=True):
    """A mechanism named in a sentence, with offsets in that sentence.

    `key` is its kind, `sides` the countries named beside it (empty where none is), `number` that of the session,
    `convened` whether it is told to take place, `ahead` whether the words before say that it lies ahead, `yearly`
    whether the sentence says that the mechanism meets every year.
    """

    key: str
    start: int
    end: int
    sides: frozenset[str]
    number: int | None = None
    convened: bool = False
    ahead: bool = False
    yearly: bool = False


@lru_cache(maxsize=4096)
def mechanisms(sentence: str) -> tuple[Mechanism, ...]:
    """The mechanisms that a sentence names, in order."""
    return tuple(_mechanisms(sentence))


def _mechanisms(sentence: str) -> Iterator[Mechanism]:
    folded = fold(sentence)
    for match in _heads().finditer(folded.lower):
        start, end = folded.back(match.start(), match.end())
        near = sentence[end : end + _NEAR]
        stop = _STOP.search(near)
        after = end + (stop.start() if stop else len(near))
        named = _beside(sentence, start, after)
        number, first, last = _number(folded.lower, match.start(), match.end(), after)
        yield Mechanism(
            _keys()[match[0]],
            min(start, first),
            max(end, last, *(one[1] for one in named)),
            frozenset(code for _, _, code in named),
            number,
            bool(number) and _convened(folded.lower, first, last),
            bool(number and _words("ahead").search(folded.lower, max(0, first - 60), first)),
            bool(_words("yearly").search(folded.lower)),
        )


def names_mechanism(lower: str) -> bool:
    """Whether a text, folded and in lower case, names any mechanism: one quick look."""
    return any(word in lower for word in _rare()) and bool(_heads().search(lower))


def reviews(sentence: str) -> bool:
    """Whether a sentence tells that what was done so far was reviewed."""
    return bool(_words("review").search(fold(sentence).lower))


def adopts(sentence: str) -> bool:
    """Whether a sentence tells a plan: the act that adopts it before its name, or a period with what is to be done."""
    lower = fold(sentence).lower
    act = _words("adopt").search(lower)
    if act and _words("plan").search(lower, act.end()):
        return True
    return bool(_STRETCH.search(lower) and _words("programme").search(lower))


def periods(sentence: str) -> tuple[str, ...]:
    """The periods that a sentence names as they stand there: "6 tháng cuối năm 2023", "giai đoạn 2021-2025"."""
    folded = fold(sentence)
    return tuple(sentence[slice(*folded.back(*match.span()))] for match in _PERIOD.finditer(folded.lower))


_STRETCH = re.compile(r"(?<!\w)(?:tháng (?:đầu|cuối) năm|giai đoạn \d{4}|quý (?:i{1,3}|iv|[1-4])[/ ])")
_PERIOD = re.compile(
    r"(?<!\w)(?:(?:\d{1,2}|sáu|ba|những|các) tháng (?:đầu|cuối) năm(?: \d{4})?"
    r"|giai đoạn (?:\d{4}|từ \d{4})(?: ?[-–] ?| đến )\d{4}"
    r"|quý (?:i{1,3}|iv|[1-4])(?:/| năm )\d{4}|nhiệm kỳ \d{4} ?[-–] ?\d{4}"
    r"|từ đầu năm(?: \d{4})?(?: đến nay)?|(?:trong |cho )năm \d{4}|năm \d{4})(?!\w)"
)


def _convened(lower: str, start: int, end: int) -> bool:
    """Whether the words around a session tell that it takes place."""
    words = table("mechanisms")["convened"]
    before, after = lower[max(0, start - _CLOSE) : start], lower[start : end + _CLOSE]
    if lower[:start].strip() in words["opening"]:
        return True
    return any(f" {one} " in f" {before}" for one in words["before"]) or any(
        f" {one} " in f"{after} " for one in words["after"]
    )


def _beside(sentence: str, start: int, after: int) -> list[Named]:
    """The first two countries named in a stretch: those whose mechanism it is."""
    found: dict[str, Named] = {}
    for one in countries_in(sentence):
        if start <= one[0] < after and len(found) < 2:
            found.setdefault(one[2], one)
    return list(found.values())


def _number(lower: str, start: int, end: int, after: int) -> tuple[int | None, int, int]:
    """The session's number with its words: right before the name, else after it; null where none stands there."""
    before = _before().search(lower, max(0, start - 60), start)
    if before and before.end() == start:
        return _value(before["number"]), before.start(), end
    behind = _behind().search(lower, end, after)
    if behind:
        return _value(behind["number"]), start, behind.end()
    return None, start, end


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    return {name_key(word): row["key"] for row in table("mechanisms")["mechanism"] for word in row["words"]}


@lru_cache(maxsize=1)
def _rare() -> tuple[str, ...]:
    return openings(_keys())


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return any_of(_keys())


@lru_cache(maxsize=8)
def _words(part: str) -> re.Pattern[str]:
    return any_of(map(name_key, table("mechanisms")[part]["words"]))


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    row = table("mechanisms")["ordinals"]
    also: dict[str, int] = row["also"]
    return {str(word): at for at, word in enumerate(row["words"], 1)} | also


@lru_cache(maxsize=1)
def _numeral() -> str:
    words = sorted(_ordinals(), key=len, reverse=True)
    return r"(?P<number>\d{1,3}|[ivxl]{1,7}|" + "|".join(words) + r")(?!\w)"


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    sessions = "|".join(map(re.escape, table("mechanisms")["sessions"]["words"]))
    filler = r"(?: của| cơ chế| họp| cuộc họp)*"
    return re.compile(rf"(?<!\w)(?:{sessions})(?: lần)?(?: thứ)? {_numeral()}{filler} ")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    sessions = "|".join(map(re.escape, table("mechanisms")["sessions"]["words"]))
    return re.compile(rf"(?<!\w)(?:{sessions})(?: lần)?(?: thứ)? {_numeral()}")


def _value(words: str) -> int | None:
    if words.isdecimal():
        return int(words)
    if words in _ordinals():
        return _ordinals()[words]
    digits = [_ROMAN.get(letter, 0) for letter in words]
    total = sum(-one if one < next_ else one for one, next_ in zip(digits, [*digits[1:], 0], strict=True))
    return total or None
