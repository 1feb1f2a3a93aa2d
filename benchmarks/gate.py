"""`make gate`: the readings against the gold, and against their floors; ends with 1 where one falls short.

`make floors` (`--keep`) raises the floors to just under what is reached, and writes the tables of docs/quality.md.
"""

import os
import sys
from collections.abc import Iterator, Mapping

from bangiao.evaluation.documents import Document
from bangiao.evaluation.figures import Rate, figures, tallies
from bangiao.evaluation.halves import Half, half_of
from bangiao.findings.confidence import measured
from benchmarks import progress
from benchmarks.confidence import check
from benchmarks.errors import by_form, kinds
from benchmarks.floors import Gold, fingerprint, gold_of, read_floors, write_floors
from benchmarks.material import find_shared, predicted, samples_predicted
from benchmarks.quality import Told, write_accuracy, write_quality

HALVES: tuple[Half, Half] = ("read", "figures")
TOO_FAR = 0.08  # between the halves: beyond it, rules fit the half that was read
COLUMNS = f"{'read':>7}{'P':>8}{'R':>7}{'F1':>8}  {'interval':16}{'distance':>9}{'floor':>7}{'change':>8}{'of':>6}"
FORMS = ("of", "found", "exact", "full", "extra")


class Measured:
    """One gold file read: documents of both halves with what was told of them, and their figures."""

    def __init__(self, gold: Gold, documents: Mapping[str, Document], seen: Mapping[str, Document]) -> None:
        self.gold, self.seen = gold, seen
        whole = not gold.halves
        self.read = {key: one for key, one in documents.items() if whole or half_of(key) == "read"}
        kept = {key: one for key, one in documents.items() if whole or half_of(key) == "figures"}
        self.figures = figures(tallies(kept, seen))
        self.forms = by_form(kept, seen)
        self.forms_of_read = {} if whole else by_form(self.read, seen)
        self.of_read = None if whole else figures(tallies(self.read, seen), resamples=0)

    def reached(self) -> dict[str, float]:
        """Every figure of which there is something to reach."""
        nothing = {name for name, rate in self.figures.rates.items() if not rate.gold}
        return {name: value for name, value in self.figures.reached().items() if name not in nothing}

    def distances(self) -> dict[str, float]:
        """How much better the half that was read is, for each figure; nothing where there are no halves."""
        if self.of_read is None:
            return {}
        other = self.of_read.reached()
        return {name: other[name] - value for name, value in self.reached().items() if name in other}


def measure() -> Iterator[Measured]:
    """Read every input that a gold file is for, as far as it is here."""
    for gold in read_floors():
        if gold.shared and find_shared() is None:
            continue
        seen = predicted(find_shared() / gold.input) if gold.shared else samples_predicted()  # type: ignore[operator]
        yield Measured(gold, gold_of(gold), seen)


def show(one: Measured) -> Iterator[str]:
    """The table of one gold file: both halves, intervals, distances, floors; then slots, forms and pages."""
    yield ""
    halves = f"{len(one.read)} to read, " if one.of_read else ""
    yield f"{one.gold.name}: {halves}{one.figures.documents} {'for figures' if one.of_read else 'documents'}"
    yield f"  {'figure':15}{COLUMNS}"
    for name, rate in one.figures.rates.items():
        yield _line(one, name, rate)
    for name, value in (one.figures.slots | one.figures.commitments).items():
        yield _line(one, name, value)
    yield from _forms(one)
    if one.figures.pages:
        pages = "  ".join(f"{name} {count}/{one.figures.documents}" for name, count in one.figures.pages.items())
        yield f"  pages: {pages}"


def _forms(one: Measured) -> Iterator[str]:
    """Contacts by form: how many there are, found, exact, full, told too many; the half that is read at the right."""
    yield (
        f"  {'form':15}" + "".join(f"{name:>7}" for name in FORMS) + ("   read: " + " ".join(FORMS)) * bool(one.of_read)
    )
    for form, counts in one.forms.items():
        other = one.forms_of_read.get(form)
        read = "   " + " ".join(f"{other[name]}" for name in FORMS) if other else ""
        yield f"  {form:15}" + "".join(f"{counts[name]:>7}" for name in FORMS) + read


def _line(one: Measured, name: str, value: Rate | float) -> str:
    reached = value.f1 if isinstance(value, Rate) else value
    distance, floor = one.distances().get(name), one.gold.floors.get(name)
    low, high = one.figures.intervals.get(name, (None, None))
    cells = [
        f"{reached + distance:7.3f}" if distance is not None else " " * 7,
        f"{value.p:8.3f}{value.r:7.3f}" if isinstance(value, Rate) else " " * 15,
        f"{reached:8.3f}",
        f"  {f'[{low:.3f}, {high:.3f}]' if low is not None else '':16}",
        f"{distance:+9.3f}" if distance is not None else " " * 9,
        f"{floor:7.3f}{reached - floor:+8.3f}" if floor is not None else " " * 15,
        f"{value.gold:6}" if isinstance(value, Rate) else "",
    ]
    return f"  {name:15}{''.join(cells)}".rstrip()


def below(one: Measured) -> Iterator[str]:
    """What falls short: a figure under its floor, a page cut wrongly, or a gold file that is not the floors' own."""
    reached = one.reached()
    for name, floor in one.gold.floors.items():
        if reached.get(name, 0.0) < floor:
            yield f"{one.gold.name}: {name} {reached.get(name, 0.0):.3f} < {floor}"
    for name, count in one.figures.pages.items():
        if count < one.figures.documents:
            yield f"{one.gold.name}: page field {name} right in {count} of {one.figures.documents}"
    if one.gold.fingerprint != (print_now := fingerprint(one.gold)):
        yield (
            f"{one.gold.name}: the floors were set with other gold (fingerprint {one.gold.fingerprint or 'none'}, "
            f"now {print_now}): look at the figures, then `make floors`"
        )


def far(one: Measured) -> Iterator[str]:
    """Figures whose halves lie too far apart."""
    for name, distance in one.distances().items():
        if distance > TOO_FAR and name in one.figures.rates:
            yield f"{one.gold.name}: {name} is {distance:.3f} better on the half that was read (at most {TOO_FAR})"


def main(arguments: list[str]) -> int:
    """Measure every gold file that floors.toml names; with `--keep` write down what was reached."""
    found = list(measure())
    for one in found:
        print("\n".join(show(one)))
    marks = {
        (one.gold.name, key): value for one in found if one.of_read for key, value in progress.marks(one.read, one.seen)
    }
    for fault in progress.worse(marks):
        print(f"worse than at the last floor: {fault}")
    for fault in (fault for one in found for fault in far(one)):
        print(f"halves apart: {fault}")
    low = [fault for one in found for fault in below(one)]
    if "--keep" in arguments and not any("<" in fault for fault in low):
        return keep(found, marks)
    if find_shared() is None:
        print(
            "not run: the gold of ../shared is not here (BANGIAO_SHARED); its floors were not checked", file=sys.stderr
        )
        low += ["the shared gold is missing, which BANGIAO_NO_SKIP=1 forbids"] * (
            os.environ.get("BANGIAO_NO_SKIP") == "1"
        )
    for fault in low:
        print(f"falls short: {fault}", file=sys.stderr)
    if "--keep" in arguments:
        print("nothing kept: floors are not raised while a figure falls short", file=sys.stderr)
    return 1 if low else 0


def told(one: Measured) -> Told:
    """What docs/quality.md says of one gold file."""
    return Told(one.reached(), one.distances(), one.figures, one.of_read, kinds(one.read, one.seen), list(far(one)))


def keep(found: list[Measured], marks: progress.Marks) -> int:
    """Raise the floors, note how every document of the first half is read, and renew the tables of the documents."""
    if find_shared() is None:
        print("nothing kept: the gold of ../shared is not here (BANGIAO_SHARED)", file=sys.stderr)
        return 2
    write_floors({one.gold.name: one.reached() for one in found})
    progress.write(marks)
    trust = [line for half in HALVES for line in check(measured(), half)]
    reached = {one.gold.name: told(one) for one in found}
    write_quality(reached, trust)
    write_accuracy(reached)
    print("\nkept: benchmarks/floors.toml, benchmarks/read.tsv, docs/quality.md, README.md, README.vi.md")
    print("kept: src/bangiao/exports/accuracy.toml")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
