"""The stages in their order: page, report, findings. The only place that knows it.

One document at a time; a document that makes a stage fail becomes a refusal and never stops the others.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from bangiao.model.errors import BangiaoError
from bangiao.model.evidence import Span
from bangiao.model.findings import Findings
from bangiao.model.report import Block, Page, Refusal, Report

if TYPE_CHECKING:
    from bangiao.sources.options import SourceOptions

ASK_FOR_HELP = "the other inputs are read; please file this input with its message as a fault of the reader"

T = TypeVar("T")


class Reading(Struct, frozen=True):
    """One report with all that it tells."""

    report: Report
    findings: Findings


def read_pages(inputs: Iterable[str], options: "SourceOptions") -> Iterator[Reading | Refusal]:
    """Read every report that the inputs hold, in their order; what cannot be read comes as a refusal."""
    from bangiao.sources.inputs import open_inputs

    for page in open_inputs(inputs, options):
        yield page if isinstance(page, Refusal) else read_page(page)


def read_page(page: Page) -> Reading | Refusal:
    """Cut the report from a page and find what it tells."""
    return guarded(page.id, lambda: _read(page))


def read_sentence(words: str, published: str | None = None) -> Reading | Refusal:
    """Find what a sentence tells, taken as the main text of a report of that day (YYYY-MM-DD)."""
    return guarded("sentence", lambda: _read_sentence(words, published))


def _read_sentence(words: str, published: str | None) -> Reading:
    from bangiao.findings.find import find
    from bangiao.reports.language import language_of

    words.encode("utf-8")
    body = Block("body", Span(0, len(words)))
    basis = "given with the sentence" if published else None
    report = Report(
        "sentence",
        words,
        (body,),
        language=language_of(words),
        published=published,
        published_basis=basis,
    )
    return Reading(report, find(report))


def _read(page: Page) -> Reading | Refusal:
    from bangiao.findings.find import find
    from bangiao.reports.cut import cut

    page.content.encode("utf-8")  # half characters (lone surrogates) could be neither printed nor stored
    report = cut(page)
    if isinstance(report, Refusal):
        return report
    return Reading(report, find(report))


def guarded(name: str, stage: Callable[[], T | Refusal]) -> T | Refusal:
    """Run a stage on one document; whatever goes wrong there is told, not raised."""
    try:
        return stage()
    except UnicodeEncodeError:
        return Refusal(name, "could not be read: its text holds half characters", "save it again as UTF-8")
    except BangiaoError as error:
        return Refusal(name, f"could not be read: {error}", error.hint)
    except Exception as error:  # one document must never stop the others
        return Refusal(name, f"could not be read: {type(error).__name__}: {error}".splitlines()[0], ASK_FOR_HELP)
