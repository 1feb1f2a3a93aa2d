"""The samples are read as they were read by hand, but for the differences that are written down; the seeds in full."""

from pathlib import Path

from bangiao.evaluation.documents import read_documents
from bangiao.evaluation.tally import tally
from benchmarks.golden import changes, differences, known
from benchmarks.material import predicted

WHAT_TO_DO = """the reading of the samples is not what benchmarks/known.tsv says.
Read each line below: `bangiao explain` shows how the reader came to it. Where the new reading is right, or as good as
can be had, run `make accept` and commit the file; where it is worse, mend the reading.
"""


def test_the_samples_are_read_as_written_down() -> None:
    changed = changes(known(), differences())
    assert not changed, WHAT_TO_DO + "\n".join(changed)


def test_the_seeds_are_read_in_full(shared_dir: Path) -> None:
    with (shared_dir / "gold" / "seeds.jsonl").open("rb") as lines:
        gold = read_documents(lines, "seeds.jsonl")
    seen = predicted(shared_dir / "corpus" / "seeds")
    short = [
        f"{name}: {counts['full.hit']} of {counts['gold']} contacts in full, {counts['predicted']} told"
        for name, document in gold.items()
        if not (counts := tally(document, seen[name]).counts)["full.hit"] == counts["gold"] == counts["predicted"]
    ]
    assert not short, "a contact of the five real reports is no longer read in full:\n" + "\n".join(short)
