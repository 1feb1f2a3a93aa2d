"""One reading of one report, as the register keeps it: the text, the report, the findings, and who read them."""

from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import RowMapping

from bangiao.model.errors import InputError
from bangiao.model.findings import Findings
from bangiao.model.report import Report
from bangiao.resolution.ids import short_id, text_hash
from bangiao.resolution.versions import later, url_key, version_rank


class Reading(Struct, frozen=True):
    """A report and its findings by one reader; `report` and `findings` are JSON, the report without its text.

    Readings of the same id, address and text share `reading_id`: the later one takes the place of the
    earlier. `rank` sorts the versions of a report, the current one last.
    """

    reading_id: str
    given_id: str
    url_key: str | None
    text_hash: str
    reader: str
    updated: str | None
    published: str | None
    fetched: str | None
    text: str
    report: str
    findings: str

    @property
    def rank(self) -> str:
        """The word by which versions of one report are sorted."""
        return version_rank(self.updated, self.published, self.fetched, self.text_hash)

    def row(self, report_id: str, current: bool) -> dict[str, Any]:
        """The row of this reading as a version of a report."""
        return {**msgspec.structs.asdict(self), "rank": self.rank, "report_id": report_id, "current": current}


def reading_of(report: Report, findings: Findings, reader: str) -> Reading:
    """Make a reading ready to be kept; raises InputError where the text cannot be stored faithfully."""
    _refuse_unstorable(report)
    digest = text_hash(report.text)
    address = url_key(report.url)
    bare = msgspec.structs.replace(report, text="", fetched=None)
    return Reading(
        reading_id=short_id("v", report.id, address, digest),
        given_id=report.id,
        url_key=address,
        text_hash=digest,
        reader=reader,
        updated=report.updated,
        published=report.published,
        fetched=report.fetched,
        text=report.text,
        report=msgspec.json.encode(bare).decode(),
        findings=msgspec.json.encode(findings).decode(),
    )


def stored(row: RowMapping) -> Reading:
    """The reading of a stored row."""
    return Reading(**{name: row[name] for name in Reading.__struct_fields__})


def prevailing(kept: Reading, new: Reading) -> Reading:
    """Which of two readings of the same text stands: another reader's later work, else the one that tells more.

    The time of fetching is the latest known, whichever reading stands.
    """
    if kept.reader != new.reader:
        winner = new
    else:
        winner = max(kept, new, key=lambda one: (one.updated or "", one.published or "", one.report, one.findings))
    return msgspec.structs.replace(winner, fetched=later(kept.fetched, new.fetched))


def report_of(reading: Reading) -> Report:
    """The report as it was read, with its text."""
    bare = msgspec.json.decode(reading.report, type=Report)
    return msgspec.structs.replace(bare, text=reading.text, fetched=reading.fetched)


def findings_of(reading: Reading) -> Findings:
    """What was found in it."""
    return msgspec.json.decode(reading.findings, type=Findings)


def _refuse_unstorable(report: Report) -> None:
    """NUL and half characters cannot be kept by every database; leaving them out would move all offsets."""
    for name in ("id", "text", "url", "headline"):
        value = getattr(report, name) or ""
        if "\0" in value or any("\ud800" <= ch <= "\udfff" for ch in value if ch > "\ud7ff"):
            raise InputError(f"{report.id!r}: its {name} holds characters that are no text", "save it as UTF-8 text")
