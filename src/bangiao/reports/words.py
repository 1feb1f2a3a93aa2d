"""The words of page furniture in every language that has a table, ready for matching."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from bangiao.languages.load import read_entries
from bangiao.text.fold import fold_tones

LANGUAGES = ("vi", "en", "ja")
LABEL_WORDS = 8  # a label of page furniture has at most so many words
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WIDE_LABEL = 20  # characters
_NOT_WORD = re.compile(r"[^\w\s'.-]+")
WordKind = Literal[
    "others",
    "more",
    "replies",
    "tools",
    "notice",
    "updated",
    "published",
    "weekday",
    "clock",
    "credit",
    "compiled",
    "reporter",
    "byline",
    "picture",
    "position",
    "scene",
    "pose",
    "masthead",
    "announce",
    "tie",
    "tense",
]


class PageWords(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a page table: words of one kind, with what they mean and where they are used."""

    kind: WordKind
    words: tuple[str, ...]
    gloss: str
    source: str


class MonthWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The names of one month."""

    number: int
    words: tuple[str, ...]


class EraWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The name of an era; its first year follows the year `before`."""

    words: tuple[str, ...]
    before: int
    gloss: str
    source: str


def plain(text: str) -> str:
    """Text in the form in which the tables are matched: composed, lower case, old-style tone marks."""
    return fold_tones(unicodedata.normalize("NFC", text)).lower()


@lru_cache(maxsize=1)
def _by_kind() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for entry in read_entries(language, "page", "words", PageWords):
            found.setdefault(entry.kind, {}).update(dict.fromkeys(map(plain, entry.words)))
    return {kind: tuple(words) for kind, words in found.items()}


def words_of(kind: WordKind) -> tuple[str, ...]:
    """All words of one kind, in matching form, the longest first."""
    return tuple(sorted(_by_kind().get(kind, ()), key=len, reverse=True))


def is_wide(text: str) -> bool:
    """Whether a text is written without spaces between words."""
    return _WIDE.search(text) is not None


def choice(words: tuple[str, ...]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def words_pattern(kind: WordKind) -> str:
    """A pattern that matches any word of a kind, as a whole word."""
    return rf"(?<!\w)(?:{choice(words_of(kind))})(?!\w)"


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Names of months and their numbers."""
    rows = [row for language in LANGUAGES for row in read_entries(language, "page", "month", MonthWords)]
    return {plain(word): row.number for row in rows for word in row.words}


@lru_cache(maxsize=1)
def eras() -> dict[str, int]:
    """Names of eras and the year before each began."""
    rows = [row for language in LANGUAGES for row in read_entries(language, "page", "era", EraWords)]
    return {word: row.before for row in rows for word in row.words}


@lru_cache(maxsize=1)
def _labels() -> dict[str, WordKind]:
    kinds: tuple[WordKind, ...] = ("tools", "replies", "others")
    return {word: kind for kind in kinds for word in words_of(kind)}


@lru_cache(maxsize=1)
def _notice() -> re.Pattern[str]:
    return re.compile("©|" + choice(words_of("notice")))


def label_kind(text: str, size: int) -> WordKind | None:
    """What kind of furniture a line is: phrases of the tables and nothing else, or a phrase with two words beside it.

    What follows a label and a colon ("Từ khóa: …") belongs to the label.
    """
    head, colon, _ = text[:60].partition(":")
    if colon and (kind := _labels().get(" ".join(plain(head).split()))) in ("tools", "replies"):
        return kind
    if size > 2 * LABEL_WORDS:
        return None
    words = _NOT_WORD.sub(" ", plain(_unglued(text[:200]))).split()
    if len(words) > 2 * LABEL_WORDS:
        return None
    if len(words) == 1 and (kind := _wide_kind(words[0])):
        return kind
    return _row_kind(words)


def _unglued(text: str) -> str:
    """Labels that stood beside each other without a space, apart again: "Chia sẻFacebook"."""
    if not any(a.islower() and b.isupper() for a, b in pairwise(text)):
        return text
    return text[0] + "".join(f" {b}" if a.islower() and b.isupper() else b for a, b in pairwise(text))


def _wide_kind(word: str) -> WordKind | None:
    """The kind of a label in a script without spaces, by its end: 「メールでシェアする」."""
    if len(word) > _WIDE_LABEL or not is_wide(word):
        return None
    return next((kind for label, kind in _labels().items() if len(label) > 3 and word.endswith(label)), None)


def _row_kind(words: list[str]) -> WordKind | None:
    """The kind of the first label when labels cover a row of words, but for two words before or after them."""
    labels, kind, index = _labels(), None, 0
    covered: list[bool] = []
    while index < len(words):
        for count in range(min(LABEL_WORDS, len(words) - index), 0, -1):
            found = labels.get(" ".join(words[index : index + count]))
            if found:
                kind = kind or found
                break
        else:
            count, found = 1, None
        covered.extend([found is not None or words[index].isdigit()] * count)
        index += count
    loose = covered.count(False)
    if loose == 0 or kind is None:
        return kind
    one_side = all(covered[loose:]) or all(covered[:-loose])
    enough = loose <= 2 and len(words) - loose >= (2 if kind == "others" else 3)
    return kind if (one_side and enough) or 5 * loose <= len(words) else None


def is_notice(text: str) -> bool:
    """Whether a line speaks of the page itself: copyright, licence, cookies, membership."""
    return _notice().search(plain(text)) is not None
