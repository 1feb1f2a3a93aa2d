"""The formats in which a release can be written: one line each."""

from bangiao.exports import csv_folder, jsonl_lines, parquet_folder, xlsx_book
from bangiao.exports.parts import Format

FORMATS: dict[str, Format] = {
    one.FORMAT.name: one.FORMAT for one in (csv_folder, parquet_folder, jsonl_lines, xlsx_book)
}
