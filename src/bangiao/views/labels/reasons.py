"""The reasons of inferences in the language of the reader: what the reading gives in English, told again."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

Label = Callable[[str, str], str]
_PLACE = re.compile(r"\{(\w+)\}")
_FREE = ("any", "words")
_VALUE = r"[a-z_]{1,40}"


class Told(Struct, frozen=True):
    """A kind of reason: how to know it, and how to tell it in each language."""

    pattern: re.Pattern[str]
    phrases: dict[str, str]


def reason_in_words(reason: str, language: str, label: Label) -> tuple[str, bool]:
    """A reason for reading, and whether it is in the language asked for; what is of no known kind stays as it is."""
    for one in _kinds():
        found = one.pattern.fullmatch(reason)
        if found:
            given = found.groupdict()
            known = {key: value if key in _FREE else label(key, value) for key, value in given.items()}
            return one.phrases[language].format(**known), True
    return reason, language == "en"


@lru_cache(maxsize=1)
def _kinds() -> tuple[Told, ...]:
    table = tomllib.loads((files("bangiao.views.labels") / "reasons.toml").read_text(encoding="utf-8"))
    return tuple(Told(_pattern(row["read"]), {"en": row["read"], "vi": row["vi"]}) for row in table["reason"])


def _pattern(read: str) -> re.Pattern[str]:
    """What a reason of this kind looks like: its own words, with a value or any words in each place."""
    parts = _PLACE.split(read)
    shown = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            shown.append(re.escape(part))
        else:
            shown.append(f"(?P<{part}>{'.+' if part in _FREE else _VALUE})")
    return re.compile("".join(shown), re.DOTALL)
