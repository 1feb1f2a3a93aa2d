"""Byte streams that never hold more than they must: a peek at the start, bounded unpacking, bounded lines."""

import codecs
import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from bangiao.model.errors import InputError, installing
from bangiao.sources.media import GZIP_MAGIC, ZSTD_MAGIC, Packing
from bangiao.sources.options import SourceOptions
from bangiao.sources.wording import size

HEAD = 4096
_BLOCK = 65536
_ZSTD_BLOCK = 512  # packed bytes at a time: even the best packed block unpacks to some megabytes only
_ZSTD_WINDOW = 128 << 20  # what the format's own tools accept without being asked


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already taken from it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        block = self._head[: len(buffer)]
        self._head = self._head[len(block) :]
        if not block:
            block = self._rest.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)


class Counted:
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, wanted: int = -1) -> bytes:
        """The next bytes."""
        block = self._stream.read(wanted)
        self.count += len(block)
        return block

    def tell(self) -> int:
        """Where it is, for readers that ask."""
        return self.count


class _Unpacked(io.RawIOBase):
    """The content of a packed stream; raises InputError where it breaks or swells beyond the limits."""

    def __init__(self, packed: BinaryIO, kind: Packing, options: SourceOptions) -> None:
        self._packed = Counted(packed)
        self._kind = kind
        self._open = _gzip(self._packed) if kind == "gzip" else _zstd(self._packed)
        self._options = options
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            block = self._open(len(buffer))
        except EOFError:
            raise InputError(f"is a {self._kind} file that breaks off", "fetch or pack it again") from None
        except (gzip.BadGzipFile, zlib.error, _Broken):
            raise InputError(f"is a broken {self._kind} file", "fetch or pack it again") from None
        self._count += len(block)
        self._check()
        buffer[: len(block)] = block
        return len(block)

    def _check(self) -> None:
        options = self._options
        if self._count > options.max_unpacked:
            raise InputError(f"unpacks to more than {size(options.max_unpacked)}", "unpack it and split it")
        if self._count > max(2 * options.max_document, options.max_ratio * self._packed.count):
            raise InputError("unpacks to far more than a text would", "if you trust it, unpack it first")


class _Broken(Exception):
    """A zstd stream that is none."""


def _gzip(packed: Counted) -> Callable[[int], bytes]:
    return gzip.GzipFile(fileobj=cast(BinaryIO, packed), mode="rb").read1


def _zstd(packed: Counted) -> Callable[[int], bytes]:
    try:
        import zstandard
    except ImportError:
        raise InputError("is packed with zstd", installing("archives")) from None
    open_frame = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj
    return _Frames(packed, open_frame, zstandard.ZstdError).read


class _Frames:
    """Zstd frames one after the other; one that breaks off is told, which the library's own reader does not do."""

    def __init__(self, packed: Counted, open_frame: Callable[[], Any], fault: type[Exception]) -> None:
        self._packed = packed
        self._open_frame = open_frame
        self._fault = fault
        self._frame: Any = None
        self._left = b""
        self._ready = b""

    def read(self, wanted: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        while not self._ready and self._more():
            pass
        taken, self._ready = self._ready[:wanted], self._ready[wanted:]
        return taken

    def _more(self) -> bool:
        block = self._left or self._packed.read(_ZSTD_BLOCK)
        if not block:
            if self._frame:
                raise EOFError
            return False
        self._frame = self._frame or self._open_frame()
        try:
            self._ready = self._frame.decompress(block)
        except self._fault as error:
            raise _Broken from error
        self._left = self._frame.unused_data
        if self._frame.eof:
            self._frame = None
        return True


class _AsUtf8(io.RawIOBase):
    """A stream of UTF-16 text turned into UTF-8, block by block."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            block = self._stream.read(_BLOCK)
            try:
                self._ready = self._decoder.decode(block, final=not block).encode()
            except UnicodeError:
                raise InputError("begins as UTF-16 but has broken bytes further on", "save it as UTF-8") from None
            if not block:
                break
        taken = self._ready[: len(buffer)]
        self._ready = self._ready[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)


def peek(stream: BinaryIO, wanted: int = HEAD) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still begins with them; works on pipes too."""
    head = stream.read(wanted)
    return head, io.BufferedReader(_Rejoined(head, stream), _BLOCK)


def unpacked(stream: BinaryIO, named: Packing | None, options: SourceOptions) -> BinaryIO:
    """The stream itself, or what it unpacks to where it is packed; `named` is what its name says."""
    head, whole = peek(stream, len(ZSTD_MAGIC))
    kind: Packing | None = "gzip" if head.startswith(GZIP_MAGIC) else "zstd" if head == ZSTD_MAGIC else None
    if kind:
        return io.BufferedReader(_Unpacked(whole, kind, options), _BLOCK)
    if named and head:
        suffix = ".gz" if named == "gzip" else ".zst"
        raise InputError(
            f"is named {suffix} but is not a {named} file", f"take {suffix} off its name, or pack it again"
        )
    return whole


def as_utf8(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream itself, or its UTF-8 form where its byte order mark says UTF-16."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return io.BufferedReader(_AsUtf8(stream), _BLOCK)
    return stream


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All of a stream; raises InputError when that is more than the limit."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(f"is larger than {size(limit)}", "split it; one report is a few pages of text")
    return data


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; a line beyond the limit is skipped in blocks and comes as null."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
            pass
        yield number, None
