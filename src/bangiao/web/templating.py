"""Templates: everything in them is escaped, and a name that is not there is a fault, not an empty place."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from bangiao.views.labels import Labels
from bangiao.views.marked import Zone
from bangiao.web.assets import address

PAGES = (
    ("/", "timeline"),
    ("/relations", "relations"),
    ("/commitments", "commitments"),
    ("/threads", "threads"),
    ("/calendar", "calendar"),
    ("/brief", "brief"),
    ("/network", "network"),
    ("/coverage", "coverage"),
    ("/doubts", "doubts"),
    ("/add", "add"),
    ("/review", "review"),
    ("/changes", "changes"),
)  # the pages that every page leads to, with their names among the phrases


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment of all pages."""
    made = Environment(
        loader=PackageLoader("bangiao.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"asset": address, "address": linked}
    made.globals |= {"pages": PAGES}
    made.filters |= {"visible": visible, "outward": outward, "segment": segment, "runs": runs, "lines": lines}
    made.filters |= {"last_address": last_address}
    made.filters |= {"zip": zip, "country_in": country_in, "label_in": label_in}
    return made


def visible(words: str | None) -> str:
    """Words of a report without characters that no page may hold."""
    text = (words or "").replace("\r\n", "\n")
    return "".join(ch if ch >= " " or ch in "\n\t" else "\N{REPLACEMENT CHARACTER}" for ch in text)


def outward(url: str | None) -> str | None:
    """An address that a page may link to; null for whatever else a report gives as one."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def last_address(source: str) -> str | None:
    """The web address that a source ends with ("Title (outlet, day) — https://…"); null for none."""
    return outward(source.split()[-1]) if source.split() else None


def segment(words: str) -> str:
    """Words as one segment of an address."""
    return quote(words, safe="")


def runs(zones: Iterable[Zone]) -> list[tuple[bool, list[Zone]]]:
    """The parts of a page, gathered by whether they stand in the report or around it."""
    return [(aside, list(run)) for aside, run in groupby(zones, key=lambda zone: zone.aside)]


def lines(zones: Iterable[Zone]) -> int:
    """How many lines parts of a page have."""
    return sum(1 + sum(piece.text.count("\n") for piece in zone.pieces) for zone in zones)


def country_in(code: str, words: Labels) -> str:
    """The name of a country in the language of the page."""
    return words.country(code)


def label_in(value: str, words: Labels, vocabulary: str) -> str:
    """The label of a value in the language of the page."""
    return words.of(vocabulary, value)


def linked(path: str, query: Mapping[str, Any] | None = None, **changed: Any) -> str:
    """An address with its question; what is null or empty is left out."""
    asked = {**(query or {}), **changed}
    shown = [(name, value) for name, value in asked.items() if value not in (None, "")]
    return f"{path}?{urlencode(shown)}" if shown else path
