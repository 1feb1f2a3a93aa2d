"""When two spellings are surely one person or one body: every syllable the same, and the same side."""

import unicodedata
from functools import lru_cache

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


@lru_cache(maxsize=65536)
def person_id(name: str, label: str) -> str:
    """The id of the person of this name on this side, before any decision."""
    return short_id("p", name_key(name), label)


def office_id(post: str, label: str) -> str:
    """The id of an office: a post, in the form that compares, on a side."""
    return short_id("o", post, label)


def best_spelling(spellings: list[str]) -> str:
    """The spelling to show: in Latin letters, in full, with its marks; not in capitals, not by syllables."""
    return min(spellings, key=_plainness)


def _plainness(name: str) -> tuple[bool, bool, bool, bool, int, bool, str]:
    foreign = any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in name)
    marks = sum(letter not in plain(letter) for letter in name.lower())
    return name.isupper(), foreign, "." in name, "-" in name and " " in name, -marks, name != fold(name).text, name
