"""Parquet: a file a table, typed columns, for data frames and databases."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from bangiao.exports.columns import Column, columns
from bangiao.exports.parts import Format, Part
from bangiao.exports.tables import described
from bangiao.views.release import Release

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

NOTES = ("A null says that the value is not known. Lists are lists of strings. Each column carries its meaning.",)
_ROWS = 20_000  # rows of a group: what is held in memory at a time


def parts(release: Release) -> Iterator[Part]:
    """A file for each table."""
    for name, kind in release.tables.items():
        yield Part(f"{name}.parquet", written(kind, release.rows(name)))


def written(kind: type[Struct], rows: Iterable[Struct]) -> Iterator[bytes]:
    """The bytes of one table; the same rows give the same bytes with the same version of Arrow."""
    import pyarrow
    from pyarrow import parquet

    sink, shape = io.BytesIO(), schema(kind)
    with parquet.ParquetWriter(sink, shape, compression="zstd") as writer:
        for some in _groups(rows):
            writer.write_table(pyarrow.Table.from_pylist(some, schema=shape))
    yield sink.getvalue()


def _groups(rows: Iterable[Struct]) -> Iterator[list[dict[str, Any]]]:
    them = iter(rows)
    while some := list(islice(them, _ROWS)):
        yield [msgspec.structs.asdict(one) for one in some]


def schema(kind: type[Struct]) -> "pyarrow.Schema":
    """The columns of a table with their types and meanings."""
    import pyarrow

    return pyarrow.schema(
        [
            pyarrow.field(one.name, _type(one), nullable=one.optional, metadata={"meaning": one.meaning})
            for one in columns(kind)
        ]
    )


def _type(column: Column) -> "pyarrow.DataType":
    import pyarrow

    types = {"text": pyarrow.string(), "number": pyarrow.int64(), "flag": pyarrow.bool_()}
    return types.get(column.kind, pyarrow.list_(pyarrow.field("item", pyarrow.string(), nullable=False)))


FORMAT = Format(
    "parquet",
    "parquet",
    "typed tables for data frames and databases",
    parts,
    described,
    NOTES,
    folder=True,
    text=False,
    extra="data",
)
