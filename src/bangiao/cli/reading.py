"""Reading inputs for a command: the pipeline, a bar, and the refusals told as they come."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from msgspec import Struct

from bangiao.cli.counting import expected
from bangiao.cli.messages import Outcome
from bangiao.cli.screen import progress

if TYPE_CHECKING:
    from bangiao.model.report import Page, Refusal
    from bangiao.pipeline import Reading, Sift
    from bangiao.sources.options import SourceOptions


class Engine(Struct, frozen=True):
    """Where documents are read: `local`, in so many processes, or `spark`, on a master of its own kind."""

    name: str = "local"
    workers: int = 1
    master: str | None = None
    findings: str | None = None


LOCAL = Engine()
Known = Callable[[Sequence[str]], "set[str]"]


def readings(
    inputs: Sequence[str],
    outcome: Outcome,
    allow_host: Sequence[str] | None,
    quiet: bool = False,
    engine: Engine = LOCAL,
    known: "Known | None" = None,
) -> "Iterator[Reading]":
    """Every report that could be read, in the order of the inputs; `outcome` counts and names the others.

    Of pages by their marks `known` says which were read before: these are not read again, and counted.
    """
    from bangiao.sources.options import SourceOptions

    options = SourceOptions(allow_hosts=tuple(allow_host or ()))
    with (
        progress("reading", expected(inputs), quiet) as advance,
        closing(_read(inputs, options, engine, _unknown(known, outcome, advance) if known else None)) as read,
    ):
        for reading in outcome.accepted(read):
            yield reading
            advance()


def _unknown(known: Known, outcome: Outcome, advance: Callable[[], None]) -> "Sift":
    from bangiao.pipeline import page_mark

    def sift(pages: "list[Page]") -> "list[Page]":
        """The pages that were not read before; the others are counted."""
        marks = [page_mark(page) for page in pages]
        before = known(marks)
        for mark in marks:
            if mark in before:
                outcome.known += 1
                advance()
        return [page for page, mark in zip(pages, marks, strict=True) if mark not in before]

    return sift


def _read(
    inputs: Sequence[str], options: "SourceOptions", engine: Engine, sift: "Sift | None"
) -> "Generator[Reading | Refusal]":
    from bangiao.pipeline import read_in_spark, read_pages

    if engine.name == "local":
        yield from read_pages(inputs, options, workers=engine.workers, sift=sift)
        return
    from bangiao.engines.spark import Cluster

    yield from read_in_spark(inputs, options, Cluster(engine.master, engine.findings))
