"""`bangiao extract`: reports in, one JSON line a report out, without a register."""

import sys
from functools import partial
from typing import Annotated

import typer

from bangiao.cli.messages import Outcome
from bangiao.cli.options import AllowHost, Inputs, Workers
from bangiao.cli.reading import Engine, readings
from bangiao.model.report import Refusal

EXAMPLE = """\b
Examples:
  bangiao extract report.txt
  bangiao extract --with-text pages/ archive.jsonl.gz > readings.jsonl
  curl -s https://example.org/report | bangiao extract -"""

WithText = Annotated[bool, typer.Option("--with-text", help="Add the text that the offsets count, and the body alone.")]


def extract(inputs: Inputs, with_text: WithText = False, allow_host: AllowHost = None, workers: Workers = 1) -> None:
    """Print what reports tell, one JSON line a report, without a register."""
    from bangiao.exports.extract_json import line
    from bangiao.pipeline import guarded

    outcome = Outcome()
    out = sys.stdout.buffer
    read = readings(inputs, outcome, allow_host, quiet=sys.stdout.isatty(), engine=Engine(workers=workers))
    for one in read:
        told = guarded(one.report.id, partial(line, one.report, one.findings, with_text))
        if isinstance(told, Refusal):
            outcome.read -= 1
            outcome.refuse(told)
            continue
        out.write(told)
        out.flush()
    raise typer.Exit(outcome.code)
