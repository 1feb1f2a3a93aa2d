"""Parquet files with a report a row."""

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow  # type: ignore[import-untyped]
import pytest
from pyarrow import parquet

from bangiao.model.report import Page, Refusal
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions

Columns = dict[str, list[Any]]


def read(tmp_path: Path, columns: Columns, max_document: int = SourceOptions().max_document) -> list[Page | Refusal]:
    """Everything that a file with these columns holds."""
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table(columns), path, compression="zstd")
    return list(open_inputs([str(path)], SourceOptions(max_document=max_document)))


def test_rows_are_read_as_lines_are(tmp_path: Path) -> None:
    columns: Columns = {
        "id": ["a", None, "c"],
        "url": ["https://a.vn/1", None, None],
        "published": ["2024-12-05", None, "2024-12-06T10:00:00+07:00"],
        "text": ["Tin một.", "Tin hai.", None],
        "html": [None, None, "<p>Tin ba.</p>"],
        "more": [1, 2, 3],
    }
    assert read(tmp_path, columns) == [
        Page("a", "Tin một.", "text/plain", "https://a.vn/1", "2024-12-05"),
        Page("a-2", "Tin hai."),
        Page("c", "<p>Tin ba.</p>", "text/html", None, "2024-12-06T10:00:00+07:00"),
    ]


def test_dates_may_be_dates(tmp_path: Path) -> None:
    for published, told in ((date(2024, 12, 5), "2024-12-05"), (datetime(2024, 12, 5, 3, tzinfo=UTC), "2024-12-05T03")):
        (page,) = read(tmp_path, {"id": [7], "published": [published], "text": ["Tin."]})
        assert isinstance(page, Page)
        assert (page.id, str(page.published).startswith(told)) == ("7", True)


def test_a_bad_row_spoils_no_other(tmp_path: Path) -> None:
    columns: Columns = {"id": ["a", "a", "b", "c"], "text": ["Tin.", "Tin khác.", None, "x" * 2000]}
    page, *refused = read(tmp_path, columns, max_document=1000)
    assert isinstance(page, Page)
    assert [one.input.rpartition("a.parquet")[2] for one in refused if isinstance(one, Refusal)] == [":2", ":3", ":4"]


def test_a_file_without_reports(tmp_path: Path) -> None:
    (refusal,) = read(tmp_path, {"name": ["a"]})
    assert isinstance(refusal, Refusal)
    assert "neither a column text nor html" in refusal.reason


def test_a_bomb_is_told_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pyarrow.table({"text": ["x" * 20_000_000]})
    parquet.write_table(table, path, compression="zstd", use_dictionary=False)
    (refusal,) = open_inputs([str(path)], SourceOptions(max_document=1_000_000))
    assert isinstance(refusal, Refusal)
    assert "far more" in refusal.reason


def test_repeated_texts_are_held_once(tmp_path: Path) -> None:
    found = read(tmp_path, {"text": ["Tin. " * 20_000] * 5000})
    assert len(found) == 5000


@pytest.mark.parametrize("content", [b"PAR1 and rubbish", b"rubbish"])
def test_a_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    (refusal,) = open_inputs([str(path)])
    assert isinstance(refusal, Refusal)
    assert "Parquet" in refusal.reason


def test_a_pipe_cannot_hold_one() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    (refusal,) = open_inputs(["-"], stdin=Pipe(b"PAR1 and more"))
    assert isinstance(refusal, Refusal)
    assert "through a pipe" in refusal.reason
