"""Read the tables of wordings that lie in `data` beside this file, and look for their words in a text."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """The content of `resolution/data/<name>.toml`."""
    return tomllib.loads((files("bangiao.resolution") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """One pattern for all of these words, each as a whole word; where several begin at one place, the longest."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", flags)


def openings(words: Iterable[str]) -> tuple[str, ...]:
    """The first two words of each: a search for plain words is quicker than one for a pattern."""
    return tuple(sorted({" ".join(word.split()[:2]) for word in words}))
