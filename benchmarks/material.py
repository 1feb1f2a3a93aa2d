"""Where the corpora and the gold lie, and the reading of them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bangiao.evaluation.documents import Document, read_documents
from bangiao.exports.extract_json import line
from bangiao.model.report import Refusal
from bangiao.pipeline import Reading, read_pages
from bangiao.samples import sample_paths
from bangiao.sources.options import SourceOptions

NAMED = 5  # refused reports, before the rest is counted
ROOT = Path(__file__).resolve().parents[1]


def find_shared() -> Path | None:
    """The folder of corpora and gold: BANGIAO_SHARED, else `shared` beside the repository; null where it is absent."""
    folder = Path(os.environ.get("BANGIAO_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def shared() -> Path:
    """The folder of corpora and gold; ends the run where it is absent."""
    folder = find_shared()
    if folder is None:
        sys.exit("the corpora and the gold are not here: set BANGIAO_SHARED to their folder")
    return folder


def readings(*inputs: Path) -> Iterator[Reading]:
    """What the inputs tell, report by report; the first that are refused are named on standard error."""
    refused = 0
    for reading in read_pages([str(path) for path in inputs], SourceOptions()):
        if not isinstance(reading, Refusal):
            yield reading
            continue
        refused += 1
        if refused <= NAMED:
            print(f"refused: {reading.input}: {reading.reason}", file=sys.stderr)
    if refused > NAMED:
        print(f"refused: {refused - NAMED} more", file=sys.stderr)


def samples_predicted() -> dict[str, Document]:
    """The package's samples as the public record tells them."""
    return predicted(*sample_paths())


def predicted(*sources: Path) -> dict[str, Document]:
    """The reports of some inputs as the public record tells them."""
    told = (line(reading.report, reading.findings, with_text=True) for reading in readings(*sources))
    return read_documents(told, ", ".join(map(str, sources)))
