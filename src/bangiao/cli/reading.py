"""Reading inputs for a command: the pipeline, a bar, and the refusals told as they come."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.cli.counting import expected
from bangiao.cli.messages import Outcome
from bangiao.cli.screen import progress

if TYPE_CHECKING:
    from bangiao.model.report import Refusal
    from bangiao.pipeline import Reading
    from bangiao.sources.options import SourceOptions


class Engine(Struct, frozen=True):
    """Where documents are read: `local`, in so many processes, or `spark`, on a master of its own kind."""

    name: str = "local"
    workers: int = 1
    master: str | None = None
    findings: str | None = None


LOCAL = Engine()


def readings(
    inputs: Sequence[str],
    outcome: Outcome,
    allow_host: Sequence[str] | None,
    quiet: bool = False,
    engine: Engine = LOCAL,
) -> "Iterator[Reading]":
    """Every report that could be read, in the order of the inputs; `outcome` counts and names the others."""
    from bangiao.sources.options import SourceOptions

    options = SourceOptions(allow_hosts=tuple(allow_host or ()))
    with (
        progress("reading", expected(inputs), quiet) as advance,
        closing(_read(inputs, options, engine)) as read,
    ):
        for reading in outcome.accepted(read):
            yield reading
            advance()


def _read(inputs: Sequence[str], options: "SourceOptions", engine: Engine) -> "Generator[Reading | Refusal]":
    from bangiao.pipeline import read_in_spark, read_pages

    if engine.name == "local":
        yield from read_pages(inputs, options, workers=engine.workers)
        return
    from bangiao.engines.spark import Cluster

    yield from read_in_spark(inputs, options, Cluster(engine.master, engine.findings))
