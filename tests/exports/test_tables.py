"""Tables in every format that holds the records as they are: what is written is read back, by others too."""

import csv
import io
from collections.abc import Iterable

import msgspec
import pytest
from hypothesis import given
from msgspec import Struct

from bangiao.exports import csv_folder, jsonl_lines, parquet_folder, xlsx_book
from bangiao.exports.columns import columns
from bangiao.exports.formats import FORMATS
from bangiao.exports.parts import Part
from bangiao.register.released import TABLES
from bangiao.register.store import Register
from bangiao.views.release import Release, release
from tests.exports.rows import any_rows, needs


def whole_of(parts: Iterable[Part]) -> dict[str, bytes]:
    return {part.name: b"".join(part.content) for part in parts}


class Given:
    """A release of rows made by hand."""

    with_text = True

    def __init__(self, table: str, rows: list[Struct]) -> None:
        self.tables = {table: TABLES[table]}
        self._rows = rows

    def rows(self, table: str) -> list[Struct]:
        return self._rows


@given(any_rows)
def test_csv_is_read_back_and_runs_in_no_spreadsheet(given_rows: tuple[str, list[Struct]]) -> None:
    table, rows = given_rows
    content = b"".join(csv_folder.written(TABLES[table], rows))
    assert list(csv_folder.read_back(TABLES[table], content)) == rows
    cells = [cell for line in csv.reader(io.StringIO(content.decode(), newline="")) for cell in line]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@given(any_rows)
def test_json_lines_are_read_back(given_rows: tuple[str, list[Struct]]) -> None:
    table, rows = given_rows
    if table != "citations":  # those have words exactly where they have a place: see the small register
        content = [jsonl_lines.line(table, row) for row in rows]
        assert list(jsonl_lines.read_back(content)) == [(table, row) for row in rows]


@given(any_rows)
def test_a_workbook_is_read_back_and_every_cell_is_text(given_rows: tuple[str, list[Struct]]) -> None:
    needs("openpyxl")
    from openpyxl import load_workbook  # type: ignore[import-untyped]

    table, rows = given_rows
    content = b"".join(xlsx_book.written(Given(table, rows)))  # type: ignore[arg-type]
    assert list(xlsx_book.read_back(TABLES[table], content)) == rows
    found = load_workbook(io.BytesIO(content))[table]
    assert {cell.data_type for line in found.iter_rows() for cell in line if cell.value is not None} <= {
        "s",
        "inlineStr",
    }


@given(any_rows)
def test_parquet_is_read_back(given_rows: tuple[str, list[Struct]]) -> None:
    needs("pyarrow")
    from pyarrow import parquet  # type: ignore[import-untyped]

    table, rows = given_rows
    content = b"".join(parquet_folder.written(TABLES[table], rows))
    read = parquet.read_table(io.BytesIO(content)).to_pylist()
    assert msgspec.convert(read, list[TABLES[table]]) == rows  # type: ignore[valid-type]


def test_every_table_of_a_register_is_read_back(whole: Release) -> None:
    needs("openpyxl", "pandas", "polars", "pyarrow")
    import pandas
    import polars

    sheets = whole_of(xlsx_book.parts(whole))["register.xlsx"]
    arrow, text = whole_of(parquet_folder.parts(whole)), whole_of(csv_folder.parts(whole))
    for table, kind in whole.tables.items():
        rows = list(whole.rows(table))
        assert rows or table in ("changes", "offices"), table
        assert list(csv_folder.read_back(kind, text[f"{table}.csv"])) == rows
        assert list(xlsx_book.read_back(kind, sheets)) == rows
        frame = pandas.read_csv(io.BytesIO(text[f"{table}.csv"]), dtype=str, keep_default_na=False)
        assert frame.columns.tolist() == [column.name for column in columns(kind)]
        assert len(frame) == len(rows)
        again = polars.read_parquet(io.BytesIO(arrow[f"{table}.parquet"])).to_dicts()
        assert msgspec.convert(again, list[kind]) == rows  # type: ignore[valid-type]


def test_the_canonical_lines_hold_everything(whole: Release) -> None:
    lines = whole_of(jsonl_lines.parts(whole))["register.jsonl"].splitlines(keepends=True)
    assert list(jsonl_lines.read_back(lines)) == [(table, row) for table in whole.tables for row in whole.rows(table)]
    texts = {one["report_id"]: one["text"] for one in map(msgspec.json.decode, lines) if one["table"] == "texts"}
    quoted = [one for one in map(msgspec.json.decode, lines) if one["table"] == "citations" and one["selector"]]
    assert quoted
    for one in quoted:
        words, place = one["selector"]
        text = texts[one["report_id"]]
        assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[place["start"] : place["end"]] == words["exact"]
        assert text[: place["start"]].endswith(words["prefix"])
        assert text[place["end"] :].startswith(words["suffix"])


def test_full_texts_are_given_only_when_asked_for(register: Register) -> None:
    with release(register) as without:
        assert "texts" not in without.tables
        lines = whole_of(jsonl_lines.parts(without))["register.jsonl"]
    (text,) = (one.report.text for one in [register.report("a")])
    assert text not in lines.decode()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_register_gives_the_same_bytes(register: Register, name: str) -> None:
    needs("openpyxl", "pyarrow", "networkx")
    for ident in dict.fromkeys(filter(None, register.report("a").contacts)):
        register.decide("confirm", [ident], why="read", by="desk", at="2026-01-01T00:00:00")  # so that there is gold
    with release(register, True) as before:
        once = whole_of(FORMATS[name].parts(before))
    register.rebuild()
    with release(register, True) as after:
        assert whole_of(FORMATS[name].parts(after)) == once
    assert all(once.values())


def test_rejected_contacts_and_withdrawn_people_are_left_out(register: Register) -> None:
    with release(register) as before:
        kept = [one.contact_id for one in before.rows("contacts")]  # type: ignore[attr-defined]
    planned = next(one.id for one in register.contacts_of(kept) if one.status == "planned")
    register.decide("reject", [planned], why="never so", by="desk", at="2026-01-01T00:00:00")
    (sato,) = register.find_people("Sato Hana")
    register.decide("withdraw", [sato.id], why="asked for", by="desk", at="2026-01-02T00:00:00")
    with release(register, True) as after:
        lines = whole_of(jsonl_lines.parts(after))["register.jsonl"].decode()
    assert planned not in lines
    assert "Sato" not in lines
    assert "█" in lines


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_register_is_an_empty_release(nothing: Release, name: str) -> None:
    needs("openpyxl", "pyarrow", "networkx")
    for content in whole_of(FORMATS[name].parts(nothing)).values():
        assert b"contact/0000" not in content
