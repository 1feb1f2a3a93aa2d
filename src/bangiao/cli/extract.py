"""`bangiao extract`: reports in, one JSON line a report out, without a register."""

import sys
from typing import Annotated

import typer

from bangiao.cli.messages import Outcome
from bangiao.cli.options import AllowHost, Inputs
from bangiao.cli.reading import readings

EXAMPLE = """\b
Examples:
  bangiao extract report.txt
  bangiao extract --with-text pages/ archive.jsonl.gz > readings.jsonl
  curl -s https://example.org/report | bangiao extract -"""

WithText = Annotated[bool, typer.Option("--with-text", help="Add the text that the offsets count, and the body alone.")]


def extract(inputs: Inputs, with_text: WithText = False, allow_host: AllowHost = None) -> None:
    """Print what reports tell, one JSON line a report, without a register."""
    from bangiao.exports.extract_json import line

    outcome = Outcome()
    out = sys.stdout.buffer
    for reading in readings(inputs, outcome, allow_host, quiet=sys.stdout.isatty()):
        out.write(line(reading.report, reading.findings, with_text))
        out.flush()
    raise typer.Exit(outcome.code)
