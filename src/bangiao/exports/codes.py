"""Codes of countries and languages in three letters, from CLDR, for formats that ask for them."""

from functools import lru_cache

# CLDR gives these countries a code of a state before them as well
_TODAY = {"MM": "MMR", "CD": "COD", "DE": "DEU", "FR": "FRA", "TL": "TLS", "YE": "YEM"}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    from babel.core import get_global

    known = get_global("territory_aliases").items()
    codes = {two[0]: three for three, two in known if len(three) == 3 and three.isalpha() and len(two) == 1}
    # codes that begin with Q, or with XK, are CLDR's own and no standard's
    return {two: three for two, three in codes.items() if not three.startswith(("Q", "XK"))} | _TODAY


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    from babel.core import get_global

    known = get_global("language_aliases").items()
    return {two: three for three, two in sorted(known, reverse=True) if len(three) == 3 and len(two) == 2}


def alpha3(country: str | None) -> str | None:
    """The ISO 3166-1 alpha-3 code of an alpha-2 code; null for what is no country."""
    return _countries().get(country or "")


def language3(tag: str | None) -> str | None:
    """The ISO 639-3 code of a language tag of two letters; null for another tag."""
    return _languages().get((tag or "")[:2].lower())
