"""Reasons of inferences and messages in the language of the reader: what is given in English, told again."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

Label = Callable[[str, str], str]
_PLACE = re.compile(r"\{(\w+)\}")
_AS_THEY_ARE = ("any", "words", "other")
_FREE = (*_AS_THEY_ARE, "said")  # any words; those that are said are a message themselves
_VALUE = r"[a-z_]{1,40}"


class Told(Struct, frozen=True):
    """A kind of reason or message: how to know it, and how to tell it in each language."""

    pattern: re.Pattern[str]
    phrases: dict[str, str]


def reason_in_words(reason: str, language: str, label: Label) -> tuple[str, bool]:
    """A reason for reading, and whether it is in the language asked for; what is of no known kind stays as it is."""
    return _told_again("reason", reason, language, label)


def message_in_words(message: str, language: str) -> tuple[str, bool]:
    """What is wrong, or what to do, and whether it is in the language asked for; else it stays as it is."""
    return _told_again("message", message, language, lambda _, said: message_in_words(said, language)[0])


def _told_again(table: str, words: str, language: str, label: Label) -> tuple[str, bool]:
    if language == "en" and table == "message":
        return words, True
    for one in _kinds(table):
        found = one.pattern.fullmatch(words)
        if found:
            given = found.groupdict()
            known = {key: value if key in _AS_THEY_ARE else label(key, value) for key, value in given.items()}
            return one.phrases[language].format(**known), True
    return words, language == "en"


@lru_cache(maxsize=2)
def _kinds(table: str) -> tuple[Told, ...]:
    content = tomllib.loads((files("bangiao.views.labels") / f"{table}s.toml").read_text(encoding="utf-8"))
    return tuple(Told(_pattern(row["read"]), {"en": row["read"], "vi": row["vi"]}) for row in content[table])


def _pattern(read: str) -> re.Pattern[str]:
    """What words of this kind look like: its own words, with a value or any words in each place."""
    parts = _PLACE.split(read)
    shown = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            shown.append(re.escape(part))
        else:
            shown.append(f"(?P<{part}>{'.+' if part in _FREE else _VALUE})")
    return re.compile("".join(shown), re.DOTALL)
