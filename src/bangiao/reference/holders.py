"""Of which country a bearer of some name held office, by the table of tenures: it places people and finds nobody."""

from functools import lru_cache

from bangiao.reference.load import tenures
from bangiao.text.fold import fold

_HEADS = ("tổng thống", "thủ tướng")
_SHARED = frozenset({"VN", "CN", "KR"})  # a family name there is shared by millions, and tells nobody


def country_of(name: str) -> str | None:
    """The one country in which a person of this name held an office, else null.

    A single word counts only as the family name of a head of state or government ("Trump").
    """
    words = _words(name)
    countries = _by_name().get(words, frozenset()) if len(words) > 1 else _by_family().get(words, frozenset())
    return next(iter(countries)) if len(countries) == 1 else None


@lru_cache(maxsize=1)
def _by_name() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for row in tenures():
        for name in (row.person, *row.other_names):
            found[_words(name)] = found.get(_words(name), frozenset()) | {row.country}
    return found


@lru_cache(maxsize=1)
def _by_family() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for row in tenures():
        if row.country in _SHARED or not (row.office or "").lower().startswith(_HEADS):
            continue
        words = fold(row.person).lower.split()
        family = (words[0] if row.country == "JP" else words[-1],)
        found[family] = found.get(family, frozenset()) | {row.country}
    return {family: countries for family, countries in found.items() if len(family[0]) > 2}


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name in any order; hyphens and full stops only join or shorten them."""
    return tuple(sorted(fold(name).lower.replace("-", " ").replace(".", " ").split()))
