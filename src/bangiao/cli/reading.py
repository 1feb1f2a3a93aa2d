"""Reading inputs for a command: the pipeline, a bar, and the refusals told as they come."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bangiao.cli.counting import expected
from bangiao.cli.messages import Outcome
from bangiao.cli.screen import progress

if TYPE_CHECKING:
    from bangiao.pipeline import Reading


def readings(
    inputs: Sequence[str], outcome: Outcome, allow_host: Sequence[str] | None, quiet: bool = False, workers: int = 1
) -> "Iterator[Reading]":
    """Every report that could be read, in the order of the inputs; `outcome` counts and names the others."""
    from bangiao.pipeline import read_pages
    from bangiao.sources.options import SourceOptions

    options = SourceOptions(allow_hosts=tuple(allow_host or ()))
    with progress("reading", expected(inputs), quiet) as advance:
        for reading in outcome.accepted(read_pages(inputs, options, workers=workers)):
            yield reading
            advance()
