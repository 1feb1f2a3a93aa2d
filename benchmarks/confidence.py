"""`make confidence`: how often fields are right in each situation, on the half that is read; checked on the other."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bangiao.evaluation.agree import same_date, same_phrase, side_key, sides
from bangiao.evaluation.align import align_places, pair_people
from bangiao.evaluation.documents import ToldContact
from bangiao.evaluation.halves import Half, half_of
from bangiao.exports.explain_rows import told
from bangiao.findings import confidence
from bangiao.model.findings import Contact
from benchmarks.floors import gold_of, read_floors
from benchmarks.material import ROOT, readings, shared

TABLE = ROOT / "src" / "bangiao" / "findings" / "confidence.toml"
HEAD = """\
# How many fields were right, and of how many, in each situation (field, rule, place, contacts of the report), on the
# half of the gold that is read. A field of a contact that the gold does not know is wrong. `make confidence` writes it.

[right]
"""
Judged = tuple[tuple[str, ...], bool]


def judged(half: Half) -> Iterator[Judged]:
    """The situations of every field that is told in one half of the gold, and whether the field is right."""
    for gold in read_floors():
        if not gold.halves:
            continue
        documents = {key: one for key, one in gold_of(gold).items() if half_of(key) == half}
        for reading in readings(shared() / gold.input):
            if reading.report.id not in documents:
                continue
            wanted, seen = documents[reading.report.id].contacts, reading.findings.contacts
            pairs = {ours: theirs for theirs, ours in align_places(wanted, [told(one) for one in seen])}
            end = confidence.lead_end(reading.report)
            for place, contact in enumerate(seen):
                other = wanted[pairs[place]] if place in pairs else None
                for field in confidence.fields(contact):
                    names = confidence.situations(field, contact, end, len(seen))
                    yield names, other is not None and right(field, contact, other)


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


def measure() -> dict[str, tuple[int, int]]:
    """The table: right and of, for every situation of the half that is read."""
    hit: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for names, good in judged("read"):
        for situation in names:
            hit[situation] += good
            of[situation] += 1
    return {name: (hit[name], of[name]) for name in sorted(of) if of[name] >= confidence.LEAST}


def check(table: dict[str, tuple[int, int]], half: Half) -> Iterator[str]:
    """How often fields of each level are right in one half, and which share of each kind is marked high."""
    hit: Counter[str] = Counter()
    of: Counter[str] = Counter()
    high: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for names, good in judged(half):
        mark, kind = confidence.level(names, table), names[-1]
        hit[mark] += good
        of[mark] += 1
        high[kind] += mark == "high"
        kinds[kind] += 1
    for mark in ("high", "fair", "low"):
        rate, share = hit[mark] / max(1, of[mark]), of[mark] / max(1, of.total())
        yield f"{half}: {mark} right {hit[mark]} of {of[mark]} ({rate:.3f}), {share:.0%} of fields"
    yield f"{half}: marked high: " + ", ".join(f"{kind} {high[kind] / kinds[kind]:.0%}" for kind in kinds)


def main() -> int:
    """Measure, write the table, and check it on both halves."""
    table = measure()
    rows = "".join(f'"{name}" = [{hit}, {of}]\n' for name, (hit, of) in table.items())
    Path(TABLE).write_text(HEAD + rows, encoding="utf-8")
    for half in ("read", "figures"):
        print("\n".join(check(table, half)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
