"""When two spellings are surely one person or one body: every syllable the same, and the same side."""

import unicodedata

from bangiao.model.findings import Side
from bangiao.resolution.ids import short_id
from bangiao.text.fold import fold


def side_label(side: Side) -> str:
    """The side in one word: its country code, else its organisation's name, else `?`."""
    return side.country or side.org or "?"


def name_key(name: str) -> str:
    """A name for comparing: lower case, tone marks and dashes in one form, single spaces, all syllables kept."""
    return " ".join(fold(name).lower.replace(".", ". ").split())


def plain(text: str) -> str:
    """Letters without any mark, for people who type without them: "Đỗ Mười" → "do muoi"."""
    bare = unicodedata.normalize("NFD", name_key(text).replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def person_id(name: str, label: str) -> str:
    """The id of the person of this name on this side, before any decision."""
    return short_id("p", name_key(name), label)


def body_id(name: str, label: str) -> str:
    """The id of the body (ministry, committee, province …) of this name on this side."""
    return short_id("b", name_key(name), label)


def office_id(title: str, label: str) -> str:
    """The id of an office as worded, on this side."""
    return short_id("o", name_key(title), label)


def best_spelling(spellings: list[str]) -> str:
    """The spelling to show: not in capitals, in the usual composed letters, else the first by alphabet."""
    return min(spellings, key=lambda one: (one.isupper(), one != fold(one).text, one))
