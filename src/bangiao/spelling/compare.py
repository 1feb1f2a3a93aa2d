"""Compare two spellings by every way of writing that they may follow; the first that fits decides."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from bangiao.spelling import initials, scripts
from bangiao.spelling.context import weigh
from bangiao.spelling.keys import apart, filed
from bangiao.spelling.latin import latin_match
from bangiao.spelling.name import Name, read_name
from bangiao.spelling.records import Context, Match, Verdict
from bangiao.spelling.vietnamese import vietnamese_match

Way = Callable[[Name, Name], Match | None]
WAYS: tuple[Way, ...] = (initials.initial_match, scripts.script_match, vietnamese_match, latin_match)
DIFFERENT = Match("different", 0.0, "no way of writing makes one of the other")


def compare(a: str, b: str, context_a: Context | None = None, context_b: Context | None = None) -> Verdict:
    """Say whether two spellings name one person: same, different or unsure, with a score and the reason.

    The order of the two does not matter. Contexts decide between namesakes; a name alone is never contradicted
    by a missing context.
    """
    match = name_match(a, b)
    if context_a is not None and context_b is not None:
        match = weigh(match, context_a, context_b)
    return Verdict(a, b, match.verdict, match.score, match.reason)


def forget() -> None:
    """Let go of all names met so far: a long run over ever new names needs no more memory than a short one."""
    for remembered in (_match, filed, read_name):
        remembered.cache_clear()


def name_match(a: str, b: str) -> Match:
    """What the two names alone say."""
    if apart(filed(a), filed(b)):
        return DIFFERENT
    return _match(a, b) if a <= b else _match(b, a)


@lru_cache(maxsize=65_536)
def _match(a: str, b: str) -> Match:
    first, second = read_name(a), read_name(b)
    if not (first.groups and second.groups and any(map(str.isalpha, a)) and any(map(str.isalpha, b))):
        return Match("unsure", 0.0, "no name")
    if a == b:
        return Match("same", 1.0, "the same letters")
    found = list(_found(first, second))
    match = next((one for one in found if one.verdict == "same"), None)
    if match is not None and first.generation != second.generation:
        return Match("unsure", 0.5, "one is marked as father or son, or they bear different numbers")
    return match or next(iter(found), DIFFERENT)


def _found(first: Name, second: Name) -> Iterator[Match]:
    for way in WAYS:
        match = way(first, second)
        if match is not None:
            yield match
            if match.verdict != "unsure":
                return
