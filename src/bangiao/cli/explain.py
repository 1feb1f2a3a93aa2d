"""`bangiao explain`: how the reader reads a sentence or a file, step by step or as a page."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bangiao.cli.messages import Outcome, clean, say
from bangiao.cli.options import AllowHost, AsJson, HalfOption, NoColor, half
from bangiao.model.errors import InputError
from bangiao.model.evidence import Evidence
from bangiao.model.findings import Commitment, Statement
from bangiao.model.report import Page

if TYPE_CHECKING:
    from rich.console import Console

    from bangiao.evaluation.documents import Document
    from bangiao.exports.explain_rows import Row
    from bangiao.pipeline import Reading

EXAMPLE = """\b
Examples:
  bangiao explain "Chiều 5/12, tại Hà Nội, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào"
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
    as_json: AsJson = False,
    no_color: NoColor = False,
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
        _print_steps(found, no_color)
    raise typer.Exit(outcome.code)


def _readings(
    subject: str, published: str | None, outcome: Outcome, allow_host: Sequence[str] | None
) -> "Iterable[Reading]":
    if is_sentence(subject):
        from bangiao.pipeline import read_page

        return outcome.accepted([read_page(Page("sentence", subject, published=published))])
    from bangiao.cli.reading import readings

    return readings([subject], outcome, allow_host)


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


def _print_steps(found: "Sequence[Reading]", no_color: bool) -> None:
    from bangiao.cli.screen import console

    screen = console(no_color)
    for one in found:
        _print_report(screen, one)


def _print_report(screen: "Console", one: "Reading") -> None:
    from bangiao.cli.screen import show_table

    report = one.report
    screen.print(clean(f"{report.id}: {report.headline or 'no headline'}"), style="bold")
    for step in steps(one):
        screen.print(clean(step))
    for title, rows in findings_rows(one):
        show_table(screen, ("field", "value", "read from"), rows, title=title, fixed=(0,))
    for doubt in (*report.doubts, *one.findings.doubts):
        screen.print(clean(f"doubt: {doubt.message}" + (f" – “{doubt.quote}”" if doubt.quote else "")))


def steps(one: "Reading") -> Iterator[str]:
    """What each stage made of the report, in order."""
    report = one.report
    kinds = ", ".join(dict.fromkeys(block.kind for block in report.blocks)) or "nothing"
    yield f"1 cut      {report.language or 'unknown language'}, published {report.published or 'not stated'}; {kinds}"
    # a trace of the grammar's stages is printed here once the reader offers one
    from bangiao.findings import find

    trace = getattr(find, "trace", None)
    if trace is not None:
        yield from str(trace(report)).splitlines()
    told = one.findings
    yield (
        f"2 found    {len(told.contacts)} contacts, {len(told.commitments)} commitments, "
        f"{len(told.statements)} statements, {len(told.doubts)} doubts"
    )


def findings_rows(one: "Reading") -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """A title and rows for each finding of a report."""
    from bangiao.exports.explain_rows import rows

    for number, contact in enumerate(one.findings.contacts, 1):
        title = f"{number} {contact.form} · {contact.status} · {contact.mode}"
        yield title, [(row.label, row.value or "—", _sources(row)) for row in rows(contact)]
    sentences: list[tuple[str, Commitment | Statement]] = [("commitment", item) for item in one.findings.commitments]
    sentences += [("statement", item) for item in one.findings.statements]
    for kind, item in sentences:
        read_from = "\n".join(map(cited, item.evidence))
        yield f"{kind}: {item.kind}", [("by", ", ".join(item.by), read_from), ("topics", ", ".join(item.topics), "")]


def _sources(row: "Row") -> str:
    """The words behind a field, and the reasons of what no words say outright."""
    return "\n".join([*map(cited, row.cites), *(f"inferred: {reason.reason}" for reason in row.inferred)])


def cited(cite: Evidence) -> str:
    """A citation in one line: the words, where they stand, the rule."""
    return f"“{cite.quote}” line {cite.line} · {cite.rule}"
