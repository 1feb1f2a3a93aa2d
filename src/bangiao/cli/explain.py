"""`bangiao explain`: how the reader reads a sentence or a file, step by step or as a page."""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.messages import Outcome, say
from bangiao.cli.options import AllowHost, AsJson, HalfOption, half
from bangiao.model.errors import InputError

if TYPE_CHECKING:
    from bangiao.evaluation.documents import Document
    from bangiao.pipeline import Reading

EXAMPLE = """\b
Examples:
  bangiao explain "Chiều 5/12, tại Hà Nội, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào"
  bangiao explain report.html --steps
  bangiao explain report.html --html reading.html
  bangiao explain reports.jsonl --gold gold.jsonl --half read --wrong --html errors.html"""

Subject = Annotated[
    str, typer.Argument(metavar="SENTENCE|FILE", help="A sentence, or what extract reads.", show_default=False)
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="OUT", help="Write one self-contained page instead.", show_default=False),
]
GoldFile = Annotated[
    str | None, typer.Option("--gold", metavar="FILE", help="Show the gold's record beside ours.", show_default=False)
]
Only = Annotated[list[str] | None, typer.Option("--id", metavar="ID", help="Only this document; may be repeated.")]
Wrong = Annotated[bool, typer.Option("--wrong", help="Only documents that are not exact (with --gold).")]
Steps = Annotated[bool, typer.Option("--steps", help="Show every step for a file too, as for a sentence.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="The day on which the sentence was published.")
]


def explain(
    subject: Subject,
    html: Html = None,
    gold: GoldFile = None,
    chosen_half: HalfOption = None,
    only: Only = None,
    wrong: Wrong = False,
    published: Published = None,
    steps: Steps = False,
    as_json: AsJson = False,
    allow_host: AllowHost = None,
) -> None:
    """Show how a sentence or a report is read: every finding, its words and the rule."""
    from bangiao.cli.evaluate import gold_documents

    documents = gold_documents(gold) if gold else {}
    outcome = Outcome()
    chosen = _chooser(half(chosen_half), only, wrong, documents)
    found = [reading for reading in _readings(subject, published, outcome, allow_host) if chosen(reading)]
    if outcome.read and not found:
        raise InputError(f"{subject}: holds no document of this choice", "loosen --id, --half or --wrong")
    if html and found:
        _write_page(html, found, documents)
    elif as_json:
        _print_json(found)
    else:
        _print_steps(found, steps or is_sentence(subject))
    raise typer.Exit(outcome.code)


def _readings(
    subject: str, published: str | None, outcome: Outcome, allow_host: Sequence[str] | None
) -> "Iterable[Reading]":
    if is_sentence(subject):
        from bangiao.pipeline import read_sentence

        return outcome.accepted([read_sentence(subject, day(published))])
    from bangiao.cli.reading import readings

    return readings([subject], outcome, allow_host)


def day(value: str | None) -> str | None:
    """Check a day of publication, YYYY-MM-DD."""
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day: write 2024-12-05", param_hint="--published") from None


def is_sentence(subject: str) -> bool:
    """Whether the argument is words to read rather than the name of something to open."""
    if subject == "-" or "://" in subject.split(" ", 1)[0]:
        return False
    try:
        if Path(subject).exists():
            return False
    except OSError:  # too long for a name
        return True
    return any(ch.isspace() for ch in subject.strip())


def _chooser(
    chosen: str | None, only: Sequence[str] | None, wrong: bool, gold: "dict[str, Document]"
) -> "Callable[[Reading], bool]":
    from bangiao.evaluation.halves import half_of

    def fits(reading: "Reading") -> bool:
        name = reading.report.id
        return (
            (not only or name in only)
            and chosen in (None, half_of(name))
            and not (wrong and name in gold and _exact(reading, gold[name]))
        )

    return fits


def _exact(reading: "Reading", gold: "Document") -> bool:
    from bangiao.evaluation.documents import read_documents
    from bangiao.evaluation.tally import tally
    from bangiao.exports.extract_json import line

    [seen] = read_documents([line(reading.report, reading.findings)], reading.report.id).values()
    return tally(gold, seen).exact


def _write_page(place: Path, found: "Sequence[Reading]", gold: "dict[str, Document]") -> None:
    from bangiao.exports.explain_html import Explained, page

    explained = [Explained(one.report, one.findings, gold.get(one.report.id)) for one in found]
    place.write_text(page(explained), encoding="utf-8")
    say(f"wrote {place} with {len(found)} {'report' if len(found) == 1 else 'reports'}")


def _print_json(found: "Sequence[Reading]") -> None:
    from bangiao.exports.extract_json import line

    for one in found:
        sys.stdout.buffer.write(line(one.report, one.findings, with_text=True))


def _print_steps(found: "Sequence[Reading]", traced: bool) -> None:
    from bangiao.cli.steps import report_lines

    for one in found:
        for line in report_lines(one, traced):
            typer.echo(line)
