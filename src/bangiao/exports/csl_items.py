"""CSL-JSON: an item a report, for Zotero, pandoc and other citation processors."""

from collections.abc import Iterator
from typing import Any

import msgspec

from bangiao.exports.columns import Column
from bangiao.exports.parts import Described, Format, Part
from bangiao.register.released import ReportRow
from bangiao.views.release import Release

NOTES = ("One JSON array of items of the type article-newspaper, by the schema of the Citation Style Language 1.0.",)
FIELDS = (
    Column("id", "text", meaning="the register's id of the report"),
    Column("title", "text", meaning="the headline, or the id with which the report came"),
    Column("author", "list", True, meaning="the author as named, as a literal name"),
    Column("container-title", "text", True, meaning="the outlet"),
    Column("issued", "list", True, meaning="the day of publication as date-parts"),
    Column("URL", "text", True, meaning="the address"),
    Column("language", "text", True, meaning="the language", unit="BCP 47"),
    Column("source", "text", True, meaning="the outlet or agency from which it is taken"),
)


def parts(release: Release) -> Iterator[Part]:
    """One file with an array of items, one a line."""
    yield Part("reports.csl.json", _array(release))


def _array(release: Release) -> Iterator[bytes]:
    yield b"["
    for number, one in enumerate(release.of(ReportRow)):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(item(one))
    yield b"\n]\n"


def item(report: ReportRow) -> dict[str, Any]:
    """The item of one report; what is not known is left out."""
    found = {
        "id": report.report_id,
        "type": "article-newspaper",
        "title": report.headline or report.given_id,
        "author": [{"literal": report.byline}] if report.byline else None,
        "container-title": report.outlet,
        "issued": {"date-parts": [[int(part) for part in report.published.split("-")]]} if report.published else None,
        "URL": report.url,
        "language": report.language,
        "source": report.credit,
    }
    return {name: value for name, value in found.items() if value}


def described(release: Release) -> tuple[Described, ...]:
    """The fields of an item."""
    return (Described("article-newspaper", "One report.", FIELDS),)


FORMAT = Format("csl", "csl.json", "the reports as items for citation processors", parts, described, NOTES)
