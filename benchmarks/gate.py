"""`make gate`: the readings against the gold, and against their floors; ends with 1 where one falls short."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from bangiao.evaluation.documents import read_documents
from bangiao.evaluation.figures import Figures, figures, tallies
from bangiao.evaluation.halves import half_of
from bangiao.samples import expected, sample_paths
from benchmarks.material import predicted, shared

FLOORS = Path(__file__).with_name("floors.toml")
SAMPLES = "samples"
SETTINGS = ("name", "gold", "input", "half")


def measure(floor: dict[str, Any]) -> Figures:
    """The figures of one gold file, of all its documents or of the half that nobody reads errors in."""
    if floor["gold"] == SAMPLES:
        gold = read_documents(map(msgspec.json.encode, expected().values()), SAMPLES)
        return figures(tallies(gold, predicted(*sample_paths())))
    gold_file = shared() / floor["gold"]
    with gold_file.open("rb") as lines:
        gold = read_documents(lines, str(gold_file))
    if floor["half"] != "all":
        gold = {key: document for key, document in gold.items() if half_of(key) == floor["half"]}
    return figures(tallies(gold, predicted(shared() / floor["input"])))


def show(name: str, result: Figures) -> None:
    """Print the figures of one gold file, with their 95 % intervals."""
    print(f"\n{name}: {result.documents} documents")
    for key, rate in result.rates.items():
        low, high = result.intervals.get(key, (rate.f1, rate.f1))
        print(f"  {key:12} P {rate.p:.3f}  R {rate.r:.3f}  F1 {rate.f1:.3f}  [{low:.3f}, {high:.3f}]  of {rate.gold}")
    print("  fields       " + "  ".join(f"{key} {value:.3f}" for key, value in result.slots.items()))
    if result.commitments:
        print("  commitments  " + "  ".join(f"{key} {value:.3f}" for key, value in result.commitments.items()))
    if result.pages:
        print("  pages        " + "  ".join(f"{key} {value}/{result.documents}" for key, value in result.pages.items()))


def below(name: str, floor: dict[str, Any], result: Figures) -> list[str]:
    """The figures that fall short; a field of the page must be right in every document."""
    reached = result.reached()
    low = [
        f"{name}: {key} {reached[key]:.3f} < {value}"
        for key, value in floor.items()
        if key not in SETTINGS and reached[key] < value
    ]
    return low + [
        f"{name}: page field {key} right in {count} of {result.documents}"
        for key, count in result.pages.items()
        if count < result.documents
    ]


def main() -> int:
    """Measure every gold file that floors.toml names."""
    low: list[str] = []
    for floor in tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floor"]:
        result = measure(floor)
        title = floor["name"] if floor["half"] == "all" else f"{floor['name']}, the half for {floor['half']}"
        show(title, result)
        low += below(floor["name"], floor, result)
    for fault in low:
        print(f"falls short: {fault}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
