"""What a person names, a file, a folder, an address or standard input, turned into pages one at a time."""

import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bangiao.model.errors import InputError
from bangiao.model.report import Page, Refusal
from bangiao.sources.documents import Origin, read_document
from bangiao.sources.folders import walk
from bangiao.sources.media import BUNDLES, by_name, packing, stem
from bangiao.sources.options import DEFAULTS, SourceOptions
from bangiao.sources.wording import readable_name, refuse

if TYPE_CHECKING:  # the HTTP client is loaded when an address is opened, not before
    from bangiao.sources.network import Network

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,30}):")


def open_inputs(
    inputs: Iterable[str],
    options: SourceOptions = DEFAULTS,
    *,
    stdin: BinaryIO | None = None,
    network: "Network | None" = None,
    now: Callable[[], str] | None = None,
) -> Iterator[Page | Refusal]:
    """Everything that the inputs hold, in order: a page for what can be read, a refusal for what cannot.

    Nothing is opened before it is asked for, and one report at a time is in memory. `stdin`, `network` and
    `now` (an ISO 8601 time) stand in for the real ones. No input raises; only Ctrl-C and a full memory stop it.
    """
    taken = _Taken()
    for name in inputs:
        try:
            yield from _open(name, options, taken, stdin, network, now)
        except (InputError, OSError) as error:
            yield refuse(name, error)


class _Taken:
    """What this reading already has: two files of one name must not pass for two versions of one report."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self.stdin = False

    def again(self, path: Path, ident: str) -> bool:
        """Whether this very file was read before; raises InputError when another file has its id."""
        real = os.path.realpath(path)
        first = self._paths.get(ident)
        if first is None:
            self._paths[ident] = real
        elif first != real:
            raise InputError(
                f"has the name of {readable_name(first)}, and the name is the report's id",
                "rename one; if one is a newer version of the other, read them one after the other",
            )
        return first == real


def _open(
    name: str,
    options: SourceOptions,
    taken: _Taken,
    stdin: BinaryIO | None,
    network: "Network | None",
    now: Callable[[], str] | None,
) -> Iterator[Page | Refusal]:
    if _ADDRESS.match(name):
        from bangiao.sources.web import fetch

        yield from fetch(name, options, network, now)
    elif not options.trusted:
        raise InputError("is not an http or https address", "only such addresses may be given here")
    elif name == STANDARD_INPUT:
        yield from _standard_input(stdin, options, taken)
    else:
        yield from _path(name, options, taken)


def _standard_input(stdin: BinaryIO | None, options: SourceOptions, taken: _Taken) -> Iterator[Page | Refusal]:
    if taken.stdin:
        raise InputError("is standard input, which can be read only once", "put - once")
    taken.stdin = True
    stream = sys.stdin.buffer if stdin is None else stdin
    yield from read_document(stream, Origin("standard input", "stdin"), options)


def is_address(name: str) -> bool:
    """Whether an input is a web address."""
    return _ADDRESS.match(name) is not None


def list_inputs(inputs: Iterable[str]) -> Iterator[str | Refusal]:
    """The files that the inputs hold, by name and unopened, for readers elsewhere; addresses stay as they are."""
    taken = _Taken()
    for name in inputs:
        try:
            if is_address(name):
                yield name
            elif name == STANDARD_INPUT:
                raise InputError("is standard input, which cannot be read elsewhere", "save it and give its name")
            else:
                yield from (one if isinstance(one, Refusal) else str(one) for one in _files(name, taken))
        except (InputError, OSError) as error:
            yield refuse(name, error)


def _path(name: str, options: SourceOptions, taken: _Taken) -> Iterator[Page | Refusal]:
    for found in _files(name, taken):
        if isinstance(found, Refusal):
            yield found
            continue
        try:
            yield from _file(found, options)
        except (InputError, OSError) as error:
            yield refuse(str(found), error)


def _files(name: str, taken: _Taken) -> Iterator[Path | Refusal]:
    """The file itself, or those of a folder, each once."""
    if not stat.S_ISDIR(_mode(name)):
        if not _again(Path(name), taken):
            yield Path(name)
        return
    for found in walk(Path(name)):
        if isinstance(found, Refusal):
            yield found
            continue
        try:
            if not stat.S_ISREG(os.stat(found).st_mode):
                raise InputError("is a device or a pipe", "name it by itself if it is to be read")
            if not _again(found, taken):
                yield found
        except (InputError, OSError) as error:
            yield refuse(str(found), error)


def _mode(name: str) -> int:
    """What kind of thing a path is; raises InputError, or OSError where the system knows none."""
    if not name or "\0" in name:
        raise InputError("is not a name of a file", "name a file, a folder, an address, or - for standard input")
    try:
        return os.stat(name).st_mode
    except FileNotFoundError:
        scheme = _SCHEME.match(name)
        if scheme is None:
            raise
        problem = f"is an address of the kind {scheme[1].lower()}:, which is not opened"
        raise InputError(problem, "give an http or https address, or the plain name of a file") from None


def _again(path: Path, taken: _Taken) -> bool:
    """Whether a file was read before; raises InputError where its name is another's."""
    return by_name(path.name) not in BUNDLES and taken.again(path, readable_name(stem(path.name)))


def open_content(name: str, content: bytes, options: SourceOptions) -> Iterator[Page | Refusal]:
    """What a file holds whose content was fetched elsewhere; a name of no kind that is read gives nothing."""
    last = name.rstrip("/").rpartition("/")[2]
    if by_name(last):
        yield from read_document(io.BytesIO(content), _origin(name, last), options)


def _file(path: Path, options: SourceOptions) -> Iterator[Page | Refusal]:
    with open(path, "rb") as stream:
        yield from read_document(stream, _origin(str(path), path.name), options)


def _origin(name: str, last: str) -> Origin:
    return Origin(name, readable_name(stem(last)), by_name(last), packed=packing(last))
