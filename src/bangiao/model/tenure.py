"""Who held which office and when, which days are kept, who ranks before whom: facts with their sources."""

from typing import Literal

from msgspec import Struct

from bangiao.model.vocabulary import Channel

AnniversaryKind = Literal["relations", "party", "national_day", "framework"]


class Tenure(Struct, frozen=True):
    """A person's time in one office, as a page tells it.

    `start` and `end` are YYYY-MM-DD, YYYY-MM or YYYY; null says that no page told them, never that the
    person is still in office. `office` is the title in Vietnamese, where one was met. `other_names` are
    further spellings. Each date has its own source; where both dates are null, `start_source` attests the
    person in the office. `wikidata` is the person's item, where the row came with one. `origin` says
    whose row it is: "shipped", or the name of the file that a user imported.
    """

    person: str
    country: str
    office: str | None = None
    office_en: str | None = None
    body: str | None = None
    channel: Channel | None = None
    start: str | None = None
    end: str | None = None
    start_source: str | None = None
    end_source: str | None = None
    seen: str | None = None
    other_names: tuple[str, ...] = ()
    wikidata: str | None = None
    origin: str = "shipped"

    @property
    def title(self) -> str:
        """The office in words: Vietnamese where known, else English."""
        return self.office or self.office_en or "?"

    @property
    def span(self) -> str:
        """The time in office in words: "since 2024-01-18", "2023-03-06 to 2024-05-16", "until 2016-04"."""
        if self.start and self.end:
            return f"{self.start} to {self.end}"
        if self.start:
            return f"since {self.start}"
        return f"until {self.end}" if self.end else "at a time not known"


class Anniversary(Struct, frozen=True):
    """A day that is kept: what happened on `date` (YYYY-MM-DD), between or in which countries."""

    what: str | None
    what_en: str
    date: str
    countries: tuple[str, ...]
    kind: AnniversaryKind
    source: str
    seen: str


class Rank(Struct, frozen=True):
    """The place of an office in a country's order of leaders; 1 is highest, equal ranks have no order told.

    The rule is valid from `valid_from` until the day before `valid_to`; null leaves that end open.
    """

    country: str
    rank: int
    office: str | None
    office_en: str
    valid_from: str | None
    valid_to: str | None
    source: str
    seen: str
