"""Parquet files with one report a row: the columns are those of a .jsonl line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from bangiao.model.errors import InputError, installing
from bangiao.model.report import Page, Refusal
from bangiao.sources.lines import Ids, Line, page_of
from bangiao.sources.options import SourceOptions
from bangiao.sources.wording import refuse, size

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

_ROWS = 64  # taken at once
_TEXTS = ("text", "html")


def read_shard(stream: BinaryIO, head: bytes, name: str, stem: str, options: SourceOptions) -> Iterator[Page | Refusal]:
    """A page for each row that can be read, a refusal that names file and row (from 1) for each that cannot.

    The file must lie on a disk, since its table of contents is at the end. Raises InputError when it is no such
    file, has neither text nor html, or claims to unpack beyond the limits.
    """
    if not head.startswith(b"PAR1"):
        raise InputError("is named .parquet but is no Parquet file", "look what it is, and name it so")
    file = _opened(stream)
    _check(file, options)
    ids = Ids()
    for number, row in enumerate(_rows(file), 1):
        try:
            page = page_of(_line(row, options.max_document), f"{stem}-{number}")
            ids.check(page, number)
        except InputError as error:
            yield refuse(f"{name}:{number}", error)
        else:
            yield page


def _opened(stream: BinaryIO) -> "ParquetFile":
    try:
        from pyarrow import ArrowException  # type: ignore[import-untyped]
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise InputError("is a Parquet file", installing("archives")) from None
    if not stream.seekable():
        raise InputError("is a Parquet file that comes through a pipe", "save it and give its name")
    stream.seek(0)
    try:
        names = ParquetFile(stream).schema_arrow.names
        # repeated texts stay once in memory, however many rows name them
        return ParquetFile(stream, read_dictionary=[name for name in _TEXTS if name in names])
    except (ArrowException, OSError):
        raise InputError("is a broken or packed Parquet file", "unpack it or fetch it again") from None


def _check(file: "ParquetFile", options: SourceOptions) -> None:
    """Refuse a file without reports, and one of whose columns unpacks to far more than texts would."""
    if not set(_TEXTS) & set(file.schema_arrow.names):
        raise InputError("has neither a column text nor html", "name its columns id, url, published, text, html")
    meta = file.metadata
    for group in range(meta.num_row_groups):
        for index in range(meta.num_columns):
            column = meta.row_group(group).column(index)
            whole, packed = column.total_uncompressed_size, column.total_compressed_size
            if whole > options.max_unpacked or whole > max(2 * options.max_document, options.max_ratio * packed):
                raise InputError("unpacks to far more than texts would", "if you trust it, write it as .jsonl first")


def _rows(file: "ParquetFile") -> Iterator[dict[str, Any]]:
    from pyarrow import ArrowException

    columns = [name for name in Line.__struct_fields__ if name in file.schema_arrow.names]
    try:
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for at in range(batch.num_rows):
                yield {name: batch.column(name)[at].as_py() for name in columns}
    except (ArrowException, OSError):
        raise InputError("is a broken Parquet file", "fetch it again; what stood before is read") from None


def _line(row: dict[str, Any], limit: int) -> Line:
    """The row as a line of a .jsonl file; a date or time may stand as such."""
    published: Any = row.get("published")
    plain = {**row, "published": published.isoformat() if hasattr(published, "isoformat") else published}
    if any(isinstance(plain.get(name), str) and len(plain[name]) > limit for name in _TEXTS):
        raise InputError(f"is longer than {size(limit)}", "split it; one row holds one report")
    try:
        return msgspec.convert(plain, type=Line)
    except msgspec.ValidationError as error:
        raise InputError(f"is not a report: {error}", "name its columns id, url, published, text, html") from None
