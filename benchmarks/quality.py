"""The tables of docs/quality.md and the figures of the READMEs, written by `make floors`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bangiao.evaluation.figures import Figures
from benchmarks.material import ROOT

QUALITY = ROOT / "docs" / "quality.md"
ACCURACY = ROOT / "src" / "bangiao" / "exports" / "accuracy.toml"
ACCURACY_HEAD = """\
# How well the fields are read, for the codebooks of exports: F1 or share right on documents whose errors nobody reads.
# Written by `make floors` with the tables of docs/quality.md. `leads` are headlines with their first paragraph."""
READMES = (ROOT / "README.md", ROOT / "README.vi.md")
BLOCK = re.compile(r"(<!-- figures: make (?:gate|floors) -->\n).*?(<!-- end of figures -->)", re.DOTALL)
TOLD = {
    "README.md": (
        "F1 on reports whose errors nobody read",
        ("contacts found", "contacts exact", "people", "commitments"),
        ("headline and lead", "full report"),
    ),
    "README.vi.md": (
        "F1 trên những bản tin không dùng để sửa lỗi",
        ("tìm thấy tiếp xúc", "đúng hoàn toàn", "nhân vật", "cam kết"),
        ("tít và câu mở đầu", "toàn văn"),
    ),
}
WHAT_IT_TAKES = {
    "missed, nothing told": "events whose kind no trigger names, or with nobody named: triggers, then subjects",
    "missed beside others": "several events in one sentence, sessions of a conference: one telling for each of a list",
    "too many, none there": "a general word (“hội nghị”) that is no event of two sides: the frame must ask for sides",
    "too many beside others": "an event told twice with different words: joining by place and day, not by verb alone",
    "venue": "where a venue's name ends, and whether it is this contact's: venues inherited from the sentence before",
    "city": "the city of an event's host or of a trip, inherited within the report",
    "country missed": "the country of a trip told only by its host: hosts as evidence of place",
    "country invented": "a country inherited where the guide leaves it open",
    "country other": "a stop on the way or the country of a counterpart taken for the place",
    "date missed": "the day of an earlier sentence kept through a report of many events",
    "date invented": "the day of publication or of a neighbour given to an event that has none",
    "date other": "which of two dates in a sentence is the event's",
    "status": "planned and recalled told by the whole report rather than by the verb",
    "form": "forms that two careful readers tell apart by the event's kind, not by the verb",
    "mode": "words of a screen or telephone far from the verb",
    "sides": "organisations and hosts that are a side of their own",
    "person missed": "those who attend, listed after the main sentence",
    "person too many": "a person of another event of the same sentence",
    "channels": "the channel of a body that has two, or of an office without a body",
    "office": "offices completed from other mentions of the same person",
}


class Told(NamedTuple):
    """What is told of one gold file: figures of both halves, their distances, errors of the half that is read."""

    reached: dict[str, float]
    distances: dict[str, float]
    figures: Figures
    read: Figures | None
    errors: Counter[str]
    far: list[str]


def write_quality(measured: Mapping[str, Told], trust: Sequence[str]) -> None:
    """Put the tables into the documents, between their marks."""
    lines = [*_tables(measured), "\n### trust in single fields\n", *(f"- {line}" for line in trust)]
    _fill(QUALITY, "\n".join(lines))
    leads, reports = measured["leads"].figures, measured["reports"].figures
    for path in READMES:
        _fill(path, _short(path.name, leads, reports))


def write_accuracy(measured: Mapping[str, Told]) -> None:
    """Put the figures of the halves that nobody reads into the package, for the codebooks of exports."""
    lines = [ACCURACY_HEAD]
    for name, told in measured.items():
        if told.read is not None:
            lines.append(f"\n[{name}]\ndocuments = {told.figures.documents}")
            lines += [f"{figure} = {value:.3f}" for figure, value in told.reached.items()]
    ACCURACY.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _fill(path: Path, inside: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(BLOCK.sub(lambda match: match[1] + inside + "\n" + match[2], text), encoding="utf-8")


def _tables(measured: Mapping[str, Told]) -> Iterator[str]:
    for name, told in measured.items():
        yield f"\n### {name}\n"
        if told.read is None:
            yield f"{told.figures.documents} documents, all of them read while the rules were written.\n"
            yield "| figure | value |\n|---|---:|"
            yield from (f"| {figure} | {value:.3f} |" for figure, value in told.reached.items())
            continue
        yield (
            f"{told.read.documents} documents in the half that is read, {told.figures.documents} in the half for "
            "figures alone. Distance is the first less the second.\n"
        )
        yield from _halves(told)
        yield (
            "\nToo far apart, and so a sign of rules that fit what was read:\n"
            if told.far
            else "\nNo rate is too far apart."
        )
        yield from (f"- {line}" for line in told.far)
        yield f"\nErrors of the half that is read ({name}):\n"
        yield "| kind | count | what it takes |\n|---|---:|---|"
        yield from (
            f"| {kind} | {count} | {WHAT_IT_TAKES.get(kind, '–')} |" for kind, count in told.errors.most_common()
        )


def _halves(told: Told) -> Iterator[str]:
    yield "| figure | read | figures | 95 % interval | distance |\n|---|---:|---:|---|---:|"
    for name, value in told.reached.items():
        low, high = told.figures.intervals.get(name, (None, None))
        spread = f"{low:.3f}–{high:.3f}" if low is not None else ""
        distance = told.distances.get(name)
        apart = f"{value + distance:.3f} | {value:.3f} | {spread} | {distance:+.3f}" if distance is not None else ""
        yield f"| {name} | {apart or f'– | {value:.3f} | {spread} | –'} |"


def _short(name: str, leads: Figures, reports: Figures) -> str:
    """Two rows for the README: leads and full reports of the half that nobody read."""
    title, columns, labels = TOLD[name]
    keys = ("found", "exact", "people", "commitments")
    rows = [f"| {title} | {' | '.join(columns)} |", "|---|---:|---:|---:|---:|"]
    for label, figures in zip(labels, (leads, reports), strict=True):
        values = (f"{figures.rates[key].f1:.2f}" if key in figures.rates else "–" for key in keys)
        rows.append(f"| {label} ({figures.documents}) | {' | '.join(values)} |")
    return "\n".join(rows)
