"""Apache Spark: the same reading as a map over documents on many machines, the findings kept as Parquet.

Each executor reads its documents in a process of its own, as the engine for one machine does, so that a bad document
is refused and not tried again and again. An executor that is lost is Spark's to replace: its part is read anew.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bangiao.engines.processes import Limits, Lost, Work, map_in_processes
from bangiao.model.errors import BangiaoError, installing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Opened = tuple[bytes | None, bytes | None]  # a task, or the answer where there is nothing to read
Place = tuple[int, str, int]  # the number and the name of the input, the position in it
Batches = Iterator[Any]

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # documents may be of many megabytes
}
_PLACE = "input int, name string, position int"
_STORED = re.compile(r"(?:s3a|hdfs|abfss?|gs|file)://")
_HINT = f"install Java 17 or newer, and {installing('spark')}; or look at the master's address"


class Cluster(Struct, frozen=True):
    """Where to run: `master` as Spark writes it (`local[*]`, `spark://HOST:7077`, `yarn` …), by default this machine.

    `findings` is a folder that the driver and the executors see, for the findings of the run; by default a temporary
    one on this machine.
    """

    master: str | None = None
    findings: str | None = None


def map_in_spark(
    opened: Callable[[str, bytes | None], Iterator[Opened]],
    work: Work,
    lost: Callable[[bytes, str], bytes],
    names: list[str],
    cluster: Cluster,
) -> Iterator[bytes]:
    """The answers to all documents of these inputs, in order; the functions are functions of modules.

    `opened` gives the documents of one input, by its name, and by its content where Hadoop fetched that (`s3a://`,
    `hdfs://` …); `lost` is the answer for a document that no process could read.
    """
    with _session(cluster) as spark, _folder(cluster) as folder:
        slots = max(2, spark.sparkContext.defaultParallelism)
        inputs = _inputs(spark, names).repartition(min(slots, len(names)), "input")
        pages = inputs.mapInArrow(_opening(opened), f"{_PLACE}, task binary, answer binary")
        answers = pages.repartition(slots).mapInArrow(_answering(work, lost), f"{_PLACE}, answer binary")
        answers.write.mode("overwrite").parquet(folder)
        yield from _in_order(spark.read.parquet(folder))


def is_stored(name: str) -> bool:
    """Whether an input is to be fetched by Hadoop's connectors."""
    return _STORED.match(name) is not None


def _inputs(spark: "SparkSession", names: list[str]) -> "DataFrame":
    """The inputs with their numbers; those that Hadoop fetches with their content, folders of them file by file."""
    from pyspark.sql import functions, types

    plain = [(number, name, None) for number, name in enumerate(names) if not is_stored(name)]
    inputs = spark.createDataFrame(plain, "input int, name string, content binary")
    for number, name in enumerate(names):
        if is_stored(name):
            files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(name)
            at = functions.lit(number).cast(types.IntegerType()).alias("input")
            inputs = inputs.union(files.select(at, functions.col("path").alias("name"), "content"))
    return inputs


def _in_order(answers: "DataFrame") -> Iterator[bytes]:
    for row in answers.orderBy("input", "name", "position").select("answer").toLocalIterator(prefetchPartitions=True):
        yield bytes(row.answer)


def _opening(opened: Callable[[str, bytes | None], Iterator[Opened]]) -> Callable[[Batches], Batches]:
    """Inputs to documents, a few at a time."""

    def run(batches: Batches) -> Batches:
        for batch in batches:
            for row in batch.to_pylist():
                for position, (task, answer) in enumerate(opened(row["name"], row["content"])):
                    yield _batch((row["input"], row["name"], position), task=task, answer=answer)

    return run


def _answering(work: Work, lost: Callable[[bytes, str], bytes]) -> Callable[[Batches], Batches]:
    """Documents to answers, in one more process for each executor's slot."""

    def run(batches: Batches) -> Batches:
        rows: list[Place] = []

        def tasks() -> Iterator[bytes | tuple[bytes]]:
            for batch in batches:
                for row in batch.to_pylist():
                    rows.append((row["input"], row["name"], row["position"]))
                    yield row["task"] if row["task"] is not None else (row["answer"],)

        for done in map_in_processes(work, tasks(), Limits(1)):
            at = rows.pop(0)
            answer = (
                lost(done.task, done.reason) if isinstance(done, Lost) else done if isinstance(done, bytes) else done[0]
            )
            yield _batch(at, answer=answer)

    return run


def _batch(place: Place, **columns: bytes | None) -> Any:
    import pyarrow  # type: ignore[import-untyped]

    kinds = (pyarrow.int32(), pyarrow.string(), pyarrow.int32())
    places = [pyarrow.array([value], kind) for value, kind in zip(place, kinds, strict=True)]
    binaries = [pyarrow.array([value], pyarrow.binary()) for value in columns.values()]
    return pyarrow.RecordBatch.from_arrays([*places, *binaries], names=["input", "name", "position", *columns])


@contextmanager
def _session(cluster: Cluster) -> "Iterator[SparkSession]":
    """Spark, started for this run and stopped after it."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise BangiaoError("Spark is not installed", _HINT) from None
    builder = SparkSession.builder.appName("bangiao")
    if cluster.master:
        builder = builder.master(cluster.master)
    for name, value in (_SETTINGS | {"spark.executorEnv.PYTHONPATH": os.environ.get("PYTHONPATH", "")}).items():
        builder = builder.config(name, value)
    try:
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
    except Exception as error:  # what Java says has no type of its own
        raise BangiaoError(f"Spark cannot be started: {_first_line(error)}", _HINT) from error
    try:
        yield spark
    except PySparkException as error:
        raise BangiaoError(f"Spark gave up: {_first_line(error)}", "nothing of it is stored; run it again") from error
    finally:
        spark.stop()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


@contextmanager
def _folder(cluster: Cluster) -> Iterator[str]:
    if cluster.findings:
        yield cluster.findings
        return
    with TemporaryDirectory(prefix="bangiao-findings-") as folder:
        yield f"{folder}/findings"
