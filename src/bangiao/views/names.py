"""Names of countries for reading, from CLDR, in Vietnamese or English; and codes for names that users type.

What users type may also be a short form of the press ("Mỹ", "Triều Tiên"), from the language pack.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from bangiao.languages.load import read_groups
from bangiao.languages.rows import CountryRow
from bangiao.reference.check import is_country
from bangiao.resolution.names import plain

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("vi", "en")


@lru_cache(maxsize=4)
def _locale(language: str) -> "Locale":
    from babel import Locale  # a tenth of a second: only when a name is shown

    return Locale.parse(language if language in LANGUAGES else "vi")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Country names without marks, in all languages shown and as the press writes them, to their codes."""
    codes = {
        plain(name): row.code
        for row in read_groups("vi", "countries", {"country": CountryRow})["country"]
        for name in (*row.names, *row.short)
    }
    for language in LANGUAGES:
        for code, name in _locale(language).territories.items():
            if is_country(code):
                codes[plain(name)] = code
    return codes


def country_name(code: str | None, language: str = "vi") -> str | None:
    """The name of a country by its ISO 3166-1 alpha-2 code; what is no country code comes back as it is."""
    if not code or not is_country(code):
        return code
    return str(_locale(language).territories.get(code, code))


def country_code(words: str) -> str:
    """The code for a code in any case or a name ("nhat ban", "Japan"); other words come back as they are."""
    if len(words) == 2 and words.isascii() and words.upper() in _locale("en").territories:
        return words.upper()
    return _codes().get(plain(words), words)


def is_known(code: str) -> bool:
    """Whether a code stands for a country, or a union of countries that CLDR lists beside them (EU, UN)."""
    return is_country(code) and code in _locale("en").territories
