"""`make bench`: how fast the reading is, and how fast peers do the parts that they do, on this machine."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.material import ROOT, readings, shared

ROUNDS = 3
PEER_LEADS = 100  # peers are slow
SAMPLES = ROOT / "src" / "bangiao" / "samples"


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The times of a few rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return times


def show(name: str, documents: int, times: list[float]) -> None:
    """Documents a second: the median round, and the range."""
    rates = sorted(documents / one for one in times)
    print(f"  {name:44} {median(rates):10,.0f} a second  [{rates[0]:,.0f}-{rates[-1]:,.0f}]  of {documents}")


def drain(work: Iterable[object]) -> int:
    """Use up an iterator and say how much it gave."""
    return sum(1 for _ in work)


def own(folder: Path) -> None:
    """The reading of both corpora, and the start of the command line."""
    for name in ("leads", "reports"):
        path = folder / "corpus" / f"{name}.jsonl"
        documents = drain(readings(path))
        show(f"bangiao, {name}", documents, seconds(lambda source=path: drain(readings(source)), 2))  # type: ignore[misc]
    command = [str(Path(sys.executable).with_name("bangiao")), "--help"]
    times = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    print(f"  {'bangiao --help':44} {median(times):10.2f} seconds")


def peer(name: str, module: str, work: Callable[[Any], Callable[[str], object]], texts: list[str]) -> None:
    """One peer over the same leads; told where it is not installed."""
    try:
        one = work(import_module(module))
    except ImportError as error:
        print(f"  {name:44} not installed ({error})")
        return
    one(texts[0])  # models are loaded at the first call
    show(name, len(texts), seconds(lambda: [one(text) for text in texts], 1))


def peers(folder: Path) -> None:
    """Names and dates of the leads, and the main text of pages, as general toolkits find them."""
    with (folder / "corpus" / "leads.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(PEER_LEADS), strict=False)]
    peer("underthesea, names", "underthesea", lambda found: found.ner, texts)
    peer(
        "dateparser, dates",
        "dateparser.search",
        lambda found: lambda text: found.search_dates(text, languages=["vi"]),
        texts,
    )
    pages = [page.read_text(encoding="utf-8") for page in sorted(SAMPLES.glob("*.html"))]
    peer("trafilatura, main text of the sample pages", "trafilatura", lambda found: found.extract, pages)


def main() -> None:
    """Measure ourselves, then the peers."""
    folder = shared()
    own(folder)
    peers(folder)


if __name__ == "__main__":
    main()
