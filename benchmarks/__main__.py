"""`make bench`: how fast the reading is, beside a bare pass and peers, on this machine; renews docs/performance.md."""

import json
import platform
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.desk import desk
from benchmarks.material import ROOT, shared
from benchmarks.speed import Timed, growth, memory, stages_of, timed
from benchmarks.start import started

PEER_LEADS = 100  # peers are slow
SAMPLES = ROOT / "src" / "bangiao" / "samples"
PERFORMANCE = ROOT / "docs" / "performance.md"
BLOCK = re.compile(r"(<!-- figures: make bench -->\n).*?(<!-- end of figures -->)", re.DOTALL)
BARE, WHOLE, NER = "bare pass of the automaton", "whole, file to JSON", "underthesea, names"


def machine() -> str:
    """What it was measured on."""
    cpu = next((row.split(":")[1].strip() for row in _cpu() if row.startswith("model name")), platform.machine())
    return f"Measured on {cpu}, one core, {platform.system()}, Python {platform.python_version()}."


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def table(rows: list[Timed]) -> Iterator[str]:
    """Rates, and how many times the bare pass each takes."""
    yield "| stage | documents | documents a second | MB a second | times the bare pass |\n|---|---:|---:|---:|---:|"
    bare = next((row.best for row in rows if row.name == BARE), None)
    for row in rows:
        ratio = f"{row.best / bare:.1f}" if bare else ""
        yield f"| {row.name} | {row.documents:,} | {row.rate:,.0f} | {row.speed:.2f} | {ratio} |"


def peers(folder: Path) -> list[Timed]:
    """Names and dates of leads, and the main text of pages, as general toolkits find them."""
    with (folder / "corpus" / "leads.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(PEER_LEADS), strict=False)]
    pages = [page.read_text(encoding="utf-8") for page in sorted(SAMPLES.glob("*.html"))]
    found = [
        _peer(NER, "underthesea", lambda peer: peer.ner, texts),
        _peer("dateparser, dates", "dateparser.search", lambda peer: _dates(peer.search_dates), texts),
        _peer("trafilatura, main text", "trafilatura", lambda peer: peer.extract, pages),
    ]
    return [one for one in found if one is not None]


def _dates(search: Callable[..., object]) -> Callable[[str], object]:
    return lambda text: search(text, languages=["vi"])


def _peer(name: str, module: str, work: Callable[[Any], Callable[[str], object]], texts: list[str]) -> Timed | None:
    try:
        one = work(import_module(module))
    except ImportError as error:
        print(f"{name}: not installed ({error})", file=sys.stderr)
        return None
    one(texts[0])  # models are loaded at the first call
    name = f"{name} ({version(module.partition('.')[0])})"
    return timed(name, texts, lambda: map(one, texts), 1)


def report(folder: Path) -> Iterator[str]:
    """Everything measured, as the tables of docs/performance.md."""
    yield f"\n{machine()}"
    corpora = {name: folder / "corpus" / f"{name}.jsonl" for name in ("leads", "reports")}
    measured = {name: stages_of(path) for name, path in corpora.items()}
    for name, rows in measured.items():
        yield f"\n### {name}\n"
        yield from table(rows)
    others = peers(folder)
    yield "\n### Peers, and what is to be reached\n"
    yield "| peer | documents | documents a second |\n|---|---:|---:|"
    yield from (f"| {one.name} | {one.documents} | {one.rate:,.1f} |" for one in others)
    yield ""
    yield from ratios(measured, others)
    yield "\n### Growth and memory\n"
    for times, seconds in growth(SAMPLES / "parliament-argentina.txt"):
        yield f"- a report whose main text stands in it {times}×: {seconds * 1000:.1f} ms for each"
    for count, peak in (memory(corpora["reports"]), memory(*[corpora["reports"]] * 5)):
        yield f"- {count:,} reports streamed: {peak:.0f} MB at the peak"
    yield "\n### How long a command takes to start\n"
    yield from started()
    yield "\n### How long a desk waits\n"
    yield from desk(folder)


def ratios(measured: dict[str, list[Timed]], others: list[Timed]) -> Iterator[str]:
    """How the whole reading stands to the bare pass and to the peer's names."""
    for name, rows in measured.items():
        by_name = {row.name: row for row in rows}
        times = by_name[WHOLE].best / by_name[BARE].best
        yield f"- {name}: the whole takes {times:.0f} times the bare pass (at most 250, the goal is 100)"
    peer = next((one for one in others if one.name.startswith(NER)), None)
    if peer is not None:
        whole = next(row for row in measured["leads"] if row.name == WHOLE)
        yield f"- leads: {whole.rate / peer.rate:.0f} times as fast as the peer's names alone (at least 20, goal 50)"


def main() -> None:
    """Measure, print, and put the tables into docs/performance.md."""
    lines = []
    for line in report(shared()):
        print(line, flush=True)
        lines.append(line)
    text = PERFORMANCE.read_text(encoding="utf-8")
    inside = "\n".join(lines) + "\n"
    PERFORMANCE.write_text(BLOCK.sub(lambda match: match[1] + inside + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
