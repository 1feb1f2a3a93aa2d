"""Apache Spark: the same reading as a map over documents on many machines, the findings kept as Parquet.

Each executor reads its documents in a process of its own, as the engine for one machine does, so that a bad document
is refused and not tried again and again. An executor that is lost is Spark's to replace: its part is read anew.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bangiao.engines.processes import Limits, Lost, Work, map_in_processes
from bangiao.model.errors import BangiaoError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Opened = tuple[bytes | None, bytes | None]  # a task, or the answer where there is nothing to read
Batches = Iterator[Any]

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # documents may be of many megabytes
}
_HINT = "install Java 17 or newer and pip install 'bangiao[spark]', or look at the master's address"


class Cluster(Struct, frozen=True):
    """Where to run: `master` as Spark writes it (`local[*]`, `spark://HOST:7077`, `yarn` …), by default this machine.

    `findings` is a folder that the driver and the executors see, for the findings of the run; by default a temporary
    one on this machine.
    """

    master: str | None = None
    findings: str | None = None


def map_in_spark(
    opened: Callable[[str], Iterator[Opened]],
    work: Work,
    lost: Callable[[bytes, str], bytes],
    names: list[str],
    cluster: Cluster,
) -> Iterator[bytes]:
    """The answers to all documents of these inputs, in order; the functions are functions of modules.

    `opened` gives the documents of one input, `lost` the answer for one that no process could read.
    """
    with _session(cluster) as spark, _folder(cluster) as folder:
        inputs = spark.createDataFrame(list(enumerate(names)), "input int, name string")
        slots = max(2, spark.sparkContext.defaultParallelism)
        pages = inputs.repartition(min(slots, len(names)), "input").mapInArrow(
            _opening(opened), "input int, position int, task binary, answer binary"
        )
        answers = pages.repartition(slots).mapInArrow(_answering(work, lost), "input int, position int, answer binary")
        answers.write.mode("overwrite").parquet(folder)
        yield from _in_order(spark.read.parquet(folder))


def _in_order(answers: "DataFrame") -> Iterator[bytes]:
    for row in answers.orderBy("input", "position").select("answer").toLocalIterator(prefetchPartitions=True):
        yield bytes(row.answer)


def _opening(opened: Callable[[str], Iterator[Opened]]) -> Callable[[Batches], Batches]:
    """Inputs to documents, a few at a time."""

    def run(batches: Batches) -> Batches:
        for batch in batches:
            for row in batch.to_pylist():
                for position, (task, answer) in enumerate(opened(row["name"])):
                    yield _batch([row["input"]], [position], task=[task], answer=[answer])

    return run


def _answering(work: Work, lost: Callable[[bytes, str], bytes]) -> Callable[[Batches], Batches]:
    """Documents to answers, in one more process for each executor's slot."""

    def run(batches: Batches) -> Batches:
        rows: list[tuple[int, int]] = []

        def tasks() -> Iterator[bytes | tuple[bytes]]:
            for batch in batches:
                for row in batch.to_pylist():
                    rows.append((row["input"], row["position"]))
                    yield row["task"] if row["task"] is not None else (row["answer"],)

        for done in map_in_processes(work, tasks(), Limits(1)):
            at = rows.pop(0)
            answer = (
                lost(done.task, done.reason) if isinstance(done, Lost) else done if isinstance(done, bytes) else done[0]
            )
            yield _batch([at[0]], [at[1]], answer=[answer])

    return run


def _batch(inputs: list[int], positions: list[int], **columns: list[bytes | None]) -> Any:
    import pyarrow  # type: ignore[import-untyped]

    numbers = [pyarrow.array(inputs, pyarrow.int32()), pyarrow.array(positions, pyarrow.int32())]
    binaries = [pyarrow.array(values, pyarrow.binary()) for values in columns.values()]
    return pyarrow.RecordBatch.from_arrays([*numbers, *binaries], names=["input", "position", *columns])


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
