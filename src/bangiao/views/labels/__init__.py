"""The words of the model and of the pages for people, in Vietnamese and in English; counts and dates by CLDR.

Quotations, names and headlines of reports are never translated; only what Bangiao itself says is.
"""

import datetime
import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bangiao.views.labels.days import day_in_words, edtf_in_words
from bangiao.views.labels.reasons import message_in_words, reason_in_words
from bangiao.views.labels.spans import Unit, span
from bangiao.views.names import LANGUAGES, country_name

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["LANGUAGES", "Labels", "labels", "locale"]

Table = dict[str, str | dict[str, str]]
_LOCALES = {"vi": "vi", "en": "en_GB"}  # days before months in English too, as diplomats write them


class Labels:
    """All that Bangiao says in one language; `language` is "vi" or "en"."""

    def __init__(self, language: str, tables: Mapping[str, Table]) -> None:
        self.language = language
        self.tables = tables

    def of(self, vocabulary: str, value: str | None) -> str:
        """The label of a value ("form", "visit"); a value without one comes back as it is, an absent one empty."""
        if not value:
            return ""
        found = self.tables.get(vocabulary, {}).get(value.replace(" ", "_"), value)
        return found if isinstance(found, str) else value

    def say(self, key: str, **words: object) -> str:
        """A phrase of the pages ("search.nothing"), with words put in its places; KeyError for none."""
        table, _, name = key.partition(".")
        found = self.tables[table][name]
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**words) if words else found

    def count(self, what: str, number: int) -> str:
        """A number of things in the plural form that the language asks for ("1 report", "1,204 reports")."""
        forms = self.tables["count"][what]
        if isinstance(forms, str):
            raise KeyError(what)
        return forms.get(locale(self.language).plural_form(number), forms["other"]).format(n=self.number(number))

    def ago(self, days: int | None) -> str:
        """How long ago something was ("2 years 3 months ago"), or how far ahead it lies; "" where nobody knows."""
        if days is None:
            return ""
        if days == 0:
            return self.say("brief.today")
        return self.say("brief.ago" if days > 0 else "brief.in_days", age=self.age(abs(days)))

    def age(self, days: int) -> str:
        """A number of days in words that can be taken in at a glance ("2 years 3 months")."""
        return " ".join(self.units(number, unit) for number, unit in span(days))

    def units(self, number: int, unit: Unit) -> str:
        """A number of days, months or years, as CLDR words it."""
        from babel.dates import format_timedelta  # babel's own table of units has none of time in Vietnamese

        whole = datetime.timedelta(days=number * {"day": 1, "month": 30, "year": 365}[unit])
        return str(format_timedelta(whole, granularity=unit, threshold=math.inf, locale=locale(self.language)))

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=locale(self.language)))

    def date(self, edtf: str | None) -> str:
        """An EDTF date in words ("5 December 2024", "5 tháng 12, 2024"); what is none comes back as it is."""
        return edtf_in_words(edtf, locale(self.language), self._date_words())

    def day(self, when: datetime.date | str) -> str:
        """One day in words; an ISO day, with or without a time, does too."""
        return day_in_words(when, locale(self.language))

    def reason(self, reason: str) -> str:
        """Why a field holds what no words say outright; a reason of no known kind stays in its own words."""
        return reason_in_words(reason, self.language, self.of)[0]

    def message(self, words: str) -> tuple[str, str]:
        """What is wrong, or what to do, as the program says it, and the language in which it is told here."""
        told, known = message_in_words(words, self.language)
        return told, self.language if known else "en"

    def basis(self, words: str | None) -> str:
        """How a date is known."""
        if not words:
            return ""
        if words.startswith("inferred: "):
            return f"{self.of('date_basis', 'inferred')}: {self.reason(words.removeprefix('inferred: '))}"
        return self.of("date_basis", {"from publication date": "published"}.get(words, words))

    def country(self, code: str | None) -> str:
        """The name of a country by its code; what is none comes back as it is."""
        return country_name(code, self.language) or ""

    def fault(self, key: str, words: Mapping[str, object]) -> tuple[str, str] | None:
        """What is wrong and what to do, for a message by its key; null where this language has no words for it."""
        table = self.tables["fault"]
        if key not in table:
            return None
        return self.say(f"fault.{key}", **words), self.say(f"fault.{key}_hint", **words)

    def _date_words(self) -> dict[str, str]:
        return {key: words for key, words in self.tables["date"].items() if isinstance(words, str)}


@lru_cache(maxsize=4)
def locale(language: str) -> "Locale":
    """The CLDR locale in which a language of the pages writes days and numbers."""
    from babel import Locale  # a tenth of a second: only when something is shown

    return Locale.parse(_LOCALES.get(language, "vi"))


@lru_cache(maxsize=4)
def labels(language: str = "vi") -> Labels:
    """The labels of a language; any language without labels gets the Vietnamese ones."""
    known = language if language in LANGUAGES else "vi"
    tables: dict[str, Table] = {}
    # the words of the model, those of the pages, of messages, of a brief
    for part in ("", ".pages", ".faults", ".review", ".brief"):
        tables |= tomllib.loads((files("bangiao.views.labels") / f"{known}{part}.toml").read_text(encoding="utf-8"))
    return Labels(known, tables)
