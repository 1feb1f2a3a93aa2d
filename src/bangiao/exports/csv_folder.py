"""CSV: a file a table, UTF-8, a comma between cells, every line ended by CR LF (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Iterator

from msgspec import Struct

from bangiao.exports.cells import as_given, cells, harmless, record
from bangiao.exports.columns import columns
from bangiao.exports.parts import Format, Part
from bangiao.exports.tables import described
from bangiao.views.release import Release

NOTES = (
    "Files are UTF-8 without a mark at the beginning; lines end with CR LF; a cell in quotation marks may hold lines.",
    "An empty cell says that the value is not known, or that a list is empty.",
    "A list is joined by semicolons; a semicolon or backslash within an item has a backslash before it.",
    "A cell that would begin with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe before it, so that "
    "no spreadsheet runs it; one more where such apostrophes stand there already. Take one off when reading.",
)
_PIECE = 1 << 16


def parts(release: Release) -> Iterator[Part]:
    """A file for each table."""
    for name, kind in release.tables.items():
        yield Part(f"{name}.csv", written(kind, release.rows(name)))


def written(kind: type[Struct], rows: Iterable[Struct]) -> Iterator[bytes]:
    """The bytes of one table, its field names first."""
    sheet = io.StringIO(newline="")
    lines = csv.writer(sheet, lineterminator="\r\n")
    lines.writerow([column.name for column in columns(kind)])
    for row in rows:
        lines.writerow(map(harmless, cells(row)))
        if sheet.tell() > _PIECE:
            yield _emptied(sheet)
    yield _emptied(sheet)


def _emptied(sheet: io.StringIO) -> bytes:
    text = sheet.getvalue()
    sheet.seek(0)
    sheet.truncate()
    return text.encode("utf-8")


def read_back(kind: type[Struct], content: bytes) -> Iterator[Struct]:
    """The records that a file of this table holds."""
    lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    next(lines)
    for line in lines:
        yield record(kind, [as_given(one) for one in line])


FORMAT = Format(
    "csv", "csv", "tables for spreadsheets, R, Stata, pandas", parts, described, NOTES, folder=True, text=False
)
