"""How much there is to read, cheaply, so that a bar can tell the remaining time."""

from collections.abc import Iterable, Iterator
from pathlib import Path

BLOCK = 1 << 20
_UNTOLD = {".gz", ".zst", ".warc", ".wet", ".parquet"}


def expected(inputs: Iterable[str]) -> int | None:
    """The number of documents that files and folders hold, or null where that cannot be known beforehand."""
    total = 0
    for path in _files(inputs):
        if path is None or path.suffix in _UNTOLD:
            return None
        total += _lines(path) if path.suffix == ".jsonl" else 1
    return total


def _files(inputs: Iterable[str]) -> Iterator[Path | None]:
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            yield from (file for file in path.rglob("*") if file.is_file())
        else:
            yield path if path.is_file() else None


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
    except OSError:
        return 1
