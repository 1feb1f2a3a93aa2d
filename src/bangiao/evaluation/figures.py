"""From counts to figures: precision, recall and F1, with intervals by resampling documents."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from bangiao.evaluation.documents import Document
from bangiao.evaluation.tally import COMMITMENT_FIELDS, MILLION, Counts, Tally, tally

SLOTS = ("form", "status", "mode", "date", "country", "venue", "city")
SHARED = ("found", "exact", "full")  # these three count the same contacts
HEADLINE = ("diplomatic", "found", "exact", "full", "people", "recalled", "commitments")
RESAMPLES = 1000
SEED = 20


class Rate(Struct, frozen=True):
    """Precision, recall and their harmonic mean, with the numbers of gold and predicted things."""

    p: float
    r: float
    f1: float
    gold: int
    predicted: int


class Figures(Struct, frozen=True):
    """All figures of one evaluation; `pages` counts the documents whose page field is right."""

    documents: int
    rates: dict[str, Rate]
    slots: dict[str, float]
    commitments: dict[str, float]
    pages: dict[str, int]
    intervals: dict[str, tuple[float, float]]

    def reached(self) -> dict[str, float]:
        """Every figure that a floor can be set for, by name."""
        return {name: rate.f1 for name, rate in self.rates.items()} | self.slots | self.commitments


def rate(hit: int, predicted: int, gold: int) -> Rate:
    """Precision and recall; where nothing was there to find and nothing was found, both are 1."""
    precision = hit / predicted if predicted else float(not gold)
    recall = hit / gold if gold else float(not predicted)
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Rate(precision, recall, mean, gold, predicted)


def tallies(gold: Mapping[str, Document], seen: Mapping[str, Document]) -> list[Tally]:
    """One tally for each document of the gold; a document that was not predicted counts as one without contacts."""
    return [tally(document, seen.get(key) or Document(key)) for key, document in gold.items()]


def figures(counted: Sequence[Tally], resamples: int = RESAMPLES) -> Figures:
    """The figures of a set of documents."""
    total = _sum(document.counts for document in counted)
    found = total["found.hit"] or 1
    rates = _rates(total)
    slots = {name: total[f"slot.{name}"] / found for name in SLOTS} | {
        "channels_f1": rate(total["channels.hit"], total["channels.predicted"], total["channels.gold"]).f1,
        "office": total["office"] / (total["office.of"] or 1),
        "side_of_person": total["side"] / (total["people.hit"] or 1),
    }
    lines = (total["commitments.hit"] or 1) * MILLION
    promised = (
        {name: total[f"commitments.{name}"] / lines for name in COMMITMENT_FIELDS} if "commitments" in rates else {}
    )
    pages = {key.removeprefix("page."): count for key, count in total.items() if key.startswith("page.")}
    return Figures(len(counted), rates, slots, promised, pages, intervals(counted, resamples))


def _sum(counts: Iterable[Counts]) -> Counts:
    total: Counts = Counter()
    for one in counts:
        total.update(one)
    return total


def _rates(total: Mapping[str, int]) -> dict[str, Rate]:
    rates = {}
    for name in HEADLINE:
        if name == "commitments" and not total.get("commitments.documents"):
            continue
        hit, predicted, gold = (total.get(key, 0) for key in _keys(name))
        rates[name] = rate(hit, predicted, gold)
    return rates


def _keys(name: str) -> tuple[str, str, str]:
    """The names of the counts that make a rate."""
    if name in SHARED:
        return f"{name}.hit", "predicted", "gold"
    return f"{name}.hit", f"{name}.predicted", f"{name}.gold"


def intervals(counted: Sequence[Tally], resamples: int, seed: int = SEED) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each F1: documents are drawn again, with replacement, from a fixed seed."""
    if not counted or resamples < 1:
        return {}
    chance = random.Random(seed)
    draws = [Counter(chance.choices(range(len(counted)), k=len(counted))) for _ in range(resamples)]
    spread = {}
    for name in _rates(_sum(document.counts for document in counted)):
        rows = [tuple(document.counts.get(key, 0) for key in _keys(name)) for document in counted]
        values = sorted(_f1_of(rows, draw) for draw in draws)
        low, high = int(0.025 * (resamples - 1)), round(0.975 * (resamples - 1))
        spread[name] = (values[low], values[high])
    return spread


def _f1_of(rows: Sequence[tuple[int, ...]], draw: Mapping[int, int]) -> float:
    hit = predicted = gold = 0
    for index, times in draw.items():
        row = rows[index]
        hit += times * row[0]
        predicted += times * row[1]
        gold += times * row[2]
    return rate(hit, predicted, gold).f1


def as_json(result: Figures) -> dict[str, object]:
    """The figures under the names that the reference scorer prints, with the intervals beside them."""
    record: dict[str, object] = {"documents": result.documents}
    for name, value in result.rates.items():
        record[name] = structs.asdict(value) | (result.commitments if name == "commitments" else {})
    record["slots"] = result.slots
    if result.pages:
        record["pages"] = result.pages
    record["intervals"] = {name: list(spread) for name, spread in result.intervals.items()}
    return record
