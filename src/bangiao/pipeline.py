"""The stages in their order: page, report, findings. The only place that knows it.

One document at a time; a document that makes a stage fail becomes a refusal and never stops the others.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct, msgpack
from msgspec.structs import replace

from bangiao.model.errors import BangiaoError
from bangiao.model.evidence import Span
from bangiao.model.findings import Contact, Findings
from bangiao.model.report import Block, Page, Refusal, Report

if TYPE_CHECKING:
    from bangiao.engines.spark import Cluster
    from bangiao.sources.options import SourceOptions

ASK_FOR_HELP = "the other inputs are read; please file this input with its message as a fault of the reader"

T = TypeVar("T")


Sift = Callable[[list[Page]], list[Page]]  # some pages, and those of them that are to be read

_SIFTED = 128  # pages that are sifted at once, as long as they
_LETTERS = 8_000_000  # do not hold more letters than this


class Reading(Struct, frozen=True):
    """One report with all that it tells, and a mark of the page in which it stood, null where there was none."""

    report: Report
    findings: Findings
    page: str | None = None


class Answer(Struct, frozen=True):
    """What reading a page gave, as it comes back from another process: a reading or a refusal."""

    reading: Reading | None = None
    refusal: Refusal | None = None


def page_mark(page: Page) -> str:
    """A mark of all that a page says, also when it was fetched: equal pages, equal marks."""
    return sha256(repr(msgspec.structs.astuple(page)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def read_pages(
    inputs: Iterable[str], options: "SourceOptions", *, workers: int = 1, sift: Sift | None = None
) -> Iterator[Reading | Refusal]:
    """Read every report that the inputs hold, in their order; what cannot be read comes as a refusal.

    With several `workers` the answers are the same, and a document that hangs or ends the process that reads it is
    refused. `sift` leaves out pages before they are read, none of those that are fetched now.
    """
    from bangiao.sources.inputs import is_address, open_inputs

    given = list(inputs)
    pages = open_inputs(given, options)
    if sift and not any(map(is_address, given)):  # they come slowly, and were never seen before
        pages = _sifted(pages, sift)
    if workers == 1:
        for page in pages:
            yield page if isinstance(page, Refusal) else read_page(page)
    else:
        yield from _in_processes(pages, workers)


def _sifted(pages: Iterable[Page | Refusal], sift: Sift) -> Iterator[Page | Refusal]:
    """The pages that are to be read, some looked at together; what was refused stays in its place."""
    waiting: list[Page | Refusal] = []
    letters = 0
    for page in pages:
        waiting.append(page)
        letters += len(page.content) if isinstance(page, Page) else 0
        if len(waiting) >= _SIFTED or letters > _LETTERS:
            yield from _wanted(waiting, sift)
            waiting, letters = [], 0
    yield from _wanted(waiting, sift)


def _wanted(waiting: list[Page | Refusal], sift: Sift) -> Iterator[Page | Refusal]:
    wanted = set(map(id, sift([one for one in waiting if isinstance(one, Page)])))
    yield from (one for one in waiting if isinstance(one, Refusal) or id(one) in wanted)


def _in_processes(pages: Iterable[Page | Refusal], workers: int) -> Iterator[Reading | Refusal]:
    from bangiao.engines.processes import Limits, Lost, map_in_processes

    with closing(map_in_processes(answer, map(packed, pages), Limits(workers))) as answers:
        for one in answers:
            if isinstance(one, Lost):
                yield _lost(one.task, one.reason)
            else:
                yield told(one) if isinstance(one, bytes) else one


def read_in_spark(inputs: Iterable[str], options: "SourceOptions", cluster: "Cluster") -> Iterator[Reading | Refusal]:
    """The same readings and refusals, made on Spark; the executors open the files themselves."""
    from bangiao.engines.spark import is_stored, map_in_spark
    from bangiao.sources.inputs import is_address, list_inputs

    names: list[str] = []
    given = list(inputs)
    names += filter(is_stored, given)
    for one in list_inputs(one for one in given if not is_stored(one)):
        if isinstance(one, Refusal):
            yield one
        else:
            names.append(one if is_address(one) else os.path.abspath(one))
    if names:
        yield from map(told, map_in_spark(partial(opened, options=options), answer, lost, names, cluster))


def opened(
    name: str, content: bytes | None = None, *, options: "SourceOptions"
) -> Iterator[tuple[bytes | None, bytes | None]]:
    """Each page of one input as a task, or the answer that refuses it; `content` is what a store gave for its name."""
    from bangiao.sources.inputs import open_content, open_inputs

    pages = open_inputs([name], options) if content is None else open_content(name, content, options)
    for page in map(packed, pages):
        yield (page, None) if isinstance(page, bytes) else (None, refused(page))


def refused(refusal: Refusal) -> bytes:
    """The packed answer of a refusal."""
    plain = Refusal(*(word.encode("utf-8", "replace").decode() for word in msgspec.structs.astuple(refusal)))
    return msgpack.encode(Answer(refusal=plain))


def lost(task: bytes, reason: str) -> bytes:
    """The packed answer for a page that no process could read."""
    return refused(_lost(task, reason))


def _lost(task: bytes, reason: str) -> Refusal:
    return Refusal(unpacked(task).id, f"could not be read: it {reason}", ASK_FOR_HELP)


def packed(page: Page | Refusal) -> bytes | Refusal:
    """A page as bytes for another process; a refusal where it is one, or where its text cannot be told on."""
    if isinstance(page, Refusal):
        return page
    return guarded(page.id, lambda: msgpack.encode(page))


def unpacked(task: bytes) -> Page:
    """The page of these bytes."""
    return msgpack.decode(task, type=Page)


def answer(task: bytes) -> bytes:
    """Read a packed page; the answer is packed too."""
    page = unpacked(task)
    done = guarded(page.id, lambda: _answer(read_page(page)))
    return refused(done) if isinstance(done, Refusal) else done


def told(answer: bytes) -> Reading | Refusal:
    """What a packed answer says."""
    one = msgpack.decode(answer, type=Answer)
    if one.reading is not None:
        return one.reading
    return one.refusal or Refusal("?", "gave no answer", ASK_FOR_HELP)


def _answer(done: Reading | Refusal) -> bytes:
    return msgpack.encode(Answer(refusal=done) if isinstance(done, Refusal) else Answer(reading=done))


def read_page(page: Page) -> Reading | Refusal:
    """Cut the report from a page and find what it tells."""
    return guarded(page.id, lambda: _read(page))


def read_sentence(words: str, published: str | None = None) -> Reading | Refusal:
    """Find what a sentence tells, taken as the main text of a report of that day (YYYY-MM-DD)."""
    return guarded("sentence", lambda: _read_sentence(words, published))


def read_draft(words: str, published: str) -> tuple[Reading, tuple[Contact, ...]] | Refusal:
    """Read a draft of that day (YYYY-MM-DD) as a whole, and its contacts as each sentence alone tells them.

    A whole report gives everybody their fullest office; the sentences give the offices as they stand in each.
    """
    from bangiao.text.place import Lines
    from bangiao.text.sentences import sentences

    whole = read_sentence(words, published)
    if isinstance(whole, Refusal):
        return whole
    lines, found = Lines(words), []
    for start, end in sentences(words, 0, len(words)):
        alone = read_sentence(words[start:end], published)
        if not isinstance(alone, Refusal):
            found += [_moved(one, start, lines.number(start) - 1) for one in alone.findings.contacts]
    return whole, tuple(found)


def _moved(contact: Contact, by: int, lines: int) -> Contact:
    """A contact read in a part of a text, with its words' places in the whole; reasons are left out."""
    cited = (replace(one, start=one.start + by, end=one.end + by, line=one.line + lines) for one in contact.evidence)
    return replace(contact, evidence=tuple(cited), inferred=())


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
    return Reading(report, find(report), page_mark(page))


def guarded(name: str, stage: Callable[[], T | Refusal]) -> T | Refusal:
    """Run a stage on one document; whatever goes wrong there is told, not raised."""
    try:
        return stage()
    except UnicodeEncodeError:
        return Refusal(name, "could not be read: its text holds half characters", "save it again as UTF-8")
    except MemoryError:
        return Refusal(name, "could not be read: it needs more memory than one document may", "split it")
    except BangiaoError as error:
        return Refusal(name, f"could not be read: {error}", error.hint)
    except Exception as error:  # one document must never stop the others
        return Refusal(name, f"could not be read: {type(error).__name__}: {error}".splitlines()[0], ASK_FOR_HELP)
