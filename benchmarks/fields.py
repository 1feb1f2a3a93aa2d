"""`make fields`: both corpora read; which fields are quoted, inferred, empty; ends with 1 where one is bare."""

import sys
from collections import Counter

from bangiao.exports.extract_json import record
from benchmarks.evidence import basis, faults, general, leaves
from benchmarks.material import readings, shared

CORPORA = ("corpus/leads.jsonl", "corpus/reports.jsonl")
KINDS = ("quoted", "inferred", "empty", "bare")
SHOWN = 20


def main() -> int:
    """Read the corpora and print the table of fields, then the first faults."""
    folder = shared()
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    reports = contacts = 0
    for reading in readings(*(folder / name for name in CORPORA)):
        told = record(reading.report, reading.findings)
        reports += 1
        contacts += len(told["contacts"])
        for part in ("contacts", "commitments"):
            for entry in told[part]:
                counts.update((f"{part}.{general(path)}", basis(path, value, entry)) for path, value in leaves(entry))
                wrong += (f"{told['id']}: {part}: {fault}" for fault in faults(entry, reading.report.text))
    print(f"{reports} reports, {contacts} contacts")
    print(f"{'field':34}" + "".join(f"{kind:>10}" for kind in KINDS))
    for field in dict.fromkeys(field for field, _ in counts):
        print(f"{field:34}" + "".join(f"{counts[field, kind]:>10}" for kind in KINDS))
    print(f"{len(wrong)} faults")
    for fault in wrong[:SHOWN]:
        print(f"  {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
