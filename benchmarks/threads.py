"""`make threads`: how well commitments are put together to threads, on the labelled pairs; renews docs/quality.md.

The threads are those of both corpora at once, so that a pair counts as joined only where the whole register joins it.
`python -m benchmarks.threads --common` prints the table of common words (resolution/data/formulas.tsv).
"""

import re
import sys
from collections.abc import Iterator

from msgspec import Struct

from bangiao.register.records import Morning
from bangiao.register.store import Register
from bangiao.resolution.matters import Sentence, common_terms, matters
from bangiao.resolution.pairs import Pairs
from bangiao.resolution.threads import threads
from bangiao.views.weave import in_time, sentence
from benchmarks.labelled import Labelled, kappa, labelled
from benchmarks.material import ROOT, readings, shared

QUALITY = ROOT / "docs" / "quality.md"
BLOCK = re.compile(r"(<!-- figures: make threads -->\n).*?(<!-- end of figures for threads -->)", re.DOTALL)
COMMON = 20  # in a thousand sentences
TODAY = Morning("9999-12-31", undated=True)


class Found(Struct, frozen=True):
    """Pairs that should be in one thread, those that are, and those that rightly are."""

    meant: int
    made: int
    right: int

    @property
    def row(self) -> str:
        """The cells of a table."""
        precision, recall = self.right / (self.made or 1), self.right / (self.meant or 1)
        return f"{precision:.2f} ({self.right} of {self.made}) | {recall:.2f} ({self.right} of {self.meant})"


def sentences() -> list[Sentence]:
    """The commitments of both corpora in order of time, named by report and place."""
    corpus = shared() / "corpus"
    with Register.open(":memory:") as register:
        for reading in readings(corpus / "reports.jsonl", corpus / "leads.jsonl"):
            register.add(reading.report, reading.findings)
        known = register.as_known(TODAY)
        names = known.names_told()
        told = sorted(known.commitments(), key=in_time)
        return [sentence(one, names, f"{one.report.given}:{one.start}") for one in told]


def measured(told: list[Sentence], pairs: list[Labelled]) -> Found:
    """How many of the pairs are joined; a sentence that is read no more is in no thread."""
    found = matters(told)
    groups = threads([one.id for one in told], Pairs(found)).groups
    where = {ident: number for number, group in enumerate(groups) for ident in group}
    joined = [one for one in pairs if one.one in where and where[one.one] == where.get(one.other)]
    right = sum(one.label == "same" for one in joined)
    return Found(sum(one.label == "same" for one in pairs), len(joined), right)


def table(told: list[Sentence], pairs: list[Labelled]) -> Iterator[str]:
    """Agreement of the labels, then precision and recall of each half."""
    related = [one for one in pairs if one.relation == "same"]
    yield ""
    agreed = f"a kappa of {kappa(pairs):.2f}, {kappa(related):.2f} within one relation"
    yield f"{len(pairs)} pairs; the two labels agree with {agreed}."
    yield ""
    yield "| half | precision | recall |"
    yield "|---|---|---|"
    for half in ("read", "figures"):
        yield f"| {half} | {measured(told, [one for one in pairs if one.half == half]).row} |"
    yield ""


def main() -> None:
    """Measure, print, and put the table into docs/quality.md; or print the common words."""
    told = sentences()
    if "--common" in sys.argv[1:]:
        print(*(f"{term}\t{share}" for term, share in common_terms(told, COMMON)), sep="\n")
        return
    lines = list(table(told, labelled()))
    print(*lines, sep="\n")
    text = QUALITY.read_text(encoding="utf-8")
    inside = "\n".join(lines) + "\n"
    QUALITY.write_text(BLOCK.sub(lambda match: match[1] + inside + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
