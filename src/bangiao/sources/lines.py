"""Files with one report a line (.jsonl): each line is read on its own, so that a bad one spoils no other."""

import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal
from bangiao.sources.options import SourceOptions
from bangiao.sources.streams import bounded_lines
from bangiao.sources.wording import refuse, size

_LINE_SHAPE = 'write it as {"id": …, "url": …, "published": …, "text": …} on one line'
_DASHED = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]|$)")
_LONGEST_ID = 500


class Line(msgspec.Struct, frozen=True):
    """One line as given: `html` is a page's source; without it `text` is plain, its first line the headline."""

    id: str | int | None = None
    url: str | None = None
    published: str | None = None
    text: str | None = None
    html: str | None = None


_DECODER = msgspec.json.Decoder(Line)


class Ids:
    """The ids of one file, as short digests. The same id under the same address is a version, not a clash."""

    def __init__(self) -> None:
        self._lines: dict[bytes, int] = {}
        self._addressed: set[bytes] = set()

    def check(self, page: Page, number: int) -> None:
        """Raise InputError when another line already has this id."""
        first = self._lines.setdefault(_digest(page.id), number)
        address = _digest(f"{page.id}\n{page.url}")
        if first != number and address not in self._addressed:
            raise InputError(f"has the id {page.id!r} of line {first}", "give each report an id of its own")
        if page.url:
            self._addressed.add(address)


def read_lines(stream: BinaryIO, name: str, stem: str, options: SourceOptions) -> Iterator[Page | Refusal]:
    """A page for each line that can be read, a refusal that names file and line for each that cannot.

    A line without `id` gets the file's stem and its number. Blank lines are passed over. Raises InputError
    when the whole stream is no such file.
    """
    ids = Ids()
    read = 0
    for number, line in bounded_lines(stream, options.max_document):
        if line is not None and not (line := line.removeprefix(b"\xef\xbb\xbf").strip()):
            continue
        if not read:
            _refuse_whole(line)
        read += 1
        try:
            page = page_of(_parsed(line, options.max_document), f"{stem}-{number}")
            ids.check(page, number)
        except InputError as error:
            yield refuse(f"{name}:{number}", error)
        else:
            yield page
    if not read:
        raise InputError("is empty", "give a file with a report a line")


def _parsed(line: bytes | None, limit: int) -> Line:
    if line is None:
        raise InputError(f"is longer than {size(limit)}", "split it; one line holds one report")
    try:
        return _DECODER.decode(line)
    except msgspec.ValidationError as error:
        raise InputError(f"is not a report: {error}", _LINE_SHAPE) from None
    except msgspec.DecodeError as error:
        raise InputError(f"is broken JSON: {error}", _LINE_SHAPE) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8", "save the file as UTF-8") from None
    except RecursionError:
        raise InputError("is JSON nested too deeply", _LINE_SHAPE) from None


def page_of(line: Line, spare_id: str) -> Page:
    """The page of one line; raises InputError where it holds no report."""
    content = line.html if line.html is not None else line.text
    if content is None:
        raise InputError("has neither text nor html", _LINE_SHAPE)
    if not content.strip():
        raise InputError("has an empty text", "give the report's text, or take the line out")
    if "\0" in content:
        raise InputError("holds zero characters", "take them out of its text")
    name = "" if line.id is None else str(line.id)
    if len(name) > _LONGEST_ID:
        raise InputError(f"has an id of more than {_LONGEST_ID} characters", "give it a shorter one")
    media = "text/html" if line.html is not None else "text/plain"
    return Page(name if name.strip() else spare_id, content, media, line.url or None, _published(line.published))


def _published(value: str | None) -> str | None:
    """The date as ISO 8601 with dashes, null for none; other notations are not guessed at."""
    if not value or not value.strip():
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        problem = f"has a published date that is not ISO 8601: {value!r}"
        raise InputError(problem, "write it as 2024-12-31, or leave it out") from None
    return value.strip() if _DASHED.match(value.strip()) else moment.isoformat()


def _refuse_whole(line: bytes | None) -> None:
    """One message, not thousands, for JSON that is spread over lines."""
    if line is not None and (line == b"{" or line.startswith(b"[")):
        raise InputError("is JSON, but not one report a line", _LINE_SHAPE)


def _digest(words: str) -> bytes:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()
