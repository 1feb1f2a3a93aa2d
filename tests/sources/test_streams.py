"""Streams that hold no more than they must."""

import gzip
import io
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from bangiao.model.errors import InputError
from bangiao.sources.media import GZIP_MAGIC, ZSTD_MAGIC, Packing
from bangiao.sources.options import SourceOptions
from bangiao.sources.streams import as_utf8, bounded_lines, peek, unpacked, whole


@given(st.binary(max_size=300), st.integers(0, 50))
def test_a_peek_takes_nothing_away(content: bytes, wanted: int) -> None:
    head, stream = peek(io.BytesIO(content), wanted)
    assert head == content[:wanted]
    assert stream.read() == content


PACKERS: dict[Packing, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstandard.compress}


@pytest.mark.parametrize("kind", PACKERS)
@given(content=st.binary(min_size=1, max_size=300), frames=st.integers(1, 3))
def test_unpacking_gives_what_was_packed(kind: Packing, content: bytes, frames: int) -> None:
    packed = b"".join(PACKERS[kind](content) for _ in range(frames))
    for named in (kind, None):
        assert unpacked(io.BytesIO(packed), named, SourceOptions()).read() == content * frames


@given(st.binary(min_size=1, max_size=300).filter(lambda content: not content.startswith((GZIP_MAGIC, ZSTD_MAGIC))))
def test_what_is_not_packed_stays(content: bytes) -> None:
    assert unpacked(io.BytesIO(content), None, SourceOptions()).read() == content


@pytest.mark.parametrize("kind", PACKERS)
def test_packed_streams_that_break_off_or_swell(kind: Packing) -> None:
    packed = PACKERS[kind](b"Tin. " * 2000)
    with pytest.raises(InputError, match=f"is a {kind} file that breaks off"):
        unpacked(io.BytesIO(packed[:-9]), kind, SourceOptions()).read()
    broken = packed[:12] + b"\xff" * 20 + packed[32:]
    with pytest.raises(InputError, match=f"is a broken {kind} file"):
        unpacked(io.BytesIO(broken), kind, SourceOptions()).read()
    swollen = io.BytesIO(PACKERS[kind](b"x" * 10_000_000))
    with pytest.raises(InputError, match="far more than a text"):
        unpacked(swollen, kind, SourceOptions(max_document=10_000)).read()


@given(st.text(max_size=300))
def test_utf16_becomes_utf8(text: str) -> None:
    content = text.encode("utf-16")
    assert as_utf8(content[:2], io.BytesIO(content)).read().decode() == text


def test_utf16_that_breaks_off() -> None:
    with pytest.raises(InputError, match="broken bytes"):
        as_utf8(b"\xff\xfe", io.BytesIO(b"\xff\xfea\0b")).read()


def test_the_whole_within_a_limit() -> None:
    assert whole(io.BytesIO(b"12345"), 5) == b"12345"
    with pytest.raises(InputError, match="larger than 4 bytes"):
        whole(io.BytesIO(b"12345"), 4)


def test_long_lines_come_as_null() -> None:
    lines = list(bounded_lines(io.BytesIO(b"1234\n12345\n123456\n" + b"x" * 200_000 + b"\n12\n1234567"), 5))
    assert lines == [(1, b"1234\n"), (2, b"12345\n"), (3, None), (4, None), (5, b"12\n"), (6, None)]


@given(st.lists(st.binary(max_size=20).filter(lambda line: b"\n" not in line), min_size=1), st.integers(1, 20))
def test_lines_keep_their_numbers(lines: list[bytes], limit: int) -> None:
    content = b"".join(line + b"\n" for line in lines)
    read = list(bounded_lines(io.BytesIO(content), limit))
    assert read == [
        (number, line + b"\n" if len(line) <= limit else None) for number, line in enumerate(lines, start=1)
    ]
