"""The findings of every engine, byte for byte, on both corpora: `python -m benchmarks.same`."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from bangiao.engines.processes import Limits, map_in_processes
from bangiao.engines.spark import Cluster, map_in_spark
from bangiao.pipeline import answer, lost, opened, packed
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import DEFAULTS
from benchmarks.material import ROOT, shared

MASTER = "local-cluster[2,1,1024]"


class Mark(Struct, frozen=True):
    """How many answers, and the hash of them all in their order."""

    answers: int
    hash: str


def mark(answers: Iterable[bytes]) -> Mark:
    """Sum answers up."""
    digest, number = sha256(), 0
    for one in answers:
        number += 1
        digest.update(len(one).to_bytes(8) + one)
    return Mark(number, digest.hexdigest()[:16])


def _tasks(path: Path) -> Iterator[bytes]:
    return (task for task in map(packed, open_inputs([str(path)])) if isinstance(task, bytes))


def _processes(path: Path) -> Iterator[bytes]:
    return (one for one in map_in_processes(answer, _tasks(path), Limits(2)) if isinstance(one, bytes))


def _spark(path: Path) -> Iterator[bytes]:
    return map_in_spark(partial(opened, options=DEFAULTS), answer, lost, [str(path.resolve())], Cluster(MASTER))


def main() -> None:
    """Compare, print, and fail where they differ."""
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    same = True
    for name in ("leads", "reports"):
        path = shared() / "corpus" / f"{name}.jsonl"
        marks = {
            "local": mark(map(answer, _tasks(path))),
            "two processes": mark(_processes(path)),
            f"Spark, {MASTER}": mark(_spark(path)),
        }
        for engine, one in marks.items():
            print(f"{name}: {one.answers:,} findings of {engine}: {one.hash}", flush=True)
        same &= len(set(marks.values())) == 1
    sys.exit(0 if same else "the engines differ")


if __name__ == "__main__":
    main()
