"""How fast each stage reads both corpora, against a bare pass of the automaton over the same text."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import ahocorasick_rs
from msgspec import Struct

from bangiao.exports.extract_json import line
from bangiao.findings.dates.read import find_dates
from bangiao.findings.find import find, stages
from bangiao.languages.pack import load
from bangiao.model.report import Page, Report
from bangiao.reports.cut import cut
from bangiao.text.fold import fold
from benchmarks.material import ROOT, readings

ROUNDS = 2
TIMES = (1, 10, 100)
MEMORY = """
import resource, sys
from pathlib import Path
from benchmarks.material import readings
count = sum(1 for _ in readings(*map(Path, sys.argv[1:])))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


class Timed(Struct, frozen=True):
    """One measurement: documents and bytes (UTF-8) done in each of some rounds, in seconds of the processor."""

    name: str
    documents: int
    size: int
    rounds: tuple[float, ...]

    @property
    def best(self) -> float:
        """The quickest round: what else the machine did disturbs it least."""
        return min(self.rounds)

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.best

    @property
    def speed(self) -> float:
        """Megabytes (10^6) of text a second."""
        return self.size / self.best / 1e6


def timed(name: str, texts: list[str], work: Callable[[], Iterable[object]], rounds: int = ROUNDS) -> Timed:
    """Time a piece of work that goes once over some texts."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in work():
            pass
        times.append(time.process_time() - start)
    return Timed(name, len(texts), sum(len(text.encode()) for text in texts), tuple(times))


def stages_of(corpus: Path) -> list[Timed]:
    """Each stage over one corpus, everything it needs in memory, then the whole from file to JSON."""
    with corpus.open(encoding="utf-8") as lines:
        rows = [json.loads(row) for row in lines]
    pages = [Page(row["id"], row["text"], published=row.get("published")) for row in rows]
    texts = [page.content for page in pages]
    reports = [report for report in map(cut, pages) if isinstance(report, Report)]
    pack = load("vi")
    own = [report for report in reports if report.language == "vi"]
    lower = [fold(text).lower for text in texts]
    bare = ahocorasick_rs.AhoCorasick(pack.lexicon.phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    work: dict[str, tuple[list[str], Callable[[], Iterable[object]]]] = {
        "bare pass of the automaton": (texts, lambda: map(bare.find_matches_as_indexes, lower)),
        "fold": (texts, lambda: map(fold, texts)),
        "cut the report": (texts, lambda: map(cut, pages)),
        "dates": (texts, lambda: map(find_dates, texts)),
        "contacts (dates in them)": (texts, lambda: (stages(report, pack) for report in own)),
        "all findings (contacts in them)": (texts, lambda: map(find, reports)),
        "whole, file to JSON": (texts, lambda: (line(one.report, one.findings) for one in readings(corpus))),
    }
    return [timed(name, over, task) for name, (over, task) in work.items()]


def growth(report: Path) -> list[tuple[int, float]]:
    """Seconds for a report whose main text stands in it 1, 10 and 100 times, for each time that it stands there."""
    head, _, body = report.read_text(encoding="utf-8").partition("\n")
    out = []
    for times in TIMES:
        page = Page("long", "\n".join((head, *[body] * times)))
        one = timed("", [page.content], lambda page=page: [find(cut(page))])  # type: ignore[misc, arg-type]
        out.append((times, one.best / times))
    return out


def memory(*corpora: Path) -> tuple[int, float]:
    """Documents and peak memory (MB) of a process that reads some inputs one after another."""
    command = [sys.executable, "-c", MEMORY, *map(str, corpora)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    count, peak = done.stdout.split()
    return int(count), int(peak) / 1024
