"""`make confidence`: what each sign of a field is worth, by fields judged by hand; checked on the half for figures."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bangiao.evaluation.agree import same_date, same_phrase, side_key, sides
from bangiao.evaluation.align import align_places, pair_people
from bangiao.evaluation.documents import ToldContact
from bangiao.evaluation.halves import Half, half_of
from bangiao.exports.explain_rows import told
from bangiao.findings.confidence import Worth, signs_of
from bangiao.findings.signs import kind_of
from bangiao.model.findings import Contact
from benchmarks.floors import gold_of, read_floors
from benchmarks.judged import HELD, JUDGED, count, judged
from benchmarks.logistic import Example, bound, fit, held_out
from benchmarks.material import ROOT, readings, shared

TABLE = ROOT / "src" / "bangiao" / "findings" / "confidence.toml"
HEAD = """\
# What each sign of a field is worth (log odds that the field is right), and the sums from which trust is high or fair.
# Measured on the fields of benchmarks/judged.tsv and, with less weight, of the gold's half that is read; the bounds by
# leaving documents out. A field of a contact that the gold does not know is wrong. `make confidence` writes it.

"""
# How often the fields of a level are right in documents left out of the fit. High is to be right 97 times in 100: the
# last fit has a tenth more documents than those of the folds and is a little surer.
HIGH, FAIR = 0.965, 0.80
OF_READ = 0.3  # the rules know the half that is read: its fields count for less


def of_gold(half: Half, weight: float = 1.0) -> Iterator[Example]:
    """Every field that is told in one half of the gold, with its signs, and whether it is right."""
    for gold in read_floors():
        if not gold.halves:
            continue
        documents = {key: one for key, one in gold_of(gold).items() if half_of(key) == half}
        for reading in readings(shared() / gold.input):
            if reading.report.id not in documents:
                continue
            wanted, seen = documents[reading.report.id].contacts, reading.findings.contacts
            pairs = {ours: theirs for theirs, ours in align_places(wanted, [told(one) for one in seen])}
            for place, contact in enumerate(seen):
                other = wanted[pairs[place]] if place in pairs else None
                for field, signs in signs_of(reading.report, seen, place).items():
                    good = other is not None and right(field, contact, other)
                    yield Example(reading.report.id, kind_of(field), signs, good, weight)


def of_judged(path: Path = JUDGED) -> Iterator[Example]:
    """Every field that was judged by hand outside the gold."""
    for reading, place, marks in judged(path):
        for field, signs in signs_of(reading.report, reading.findings.contacts, place).items():
            if field in marks:
                yield Example(reading.report.id, kind_of(field), signs, marks[field])


def right(field: str, contact: Contact, gold: ToldContact) -> bool:
    """Whether a field of a contact that was found says what the gold says."""
    if field == "date":
        return same_date(gold.date, contact.date)
    if field in ("venue", "city"):
        return same_phrase(getattr(gold, field), getattr(contact, field))
    if field == "channels":
        return set(contact.channels) == set(gold.channels)
    if not field.startswith("sides."):
        return bool(getattr(contact, field) == getattr(gold, field))
    ours = told(contact)
    parts = field.split(".")
    side = ours.sides[int(parts[1])]
    if parts[2] != "people":
        return side_key(side) in sides(gold)
    person = side.people[int(parts[3])]
    match = next((one for one, other in pair_people(gold, ours) if other[1] is person), None)
    if match is None:
        return person.name is None and side_key(side) in sides(gold)
    if parts[4] == "name":
        return match[0] == (side.country or side.org or "")
    return not match[1].office or same_phrase(match[1].office, person.office)


def measure() -> tuple[Worth, list[Example]]:
    """What the signs are worth, the bounds of the levels, and the judged fields that they were measured on."""
    counted = list(of_judged())
    examples = [*counted, *of_gold("read", OF_READ)]
    odds = held_out(examples)
    start, points = fit(examples)
    high = bound(odds, examples, HIGH)
    rest = [(value, one) for value, one in zip(odds, examples, strict=True) if value < high]
    return Worth(start, high, bound([value for value, _ in rest], [one for _, one in rest], FAIR), points), counted


def check(worth: Worth, half: Half) -> Iterator[str]:
    """How often fields of each level are right in one half, and which share of each kind is marked high."""
    return shares(worth, list(of_gold(half)), half)


def shares(worth: Worth, examples: Sequence[Example], name: str) -> Iterator[str]:
    """How often the examples of each level are right, and which share of each kind is marked high."""
    hit: Counter[str] = Counter()
    of: Counter[str] = Counter()
    high: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for one in examples:
        mark = worth.level(one.signs)
        hit[mark] += one.right
        of[mark] += 1
        high[one.kind] += mark == "high"
        kinds[one.kind] += 1
    for mark in ("high", "fair", "low"):
        rate, share = hit[mark] / max(1, of[mark]), of[mark] / max(1, of.total())
        yield f"{name}: {mark} right {hit[mark]} of {of[mark]} ({rate:.3f}), {share:.0%} of fields"
    yield f"{name}: marked high: " + ", ".join(f"{kind} {high[kind] / kinds[kind]:.0%}" for kind in kinds)


def written(worth: Worth) -> str:
    """The table as it stands in its file."""
    points = "".join(f'"{sign}" = {value:.2f}\n' for sign, value in sorted(worth.points.items()))
    bounds = f"start = {worth.start:.2f}\nhigh = {worth.high:.2f}\nfair = {worth.fair:.2f}\n"
    return f"{HEAD}{bounds}\n[points]\n{points}"


def main() -> int:
    """Measure, write the table, and check it on what it was measured on and on both halves."""
    worth, counted = measure()
    Path(TABLE).write_text(written(worth), encoding="utf-8")
    print(f"judged by hand: {count()} fields, {len(counted)} of them still read the same")
    print("\n".join(shares(worth, counted, "judged")))
    print("\n".join(shares(worth, list(of_judged(HELD)), "judged, never fitted")))
    for half in ("read", "figures"):
        print("\n".join(check(worth, half)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
