"""Where the corpora and the gold lie, and the reading of them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bangiao.evaluation.documents import Document, read_documents
from bangiao.exports.extract_json import line
from bangiao.model.report import Refusal
from bangiao.pipeline import Reading, read_pages
from bangiao.sources.options import SourceOptions

ROOT = Path(__file__).resolve().parents[1]


def shared() -> Path:
    """The folder of corpora and gold: BANGIAO_SHARED, else `shared` beside the repository; ends the run without it."""
    folder = Path(os.environ.get("BANGIAO_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        sys.exit(f"{folder} is absent: set BANGIAO_SHARED to the folder of corpora and gold")
    return folder


def readings(*inputs: Path) -> Iterator[Reading]:
    """What the inputs tell, report by report; a refused one is named on standard error."""
    for reading in read_pages([str(path) for path in inputs], SourceOptions()):
        if isinstance(reading, Refusal):
            print(f"refused: {reading.input}: {reading.reason}", file=sys.stderr)
        else:
            yield reading


def predicted(*sources: Path) -> dict[str, Document]:
    """The reports of some inputs as the public record tells them."""
    told = (line(reading.report, reading.findings, with_text=True) for reading in readings(*sources))
    return read_documents(told, ", ".join(map(str, sources)))
