"""XLSX: one workbook, a sheet a table, every cell typed as text so that nothing in it is ever run or recast."""

import io
from collections.abc import Iterator
from xml.sax.saxutils import escape

from msgspec import Struct

from bangiao.exports.archive import timeless
from bangiao.exports.cells import cells, record
from bangiao.exports.columns import columns
from bangiao.exports.escapes import escaped, unescaped
from bangiao.exports.parts import Format, Part
from bangiao.exports.tables import described
from bangiao.model.errors import QuestionError
from bangiao.views.release import Release

_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView '
    b'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    b"</sheetViews><sheetData>"
)
LARGEST = 32_767  # units of UTF-16 that a cell can hold
ROWS = 1_048_575  # rows that a sheet can hold under its head
CUT = "… [cut: a cell holds no more; the offsets say where the rest stands]"
NOTES = (
    "Every cell is text, numbers and days too: nothing is taken for a formula or recast. Turn columns into numbers "
    "where you want to reckon with them.",
    "An empty cell says that the value is not known, or that a list is empty.",
    "A list is joined by semicolons; a semicolon or backslash within an item has a backslash before it.",
    "Characters that XML cannot hold stand as _xHHHH_, which spreadsheets show as the character.",
    f"A text too long for a cell ({LARGEST:,} units of UTF-16) ends with “{CUT}”.",
)


def parts(release: Release) -> Iterator[Part]:
    """One workbook."""
    yield Part("register.xlsx", written(release))


def written(release: Release) -> Iterator[bytes]:
    """The bytes of the workbook, a sheet for each table; raises QuestionError where a table has too many rows.

    The library makes the book; the rows are written here, which takes a fifth of its time.
    """
    from openpyxl import Workbook  # type: ignore[import-untyped]

    book = Workbook()
    book.remove(book.worksheets[0])
    for name in release.tables:
        book.create_sheet(name)
    sink = io.BytesIO()
    book.save(sink)
    sheets = {
        f"xl/worksheets/sheet{number}.xml": _sheet(name, release) for number, name in enumerate(release.tables, 1)
    }
    yield timeless(sink.getvalue(), sheets)


def _sheet(name: str, release: Release) -> Iterator[bytes]:
    """The XML of one sheet: the field names, which stay in sight, then a row for each record."""
    yield _HEAD
    yield _row([column.name for column in columns(release.tables[name])])
    for number, row in enumerate(release.rows(name)):
        if number == ROWS:
            raise QuestionError(f"the table {name} has more rows than a sheet can hold", "use csv or parquet")
        yield _row(cells(row))
    yield b"</sheetData></worksheet>"


def _row(words: list[str]) -> bytes:
    """Cells that are text whatever they begin with."""
    inside = "".join(
        f'<c t="inlineStr"><is><t xml:space="preserve">{escape(_fitting(escaped(one)))}</t></is></c>' if one else "<c/>"
        for one in words
    )
    return f"<row>{inside}</row>".encode()


def _fitting(words: str) -> str:
    """The words, cut where a cell cannot hold them."""
    if len(words) <= LARGEST // 2 or len(words.encode("utf-16-le")) // 2 <= LARGEST:
        return words
    room = LARGEST - len(CUT)
    return words.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + CUT


def read_back(kind: type[Struct], content: bytes) -> Iterator[Struct]:
    """The records of one table of a workbook."""
    from openpyxl import load_workbook

    from bangiao.register.released import TABLES

    (name,) = (table for table, one in TABLES.items() if one is kind)
    book = load_workbook(io.BytesIO(content), read_only=True)
    for row in book[name].iter_rows(min_row=2, values_only=True):
        yield record(kind, [unescaped(str(one or "")) for one in row])
    book.close()


FORMAT = Format(
    "xlsx",
    "xlsx",
    "one workbook, a sheet a table, every cell text",
    parts,
    described,
    NOTES,
    text=False,
    extra="office",
)
