"""`make bench-names`: how fast names are compared and found, beside a peer; renews its block of docs/performance.md."""

import argparse
import gc
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from msgspec import Struct

from bangiao.spelling import compare
from bangiao.spelling.compare import forget
from benchmarks.__main__ import PERFORMANCE, machine
from benchmarks.lookup import Looked, look_up
from benchmarks.material import ROOT
from benchmarks.spelt import SEED, names, pairs

PAIRS, POOL, SAMPLE, KNOWN, NEW = 1_000_000, 10_000, 5_000, 1_000_000, 50
GOAL = 20
BLOCK = re.compile(r"(<!-- figures: make bench-names -->\n).*?(<!-- end of figures for names -->)", re.DOTALL)
PEER_PYTHON = ROOT / ".venv" / "peers-names" / "bin" / "python"
MATCHERS = ("regression-v1", "logic-v1", "logic-v2")  # the first is the peer's own default
# The peer gets its entities made and its tables loaded before the clock starts.
PEER = """
import gc, json, sys, time
from importlib.metadata import version
from followthemoney import model
from nomenklatura.matching import DefaultAlgorithm, get_algorithm
def person(name):
    return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})
warm, timed = json.load(sys.stdin)
rates = {}
for name in sys.argv[1:]:
    matcher = get_algorithm(name)
    config = matcher.default_config()
    for one, other in warm:
        matcher.compare(person(one), person(other), config)
    made = [(person(one), person(other)) for one, other in timed]
    gc.freeze()
    start = time.process_time()
    for one, other in made:
        matcher.compare(one, other, config)
    rates[name] = len(made) / (time.process_time() - start)
print(json.dumps({"version": version("nomenklatura"), "default": DefaultAlgorithm.NAME, "rates": rates}))
"""
Pairs = list[tuple[str, str]]


class Peer(Struct, frozen=True):
    """What the peer reaches: its version, its default matcher, and pairs a second for each matcher."""

    version: str
    default: str
    rates: dict[str, float]


def rate(some: Pairs) -> float:
    """Pairs that are compared in a processor second; what lies in memory before is no matter of the collector's."""
    gc.freeze()
    start = time.process_time()
    for one, other in some:
        compare(one, other)
    seconds = time.process_time() - start
    gc.unfreeze()
    return len(some) / seconds


def first_rate(warm: Pairs, some: Pairs) -> float:
    """The rate where every name is met for the first time; the tables are loaded, nothing else is remembered."""
    rate(warm)
    forget()
    return rate(some)


def peer_rates(warm: Pairs, some: Pairs) -> Peer | None:
    """What the peer reaches with pairs, in a process and an environment of its own; null where it is not installed."""
    if not PEER_PYTHON.exists():
        print("the peer is not installed: make bench-names", file=sys.stderr)
        return None
    command = [str(PEER_PYTHON), "-c", PEER, *MATCHERS]
    done = subprocess.run(command, input=json.dumps([warm, some]), capture_output=True, text=True, env=_plain())
    if done.returncode:
        print(f"the peer failed: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    told = json.loads(done.stdout)
    return Peer(told["version"], told["default"], told["rates"])


def _plain() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def compared(count: int, pool: int, sample: int) -> Iterator[str]:
    """The table of rates and ratios."""
    warm, some = pairs(500, 1_000, SEED + 1), pairs(count, pool)
    few = some[:: max(1, count // sample)][:sample]
    first = first_rate(warm, few)
    forget()
    whole = rate(some)
    yield "| comparison | pairs | pairs a second |\n|---|---:|---:|"
    yield f"| ours, names of a pool of {pool:,} people | {count:,} | {whole:,.0f} |"
    yield f"| ours, the sample, each name met for the first time | {len(few):,} | {first:,.0f} |"
    peer = peer_rates(warm, few)
    if peer is None:
        return
    for name, value in peer.rates.items():
        default = ", its default" if name == peer.default else ""
        yield f"| nomenklatura {peer.version}, {name}{default}, the sample | {len(few):,} | {value:,.0f} |"
    yield ""
    for name, value in peer.rates.items():
        goal = f"at least {GOAL}; " if name == peer.default else ""
        yield f"- {whole / value:.1f} times as fast as {name} ({goal}{first / value:.1f} with every name new)"


def found(known: int, new: int) -> Iterator[str]:
    """The table of look-ups."""
    made = names(known + new)
    plain, rows = look_up(made[:known], made[known:])
    yield f"\n| look-up among {known:,} names | microseconds | plain look-ups |\n|---|---:|---:|"
    for title, value in _looked(rows, plain):
        yield f"| {title} | {value * 1e6:,.1f} | {value / plain:,.2f} |"
    share = fmean(row.found for row in rows) / known
    many = fmean(row.keys for row in rows)
    yield f"\nA new name has {many:.0f} keys on average; they are coarse on purpose, so that few spellings are missed:"
    yield f"{share:.1%} of the known names are left to compare."


def _looked(rows: list[Looked], plain: float) -> Iterator[tuple[str, float]]:
    yield "plain look-up of one row by its id", plain
    yield "the keys of a new name", fmean(row.keying for row in rows)
    yield "the candidates of a new name, all of them", fmean(row.looking for row in rows)
    yield "each candidate", sum(row.looking for row in rows) / max(1, sum(row.found for row in rows))


def main(arguments: list[str] | None = None) -> None:
    """Measure, print, and put the table into docs/performance.md where the run is a whole one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="a part of the whole, to try it: 0.01")
    share = parser.parse_args(arguments).share
    lines = []
    for line in report(share):
        print(line, flush=True)
        lines.append(line)
    if share == 1.0:
        write(PERFORMANCE, lines)


def report(share: float) -> Iterator[str]:
    """Everything measured, as Markdown."""
    yield f"\n{machine()}\n"
    sizes = [max(2, round(size * share)) for size in (PAIRS, POOL, SAMPLE, KNOWN, NEW)]
    yield from compared(*sizes[:3])
    yield from found(*sizes[3:])


def write(path: Path, lines: list[str]) -> None:
    """Renew the block of figures."""
    inside = "\n".join(lines) + "\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(BLOCK.sub(lambda match: match[1] + inside + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
